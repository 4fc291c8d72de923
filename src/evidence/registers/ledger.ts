import { NO_DAY, type TrainingLedger } from '../../model/evidence.ts';
import { grown, Interner } from './interner.ts';

/** A ledger without a row. */
export function emptyLedger(): TrainingLedger {
  return new LedgerBuilder().build();
}

const FIRST_ROWS = 1024;

/** Collects training rows column by column in arrays that double when full: 23 bytes a row. */
export class LedgerBuilder {
  readonly people = new Interner();
  readonly modules = new Interner();
  readonly #paths: string[] = [];
  #person = new Uint32Array(FIRST_ROWS);
  #module = new Uint32Array(FIRST_ROWS);
  #completed = new Int32Array(FIRST_ROWS);
  #done = new Uint8Array(FIRST_ROWS);
  #expires = new Int32Array(FIRST_ROWS);
  #file = new Uint16Array(FIRST_ROWS);
  #line = new Uint32Array(FIRST_ROWS);
  /** Number of rows so far. */
  rows = 0;

  /** The rows that follow stand in this file. */
  beginFile(path: string): void {
    this.#paths.push(path);
  }

  /** `person` and `module` are numbers of `people` and `modules`; `completed` and `expires` are anything that `completeFrom` can turn into a day later: dates are only known when a file is read. */
  add(person: number, module: number, completed: number, done: boolean, line: number, expires: number = NO_DAY): void {
    if (this.rows === this.#line.length) this.#grow();
    const row = this.rows;
    this.#person[row] = person;
    this.#module[row] = module;
    this.#completed[row] = completed;
    this.#done[row] = done ? 1 : 0;
    this.#expires[row] = expires;
    this.#file[row] = this.#paths.length - 1;
    this.#line[row] = line;
    this.rows = row + 1;
  }

  /** Replaces the `completed` and `expires` numbers of all rows from `first` on by days; `NO_DAY` and `BAD_DAY` stay. */
  completeFrom(first: number, days: Int32Array, ends: Int32Array): void {
    for (let row = first; row < this.rows; row += 1) {
      const index = this.#completed[row] ?? NO_DAY;
      if (index >= 0) this.#completed[row] = days[index] ?? NO_DAY;
      const end = this.#expires[row] ?? NO_DAY;
      if (end >= 0) this.#expires[row] = ends[end] ?? NO_DAY;
    }
  }

  build(): TrainingLedger {
    const { rows } = this;
    return {
      people: this.people.texts(),
      modules: this.modules.texts(),
      paths: this.#paths,
      person: this.#person.subarray(0, rows),
      module: this.#module.subarray(0, rows),
      completed: this.#completed.subarray(0, rows),
      done: this.#done.subarray(0, rows),
      expires: this.#expires.subarray(0, rows),
      file: this.#file.subarray(0, rows),
      line: this.#line.subarray(0, rows),
    };
  }

  #grow(): void {
    const size = this.#line.length * 2;
    this.#person = grown(this.#person, new Uint32Array(size));
    this.#module = grown(this.#module, new Uint32Array(size));
    this.#completed = grown(this.#completed, new Int32Array(size));
    this.#done = grown(this.#done, new Uint8Array(size));
    this.#expires = grown(this.#expires, new Int32Array(size));
    this.#file = grown(this.#file, new Uint16Array(size));
    this.#line = grown(this.#line, new Uint32Array(size));
  }
}
