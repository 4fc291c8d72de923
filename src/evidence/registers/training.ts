import { dayNumber } from '../../calendar.ts';
import { BAD_DAY, NO_DAY } from '../../model/evidence.ts';
import { readDate } from '../dates/read-date.ts';
import { isPlaceholder } from '../placeholder.ts';
import type { ColumnMap } from './columns.ts';
import type { Context } from './context.ts';
import { FileDates } from './dates.ts';
import { Interner } from './interner.ts';
import type { LedgerBuilder } from './ledger.ts';
import type { LexiconField, LexiconKind } from './lexicon.ts';
import { TrainingEnds } from './training-ends.ts';
import { type Identity, keyOf, type TrainingRow } from './training-row.ts';
import { readNumber, readWord } from './values.ts';

/** What a status cell says: done, not done, nothing (blank), or a word that nobody knows. */
type Verdict = 'done' | 'not-done' | 'silent' | 'unknown';

/** A status that is as good as blank; what is still to come (`TBD`, `awaiting result`) is no completion. */
const SAYS_NOTHING = /^(?:[^\p{L}\p{N}]*|n\/?a|none|null)$/iu;
/** Dates beyond this length are prose. */
const LONGEST_DATE = 60;
/** Stands for a day that cannot be told until all days are known. */
const UNTOLD = BAD_DAY;

/** Reads the rows of one training file into the ledger; memory stays bounded by the number of distinct texts. */
export class TrainingReader {
  readonly #columns: ColumnMap;
  readonly #context: Context;
  readonly #ledger: LedgerBuilder;
  readonly #identity: Identity;
  readonly #firstRow: number;
  readonly #status: LexiconField | undefined;
  readonly #statuses = new Interner();
  readonly #verdicts: Verdict[] = [];
  readonly #dates = new Interner();
  /** What each date text turned out to be, and where it was met first. */
  readonly #dateVerdicts: (Verdict | 'date')[] = [];
  readonly #dateLines: number[] = [];
  readonly #dateColumns: number[] = [];
  readonly #ends: TrainingEnds;

  constructor(kind: LexiconKind, columns: ColumnMap, identity: Identity, ledger: LedgerBuilder, context: Context) {
    this.#status = kind.fields.get('status');
    this.#ends = new TrainingEnds(kind.fields.get('expires'), columns.get('expires'));
    this.#columns = columns;
    this.#identity = identity;
    this.#ledger = ledger;
    this.#context = context;
    this.#firstRow = ledger.rows;
  }

