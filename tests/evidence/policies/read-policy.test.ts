import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../../src/calendar.ts';
import type { DateOrder } from '../../../src/evidence/dates/read-date.ts';
import { parseMarkdown } from '../../../src/evidence/policies/markdown.ts';
import { type PolicyReading, readPolicy } from '../../../src/evidence/policies/read-policy.ts';
import { loadRuleset } from '../../../src/packs/load.ts';
import { ruleFiles } from '../../../src/shipped.ts';

const { labels } = loadRuleset(ruleFiles(new URL('../../../rules/', import.meta.url))).vocabulary;
const AS_OF = '2026-11-21' as CalendarDate;

function read(text: string, order: DateOrder | null = null, path = 'policies/access.md'): PolicyReading {
  return readPolicy(parseMarkdown(text, path), labels, order, AS_OF);
}

/** field -> value, `placeholder` or `unreadable`; with the line after a colon where asked. */
function fields(text: string, order: DateOrder | null = null): Record<string, unknown> {
  const found = Object.entries(read(text, order).fields).map(([name, field]) => [
    name,
    field?.state === 'value' ? field.value : field?.state,
  ]);
  return Object.fromEntries(found);
}

describe('front matter', () => {
  test.each([
    ['version: 1.10', { version: '1.10' }],
    ['version: "v2.3"', { version: '2.3' }],
    ['last_updated: 2026-01-12', { reviewed: '2026-01-12' }],
    ['lastReviewed: 2026-01-12', { reviewed: '2026-01-12' }],
    ['next-review-date: 2027-01-12', { 'next-review': '2027-01-12' }],
    ['effective_date: 12 January 2026', { effective: '2026-01-12' }],
    ['approved_by: Chief Executive Officer\napproved_on: 2026-01-10', { approver: 'Chief Executive Officer', approved: '2026-01-10' }],
    ['policy_owner: CISO', { owner: 'CISO' }],
    ['owner: [CISO, Privacy Officer]', { owner: 'CISO; Privacy Officer' }],
    ['review_cycle: annual', { 'review-cycle': 365 }],
    ['policy:\n  owner: CISO\n  version: 3', { owner: 'CISO', version: '3' }],
    ['approval:\n  by: CEO\n  date: 2026-01-10', { approver: 'CEO', approved: '2026-01-10' }],
    ['date: 2026-01-12\ncreated: 2020-01-01', {}],
    ['vendor:\n  owner: Somebody', {}],
    [
      'majorRevisions:\n  - date: Jun 1 2018\n    comment: Initial document\n  - date: Jul 2 2019\n    comment: Roles',
      { reviewed: '2019-07-02' },
    ],
  ])('%j', (yaml, expected) => {
    expect(fields(`---\n${yaml}\n---\n\n# Access Policy\n`)).toEqual({ title: 'Access Policy', ...expected });
  });

  test('points at the line of the value', () => {
    const field = read('---\ntitle: T\nowner: CISO\n---\n# T\n').fields.owner;
    expect(field?.at).toMatchObject({ path: 'policies/access.md', line: 3 });
  });
});

