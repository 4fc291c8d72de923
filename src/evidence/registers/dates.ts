import { addDays, addMonths, type CalendarDate } from '../../calendar.ts';
import type { Location } from '../../model/location.ts';
import { type DateOrder, proveOrder, readDate } from '../dates/read-date.ts';
import type { ProblemList } from './problems.ts';

/** No agreement, plan or review reaches further; what does is a slip of the pen (2062 for 2026). */
const FARTHEST_MONTHS = 30 * 12;
/** Fields that tell of something done: they cannot lie ahead. One day is left for time zones. */
const PAST = new Set(['signed', 'completed', 'module-date', 'found', 'performed', 'approved', 'closed', 'reviewed']);

export type DateResult = { readonly date: CalendarDate } | { readonly reason: string };

/** Reads the dates of one file: the order of day and month is the configured one, else what the whole file proves. */
export class FileDates {
  readonly #order: DateOrder | null;
  readonly #mixed: boolean;
  readonly #problems: ProblemList;
  readonly #tomorrow: CalendarDate;
  readonly #farthest: CalendarDate;

  /** `texts`: the texts of the file's date columns; texts that are no dates do no harm. */
  constructor(texts: Iterable<string>, configured: DateOrder | null, asOf: CalendarDate, problems: ProblemList) {
    const proved = configured ?? proveOrder(texts);
    this.#mixed = proved === 'mixed';
    this.#order = proved === 'mixed' ? null : proved;
    this.#problems = problems;
    this.#tomorrow = addDays(asOf, 1);
    this.#farthest = addMonths(asOf, FARTHEST_MONTHS);
  }

  /** The date of a cell, or why it has none. A problem is recorded unless `quiet`. `column` is the heading as written. */
  read(text: string, field: string, column: string, at: Location, quiet = false): DateResult {
    const reading = readDate(text, this.#order);
    if (reading.state === 'ambiguous') return this.#ambiguous(reading.us, reading.dayFirst, column, at);
    if (reading.state === 'impossible')
      return this.#refuse('impossible-date', `"${column}" holds a date that does not exist${quoted(text)}; correct it`, at, quiet);
    if (reading.state === 'not-a-date')
      return this.#refuse('unknown-value', `"${column}" holds no date; write it as YYYY-MM-DD`, at, quiet);
    if (PAST.has(field) && reading.date > this.#tomorrow) {
      return this.#refuse(
        'far-future-date',
        `"${column}" tells of something done, but ${reading.date} lies in the future; correct it`,
        at,
        quiet,
      );
    }
    if (reading.date > this.#farthest) {
      return this.#refuse('far-future-date', `"${column}" is ${reading.date}, more than 30 years ahead; correct it`, at, quiet);
    }
    return { date: reading.date };
  }

  #refuse(code: 'impossible-date' | 'unknown-value' | 'far-future-date', reason: string, at: Location, quiet: boolean): DateResult {
    if (!quiet) this.#problems.add(code, reason, at);
    return { reason };
  }

  #ambiguous(us: CalendarDate, dayFirst: CalendarDate, column: string, at: Location): DateResult {
    const why = this.#mixed ? 'the file writes some dates month first and some day first' : 'nothing in the file shows which order it uses';
    const reason = `"${column}" can be ${us} (month first) or ${dayFirst} (day first)`;
    this.#problems.once(
      'order',
      'ambiguous-date',
      `${reason}, and ${why}; set "dates: us" or "dates: day-first" in cleanbill.yml, or write YYYY-MM-DD`,
      at,
    );
    return { reason: `${reason}; ${why}` };
  }
}

/** A text in the form of a date can be shown; anything else, nine digits above all, might be a number of a person. */
function quoted(text: string): string {
  const isShown = /^\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}$/.test(text) && text.replace(/\D/g, '').length <= 8;
  return isShown ? ` (${text})` : '';
}
