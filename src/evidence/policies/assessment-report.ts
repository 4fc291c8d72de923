import type { EvidenceRecord, Field } from '../../model/evidence.ts';
import { type DateContext, decide } from './decide.ts';
import type { Block, MarkdownDocument } from './document.ts';
import type { Labels } from './labels.ts';
import type { StatedField, Statement } from './statement.ts';
import { readReportStatus } from './status.ts';
import type { Title } from './title.ts';

const ASSESSMENT = /\brisk[\s_-]+(?:assessment|analysis)\b/i;
/** One assessment of one time, not the rules for assessing. */
const DATED = /\b(?:report|results|findings)\b|(?:^|\D)20\d\d(?:\D|$)/i;
const RULES =
  /\b(?:polic(?:y|ies)|procedures?|plan|process|template|standard|methodology|questionnaire|vendors?|suppliers?|breach|management)\b/i;
const LONGEST_SUMMARY = 300;

/**
 * A document that is itself a dated risk assessment or risk analysis (its title or file name says so, and it states a
 * date of completion) as a record of that kind; null for any other document, a policy about assessing among them.
 */
export function readAssessmentReport(
  document: MarkdownDocument,
  title: Title,
  labels: Labels,
  statements: readonly Statement[],
  context: DateContext,
): EvidenceRecord | null {
  const file = (document.path.split('/').at(-1) ?? '').replace(/\.\w{1,10}$/, '');
  const names = `${title.text} | ${file}`;
  if (!ASSESSMENT.test(names) || !DATED.test(names) || RULES.test(names)) return null;
  const completed = decide('completed', withBareDate(statements), context);
  if (!completed || completed.state === 'placeholder') return null;
  const fields: Record<string, Field | undefined> = { completed };
  const put = (name: string, field: Field | undefined): void => {
    if (field) fields[name] = field;
  };
  put('approver', decide('approver', statements, context));
  put('approved', decide('approved', statements, context));
  put('status', readReportStatus(statements, labels));
  put('next-due', decide('next-due', statements, context) ?? decide('next-review', statements, context));
  for (const name of ['scope', 'method'] as const) put(name, decide(name, statements, context) ?? sectionOf(document, labels, name));
  const at = { path: document.path, line: title.line, column: 1 };
  return { kind: 'risk-assessment', name: title.text, at, fields };
}

/** "Date: …" on a report is the day of the report, where nothing says more. */
function withBareDate(statements: readonly Statement[]): readonly Statement[] {
  if (statements.some((s) => s.field === 'completed')) return statements;
  return statements.map((s) => (s.field === 'bare-date' ? { ...s, field: 'completed' as const } : s));
}

/** The first text below a heading such as "Scope" or "Methodology". */
function sectionOf(document: MarkdownDocument, labels: Labels, name: StatedField): Field | undefined {
  for (const section of document.sections) {
    const [block]: readonly Block[] = section.blocks;
    if (!block || labels.fields(section.heading)[0] !== name) continue;
    const text = block.text.slice(0, LONGEST_SUMMARY);
    return { state: 'value', value: text, text, at: { path: document.path, line: block.line, column: 1 } };
  }
  return undefined;
}
