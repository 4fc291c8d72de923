import type { CalendarDate } from '../calendar.ts';
import type { EvidenceRecord, Policy, Register } from './evidence.ts';
import type { Location } from './location.ts';
import type { ControlOutcome, Outcome, Severity } from './outcome.ts';

/** One statement of a check about one subject. */
export interface CheckResult {
  readonly outcome: Outcome;
  readonly message: string;
  /** Where a reader should look; null where the repository holds nothing to point at. */
  readonly at: Location | null;
  /** `kind:name` of what is judged, stable between runs; the fingerprint is built from it. */
  readonly subject: string;
  /** Stable short word for the reason within the rule, such as `no-version`; equal reasons are folded. */
  readonly reason: string;
  /** The last day on which this result still passes, where time alone will end it. */
  readonly lapses?: CalendarDate;
  /** The arithmetic behind the verdict in words, for `explain`. */
  readonly trace?: string;
}

/** Everything one rule said. */
export interface Judgement {
  readonly rule: string;
  /** The worst of the results: fail, unknown, review, pass, not-applicable. */
  readonly outcome: Outcome;
  readonly results: readonly CheckResult[];
}

/** Why a failing result is accepted for a time. */
export interface Waiver {
  /** Rule id, or `framework:control`. */
  readonly target: string;
  /** Limits the waiver to one subject; null waives every subject of the target. */
  readonly subject: string | null;
  readonly reason: string;
  readonly owner: string;
  readonly approver: string;
  readonly created: CalendarDate | null;
  readonly expires: CalendarDate;
  readonly at: Location;
}

/** One problem of the scanned records: one fact, one finding, however many controls it touches. */
export interface Finding {
  /** The rule; of several that one absence breaks, the gravest. */
  readonly rule: string;
  /** Every rule that this one fact breaks; more than one only where something is missing altogether. */
  readonly rules: readonly string[];
  readonly outcome: Exclude<Outcome, 'pass' | 'not-applicable'>;
  readonly severity: Severity;
  readonly message: string;
  /** Where to look; null only for something that is missing from the repository as a whole. */
  readonly at: Location | null;
  readonly subject: string;
  /** `framework:control` of every control in scope that asks for the rule. */
  readonly controls: readonly string[];
  /** `introduced` or `existing` against a base; null without one. */
  readonly origin: 'introduced' | 'existing' | null;
  /** Stable over line moves: rule, subject and reason, hashed. */
  readonly fingerprint: string;
  readonly waiver: Waiver | null;
  readonly remediation: string;
  /** The stable short word of the check's result, such as `no-version`. */
  readonly reason: string;
  /** How many subjects share it, and where the others are. */
  readonly count: number;
  readonly also: readonly Location[];
}

/** The line a control's verdict rests on. */
export interface ControlEvidence {
  readonly kind: string;
  readonly path: string;
  readonly line: number;
  readonly rule: string;
}

export interface ControlReadiness {
  readonly id: string;
  readonly title: string;
  readonly section: string;
  readonly specification: 'standard' | 'required' | 'addressable' | null;
  readonly outcome: ControlOutcome;
  /** Why it is manual or not applicable, or null. */
  readonly reason: string | null;
  readonly rules: readonly { readonly id: string; readonly outcome: Outcome }[];
  readonly evidence: readonly ControlEvidence[];
}

/** Share of applicable controls that are met, in percent, unrounded; null when there are none. */
export interface Readiness {
  /** Only controls proven by current evidence. */
  readonly strict: number | null;
  /** The same plus controls under an unexpired waiver. Never below `strict`. */
  readonly accepted: number | null;
  readonly counts: Readonly<Record<ControlOutcome, number>>;
}

export interface FrameworkReadiness {
  readonly id: string;
  readonly title: string;
  readonly figure: string;
  readonly level: string | null;
  readonly readiness: Readiness;
  readonly sections: readonly { readonly id: string; readonly title: string; readonly readiness: Readiness }[];
  readonly controls: readonly ControlReadiness[];
}

/** `threshold` of the violation that nothing which counts as evidence was found. */
export const NOTHING_TO_SCAN = 'evidence > 0';

/** One broken line of the gate. */
export interface Violation {
  /** Such as `hipaa.strict >= 90` or `hipaa.blockers: agreement-executed`. */
  readonly threshold: string;
  readonly actual: number | null;
  readonly message: string;
}

export interface GateVerdict {
  readonly passed: boolean;
  /** Number of thresholds and blockers that the configuration sets; 0: only an empty repository fails. */
  readonly bars: number;
  readonly violations: readonly Violation[];
}

/** Something that is in order today and ends with time alone. */
export interface Lapse {
  readonly date: CalendarDate;
  /** Days from the as-of date. */
  readonly days: number;
  readonly rule: string;
  readonly subject: string;
  readonly at: Location | null;
  readonly message: string;
}

/** All that a printer needs. */
export interface Report {
  readonly version: string;
  readonly asOf: CalendarDate;
  readonly label: string;
  readonly commit: string | null;
  readonly configPath: string | null;
  readonly role: string | null;
  readonly files: { readonly read: number; readonly notRead: number };
  readonly policies: readonly Policy[];
  readonly records: readonly EvidenceRecord[];
  readonly registers: readonly Register[];
  readonly findings: readonly Finding[];
  readonly frameworks: readonly FrameworkReadiness[];
  readonly lapses: readonly Lapse[];
  readonly gate: GateVerdict;
  /** True when nothing that counts as evidence was found. */
  readonly empty: boolean;
}
