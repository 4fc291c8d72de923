import type { Field } from '../../model/evidence.ts';
import type { Location } from '../../model/location.ts';
import { isPlaceholder } from '../placeholder.ts';
import type { ColumnMap, Fit } from './columns.ts';
import type { Context } from './context.ts';
import { FileDates } from './dates.ts';
import { type LevelReading, readLevel } from './levels.ts';
import type { LexiconField, LexiconKind } from './lexicon.ts';
import type { ProblemList } from './problems.ts';
import type { Table, TableCell, TableRow } from './table.ts';
import { readList, readNumber, readWord } from './values.ts';
import { normaliseHeading, wordsOfCell } from './words.ts';

/** Kinds whose cells may name people: their words are never repeated in a message. */
const PERSONAL = new Set(['person', 'training-record']);

const DATE_BEGINS = /\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** Turns the cells of one table into fields of one kind. */
export class FieldReader {
  readonly #table: Table;
  readonly #kind: LexiconKind;
  readonly #fit: Fit;
  readonly #problems: ProblemList;
  readonly #dates: FileDates;

  constructor(table: Table, fit: Fit, context: Context) {
    const { kind, columns } = fit;
    this.#table = table;
    this.#kind = kind;
    this.#fit = fit;
    this.#problems = context.problems;
    this.#dates = new FileDates(dateTexts(table, kind, columns), context.reading.config.dates, context.reading.asOf, context.problems);
  }

  /** All fields of a row that are there. */
  read(row: TableRow): Record<string, Field | undefined> {
    const fields: Record<string, Field | undefined> = {};
    for (const [name, column] of this.#fit.columns) {
      const cell = row.cell(column);
      const field = this.#kind.fields.get(name);
      if (cell && field) fields[name] = this.#field(field, cell, this.#table.header[column]?.text ?? name, row.ragged);
    }
    if (row.ragged) this.#doubtShifted(fields);
    this.#addNotUnderstood(fields, row);
    return fields;
  }

  /**
   * A cell too many or too few shifts those after it. What stands before the first cell that cannot be what its heading
   * says, up to the last one that certainly is, is trusted; so is the first column, or nobody could say which row it is.
   */
  #doubtShifted(fields: Record<string, Field | undefined>): void {
    const byColumn = [...this.#fit.columns].sort(([, a], [, b]) => a - b);
    const isTyped = (name: string): boolean => !['text', 'id', 'list'].includes(this.#kind.fields.get(name)?.words.type ?? 'text');
    const broken = byColumn.findIndex(([name]) => fields[name]?.state === 'unreadable');
    if (broken < 0) return;
    const sound = byColumn.slice(0, broken).findLast(([name]) => isTyped(name) && fields[name]?.state === 'value')?.[1] ?? 0;
    for (const [name, column] of byColumn) {
      const field = fields[name];
      if (!field || column <= sound) continue;
      const reason = 'the row has more or fewer cells than the header, so this one may belong to another column';
      fields[name] = { state: 'unreadable', text: field.text, at: field.at, reason };
    }
  }

  /** Fields that are there under a heading nobody understood, and needed fields for which there is no column at all. */
  #addNotUnderstood(fields: Record<string, Field | undefined>, row: TableRow): void {
    for (const [name, column] of this.#fit.unsure ?? []) {
      const cell = row.cell(column);
      if (!cell || isPlaceholder(cell.text)) continue;
      const reason = `the column "${this.#table.header[column]?.text ?? ''}" was not understood`;
      fields[name] = { state: 'unreadable', text: cell.text, at: cell.at, reason };
    }
    for (const name of this.#fit.missing.flat()) {
      fields[name] ??= { state: 'unreadable', text: '', at: row.at, reason: `no column for "${name}" was found` };
    }
  }

