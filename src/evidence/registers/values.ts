import type { LexiconField } from './lexicon.ts';
import { isPlaceholder, wordsOfCell } from './words.ts';

/** How a cell with a fixed word was understood. */
export type WordReading =
  | { readonly state: 'word'; readonly word: string; readonly rest: string }
  | { readonly state: 'placeholder' }
  | { readonly state: 'unknown' };

const UNKNOWN: WordReading = { state: 'unknown' };
/** Words after a known one that take its certainty away: `signed, but only by us`. */
const DOUBTS = new Set([
  'not',
  'no',
  'never',
  'but',
  'only',
  'except',
  'partial',
  'partially',
  'awaiting',
  'until',
  'needs',
  'missing',
  'unless',
  'without',
  'pending',
  'required',
  'yet',
]);
/** Words after a no that take it back: `no, except the incident logs`. */
const LIMITS = new Set([
  'yes',
  'but',
  'except',
  'unless',
  'some',
  'direct',
  'indirect',
  'incidental',
  'limited',
  'partial',
  'partially',
  'only',
  'until',
  'yet',
]);
/** Saying more after these words makes nothing better: they are read as they stand. */
const SETTLED = new Set(['missing', 'pending', 'not-done']);
/** A status cell is a word or two and a remark; what is longer is prose and is not judged. */
const LONGEST_WORDS = 160;

/**
 * Reads a cell that speaks a fixed word: exactly one of the field's spellings, or one followed by a remark that speaks
 * no other word of the field and casts no doubt (`Yes - full`, `Signed 2025-03-15`, `Not required (conduit)`).
 */
export function readWord(field: LexiconField, text: string): WordReading {
  const words = wordsOfCell(text.slice(0, LONGEST_WORDS));
  const exact = field.spellings.get(words);
  if (exact !== undefined) return { state: 'word', word: exact, rest: '' };
  if (isPlaceholder(text)) return { state: 'placeholder' };
  if (!words || text.length > LONGEST_WORDS) return UNKNOWN;
  const tokens = words.split(' ');
  for (let length = Math.min(tokens.length - 1, 5); length > 0; length -= 1) {
    const start = tokens.slice(0, length).join(' ');
    const word = field.spellings.get(start);
    // `1` alone is a yes; `1/19/2024` is not.
    if (word === undefined || /^\d+$/.test(start)) continue;
    const rest = tokens.slice(length);
    return contradicts(field, word, rest) ? UNKNOWN : { state: 'word', word, rest: rest.join(' ') };
  }
  return UNKNOWN;
}

function contradicts(field: LexiconField, word: string, rest: readonly string[]): boolean {
  if (SETTLED.has(word)) return false;
  if (word === 'no') return rest.some((token) => LIMITS.has(token));
  for (let index = 0; index < rest.length; index += 1) {
    const [other, length] = longestSpelling(field, rest, index);
    if (other !== undefined && other !== word) return true;
    if (other === undefined && DOUBTS.has(rest[index] ?? '')) return true;
    if (other !== undefined) index += length - 1;
  }
  return false;
}

/** The longest known spelling at an index; single letters and digits do not count inside a remark. */
function longestSpelling(field: LexiconField, tokens: readonly string[], index: number): [string | undefined, number] {
  for (let length = Math.min(4, tokens.length - index); length > 0; length -= 1) {
    const phrase = tokens.slice(index, index + length).join(' ');
    if (phrase.length > 2 && field.spellings.has(phrase)) return [field.spellings.get(phrase), length];
  }
  return [undefined, 0];
}

/** A number as people write it: `5`, `5 business days`, `within 72 hours` (in days, rounded up), `85%`; null when there is none. */
export function readNumber(text: string, hoursToDays: boolean): number | null {
  if (text.length > 80) return null;
  const match = /(\d{1,9}(?:\.\d{1,6})?) ?(hours?|hrs?|h\b)?/i.exec(text);
  if (!match) return null;
  const value = Number(match[1]);
  return hoursToDays && match[2] ? Math.ceil(value / 24) : value;
}

/** The parts of a cell that lists several things. */
export function readList(text: string): string[] {
  const separator = text.includes(';') ? ';' : text.includes('\n') ? '\n' : ',';
  return text
    .slice(0, 10_000)
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
