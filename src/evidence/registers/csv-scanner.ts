import type { Location } from '../../model/location.ts';
import type { Interner } from './interner.ts';
import { countLines, isSpace, lineStart } from './text-place.ts';

/** Characters that are looked at as numbers at a time. Reading them from an array is five times faster than from a string. */
const WINDOW = 1 << 18;
const QUOTE = 34;
/** Cells with a broken quote that are mended one by one. */
const MOST_BROKEN = 1_000;
const LF = 10;
const CR = 13;

/**
 * Walks CSV text row by row (RFC 4180, any delimiter, any line end, blanks before a quote). It keeps the place of every
 * cell, which CSV libraries do not give, and makes the text of a cell only when asked: an export of a million rows is
 * read through four of its columns. One pass, never backwards: linear for any input.
 */
export class CsvScanner {
  readonly text: string;
  readonly path: string;
  readonly #delimiter: number;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #next: number;
  #nextLine: number;
  #from = 0;
  /** Code units of the text from `#base` on. */
  #codes = new Uint16Array(0);
  #base = 0;
  /** Line on which the row begins. */
  line = 0;
  /** Cells in the row. */
  count = 0;
  /** Line of the first quoted cell that is not closed properly, or null. */
  brokenQuote: number | null = null;
  #broken = 0;
  /** From here on quotes are plain text. */
  #literal = false;

  constructor(text: string, path: string, delimiter: string, offset = 0, line = 1) {
    this.text = text;
    this.path = path;
    this.#delimiter = delimiter.charCodeAt(0);
    this.#next = offset;
    this.#nextLine = line;
  }

  /** Goes to the next row; false at the end. A blank line is a row with one empty cell. */
  next(): boolean {
    if (this.#next >= this.text.length) return false;
    const line = this.#nextLine;
    this.#from = this.#next;
    // A row that reaches beyond the window is read again from its start in a window that begins there.
    while (!this.#readRow()) {
      this.#nextLine = line;
      this.#fill(this.#from);
    }
    this.line = line;
    this.#nextLine += 1;
    return true;
  }

  /** Finds the cells of the row at `#from`; false when the window ends before the row does. */
  #readRow(): boolean {
    const starts = this.#starts;
    const ends = this.#ends;
    const delimiter = this.#delimiter;
    const codes = this.#codes;
    const size = codes.length;
    const base = this.#base;
    const isLast = base + size === this.text.length;
    let at = this.#from - base;
    if (at < 0 || at >= size) return false;
    let count = 0;
    for (;;) {
      starts[count] = at + base;
      if (at < size && codes[at] === QUOTE && !this.#literal) at = this.#skipQuoted(at + base) - base;
      let code = LF;
      for (; at < size; at += 1) {
        code = codes[at] ?? LF;
        if (code === delimiter || code === LF || code === CR) break;
      }
      if (at >= size && !isLast) return false;
      ends[count] = at + base;
      count += 1;
      if (at >= size || code !== delimiter) break;
      at += 1;
    }
    if (at + 1 >= size && !isLast) return false;
    this.count = count;
    this.#next = at + base + (codes[at] === CR && codes[at + 1] === LF ? 2 : 1);
    return true;
  }

  /** Moves the window to `from`; a row that filled the whole window gets one of twice the size. */
  #fill(from: number): void {
    const size = from === this.#base && this.#codes.length > 0 ? this.#codes.length * 2 : Math.max(WINDOW, this.#codes.length);
    const part = this.text.slice(from, from + size);
    const bytes = Buffer.allocUnsafeSlow(part.length * 2);
    bytes.write(part, 0, 'utf16le');
    this.#codes = new Uint16Array(bytes.buffer, bytes.byteOffset, part.length);
    this.#base = from;
  }

