import type { CalendarDate } from '../calendar.ts';
import type { Location } from './location.ts';

/** The kinds of record a repository can hold. Their fields are named in `rules/vocabulary/registers.yml`. */
export const EVIDENCE_KINDS = [
  'policy',
  'agreement',
  'vendor',
  'risk-assessment',
  'risk',
  'vulnerability',
  'person',
  'training-record',
  'asset',
  'attestation',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** What a read field can hold. */
export type FieldValue = string | number | boolean | CalendarDate | readonly string[];

/**
 * One field as it was read. A field that is not there at all is absent from the record.
 * `placeholder`: present, but blank or to be filled in; it counts as absent and the message can point at it.
 * `unreadable`: present, but could not be understood (an impossible date, an ambiguous day/month order).
 */
export type Field =
  | { readonly state: 'value'; readonly value: FieldValue; readonly text: string; readonly at: Location }
  | { readonly state: 'placeholder'; readonly text: string; readonly at: Location }
  | { readonly state: 'unreadable'; readonly text: string; readonly at: Location; readonly reason: string };

/** One dated, owned fact of the repository. */
export interface EvidenceRecord {
  readonly kind: EvidenceKind;
  /** What a reader calls it: a vendor's name, a policy's title, a risk's id. For people a short id, never a name. */
  readonly name: string;
  readonly at: Location;
  readonly fields: Readonly<Record<string, Field | undefined>>;
  /** Fields that a statement about the whole set gives this record; its own fields come first. */
  readonly inherited?: Readonly<Record<string, Field | undefined>>;
}

/** How far a text carries a topic. */
export type Degree = 'covered' | 'partly' | 'mentioned';

/** One topic as one document speaks of it. */
export interface TopicCoverage {
  readonly topic: string;
  readonly degree: Degree;
  /** The line of the section or sentence relied on. */
  readonly at: Location;
  /** The sentence relied on, as written, markup removed. */
  readonly sentence: string;
  /** Titles of the topic's elements that were found, and of those that were not. */
  readonly found: readonly string[];
  readonly missing: readonly string[];
}

/** What a document is. Only governing documents (`policy`, `procedure`) can cover a topic. */
export type DocumentRole = 'policy' | 'procedure' | 'other';

/** A written document of the programme. */
export interface Policy extends EvidenceRecord {
  readonly kind: 'policy';
  readonly role: DocumentRole;
  readonly topics: readonly TopicCoverage[];
}

/**
 * Every row of every training export, column by column: an export has up to millions of rows, and an object for each
 * would not fit. Row i is `people[person[i]]`, `modules[module[i]]`, …
 */
export interface TrainingLedger {
  /** Distinct person keys as written (e-mail, id or name), and distinct module titles as written. */
  readonly people: readonly string[];
  readonly modules: readonly string[];
  readonly person: Uint32Array;
  readonly module: Uint32Array;
  /** Day number of completion (see calendar.ts); `NO_DAY` when there is none, `BAD_DAY` when it could not be read. */
  readonly completed: Int32Array;
  /** 1 when the row says that the module was completed and passed, 0 when it says that it was not. */
  readonly done: Uint8Array;
  /** Day number on which the completion lapses by its own record; `NO_DAY` when the row states none, `BAD_DAY` when it could not be read. */
  readonly expires?: Int32Array;
  readonly file: Uint16Array;
  readonly line: Uint32Array;
  readonly paths: readonly string[];
}
export const NO_DAY = -2147483648;
export const BAD_DAY = -2147483647;

/** What can be wrong with reading; the rule `record-readable` says what each counts as. */
export const READING_PROBLEMS = [
  'not-scanned',
  'broken-file',
  'ragged-row',
  'missing-column',
  'ambiguous-date',
  'impossible-date',
  'far-future-date',
  'duplicate-record',
  'unknown-value',
  'personal-data',
  'setting-unused',
  'link-not-followed',
] as const;

/** Something in a register that could not be read as it stands. The rest of the file is read all the same. */
export interface ReadingProblem {
  readonly code: (typeof READING_PROBLEMS)[number];
  readonly message: string;
  readonly at: Location;
}

/** A register file and how it was understood. */
export interface Register {
  readonly kind: EvidenceKind;
  readonly path: string;
  /** Number of records read. */
  readonly records: number;
  /** field -> heading or key as written in the file. */
  readonly columns: Readonly<Record<string, string>>;
  /** Headings or keys that stand for no field that is read, as written. */
  readonly unread: readonly string[];
}

/** All that was read from a workspace. */
export interface Evidence {
  readonly records: readonly EvidenceRecord[];
  readonly policies: readonly Policy[];
  readonly training: TrainingLedger;
  readonly registers: readonly Register[];
  readonly problems: readonly ReadingProblem[];
}
