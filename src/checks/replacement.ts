import * as z from 'zod';
import type { CalendarDate } from '../calendar.ts';
import type { EvidenceRecord } from '../model/evidence.ts';
import type { CheckResult } from './check.ts';
import { fieldOf, readDate, textOf } from './records.ts';

/** A record that is over gives way to one that took its place. */
export const replacementSchema = z.strictObject({
  /** Fields in which both are equal. */
  same: z.array(z.string()).min(1),
  /** Dates from which a record counts, the latest of them; the record that replaces another counts from a later day. */
  since: z.array(z.string()).min(1),
  /** What the record that replaces another says, where it has the field at all: a draft replaces nothing. */
  where: z.record(z.string(), z.array(z.string()).min(1)),
});
export type Replacement = z.infer<typeof replacementSchema>;

export interface Judged {
  readonly record: EvidenceRecord;
  readonly result: CheckResult;
}
type Running = { readonly since: CalendarDate; readonly result: CheckResult };

/** Settles what failed beside a record that passed and began later. One look over all records. */
export function giveWay(judged: readonly Judged[], o: Replacement, asOf: CalendarDate): CheckResult[] {
  const running = new Map<string, Running>();
  for (const { record, result } of judged) {
    const since = sinceOf(record, o);
    if (result.outcome !== 'pass' || since === null || since > asOf || !stands(record, o)) continue;
    const known = running.get(keyOf(record, o));
    if (!known || since > known.since) running.set(keyOf(record, o), { since, result });
  }
  return judged.map(({ record, result }) => settle(result, sinceOf(record, o), running.get(keyOf(record, o))));
}

function settle(result: CheckResult, since: CalendarDate | null, running: Running | undefined): CheckResult {
  if (result.outcome !== 'fail' || !running) return result;
  const place = running.result.at ? `${running.result.at.path}:${running.result.at.line}` : 'another record';
  if (since === null) {
    const message = `${result.message}; ${place} runs, but nothing says which of the two is later`;
    return { ...result, outcome: 'review', reason: 'perhaps-replaced', message };
  }
  if (running.since <= since) return result;
  return { ...result, outcome: 'not-applicable', reason: 'replaced', message: `${result.message}, and was replaced by ${place}` };
}

function sinceOf(record: EvidenceRecord, { since }: Replacement): CalendarDate | null {
  const dates = since.map((field) => readDate(record, field)).flatMap((read) => (read.is === 'date' ? [read.date] : []));
  return dates.reduce<CalendarDate | null>((latest, date) => (latest === null || date > latest ? date : latest), null);
}

function stands(record: EvidenceRecord, { where }: Replacement): boolean {
  return Object.entries(where).every(([name, words]) => {
    const field = fieldOf(record, name);
    return !field || (field.state === 'placeholder' && !field.text.trim()) || words.includes(textOf(record, name)?.toLowerCase() ?? '');
  });
}

function keyOf(record: EvidenceRecord, { same }: Replacement): string {
  return same.map((field) => (textOf(record, field) ?? '').toLowerCase()).join('\n');
}
