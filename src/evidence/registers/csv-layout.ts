import { CsvScanner } from './csv-scanner.ts';
import type { TableHeading } from './table.ts';

/** How a CSV file is laid out: where its header stands and what divides its cells. */
export interface CsvLayout {
  readonly delimiter: string;
  /** The first headings; no register that people keep has more than `WIDEST`. */
  readonly header: readonly TableHeading[];
  /** Number of cells of the header row. */
  readonly width: number;
  /** Offset and line of the first row below the header. */
  readonly offset: number;
  readonly line: number;
}

/** Columns of a table that are looked at. */
export const WIDEST = 400;
const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Rows in which a header is looked for; titles and remarks stand above it. */
const HEADER_WITHIN = 20;
/** A header names at least two columns that somebody knows; below that any text would do. */
const FEWEST_KNOWN = 2;

/**
 * Finds the delimiter and the header row: the first row, under any delimiter, in which `known` recognises at least two
 * headings; the delimiter that shows most of them wins. Null when there is none in the first rows: not a register.
 */
export function findLayout(text: string, path: string, known: (cells: readonly string[]) => number): CsvLayout | null {
  const declared = /^sep=(.)\r?\n/i.exec(text.slice(0, 8))?.[1];
  let best: { layout: CsvLayout; score: number } | null = null;
  for (const delimiter of declared ? [declared] : DELIMITERS) {
    const found = headerUnder(text, path, delimiter, known);
    if (found && (best === null || found.score > best.score)) best = found;
  }
  return best?.layout ?? null;
}

function headerUnder(
  text: string,
  path: string,
  delimiter: string,
  known: (cells: readonly string[]) => number,
): { layout: CsvLayout; score: number } | null {
  const rows = new CsvScanner(text, path, delimiter);
  for (let row = 0; row < HEADER_WITHIN && rows.next(); row += 1) {
    if (rows.count < 2) continue;
    const cells = rows.cells(WIDEST);
    const score = known(cells);
    if (score < FEWEST_KNOWN) continue;
    const header = cells.map((cell, column) => ({ text: cell, at: rows.at(column) }));
    let width = rows.count;
    while (width > 1 && rows.cell(width - 1) === '') width -= 1;
    return { layout: { delimiter, header: header.slice(0, width), width, offset: rows.offset, line: rows.nextLine }, score };
  }
  return null;
}
