import type { TableRow, TextLine } from './document.ts';
import { tidy } from './outline.ts';
import { plainText, type References } from './plain-text.ts';

/** A table as word processors' converters draw it: rows between lines such as `+-----+-----+`. */
export interface GridTable {
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
}

const RULE = /^\+[-=:+]+\+$/;

/** True for the source of a paragraph that begins as a grid table does. */
export function isGrid(source: string): boolean {
  return source.startsWith('+-') || source.startsWith('+=');
}

/** Reads a grid table; rows above a line of `=` are the header. Null when the source is no such table. */
export function readGrid(source: string, firstLine: number, references: References): GridTable | null {
  const lines = source.split('\n').map((line) => line.trim());
  if (!RULE.test(lines[0] ?? '')) return null;
  const rows: TableRow[] = [];
  let header: string[] = [];
  let cells: TextLine[] = [];
  for (const [index, line] of lines.entries()) {
    if (RULE.test(line)) {
      if (cells.length) rows.push({ line: cells[0]?.line ?? firstLine, cells });
      if (line.includes('=') && index > 0) header = rows.splice(0).flatMap((row) => row.cells.map((cell) => cell.text));
      cells = [];
    } else if (line.startsWith('|')) cells = addLine(cells, line, firstLine + index, references);
    else return null;
  }
  return { header, rows };
}

/** A cell goes on over several lines until the next rule. */
function addLine(cells: readonly TextLine[], line: string, at: number, references: References): TextLine[] {
  const parts = line.replace(/^\|/, '').replace(/\|$/, '').split('|');
  return parts.map((part, index) => {
    const text = tidy(plainText(part, references).replaceAll('\n', ' '));
    const before = cells[index];
    return before?.text ? { text: `${before.text} ${text}`.trim(), line: before.line } : { text, line: at };
  });
}
