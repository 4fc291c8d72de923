import { dayNumber } from '../../calendar.ts';
import { BAD_DAY, NO_DAY } from '../../model/evidence.ts';
import type { Location } from '../../model/location.ts';
import { isPlaceholder } from '../placeholder.ts';
import type { FileDates } from './dates.ts';
import { Interner } from './interner.ts';
import type { LexiconField } from './lexicon.ts';
import type { TrainingRow } from './training-row.ts';
import { wordsOfCell } from './words.ts';

/** The days on which the completions of one file lapse, where it has a column for them; each distinct text is read once. */
export class TrainingEnds {
  readonly #column: number;
  readonly #field: LexiconField | undefined;
  readonly #texts = new Interner();
  readonly #places: Location[] = [];

  constructor(field: LexiconField | undefined, column: number | undefined) {
    this.#field = field;
    this.#column = column ?? -1;
  }

  /** The number of the text of a row; `NO_DAY` where it states none. */
  idOf(row: TrainingRow): number {
    const id = this.#column < 0 ? -1 : row.intern(this.#column, this.#texts);
    if (id < 0) return NO_DAY;
    if (id === this.#places.length) this.#places.push(row.at(this.#column));
    return id;
  }

  /** The day of every text: `NO_DAY` for one that says there is no end or was not filled in, `BAD_DAY` for one that cannot be read. */
  days(dates: FileDates, heading: string): Int32Array {
    return Int32Array.from(this.#texts.texts(), (text, id) => {
      if (isPlaceholder(text) || this.#field?.spellings.has(wordsOfCell(text.slice(0, 200)))) return NO_DAY;
      const result = dates.read(text, 'expires', heading, this.#places[id] as Location);
      return 'date' in result ? dayNumber(result.date) : BAD_DAY;
    });
  }

  texts(): readonly string[] {
    return this.#texts.texts();
  }
}
