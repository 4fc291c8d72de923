import { stemmer } from 'stemmer';
import { isFunctionWord, isVerb } from './grammar.ts';
import { MOST_SPELLINGS, Spellings } from './spellings.ts';

/** Some pattern uses the word. */
export const KNOWN = 1;
/** A function word. */
export const SKIPPED = 2;
export const VERB = 4;

/** The words that patterns use, numbered, and every spelling met in a text with its numbers. A spelling is stemmed once. */
export class Lexicon {
  private readonly terms = new Map<string, number>();
  /** By spelling: number of its stem, number of its exact form; -1 when no pattern uses it. Valid until the next `find`. */
  readonly stem = new Int32Array(MOST_SPELLINGS).fill(-1, 0, 1);
  readonly exact = new Int32Array(MOST_SPELLINGS).fill(-1, 0, 1);
  /** By spelling: KNOWN, SKIPPED and VERB, as far as they hold. */
  readonly traits = new Uint8Array(MOST_SPELLINGS);
  readonly spellings = new Spellings((spelling, word) => {
    const stem = this.terms.get(stemmer(word)) ?? -1;
    const exact = this.terms.get(`=${word}`) ?? -1;
    this.stem[spelling] = stem;
    this.exact[spelling] = exact;
    this.traits[spelling] = (stem >= 0 || exact >= 0 ? KNOWN : 0) | (isFunctionWord(word) ? SKIPPED : 0) | (isVerb(word) ? VERB : 0);
  });

  /** Number of a term key of a pattern (see Chain). Only while topics are compiled: later spellings would miss it. */
  intern(key: string): number {
    const known = this.terms.get(key);
    if (known !== undefined) return known;
    this.terms.set(key, this.terms.size);
    return this.terms.size - 1;
  }

  get size(): number {
    return this.terms.size;
  }
}
