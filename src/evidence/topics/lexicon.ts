import { stemmer } from 'stemmer';
import { isFunctionWord, isVerb } from './grammar.ts';

/** Longer runs of letters are no words of English and are not kept. */
const LONGEST_WORD = 40;
/** Text with more spellings than a language has words starts the list afresh, so that it cannot fill the memory. */
const MOST_SPELLINGS = 200_000;

/**
 * The words that patterns use, numbered, and every spelling met in a text with its numbers. A spelling is stemmed once;
 * after that it is found by its rolling hash without cutting a string out of the text.
 */
export class Lexicon {
  private readonly terms = new Map<string, number>();
  private slots = new Int32Array(1 << 16);
  private readonly spellings: string[] = [''];
  /** By spelling: number of its stem, number of its exact form (-1 when no pattern uses it). Valid until the next `find`. */
  readonly stem: number[] = [-1];
  readonly exact: number[] = [-1];
  readonly skipped: boolean[] = [false];
  readonly verb: boolean[] = [false];

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

  /** The spelling at [start, end) of a text, given the hash of its lower-case letters; 0 for what is no word. */
  find(text: string, start: number, end: number, hash: number): number {
    if (end - start > LONGEST_WORD) return 0;
    let slot = hash & (this.slots.length - 1);
    for (;;) {
      const id = this.slots[slot] ?? 0;
      if (id === 0) return this.add(lowerCase(text.slice(start, end)), slot);
      if (this.isSpelled(id, text, start, end)) return id;
      slot = (slot + 1) & (this.slots.length - 1);
    }
  }

  private isSpelled(id: number, text: string, start: number, end: number): boolean {
    const spelling = this.spellings[id] ?? '';
    if (spelling.length !== end - start) return false;
    for (let i = 0; i < spelling.length; i += 1) {
      const code = text.charCodeAt(start + i);
      if (spelling.charCodeAt(i) !== (code >= 65 && code <= 90 ? code | 32 : code)) return false;
    }
    return true;
  }

  private add(word: string, slot: number): number {
    if (this.spellings.length > MOST_SPELLINGS) {
      for (const list of [this.spellings, this.stem, this.exact, this.skipped, this.verb]) list.length = 1;
      this.slots.fill(0);
    }
    const id = this.spellings.length;
    this.spellings.push(word);
    this.stem.push(this.terms.get(stemmer(word)) ?? -1);
    this.exact.push(this.terms.get(`=${word}`) ?? -1);
    this.skipped.push(isFunctionWord(word));
    this.verb.push(isVerb(word));
    this.slots[slot] = id;
    if (id * 2 > this.slots.length) this.grow();
    return id;
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    for (let id = 1; id < this.spellings.length; id += 1) {
      const word = this.spellings[id] ?? '';
      let hash = 0;
      for (let i = 0; i < word.length; i += 1) hash = nextHash(hash, word.charCodeAt(i));
      let slot = hash & (this.slots.length - 1);
      while (this.slots[slot] !== 0) slot = (slot + 1) & (this.slots.length - 1);
      this.slots[slot] = id;
    }
  }
}

/** Only the letters that the hash folds, so that a spelling is as long as it was written. */
const lowerCase = (word: string): string => word.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/** One step of the rolling hash over the lower-case letters of a word. */
export const nextHash = (hash: number, code: number): number => (Math.imul(hash, 31) + code) ^ (hash >>> 15);
