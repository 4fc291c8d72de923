import type { EvidenceRecord } from '../model/evidence.ts';
import type { CheckContext, CheckResult } from './check.ts';
import { inScope, recordsOf, type Scope } from './records.ts';

/** The one result of a rule whose kind of evidence the repository does not hold. */
export function absent(context: CheckContext, kind: string, message: string): CheckResult[] {
  return [{ outcome: context.whenAbsent, message, at: null, subject: `${kind}:none`, reason: `no-${kind}` }];
}

/** The one result of a rule that speaks of none of the records there are. */
export function noneInScope(kind: string, called: string): CheckResult[] {
  return [
    {
      outcome: 'not-applicable',
      message: `no ${called} is of the sort this speaks of`,
      at: null,
      subject: `${kind}:none`,
      reason: 'none-in-scope',
    },
  ];
}

/**
 * What is said of the records in scope; where there is no record, or none in scope, that alone is said. `noneLeft` is the message
 * where records out of scope are as good as none at all.
 */
export function ofRecords(
  context: CheckContext,
  { of, called, noneLeft }: { readonly of: Scope; readonly called: string; readonly noneLeft?: string | undefined },
  judge: (records: readonly [EvidenceRecord, ...EvidenceRecord[]]) => readonly CheckResult[],
): readonly CheckResult[] {
  if (!recordsOf(context.evidence, of.evidence).length) return absent(context, of.evidence, `no ${called} was found`);
  const [first, ...rest] = inScope(context.evidence, of, context.asOf);
  if (first) return judge([first, ...rest]);
  return noneLeft === undefined ? noneInScope(of.evidence, called) : absent(context, of.evidence, noneLeft);
}
