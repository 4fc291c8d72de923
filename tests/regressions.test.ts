import { expect, test } from 'vitest';
import { controlsInScope } from '../src/assess/assess.ts';
import { type CalendarDate, parseIsoDate } from '../src/calendar.ts';
import { readConfig } from '../src/config/config.ts';
import { lint } from '../src/lint.ts';
import type { Report } from '../src/model/report.ts';
import { RULESET, workspaceOf } from './workspace.ts';

/** Mistakes that other tools for compliance records make, each on a whole small repository. */

const CONFIG = 'frameworks: { hipaa: {}, soc2: {} }';

function scan(files: Readonly<Record<string, string>>, asOf = '2026-11-21', configText = CONFIG): Report {
  const config = readConfig(configText, 'cleanbill.yml', RULESET);
  return lint(workspaceOf(files), RULESET, config, parseIsoDate(asOf) as CalendarDate).report;
}

const told = (report: Report, rule: string): string[] =>
  report.findings.filter((f) => f.rules.includes(rule)).map((f) => `${f.outcome} ${f.at ? `${f.at.path}:${f.at.line}` : '-'}`);

function outcomeOf(report: Report, framework: string, id: string): string | undefined {
  return report.frameworks.find((f) => f.id === framework)?.controls.find((c) => c.id === id)?.outcome;
}

const citedFiles = (report: Report): Set<string> =>
  new Set(report.frameworks.flatMap((f) => f.controls.flatMap((c) => c.evidence.map((e) => e.path))));

test('certificate-is-not-a-BAA', () => {
  const vendors = 'Vendor,Service,PHI,Notes\nHarborline Hosting,Hosting,Yes,HITRUST certificate and SOC 2 Type II report on file\n';
  const certificate = '# HITRUST certificate of Harborline Hosting\n\nHarborline Hosting is HITRUST r2 certified and HIPAA compliant.\n';
  const files = { 'registers/vendors.csv': vendors, 'vendors/harborline-certificate.md': certificate };
  expect(told(scan(files), 'agreement-exists-for-phi-vendor')).toEqual(['fail -']);
  const register = 'Vendor,BAA Status,Signed Date\nHarborline Hosting,HITRUST certified,2026-01-05\n';
  const listed = scan({ ...files, 'registers/baa.csv': register });
  expect(told(listed, 'agreement-executed')).toEqual(['unknown registers/baa.csv:2']);
  expect(outcomeOf(listed, 'hipaa', '164.308(b)(3)')).not.toBe('met');
});

test('phrase-in-README-is-not-a-control', () => {
  const readme = `# Patient portal

We are HIPAA compliant. All ePHI is encrypted at rest and in transit, access requires MFA, audit logs are reviewed, backups are
tested, a risk analysis is done every year, workforce members are trained and sanctioned, and a security officer is designated.

## Security

Workforce members must use unique user IDs. Sessions log off automatically. Media are wiped before disposal.
`;
  const report = scan({ 'README.md': readme, 'src/README.md': readme });
  expect([...citedFiles(report)]).toEqual([]);
  expect(report.frameworks.flatMap((f) => f.controls.filter((c) => c.outcome === 'met' || c.outcome === 'partial'))).toEqual([]);
  expect(report.gate.passed).toBe(false);
});

test('declared-is-not-evidenced', () => {
  const declared = `controls:
  - { id: hipaa:164.308(a)(1)(ii)(A), status: implemented, title: Risk analysis }
  - { id: hipaa:164.308(a)(5)(i), status: implemented, title: Security awareness and training }
`;
  const attested = `attestations:
  - control: hipaa:164.308(a)(1)(ii)(A)
    statement: The risk analysis is done.
    owner: Security officer
    performed: 2026-01-05
    expires: 2027-01-05
    reference: GRC-1
`;
  const report = scan({ 'compliance/controls.yml': declared, 'attestations.yml': attested });
  expect(outcomeOf(report, 'hipaa', '164.308(a)(1)(ii)(A)')).toBe('not-met');
  expect(outcomeOf(report, 'hipaa', '164.308(a)(5)(i)')).toBe('not-met');
  expect(report.frameworks.map((f) => f.readiness.strict)).toEqual([0, 0]);
});

