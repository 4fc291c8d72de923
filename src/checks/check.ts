import type * as z from 'zod';
import type { CalendarDate } from '../calendar.ts';
import type { Config } from '../model/config.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Outcome } from '../model/outcome.ts';
import type { CheckResult, Waiver } from '../model/report.ts';
import type { LastCommit, Workspace } from '../model/workspace.ts';

/** Everything a check may look at. Nothing in it changes while rules are evaluated. */
export interface CheckContext {
  readonly evidence: Evidence;
  readonly waivers: readonly Waiver[];
  readonly config: Config;
  readonly asOf: CalendarDate;
  /** Outcome that the rule wants when there is no evidence of its kind at all. */
  readonly whenAbsent: Exclude<Outcome, 'pass'>;
  /** Every id that a waiver or an attestation can name: rules, and controls as `framework:control`. */
  readonly known: { readonly rules: ReadonlySet<string>; readonly controls: ReadonlySet<string> };
  /** Last commits of the given paths, where history is available. */
  readonly history: Workspace['history'];
}

/**
 * A kind of check. Rules are data; each names a check and gives it options. A check judges every subject it finds and
 * returns a result for each, passes too: they are what a control's verdict rests on. It never returns an empty list.
 */
export interface Check<Options> {
  readonly name: string;
  /** Strict: an unknown option is an error where rules are loaded. */
  readonly options: z.ZodType<Options>;
  /** Topic ids in the options, so that loading can refuse unknown ones. */
  readonly topics?: (options: Options) => readonly string[];
  run(options: Options, context: CheckContext): readonly CheckResult[];
}

export type { CheckResult, LastCommit };
