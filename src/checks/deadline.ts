import { addDays, addMonths, type CalendarDate, daysBetween } from '../calendar.ts';

/** How a deadline stands. */
export interface Deadline {
  /** The last day on which it is kept. */
  readonly last: CalendarDate;
  /** Days left; negative when it is over. */
  readonly left: number;
  /** The arithmetic in words. */
  readonly trace: string;
}

/** A span that begins on a date. Its last day is the same day of the month after it: exactly 12 months ago is still within. */
export function monthsFrom(what: string, date: CalendarDate, months: number, asOf: CalendarDate): Deadline {
  const last = later(date, months);
  return {
    ...until(last, asOf),
    trace: `${what} ${date} + ${months} months = ${last}, as of ${asOf}: ${standing(daysBetween(asOf, last))}`,
  };
}

/** A span of days. Cycles are read from words such as "yearly": 365 days mean 12 months, also where a leap day lies between. */
export function cycleFrom(what: string, date: CalendarDate, days: number, asOf: CalendarDate): Deadline {
  if (days % 365 === 0) return monthsFrom(what, date, (days / 365) * 12, asOf);
  const last = isRemote(date) ? date : addDays(date, days);
  return { ...until(last, asOf), trace: `${what} ${date} + ${days} days = ${last}, as of ${asOf}: ${standing(daysBetween(asOf, last))}` };
}

/** A stated last day. */
export function dayUntil(what: string, last: CalendarDate, asOf: CalendarDate): Deadline {
  return { ...until(last, asOf), trace: `${what} ${last}, as of ${asOf}: ${standing(daysBetween(asOf, last))}` };
}

function until(last: CalendarDate, asOf: CalendarDate): Omit<Deadline, 'trace'> {
  return { last, left: daysBetween(asOf, last) };
}

function later(date: CalendarDate, months: number): CalendarDate {
  return isRemote(date) ? date : addMonths(date, months);
}

/** A year near 9999 is a slip of the pen and has no later date to compute. */
function isRemote(date: CalendarDate): boolean {
  return Number(date.slice(0, 4)) > 9900;
}

/** "72 days left", "3 days ago", "today is the last day". */
function standing(left: number): string {
  if (left === 0) return 'today is the last day';
  return left > 0 ? `${count(left, 'day')} left` : `over for ${count(-left, 'day')}`;
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
