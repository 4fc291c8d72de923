import { type CalendarDate, dateOf } from '../../calendar.ts';

/** Which part of an all-numeric date comes first: `us` month, `day-first` day. */
export type DateOrder = 'us' | 'day-first';

/** How one piece of text reads as a calendar date. `impossible`: written as a date, but there is no such day. */
export type DateReading =
  | { readonly state: 'date'; readonly date: CalendarDate }
  | { readonly state: 'ambiguous'; readonly us: CalendarDate; readonly dayFirst: CalendarDate; readonly reason: string }
  | { readonly state: 'impossible'; readonly reason: string }
  | { readonly state: 'not-a-date' };

/** A date is short; what is longer is prose, and is not matched at all. */
const LONGEST = 48;
const TIME = /^[T ,]+(?:at )?\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)? ?(?:[ap]\.?m\.?)? ?(?:z|utc|gmt|[a-z]{2,4}|[+-]\d{2}:?\d{2})?$/i;
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]? +/i;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const COMPACT = /^(?:19|20)\d{6}(?=$|T\d)/;
const NUMERIC = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/;
const DAY_MONTH = /^(\d{1,2})(?:st|nd|rd|th)?(?: of)?[-/ .,]{1,2}([a-z]{3,9})[-/ .,]{1,2}(\d{4}|\d{2})(?!\d)/i;
const MONTH_DAY = /^([a-z]{3,9})[-/ .]{1,2}(\d{1,2})(?:st|nd|rd|th)?[-/ ,]{1,2}(\d{4})(?!\d)/i;
const YEAR_MONTH_DAY = /^(\d{4})[-/ .,]{1,2}([a-z]{3,9})[-/ .]{1,2}(\d{1,2})(?:st|nd|rd|th)?(?!\d)/i;
const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const NOT_A_DATE: DateReading = { state: 'not-a-date' };

/**
 * Reads a text that is a date and nothing else (a time of day or a weekday beside it is allowed). `order` settles
 * all-numeric dates such as 02/06/2025; with null they are `ambiguous` unless one part is above 12 or both are equal.
 * Two-digit years 00-69 are 2000-2069, 70-99 are 1970-1999. A month without a day, a bare year and a spreadsheet
 * serial are `not-a-date`. Never throws.
 */
export function readDate(text: string, order: DateOrder | null): DateReading {
  if (text.length > LONGEST + 32) return NOT_A_DATE;
  const clean = text.replace(/\s+/g, ' ').trim().replace(WEEKDAY, '').replace(/\.$/, '');
  if (clean.length < 6 || clean.length > LONGEST) return NOT_A_DATE;
  const yearFirst = matched(YEAR_FIRST, clean);
  if (yearFirst) return real(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4]), clean);
  const compact = matched(COMPACT, clean);
  if (compact) return real(Number(clean.slice(0, 4)), Number(clean.slice(4, 6)), Number(clean.slice(6, 8)), clean);
  const numeric = matched(NUMERIC, clean);
  if (numeric) return readNumeric(numeric, order, clean);
  return readNamed(clean);
}

/**
 * What the all-numeric dates of one file prove about their order: some part above 12 settles it. `mixed` when they
 * contradict one another, null when nothing is proved. Texts that are no dates are passed over.
 */
export function proveOrder(texts: Iterable<string>): DateOrder | 'mixed' | null {
  let proved: DateOrder | null = null;
  for (const text of texts) {
    if (text.length > LONGEST) continue;
    const match = matched(NUMERIC, text.trim());
    const order = match && orderOf(Number(match[1]), Number(match[3]));
    if (!order) continue;
    if (proved && proved !== order) return 'mixed';
    proved = order;
  }
  return proved;
}

/** Only one of the two first parts can be a month. */
function orderOf(first: number, second: number): DateOrder | null {
  if (first > 12 && first <= 31 && second >= 1 && second <= 12) return 'day-first';
  if (second > 12 && second <= 31 && first >= 1 && first <= 12) return 'us';
  return null;
}

/** The match when it ends the text or only a time of day follows. */
function matched(pattern: RegExp, text: string): RegExpExecArray | null {
  const match = pattern.exec(text);
  if (!match) return null;
  const rest = text.slice(match[0].length);
  return rest === '' || TIME.test(rest) ? match : null;
}

function readNumeric(match: RegExpExecArray, order: DateOrder | null, text: string): DateReading {
  const first = Number(match[1]);
  const second = Number(match[3]);
  const year = fullYear(match[4] ?? '');
  const us = dateOf(year, first, second);
  const dayFirst = dateOf(year, second, first);
  const asked = order === 'us' ? us : order === 'day-first' ? dayFirst : null;
  if (asked) return { state: 'date', date: asked };
  if (us && dayFirst && us !== dayFirst) {
    const reason = `${text} is ${us} read month first and ${dayFirst} read day first`;
    return { state: 'ambiguous', us, dayFirst, reason };
  }
  // A part above 12 is its own proof, whatever order was configured.
  const only = us ?? dayFirst;
  return only ? { state: 'date', date: only } : { state: 'impossible', reason: `there is no day ${text}` };
}

function readNamed(text: string): DateReading {
  const dayMonth = matched(DAY_MONTH, text);
  if (dayMonth) return named(dayMonth[3], dayMonth[2], dayMonth[1], text);
  const monthDay = matched(MONTH_DAY, text);
  if (monthDay) return named(monthDay[3], monthDay[1], monthDay[2], text);
  const yearFirst = matched(YEAR_MONTH_DAY, text);
  if (yearFirst) return named(yearFirst[1], yearFirst[2], yearFirst[3], text);
  return NOT_A_DATE;
}

function named(year = '', word = '', day = '', text = ''): DateReading {
  const month = monthOf(word);
  return month ? real(fullYear(year), month, Number(day), text) : NOT_A_DATE;
}

/** 1 to 12 for a month's name or an abbreviation of three letters or more; 0 for any other word. */
function monthOf(word: string): number {
  const lower = word.toLowerCase();
  if (lower === 'sept') return 9;
  return MONTHS.findIndex((name) => name === lower || (lower.length === 3 && name.startsWith(lower))) + 1;
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function real(year: number, month: number, day: number, text: string): DateReading {
  const date = dateOf(year, month, day);
  return date ? { state: 'date', date } : { state: 'impossible', reason: `there is no day ${text}` };
}
