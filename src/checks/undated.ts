import type { CalendarDate } from '../calendar.ts';
import type { EvidenceRecord } from '../model/evidence.ts';
import type { Location } from '../model/location.ts';
import type { LastCommit } from './check.ts';
import { labelOf, quote, readDate } from './records.ts';
import { type Verdict, verdict } from './verdict.ts';

/** Where a record may say when something was done last, and what else is known of it. */
export interface Undated {
  /** field -> how the arithmetic calls it. None of them holds a date that has come. */
  readonly last: Readonly<Record<string, string>>;
  readonly asOf: CalendarDate;
  /** The next date that the record sets itself. */
  readonly next: { readonly date: CalendarDate; readonly at: Location } | null;
  /** The last commit of the file, where it may be looked at. */
  readonly commit: LastCommit | undefined;
}

/** Why a record gives no date to count from, the most telling reason first. */
export function undated(record: EvidenceRecord, { last, asOf, next, commit }: Undated): Verdict {
  const name = labelOf(record);
  const what = Object.values(last)[0] ?? '';
  const reads = Object.keys(last).map((field) => readDate(record, field));
  const future = reads.find((r) => r.is === 'date');
  if (future?.is === 'date') return verdict('fail', 'future', future.at, `${name} was ${what} on ${future.date}, which is after ${asOf}`);
  const unreadable = reads.find((r) => r.is === 'unreadable');
  if (unreadable?.is === 'unreadable') {
    return verdict('unknown', 'unreadable', unreadable.at, `${name} was ${what} on ${quote(unreadable.text)}: ${unreadable.reason}`);
  }
  if (next) {
    return verdict('review', 'only-next', next.at, `${name} is due again on ${next.date}, but does not state when it was ${what} last`);
  }
  if (commit) {
    const message = `${name} does not state when it was ${what}; Git's last commit of the file is of ${commit.date}, which is no statement`;
    return verdict('review', 'only-history', record.at, message);
  }
  const blank = reads.find((r) => r.is === 'placeholder');
  const at = blank?.is === 'placeholder' ? blank.at : record.at;
  const text = blank?.is === 'placeholder' ? blank.text.trim() : '';
  if (text) return verdict('fail', 'no-date', at, `${name} has the placeholder ${quote(text)} where it would state when it was ${what}`);
  return verdict('fail', 'no-date', at, `${name} does not state when it was ${what}`);
}
