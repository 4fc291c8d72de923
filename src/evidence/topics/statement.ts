import { announces, isBlank, isListing, isLoose, takesBack } from './grammar.ts';
import type { Sentence } from './sentence.ts';

/** What a sentence is worth: it says something, takes it back (denies, postpones, hands over), or only names it. */
export type Worth = 'states' | 'takes-back' | 'names';

const SHORTEST = 5;

/** Judges one sentence by its form. `negative`: the pattern that found it asks for a negative word itself. */
export function worthOf(text: string, sentence: Sentence, negative: boolean): Worth {
  if (sentence.words < SHORTEST || !sentence.hasVerb || sentence.isQuestion) return 'names';
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + 1000));
  if (isListing(words) || isLoose(words) || isBlank(words) || announces(words)) return 'names';
  return !negative && takesBack(words) ? 'takes-back' : 'states';
}
