import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../../src/calendar.ts';
import { parseMarkdown } from '../../../src/evidence/policies/markdown.ts';
import { readPolicies } from '../../../src/evidence/policies/read-policies.ts';
import { readPolicy } from '../../../src/evidence/policies/read-policy.ts';
import type { Field } from '../../../src/model/evidence.ts';
import { RULESET, workspaceOf } from '../../workspace.ts';

// Documents as converters leave them that turn a word processor's file into Markdown.
const AS_OF = '2026-11-21' as CalendarDate;
const reading = (text: string) => readPolicy(parseMarkdown(text, 'policies/p.md'), RULESET.vocabulary.labels, 'us', AS_OF);

const shown = (field: Field | undefined): unknown => (field?.state === 'value' ? field.value : field?.state);

function fields(text: string): Record<string, unknown> {
  const { title: _, ...found } = reading(text).fields;
  return Object.fromEntries(Object.entries(found).map(([name, field]) => [name, shown(field)]));
}

const ALL = { version: '3', effective: '2026-03-02', 'next-review': '2027-03-02', approver: 'Managing Partners' };

describe('a table of one row below headings', () => {
  const control = (date: string) =>
    `# P\n\n| Policy No. | Revision | Effective | Approved by | Next Review |\n|-|-|-|-|-|\n| CH-1 | 3 | ${date} | Managing Partners | 3/2/2027 |\n`;

  test('that names the document is no history: each column is its own field, and nothing is taken for a review', () => {
    expect(fields(control('3/2/2026'))).toEqual(ALL);
  });

  test('keeps its other columns beside a date that does not exist', () => {
    expect(fields(control('2/30/2026'))).toEqual({ ...ALL, effective: 'unreadable' });
  });

  test.each([
    [
      '| Owner | Approver | Version | Status |',
      '| CISO | CEO | 3 | Approved |',
      { owner: 'CISO', approver: 'CEO', version: '3', status: 'approved' },
    ],
    ['| Version | Next Review |', '| 3 | 3/2/2027 |', { version: '3', 'next-review': '2027-03-02' }],
    ['| Owner | CISO | Version | 3 |', '| Class | Internal | Group | IT |', { owner: 'CISO', version: '3' }],
    ['| Owner | CISO |', '| Version | 3 |', { owner: 'CISO', version: '3' }],
    [
      '| Version | Date | Description | Approved by | Review cycle |',
      '| 3 | 3/2/2026 | First | CEO | Annual |',
      { version: '3', reviewed: '2026-03-02', approver: 'CEO', approved: '2026-03-02', 'review-cycle': 365 },
    ],
    [
      '| Version | Date | Author | Approved by | Approval date |',
      '| 3 | 3/2/2026 | IT | CEO | 3/9/2026 |',
      { version: '3', reviewed: '2026-03-02', approver: 'CEO', approved: '2026-03-09' },
    ],
  ])('%s %s', (header, row, expected) => {
    const rule = header.replace(/[^|]+/g, '-');
    expect(fields(`# P\n\n${header}\n${rule}\n${row}\n`)).toEqual(expected);
  });
});

describe('a revision history', () => {
  const history = (...rows: string[]) => `# P\n\n| Version | Effective date | Approved by | Changes |\n|-|-|-|-|\n${rows.join('\n')}\n`;

  test('a day from which a version holds is no day of review', () => {
    expect(fields(history('| 2 | 3/2/2025 | CEO | x |', '| 3 | 3/2/2026 | CEO | y |'))).toEqual({
      version: '3',
      effective: '2026-03-02',
      approver: 'CEO',
      approved: '2026-03-02',
    });
  });

  test('a day that does not exist leaves version and approver, and is not passed over in favour of an older row', () => {
    const found = { version: '3', effective: 'unreadable', approver: 'CEO', approved: 'unreadable' };
    expect(fields(history('| 3 | 2/30/2026 | CEO | y |'))).toEqual(found);
    expect(fields(history('| 2 | 3/2/2025 | CTO | x |', '| 3 | 2/30/2026 | CEO | y |'))).toEqual(found);
  });
});

