import { addMonths, type CalendarDate } from '../../calendar.ts';
import type { DocumentRole, EvidenceRecord, Field } from '../../model/evidence.ts';
import type { Location } from '../../model/location.ts';
import type { Vocabulary } from '../../model/pack.ts';
import { type DateOrder, proveOrder, readDate } from '../dates/read-date.ts';
import { readAssessmentReport } from './assessment-report.ts';
import { type DateContext, decide } from './decide.ts';
import type { MarkdownDocument } from './document.ts';
import { frontMatterStatements } from './front-matter-statements.ts';
import { labelStatements } from './label-statements.ts';
import { indexLabels } from './labels.ts';
import { tableStatements } from './revision-table.ts';
import { revisionStatements } from './revisions.ts';
import { judgeRole, type Standing } from './role.ts';
import { sentenceStatements } from './sentences.ts';
import type { StatedField, Statement } from './statement.ts';
import { isMarkedDraft, readStatus } from './status.ts';
import { findTitle } from './title.ts';

/** A written document as its own text presents it. */
export interface PolicyReading {
  /** Its title, or what the file is called where it states none. */
  readonly name: string;
  readonly role: DocumentRole;
  /** How surely it belongs to a programme by itself; see `selectProgramme`. */
  readonly standing: Standing;
  readonly namesSet: boolean;
  readonly isCover: boolean;
  /** title, version, effective, reviewed, next-review, review-cycle (days), owner, approver, approved, status. */
  readonly fields: Readonly<Record<string, Field | undefined>>;
  readonly at: Location;
  /** Everything it says of itself or of its set, as written. */
  readonly statements: readonly Statement[];
  /** The risk assessment that the document is a report of, or null. */
  readonly assessment: EvidenceRecord | null;
  /** Dates as written, for proving the day/month order of a whole repository. */
  readonly dateTexts: readonly string[];
}

const FIELDS: readonly StatedField[] = [
  'version',
  'effective',
  'reviewed',
  'next-review',
  'review-cycle',
  'owner',
  'approver',
  'approved',
  'status',
];
const APPROVAL = /^(.{2,100}?)(?:,| on| -| –| \(|;)? ((?:\d|[A-Z][a-z]{2,8}\.? \d)[^()]{5,24})\)?$/;
const OWN_DATA: ReadonlySet<StatedField> = new Set(['version', 'effective', 'reviewed', 'next-review', 'owner', 'approver', 'approved']);
const GOVERNANCE: ReadonlySet<StatedField> = new Set(['effective', 'next-review', 'owner', 'approver', 'approved']);
const DATED: ReadonlySet<StatedField> = new Set([
  'effective',
  'reviewed',
  'next-review',
  'approved',
  'review-date',
  'bare-date',
  'completed',
  'next-due',
]);

/**
 * Reads what a document says of itself in any of the usual forms. `order` is the configured order of all-numeric dates,
 * or the one that the whole repository proves; null leaves it to this document, and what that does not prove is unreadable.
 * `running` is the heading that the files of its folder share, if any.
 */
export function readPolicy(
  document: MarkdownDocument,
  vocabulary: Vocabulary['labels'],
  order: DateOrder | null,
  asOf: CalendarDate,
  running: string | null = null,
): PolicyReading {
  const labels = indexLabels(vocabulary);
  const front = frontMatterStatements(document.frontMatter, labels);
  const tables = tableStatements(document, labels);
  const written = [...front.statements, ...labelStatements(document, labels), ...tables.statements];
  const title = findTitle(document, written, labels, running);
  const revisions = [...front.revisions, ...tables.revisions];
  const dateTexts = [
    ...written.filter((s) => DATED.has(s.field)).map((s) => s.text),
    ...revisions.map((r) => r.date ?? ''),
    ...written.flatMap((s) => (s.field === 'approver' ? (APPROVAL.exec(s.text)?.[2] ?? []) : [])),
  ];
  const proved = order ?? proveOrder(dateTexts);
  const context: DateContext = { order: proved === 'mixed' ? null : proved, asOf };
  const statements = [
    ...settleBareDates(written, context),
    ...revisionStatements(revisions, document.path, context.order),
    ...sentenceStatements(document, title.text),
  ];
  const settled = settleReviewDates(statements.flatMap(splitApproval), context);
  const at = { path: document.path, line: title.line, column: 1 };
  const fields: Record<string, Field | undefined> = {};
  if (title.stated) fields.title = { state: 'value', value: title.text, text: title.text, at };
  for (const field of FIELDS) {
    const decided = field === 'status' ? readStatus(settled, labels) : decide(field, settled, context);
    if (decided) fields[field] = decided;
  }
  if (fields.status?.state !== 'value' && isMarkedDraft(title.text))
    fields.status = { state: 'value', value: 'draft', text: title.text, at };
  const judged = judgeRole(document, title, labels, hasOwnData(settled));
  const assessment = readAssessmentReport(document, title, labels, written.flatMap(splitApproval), context);
  // A report is a record of what was done, and no policy.
  const standing = assessment ? ({ role: 'other', standing: 'foreign' } as const) : {};
  return { name: title.text, ...judged, ...standing, fields, at, statements: settled, dateTexts, assessment };
}

/** Two or more kinds of data about itself, filled in or not, other than in sentences; a version and a date alone have web pages, too. */
function hasOwnData(statements: readonly Statement[]): boolean {
  const kinds = new Set(statements.filter((s) => s.form !== 'sentence' && OWN_DATA.has(s.field)).map((s) => s.field));
  return kinds.size > 1 && [...kinds].some((kind) => GOVERNANCE.has(kind));
}

/** `Managing Partner, 03/24/2026` or `CEO on 3 May 2026` is an approver and the day of the approval. */
function splitApproval(statement: Statement): Statement[] {
  const parts = statement.field === 'approver' ? APPROVAL.exec(statement.text) : null;
  if (!parts || readDate(parts[2] ?? '', 'us').state === 'not-a-date') return [statement];
  return [
    { ...statement, text: parts[1] ?? '' },
    { ...statement, field: 'approved', text: parts[2] ?? '' },
  ];
}

/** A bare "Date" right below an approver dates the approval, which is a review, too; any other bare date says nothing. */
function settleBareDates(statements: readonly Statement[], context: DateContext): Statement[] {
  return statements.flatMap((statement) => {
    if (statement.field !== 'bare-date') return [statement];
    const isApproval = statements.some(
      (s) => s.field === 'approver' && statement.at.line - s.at.line >= 0 && statement.at.line - s.at.line <= 2,
    );
    if (!isApproval || readDate(statement.text, context.order).state === 'not-a-date') return [];
    return [
      { ...statement, field: 'approved' as const },
      { ...statement, field: 'reviewed' as const },
    ];
  });
}

/** "Review date" is the next one when it lies ahead, or whole years after another date of the document; else the last. */
function settleReviewDates(statements: readonly Statement[], context: DateContext): Statement[] {
  const day = (s: Statement): CalendarDate | null => {
    const reading = readDate(s.text, context.order);
    return reading.state === 'date' ? reading.date : null;
  };
  const others = statements.filter((s) => ['effective', 'reviewed', 'approved'].includes(s.field)).flatMap((s) => day(s) ?? []);
  return statements.map((statement) => {
    if (statement.field !== 'review-date') return statement;
    const date = day(statement);
    const isNext =
      date !== null &&
      (date > context.asOf || others.some((other) => other < '9900' && [12, 24, 36].some((months) => addMonths(other, months) === date)));
    return { ...statement, field: isNext ? 'next-review' : 'reviewed' };
  });
}
