import type { YamlDocument } from '../../yaml.ts';

/** A piece of running text with its true line: markup, code, comments and pure layout are gone. */
export interface Block {
  readonly kind: 'paragraph' | 'list-item' | 'table-row';
  /** Plain text; the cells of a table row are joined by ` | `. */
  readonly text: string;
  /** Line in the file, from 1. */
  readonly line: number;
}

/** A heading and what stands below it until the next heading of any level. */
export interface Section {
  /** Plain text without hand-made numbers; empty for the text before the first heading. */
  readonly heading: string;
  /** Headings above this one, outermost first; `heading` is not among them. */
  readonly path: readonly string[];
  /** 1 to 6; 7 for a bold paragraph that stands as a heading. */
  readonly level: number;
  readonly line: number;
  readonly blocks: readonly Block[];
}

/** A table, Markdown or HTML: cells as plain text with the line of each row. */
export interface Table {
  readonly line: number;
  /** Empty when the table has no heading row. */
  readonly header: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly { readonly text: string; readonly line: number }[] }[];
}

/** A Markdown file as the readers of metadata and topics need it; parsed once. */
export interface MarkdownDocument {
  readonly path: string;
  /** Front matter, also without an opening line; null when there is none. */
  readonly frontMatter: YamlDocument | null;
  readonly sections: readonly Section[];
  readonly tables: readonly Table[];
}