  #field(field: LexiconField, cell: TableCell, heading: string, quiet: boolean): Field | undefined {
    const { text, at } = cell;
    switch (field.words.type) {
      case 'date':
        return this.#date(field, cell, heading, quiet);
      case 'status':
        return this.#word(field, cell, heading, quiet);
      case 'level':
        return this.#word(field, cell, heading, quiet, undefined, readLevel(field, text, heading));
      case 'yes-no':
        return this.#word(field, cell, heading, quiet, (word) => word === 'yes');
    }
    if (isPlaceholder(text) && !cell.items?.length) return { state: 'placeholder', text, at };
    if (field.words.type === 'list') return { state: 'value', value: cell.items ?? readList(text), text, at };
    if (field.words.type !== 'number') return { state: 'value', value: text, text, at };
    const number = readNumber(text, field.words.name.endsWith('-days'));
    return number === null
      ? { state: 'unreadable', text, at, reason: `"${heading}" holds no number` }
      : { state: 'value', value: number, text, at };
  }

  /** A word such as `evergreen` says that there is no such date: then the field is not there. */
  #date(field: LexiconField, { text, at }: TableCell, heading: string, quiet: boolean): Field | undefined {
    if (field.spellings.size > 0 && field.spellings.has(wordsOfCell(text.slice(0, 200)))) return undefined;
    const status = this.#kind.fields.get('status');
    if (isPlaceholder(text) && !(status && isSigned(status, text))) return { state: 'placeholder', text, at };
    // `Signed: yes` is a statement of status; the reader of agreements takes it as one.
    if (status && !/\d/.test(text) && readWord(status, text).state === 'word')
      return { state: 'unreadable', text, at, reason: `"${heading}" holds a word instead of a date` };
    const result = this.#dates.read(text, field.words.name, heading, at, quiet);
    return 'date' in result ? { state: 'value', value: result.date, text, at } : { state: 'unreadable', text, at, reason: result.reason };
  }

  #word(
    field: LexiconField,
    { text, at }: TableCell,
    heading: string,
    quiet: boolean,
    convert: (word: string) => string | boolean = (w) => w,
    reading: LevelReading = readWord(field, text),
  ): Field | undefined {
    // A score without a scale is shown as written.
    if (reading.state === 'number') return { state: 'value', value: text, text, at };
    if (reading.state === 'word') return { state: 'value', value: convert(reading.word), text, at };
    if (reading.state === 'placeholder') return { state: 'placeholder', text, at };
    const other = this.#otherThanWord(field, text, at, heading);
    if (other !== null) return other.field;
    const known = [...new Set(field.spellings.values())].join(', ');
    const reason = `"${heading}" holds ${this.#shown(text)}, which is none of: ${known}`;
    if (!quiet) this.#problems.once(`${heading} ${wordsOfCell(text.slice(0, 200))}`, 'unknown-value', `${reason}; use one of these`, at);
    return { state: 'unreadable', text, at, reason };
  }

  /** What a cell says that holds something else than one of the field's words; null when nothing is known of it. */
  #otherThanWord(field: LexiconField, text: string, at: Location, heading: string): { field: Field | undefined } | null {
    if (isOfAgreement(this.#kind, field) && /\d/.test(text)) {
      // `BAA signed: 2025-03-15` is a status and a date at once.
      if ('date' in this.#dates.read(text, 'signed', heading, at, true)) return { field: { state: 'value', value: 'executed', text, at } };
      // The number of the agreement in a vendor list says nothing of its status.
      if (field.words.name === 'baa') return { field: undefined };
    }
    // `PHI types: names, diagnoses`: whoever lists them says yes.
    if (field.words.type === 'yes-no' && /\btypes\b/.test(normaliseHeading(heading)))
      return { field: { state: 'value', value: true, text, at } };
    return null;
  }

  #shown(text: string): string {
    return !PERSONAL.has(this.#kind.kind) && /^[\p{L} -]{1,30}$/u.test(text) ? `"${text}"` : 'a word';
  }

  /** The date written beside a status word (`Signed 2025-03-15`), or null. */
  dateBeside(field: Field & { state: 'value' }, name: string, heading: string): Field | null {
    const start = field.text.search(DATE_BEGINS);
    if (start < 0) return null;
    const text = field.text
      .slice(start)
      .replace(/[)\].;]+$/, '')
      .trim();
    const at = { ...field.at, column: field.at.column + start };
    const result = this.#dates.read(text, name, heading, at, true);
    return 'date' in result ? { state: 'value', value: result.date, text, at } : null;
  }
}

/** `Signed: ✅` is an answer, and nothing to be filled in. */
function isSigned(status: LexiconField, text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text) && readWord(status, text).state === 'word';
}

function isOfAgreement({ kind }: LexiconKind, { words }: LexiconField): boolean {
  return words.name === 'baa' || (kind === 'agreement' && words.name === 'status');
}

/** Texts of all columns that hold dates, also those that no field needs: they prove the order of day and month. */
function* dateTexts(table: Table, kind: LexiconKind, columns: ColumnMap): Generator<string> {
  const dated = new Set<number>();
  for (const [name, column] of columns) if (kind.fields.get(name)?.words.type === 'date') dated.add(column);
  for (const [column, { text }] of table.header.entries())
    if (/\b(date|on|due|review|reviewed|seen|signed|executed)\b/.test(normaliseHeading(text))) dated.add(column);
  for (const row of table.rows) {
    if (row.ragged) continue;
    for (const column of dated) {
      const text = row.cell(column)?.text;
      if (text) yield text;
    }
  }
}