describe('labels', () => {
  test.each([
    ['**Effective Date**: October 15, 2025', { effective: '2025-10-15' }],
    ['**Effective Date:** Oct 15, 2025', { effective: '2025-10-15' }],
    ['*Last updated: June 8, 2023*', { reviewed: '2023-06-08' }],
    ['Last updated June 8, 2023.', { reviewed: '2023-06-08' }],
    ['Effective from: 1st April 2023', { effective: '2023-04-01' }],
    ['**Next Review**: April 15, 2027 (Annual)', { 'next-review': '2027-04-15' }],
    ['Version 2.1', { version: '2.1' }],
    ['**Version:** 1.0 | **Owner:** CISO | **Approved by:** CEO', { version: '1.0', owner: 'CISO', approver: 'CEO' }],
    [
      'Effective: 2026-02-01 — Last Reviewed: 2026-02-02 — Next Review: 2027-02-01',
      { effective: '2026-02-01', reviewed: '2026-02-02', 'next-review': '2027-02-01' },
    ],
    ['Policy Number: S-5 &nbsp; Version: 2.1', { version: '2.1' }],
    ['Owner: Jane Roe Version: 2', { owner: 'Jane Roe', version: '2' }],
    ['_Approved by the Executive Committee on February 1, 2026_', { approver: 'Executive Committee', approved: '2026-02-01' }],
    ['**Policy Owner & Approver:** VP Operations', { owner: 'VP Operations', approver: 'VP Operations' }],
    ['**Policy Owner: Compliance Manager** \\', { owner: 'Compliance Manager' }],
    ['#### Policy Owner: Compliance Manager', { owner: 'Compliance Manager' }],
    ['**Maintained By**: HIPAA Security Officer', { owner: 'HIPAA Security Officer' }],
    ['Responsible (Policy Owner): CISO', { owner: 'CISO' }],
    ['Approved by: Managing Partner, February 24, 2026', { approver: 'Managing Partner', approved: '2026-02-24' }],
    ['**Approved By**: CTO\n**Date**: October 15, 2025', { approver: 'CTO', approved: '2025-10-15', reviewed: '2025-10-15' }],
    ['- **Review Frequency**: Quarterly', { 'review-cycle': 91 }],
    ['**Status:** Approved', { status: 'approved' }],
    ['## Policy Owner\n\nChief Information Security Officer', { owner: 'Chief Information Security Officer' }],
    ['**Date**: October 15, 2025', {}],
    ['**Author:** A. Person', {}],
    ['**Effective:** immediately', {}],
    ['**Last reviewed:** March 2026', { reviewed: 'unreadable' }],
  ])('%s', (line, expected) => {
    expect(fields(`# Access Policy\n\n${line}\n`)).toEqual({ title: 'Access Policy', ...expected });
  });

  test('"Review date" is the next one when it lies ahead or whole years after another date', () => {
    const next = '**Effective Date**: October 15, 2025\n**Review Date**: October 15, 2026';
    expect(fields(`# P\n\n${next}\n`)).toMatchObject({ effective: '2025-10-15', 'next-review': '2026-10-15' });
    expect(fields('# P\n\nReview date: 2026-03-02\n')).toMatchObject({ reviewed: '2026-03-02' });
    expect(fields('# P\n\nReview date: 2027-03-02\n')).toMatchObject({ 'next-review': '2027-03-02' });
  });

  test('in the middle of a long text only a label that names the document counts', () => {
    const filler = Array.from({ length: 30 }, (_, i) => `Paragraph ${i} of the text.\n`).join('\n');
    const middle = `# P\n\n${filler}\n## Forms\n\nOwner: Somebody Else\n\nPolicy Owner: CISO\n\n${filler}`;
    expect(fields(middle)).toEqual({ title: 'P', owner: 'CISO' });
  });
});

describe('placeholders and unreadable values', () => {
  test.each([
    '[TODO]',
    '{{ meta.owner }}',
    'TBD',
    '____',
    '[CEO/Management]',
    '<name>',
    'N/A',
    '',
    'To be determined',
    '[Name of approver]',
    '-',
    '$OWNER$',
  ])('"%s" is no approver', (value) => {
    expect(fields(`# P\n\n**Approved By:** ${value}\n**Version:** 1\n`)).toEqual({ title: 'P', approver: 'placeholder', version: '1' });
  });

  test.each(['YYYY-MM-DD', 'MM/DD/YYYY', '[TODO: Date]', 'XX/XX/20XX', '`{{revisionDate}}`'])('"%s" is no date', (value) => {
    expect(fields(`# P\n\n**Last Reviewed:** ${value}\n`)).toEqual({ title: 'P', reviewed: 'placeholder' });
  });

  test('a token alone under the title stands for the field it names', () => {
    expect(fields('# P\n\n`{{defaultRevision}}`\n')).toEqual({ title: 'P', version: 'placeholder' });
  });

  test('an impossible or future date is unreadable, and says why', () => {
    const { fields: found } = read('# P\n\n**Effective Date:** 2026-02-30\n**Last Reviewed:** 2062-03-01\n');
    expect(found.effective).toMatchObject({ state: 'unreadable', reason: 'there is no day 2026-02-30' });
    expect(found.reviewed).toMatchObject({ state: 'unreadable', reason: '2062-03-01 lies after 2026-11-21' });
  });

  test('an all-numeric date needs an order: configured, or proved by the document', () => {
    expect(fields('# P\n\n**Last Reviewed:** 02/06/2026\n')).toMatchObject({ reviewed: 'unreadable' });
    expect(fields('# P\n\n**Last Reviewed:** 02/06/2026\n', 'us')).toMatchObject({ reviewed: '2026-02-06' });
    expect(fields('# P\n\n**Last Reviewed:** 02/06/2026\n**Next Review:** 02/27/2027\n')).toMatchObject({ reviewed: '2026-02-06' });
    expect(fields('# P\n\n**Last Reviewed:** 02/06/2026\n**Effective:** 27/02/2026\n')).toMatchObject({ reviewed: '2026-06-02' });
  });

  test('a value elsewhere in a label wins over a placeholder; a sentence does not', () => {
    expect(fields('# P\n\n**Owner:** [TODO]\n\ntext\n\n**Maintained by:** CISO\n')).toMatchObject({ owner: 'CISO' });
    expect(fields('# P\n\n**Owner:** [TODO]\n\nThe Security Officer is responsible for maintaining this policy.\n')).toMatchObject({
      owner: 'placeholder',
    });
  });
});

