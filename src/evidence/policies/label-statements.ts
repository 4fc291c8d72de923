import { readDate } from '../dates/read-date.ts';
import { isPlaceholder } from '../placeholder.ts';
import type { Block, MarkdownDocument, Section, TextLine } from './document.ts';
import type { Labels } from './labels.ts';
import { boldPairs, cutLine, isOfPeople, type LoosePair, loosePair } from './loose-labels.ts';
import type { StatedField, Statement } from './statement.ts';

/** Bold labels stand together; so far apart, in lines, they still do. */
const TOGETHER = 4;
/** Lines at the top and at the foot of a document that are looked at for labels of the document. */
const TOP_LINES = 16;
const FOOT_LINES = 14;
const LONGEST_LINE = 300;
/** `Label: value`, the label short. */
const PAIR = /^([^:|]{2,60}?) ?:(?![/\\]) ?(.*)$/;
/** Up to four words before a colon. */
const LABEL = /[A-Z][\w/&]{1,20}(?: [\w/&]{1,20}){0,3}(?=:(?:\s|$))/g;
const TRAILING = /[\s|/\\•·;,—–-]{1,10}$/;
const DATES: ReadonlySet<StatedField> = new Set([
  'effective',
  'reviewed',
  'next-review',
  'approved',
  'review-date',
  'completed',
  'next-due',
]);
/** `the Executive Committee on February 1, 2026` */
const APPROVED_ON = /^.{2,60} on .{6,24}$/;
const LINKING = /^(?:on|as of|in|is|was|by|from|date|:|-|–|—|=)?\s*/i;

interface PlacedLine extends TextLine {
  readonly kind: Block['kind'];
  /** Near the top or the foot, or below a heading that announces the document's own data. */
  readonly inZone: boolean;
}

/**
 * Statements of label lines: `**Effective Date**: October 15, 2025`, `*Last updated: June 8, 2023*`, `Version 2.1`,
 * `**Owner** CISO`, several on one line, and a heading that is a label with its value below. Elsewhere than at the top, the foot or below
 * a heading such as "Document control" only labels that name the document ("Policy Owner") are taken.
 */
export function labelStatements(document: MarkdownDocument, labels: Labels): Statement[] {
  const found: Statement[] = [];
  const people: Statement[] = [];
  for (const line of placeLines(document, labels)) {
    const pieces = line.inZone ? cutLine(line.text, labels) : [line.text];
    const read = pieces.flatMap((piece) => readPiece(piece, pieces.length > 1, line, labels, document.path));
    const bold = line.inZone && !read.length ? boldPairs(line, labels) : [];
    found.push(...read);
    for (const pair of bold) (isOfPeople(pair) ? people : found).push(...statementsOf(pair, line, document.path));
  }
  for (const statement of notAlone(people, found)) found.push(statement);
  for (const section of document.sections) found.push(...headingStatements(section, labels, document.path));
  return found;
}

/** Those that have another statement near them. */
function notAlone(people: readonly Statement[], others: readonly Statement[]): Statement[] {
  const lines = new Map<number, number>();
  for (const { at } of [...people, ...others]) lines.set(at.line, (lines.get(at.line) ?? 0) + 1);
  return people.filter(({ at }) => {
    let near = -1;
    for (let line = at.line - TOGETHER; line <= at.line + TOGETHER; line += 1) near += lines.get(line) ?? 0;
    return near > 0;
  });
}

/** A whole line, or a piece of one that holds several labels and so needs no colon behind each. */
function readPiece(piece: string, isPiece: boolean, line: PlacedLine, labels: Labels, path: string): Statement[] {
  return splitLine(piece, labels).flatMap((part) => {
    const read = readLine(part, line, labels, path);
    const pair = read.length || !isPiece ? null : loosePair(part, labels);
    return pair ? statementsOf(pair, line, path) : read;
  });
}

function statementsOf({ fields, text }: LoosePair, { line }: PlacedLine, path: string): Statement[] {
  return fields.map((field) => ({ field, text, at: { path, line, column: 1 }, form: 'label' }));
}

/** Lines that can be labels, with their zone; a heading that holds a whole label (`#### Policy Owner: CISO`) counts as a line. */
function placeLines(document: MarkdownDocument, labels: Labels): PlacedLine[] {
  const placed: PlacedLine[] = [];
  const total = document.sections.reduce((sum, section) => sum + linesOf(section), 0);
  let index = 0;
  for (const [number, section] of document.sections.entries()) {
    const control = number === 0 || labels.is('control-headings', section.heading);
    if (section.heading.includes(':') || (number < 4 && /[|·•]/.test(section.heading)))
      placed.push({ text: section.heading, line: section.line, kind: 'paragraph', inZone: true });
    for (const block of section.blocks) {
      if (block.kind === 'table-row') continue;
      for (const { text, line, strong } of block.lines) {
        const inZone = index < TOP_LINES || index >= total - FOOT_LINES || control;
        index += 1;
        const colon = text.indexOf(':');
        if (inZone ? text.length <= LONGEST_LINE : colon > 1 && colon < 62)
          placed.push({ text, line, ...(strong && { strong }), kind: block.kind, inZone });
      }
    }
  }
  return placed;
}

