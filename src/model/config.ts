import type { CalendarDate } from '../calendar.ts';
import type { EvidenceKind } from './evidence.ts';
import type { Location } from './location.ts';
import type { SetupProblem } from './pack.ts';

/** Where evidence of one kind stands and what its columns mean, when discovery needs help. */
export interface EvidenceSource {
  readonly files: readonly string[];
  /** field -> heading as written in the file. */
  readonly columns: Readonly<Record<string, string>>;
}

export interface FrameworkScope {
  /** SOC 2 categories in scope; security always is. Empty for other frameworks. */
  readonly categories: readonly string[];
  /** HITRUST level, or null. */
  readonly level: string | null;
}

export interface Threshold {
  readonly framework: string;
  readonly strict: number | null;
  readonly accepted: number | null;
  readonly blockers: readonly string[];
  readonly at: Location;
}

/** The configuration with every default filled in. */
export interface Config {
  /** Path of the configuration file, or null where defaults were used. */
  readonly path: string | null;
  readonly role: 'covered-entity' | 'business-associate' | null;
  readonly frameworks: ReadonlyMap<string, FrameworkScope>;
  /** Settings that change nothing in this version, said in the report. */
  readonly notes: readonly SetupProblem[];
  readonly sources: ReadonlyMap<EvidenceKind, EvidenceSource>;
  readonly exclude: readonly string[];
  readonly dates: 'us' | 'day-first' | null;
  readonly training: {
    /** role or `all` -> module names. Empty: the rule's own default modules. */
    readonly modules: ReadonlyMap<string, readonly string[]>;
    readonly graceDays: number | null;
    readonly validMonths: number | null;
  };
  readonly gate: readonly Threshold[];
  /** Outcome of the gate when nothing could be judged. */
  readonly allowEmpty: boolean;
  readonly waivers: string | null;
  /** As-of date fixed by the configuration, or null. */
  readonly asOf: CalendarDate | null;
}
