import type { Table, TableRow } from './document.ts';
import type { Labels } from './labels.ts';
import type { StatedField, Statement } from './statement.ts';

/** A table by its headings: those of its header row, or of its first row when it has none. */
export interface HeadedTable {
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
}

/** Columns that a revision history does not have: they speak of the document and not of one change of it. */
const OF_DOCUMENT: ReadonlySet<StatedField> = new Set(['next-review', 'review-cycle', 'owner']);

/** The headings and the rows below them. */
export function headedTable({ header, rows }: Table): HeadedTable {
  if (header.length) return { header, rows };
  return { header: rows[0]?.cells.map((cell) => cell.text) ?? [], rows: rows.slice(1) };
}

/**
 * What a table of one row below headings is: `control` when a heading is one that no history has ("Policy No.", "Next
 * Review", "Owner"), `labels` when the headings are labels. Null for all else, also for label and value side by side.
 */
export function controlTable({ header, rows }: HeadedTable, labels: Labels): 'control' | 'labels' | null {
  const [row, second] = rows;
  if (!row || second || header.length < 2) return null;
  const fields = header.map((text) => labels.fields(text)[0]);
  const isLabel = (at: number): boolean => fields[at] !== undefined || labels.is('column-of-document', header[at] ?? '');
  // Below "Status" and beside it "Approved" is a value.
  const isValue = (at: number, status: number): boolean => fields[status] === 'status' && labels.fields(header[at] ?? '')[0] === 'approved';
  if (row.cells.some((cell, at) => fields[at] !== 'status' && labels.fields(cell.text).length > 0)) return null;
  const width = header.findLastIndex((text) => text !== '') + 1;
  const known = fields.filter((field) => field !== undefined).length;
  const beside = header.some((_, at) => at % 2 === 1 && isLabel(at) && !isValue(at, at - 1));
  if ((width === 2 || width === 4) && !beside) return null;
  const isNamed = fields.some((field, at) => labels.is('column-of-document', header[at] ?? '') || (field && OF_DOCUMENT.has(field)));
  if (isNamed && known > 0) return 'control';
  return known > 1 ? 'labels' : null;
}

/** Statements of a table whose headings are labels, with one row of values: `| Version | Owner | Effective date |`; without the columns left out. */
export function headedRow({ header, rows }: HeadedTable, labels: Labels, path: string, without: ReadonlySet<number>): Statement[] {
  const [row, second] = rows;
  if (!row || second) return [];
  return header.flatMap((text, index): Statement[] => {
    const [field] = without.has(index) ? [] : labels.fields(text);
    const cell = row.cells[index];
    return field && cell ? [{ field, text: cell.text, at: { path, line: cell.line, column: 1 }, form: 'label' }] : [];
  });
}
