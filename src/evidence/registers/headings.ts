import type { HeadingWords } from '../../model/pack.ts';
import { normaliseHeading, plainWords } from './words.ts';

const NO_WORDS: HeadingWords = { abbreviations: {}, dateWords: [], sideDates: [], remarks: [], levels: [] };

/** The ways in which one heading can be looked up, the surest first. */
export interface HeadingForms {
  /** As written, without case and punctuation; empty for what is no heading. */
  readonly exact: string;
  /** With its abbreviations spelled out. */
  readonly full: string;
  /** `full` without the words that only say "date"; empty where there are none. */
  readonly stem: string;
  /** The sides of a slash: `Threat / weak spot`. */
  readonly sides: readonly HeadingForms[];
}

/** Spells headings out, so that `Exp.`, `Term Date` and `endedOn` meet the words of the vocabulary. */
export class HeadingSpelling {
  readonly #abbreviations: ReadonlyMap<string, string>;
  readonly #dateWords: ReadonlySet<string>;
  readonly #sideDates: ReadonlySet<string>;
  readonly #remarks: readonly string[];
  readonly #levels: ReadonlySet<string>;

  constructor(words: HeadingWords = NO_WORDS) {
    this.#abbreviations = new Map(Object.entries(words.abbreviations));
    this.#dateWords = new Set(words.dateWords);
    this.#sideDates = new Set(words.sideDates);
    this.#remarks = words.remarks.map((remark) => ` ${remark}`);
    this.#levels = new Set(words.levels.map(plainWords));
  }

  forms(text: string): HeadingForms {
    const exact = normaliseHeading(text.replace('#', ' number '));
    const sides = exact && text.includes('/') ? text.split('/').map((side) => this.forms(side)) : [];
    const full = this.full(exact);
    return { exact, full, stem: this.#stemOf(full), sides };
  }

  /** Normalised words with abbreviations spelled out and without a remark at the end. */
  full(words: string): string {
    const remark = this.#remarks.find((end) => words.endsWith(end));
    const tokens = (remark ? words.slice(0, -remark.length) : words).split(' ');
    return tokens.map((token) => this.#abbreviations.get(token) ?? token).join(' ');
  }

  /** What is left of the words without those that only say "date"; empty where none of them is there. */
  stem(words: string): string {
    return this.#stemOf(this.full(words));
  }

  #stemOf(full: string): string {
    const tokens = full.split(' ');
    const rest = tokens.filter((token) => !this.#dateWords.has(token));
    return rest.length < tokens.length ? rest.join(' ') : '';
  }

  /** Whether a heading names a date of the keeping of the list, such as when a row was added. */
  isSideDate(heading: string): boolean {
    return this.full(normaliseHeading(heading))
      .split(' ')
      .some((token) => this.#sideDates.has(token));
  }

  /** Whether a cell is a word of a rating, or its number. */
  isLevel(text: string): boolean {
    return this.#levels.has(plainWords(text.slice(0, 40))) || /^\d{1,3}$/.test(text);
  }
}
