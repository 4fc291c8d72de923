import type { CheckContext, CheckResult } from './check.ts';

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
