import * as z from 'zod';
import type { EvidenceRecord } from '../model/evidence.ts';
import { ofRecords } from './absent.ts';
import type { Check, CheckContext } from './check.ts';
import { count, dayUntil } from './deadline.ts';
import { type Conditions, conditions, labelOf, meets, quote, readDate, scopeSchema, subjectOf, textOf } from './records.ts';
import { giveWay, replacementSchema } from './replacement.ts';
import { type Verdict, verdict } from './verdict.ts';

const options = z.strictObject({
  of: scopeSchema,
  called: z.string().min(1),
  field: z.string(),
  /** What the day is: "expires", "is due". */
  verb: z.string(),
  /** The same of a day that is over: "expired", "was due". */
  past: z.string(),
  /** What a record says that states no day: `pass` where it runs on, `not-applicable` where another rule asks for the day. */
  unstated: z.enum(['pass', 'not-applicable']),
  /** Texts that say there is no end. */
  openEnded: z.array(z.string()).default([]),
  /** Records that are over whatever their day says. */
  over: z.strictObject(conditions).optional(),
  /** What takes the place of a record that is over. */
  replacedBy: replacementSchema.optional(),
});
type Options = z.infer<typeof options>;

/** A day that records set themselves has not passed; that day itself is still in time. One result for each record. */
export const dateNotPast: Check<Options> = {
  name: 'date-not-past',
  options,
  run(o, context) {
    return ofRecords(context, o, (records) => {
      const judged = records.map((record) => ({ record, result: { ...judge(record, o, context), subject: subjectOf(record) } }));
      return o.replacedBy ? giveWay(judged, o.replacedBy, context.asOf) : judged.map(({ result }) => result);
    });
  },
};

function judge(record: EvidenceRecord, o: Options, { asOf }: CheckContext): Verdict {
  const name = labelOf(record);
  const read = readDate(record, o.field);
  const at = read.is === 'absent' ? record.at : read.at;
  if (o.over !== undefined && isOver(record, o.over)) {
    const marks = Object.keys(o.over.where ?? {}).map((f) => textOf(record, f) ?? '');
    return verdict('fail', 'over', at, `${name} is marked as ${marks.join(', ')}`);
  }
  if (read.is === 'date') {
    const { last: lapses, left, trace } = dayUntil(o.verb, read.date, asOf);
    if (left < 0) return { ...verdict('fail', 'past', at, `${name} ${o.past} on ${lapses}, ${count(-left, 'day')} ago`), trace };
    return { ...verdict('pass', 'running', at, `${name} ${o.verb} on ${lapses}, ${count(left, 'day')} from ${asOf}`), lapses, trace };
  }
  const text = read.is === 'absent' ? '' : read.text.trim();
  const isOpen = o.openEnded.some((word) => word.toLowerCase() === text.toLowerCase());
  if (read.is === 'unreadable' && !isOpen)
    return verdict('unknown', 'unreadable', at, `${name} ${o.verb} on ${quote(text)}: ${read.reason}`);
  if (read.is === 'placeholder' && text && !isOpen) {
    return verdict('unknown', 'placeholder', at, `${name} has the placeholder ${quote(text)} for the day on which it ${o.verb}`);
  }
  return verdict(o.unstated, 'no-day', at, `${name} states no day on which it ${o.verb}`);
}

function isOver(record: EvidenceRecord, over: Conditions): boolean {
  return over.where !== undefined && meets(record, over);
}
