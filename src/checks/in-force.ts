import * as z from 'zod';
import type { CalendarDate } from '../calendar.ts';
import type { EvidenceRecord } from '../model/evidence.ts';
import { absent } from './absent.ts';
import type { Check, CheckContext } from './check.ts';
import { count, dayUntil } from './deadline.ts';
import { type DateReading, fieldOf, inScope, labelOf, quote, readDate, scopeSchema, subjectOf, textOf } from './records.ts';
import type { Verdict } from './verdict.ts';

const options = z.strictObject({
  of: scopeSchema,
  called: z.string().min(1),
  /** Fields without which a record counts for nothing. */
  needs: z.array(z.string()).min(1),
  /** Field with the id of the control it speaks of. */
  control: z.string().optional(),
  from: z.string(),
  until: z.string(),
});
type Options = z.infer<typeof options>;

/** Every record is complete and holds today: its day of beginning has come and its last day has not passed. */
export const inForce: Check<Options> = {
  name: 'in-force',
  options,
  run(o, context) {
    const records = inScope(context.evidence, o.of, context.asOf);
    if (!records.length) return absent(context, o.of.evidence, `no ${o.called} was found`);
    return records.map((record) => ({ subject: subjectOf(record), ...judge(record, o, context) }));
  },
};

function judge(record: EvidenceRecord, o: Options, { asOf, known }: CheckContext): Verdict {
  const name = `${o.called} ${quote(labelOf(record))}`;
  const missing = o.needs.filter((field) => textOf(record, field) === undefined && fieldOf(record, field)?.state !== 'unreadable');
  if (missing.length) {
    const at = missing.map((f) => fieldOf(record, f)?.at).find((place) => place !== undefined) ?? record.at;
    return { outcome: 'fail', at, reason: 'incomplete', message: `${name} does not state: ${missing.join(', ')}` };
  }
  const control = o.control === undefined ? undefined : textOf(record, o.control);
  if (o.control !== undefined && control !== undefined && !known.controls.has(control)) {
    const at = fieldOf(record, o.control)?.at ?? record.at;
    const message = `${name} names ${quote(control)}, which is no control; write framework:control, such as hipaa:164.308(a)(8)`;
    return { outcome: 'fail', at, reason: 'unknown-control', message };
  }
  const [from, until] = [readDate(record, o.from), readDate(record, o.until)];
  if (from.is !== 'date' || until.is !== 'date') {
    const unread = from.is === 'date' ? until : from;
    const at = unread.is === 'absent' || unread.is === 'date' ? record.at : unread.at;
    return { outcome: 'unknown', at, reason: 'unreadable', message: `${name} has a day that cannot be read` };
  }
  return within(record, o, { from, until, name, asOf });
}

type Days = { readonly from: Dated; readonly until: Dated; readonly name: string; readonly asOf: CalendarDate };
type Dated = Extract<DateReading, { is: 'date' }>;

function within(record: EvidenceRecord, o: Options, { from, until, name, asOf }: Days): Verdict {
  if (from.date > asOf)
    return { outcome: 'fail', at: from.at, reason: 'ahead', message: `${name} begins on ${from.date}, which is after ${asOf}` };
  const due = dayUntil(o.until, until.date, asOf);
  if (due.left < 0)
    return {
      outcome: 'fail',
      at: until.at,
      reason: 'expired',
      trace: due.trace,
      message: `${name} expired on ${until.date}, ${count(-due.left, 'day')} ago`,
    };
  return {
    outcome: 'pass',
    at: record.at,
    reason: 'current',
    lapses: due.last,
    trace: due.trace,
    message: `${name} holds until ${until.date}`,
  };
}
