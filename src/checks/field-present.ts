import * as z from 'zod';
import type { EvidenceRecord } from '../model/evidence.ts';
import { ofRecords } from './absent.ts';
import type { Check, CheckResult } from './check.ts';
import { conditions, fieldOf, labelOf, meets, quote, scopeSchema, subjectOf, textOf } from './records.ts';
import { type Verdict, verdict } from './verdict.ts';

const need = z.strictObject({
  /** What the message calls it, with its article: "an owner". */
  what: z.string().min(1),
  /** Any one of these fields answers the need. */
  anyOf: z.array(z.string()).min(1),
  /** Fields that point to an answer without giving it: a person must look. */
  hints: z.array(z.string()).default([]),
  ...conditions,
});
const options = z.strictObject({
  of: scopeSchema,
  needs: z.array(need).min(1),
  called: z.string().min(1),
  /** What is said where no record is in scope and that is as bad as having none. */
  noneLeft: z.string().optional(),
});
type Options = z.infer<typeof options>;
type Need = z.infer<typeof need>;

/** Every record in scope states what is needed. A placeholder is no statement. One result for each record. */
export const fieldPresent: Check<Options> = {
  name: 'field-present',
  options,
  run(o, context) {
    return ofRecords(context, o, (records) =>
      records.map((record) =>
        judge(
          record,
          o.needs.filter((n) => meets(record, n)),
        ),
      ),
    );
  },
};

function judge(record: EvidenceRecord, needs: readonly Need[]): CheckResult {
  const answers = needs.map((n) => answer(record, n));
  const worst = (['fail', 'unknown', 'review'] as const).find((outcome) => answers.some((a) => a.outcome === outcome));
  const open = answers.filter((a) => a.outcome === worst);
  const [first] = open;
  if (!first) {
    const what = needs.map((n) => n.what).join(' and ');
    return {
      outcome: 'pass',
      subject: subjectOf(record),
      reason: 'stated',
      at: answers[0]?.at ?? record.at,
      message: what ? `${labelOf(record)} states ${what}` : `${labelOf(record)} needs nothing more`,
    };
  }
  return { ...first, subject: subjectOf(record), message: `${labelOf(record)} ${open.map((a) => a.message).join(', and ')}` };
}

function answer(record: EvidenceRecord, { what, anyOf, hints }: Need): Verdict {
  const key = anyOf[0] ?? '';
  const fields = anyOf.map((name) => fieldOf(record, name));
  const blank = fields.find((f) => f?.state === 'placeholder');
  const placeholder = blank?.text.trim() ? quote(blank.text) : null;
  const stated = anyOf.find((name) => textOf(record, name) !== undefined);
  if (stated !== undefined) {
    // A filled date beside `Approved by: TBD` is a statement and its contradiction.
    if (blank && placeholder)
      return verdict('review', `half-${key}`, blank.at, `states ${what}, but ${placeholder} is still to be filled in`);
    return verdict('pass', 'stated', fieldOf(record, stated)?.at ?? record.at, `states ${what}`);
  }
  const unreadable = fields.find((f) => f?.state === 'unreadable');
  if (unreadable?.state === 'unreadable') {
    return verdict('unknown', `unreadable-${key}`, unreadable.at, `states ${what} as ${quote(unreadable.text)}: ${unreadable.reason}`);
  }
  const hint = hints.find((name) => textOf(record, name) !== undefined);
  if (hint) return verdict('review', `hint-${key}`, fieldOf(record, hint)?.at ?? record.at, `states ${hint}, but not ${what}`);
  const at = blank?.at ?? record.at;
  if (placeholder) return verdict('fail', `no-${key}`, at, `has the placeholder ${placeholder} in place of ${what}`);
  return verdict('fail', `no-${key}`, at, `does not state ${what}`);
}
