import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../../src/calendar.ts';
import { readPolicies, type WrittenEvidence } from '../../../src/evidence/policies/read-policies.ts';
import type { Policy } from '../../../src/model/evidence.ts';
import { RULESET, workspaceOf } from '../../workspace.ts';

const PROSE =
  'Access to systems with patient data is limited to the workforce members who need it. Passwords are long, accounts are personal, and every security incident is reported. ' +
  'Backups of confidential data are encrypted, logging is on, and the risk of each vendor is assessed. Breaches are handled under the incident plan without delay.';

const read = (files: Record<string, string>, named = false): readonly Policy[] => readAll(files, named).policies;

function readAll(files: Record<string, string>, named = false): WrittenEvidence {
  return readPolicies(workspaceOf(files).files, {
    config: { dates: null, sources: named ? new Map([['policy', { files: ['**'], columns: {} }]]) : new Map() },
    vocabulary: RULESET.vocabulary,
    topics: [],
    asOf: '2026-11-21' as CalendarDate,
  });
}

const roles = (policies: readonly Policy[]): Record<string, string> => Object.fromEntries(policies.map((p) => [p.at.path, p.role]));

describe('what a document is', () => {
  test.each([
    ['docs/access-control-policy.md', '# Access Control Policy', 'policy'],
    ['compliance/policies/access.md', '# Access', 'policy'],
    ['compliance/sops/restore.md', '# Restoring backups', 'procedure'],
    ['docs/incident.md', '# Security Incident Response Process', 'procedure'],
    ['docs/plan.md', '# Disaster Recovery Plan', 'policy'],
    ['docs/access.md', '# Access\n\n**Version:** 1.0\n**Owner:** CISO', 'policy'],
  ])('%s with %j is a %s', (path, head, role) => {
    expect(roles(read({ [path]: `${head}\n\n${PROSE}\n` }))).toEqual({ [path]: role });
  });

  test.each([
    ['policies/README.md', `# Policies\n\n${PROSE}`],
    ['policies/mapping.md', `# HIPAA Mapping\n\n${PROSE}`],
    ['policies/definitions.md', `# Key Definitions\n\n${PROSE}`],
    ['policies/form.md', `# Access Request Form\n\n${PROSE}`],
    ['policies/letter.md', `# Breach Notification Letter\n\n${PROSE}`],
    ['policies/privacy.md', '# Privacy Policy\n\nComing soon.'],
    ['policies/empty.md', '# Sanction Policy\n'],
    ['policies/templates/incident.md', `# Security Incident Report Policy\n\n${PROSE}`],
    ['policies/status.md', `# Encryption Policy Rollout Complete\n\n${PROSE}`],
    ['policies/terms.md', `# Terms of Service\n\n${PROSE}`],
    ['policies/notice.md', `# Privacy Policy\n\n${'We protect your data and you can ask us for your access at our address. '.repeat(20)}`],
    [
      'policies/baa.md',
      `# Business Associate Policy Text\n\n${'The parties hereby agree that under this Agreement the data is protected. '.repeat(10)}`,
    ],
    ['policies/blank.md', `# Incident Policy\n\n${'- [ ] Access data checked ____\n'.repeat(30)}`],
    ['policies/ids.md', `# Controls Policy\n\n${'- Access: 164.308 and CC6.1\n'.repeat(30)}`],
  ])('%s is none, and is listed as such beside a policy', (path, text) => {
    const found = roles(read({ [path]: text, 'policies/access.md': `# Access Policy\n\n${PROSE}` }));
    expect(found).toEqual({ [path]: 'other', 'policies/access.md': 'policy' });
  });
});

describe('what belongs to the programme', () => {
  test('a software project has no policies', () => {
    const files = {
      'README.md': `# Tool\n\n${PROSE}`,
      'CHANGELOG.md': '# Changelog\n\n## 1.0\n\n- Access data',
      'SECURITY.md': `# Security Policy\n\n${PROSE}`,
      'packages/core/SECURITY.md': `# Security Policy\n\n${PROSE}`,
      'CONTRIBUTING.md': `# Contributing\n\n${PROSE}`,
      'docs/architecture.md': `# Architecture\n\n${PROSE}`,
      'blog/phishing.md': `# What phishing taught us\n\n${PROSE}`,
    };
    expect(read(files)).toEqual([]);
  });

  test('a handbook of other subjects has none, whatever its titles say', () => {
    const text =
      'Everybody who works here takes four weeks of vacation and tells the team in time. The manager decides about longer leave after a talk. '.repeat(
        3,
      );
    expect(
      read({
        'Employment Policies/leave.md': `# Leave Policy\n\n${text}`,
        'Employment Policies/drinks.md': `# Drug and Alcohol Policy\n\n${text}`,
      }),
    ).toEqual([]);
  });

  test('pages that only speak of the subject belong when the cover page above calls the set policies', () => {
    const pages = {
      'sec/passwords.md': `# Passwords\n\n${PROSE}`,
      'sec/use/acceptable-use.md': `# Acceptable Use Policy\n\n${PROSE}`,
      'sec/use/desk.md': `# Desk\n\n${PROSE}`,
    };
    expect(roles(read({ ...pages, 'sec/use/README.md': '# Security policies\n\nThe list.' }))).toEqual({
      'sec/use/README.md': 'other',
      'sec/use/acceptable-use.md': 'policy',
      'sec/use/desk.md': 'policy',
    });
    expect(roles(read(pages))).toEqual({ 'sec/use/acceptable-use.md': 'policy', 'sec/use/desk.md': 'other' });
  });

  test('files that the configuration names as policies always belong', () => {
    expect(roles(read({ 'x/desk.md': `# Desk\n\n${PROSE}` }, true))).toEqual({ 'x/desk.md': 'policy' });
  });
});