  /**
   * The offset behind the closing quote. The opening one itself, which then is plain text, when nothing closes it or
   * when the next quote belongs to another cell some lines below: one missing quote must not swallow the rows between.
   */
  #skipQuoted(open: number): number {
    const { text } = this;
    let close = text.indexOf('"', open + 1);
    while (close >= 0 && text.charCodeAt(close + 1) === QUOTE) close = text.indexOf('"', close + 2);
    const lines = close < 0 ? 0 : countLines(text, open, close);
    if (close >= 0 && (lines === 0 || this.#endsCell(close + 1))) {
      this.#nextLine += lines;
      return close + 1;
    }
    this.brokenQuote ??= this.#nextLine;
    this.#broken += 1;
    if (close < 0 || this.#broken > MOST_BROKEN) this.#literal = true;
    return open;
  }

  #endsCell(offset: number): boolean {
    let at = offset;
    while (this.text.charCodeAt(at) === 32) at += 1;
    const code = this.text.charCodeAt(at);
    return at >= this.text.length || code === this.#delimiter || code === LF || code === CR;
  }

  /** Where the row after this one begins. */
  get offset(): number {
    return this.#next;
  }

  /** The line on which it begins. */
  get nextLine(): number {
    return this.#nextLine;
  }

  /** Text of a cell, quotes resolved and surrounding blanks removed; empty where the row has no such cell. */
  cell(column: number): string {
    if (column < 0 || column >= this.count) return '';
    const start = this.#starts[column] ?? 0;
    const end = this.#ends[column] ?? 0;
    if (this.text.charCodeAt(start) !== QUOTE) return this.text.slice(start, end).trim();
    const raw = this.text.slice(start, end).trimEnd();
    if (raw.length < 2 || !raw.endsWith('"')) return raw.slice(1).replaceAll('""', '"').trim();
    const inner = raw.slice(1, -1);
    return (inner.includes('"') ? inner.replaceAll('""', '"') : inner).trim();
  }

  /** Characters of a cell as the file writes it, quotes included; 0 where the row has no such cell. */
  width(column: number): number {
    return column >= 0 && column < this.count ? (this.#ends[column] ?? 0) - (this.#starts[column] ?? 0) : 0;
  }

  /** The number of a cell's text, without making the text where the file writes it plainly; -1 for a blank cell. */
  intern(column: number, interner: Interner): number {
    if (this.width(column) === 0) return -1;
    const codes = this.#codes;
    let start = (this.#starts[column] ?? 0) - this.#base;
    let end = (this.#ends[column] ?? 0) - this.#base;
    if (codes[start] === QUOTE) {
      const cell = this.cell(column);
      return cell === '' ? -1 : interner.id(cell);
    }
    while (start < end && isSpace(codes[start])) start += 1;
    while (end > start && isSpace(codes[end - 1])) end -= 1;
    return start === end ? -1 : interner.idOfCodes(codes, start, end);
  }

  /** Whether the row holds delimiters and nothing else. */
  isBlank(): boolean {
    for (let column = 0; column < this.count; column += 1) if (this.#starts[column] !== this.#ends[column]) return false;
    return true;
  }

  /** Texts of the first cells of the row. */
  cells(most: number): string[] {
    return Array.from({ length: Math.min(this.count, most) }, (_, column) => this.cell(column));
  }

  /** Place of a cell; of the end of the row where it has no such cell. */
  at(column: number): Location {
    return this.keep()(column);
  }

  /** The places of the row's first cells, worked out when asked, also after the scanner has moved on. */
  keep(most = Number.POSITIVE_INFINITY): (column: number) => Location {
    const { text, path, line, count } = this;
    const from = this.#from;
    const end = this.#ends[count - 1] ?? 0;
    const starts = most === Number.POSITIVE_INFINITY ? this.#starts : this.#starts.slice(0, Math.min(count, most));
    return (column) => {
      const offset = column < count ? (starts[column] ?? end) : end;
      return { path, line: line + countLines(text, from, offset), column: offset - lineStart(text, from, offset) + 1 };
    };
  }
}
