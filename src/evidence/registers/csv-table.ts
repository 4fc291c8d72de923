import { type CsvLayout, WIDEST } from './csv-layout.ts';
import { CsvScanner } from './csv-scanner.ts';
import type { ProblemList } from './problems.ts';
import { SAMPLED, sampleOf, type Table, type TableRow } from './table.ts';

/** Rows of one register that become records. Beyond it the file is no register that people keep, and memory is finite. */
const MOST_ROWS = 50_000;

/**
 * Reads the rows below the header. Blank lines, rows of bare delimiters and `#` remarks are passed over; a ragged row
 * is a problem at its line and is read all the same.
 */
export function readCsvTable(text: string, path: string, layout: CsvLayout, problems: ProblemList): Table {
  const rows: TableRow[] = [];
  const scanner = new CsvScanner(text, path, layout.delimiter, layout.offset, layout.line);
  while (scanner.next()) {
    if (isIdle(scanner, layout.width)) continue;
    if (rows.length >= MOST_ROWS) {
      problems.add('not-scanned', `not scanned from this line on: more than ${MOST_ROWS} rows; split the register`, scanner.at(0));
      break;
    }
    rows.push(keepRow(scanner, reportRagged(scanner, layout.width, problems)));
  }
  reportBrokenQuote(scanner, problems);
  return { path, key: '', header: layout.header, rows, keyColumn: -1 };
}

/** The texts of a column in the first rows below the header. */
export function sampleCsv(text: string, path: string, layout: CsvLayout): (column: number) => string[] {
  const scanner = new CsvScanner(text, path, layout.delimiter, layout.offset, layout.line);
  const rows: TableRow[] = [];
  while (rows.length < SAMPLED && scanner.next())
    if (!isIdle(scanner, layout.width)) rows.push(keepRow(scanner, scanner.count !== layout.width));
  return sampleOf(rows);
}

/** Whether a row holds nothing: a blank line, bare delimiters, or a remark that stands alone. */
export function isIdle(row: CsvScanner, width: number): boolean {
  const first = row.cell(0);
  if (row.count === 1) return first === '' || (width > 1 && first.startsWith('#'));
  if (first !== '') return false;
  for (let column = 1; column < row.count; column += 1) if (row.cell(column) !== '') return false;
  return true;
}

/** A row with more or fewer cells than the header; blank cells too many at its end do no harm. Returns whether it is one. */
export function reportRagged(row: CsvScanner, width: number, problems: ProblemList): boolean {
  let count = row.count;
  while (count > width && row.cell(count - 1) === '') count -= 1;
  if (count === width) return false;
  const cause = count > width ? 'put a cell that holds the delimiter in quotes' : 'add the missing cells or delimiters';
  problems.add('ragged-row', `the row has ${count} cells, the header has ${width}; ${cause}`, row.at(0));
  return true;
}

export function reportBrokenQuote(scanner: CsvScanner, problems: ProblemList): void {
  if (scanner.brokenQuote === null) return;
  const at = { path: scanner.path, line: scanner.brokenQuote, column: 1 };
  problems.add('broken-file', 'a quoted cell that begins on this line is not closed; add the missing quote', at);
}

/** Copies a row out of the scanner, which moves on. */
function keepRow(scanner: CsvScanner, ragged: boolean): TableRow {
  const cells = scanner.cells(WIDEST);
  const placeOf = scanner.keep(WIDEST);
  return {
    at: scanner.at(0),
    ragged,
    cell: (column) => {
      const text = cells[column];
      return text === undefined ? null : { text, items: null, at: placeOf(column) };
    },
  };
}
