import type { CalendarDate } from '../../src/calendar.ts';
import { CONTROL_OUTCOMES, type ControlOutcome } from '../../src/model/outcome.ts';
import type { ControlReadiness, Finding, FrameworkReadiness, Lapse, Report, Waiver } from '../../src/model/report.ts';

/** Hand-built reports for the tests of printers: every field has a plain value, and a test names what it is about. */
const AS_OF = '2026-11-21' as CalendarDate;

export function finding(over: Partial<Finding> = {}): Finding {
  return {
    rule: 'agreement-executed',
    rules: [over.rule ?? 'agreement-executed'],
    outcome: 'fail',
    severity: 'error',
    message: 'The agreement with Mailer is not signed',
    at: { path: 'registers/baa.yml', line: 12, column: 3 },
    subject: 'vendor:mailer',
    controls: ['hipaa:164.308(b)(3)'],
    origin: null,
    fingerprint: '0123456789abcdef',
    waiver: null,
    remediation: 'Have both parties sign it and record the date.',
    reason: 'pending',
    count: 1,
    also: [],
    ...over,
  };
}

export function waiver(over: Partial<Waiver> = {}): Waiver {
  return {
    target: 'agreement-executed',
    subject: null,
    reason: 'The vendor is being replaced',
    owner: 'Privacy officer',
    approver: 'Chief executive',
    created: null,
    expires: '2026-12-31' as CalendarDate,
    at: { path: 'waivers.yml', line: 2, column: 3 },
    ...over,
  };
}

export function control(id: string, outcome: ControlOutcome): ControlReadiness {
  return { id, title: `Control ${id}`, section: 'administrative', specification: null, outcome, reason: null, rules: [], evidence: [] };
}

/** A framework whose figures follow from its controls. */
export function framework(id: string, controls: readonly ControlReadiness[], over: Partial<FrameworkReadiness> = {}): FrameworkReadiness {
  const counts = Object.fromEntries(CONTROL_OUTCOMES.map((o) => [o, controls.filter((c) => c.outcome === o).length])) as Record<
    ControlOutcome,
    number
  >;
  const applicable = controls.length - counts['not-applicable'];
  const share = (n: number): number | null => (applicable ? (100 * n) / applicable : null);
  const readiness = { strict: share(counts.met), accepted: share(counts.met + counts.waived), counts };
  const sections = [{ id: 'administrative', title: 'Administrative safeguards', readiness }];
  return { id, title: id.toUpperCase(), figure: 'Readiness of records', level: null, readiness, sections, controls, ...over };
}

export function lapse(over: Partial<Lapse> = {}): Lapse {
  return {
    date: '2026-12-01' as CalendarDate,
    days: 10,
    rule: 'policy-reviewed',
    subject: 'policy:Access control',
    at: { path: 'policies/access.md', line: 4, column: 1 },
    message: 'Access control was reviewed on 2025-12-01',
    ...over,
  };
}

export function report(over: Partial<Report> = {}): Report {
  return {
    version: '0.1.0',
    asOf: AS_OF,
    label: '.',
    commit: null,
    configPath: 'cleanbill.yml',
    role: null,
    files: { read: 40, notRead: 0 },
    policies: [],
    records: [],
    registers: [{ kind: 'vendor', path: 'registers/vendors.yml', records: 12, columns: {}, unread: [] }],
    findings: [],
    frameworks: [framework('hipaa', [control('164.308(b)(3)', 'not-met'), control('164.308(a)(2)', 'met')])],
    lapses: [],
    gate: { passed: true, bars: 1, violations: [] },
    empty: false,
    ...over,
  };
}