describe('tables', () => {
  test('key and value, in the header row, too', () => {
    const table =
      '| **Policy Number** | **P-14** |\n|---|---|\n| **Version** | 2.4 |\n| **Policy Owner** | CISO |\n| **Approval Date** | 02/24/2026 |\n| **Last Reviewed** | 09/14/2026 |';
    expect(fields(`# P\n\n${table}\n`)).toEqual({
      title: 'P',
      version: '2.4',
      owner: 'CISO',
      approved: '2026-02-24',
      reviewed: '2026-09-14',
    });
  });

  test('labels and values in one cell', () => {
    const table =
      '+------------------+------------------+\n| **Version:** 1.8 | **Owner:** CISO  |\n+------------------+------------------+\n| **Approved by:** CEO | **Next Review:** 2027-06-01 |\n+------------------+------------------+';
    expect(fields(`# P\n\n${table}\n`)).toEqual({
      title: 'P',
      version: '1.8',
      owner: 'CISO',
      approver: 'CEO',
      'next-review': '2027-06-01',
    });
  });

  test('a table of other things is none', () => {
    expect(fields('# P\n\n| Status | Meaning |\n|---|---|\n| Open | New |\n| Closed | Done |\n')).toEqual({ title: 'P' });
    expect(
      fields('# P\n\n| Asset | Owner | Reviewed |\n|---|---|---|\n| Laptop | IT | 2026-01-02 |\n| Phone | HR | 2026-01-03 |\n'),
    ).toEqual({ title: 'P' });
  });

  test('the newest row of a revision history, in any order of rows', () => {
    const header = '## Revision history\n\n| Version | Date | Description | Author | Approved by |\n|---|---|---|---|---|\n';
    const rows = [
      '| 1.0 | 22-Apr-2024 | First | A | CEO |',
      '| 1.2 | 13-Mar-2026 | Passkeys | B | COO |',
      '| 1.1 | 10-Apr-2025 | Roles | C | CFO |',
    ];
    for (const order of [rows, [...rows].reverse()]) {
      expect(fields(`# P\n\n${header}${order.join('\n')}\n`)).toEqual({
        title: 'P',
        version: '1.2',
        reviewed: '2026-03-13',
        approved: '2026-03-13',
        approver: 'COO',
      });
    }
  });

  test('an empty approver in the newest row is no approval, whatever older rows say', () => {
    const table =
      '| Version | Date | Change | Approved by |\n|---|---|---|---|\n| 1.0 | 2025-01-01 | First | CEO |\n| 1.1 | 2026-01-01 | Second | [Pending] |\n';
    expect(fields(`# P\n\n${table}`)).toEqual({ title: 'P', version: '1.1', reviewed: '2026-01-01', approver: 'placeholder' });
  });

  test('without an approver column the person of a row that says approved counts', () => {
    const table =
      '| Version | Date | Author | Comments |\n|---|---|---|---|\n| 1.0 | 2025-01-01 | Ann | First |\n| 1.0 | 2025-02-01 | Dan | Reviewed & approved |\n| 1.1 | 2026-01-01 | Ann | For approval |\n';
    expect(fields(`# P\n\n${table}`)).toEqual({
      title: 'P',
      version: '1.1',
      reviewed: '2026-01-01',
      approver: 'Dan',
      approved: '2025-02-01',
    });
  });

  test('a date column that says approved dates the approval', () => {
    const table = '| Version | Approved | Change | Approved by |\n|---|---|---|---|\n| 3.2 | 2026-03-16 | More | CEO |\n';
    expect(fields(`# P\n\n${table}`)).toEqual({
      title: 'P',
      version: '3.2',
      reviewed: '2026-03-16',
      approved: '2026-03-16',
      approver: 'CEO',
    });
  });

  test('a list of names and days below "Approval" is an approval', () => {
    const table = '## Approval\n\n| Name | Title | Date |\n|---|---|---|\n| A. Person | CEO | 2026-03-02 |\n| [Name] | CISO | |\n';
    expect(fields(`# P\n\n${table}`)).toEqual({ title: 'P', approver: 'A. Person', approved: '2026-03-02', reviewed: '2026-03-02' });
  });

  test('rows of a template say nothing', () => {
    const table =
      '| Version | Date | Change | Author |\n|---|---|---|---|\n| 1.0 | YYYY-MM-DD | Initial | [Name] |\n| 1.1 | [Date] | Example | |\n';
    expect(fields(`# P\n\n${table}`)).toEqual({ title: 'P' });
  });
});