describe('labels without a colon', () => {
  test.each([
    '**Revision** 3\n\n**Effective** 3/2/2026\n\n**Approved by** Managing Partners\n\n**Next Review** 3/2/2027',
    '**Policy No.** CH-1 **Revision** 3 **Approved by** Managing Partners **Effective** 3/2/2026 **Next Review** 3/2/2027',
    '  -------------- ------------------\n  **Revision**   3\n\n  **Effective**  3/2/2026\n\n  **Approved by**  Managing Partners\n\n  **Next Review**  3/2/2027\n  -------------- ------------------',
    '| | |\n|-|-|\n| **Revision** 3 | **Effective** 3/2/2026 |\n| **Approved by** Managing Partners | **Next Review** 3/2/2027 |',
    'Policy No. CH-1 \\| Revision 3 \\| Effective 3/2/2026 \\| Next Review 3/2/2027 \\| Approved by Managing Partners',
    '**Policy No. CH-1 | Revision 3 | Effective 3/2/2026 | Next Review 3/2/2027 | Approved by Managing Partners**',
    'Policy No. CH-1 · Revision 3 • Effective 3/2/2026 ; Next Review 3/2/2027 / Approved by Managing Partners',
    'Policy No. CH-1\tRevision 3\tEffective 3/2/2026\tNext Review 3/2/2027\n\nApproved by: Managing Partners',
    '**Policy No.:** CH-1 / **Revision:** 3 / **Effective:** 3/2/2026 / **Next Review:** 3/2/2027 / **Approved by:** Managing Partners',
    'Revision: 3 \\ Effective: 3/2/2026 \\ Next Review: 3/2/2027 \\ Approved by: Managing Partners',
  ])('%s', (text) => {
    expect(fields(`# P\n\n${text}\n`)).toEqual(ALL);
  });

  test.each([
    '**Owner** is the person who answers for an asset.\n\n**Approver** is who signs.',
    '**Owner** The person who answers for an asset\n\n**Version** 3 of the form',
    '**Approved by** Managing Partners',
    'Revision of this policy; effective use of passwords / owner of the asset',
    'See Owner | Revision | Effective',
  ])('prose and a label alone say nothing: %s', (text) => {
    expect(fields(`# P\n\n${text}\n`)).toEqual({});
  });

  test('a slash inside a value stays, a bold label with nothing to say is a placeholder or nothing', () => {
    expect(fields('# P\n\nOwner: CISO / Privacy Officer | Version: 3\n')).toEqual({ owner: 'CISO / Privacy Officer', version: '3' });
    expect(fields('# P\n\n**Revision** 3\n\n**Approved by** [Name of approver]\n')).toEqual({ version: '3', approver: 'placeholder' });
  });
});

describe('titles below a letterhead', () => {
  test.each([
    ['**Cedar Hollow Group, PLLC**\n\n**Risk Analysis**\n\n**1. Why**\n\ntext', 'Risk Analysis'],
    ['# Example Health, Inc.\n\n12 Main Street\n\n## Access Policy\n\ntext', 'Access Policy'],
    ['**CH-190**\n\n**Records and Upkeep**\n\ntext', 'Records and Upkeep'],
    ['**Example LLC**\n\n**POL-IT-004**\n\n**Backup**\n\ntext', 'Backup'],
    ['# CH-190\n\n## Purpose\n\ntext', 'CH-190'],
    ['# Example Health, Inc.\n\n## Purpose\n\ntext', 'Example Health, Inc'],
    ['# Access\n\n## Rules\n\ntext', 'Access'],
  ])('%j', (text, title) => {
    expect(reading(`${text}\n`).name).toBe(title);
  });

  const PROSE =
    'Access to systems with patient data is limited to workforce members. Passwords are long, and every security incident is reported. '.repeat(
      3,
    );
  const names = (texts: Record<string, string>) =>
    readPolicies(workspaceOf(texts).files, {
      config: { dates: null, sources: new Map() },
      vocabulary: RULESET.vocabulary,
      topics: [],
      asOf: AS_OF,
    }).policies.map((policy) => policy.name);

  test('a heading that most files of a folder share is none', () => {
    const file = (title: string) => `**Cedar Hollow Dental**\n\n**${title}**\n\n${PROSE}\n`;
    const set = { 'policies/a.md': file('Access'), 'policies/b.md': file('Backup'), 'policies/c.md': file('Breach') };
    expect(names(set)).toEqual(['Access', 'Backup', 'Breach']);
    expect(names({ 'policies/a.md': file('Access'), 'policies/b.md': file('Backup') })).toEqual([
      'Cedar Hollow Dental',
      'Cedar Hollow Dental',
    ]);
  });
});
