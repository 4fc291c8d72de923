import { readDate } from '../dates/read-date.ts';
import { isPlaceholder } from '../placeholder.ts';
import type { TextLine } from './document.ts';
import type { Labels } from './labels.ts';
import type { StatedField } from './statement.ts';

/** A label and the text behind it, without a colon between them. */
export interface LoosePair {
  readonly fields: readonly StatedField[];
  readonly text: string;
}

/** Between two labels of one line. The last two stand inside values, too, so that only a label may follow them. */
const SEPARATOR = /(?: ?[|·•] ?)| \/ |; /g;
const INSIDE_VALUES = /[/;]/;
const LONGEST_LABEL = 4;
const LONGEST_VALUE = 80;
const MOST_WORDS = 8;
const VERSION = /^v?\d+(?:\.\d+){0,3}$/i;
const EDGES = /^[\s|/·•;–—-]{1,10}|[\s|/\\·•;,–—-]{1,10}$/g;
const DEFINED = /^(?:the|an?|any|all|each|every|person|people|individual|someone)\b/i;
const PEOPLE: ReadonlySet<StatedField> = new Set(['owner', 'approver']);
/** Fields that only a colon or a table gives: their labels are words of prose, too. */
const WITH_COLON: ReadonlySet<StatedField> = new Set(['title', 'scope', 'method', 'completed', 'next-due']);

/**
 * Cuts a line of several labels: `Policy No. 4 | Revision 3 | Effective 1/12/2026`, the same with ` · `, ` / `, `; ` or
 * only spaces between. A line in which fewer than two pieces begin with a known label is one piece.
 */
export function cutLine(text: string, labels: Labels): readonly string[] {
  const pieces = atSeparators(text, labels);
  if (pieces.length > 1 && pieces.filter((piece) => labelOf(piece, labels)).length > 1) return pieces;
  if (text.includes(':') || !/\d/.test(text)) return [text];
  const spaced = atLabels(text, labels);
  return spaced.filter((piece) => isDatum(piece, labels)).length > 1 ? spaced : [text];
}

/** `Approved by Managing Partners` as a pair; null when it is none. For pieces of a line that has several. */
export function loosePair(piece: string, labels: Labels): LoosePair | null {
  const label = labelOf(piece, labels);
  return label && !piece.startsWith(':', label.length) ? pairOf(label, piece.slice(label.length), labels) : null;
}

/** `**Owner** Privacy Officer **Revision** 4`: every bold label of a line that begins with a bold run, and what follows it. */
export function boldPairs({ text, strong }: TextLine, labels: Labels): readonly LoosePair[] {
  if (!strong || !text.startsWith(strong[0] ?? ' ')) return [];
  const runs: { run: string; at: number }[] = [];
  let from = 0;
  for (const run of strong) {
    const at = text.indexOf(run, from);
    if (at < 0) continue;
    runs.push({ run, at });
    from = at + run.length;
  }
  return runs.flatMap(({ run, at }, index) => {
    const value = text.slice(at + run.length, runs[index + 1]?.at);
    return (!run.endsWith(':') && !/^ ?:/.test(value) && pairOf(run, value, labels)) || [];
  });
}

/** True for a pair about people: their labels are words of prose, and count only beside other labels. */
export function isOfPeople({ fields }: LoosePair): boolean {
  return fields.some((field) => PEOPLE.has(field));
}

function pairOf(label: string, rest: string, labels: Labels): LoosePair | null {
  const text = rest.replace(EDGES, '');
  const fields = labels.fields(label).filter((field) => !WITH_COLON.has(field) && (isPlaceholder(text) || isValueOf(field, text)));
  if (!fields.length || text === '' || text.length > LONGEST_VALUE || !/^[\p{Lu}\d[<{$_(]/u.test(text)) return null;
  const words = text.split(' ').length;
  const isProse = words > MOST_WORDS || /[!?:]$/.test(text) || (words > 5 && text.endsWith('.'));
  return isProse || (DEFINED.test(text) && words > 4) ? null : { fields, text };
}

/** Without a colon, a number is one word and a date nothing but a date. */
function isValueOf(field: StatedField, text: string): boolean {
  if (field === 'version') return !text.includes(' ');
  if (PEOPLE.has(field) || field === 'status' || field === 'review-cycle') return true;
  return readDate(text, null).state !== 'not-a-date';
}

/** The known label that a piece begins with, the longest first; null when it begins otherwise or with a small letter. */
function labelOf(piece: string, labels: Labels): string | null {
  if (!/^\p{Lu}/u.test(piece)) return null;
  const words = piece.split(' ', LONGEST_LABEL);
  for (let count = words.length; count >= 1; count -= 1) {
    const label = words.slice(0, count).join(' ').replace(/:$/, '');
    if (!label.includes(':') && labels.fields(label).length) return label;
  }
  return null;
}

function atSeparators(text: string, labels: Labels): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(SEPARATOR)) {
    const next = index + mark.length;
    if (INSIDE_VALUES.test(mark) && !labelOf(text.slice(next, next + LONGEST_VALUE), labels)) continue;
    pieces.push(text.slice(from, index));
    from = next;
  }
  return [...pieces, text.slice(from)].map((piece) => piece.replace(EDGES, '')).filter((piece) => piece !== '');
}

/** Cuts before every known label. */
function atLabels(text: string, labels: Labels): string[] {
  const words = text.split(' ');
  const pieces: string[] = [];
  let from = 0;
  for (let at = 0; at < words.length; at += 1) {
    const label = labelOf(words.slice(at, at + LONGEST_LABEL).join(' '), labels);
    if (!label) continue;
    if (at > from) pieces.push(words.slice(from, at).join(' '));
    from = at;
    at += label.split(' ').length - 1;
  }
  return [...pieces, words.slice(from).join(' ')];
}

/** A label with a date or a number behind it, and nothing else. */
function isDatum(piece: string, labels: Labels): boolean {
  const pair = loosePair(piece, labels);
  return pair !== null && (VERSION.test(pair.text) || (/\d/.test(pair.text) && readDate(pair.text, null).state !== 'not-a-date'));
}