function linesOf(section: Section): number {
  return section.blocks.reduce((sum, block) => sum + (block.kind === 'table-row' ? 0 : block.lines.length), 0);
}

/** `Version: 1.0 | Owner: CISO` and `Version: 1.0  Owner: CISO` are two labels each: the line is cut before every known one. */
function splitLine(text: string, labels: Labels): readonly string[] {
  if (text.indexOf(':') === text.lastIndexOf(':')) return [text];
  const starts: number[] = [];
  for (const match of text.matchAll(LABEL)) {
    const words = match[0].split(' ');
    // "Jane Roe Version:" is the end of one value and the next label.
    for (let from = 0; from < words.length; from += 1) {
      const label = words.slice(from).join(' ');
      if (!labels.fields(label).length) continue;
      starts.push(match.index + match[0].length - label.length);
      break;
    }
  }
  // One known label after an unknown one (`Policy No: 5  Version: 2`) is cut off, too; after prose it is prose.
  const [only = 0] = starts;
  if (starts.length < 2 && !text.slice(0, only).includes(': ')) return [text];
  const parts = starts.map((start, index) => text.slice(start, starts[index + 1]).replace(TRAILING, ''));
  return starts[0] === 0 ? parts : [text.slice(0, starts[0]).replace(TRAILING, ''), ...parts];
}

function readLine(text: string, line: PlacedLine, labels: Labels, path: string): Statement[] {
  if (text.length > LONGEST_LINE) return [];
  const at = { path, line: line.line, column: 1 };
  const pair = text.includes(':') ? PAIR.exec(text) : null;
  const label = pair?.[1] ?? '';
  const fields = pair ? labels.fields(label) : [];
  if (pair && fields.length) {
    if (!line.inZone && !labels.namesDocument(label)) return [];
    const value = (pair[2] ?? '').trim();
    // A label with a whole sentence behind it introduces prose.
    if (value.length > 160 || (line.kind === 'list-item' && value === '' && !line.inZone)) return [];
    return fields.map((field) => ({ field, text: value, at, form: 'label' }));
  }
  if (!line.inZone) return [];
  const token = tokenField(text, labels);
  if (token) return [{ field: token, text, at, form: 'label' }];
  const dated = unmarkedDate(text, labels);
  return dated ? [{ ...dated, at, form: 'label' }] : [];
}

/** `Last updated June 8, 2023`, `Version 2.1`: a label and its value without a colon. */
function unmarkedDate(text: string, labels: Labels): { field: StatedField; text: string } | null {
  // A value without a colon is a date or a number.
  if (text.length > 100 || !/\d/.test(text)) return null;
  const words = text.replace(/[.]$/, '').split(' ');
  for (let count = Math.min(4, words.length - 1); count >= 1; count -= 1) {
    const [field] = labels.fields(words.slice(0, count).join(' '));
    if (!field) continue;
    const value = words.slice(count).join(' ').replace(LINKING, '');
    if (DATES.has(field) && readDate(value, null).state !== 'not-a-date') return { field, text: value };
    if (field === 'approver' && APPROVED_ON.test(value)) return { field, text: value.replace(/^the /i, '') };
    if (field === 'version' && /^v?\d+(?:\.\d+){0,3}$/i.test(value)) return { field, text: value };
  }
  return null;
}

/** A line that is only a token, such as `{{defaultRevision}}`, stands for the field its name ends with. */
function tokenField(text: string, labels: Labels): StatedField | null {
  if (text.length > 60 || !/^[{[<$]/.test(text) || !isPlaceholder(text)) return null;
  const token = /^(?:\{\{|\$\{|\[|<)\s*([\w .-]{3,40}?)\s*(?:\}\}|\}|\]|>)$/.exec(text)?.[1];
  if (!token) return null;
  const words = (token.split(/[.-]/).at(-1) ?? '').replace(/([a-z])([A-Z])/g, '$1 $2').split(/[ _]+/);
  for (let from = 0; from < words.length; from += 1) {
    const [field] = labels.fields(words.slice(from).join(' '));
    if (field && field !== 'title') return field;
  }
  return null;
}

/** `## Policy Owner` with one short line below it. */
function headingStatements(section: Section, labels: Labels, path: string): Statement[] {
  if (section.level < 2 || section.blocks.length !== 1) return [];
  const [block] = section.blocks;
  const [line] = block?.lines ?? [];
  if (!block || !line || block.lines.length !== 1 || block.kind === 'table-row' || line.text.length > 60) return [];
  const fields = labels.fields(section.heading).filter((field) => field !== 'title' && field !== 'status');
  // "Review" or "Approved" above a sentence is prose; a value has no full stop.
  if (!fields.length || /[.!?]$/.test(line.text) || PAIR.test(line.text)) return [];
  return fields.map((field) => ({ field, text: line.text, at: { path, line: line.line, column: 1 }, form: 'label' }));
}
