/** Longer runs of letters are no words of English and are not kept. */
const LONGEST_WORD = 40;
/** Text with more spellings, or letters in them, than a language has starts the list afresh, so that it cannot fill the memory. */
export const MOST_SPELLINGS = 1 << 16;
const MOST_LETTERS = 1 << 20;

/**
 * Every spelling met in a text, numbered from 1. A word is found by its rolling hash and compared letter by letter, so
 * that no string is cut out of the text for a word that is known.
 */
export class Spellings {
  readonly #slots = new Int32Array(2 * MOST_SPELLINGS);
  readonly #letters = new Uint16Array(MOST_LETTERS);
  /** By number: where its letters end, which is where those of the next one begin. */
  readonly #ends = new Int32Array(MOST_SPELLINGS);
  readonly #note: (number: number, word: string) => void;
  #last = 0;

  /** `note` is told of each new spelling, in lower case, and again when the list was started afresh. */
  constructor(note: (number: number, word: string) => void) {
    this.#note = note;
  }

  /** Numbers are valid until the next call. The hash is that of the lower-case letters; 0 stands for what is no word. */
  find(text: string, start: number, end: number, hash: number): number {
    if (end - start > LONGEST_WORD) return 0;
    let slot = hash & (this.#slots.length - 1);
    for (;;) {
      const number = this.#slots[slot] ?? 0;
      if (number === 0) return this.#add(text, start, end, slot);
      if (this.#isSpelled(number, text, start, end)) return number;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
  }

  #isSpelled(number: number, text: string, start: number, end: number): boolean {
    let at = this.#ends[number - 1] ?? 0;
    if ((this.#ends[number] ?? 0) - at !== end - start) return false;
    for (let i = start; i < end; i += 1, at += 1) if (this.#letters[at] !== lowerCase(text.charCodeAt(i))) return false;
    return true;
  }

  #add(text: string, start: number, end: number, slot: number): number {
    let at = this.#ends[this.#last] ?? 0;
    if (this.#last + 1 >= MOST_SPELLINGS || at + LONGEST_WORD > MOST_LETTERS) {
      this.#slots.fill(0);
      this.#last = 0;
      at = 0;
    }
    for (let i = start; i < end; i += 1, at += 1) this.#letters[at] = lowerCase(text.charCodeAt(i));
    this.#last += 1;
    this.#ends[this.#last] = at;
    this.#slots[slot] = this.#last;
    this.#note(this.#last, String.fromCharCode(...this.#letters.subarray(at - (end - start), at)));
    return this.#last;
  }
}

/** Only the letters that the hash folds, so that a spelling is as long as it was written. */
const lowerCase = (code: number): number => (code >= 65 && code <= 90 ? code | 32 : code);

/** One step of the rolling hash over the lower-case letters of a word. */
export const nextHash = (hash: number, code: number): number => (Math.imul(hash, 31) + code) ^ (hash >>> 15);
