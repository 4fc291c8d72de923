import { controlTable, headedRow, headedTable } from './control-table.ts';
import type { MarkdownDocument, Table, TableRow, TextLine } from './document.ts';
import type { Labels } from './labels.ts';
import { boldPairs } from './loose-labels.ts';
import type { Statement } from './statement.ts';

/** One row of a revision history, as written; a column that the table does not have is undefined. */
export interface Revision {
  readonly line: number;
  readonly version: string | undefined;
  readonly date: string | undefined;
  readonly description: string | undefined;
  readonly author: string | undefined;
  readonly approver: string | undefined;
  /** What the date column says that its dates are. */
  readonly dateMeans: 'revision' | 'approval' | 'effective';
}

/** Where the parts of a revision stand in a row. */
interface Columns {
  readonly version: number;
  readonly date: number;
  readonly description: number;
  readonly author: number;
  readonly approver: number;
  readonly dateMeans: Revision['dateMeans'];
}

const NOWHERE: ReadonlySet<number> = new Set();

/** Statements of key-value tables, and the rows of revision tables. */
export interface TableData {
  readonly statements: readonly Statement[];
  readonly revisions: readonly Revision[];
}

/** Reads every table of a document that holds the document's own data. */
export function tableStatements(document: MarkdownDocument, labels: Labels): TableData {
  const statements: Statement[] = [];
  const revisions: Revision[] = [];
  for (const table of document.tables) {
    const headed = headedTable(table);
    const kind = controlTable(headed, labels);
    const columns = kind === 'control' ? null : historyColumns(headed.header, table.heading, labels);
    if (columns) for (const row of headed.rows) revisions.push(revisionOf(row, columns));
    // What a history of one row says beside the change itself, it says of the document.
    const isHeaded = kind !== null || columns !== null;
    const found = isHeaded
      ? headedRow(headed, labels, document.path, columns ? placesOf(columns) : NOWHERE)
      : keyValues(table, labels, document.path);
    for (const statement of found) if (!columns || statement.field !== 'title') statements.push(statement);
  }
  return { statements, revisions };
}

/** The columns of a revision table: it has a date column beside a version column, or stands below such a heading; else null. */
function historyColumns(header: readonly string[], above: string, labels: Labels): Columns | null {
  if (header.length < 2 || header.length > 10) return null;
  const columns = findColumns(header, labels);
  if (columns.date < 0) return null;
  const announced = labels.is('control-headings', above);
  const others3 = [columns.description, columns.author, columns.approver].filter((at) => at >= 0).length;
  const isHistory = columns.version >= 0 ? others3 > 0 || announced : announced && others3 > 0;
  if (!isHistory) return null;
  // Below "Approval" the people named are those who approved.
  const isApproval = columns.approver < 0 && columns.version < 0 && /\bapprov/i.test(above);
  return isApproval ? { ...columns, approver: columns.author, dateMeans: 'approval' } : columns;
}

function placesOf({ version, date, description, author, approver }: Columns): ReadonlySet<number> {
  return new Set([version, date, description, author, approver]);
}

function findColumns(header: readonly string[], labels: Labels): Columns {
  const taken = new Set<number>();
  const column = (list: string): number => {
    const at = header.findIndex((text, index) => !taken.has(index) && labels.is(list, text));
    if (at >= 0) taken.add(at);
    return at;
  };
  const approver = column('column-approver');
  const version = column('column-version');
  const date = column('column-date');
  const description = column('column-description');
  const heading = header[date] ?? '';
  const dateMeans = labels.is('column-approved-date', heading)
    ? 'approval'
    : labels.is('column-effective-date', heading)
      ? 'effective'
      : 'revision';
  return { approver, version, date, description, author: column('column-author'), dateMeans };
}

function revisionOf(row: TableRow, columns: Columns): Revision {
  const cell = (at: number): string | undefined => (at < 0 ? undefined : (row.cells[at]?.text ?? ''));
  return {
    line: row.cells[columns.version]?.line ?? row.line,
    version: cell(columns.version),
    date: cell(columns.date),
    description: cell(columns.description),
    author: cell(columns.author),
    approver: cell(columns.approver),
    dateMeans: columns.dateMeans,
  };
}

/** `| Policy owner | CISO |` in rows of two cells, or four: label, value, label, value. One label alone is no such table. */
function keyValues(table: Table, labels: Labels, path: string): Statement[] {
  const header = table.header.map((text) => ({ text, line: table.line }));
  const rows = [header, ...table.rows.map((row) => row.cells)];
  const found: Statement[] = [];
  for (const cells of rows) {
    const filled = cells.length > 2 && cells.slice(2).every((cell) => cell.text === '') ? cells.slice(0, 2) : cells;
    for (const cell of cells) found.push(...labelledCell(cell, labels, path));
    if (filled.length !== 2 && filled.length !== 4) continue;
    for (let at = 0; at < filled.length; at += 2) found.push(...pair(filled[at], filled[at + 1], labels, path));
  }
  return found.length > 1 || (labels.is('control-headings', table.heading) && found.length > 0) ? found : [];
}

function pair(label: TextLine | undefined, value: TextLine | undefined, labels: Labels, path: string): Statement[] {
  if (!label || !value || value.text.length > 200) return [];
  const at = { path, line: value.line, column: 1 };
  return labels.fields(label.text.replace(/:$/, '')).map((field) => ({ field, text: value.text, at, form: 'label' }));
}

/** A cell that holds both: `**Version:** 1.8` or `**Version** 1.8`. */
function labelledCell(cell: TextLine, labels: Labels, path: string): Statement[] {
  const colon = cell.text.indexOf(':');
  if (colon < 2 || colon > 60) {
    const at = { path, line: cell.line, column: 1 };
    return boldPairs(cell, labels).flatMap(({ fields, text }) => fields.map((field) => ({ field, text, at, form: 'label' as const })));
  }
  const value = { text: cell.text.slice(colon + 1).trim(), line: cell.line };
  return value.text === '' ? [] : pair({ text: cell.text.slice(0, colon), line: cell.line }, value, labels, path);
}
