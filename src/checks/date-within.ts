import * as z from 'zod';
import type { CalendarDate } from '../calendar.ts';
import type { EvidenceRecord } from '../model/evidence.ts';
import type { Location } from '../model/location.ts';
import { ofRecords } from './absent.ts';
import type { Check, LastCommit } from './check.ts';
import { count, cycleFrom, dayUntil, monthsFrom } from './deadline.ts';
import { fieldOf, labelOf, readDate, scopeSchema, subjectOf } from './records.ts';
import { undated } from './undated.ts';
import { type Verdict, verdict } from './verdict.ts';

const options = z.strictObject({
  of: scopeSchema,
  called: z.string().min(1),
  /** What is said where no record is in scope and that is as bad as having none. */
  noneLeft: z.string().optional(),
  /** field -> how the arithmetic calls it; the latest date of them counts. */
  last: z.record(z.string(), z.string()),
  months: z.number().int().positive(),
  /** Field with the record's own cycle in days, where it states one. */
  cycle: z.string().optional(),
  /** Field with the next date that the record sets itself. */
  next: z.string().optional(),
  /** With no stated date at all, the last commit may be looked at; it gives `review`, never a pass. */
  history: z.boolean().default(false),
  /** A set of records that never states these dates is said once and left to a person. */
  onlyIfKept: z.boolean().default(false),
});
type Options = z.infer<typeof options>;
type Dated = { readonly date: CalendarDate; readonly at: Location; readonly what: string };

/** The last occurrence lies within the months allowed, or within the record's own cycle, and its own next date has not passed. */
export const dateWithin: Check<Options> = {
  name: 'date-within',
  options,
  run(o, context) {
    return ofRecords(context, o, (records) => {
      const kept = !o.onlyIfKept || records.some((r) => [...Object.keys(o.last), o.next ?? ''].some((f) => fieldOf(r, f)));
      if (!kept) {
        const message = `the ${o.called} does not record when anything in it was ${Object.values(o.last)[0] ?? ''}`;
        return [{ ...verdict('review', 'not-kept', records[0].at, message), subject: `${o.of.evidence}:none` }];
      }
      const silent = o.history ? records.filter((r) => !latestOf(r, o, context.asOf)).map((r) => r.at.path) : [];
      const commits = silent.length ? context.history([...new Set(silent)]) : new Map<string, LastCommit>();
      return records.map((r) => ({ ...judge(r, o, context.asOf, commits.get(r.at.path)), subject: subjectOf(r) }));
    });
  },
};

function judge(record: EvidenceRecord, o: Options, asOf: CalendarDate, commit: LastCommit | undefined): Verdict {
  const name = labelOf(record);
  const last = latestOf(record, o, asOf);
  const stated = o.next === undefined ? null : readDate(record, o.next);
  const next = stated?.is === 'date' ? stated : null;
  if (next && next.date < asOf && (!last || last.date < next.date)) {
    const { left, trace } = dayUntil('next due', next.date, asOf);
    const since = last ? `${last.what} ${last.date} and ` : '';
    const message = `${name} was ${since}due again on ${next.date}, ${count(-left, 'day')} ago`;
    return { ...verdict('fail', 'next-past', next.at, message), trace };
  }
  if (!last) return undated(record, { last: o.last, asOf, next, commit });
  const cycle = cycleOf(record, o);
  const due = cycle === null ? monthsFrom(last.what, last.date, o.months, asOf) : cycleFrom(last.what, last.date, cycle, asOf);
  const span = cycle === null ? `${o.months} months` : `its own cycle of ${count(cycle, 'day')}`;
  if (due.left < 0) {
    const message = `${name} was ${last.what} ${last.date}; ${span} ended on ${due.last}, ${count(-due.left, 'day')} ago`;
    return { ...verdict('fail', 'stale', last.at, message), trace: due.trace };
  }
  const lapses = next && next.date >= asOf && next.date < due.last ? next.date : due.last;
  return { ...verdict('pass', 'within', last.at, `${name} was ${last.what} ${last.date}, within ${span}`), lapses, trace: due.trace };
}

function latestOf(record: EvidenceRecord, o: Options, asOf: CalendarDate): Dated | null {
  const dates = Object.entries(o.last).flatMap(([field, what]): Dated[] => {
    const read = readDate(record, field);
    return read.is === 'date' && read.date <= asOf ? [{ date: read.date, at: read.at, what }] : [];
  });
  return dates.reduce<Dated | null>((best, next) => (best === null || next.date > best.date ? next : best), null);
}

function cycleOf(record: EvidenceRecord, o: Options): number | null {
  const field = o.cycle === undefined ? undefined : fieldOf(record, o.cycle);
  if (field?.state !== 'value') return null;
  const days = Number(field.value);
  return Number.isInteger(days) && days > 0 && days <= 3660 ? days : null;
}
