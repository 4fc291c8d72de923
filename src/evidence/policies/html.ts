import { Parser } from 'htmlparser2';
import type { TableRow, TextLine } from './document.ts';
import { headingText } from './heading.ts';
import { isHidden, SilentElements } from './hidden.ts';
import { type Outline, tidy } from './outline.ts';
import { HARD_BREAK } from './plain-text.ts';

const BLOCK = new Set([
  'p',
  'div',
  'section',
  'article',
  'details',
  'summary',
  'blockquote',
  'ul',
  'ol',
  'li',
  'center',
  'header',
  'footer',
  'dl',
  'dt',
  'dd',
  'aside',
]);
const SILENT = new Set(['script', 'style', 'pre', 'template', 'svg', 'math', 'iframe', 'noscript', 'head']);
const HEADING = /^h[1-6]$/;

interface OpenTable {
  readonly line: number;
  header: string[];
  readonly rows: TableRow[];
  row: { line: number; cells: TextLine[]; heads: number } | null;
  inCell: boolean;
  /** The open cell is a `th` or begins in bold. */
  head: boolean;
  cellLine: number;
}

/**
 * Reads a run of HTML into the outline: headings, text and tables (the cells over several lines). `hidden`: names of the
 * hidden elements that are still open from the runs before; returns those that are open after this one.
 */
export function readHtml(html: string, firstLine: number, outline: Outline, hidden: readonly string[] = []): readonly string[] {
  const before = hidden.map((name) => `<${name}>`).join('');
  const reader = new HtmlReader(html, firstLine, outline);
  const parser: Parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes, parser.startIndex - before.length),
      onclosetag: (name) => reader.close(name),
      ontext: (text) => reader.text(text, parser.startIndex - before.length),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(before + html);
  const carried = reader.hidden;
  parser.end();
  reader.flush();
  return carried;
}

class HtmlReader {
  readonly #html: string;
  readonly #outline: Outline;
  #line: number;
  #offset = 0;
  #buffer = '';
  #bufferLine = 0;
  #kind: 'paragraph' | 'list-item' = 'paragraph';
  #heading = 0;
  readonly #silent = new SilentElements();
  #table: OpenTable | null = null;

  constructor(html: string, firstLine: number, outline: Outline) {
    this.#html = html;
    this.#line = firstLine;
    this.#outline = outline;
  }

  /** Hidden elements that are open. */
  get hidden(): readonly string[] {
    return this.#silent.carried();
  }

  /** `offset`: below 0 for a hidden element of an earlier run. */
  open(name: string, attributes: Readonly<Record<string, string>>, offset: number): void {
    const line = this.#lineAt(offset);
    if (BLOCK.has(name) && !this.#table && !this.#silent.isSilent) this.flush();
    this.#silent.open(name, { silent: SILENT.has(name), hidden: offset < 0 || isHidden(name, attributes) });
    if (this.#silent.isSilent) return;
    if (name === 'br') this.#buffer += this.#table ? ' ' : HARD_BREAK;
    else if (name === 'table') this.#openTable(line);
    else if (this.#table) this.#openPart(this.#table, name, line);
    else if (BLOCK.has(name) || HEADING.test(name)) {
      this.flush();
      if (name === 'li') this.#kind = 'list-item';
      if (HEADING.test(name)) this.#heading = Number(name[1]);
    }
  }

  close(name: string): void {
    if (this.#silent.isSilent) this.#silent.close(name);
    else if (name === 'table') this.#closeTable();
    else if (this.#table) {
      if (name === 'td' || name === 'th') this.#closeCell(this.#table);
      else if (name === 'tr') this.#closeRow(this.#table);
      else if (BLOCK.has(name)) this.#buffer += ' ';
    } else if (BLOCK.has(name) || HEADING.test(name)) this.flush();
  }

  text(text: string, offset: number): void {
    if (this.#silent.isSilent || (this.#table && !this.#table.inCell)) return;
    const line = this.#lineAt(offset);
    if (this.#buffer.trim() === '' && text.trim() !== '')
      this.#bufferLine = line + lineBreaks(text.slice(0, text.length - text.trimStart().length));
    if (this.#buffer.trim() === '') this.#buffer = '';
    this.#buffer += this.#buffer === '' ? text.trimStart() : text;
  }

  /** Ends the running text: a heading, a paragraph or a list item. */
  flush(): void {
    if (this.#table) this.#closeTable();
    const text = this.#buffer;
    this.#buffer = '';
    if (text.trim() !== '') {
      if (this.#heading) this.#outline.heading(headingText(text.replaceAll(HARD_BREAK, ' ')), this.#heading, this.#bufferLine);
      else this.#outline.text(this.#kind, text, this.#bufferLine);
    }
    this.#kind = 'paragraph';
    this.#heading = 0;
  }

  #lineAt(offset: number): number {
    if (offset > this.#offset) {
      this.#line += lineBreaks(this.#html.slice(this.#offset, offset));
      this.#offset = offset;
    }
    return this.#line;
  }

  #openTable(line: number): void {
    // A table in a cell is read as a table of its own; layout tables hold the real one.
    this.flush();
    this.#table = { line, header: [], rows: [], row: null, inCell: false, head: false, cellLine: line };
  }

  #openPart(table: OpenTable, name: string, line: number): void {
    if (name === 'tr') {
      this.#closeRow(table);
      table.row = { line, cells: [], heads: 0 };
    } else if (name === 'td' || name === 'th') {
      this.#closeCell(table);
      table.row ??= { line, cells: [], heads: 0 };
      table.head = name === 'th';
      table.inCell = true;
      table.cellLine = line;
      this.#buffer = '';
      this.#bufferLine = line;
    } else if ((name === 'strong' || name === 'b') && table.row && table.inCell && this.#buffer.trim() === '') {
      // Exports from word processors mark the heading row by bold cells.
      table.head = true;
    } else if (BLOCK.has(name)) this.#buffer += ' ';
  }

  #closeCell(table: OpenTable): void {
    if (table.inCell) {
      const text = tidy(this.#buffer.replace(/\s+/g, ' '));
      if (table.row && table.head) table.row.heads += 1;
      table.row?.cells.push({ text, line: text === '' ? table.cellLine : this.#bufferLine });
    }
    table.inCell = false;
    table.head = false;
    this.#buffer = '';
  }

  #closeRow(table: OpenTable): void {
    this.#closeCell(table);
    const row = table.row;
    table.row = null;
    if (!row?.cells.length) return;
    if (!table.rows.length && !table.header.length && row.heads === row.cells.length) table.header = row.cells.map((cell) => cell.text);
    else table.rows.push({ line: row.line, cells: row.cells });
  }

  #closeTable(): void {
    const table = this.#table;
    if (!table) return;
    this.#closeRow(table);
    this.#table = null;
    this.#outline.table(table.line, table.header, table.rows);
  }
}

function lineBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
