import { isBlank } from './blank.ts';
import { announces, isListing, isLoose, takesBack } from './grammar.ts';
import type { Sentence } from './sentence.ts';

/** What a sentence is worth: it says something, takes it back (denies, postpones, hands over), has a blank to fill in, or only names it. */
export type Worth = 'states' | 'takes-back' | 'blank' | 'names';

const SHORTEST = 5;
/** A denial can be as short as "Laptops aren't encrypted". */
const SHORTEST_DENIAL = 3;

/** Judges one sentence by its form. */
export function worthOf(text: string, sentence: Sentence): Worth {
  if (sentence.words < SHORTEST_DENIAL || !sentence.hasVerb || sentence.isQuestion) return 'names';
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 1000));
  if (isBlank(words)) return 'blank';
  if (isListing(words) || isLoose(words) || announces(words)) return 'names';
  if (takesBack(words)) return 'takes-back';
  return sentence.words < SHORTEST ? 'names' : 'states';
}
