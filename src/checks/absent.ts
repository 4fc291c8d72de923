import type { CheckContext, CheckResult } from './check.ts';

/** The one result of a rule whose kind of evidence the repository does not hold. */
export function absent(context: CheckContext, kind: string, message: string): CheckResult[] {
  return [{ outcome: context.whenAbsent, message, at: null, subject: `${kind}:none`, reason: `no-${kind}` }];
}
