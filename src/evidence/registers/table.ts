import type { Location } from '../../model/location.ts';

/** A cell that is there, blank or not. */
export interface TableCell {
  /** As written, without surrounding blanks. The items of a list are joined by `; `. */
  readonly text: string;
  /** The items where the source holds a real list (YAML, JSON), else null. */
  readonly items: readonly string[] | null;
  readonly at: Location;
}

/** Rows from which it is told what a column holds. */
export const SAMPLED = 50;

/** The texts of a column in the first rows. */
export function sampleOf(rows: readonly TableRow[]): (column: number) => string[] {
  return (column) => rows.slice(0, SAMPLED).map((row) => (row.ragged ? '' : (row.cell(column)?.text ?? '')));
}

/** One record as the file holds it. Cells are made on demand: an export has many columns that nobody reads. */
export interface TableRow {
  readonly at: Location;
  /** Has more or fewer cells than the header: values may stand under the wrong heading. */
  readonly ragged: boolean;
  /** The cell under a column (from 0); null when the row has none. */
  cell(column: number): TableCell | null;
}

export interface TableHeading {
  /** As written in the file. */
  readonly text: string;
  readonly at: Location;
}

/**
 * A header and rows with positions, whatever the file format was: CSV, a list in YAML or JSON, and any later reader
 * (a spreadsheet's sheet, a table in Markdown). Everything after reading works on this.
 */
export interface Table {
  readonly path: string;
  /** What the file calls this table: the key of a list, a sheet's name, the heading above; empty when nothing does. */
  readonly key: string;
  readonly header: readonly TableHeading[];
  readonly rows: readonly TableRow[];
  /** Column that holds the key a record stands under (`aws:` above its fields), or a file's name; -1 when there is none. */
  readonly keyColumn: number;
}
