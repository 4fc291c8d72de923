import type { CalendarDate } from '../calendar.ts';
import type { Finding, Waiver } from '../model/report.ts';

/** True while a waiver holds: from the day it was created to the day it expires, both included. */
export function isCurrent(waiver: Waiver, asOf: CalendarDate): boolean {
  return waiver.expires >= asOf && (waiver.created === null || waiver.created <= asOf);
}

/** Marks findings that a current waiver covers. They stay findings; only `accepted` readiness and the gate see the mark. */
export function waive(findings: readonly Finding[], waivers: readonly Waiver[], asOf: CalendarDate): Finding[] {
  const current = waivers.filter((w) => isCurrent(w, asOf));
  return findings.map((finding) => {
    const waiver = current.find((w) => covers(w, finding));
    return waiver ? { ...finding, waiver } : finding;
  });
}

/** A folded finding speaks of many subjects: a waiver of one of them does not cover it. */
function covers(waiver: Waiver, finding: Finding): boolean {
  if (waiver.target !== finding.rule) return false;
  return waiver.subject === null || waiver.subject.toLowerCase() === finding.subject.toLowerCase();
}
