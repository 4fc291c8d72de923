import type { Location } from './location.ts';
import type { Outcome, Severity } from './outcome.ts';

/** Why a rule asks: a framework's own text (`requirement`) or common practice, with the source of the fact. */
export interface Basis {
  readonly kind: 'requirement' | 'practice';
  readonly source: string;
}

/** One testable statement. `title` can be answered yes or no. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly basis: Basis;
  /** Name of the kind of check, and its options as validated by that check's own schema. */
  readonly check: string;
  readonly options: unknown;
  /** The outcome when the repository holds no evidence of the kind at all. */
  readonly whenAbsent: Exclude<Outcome, 'pass'>;
  readonly remediation: string;
  /** Judged even when no control in scope asks for it: it speaks of the records themselves. */
  readonly always: boolean;
}

/** One requirement of a framework. No rules means that no file can show it: `manual` says why. */
export interface Control {
  readonly id: string;
  readonly title: string;
  readonly section: string;
  /** `required` and `addressable` are HIPAA's words for implementation specifications. */
  readonly specification: 'standard' | 'required' | 'addressable' | null;
  readonly rules: readonly string[];
  readonly manual: string | null;
  /** Assessment levels that ask for it; empty where the framework has none. */
  readonly levels: readonly string[];
  /** Category (SOC 2) that must be in scope for it, or null. */
  readonly category: string | null;
}

export interface Section {
  readonly id: string;
  readonly title: string;
}

/** A framework as data. */
export interface RulePack {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly source: string;
  /** What the readiness figure of this framework is called. */
  readonly figure: string;
  readonly sections: readonly Section[];
  readonly controls: readonly Control[];
}

/** A subject that policy prose can cover. Patterns are read by evidence/topics. */
export interface Topic {
  readonly id: string;
  readonly title: string;
  /** Patterns for headings and titles. */
  readonly headings: readonly string[];
  /** Patterns for one sentence of prose. */
  readonly says: readonly string[];
  /** Patterns that show the subject is spoken of at all; less than coverage. */
  readonly mentions: readonly string[];
  /** Sentences or headings that match one of these speak of something else. */
  readonly not: readonly string[];
  /** What a covering text must hold. `required` ones make the difference between covered and partly covered. */
  readonly elements: readonly TopicElement[];
}

export interface TopicElement {
  readonly id: string;
  readonly title: string;
  readonly says: readonly string[];
}

/** All shipped data, validated. */
export interface Ruleset {
  readonly packs: readonly RulePack[];
  readonly rules: ReadonlyMap<string, Rule>;
  readonly topics: readonly Topic[];
  readonly vocabulary: Vocabulary;
}

/** How a register writes its kind, fields and words. */
export interface Vocabulary {
  /** How documents label their own data: field -> labels, without case. */
  readonly labels: Readonly<Record<string, readonly string[]>>;
  readonly registers: readonly RegisterWords[];
  readonly headings?: HeadingWords;
}

/** How headings are shortened and varied in every kind of register. */
export interface HeadingWords {
  /** Short word -> the word it stands for. */
  readonly abbreviations: Readonly<Record<string, string>>;
  /** Words that only say that a column holds dates. */
  readonly dateWords: readonly string[];
  /** Words of headings of dates that no record needs. */
  readonly sideDates: readonly string[];
  /** Remarks at the end of a heading. */
  readonly remarks: readonly string[];
  /** Words of a rating: high, medium, low. */
  readonly levels: readonly string[];
}

export type FieldType = 'text' | 'date' | 'yes-no' | 'status' | 'level' | 'number' | 'list' | 'id';

export interface FieldWords {
  readonly name: string;
  readonly type: FieldType;
  /** Headings and keys that mean this field, without case and punctuation. */
  readonly headings: readonly string[];
  /** Set where the cells, not the heading alone, tell this field from another one of the same heading. */
  readonly holds?: 'levels' | undefined;
  /** Set for dates that rules ask for: where none is found, a column of dates that was not understood is a problem. */
  readonly awaited?: boolean | undefined;
  /** For `status` and `level`: canonical word -> spellings. */
  readonly words: Readonly<Record<string, readonly string[]>>;
  /** For `status`: words and phrases that may follow one of the words without changing it. */
  readonly remarks?: readonly string[];
}

export interface RegisterWords {
  readonly kind: string;
  readonly title: string;
  /** Words of a file name that suggest this kind. */
  readonly files: readonly string[];
  /** Keys of a YAML or JSON document that hold a list of this kind. */
  readonly keys: readonly string[];
  readonly fields: readonly FieldWords[];
  /** Fields without which a table is not of this kind: each inner list needs one of its fields. */
  readonly needs: readonly (readonly string[])[];
}

/** A problem of the set-up (a rule file, the configuration), with its place. */
export interface SetupProblem {
  readonly message: string;
  readonly at: Location;
}
