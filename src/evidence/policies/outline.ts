import type { BoldRuns } from './bold-runs.ts';
import type { Block, Section, Table, TableRow, TextLine } from './document.ts';
import { HARD_BREAK } from './plain-text.ts';

interface OpenSection extends Section {
  readonly blocks: Block[];
}

/** Gathers sections, blocks and tables in the order of the file. */
export class Outline {
  readonly sections: OpenSection[] = [];
  readonly tables: Table[] = [];
  #open: OpenSection | null = null;
  /** Real headings that enclose the current place, outermost first. */
  readonly #above: { text: string; level: number }[] = [];

  heading(text: string, level: number, line: number): void {
    if (text === '') return;
    while (this.#above.length && (this.#above.at(-1)?.level ?? 0) >= level) this.#above.pop();
    this.#open = { heading: text, path: this.#above.map((h) => h.text), level, line, blocks: [] };
    this.sections.push(this.#open);
    this.#above.push({ text, level });
  }

  /** Adds plain text that begins at a line; line breaks in it are those of the source. `strong`: bold runs, line by line. */
  text(kind: Block['kind'], plain: string, line: number, strong: readonly BoldRuns[] = []): void {
    const simple = !plain.includes('\n') && !plain.includes(HARD_BREAK);
    const lines = simple ? oneLine(plain, line, strong[0]) : splitLines(plain, line, strong);
    const first = lines[0];
    if (!first) return;
    this.#section(first.line).blocks.push({
      kind,
      text: lines.length === 1 ? first.text : lines.map((l) => l.text).join(' '),
      line: first.line,
      lines,
    });
  }

  table(line: number, header: readonly string[], rows: readonly TableRow[]): void {
    const kept = rows.filter((row) => row.cells.some((cell) => cell.text !== ''));
    const named = header.some((cell) => cell !== '') ? header : [];
    if (!kept.length && !named.length) return;
    this.tables.push({ line, header: named, rows: kept, heading: this.#open?.heading ?? '' });
    for (const row of kept) {
      const text = row.cells.map((cell) => cell.text).join(' | ');
      this.#section(row.line).blocks.push({ kind: 'table-row', text, line: row.line, lines: [{ text, line: row.line }] });
    }
  }

  #section(line: number): OpenSection {
    if (!this.#open) {
      this.#open = { heading: '', path: [], level: 0, line, blocks: [] };
      this.sections.push(this.#open);
    }
    return this.#open;
  }
}

function oneLine(plain: string, line: number, strong?: BoldRuns): TextLine[] {
  const text = tidy(plain);
  return text === '' ? [] : [strong ? { text, line, strong } : { text, line }];
}

function splitLines(plain: string, line: number, strong: readonly BoldRuns[]): TextLine[] {
  const lines: TextLine[] = [];
  plain.split('\n').forEach((source, index) => {
    for (const part of source.split(HARD_BREAK)) {
      const runs = strong[index]?.filter((run) => part.includes(run));
      lines.push(...oneLine(part, line + index, runs?.length ? runs : undefined));
    }
  });
  return lines;
}

/** One space between words, none at the ends. */
export function tidy(text: string): string {
  const trimmed = text.trim();
  return /[\t\u00a0\u2028]| {2}/.test(trimmed) ? trimmed.replace(/\s+/g, ' ') : trimmed;
}
