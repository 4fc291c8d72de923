import { BAD_DAY, NO_DAY, type TrainingLedger } from '../model/evidence.ts';
import type { PeopleIndex } from './people.ts';
import type { RequiredModule } from './training-modules.ts';

/** Row of the ledger, or -1: what the export knows of one person and one module. */
export interface Completion {
  /** Latest completion that counts: not before the person's start, not in the future. */
  latest: number;
  /** Rows that do not count, and why. */
  beforeStart: number;
  future: number;
  unreadable: number;
  undated: number;
  /** Latest completion under a name of several people, this one among them. */
  ambiguous: number;
}

/**
 * Reads the ledger once. Result: person * modules + module -> completion; a cell without a row is undefined. A million
 * rows cost a few look-ups each, and people and titles are matched once per distinct text.
 */
export function completionsOf(
  ledger: TrainingLedger,
  people: PeopleIndex,
  modules: readonly RequiredModule[],
  starts: readonly (number | null)[],
  asOf: number,
): (Completion | undefined)[] {
  const cells: (Completion | undefined)[] = new Array(starts.length * modules.length).fill(undefined);
  const cellOf = (person: number, module: number): Completion => {
    const index = person * modules.length + module;
    const cell = cells[index] ?? { latest: -1, beforeStart: -1, future: -1, unreadable: -1, undated: -1, ambiguous: -1 };
    cells[index] = cell;
    return cell;
  };
  const found = ledger.people.map((key) => people.find(key));
  const modulesOf = ledger.modules.map((title) => modules.flatMap((m, i) => (m.matches(title) ? [i] : [])));
  // Kept by key, not by person: a name of thousands is then looked at once for each module, not for each row.
  const shared = new Map<number, number>();
  for (let row = 0; row < ledger.line.length; row += 1) {
    const key = ledger.person[row] ?? 0;
    const [person, another] = found[key] ?? [];
    if (person === undefined || ledger.done[row] !== 1) continue;
    for (const module of modulesOf[ledger.module[row] ?? 0] ?? []) {
      if (another === undefined) record(cellOf(person, module), row, ledger.completed, starts[person] ?? null, asOf);
      else keepLater(shared, key * modules.length + module, row, ledger.completed, asOf);
    }
  }
  for (const [index, row] of shared) {
    for (const person of found[Math.floor(index / modules.length)] ?? []) cellOf(person, index % modules.length).ambiguous = row;
  }
  return cells;
}

function record(cell: Completion, row: number, completed: Int32Array, start: number | null, asOf: number): void {
  const day = completed[row] ?? NO_DAY;
  if (day === NO_DAY) cell.undated = row;
  else if (day === BAD_DAY) cell.unreadable = row;
  else if (day > asOf) cell.future = row;
  else if (start !== null && day < start) cell.beforeStart = row;
  else if (cell.latest < 0 || day > (completed[cell.latest] ?? NO_DAY)) cell.latest = row;
}

/** Of the rows of one key the latest that lies not in the future; one without a day only where there is no other. */
function keepLater(rows: Map<number, number>, index: number, row: number, completed: Int32Array, asOf: number): void {
  const day = completed[row] ?? NO_DAY;
  const known = rows.get(index);
  if (day <= asOf && (known === undefined || day > (completed[known] ?? NO_DAY))) rows.set(index, row);
}
