import type { YamlDocument } from '../../yaml.ts';

/** One line of a block as it stands in the file, or a part of one that ends in a `<br>`. */
export interface TextLine {
  readonly text: string;
  /** Line in the file, from 1. */
  readonly line: number;
  /** What of it is bold, in order, when it begins in bold. */
  readonly strong?: readonly string[];
}

/** A piece of running text with its true line: markup, code, comments and pure layout are gone. */
export interface Block {
  readonly kind: 'paragraph' | 'list-item' | 'table-row';
  /** Plain text in one line; the cells of a table row are joined by ` | `. */
  readonly text: string;
  /** Line in the file, from 1. */
  readonly line: number;
  /** The same text line by line: labels such as `Owner: CISO` stand one below the other in one paragraph. */
  readonly lines: readonly TextLine[];
}

/** A heading and what stands below it until the next heading of any level. */
export interface Section {
  /** Plain text without hand-made numbers; empty for the text before the first heading. */
  readonly heading: string;
  /** Headings above this one, outermost first; `heading` is not among them. */
  readonly path: readonly string[];
  /** 1 to 6; 7 for a bold paragraph that stands as a heading; 0 for the text before the first heading. */
  readonly level: number;
  readonly line: number;
  readonly blocks: readonly Block[];
}

/** A table, Markdown or HTML: cells as plain text with the line of each row. */
export interface Table {
  readonly line: number;
  /** Empty when the table has no heading row. */
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
  /** Heading of the section it stands in; empty before the first one. */
  readonly heading: string;
}

export interface TableRow {
  readonly line: number;
  readonly cells: readonly TextLine[];
}

/** Front matter: the data, and scalars as they are written. */
export interface FrontMatter extends YamlDocument {
  /** The value as written on its line, such as `1.10`, which YAML takes for the number 1.1. */
  written(path: readonly PropertyKey[]): string;
}

/** A Markdown file as the readers of metadata and topics need it; parsed once. */
export interface MarkdownDocument {
  readonly path: string;
  /** Front matter, also without an opening line; null when there is none. */
  readonly frontMatter: FrontMatter | null;
  readonly sections: readonly Section[];
  readonly tables: readonly Table[];
}