  /** Takes one row: person, module, and what its status, completion date and score say. */
  take(row: TrainingRow): void {
    const module = row.intern(this.#columns.get('module') ?? -1, this.#ledger.modules);
    this.#add(row, module, this.#columns.get('completed') ?? -1, this.#columns.get('status') ?? -1);
  }

  /** Whether the status and the date of a row are what their headings say. */
  isSound(row: TrainingRow): boolean {
    const date = row.cell(this.#columns.get('completed') ?? -1);
    const isDate = isPlaceholder(date) || readDate(date, 'us').state !== 'not-a-date';
    return isDate && this.#judge(row.cell(this.#columns.get('status') ?? -1)) !== 'unknown';
  }

  /** Takes one person's date for a module that has a column of its own. */
  takeColumn(row: TrainingRow, module: string, column: number): void {
    this.#add(row, this.#ledger.modules.id(module), column, -1);
  }

  #add(row: TrainingRow, module: number, dateColumn: number, statusColumn: number): void {
    const person = this.#person(row);
    if (person < 0 || module < 0) {
      const lacks = person < 0 ? 'who was trained' : 'which module it is about';
      this.#context.problems.add('unknown-value', `the training row does not say ${lacks}; it is not counted`, row.at(0));
      return;
    }
    let verdict = statusColumn < 0 ? 'silent' : this.#verdict(row, statusColumn);
    let day = this.#dateId(row, dateColumn);
    const meaning = day < 0 ? 'silent' : this.#dateVerdicts[day];
    if (meaning !== 'date') {
      if (statusColumn < 0 && meaning) verdict = meaning;
      day = NO_DAY;
    }
    // A word that nobody knows proves neither: the row counts as done on a day that cannot be told.
    if (verdict === 'unknown') day = UNTOLD;
    const done = verdict === 'silent' ? day !== NO_DAY : verdict !== 'not-done';
    this.#ledger.add(person, module, day, done && !this.#failedByScore(row), row.line, this.#ends.idOf(row));
  }

  #person(row: TrainingRow): number {
    const [column = -1, second] = this.#identity;
    if (second === undefined) return row.intern(column, this.#ledger.people);
    const key = keyOf(row, this.#identity);
    return key === '' ? -1 : this.#ledger.people.id(key);
  }

  /** Each distinct text is understood once; a file has few of them. */
  #verdict(row: TrainingRow, column: number): Verdict {
    const id = row.intern(column, this.#statuses);
    if (id < 0) return 'silent';
    const known = this.#verdicts[id];
    if (known) return known;
    const verdict = this.#judge(row.cell(column));
    if (verdict === 'unknown') {
      const message =
        'the training status on this line is a word that is not known, so the row proves nothing; use Completed, Passed, In Progress, Not Started or Failed';
      this.#context.problems.add('unknown-value', message, row.at(column));
    }
    this.#verdicts[id] = verdict;
    return verdict;
  }

  #judge(text: string): Verdict {
    const reading = this.#status ? readWord(this.#status, text) : null;
    if (reading?.state === 'word') return reading.word === 'done' ? 'done' : 'not-done';
    return reading?.state === 'placeholder' && SAYS_NOTHING.test(text) ? 'silent' : 'unknown';
  }

  /** The number of a date text, -1 for none. A time of day is cut off, or every row would have a text of its own. */
  #dateId(row: TrainingRow, column: number): number {
    const long = row.width(column) > 10 ? withoutTime(row.cell(column)) : null;
    const id = long === null ? row.intern(column, this.#dates) : long === '' ? -1 : this.#dates.id(long);
    if (id === this.#dateLines.length) {
      const at = row.at(column);
      this.#dateLines.push(at.line);
      this.#dateColumns.push(at.column);
      this.#dateVerdicts.push(this.#meaningOfDate(this.#dates.text(id)));
    }
    return id;
  }

  /** `Completed: Yes` is a status under the heading of a date. */
  #meaningOfDate(text: string): Verdict | 'date' {
    const judged = /^\d/.test(text) ? 'unknown' : this.#judge(text);
    if (judged !== 'unknown') return judged;
    return isPlaceholder(text) ? 'silent' : 'date';
  }

  #failedByScore(row: TrainingRow): boolean {
    const [score, mark] = [this.#columns.get('score'), this.#columns.get('pass-mark')];
    if (score === undefined || mark === undefined) return false;
    const reached = readNumber(row.cell(score), false);
    const needed = readNumber(row.cell(mark), false);
    return reached !== null && needed !== null && reached < needed;
  }

  /**
   * Turns the collected date texts into days once the whole file is read. `others` are texts of further date columns,
   * asked for only when the completion dates do not prove the order of day and month.
   */
  finish(path: string, heading: string, others: () => Iterable<string>): void {
    const { reading, problems } = this.#context;
    const texts = this.#dates.texts();
    const dates = new FileDates(proofOf([...texts, ...this.#ends.texts()], others), reading.config.dates, reading.asOf, problems);
    const days = new Int32Array(texts.length);
    for (const [id, text] of texts.entries()) {
      const at = { path, line: this.#dateLines[id] ?? 1, column: this.#dateColumns[id] ?? 1 };
      if (this.#dateVerdicts[id] !== 'date') continue;
      const result = dates.read(text, 'completed', heading, at);
      days[id] = 'date' in result ? dayNumber(result.date) : BAD_DAY;
    }
    this.#ledger.completeFrom(this.#firstRow, days, this.#ends.days(dates, 'expires'));
  }
}

function* proofOf(texts: readonly string[], others: () => Iterable<string>): Generator<string> {
  yield* texts;
  yield* others();
}

function withoutTime(text: string): string {
  if (text.length <= 10) return text;
  const colon = text.indexOf(':');
  if (colon < 0) return text.slice(0, LONGEST_DATE);
  const cut = Math.max(text.lastIndexOf(' ', colon), text.lastIndexOf('T', colon));
  return cut >= 6 ? text.slice(0, cut) : text.slice(0, LONGEST_DATE);
}
