import * as z from 'zod';
import type { CalendarDate } from '../calendar.ts';
import type { Waiver } from '../model/report.ts';
import { absent } from './absent.ts';
import type { Check, CheckResult } from './check.ts';
import { count, dayUntil } from './deadline.ts';

const options = z.strictObject({});
type Options = z.infer<typeof options>;

/** Every waiver holds today. One that lacks its reason, owner, approver or expiry is no waiver: reading says so. */
export const waiverCurrent: Check<Options> = {
  name: 'waiver-current',
  options,
  run(_, context) {
    if (!context.waivers.length) return absent(context, 'waiver', 'no waiver was found');
    return context.waivers.map((waiver) => ({
      subject: `waiver:${waiver.subject === null ? waiver.target : `${waiver.target} ${waiver.subject}`}`,
      at: waiver.at,
      ...judge(waiver, context.asOf),
    }));
  },
};

function judge(waiver: Waiver, asOf: CalendarDate): Omit<CheckResult, 'subject' | 'at'> {
  const name = `the waiver of ${waiver.target}`;
  if (waiver.created !== null && waiver.created > asOf) {
    return {
      outcome: 'review',
      reason: 'ahead',
      message: `${name} is dated ${waiver.created}, which is after ${asOf}: it does not hold yet`,
    };
  }
  const due = dayUntil('expires', waiver.expires, asOf);
  if (due.left < 0)
    return {
      outcome: 'fail',
      reason: 'expired',
      trace: due.trace,
      message: `${name} expired on ${waiver.expires}, ${count(-due.left, 'day')} ago`,
    };
  return { outcome: 'pass', reason: 'current', lapses: due.last, trace: due.trace, message: `${name} holds until ${waiver.expires}` };
}
