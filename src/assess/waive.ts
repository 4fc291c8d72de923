import type { CalendarDate } from '../calendar.ts';
import type { Waiver } from '../model/report.ts';

/** True while a waiver holds: from the day it was created to the day it expires, both included. */
export function isCurrent(waiver: Waiver, asOf: CalendarDate): boolean {
  return waiver.expires >= asOf && (waiver.created === null || waiver.created <= asOf);
}

/**
 * The current waiver of one result, or null. It is looked up subject by subject, before equal results are said together:
 * a waiver of one vendor neither covers nor is lost among the others. A waiver without a subject covers all of its rule.
 */
export function waiverFor(rule: string, subject: string, waivers: readonly Waiver[], asOf: CalendarDate): Waiver | null {
  const covers = (w: Waiver): boolean =>
    w.target === rule && (w.subject === null || w.subject.toLowerCase() === subject.toLowerCase()) && isCurrent(w, asOf);
  return waivers.find(covers) ?? null;
}
