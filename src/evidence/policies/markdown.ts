import type { Token } from 'markdown-it';
import { parseBlocks } from './blocks.ts';
import { boldRuns } from './bold-runs.ts';
import type { Block, MarkdownDocument, TableRow, TextLine } from './document.ts';
import { readFrontMatter } from './front-matter.ts';
import { isGrid, readGrid } from './grid-table.ts';
import { headingText, paragraphHeading } from './heading.ts';
import { readHtml } from './html.ts';
import { Outline, tidy } from './outline.ts';
import { plainText, type References } from './plain-text.ts';

const TABLE_END = /<\/table[^\n]*/gi;

/**
 * Reads a Markdown file in one pass over markdown-it's block tokens; inline markup is only taken away, never parsed.
 * Code and comments are left out. `path` goes into every location. Never throws, whatever the text holds.
 */
export function parseMarkdown(text: string, path: string): MarkdownDocument {
  const normal = text.includes('\r') || text.includes('\0') ? text.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd') : text;
  const front = readFrontMatter(normal, path);
  const body = front.end ? normal.slice(front.end) : normal;
  const { tokens, references } = parseBlocks(body);
  const outline = new Outline();
  new TokenWalk(tokens, body, front.lines + 1, references, outline).walk();
  return { path, frontMatter: front.yaml, sections: outline.sections, tables: outline.tables };
}

class TokenWalk {
  readonly #tokens: readonly Token[];
  readonly #body: string;
  /** Line of the file on which the body begins. */
  readonly #firstLine: number;
  readonly #references: References;
  readonly #outline: Outline;
  #index = 0;
  #lists = 0;
  /** Tokens that begin before this body line belong to an HTML table that was read already. */
  #readTo = 0;
  #noTableEnd = false;
  /** Names of the hidden elements of HTML that are open. */
  #hidden: readonly string[] = [];
  #starts: number[] | null = null;

  constructor(tokens: readonly Token[], body: string, firstLine: number, references: References, outline: Outline) {
    this.#tokens = tokens;
    this.#body = body;
    this.#firstLine = firstLine;
    this.#references = references;
    this.#outline = outline;
  }

  walk(): void {
    for (; this.#index < this.#tokens.length; this.#index += 1) {
      const token = this.#tokens[this.#index];
      if (!token) continue;
      if (token.type === 'list_item_open') this.#lists += 1;
      else if (token.type === 'list_item_close') this.#lists -= 1;
      else if ((token.map?.[0] ?? 0) < this.#readTo) continue;
      else if (this.#hidden.length > 0 && token.type !== 'html_block') this.#pass(token);
      else if (token.type === 'heading_open') this.#heading(token);
      else if (token.type === 'paragraph_open') this.#paragraph();
      else if (token.type === 'table_open') this.#table(token);
      else if (token.type === 'html_block') this.#html(token);
    }
  }

  /** Text in a hidden element is not read, but may hold the tag that ends it. */
  #pass(token: Token): void {
    if (token.type !== 'inline' || !token.content.includes('</')) return;
    this.#hidden = readHtml(token.content, this.#line(token), this.#outline, this.#hidden);
  }

  #line(token: Token): number {
    return (token.map?.[0] ?? 0) + this.#firstLine;
  }

  #heading(open: Token): void {
    const inline = this.#tokens[this.#index + 1];
    if (!inline) return;
    // Labels right above a `---` line: CommonMark takes all of them for one heading.
    if (inline.content.includes('\n')) this.#text('paragraph', inline);
    else this.#outline.heading(headingText(inline.content, this.#references), Number(open.tag[1]), this.#line(open));
  }

  #paragraph(): void {
    const inline = this.#tokens[this.#index + 1];
    if (inline?.type !== 'inline') return;
    const grid = isGrid(inline.content) ? readGrid(inline.content, this.#line(inline), this.#references) : null;
    if (grid) {
      this.#outline.table(this.#line(inline), grid.header, grid.rows);
      return;
    }
    const heading = this.#lists ? null : paragraphHeading(inline.content, this.#references);
    if (heading) this.#outline.heading(heading.text, heading.level, this.#line(inline));
    else this.#text(this.#lists ? 'list-item' : 'paragraph', inline);
  }

  #text(kind: Block['kind'], inline: Token): void {
    this.#outline.text(kind, plainText(inline.content, this.#references), this.#line(inline), boldRuns(inline.content));
  }

  #table(open: Token): void {
    const header: string[] = [];
    const rows: TableRow[] = [];
    let line = this.#line(open);
    let cells: TextLine[] = [];
    for (this.#index += 1; this.#index < this.#tokens.length; this.#index += 1) {
      const token = this.#tokens[this.#index];
      if (!token || token.type === 'table_close') break;
      if (token.type === 'tr_open') {
        line = this.#line(token);
        cells = [];
      } else if (token.type === 'inline') {
        const [strong] = boldRuns(token.content);
        cells.push({ text: tidy(plainText(token.content, this.#references)), line, ...(strong && { strong }) });
      } else if (token.type === 'thead_close') header.push(...cells.map((cell) => cell.text));
      else if (token.type === 'tr_close' && header.length) rows.push({ line, cells });
    }
    this.#outline.table(this.#line(open), header, rows);
  }

  #html(token: Token): void {
    const [from, to] = token.map ?? [0, 0];
    const html = token.content;
    if (html.startsWith('<!--') && !html.includes('-->')) return;
    if (/<table[\s>]/i.test(html) && !/<\/table/i.test(html)) {
      const whole = this.#wholeTable(from);
      if (whole !== null) {
        this.#readTo = from + whole.split('\n').length;
        this.#hidden = readHtml(whole, from + this.#firstLine, this.#outline, this.#hidden);
        return;
      }
    }
    this.#hidden = readHtml(html, from + this.#firstLine, this.#outline, this.#hidden);
    this.#readTo = Math.max(this.#readTo, to);
  }

  /** Source from a body line to the end of the table: blank lines end an HTML block, but not the table that stands in it. */
  #wholeTable(bodyLine: number): string | null {
    if (this.#noTableEnd) return null;
    const start = this.#offsetOf(bodyLine);
    TABLE_END.lastIndex = start;
    const close = TABLE_END.exec(this.#body);
    this.#noTableEnd = close === null;
    return close && this.#body.slice(start, TABLE_END.lastIndex);
  }

  #offsetOf(bodyLine: number): number {
    if (!this.#starts) {
      this.#starts = [0];
      for (let at = this.#body.indexOf('\n'); at >= 0; at = this.#body.indexOf('\n', at + 1)) this.#starts.push(at + 1);
    }
    return this.#starts[bodyLine] ?? this.#body.length;
  }
}
