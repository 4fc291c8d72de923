import type { Location } from '../model/location.ts';
import type { Outcome } from '../model/outcome.ts';
import type { CheckResult } from '../model/report.ts';

/** What is said of one subject, before the subject's name is put to it. */
export type Verdict = Omit<CheckResult, 'subject'>;

/** A verdict whose end no calendar brings about. */
export function verdict(outcome: Outcome, reason: string, at: Location | null, message: string): Verdict {
  return { outcome, reason, at, message };
}