test('empty-expiry-is-not-forever', () => {
  const attestation = (expires: string): string => `attestations:
  - control: hipaa:164.314(a)(2)(ii)
    statement: We have no arrangement between government bodies.
    owner: Privacy officer
    performed: 2026-01-05
    expires: ${expires}
    reference: list of contracts
`;
  const held = (expires: string): string | undefined =>
    outcomeOf(scan({ 'attestations.yml': attestation(expires) }), 'hipaa', '164.314(a)(2)(ii)');
  expect([held('2026-11-21'), held(''), held('never')]).toEqual(['met', 'manual', 'manual']);
  const waiver = (expires: string): string =>
    `waivers:\n  - { rule: agreement-executed, reason: renewal, owner: CISO, approver: CEO, created: 2026-10-01, expires: ${expires} }\n`;
  const waived = (expires: string): boolean[] => {
    const baa = 'Vendor,BAA Status,Signed Date\nHarborline Mail,Pending,\n';
    const { findings } = scan({ 'registers/baa.csv': baa, 'waivers.yml': waiver(expires) });
    return findings.filter((f) => f.rule === 'agreement-executed').map((f) => f.waiver !== null);
  };
  expect([waived('2026-11-21'), waived("''"), waived('never'), waived('TBD')]).toEqual([[true], [false], [false], [false]]);
});

test('not-relevant-is-not-done', () => {
  const files = {
    'registers/vendors.csv': 'Vendor,Service,PHI\nHarborline Hosting,Hosting,Yes\n',
    'registers/baa.csv': 'Vendor,BAA Status,Signed Date\nHarborline Hosting,Not required,\n',
    'people/roster.csv': 'Employee ID,Role,Start Date,Status\nE-1,Nurse,2024-01-08,On leave\n',
    'people/training.csv': 'Employee ID,Course Title,Completion Date\nE-1,HIPAA Privacy and Security,2020-02-01\n',
  };
  const report = scan(files);
  expect(told(report, 'agreement-executed')).toEqual(['review registers/baa.csv:2']);
  expect(outcomeOf(report, 'hipaa', '164.308(b)(3)')).not.toBe('met');
  const trained = report.frameworks.flatMap((f) => f.controls.flatMap((c) => c.evidence.filter((e) => e.rule === 'training-shown')));
  expect(trained).toEqual([]);
});

test('training-lapses', () => {
  const files = {
    'people/roster.csv': 'Employee ID,Role,Start Date,Status\nE-1,Nurse,2024-01-08,Active\n',
    'people/training.csv': 'Employee ID,Course Title,Completion Date,Status\nE-1,HIPAA Privacy and Security,2025-11-21,Completed\n',
  };
  expect(told(scan(files, '2026-11-21'), 'training-shown')).toEqual([]);
  expect(told(scan(files, '2026-11-22'), 'training-shown')).toEqual(['fail people/training.csv:2', 'fail people/training.csv:2']);
});

test('all-links-of-a-crosswalk-kept', () => {
  const config = readConfig(CONFIG, 'cleanbill.yml', RULESET);
  const asking = RULESET.packs
    .filter((pack) => config.frameworks.has(pack.id))
    .flatMap((pack) => controlsInScope(pack, config).flatMap((c) => c.rules.map((rule) => ({ rule, id: `${pack.id}:${c.id}` }))));
  const linked = (rules: readonly string[]): string[] => [...new Set(asking.filter((a) => rules.includes(a.rule)).map((a) => a.id))].sort();
  const report = scan({ 'registers/baa.csv': 'Vendor,BAA Status,Signed Date\nHarborline Mail,Pending,\n' });
  expect(report.findings.map((f) => [...f.controls].sort())).toEqual(report.findings.map((f) => linked(f.rules)));
  const executed = report.findings.find((f) => f.rule === 'agreement-executed')?.controls ?? [];
  expect([...new Set(executed.map((id) => id.split(':')[0]))]).toEqual(['hipaa', 'soc2']);
});
