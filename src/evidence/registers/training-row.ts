import type { Location } from '../../model/location.ts';
import type { ColumnMap } from './columns.ts';
import type { Interner } from './interner.ts';

/** One row of a training export, whatever the file format: the CSV scanner is one itself. */
export interface TrainingRow {
  readonly line: number;
  /** Text of a cell; empty where there is none, also for column -1. */
  cell(column: number): string;
  /** Length of a cell as the file writes it. */
  width(column: number): number;
  /** The number of a cell's text; -1 for a blank cell. */
  intern(column: number, interner: Interner): number;
  at(column: number): Location;
}

const PERSON_FIELDS = ['email', 'person-id', 'username', 'person-name'] as const;

/** The columns that make up a person's key: one, or first and last name. */
export type Identity = readonly number[];

/**
 * Chooses the column that names people: the one whose values the roster knows best, in the sampled rows; without a
 * roster e-mail before id before user name before name. A first and a last name are joined as `First Last`.
 */
export function chooseIdentity(columns: ColumnMap, sample: Iterable<TrainingRow>, roster: ReadonlySet<string>): Identity | null {
  const options = identities(columns);
  if (roster.size === 0 || options.length < 2) return options[0] ?? null;
  const hits = options.map(() => 0);
  for (const row of sample) {
    for (const [index, option] of options.entries()) if (roster.has(keyOf(row, option).toLowerCase())) hits[index] = (hits[index] ?? 0) + 1;
  }
  return options[hits.indexOf(Math.max(...hits))] ?? null;
}

function identities(columns: ColumnMap): Identity[] {
  const single = PERSON_FIELDS.map((field) => [columns.get(field) ?? -1]);
  const [first, last] = [columns.get('first-name') ?? -1, columns.get('last-name') ?? -1];
  const joined = last < 0 ? [] : [first < 0 ? [last] : [first, last]];
  return [...single.filter(([column]) => column !== -1), ...joined];
}

/** The key of the person in a row; empty where the row names nobody. */
export function keyOf(row: TrainingRow, identity: Identity): string {
  return identity
    .map((column) => row.cell(column))
    .join(' ')
    .trim();
}