describe('what one document cannot say', () => {
  test('the order of dates is proved by the other documents', () => {
    const files = {
      'policies/a.md': `# A Policy\n\n**Last Reviewed:** 02/06/2026\n\n${PROSE}`,
      'policies/b.md': `# B Policy\n\n**Last Reviewed:** 02/24/2026\n\n${PROSE}`,
    };
    expect(read(files).map((p) => p.fields.reviewed)).toMatchObject([{ value: '2026-02-06' }, { value: '2026-02-24' }]);
  });

  test('a contradiction proves nothing', () => {
    const files = {
      'policies/a.md': `# A Policy\n\n**Last Reviewed:** 02/06/2026\n\n${PROSE}`,
      'policies/b.md': `# B Policy\n\n**Last Reviewed:** 02/24/2026\n\n${PROSE}`,
      'policies/c.md': `# C Policy\n\n**Last Reviewed:** 24/02/2026\n\n${PROSE}`,
    };
    expect(read(files).map((p) => p.fields.reviewed?.state)).toEqual(['unreadable', 'value', 'value']);
  });

  test('a sentence about the whole set is inherited, and kept apart from what a document says itself', () => {
    const files = {
      'policies/README.md':
        '# Policies\n\nThese policies were last reviewed on 2026-02-24. All policies are reviewed annually. The Chief Operating Officer is responsible for maintaining all policies.',
      'policies/a/index.md': `# A Policy\n\n${PROSE}`,
      'policies/b/index.md': `# B Policy\n\n**Last Reviewed:** 2026-05-05\n**Owner:** [TODO]\n\n${PROSE}`,
      'elsewhere/c-policy.md': `# C Policy\n\n${PROSE}`,
    };
    const [c, readme, a, b] = read(files);
    expect(readme).toMatchObject({
      role: 'other',
      fields: { reviewed: { value: '2026-02-24', at: { path: 'policies/README.md', line: 3 } } },
    });
    expect(a?.fields.reviewed).toBeUndefined();
    expect(a?.inherited).toMatchObject({
      reviewed: { value: '2026-02-24' },
      'review-cycle': { value: 365 },
      owner: { value: 'Chief Operating Officer' },
    });
    expect(b?.fields.reviewed).toMatchObject({ value: '2026-05-05' });
    expect(Object.keys(b?.inherited ?? {})).toEqual(['review-cycle']);
    expect(c?.inherited).toBeUndefined();
  });
});

describe('a risk assessment as a document', () => {
  const report =
    '# Security Risk Analysis 2026\n\n**Completed:** March 3, 2026\n**Approved by:** CEO\n**Next assessment:** 2027-03-03\n\n## Scope\n\nAll systems with ePHI.\n\n## Methodology\n\nNIST SP 800-30.\n';

  test('is a record with its date, scope, method and approver, and no policy', () => {
    const found = readAll({ 'risk/2026-analysis.md': report, 'policies/access.md': `# Access Policy\n\n${PROSE}` });
    expect(roles(found.policies)).toEqual({ 'policies/access.md': 'policy' });
    expect(found.records).toMatchObject([
      {
        kind: 'risk-assessment',
        name: 'Security Risk Analysis 2026',
        fields: {
          completed: { value: '2026-03-03', at: { path: 'risk/2026-analysis.md', line: 3 } },
          approver: { value: 'CEO' },
          scope: { value: 'All systems with ePHI.' },
          method: { value: 'NIST SP 800-30.' },
          'next-due': { value: '2027-03-03' },
        },
      },
    ]);
  });

  test.each([
    ['policies/risk.md', report.replace('Security Risk Analysis 2026', 'Risk Analysis Policy 2026')],
    ['risk/2026.md', report.replace('March 3, 2026', '[TODO]')],
    ['risk/vendor-2026.md', report.replace('Security Risk Analysis 2026', 'Vendor Risk Assessment 2026')],
    ['risk/analysis.md', report.replace(' 2026\n', '\n')],
  ])('%s is none', (path, text) => {
    expect(readAll({ [path]: text }).records).toEqual([]);
  });
});

test('broken front matter is said once, with its line, and the document is read all the same', () => {
  const { policies, problems } = readAll({ 'policies/a.md': `---\ntitle: A: B\nowner: [x\n---\n# A Policy\n\n${PROSE}` });
  expect(policies).toHaveLength(1);
  expect(problems).toMatchObject([{ code: 'broken-file', at: { path: 'policies/a.md' } }]);
});
