import * as z from 'zod';
import type { EvidenceRecord } from '../model/evidence.ts';
import { absent, noneInScope } from './absent.ts';
import type { Check, CheckResult } from './check.ts';
import { count } from './deadline.ts';
import { type Link, linker, linkSchema } from './link.ts';
import { fieldOf, inScope, labelOf, recordsOf, scopeSchema, subjectOf, textOf } from './records.ts';

const options = z.strictObject({
  of: scopeSchema,
  called: z.string().min(1),
  to: scopeSchema,
  toCalled: z.string().min(1),
  by: linkSchema,
  /** What a record says that has no other: "touches PHI and has no agreement". */
  missing: z.string().min(1),
});
type Options = z.infer<typeof options>;

/** Every record in scope has a record of another kind. A name that is only alike is left to a person. */
export const eachLinked: Check<Options> = {
  name: 'each-linked',
  options,
  run(o, context) {
    const all = recordsOf(context.evidence, o.of.evidence);
    if (!all.length) return absent(context, o.of.evidence, `no ${o.called} was found`);
    const records = inScope(context.evidence, o.of, context.asOf);
    if (!records.length) return unasked(o, all);
    const others = inScope(context.evidence, o.to, context.asOf);
    if (!recordsOf(context.evidence, o.to.evidence).length) {
      return absent(
        context,
        o.to.evidence,
        `no ${o.toCalled} was found; ${count(records.length, o.called)} would be in it, first ${labelOf(records[0] as EvidenceRecord)}`,
      );
    }
    const find = linker(others, o.by);
    return records.map((record) => judge(record, o, find(record)));
  },
};

/** Nothing in scope is good news only where the records say so: a field that is blank everywhere says nothing. */
function unasked(o: Options, all: readonly EvidenceRecord[]): CheckResult[] {
  const fields = Object.keys(o.of.where ?? {});
  const silent = all.filter((record) => fields.some((f) => textOf(record, f) === undefined));
  const [first] = silent;
  if (!first) return noneInScope(o.of.evidence, o.called);
  const at = fields.map((f) => fieldOf(first, f)?.at).find((place) => place !== undefined) ?? first.at;
  const message = `${silent.length} of ${count(all.length, o.called)} do not state ${fields.join(' and ')}, so that it cannot be told which are meant`;
  return [{ outcome: 'unknown', at, subject: `${o.of.evidence}:none`, reason: 'not-classified', message }];
}

function judge(record: EvidenceRecord, o: Options, { linked, perhaps }: Link): CheckResult {
  const base = { subject: subjectOf(record), at: record.at };
  if (linked) return { ...base, outcome: 'pass', reason: 'linked', message: `${labelOf(record)} has ${placed(linked)}` };
  if (perhaps) {
    return {
      ...base,
      outcome: 'review',
      reason: 'similar',
      message: `${labelOf(record)} ${o.missing} under this name; ${placed(perhaps)} may be meant: write the same name, or name it as an alias`,
    };
  }
  return { ...base, outcome: 'fail', reason: 'not-linked', message: `${labelOf(record)} ${o.missing}` };
}

function placed(record: EvidenceRecord): string {
  return `${record.kind} "${record.name}" (${record.at.path}:${record.at.line})`;
}
