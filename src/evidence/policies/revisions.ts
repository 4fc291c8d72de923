import type { CalendarDate } from '../../calendar.ts';
import { type DateOrder, readDate } from '../dates/read-date.ts';
import { isPlaceholder } from '../placeholder.ts';
import type { Revision } from './revision-table.ts';
import type { Statement } from './statement.ts';

const APPROVED = /\bapprov(?:ed|al)\b/i;
const NOT_APPROVED = /\b(?:pending|awaiting|not|for|before|without|draft|un\w+)\b/i;
const SAMPLE = /^(?:example|sample|e\.g\.|template)\b/i;

interface DatedRevision extends Revision {
  readonly day: CalendarDate;
}

/**
 * What a revision history says: version, date and approval of the newest row, by date, then by version. Rows of a
 * template (no date, or dates to be typed over) say nothing. With an approver column, an empty cell of the newest row
 * means that the version in force is not approved. Without one, the person of a row whose comment says approved counts.
 */
export function revisionStatements(revisions: readonly Revision[], path: string, order: DateOrder | null): Statement[] {
  const written = revisions.filter((r) => !isSample(r));
  const dated = written.flatMap((r) => {
    const reading = readDate(r.date ?? '', order);
    return reading.state === 'date' ? [{ ...r, day: reading.date }] : [];
  });
  const at = (revision: Revision): Statement['at'] => ({ path, line: revision.line, column: 1 });
  const unread = written.filter((r) => r.date && isUnreadable(r.date, order));
  const last = newestOf(dated);
  const newest = unread.find((r) => isHighest(r, [...unread, ...(last ? [last] : [])])) ?? last;
  // Of dates that cannot be read none is the newest: the reader of the findings sees the first.
  if (!newest) return unread.map((r) => ({ field: datedField(r), text: r.date ?? '', at: at(r), form: 'revision-row' }));
  const found: Statement[] = [];
  const add = (field: Statement['field'], text: string | undefined, revision: Revision, form: Statement['form'] = 'revision-row'): void => {
    if (text !== undefined) found.push({ field, text, at: at(revision), form });
  };
  add('version', newest.version, newest);
  add(datedField(newest), newest.date, newest);
  add('approver', newest.approver, newest);
  // A row that names its approver dates the approval of that version.
  if (newest.dateMeans === 'approval' || (newest.approver && !isPlaceholder(newest.approver))) add('approved', newest.date, newest);
  const approval = newest.approver === undefined ? newestOf(dated.filter(saysApproved)) : undefined;
  if (approval) {
    add('approver', approval.author, approval, 'revision-comment');
    add('approved', approval.date, approval, 'revision-comment');
  }
  return found;
}

/** A day of change or approval is a day of review; the day from which a version holds is none. */
function datedField(revision: Revision): 'effective' | 'reviewed' {
  return revision.dateMeans === 'effective' ? 'effective' : 'reviewed';
}

/** A date that is meant as one, but is no certain day. */
function isUnreadable(text: string, order: DateOrder | null): boolean {
  const { state } = readDate(text, order);
  return state !== 'date' && state !== 'not-a-date';
}

/** Its version is above those of all others; the only row is the highest. */
function isHighest(row: Revision, rows: readonly Revision[]): boolean {
  return rows.every((other) => other.line === row.line || compareVersions(row.version ?? '', other.version ?? '') > 0);
}

function saysApproved(revision: Revision): boolean {
  const comment = revision.description ?? '';
  return comment.length < 200 && APPROVED.test(comment) && !NOT_APPROVED.test(comment);
}

function isSample(revision: Revision): boolean {
  return isPlaceholder(revision.date ?? '') || SAMPLE.test(revision.description ?? '');
}

function newestOf(revisions: readonly DatedRevision[]): DatedRevision | undefined {
  return revisions.reduce<DatedRevision | undefined>((best, row) => (best && !isNewer(row, best) ? best : row), undefined);
}

/** Of rows of one day the higher version, then the lower row, is the newer. */
function isNewer(row: DatedRevision, than: DatedRevision): boolean {
  if (row.day !== than.day) return row.day > than.day;
  return compareVersions(row.version ?? '', than.version ?? '') >= 0;
}

/** Order of two versions by their numbers: negative when the first is lower. */
function compareVersions(a: string, b: string): number {
  const left = a.match(/\d{1,9}/g) ?? [];
  const right = b.match(/\d{1,9}/g) ?? [];
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const difference = Number(left[i] ?? 0) - Number(right[i] ?? 0);
    if (difference) return difference;
  }
  return 0;
}
