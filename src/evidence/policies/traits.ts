import type { MarkdownDocument } from './document.ts';
import type { Labels } from './labels.ts';

/** What the wording of a document gives away of its nature; shares are per 100 words. */
export interface Traits {
  /** Words of running text and of tables. */
  readonly words: number;
  /** Words of the programme's subject (security, privacy, continuity …): how many per 100, and how many different ones. */
  readonly subject: number;
  readonly subjectKinds: number;
  /** "you" and "your"; "we" and "our". */
  readonly you: number;
  readonly we: number;
  /** Ids of controls of any framework, and their share. */
  readonly ids: number;
  readonly idShare: number;
  /** Lines to write on and boxes to tick, and their share. */
  readonly blanks: number;
  readonly blankShare: number;
  /** Words of a contract (this Agreement, hereby, the parties), and their share. */
  readonly contract: number;
  readonly contractShare: number;
}

/** So much of a text shows what it is; the rest is not counted. */
const SAMPLE = 8_000;
const WORD = /[a-z\d\u00c0-\u024f]+/g;
/** The word pattern cuts "you're" after "you". */
const YOU = new Set(['you', 'your', 'yours']);
const WE = new Set(['we', 'our', 'us']);
const IDS = /\b(?:164\.\d{3}|CC\d\.\d|[A-Z]{2}\.[A-Z]{2}-\d|A\.\d{1,2}\.\d|[A-Z]{2}-\d{1,2}\b|\d{2}\.[a-z]\b)/g;
const BLANKS = /_{3,}|☐|□|\[[ xX]?\]/g;
const CONTRACT =
  /\b(?:this (?:agreement|addendum|baa)|the parties|hereby|hereto|herein|hereunder|hereinafter|by and between|in witness whereof)\b/gi;

/** Counts the traits on the first part of a document, so that the cost does not grow with its length. */
export function readTraits(document: MarkdownDocument, labels: Labels): Traits {
  const text = sampleOf(document);
  const lower = text.toLowerCase();
  const vocabulary = labels.words('subject-words');
  const seen = new Set<string>();
  let words = 0;
  let subject = 0;
  let you = 0;
  let we = 0;
  for (const word of lower.match(WORD) ?? []) {
    words += 1;
    if (YOU.has(word)) you += 1;
    else if (WE.has(word)) we += 1;
    else if (vocabulary.has(word)) {
      subject += 1;
      seen.add(word);
    }
  }
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const share = (n: number): number => (words ? (100 * n) / words : 0);
  const [ids, blanks, contract] = [count(IDS), count(BLANKS), /agreement|addendum/.test(lower) ? count(CONTRACT) : 0];
  return {
    words,
    subject: share(subject),
    subjectKinds: seen.size,
    you: share(you),
    we: share(we),
    ids,
    idShare: share(ids),
    blanks,
    blankShare: share(blanks),
    contract,
    contractShare: share(contract),
  };
}

function sampleOf(document: MarkdownDocument): string {
  const parts: string[] = [];
  let length = 0;
  for (const section of document.sections) {
    for (const block of section.blocks) {
      if (length > SAMPLE) return parts.join('\n');
      parts.push(block.text.length > SAMPLE ? block.text.slice(0, SAMPLE) : block.text);
      length += block.text.length;
    }
  }
  return parts.join('\n');
}
