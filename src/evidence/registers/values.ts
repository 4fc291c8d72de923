import { isPlaceholder } from '../placeholder.ts';
import { contradictsSign, wordsOfCell } from './words.ts';

/** A field that speaks fixed words. */
export interface FixedWords {
  /** Spelling -> canonical word. */
  readonly spellings: ReadonlyMap<string, string>;
  /** Words and phrases that may follow without changing anything: `signed, on file`. */
  readonly remarks: ReadonlySet<string>;
}

/** How a cell with a fixed word was understood. */
export type WordReading =
  | { readonly state: 'word'; readonly word: string; readonly rest: string }
  | { readonly state: 'placeholder' }
  | { readonly state: 'unknown' };

const UNKNOWN: WordReading = { state: 'unknown' };
/** Words after a known one that take its certainty away: `active, but not in production`. */
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
/** After a no these take it back, even inside a spelling of no: `no, de-identified only`. */
const LIMITS = new Set(['only', 'limited', 'partial', 'partially']);
/** Saying more after these words makes nothing better: they are read as they stand. */
const SETTLED = new Set(['missing', 'pending', 'not-done', 'draft', 'planned', 'in-review', 'retired', 'superseded']);
/** Words that settle something in the writer's favour: they hold only alone or before a remark that is known to be harmless. */
const FIRM = new Set(['executed', 'done', 'no', 'inactive', 'leave', 'approved', 'final']);
/** A status cell is a word or two and a remark; what is longer is prose and is not judged. */
const LONGEST_WORDS = 160;
const NUMBER = /^v?\d{1,12}(?:st|nd|rd|th|t\d{1,2}|z)?$/;
const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;
/** `3/5`, `3 of 5` and `50%` may say that a part is lacking; a date has three parts or a year of four digits. */
const PART = /(?<![\d/])\d{1,3} ?\/ ?\d{1,3}(?![\d/])|(?<!\d)\d{1,2}(?:\.\d{1,2})? ?%/;

/**
 * Reads a cell that speaks a fixed word: exactly one of the field's spellings, or one followed by a remark that does not
 * change it (`Yes - full`, `Signed 2025-03-15`, `Not required (conduit)`). A question mark, a sign that says the
 * opposite (`❌ Signed`) and any remark that may take the word back make it unknown.
 */
export function readWord(field: FixedWords, text: string): WordReading {
  const words = wordsOfCell(text.slice(0, LONGEST_WORDS));
  const exact = field.spellings.get(words);
  const found = exact === undefined ? beginning(field, text, words) : { word: exact, rest: [] };
  const isDoubtful = /[?？]/.test(text) || (found !== null && contradictsSign(found.word, text));
  if (found && !isDoubtful && !contradicts(field, found.word, found.rest, text))
    return { state: 'word', word: found.word, rest: found.rest.join(' ') };
  return isPlaceholder(text) ? { state: 'placeholder' } : UNKNOWN;
}

/** The longest spelling that a cell begins with, and what follows; null when it begins with none. */
function beginning({ spellings }: FixedWords, text: string, words: string): { word: string; rest: readonly string[] } | null {
  if (!words || text.length > LONGEST_WORDS) return null;
  const tokens = words.split(' ');
  for (let length = Math.min(tokens.length - 1, 5); length > 0; length -= 1) {
    const start = tokens.slice(0, length).join(' ');
    const word = spellings.get(start);
    // `1` alone is a yes; `1/19/2024` is not. `n/a` is no `n`.
    if (word !== undefined && !/^\d+$/.test(start) && (length > 1 || !words.startsWith('n a'))) return { word, rest: tokens.slice(length) };
  }
  return null;
}

function contradicts(field: FixedWords, word: string, rest: readonly string[], text: string): boolean {
  if (SETTLED.has(word) || rest.length === 0) return false;
  const isFirm = FIRM.has(word);
  if (isFirm && PART.test(text) && !/^\W{0,5}pass(?:ed)?\W{1,5}\d{1,3}(?:\.\d{1,2})? ?%\W{0,3}$/i.test(text)) return true;
  if (word === 'no' && rest.some((token) => LIMITS.has(token))) return true;
  for (let index = 0; index < rest.length; index += 1) {
    const [other, length] = longestPhrase(rest, index, (phrase) => (phrase.length > 2 ? field.spellings.get(phrase) : undefined));
    if (other !== undefined && other !== word) return true;
    const [, harmless] = longestPhrase(rest, index, (phrase) => (isHarmless(field, phrase) ? phrase : undefined));
    if (other === undefined && harmless === 0 && (isFirm || DOUBTS.has(rest[index] ?? ''))) return true;
    index += Math.max(length, harmless, 1) - 1;
  }
  return false;
}

function isHarmless({ remarks }: FixedWords, phrase: string): boolean {
  return remarks.has(phrase) || NUMBER.test(phrase) || MONTH.test(phrase);
}

/** What the longest phrase at an index means, and its length in words; single letters and digits say nothing there. */
function longestPhrase(
  tokens: readonly string[],
  index: number,
  meaning: (phrase: string) => string | undefined,
): [string | undefined, number] {
  for (let length = Math.min(4, tokens.length - index); length > 0; length -= 1) {
    const found = meaning(tokens.slice(index, index + length).join(' '));
    if (found !== undefined) return [found, length];
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
