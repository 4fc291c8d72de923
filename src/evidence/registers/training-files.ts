import type { Location } from '../../model/location.ts';
import type { Fit } from './columns.ts';
import type { Context } from './context.ts';
import type { CsvLayout } from './csv-layout.ts';
import { CsvScanner } from './csv-scanner.ts';
import { isIdle, reportBrokenQuote, reportRagged } from './csv-table.ts';
import type { LedgerBuilder } from './ledger.ts';
import { type Lexicon, type LexiconKind, meaningsOf } from './lexicon.ts';
import type { Table, TableRow } from './table.ts';
import { TrainingReader } from './training.ts';
import { chooseIdentity, type TrainingRow } from './training-row.ts';
import { wordsOfFile } from './words.ts';

/** Rows that show which column the roster knows, and rows that may prove the order of day and month. */
const SAMPLE = 1_000;
const PROOF_ROWS = 100_000;

/** Reads a training export in CSV straight into the ledger, without a row object. Returns the number of rows. */
export function readTrainingCsv(
  text: string,
  path: string,
  layout: CsvLayout,
  fit: Fit,
  ledger: LedgerBuilder,
  roster: ReadonlySet<string>,
  context: Context,
): number {
  const scan = (): CsvScanner => new CsvScanner(text, path, layout.delimiter, layout.offset, layout.line);
  const identity = chooseIdentity(fit.columns, firstRows(scan(), SAMPLE), roster);
  const wide = wideColumns(
    context.lexicon,
    fit.kind,
    layout.header.map((h) => h.text),
    fit,
  );
  if (!identity || (!fit.columns.has('module') && wide.length === 0)) return 0;
  const before = ledger.rows;
  ledger.beginFile(path);
  const reader = new TrainingReader(fit.kind, fit.columns, identity, ledger, context);
  const rows = scan();
  while (rows.next()) {
    if (rows.count !== layout.width) {
      if (isIdle(rows, layout.width)) continue;
      // Its cells may stand under the wrong headings: what does not look like a training row proves nothing.
      if (reportRagged(rows, layout.width, context.problems) && !reader.isSound(rows)) continue;
    } else if (rows.isBlank() || isHeaderAgain(rows, layout)) continue;
    takeRow(reader, rows, fit, wide, path);
  }
  reportBrokenQuote(rows, context.problems);
  const column = fit.columns.get('completed') ?? wide[0]?.column ?? 0;
  reader.finish(path, layout.header[column]?.text ?? '', () => otherDates(scan(), layout, column));
  return ledger.rows - before;
}

/** Reads training records from a list in YAML or JSON, or any other table. Returns the number of rows. */
export function readTrainingTable(table: Table, fit: Fit, ledger: LedgerBuilder, roster: ReadonlySet<string>, context: Context): number {
  const rows = table.rows.map(asTrainingRow);
  const identity = chooseIdentity(fit.columns, rows.slice(0, SAMPLE), roster);
  const wide = wideColumns(
    context.lexicon,
    fit.kind,
    table.header.map((h) => h.text),
    fit,
  );
  if (!identity || (!fit.columns.has('module') && wide.length === 0)) return 0;
  const before = ledger.rows;
  ledger.beginFile(table.path);
  const reader = new TrainingReader(fit.kind, fit.columns, identity, ledger, context);
  for (const row of rows) takeRow(reader, row, fit, wide, table.path);
  const column = fit.columns.get('completed') ?? wide[0]?.column ?? 0;
  reader.finish(table.path, table.header[column]?.text ?? '', () => []);
  return ledger.rows - before;
}

function takeRow(reader: TrainingReader, row: TrainingRow, fit: Fit, wide: readonly WideColumn[], path: string): void {
  if (fit.columns.has('module')) reader.take(row);
  else for (const { column, heading } of wide) reader.takeColumn(row, moduleOf(heading, path), column);
}

export interface WideColumn {
  readonly column: number;
  readonly heading: string;
}

/** Columns that hold one module's dates in a table of one row per person: `HIPAA Training Date`, `Last Refresher`. */
export function wideColumns({ spelling }: Lexicon, kind: LexiconKind, header: readonly string[], fit: Fit | null): WideColumn[] {
  if (fit?.columns.has('module')) return [];
  const used = new Set(
    [...(fit?.columns ?? [])].filter(([field]) => field !== 'module-date' && field !== 'completed').map(([, column]) => column),
  );
  return header.flatMap((heading, column) => {
    const means = !used.has(column) && meaningsOf(kind, spelling.forms(heading)).some((m) => m.field === 'module-date');
    return means ? [{ column, heading }] : [];
  });
}

const GENERIC =
  /\b(?:date|dates|completed|completion|on|last|initial|annual|latest|recent|most|log|logs|records?|register|tracker|list|export|report|staff|employees?|\d+)\b/gi;

/** The module a date column speaks of; `Initial Training Date` speaks of what the file is about. */
function moduleOf(heading: string, path: string): string {
  const own = heading.replaceAll('_', ' ').replace(GENERIC, ' ').replace(/\s+/g, ' ').trim();
  if (own.split(' ').some((word) => !/^(?:training|refresher|)$/i.test(word))) return own.replace(/\bhipaa\b/i, 'HIPAA');
  const file = wordsOfFile(path).replace(GENERIC, ' ').replace(/\s+/g, ' ').trim();
  return (file.includes('training') ? file : 'training').replace(/\bhipaa\b/, 'HIPAA');
}

function* firstRows(rows: CsvScanner, most: number): Generator<TrainingRow> {
  for (let row = 0; row < most && rows.next(); row += 1) yield rows;
}

function isHeaderAgain(row: CsvScanner, layout: CsvLayout): boolean {
  const first = layout.header[0]?.text ?? '';
  return first !== '' && row.cell(0) === first && row.cell(1) === (layout.header[1]?.text ?? '');
}

function* otherDates(rows: CsvScanner, layout: CsvLayout, known: number): Generator<string> {
  const columns = layout.header.flatMap(({ text }, column) => (column !== known && /date|start|due|on\b/i.test(text) ? [column] : []));
  for (let row = 0; row < PROOF_ROWS && columns.length > 0 && rows.next(); row += 1) {
    for (const column of columns) yield rows.cell(column);
  }
}

function asTrainingRow(row: TableRow): TrainingRow {
  return {
    line: row.at.line,
    cell: (column) => row.cell(column)?.text ?? '',
    width: (column) => row.cell(column)?.text.length ?? 0,
    intern: (column, interner) => {
      const text = row.cell(column)?.text ?? '';
      return text === '' ? -1 : interner.id(text);
    },
    at: (column): Location => row.cell(column)?.at ?? row.at,
  };
}
