import * as z from 'zod';
import type { EvidenceRecord } from '../model/evidence.ts';
import { absent, noneInScope } from './absent.ts';
import type { Check, CheckResult } from './check.ts';
import { count } from './deadline.ts';
import { type Link, linker, linkSchema } from './link.ts';
import { fieldOf, inScope, labelOf, meets, recordsOf, scopeSchema, subjectOf, textOf } from './records.ts';

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
    const unsure = unclassified(o, all);
    const [first] = records;
    if (!first) return unsure.length ? unsure : noneInScope(o.of.evidence, o.called);
    if (!recordsOf(context.evidence, o.to.evidence).length) {
      const message = `no ${o.toCalled} was found; ${count(records.length, o.called)} would be in it, first ${labelOf(first)}`;
      return [...absent(context, o.to.evidence, message), ...unsure];
    }
    const find = linker(inScope(context.evidence, o.to, context.asOf), o.by);
    return [...records.map((record) => judge(record, o, find(record))), ...unsure];
  },
};

/** Records of which nothing says whether they are in scope: each by itself, or all at once where none of the set says it. */
function unclassified(o: Options, all: readonly EvidenceRecord[]): CheckResult[] {
  const fields = Object.keys(o.of.where ?? {});
  const candidates = all.filter((record) => meets(record, { unless: o.of.unless }));
  const silent = candidates.filter((record) => fields.some((f) => textOf(record, f) === undefined));
  const [first] = silent;
  if (!first) return [];
  const outcome = { outcome: 'unknown', reason: 'not-classified' } as const;
  if (silent.length === candidates.length) {
    const message = `none of ${count(silent.length, o.called)} says ${fields.join(' and ')}, so that it cannot be told which are meant`;
    return [{ ...outcome, at: first.at, subject: `${o.of.evidence}:none`, message }];
  }
  return silent.map((record) => {
    const at = fields.map((f) => fieldOf(record, f)?.at).find((place) => place !== undefined) ?? record.at;
    const message = `${labelOf(record)} does not say ${fields.join(' and ')}, so that it cannot be told whether it is meant`;
    return { ...outcome, at, subject: subjectOf(record), message };
  });
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
