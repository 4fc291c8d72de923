import { plainText, type References } from './plain-text.ts';

/** A heading that is not one in CommonMark, or is one, as plain text. */
export interface Heading {
  readonly text: string;
  readonly level: number;
}

/** Below real headings: a paragraph that is bold from end to end. */
const BOLD_LEVEL = 7;
const LONGEST = 120;
const BOLD = /^(\*\*|__)(?=\S)([^\n]{1,120}?)\1:?$/;
const HASHES = /^(#{1,6})(?=[^\s#!])([^\n]{1,120})$/;
const NUMBER = /^(?:(?:section|article|chapter|part|appendix)\s+)?(?:[A-Z]\.)?\d{1,2}(?:\.\d{1,2}){0,5}[.):]?\s+(?:[-–—:]\s+)?(?=\S)/i;
const LETTER = /^(?:[A-Z]|[IVX]{1,5}|[a-z])[.)]\s+(?=\S)/;
/** `30 days` is a term and no number of a heading. */
const COUNTED = /^\d+\s*[-–]?\s*(?:hours?|days?|weeks?|months?|years?|minutes?|steps?|things|ways|reasons)\b/i;

/** Heading text without markup, hand-made numbers (`4.3`, `2.`, `IV.`), closing hashes and a closing colon. */
export function headingText(raw: string, references?: References): string {
  const plain = plainText(raw, references).replace(/\s+/g, ' ').replace(/ #+$/, '').replace(/ ?:$/, '').trim();
  if (COUNTED.test(plain)) return plain;
  const unnumbered = plain.replace(NUMBER, '');
  return unnumbered === plain ? plain.replace(LETTER, '') : unnumbered;
}

/** The heading that a paragraph's source is in effect: bold from end to end, or hashes without the space; else null. */
export function paragraphHeading(raw: string, references?: References): Heading | null {
  if (raw.length > LONGEST || raw.includes('\n')) return null;
  const bold = BOLD.exec(raw);
  if (bold) {
    const inner = bold[2] ?? '';
    // `**Owner:** CISO **Version:** 2` and a bold sentence are no headings.
    if (inner.includes(bold[1] ?? '') || /[.!?;,]$/.test(inner)) return null;
    return { text: headingText(inner, references), level: BOLD_LEVEL };
  }
  const hashes = HASHES.exec(raw);
  if (!hashes) return null;
  const depth = hashes[1]?.length ?? 1;
  // One hash before a small letter is a channel or a tag (`#security`), not a title.
  if (depth === 1 && !/^[A-Z\d]/.test(hashes[2] ?? '')) return null;
  return { text: headingText(hashes[2] ?? '', references), level: depth };
}
