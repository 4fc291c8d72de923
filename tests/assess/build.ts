import { type CalendarDate, parseIsoDate } from '../../src/calendar.ts';
import type { Config, Threshold } from '../../src/model/config.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import type { Control, Rule, RulePack } from '../../src/model/pack.ts';
import type { CheckResult, Finding, Judgement, Waiver } from '../../src/model/report.ts';

export function day(text: string): CalendarDate {
  const date = parseIsoDate(text);
  if (!date) throw new Error(`not a date: ${text}`);
  return date;
}

export const AS_OF = day('2026-11-21');
export const HERE = { path: 'policies/access.md', line: 3, column: 1 };

export function rule(id: string, overrides: Partial<Rule> = {}): Rule {
  return {
    id,
    title: `${id}?`,
    severity: 'error',
    basis: { kind: 'requirement', source: '45 CFR 164.308' },
    check: 'policy-covers',
    options: {},
    whenAbsent: 'fail',
    remediation: `mend ${id}`,
    always: false,
    ...overrides,
  };
}

export function control(id: string, rules: readonly string[], overrides: Partial<Control> = {}): Control {
  return {
    id,
    title: `Control ${id}`,
    section: 's',
    specification: null,
    rules,
    manual: rules.length ? null : 'no file can show it',
    levels: [],
    category: null,
    ...overrides,
  };
}

export function pack(controls: readonly Control[], id = 'hipaa'): RulePack {
  return {
    id,
    title: id.toUpperCase(),
    version: '1',
    source: 'test',
    figure: 'Readiness of records',
    sections: [{ id: 's', title: 'S' }],
    controls,
  };
}

export function result(outcome: Outcome, overrides: Partial<CheckResult> = {}): CheckResult {
  return { outcome, message: `it is ${outcome}`, at: HERE, subject: 'policy:Access', reason: outcome, ...overrides };
}

export function judgement(id: string, ...outcomes: readonly Outcome[]): Judgement {
  const order: readonly Outcome[] = ['fail', 'unknown', 'review', 'pass', 'not-applicable'];
  const results = outcomes.map((outcome, i) => result(outcome, { subject: `policy:${i}` }));
  return { rule: id, outcome: order.find((o) => outcomes.includes(o)) ?? 'unknown', results };
}

export function finding(overrides: Partial<Finding> = {}): Finding {
  return {
    rule: 'r',
    rules: ['r'],
    outcome: 'fail',
    severity: 'error',
    message: 'm',
    at: HERE,
    subject: 'policy:Access',
    controls: ['hipaa:1'],
    origin: null,
    fingerprint: 'f',
    waiver: null,
    remediation: 'mend',
    reason: 'broken',
    count: 1,
    also: [],
    ...overrides,
  };
}

export function waiver(overrides: Partial<Waiver> = {}): Waiver {
  return {
    target: 'r',
    subject: null,
    reason: 'renewal under way',
    owner: 'Security Officer',
    approver: 'Chief Executive Officer',
    created: day('2026-11-01'),
    expires: day('2026-12-31'),
    at: { path: 'waivers.yml', line: 1, column: 1 },
    ...overrides,
  };
}

export function threshold(overrides: Partial<Threshold> = {}): Threshold {
  return {
    framework: 'hipaa',
    strict: null,
    accepted: null,
    blockers: [],
    at: { path: 'cleanbill.yml', line: 1, column: 1 },
    ...overrides,
  };
}

export function config(overrides: Partial<Config> = {}): Config {
  return {
    path: null,
    role: null,
    frameworks: new Map([['hipaa', { categories: [], level: null }]]),
    notes: [],
    sources: new Map(),
    exclude: [],
    dates: null,
    training: { modules: new Map(), graceDays: null, validMonths: null },
    gate: [],
    allowEmpty: false,
    waivers: null,
    asOf: null,
    ...overrides,
  };
}
