import * as z from 'zod';
import type { EvidenceRecord } from '../model/evidence.ts';
import { ofRecords } from './absent.ts';
import type { Check, CheckContext } from './check.ts';
import { type Link, linker, linkSchema } from './link.ts';
import { conditions, fieldOf, inScope, labelOf, meets, quote, readDate, scopeSchema, subjectOf, textOf } from './records.ts';
import { type Verdict, verdict } from './verdict.ts';

const options = z.strictObject({
  of: scopeSchema,
  called: z.string().min(1),
  status: z.string(),
  /** Status words that mean it was signed by both sides. */
  executed: z.array(z.string()).min(1),
  /** Status words that a person has to judge. */
  review: z.array(z.string()).default([]),
  /** Status words that say there is none: a gap of the record of another kind that is linked, and a gap here without one. */
  none: z.strictObject({ words: z.array(z.string()).min(1), of: scopeSchema }),
  /** Status words that say that none is needed, and the records of another kind that prove it. */
  exempt: z.strictObject({ words: z.array(z.string()).min(1), because: scopeSchema, by: linkSchema }),
  /** How two of them are known to be with the same party, the last day of one, and what says that it is over. */
  beside: z.strictObject({ by: linkSchema, until: z.string(), over: z.strictObject(conditions) }),
  /** The day of signature; `weak` is a day from which it can only be guessed. */
  date: z.string(),
  weak: z.string(),
  /** Records of the past, which are left alone. */
  past: z.strictObject(conditions),
});
type Options = z.infer<typeof options>;
type Others = Readonly<Record<'exempting' | 'owning', (record: EvidenceRecord) => Link>>;

/** Every contract is signed: its status says so and the day of signature is stated and not in the future. */
export const executed: Check<Options> = {
  name: 'executed',
  options,
  run(o, context) {
    return ofRecords(context, o, (records) => {
      const others = {
        exempting: linker(inScope(context.evidence, o.exempt.because, context.asOf), o.exempt.by),
        owning: linker(inScope(context.evidence, o.none.of, context.asOf), o.exempt.by),
      };
      const judged = records.map((record) => ({ record, said: judge(record, o, context, others) }));
      const running = judged.filter(({ record, said }) => said.reason === 'signed' && runs(record, o, context)).map((j) => j.record);
      const signed = linker(running, o.beside.by);
      return judged.map(({ record, said }) => ({ ...settle(said, signed(record)), subject: subjectOf(record) }));
    });
  },
};

function judge(record: EvidenceRecord, o: Options, context: CheckContext, others: Others): Verdict {
  const name = labelOf(record);
  const field = fieldOf(record, o.status);
  const status = textOf(record, o.status)?.toLowerCase();
  const at = field?.at ?? record.at;
  if (meets(record, o.past)) return verdict('not-applicable', 'past', at, `${name} is ${status ?? 'over'}`);
  if (field?.state === 'unreadable')
    return verdict('unknown', 'unknown-status', at, `${name} has the status ${quote(field.text)}: ${field.reason}`);
  if (status === undefined) {
    if (!field?.text.trim()) return dated(record, o, context);
    return verdict('fail', 'placeholder-status', at, `${name} has the placeholder ${quote(field.text)} for its status`);
  }
  if (o.none.words.includes(status)) {
    const { linked: owner } = others.owning(record);
    if (owner) return verdict('not-applicable', 'none', at, `there is none: ${owner.at.path}:${owner.at.line} is judged for it`);
  }
  if (o.exempt.words.includes(status)) {
    const { linked: proof } = others.exempting(record);
    if (proof) return verdict('pass', 'exempt', at, `${name} needs none: ${proof.at.path}:${proof.at.line} says why`);
    return verdict('review', 'exempt-unproven', at, `${name} is marked "${status}", but no record shows that none is needed`);
  }
  if (o.review.includes(status))
    return verdict('review', status, at, `${name} is marked "${status}": a person must find the agreement that covers it`);
  if (o.executed.includes(status)) return dated(record, o, context);
  return verdict('fail', status.replace(/\s+/g, '-'), at, `${name} is not signed: its status is "${status}"`);
}

function dated(record: EvidenceRecord, o: Options, { asOf }: CheckContext): Verdict {
  const name = labelOf(record);
  const read = readDate(record, o.date);
  if (read.is === 'date' && read.date <= asOf) return verdict('pass', 'signed', read.at, `${name} was signed on ${read.date}`);
  if (read.is === 'date')
    return verdict('fail', 'signed-ahead', read.at, `${name} is marked as signed on ${read.date}, which is after ${asOf}`);
  if (read.is === 'unreadable')
    return verdict('unknown', 'unreadable-date', read.at, `${name} was signed on ${quote(read.text)}: ${read.reason}`);
  const weak = readDate(record, o.weak);
  if (read.is === 'absent' && weak.is === 'date') {
    return verdict('review', 'weak-date', weak.at, `${name} states ${o.weak} ${weak.date}, but not when it was signed`);
  }
  const blank = read.is === 'placeholder' && read.text.trim() ? ` (the placeholder ${quote(read.text)} stands there)` : '';
  return verdict('fail', 'not-dated', read.is === 'placeholder' ? read.at : record.at, `${name} does not state when it was signed${blank}`);
}

/** False of an agreement that is over: it binds nobody, so that no draft is its renewal. */
function runs(record: EvidenceRecord, { beside }: Options, { asOf }: CheckContext): boolean {
  const until = readDate(record, beside.until);
  return !meets(record, beside.over) && !(until.is === 'date' && until.date < asOf);
}

/** A draft beside a signed agreement of the same name is a renewal under way, not a gap. */
function settle(said: Verdict, { linked: other }: Link): Verdict {
  if (said.outcome !== 'fail' || !other) return said;
  return {
    ...said,
    outcome: 'review',
    reason: `${said.reason}-beside-signed`,
    message: `${said.message}; ${other.at.path}:${other.at.line} is signed`,
  };
}
