import type { MarkdownDocument, Section } from './document.ts';
import type { Statement } from './statement.ts';

/** First headings that name a part and not the document. */
const PART =
  /^(?:purpose|scope|introduction|overview|objectives?|policy|policy statements?|statement|background|definitions?|summary|general|table of contents|contents|goals?|applicability|responsibilit(?:y|ies)|description|about|preamble|rationale|aim|purpose (?:and|&|\/) (?:scope|objectives?|background)|introduction (?:and|&) .{3,20}|document (?:control|information|history)|revision history|coming soon|draft|untitled|welcome|home)$/i;

/** A title is shown in messages and tables. */
const LONGEST = 200;
/** Emoji that decorate a title. */
const DECORATION = /^(?:\s|\p{Extended_Pictographic}|\ufe0f|\u200d)+(?=\D)|(?:\s|\p{Extended_Pictographic}|\ufe0f|\u200d)+$/gu;

/** What a document is called: its title, where it stands, and whether the file states it. */
export interface Title {
  readonly text: string;
  readonly line: number;
  readonly stated: boolean;
}

/** The only top heading, else front matter, else the first heading that is no mere part, a label, or the file name. */
export function findTitle(document: MarkdownDocument, statements: readonly Statement[]): Title {
  const written = statements.filter((s) => s.field === 'title' && s.text !== '');
  const front = written.find((s) => s.form === 'front-matter');
  const heading = titleHeading(document.sections);
  // The only top heading is what a reader sees; the title in front matter is often a menu entry.
  const isOnlyTop = heading?.level === 1 && document.sections.filter((s) => s.level === 1).length === 1;
  if (front && !isOnlyTop) return { text: front.text.slice(0, LONGEST), line: front.at.line, stated: true };
  if (heading) return { text: undecorated(heading.heading.slice(0, LONGEST)), line: heading.line, stated: true };
  const [label] = written;
  if (label) return { text: label.text.slice(0, LONGEST), line: label.at.line, stated: true };
  return { text: fileTitle(document.path), line: 1, stated: false };
}

function undecorated(heading: string): string {
  const plain = heading.replace(DECORATION, '');
  const text = plain.endsWith('.') && !plain.endsWith('..') ? plain.slice(0, -1) : plain;
  return text || heading;
}

function titleHeading(sections: readonly Section[]): Section | undefined {
  const early = sections.slice(0, 4).filter((s) => s.level > 0);
  const top = early.find((s) => s.level === 1) ?? early[0];
  return top && !PART.test(top.heading) && (top.level <= 2 || top === early[0]) ? top : undefined;
}

/** `03-access_control.md` and `access-control/index.md` both read as "access control". */
function fileTitle(path: string): string {
  const parts = path.split('/');
  const file = (parts.pop() ?? path).replace(/\.\w{1,10}$/, '');
  const name = /^(?:_?index|readme)$/i.test(file) ? (parts.pop() ?? file) : file;
  return (
    name
      .replace(/^\d{1,4}[-_. ]+/, '')
      .replace(/[-_]+/g, ' ')
      .trim() || name
  );
}
