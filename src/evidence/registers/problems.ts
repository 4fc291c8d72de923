import type { ReadingProblem } from '../../model/evidence.ts';
import type { Location } from '../../model/location.ts';

/** Single places named per file and kind of problem; the rest is one line with a count. */
const NAMED_PER_FILE = 20;

interface Tally {
  named: number;
  rest: number;
  readonly last: Location;
}

/**
 * Gathers what could not be read. Bounded: a broken export has a million bad rows, and a reader wants the first few and
 * the number of the others.
 */
export class ProblemList {
  readonly #problems: ReadingProblem[] = [];
  readonly #tallies = new Map<string, Tally>();
  readonly #once = new Set<string>();

  add(code: ReadingProblem['code'], message: string, at: Location): void {
    const key = `${code} ${at.path}`;
    const tally = this.#tallies.get(key);
    if (tally && tally.named >= NAMED_PER_FILE) {
      this.#tallies.set(key, { named: tally.named, rest: tally.rest + 1, last: tally.rest === 0 ? at : tally.last });
      return;
    }
    this.#tallies.set(key, { named: (tally?.named ?? 0) + 1, rest: 0, last: at });
    this.#problems.push({ code, message, at });
  }

  /** Adds a problem only the first time this `key` is met in its file. */
  once(key: string, code: ReadingProblem['code'], message: string, at: Location): void {
    const full = `${code} ${at.path} ${key}`;
    if (this.#once.has(full)) return;
    this.#once.add(full);
    this.add(code, message, at);
  }

  /** All problems, with one closing line for each kind that was cut short in a file. */
  list(): ReadingProblem[] {
    const cut = [...this.#tallies]
      .filter(([, tally]) => tally.rest > 0)
      .map(
        ([key, tally]): ReadingProblem => ({
          code: key.slice(0, key.indexOf(' ')) as ReadingProblem['code'],
          message: `${tally.rest} more of the same kind in this file; this is the first of them`,
          at: tally.last,
        }),
      );
    return [...this.#problems, ...cut];
  }
}
