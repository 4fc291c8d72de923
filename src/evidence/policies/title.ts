import type { MarkdownDocument, Section } from './document.ts';
import { type Labels, normalizeLabel } from './labels.ts';
import type { Statement } from './statement.ts';

/** First headings that name a part and not the document. */
const PART =
  /^(?:purpose|scope|introduction|overview|objectives?|policy|policy statements?|statement|background|definitions?|summary|general|table of contents|contents|goals?|applicability|responsibilit(?:y|ies)|description|about|preamble|rationale|aim|purpose (?:and|&|\/) (?:scope|objectives?|background)|introduction (?:and|&) .{3,20}|document (?:control|information|history)|revision history|coming soon|draft|untitled|welcome|home)$/i;

/** `CH-190`, `POL-IT-004`, `Policy No. 12`: where the title follows at once, it is the number of the document. */
const NUMBER =
  /^(?:(?:policy|procedure|document|doc|sop) ?)?(?:no\.?|number|#)? ?(?:[A-Z]{1,6}[-‑–. ]){0,3}[A-Z]{0,6}\d{1,5}(?:[-‑.]\d{1,4}){0,3}$/i;
/** Below a company's name there may be an address before the title. */
const MOST_BETWEEN = 2;
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

/**
 * The only top heading, else front matter, else the first heading that is no mere part, a label, or the file name. The
 * name of a company, a number of the document and `running` (a heading that the files of a folder share) are no title
 * where another heading follows.
 */
export function findTitle(document: MarkdownDocument, statements: readonly Statement[], labels: Labels, running: string | null): Title {
  const written = statements.filter((s) => s.field === 'title' && s.text !== '');
  const front = written.find((s) => s.form === 'front-matter');
  const heading = titleHeading(document.sections, (section) => isLetterhead(section, labels, running));
  // The only top heading is what a reader sees; the title in front matter is often a menu entry.
  const isOnlyTop =
    heading?.level === 1 && document.sections.filter((s) => s.level === 1 && !isLetterhead(s, labels, running)).length === 1;
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

/** The name of a company or the number of the document, with the title to follow. */
function isLetterhead({ heading, blocks }: Section, labels: Labels, running: string | null): boolean {
  if (NUMBER.test(heading)) return blocks.length === 0;
  if (blocks.length > MOST_BETWEEN) return false;
  const words = normalizeLabel(heading).split(' ');
  const isCompany = words.length > 1 && [1, 3, 4].some((count) => labels.is('company-endings', words.slice(-count).join(' ')));
  return isCompany || heading === running;
}

function titleHeading(sections: readonly Section[], isLetterhead: (section: Section) => boolean): Section | undefined {
  const early = sections.slice(0, 5).filter((s) => s.level > 0);
  while (early[0] && early[1] && isLetterhead(early[0]) && !PART.test(early[1].heading)) early.shift();
  early.splice(4);
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
