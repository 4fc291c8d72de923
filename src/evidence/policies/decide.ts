import type { CalendarDate } from '../../calendar.ts';
import { addDays } from '../../calendar.ts';
import type { Field } from '../../model/evidence.ts';
import { type DateOrder, readDate } from '../dates/read-date.ts';
import { readInterval } from '../dates/read-interval.ts';
import { isPlaceholder } from '../placeholder.ts';
import type { StatedField, Statement, StatementForm } from './statement.ts';

const DATES: ReadonlySet<StatedField> = new Set(['effective', 'reviewed', 'next-review', 'approved', 'completed', 'next-due']);
const RANK: Readonly<Record<StatementForm, number>> = {
  'front-matter': 0,
  label: 1,
  'revision-row': 2,
  'revision-comment': 3,
  sentence: 4,
};
/** A planned date further ahead than this is a slip of the pen. */
const FAR_DAYS = 3653;

/** How dates are read. */
export interface DateContext {
  readonly order: DateOrder | null;
  readonly asOf: CalendarDate;
}

/** A statement as a field: its value, a placeholder, or why it cannot be read; null when it says nothing of this field. */
function readStatement(statement: Statement, context: DateContext): Field | null {
  const { field, at } = statement;
  const text = statement.text.replace(/\s*\[\d{1,3}\]$/, '').trim();
  if (isPlaceholder(text)) return { state: 'placeholder', text, at };
  if (DATES.has(field)) return readDateField(field, text, statement, context);
  if (field === 'review-cycle') {
    const days = readInterval(text);
    return days === null ? null : { state: 'value', value: days, text, at };
  }
  if (field === 'version') {
    const version = text.replace(/^(?:version|v\.?|revision|rev\.?)\s*(?=\d)/i, '');
    return version.length <= 40 && /[\d]/.test(version) ? { state: 'value', value: version, text, at } : null;
  }
  return text.length > 120 ? null : { state: 'value', value: text, text, at };
}

function readDateField(field: StatedField, text: string, { at, form }: Statement, { order, asOf }: DateContext): Field | null {
  const bare = text.replace(/ ?\([^)]{0,60}\)$/, '').replace(/(?:,| by| -| –) [A-Z][^\d]{2,60}$/, '');
  const reading = readDate(bare, order);
  if (reading.state === 'not-a-date') {
    const expected = form !== 'sentence' && /\d/.test(text) && text.length <= 40;
    return expected ? { state: 'unreadable', text, at, reason: `"${text}" is not a day; write it as YYYY-MM-DD` } : null;
  }
  if (reading.state !== 'date') return { state: 'unreadable', text, at, reason: reading.reason };
  const { date } = reading;
  const looksBack = field === 'reviewed' || field === 'approved' || field === 'completed';
  if (looksBack ? date > asOf : date > addDays(asOf, FAR_DAYS)) {
    return { state: 'unreadable', text, at, reason: looksBack ? `${date} lies after ${asOf}` : `${date} is more than ten years ahead` };
  }
  return { state: 'value', value: date, text, at };
}

/**
 * One field out of all statements about it. A value wins over a placeholder, and the surer form over the other; sentences
 * do not fill a placeholder. Of dates of one kind the latest counts; one that cannot be read is not passed over in
 * favour of an older one.
 */
export function decide(field: StatedField, statements: readonly Statement[], context: DateContext): Field | undefined {
  const read = statements
    .filter((s) => s.field === field)
    .map((s) => ({ rank: RANK[s.form], field: readStatement(s, context) }))
    .filter((r): r is { rank: number; field: Field } => r.field !== null)
    .sort((a, b) => a.rank - b.rank);
  const written = read.filter((r) => r.rank < RANK.sentence);
  const pool = written.length ? written : read;
  const unreadable = pool.find((r) => r.field.state === 'unreadable');
  if (unreadable) return unreadable.field;
  const values = pool.filter((r) => r.field.state === 'value');
  if (!values.length) return pool[0]?.field;
  return DATES.has(field) ? values.map((v) => v.field).reduce(later) : values[0]?.field;
}

function later(a: Field, b: Field): Field {
  return a.state === 'value' && b.state === 'value' && String(b.value) > String(a.value) ? b : a;
}
