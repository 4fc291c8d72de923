import * as z from 'zod';
import { daysBetween } from '../calendar.ts';
import type { EvidenceRecord } from '../model/evidence.ts';
import { ofRecords } from './absent.ts';
import type { Check, CheckContext } from './check.ts';
import { labelOf, quote, readDate, scopeSchema, subjectOf } from './records.ts';
import type { Verdict } from './verdict.ts';

const options = z.strictObject({
  of: scopeSchema,
  called: z.string().min(1),
  /** Pairs of fields: the first date is not after the second. */
  pairs: z.array(z.tuple([z.string(), z.string()])).default([]),
  /** Pairs of which the first may follow the second by so many days; beyond that a person decides. */
  doubtful: z.array(z.strictObject({ pair: z.tuple([z.string(), z.string()]), within: z.number().int().min(0) })).default([]),
  /** Dates that cannot be read are said here; for registers reading itself says them. */
  readable: z.boolean().default(false),
  /** Dates of things that have happened. */
  notFuture: z.array(z.string()).default([]),
  /** Dates that may lie ahead; a person decides whether the record counts already. */
  upcoming: z.array(z.string()).default([]),
});
type Options = z.infer<typeof options>;

/** The dates of a record do not contradict each other or the calendar. Dates that are not there contradict nothing. */
export const datesOrdered: Check<Options> = {
  name: 'dates-ordered',
  options,
  run(o, context) {
    return ofRecords(context, o, (records) => {
      return records.map((record) => {
        const verdicts = [
          ...contradictions(record, o.pairs, 'fail'),
          ...ahead(record, o, context),
          ...unreadable(record, o),
          ...o.doubtful.flatMap(({ pair, within }) => contradictions(record, [pair], 'review', within)),
        ];
        const verdict =
          (['fail', 'unknown'] as const).map((wanted) => verdicts.find((v) => v.outcome === wanted)).find((v) => v) ??
          verdicts[0] ??
          inOrder(record, o);
        return { ...verdict, subject: subjectOf(record) };
      });
    });
  },
};

function contradictions(record: EvidenceRecord, pairs: Options['pairs'], outcome: 'fail' | 'review', within = 0): Verdict[] {
  return pairs.flatMap(([first, second]): Verdict[] => {
    const [a, b] = [readDate(record, first), readDate(record, second)];
    if (a.is !== 'date' || b.is !== 'date' || daysBetween(b.date, a.date) <= within) return [];
    return [
      {
        outcome,
        at: b.at,
        reason: `${first}-after-${second}`,
        message: `${labelOf(record)} has ${first} ${a.date} after ${second} ${b.date}`,
      },
    ];
  });
}

function unreadable(record: EvidenceRecord, o: Options): Verdict[] {
  if (!o.readable) return [];
  return datesOf(o).flatMap((field): Verdict[] => {
    const read = readDate(record, field);
    if (read.is !== 'unreadable') return [];
    return [
      {
        outcome: 'unknown',
        at: read.at,
        reason: `unreadable-${field}`,
        message: `${labelOf(record)} has ${field} ${quote(read.text)}: ${read.reason}`,
      },
    ];
  });
}

function datesOf(o: Options): readonly string[] {
  return [...new Set([...o.pairs.flat(), ...o.doubtful.flatMap(({ pair }) => pair), ...o.notFuture, ...o.upcoming])];
}

function ahead(record: EvidenceRecord, { notFuture, upcoming }: Options, { asOf }: CheckContext): Verdict[] {
  const inFuture = (field: string, outcome: 'fail' | 'review'): Verdict[] => {
    const read = readDate(record, field);
    if (read.is !== 'date' || read.date <= asOf) return [];
    const message = `${labelOf(record)} has ${field} ${read.date}, which is after ${asOf}`;
    return [{ outcome, at: read.at, reason: `${field}-ahead`, message }];
  };
  return [...notFuture.flatMap((f) => inFuture(f, 'fail')), ...upcoming.flatMap((f) => inFuture(f, 'review'))];
}

function inOrder(record: EvidenceRecord, o: Options): Verdict {
  const first = datesOf(o)
    .map((f) => readDate(record, f))
    .find((r) => r.is === 'date');
  if (first?.is === 'date')
    return { outcome: 'pass', at: first.at, reason: 'ordered', message: `${labelOf(record)}: its dates are in order` };
  return { outcome: 'not-applicable', at: record.at, reason: 'no-dates', message: `${labelOf(record)} states no dates to compare` };
}