describe('sentences', () => {
  test.each([
    [
      'The Chief Operating Officer is responsible for reviewing and updating security policies on an annual basis.',
      { owner: 'Chief Operating Officer', 'review-cycle': 365 },
    ],
    [
      'The Security Officer and Privacy Officer are responsible for maintaining policies and procedures.',
      { owner: 'Security Officer and Privacy Officer' },
    ],
    ['This Access Policy is maintained by the Acme Security Officer.', { owner: 'Acme Security Officer' }],
    [
      'Acme Information Security will review and update the Access Policy at least every 3 years.',
      { owner: 'Acme Information Security', 'review-cycle': 1095 },
    ],
    ['The IT Operations Lead is the owner of this page and reviews it every year.', { owner: 'IT Operations Lead', 'review-cycle': 365 }],
    ['This policy is reviewed annually.', { 'review-cycle': 365 }],
    ['All policies are reviewed annually by both Officers.', { 'review-cycle': 365 }],
    ['This policy was last reviewed on 2026-02-24.', { reviewed: '2026-02-24' }],
    [
      'This policy was approved by the Chief Executive Officer on March 3, 2026.',
      { approver: 'Chief Executive Officer', approved: '2026-03-03' },
    ],
    ['This policy takes effect on 1 March 2026.', { effective: '2026-03-01' }],
    ['All Datica policies are reviewed annually.', { 'review-cycle': 365 }],
    ['All firewall policies are reviewed quarterly.', {}],
    ['Firewall policies are reviewed quarterly.', {}],
    ['The insurance policies are reviewed annually by the broker.', {}],
    ['This policy must be approved by the CEO.', {}],
    ['The Security Officer is responsible for reviewing access quarterly.', {}],
    ['This policy requires that access is reviewed quarterly.', {}],
    ['All employees are responsible for reviewing this policy.', {}],
    ['The Vendor Manager is responsible for maintaining the Vendor Policy.', {}],
    ['The HITECH Act took effect on February 17, 2010.', {}],
    ['On May 3, 2024 an incident was reported.', {}],
  ])('%s', (sentence, expected) => {
    expect(fields(`# Access Policy\n\n## Purpose\n\nText.\n\n${sentence}\n`)).toEqual({ title: 'Access Policy', ...expected });
  });

  test('a row of a responsibilities table', () => {
    const table = '| Role | Duty |\n|---|---|\n| **Security Team** | Own, review, and update this policy annually. |\n';
    expect(fields(`# P\n\n${table}`)).toMatchObject({ owner: 'Security Team' });
  });
});

describe('what is no evidence', () => {
  test('code, comments and block quotes of code', () => {
    expect(fields('# P\n\n```\nOwner: CISO\n```\n\n<!-- Version: 2 -->\n\n    Approved by: CEO\n')).toEqual({ title: 'P' });
  });
});

describe('titles', () => {
  test.each([
    ['---\ntitle: Menu\n---\n# **Access** Policy\n', 'Access Policy'],
    ['---\ntitle: Access Policy\n---\n# Purpose\n\n# Scope\n', 'Access Policy'],
    ['## 4. Access Policy\n', 'Access Policy'],
    ['# ✅ Access Policy ✅\n', 'Access Policy'],
    ['## Purpose\n\ntext\n', 'access'],
    ['', 'access'],
  ])('%j', (text, title) => {
    expect(read(text).name).toBe(title);
  });
});

test.each([
  [
    'aliases within their own anchor',
    `---\n${Array.from({ length: 300 }, (_, i) => `k${i}: &a${i} [*a${Math.max(0, i - 1)}]`).join('\n')}\n---\n`,
  ],
  ['emoji in a heading', `# ${'😀'.repeat(20_000)}x\n`],
  ['a long line of labels', 'Version: 1.0 | '.repeat(3000)],
  ['sentences about policies', `${'The Security Officer is responsible for '.repeat(12)}policies.\n\n`.repeat(200)],
  ['a long revision table', `| Version | Date | Change |\n|-|-|-|\n${'| 1.0 | 2026-01-01 | x |\n'.repeat(5000)}`],
])('%s are read in good time', (_, text) => {
  const start = performance.now();
  read(text);
  expect(performance.now() - start).toBeLessThan(5000);
});

test('never throws, whatever the text holds', () => {
  const pieces = [
    '---\n',
    'owner: ',
    'Version: ',
    '| a | Date |\n|---|---|\n',
    '| 1 | 2026-02-30 |\n',
    '**Reviewed:** ',
    '99/99/9999',
    '9999-12-31',
    'Review date: ',
    '\n',
    '\n\n',
    'This policy is owned by ',
    '<table><tr><td>',
  ];
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 40 }), (parts) => {
      const { fields: found } = read(parts.join(''));
      for (const field of Object.values(found)) expect(field?.at.line).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});
