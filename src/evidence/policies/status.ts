import type { Field } from '../../model/evidence.ts';
import { isPlaceholder } from '../placeholder.ts';
import { fixedWords } from '../registers/lexicon.ts';
import { readWord } from '../registers/values.ts';
import type { Labels } from './labels.ts';
import type { Statement } from './statement.ts';

/** A status is a word or two and a remark; what is longer is prose. */
const LONGEST = 120;
const POLICY_WORDS = ['draft', 'in-review', 'approved', 'retired'] as const;
const REPORT_WORDS = ['draft', 'planned', 'final', 'superseded'] as const;

/**
 * What a document says of its own standing, as a fixed word (`draft`, `in-review`, `approved`, `retired`) with the text as
 * written. `unknown` where other words stand there; a blank or a token to be filled in is a placeholder; undefined where
 * nothing is said.
 */
export function readStatus(statements: readonly Statement[], labels: Labels): Field | undefined {
  return statusIn(statements, labels, 'status', POLICY_WORDS);
}

/** `# [DRAFT] Access Policy`, `DRAFT: Access Policy`, `Access Policy (draft)`: the mark in capitals, in brackets or before a colon. */
export function isMarkedDraft(title: string): boolean {
  return /\bDRAFT\b/.test(title) || /[[(]\s?draft\s?[\])]|^draft\s?[:–-]/i.test(title);
}

/** The same for a report of an assessment: `draft`, `planned`, `final`, `superseded` or `unknown`. */
export function readReportStatus(statements: readonly Statement[], labels: Labels): Field | undefined {
  return statusIn(statements, labels, 'report', REPORT_WORDS);
}

function statusIn(statements: readonly Statement[], labels: Labels, list: string, canonical: readonly string[]): Field | undefined {
  const stated = statements.filter((s) => s.field === 'status' && s.text.length <= LONGEST);
  const statement = stated.find((s) => !isBlank(s.text)) ?? stated[0];
  if (!statement) return undefined;
  const { text, at } = statement;
  const words = Object.fromEntries(canonical.map((word) => [word, [...labels.words(`${list}-${word}`)]]));
  const reading = readWord(fixedWords(words, [...labels.words('status-remarks')]), text);
  if (reading.state !== 'word' && isPlaceholder(text)) return { state: 'placeholder', text, at };
  return { state: 'value', value: reading.state === 'word' ? reading.word : 'unknown', text, at };
}

/** Nothing but dashes: it says as much as no status at all. */
function isBlank(text: string): boolean {
  return isPlaceholder(text) && !/[\p{L}\p{N}]/u.test(text);
}
