import { describe, expect, test } from 'vitest';
import { isPlaceholder } from '../../../src/evidence/placeholder.ts';
import { buildLexicon } from '../../../src/evidence/registers/lexicon.ts';
import { readList, readNumber, readWord } from '../../../src/evidence/registers/values.ts';
import { normaliseHeading, wordsOfFile } from '../../../src/evidence/registers/words.ts';
import { read, values, vocabulary } from './read.ts';

const { kinds } = buildLexicon(vocabulary.registers, vocabulary.headings);

function wordOf(kind: string, field: string, text: string): string {
  const known = kinds.find((k) => k.kind === kind)?.fields.get(field);
  if (!known) throw new Error(`no field ${kind}.${field}`);
  const reading = readWord(known, text);
  return reading.state === 'word' ? reading.word : `<${reading.state}>`;
}

describe('headings', () => {
  test.each([
    ['PHI Access?', 'phi access'],
    ['phi_access', 'phi access'],
    ['phiAccess', 'phi access'],
    ['PHIAccess', 'phi access'],
    ['ePHI', 'ephi'],
    ['Likelihood (1-5)', 'likelihood'],
    ['Email Address [Required]', 'email address'],
    ['BAAs', 'baas'],
    ['baaSignedAt', 'baa signed at'],
    ['Category (BA / Subcontractor / Conduit)', 'category'],
    ['COMPLETION_DATE', 'completion date'],
    ['  Next   Review:', 'next review'],
    ['x'.repeat(200), ''],
  ])('%s is %s', (text, words) => expect(normaliseHeading(text)).toBe(words));

  test('a file name is read like a heading, without its ending', () => {
    expect(wordsOfFile('grc/BAARegister_2026.final.csv')).toBe('baa register 2026 final');
  });
});

describe('placeholders', () => {
  test.each([
    '',
    ' ',
    '-',
    '—',
    'TBD',
    'todo',
    'n/a',
    'N/A',
    '___',
    '___/___/___',
    '[date]',
    '_[date]_',
    '{{ vendor }}',
    '<name>',
    '(fill)',
    '???',
    'None',
    'Pending',
    'pending approval',
    'TBA',
    'Unassigned',
    'not assigned',
    'not set',
    'awaiting CISO',
    'to be assigned',
    'To be assigned by Q3',
    'N.A.',
    'Name',
    'date',
    'Name, date',
    'TBD - Q3',
    'TBD (CISO?)',
    'TBC: after the audit',
    'Pending: CISO',
    'vacant',
    'Vacant since May',
    'no one yet',
  ])('%j is one', (text) => {
    expect(isPlaceholder(text)).toBe(true);
  });
  test.each([
    '0',
    'Yes',
    'Not applicable to us',
    'A-1',
    'x',
    '2026-01-01',
    'TBDent Labs',
    'Nameplate Inc',
    'Dated Systems',
    'Role-based access',
  ])('%j is none', (text) => expect(isPlaceholder(text)).toBe(false));
});

describe('yes or no', () => {
  test.each([
    ['Yes', 'yes'],
    ['Y', 'yes'],
    ['true', 'yes'],
    ['x', 'yes'],
    ['✅', 'yes'],
    ['✓', 'yes'],
    ['☑ Yes', 'yes'],
    ['Yes - full', 'yes'],
    ['Create, store, transmit', 'yes'],
    ['No', 'no'],
    ['None', 'no'],
    ['N/A', 'no'],
    ['❌', 'no'],
    ['☐', 'no'],
    ['❌ No', 'no'],
    ['No (de-identified only)', '<unknown>'],
    ['No - metadata', '<unknown>'],
    ['No - no PHI access', 'no'],
    ['No (de-identified data)', 'no'],
    ['No (TBC)', '<unknown>'],
    ['No - to be confirmed', '<unknown>'],
    ['No?', '<unknown>'],
    ['None currently, planned for Q3', '<unknown>'],
    ['N/A - encrypted PHI', '<unknown>'],
    ['Not in scope (receives ePHI backups)', '<unknown>'],
    ['No; receives PHI', '<unknown>'],
    ['None - metadata, maybe names', '<unknown>'],
    ['✅ No', '<unknown>'],
    ['☐ No', '<unknown>'],
    ['☑ No', 'no'],
    ['Yes ☐ No ☑', '<unknown>'],
    ['Yes - claims data', 'yes'],
    ['Yes?', '<unknown>'],
    ['TBD (maybe no)', '<placeholder>'],
    ['None, except incident logs', '<unknown>'],
    ['Yes, but not in production', '<unknown>'],
    ['maybe', '<unknown>'],
    ['', '<placeholder>'],
    ['TBD', '<placeholder>'],
  ])('%j is %s', (text, word) => expect(wordOf('vendor', 'phi', text)).toBe(word));
});

describe('status of an agreement', () => {
  test.each([
    ['✅ SIGNED', 'executed'],
    ['✓ Signed', 'executed'],
    ['Executed', 'executed'],
    ['Active', 'executed'],
    ['✅ Executed', 'executed'],
    ['Signed 2025-03-15', 'executed'],
    ['Yes', 'executed'],
    ['⚠️ REQUIRED', 'missing'],
    ['☐ Not Signed', 'missing'],
    ['❌ No', 'missing'],
    ['Enterprise only', 'missing'],
    ['❌', 'missing'],
    ['Pending signature', 'pending'],
    ['Pending - signed copy expected', 'pending'],
    ['In negotiation', 'pending'],
    ['Expired', 'expired'],
    ['Expired 2024-01-31', 'expired'],
    ['Terminated', 'terminated'],
    ['Not required (conduit)', 'not-required'],
    ['Not required - no PHI', 'not-required'],
    ['Inherited via AWS BAA', 'inherited'],
    ['-', '<placeholder>'],
    ['TBD', '<placeholder>'],
    ['N/A', '<placeholder>'],
    ['Signed by vendor, awaiting countersignature', '<unknown>'],
    ['Signed, not yet effective', '<unknown>'],
    ['Active - pending renewal', '<unknown>'],
    ['Not required yet, pending legal', '<unknown>'],
    ['with legal', '<unknown>'],
    ['Signed, on file (BAA-2023-04)', 'executed'],
    ['Signed by both parties on 3 March 2025', 'executed'],
    ['Signed via DocuSign, see Drive folder', 'executed'],
    ['Active - auto-renews', 'executed'],
    ['Signed by us', '<unknown>'],
    ['Signed by vendor, countersignature outstanding', '<unknown>'],
    ['Signed (one party)', '<unknown>'],
    ['Signed (verbal)', '<unknown>'],
    ['Signed 1 of 2', '<unknown>'],
    ['Signed 1/2', '<unknown>'],
    ['Approved for signature', '<unknown>'],
    ['Renewed - to sign', '<unknown>'],
    ['Done - to be countersigned', '<unknown>'],
    ['In place (NDA)', '<unknown>'],
    ['Signed MSA', '<unknown>'],
    ['Effective once signed', '<unknown>'],
    ['Signed?', '<unknown>'],
    ['❌ Signed', '<unknown>'],
    ['☐ Signed', '<unknown>'],
    ['✅ Signed ❌ Filed', '<unknown>'],
    ['✅ Missing', '<unknown>'],
    ['Active - BAA under dispute', '<unknown>'],
    ['Pending approval', 'pending'],
    ['Unassigned', '<placeholder>'],
  ])('%j is %s', (text, word) => expect(wordOf('agreement', 'status', text)).toBe(word));
});

describe('status of a training', () => {
  test.each([
    ['Completed', 'done'],
    ['Complete', 'done'],
    ['Passed', 'done'],
    ['Done', 'done'],
    ['Yes', 'done'],
    ['Overdue - Completed', 'done'],
    ['Exemption', 'done'],
    ['Equivalency', 'done'],
    ['In Progress', 'not-done'],
    ['In progress', 'not-done'],
    ['Not Started', 'not-done'],
    ['Incomplete', 'not-done'],
    ['Enrolled', 'not-done'],
    ['Failed', 'not-done'],
    ['Unenrolled', 'not-done'],
    ['Overdue - In Progress', 'not-done'],
    ['Overdue - Not Started', 'not-done'],
    ['Overdue', 'not-done'],
    ['Expired', 'not-done'],
    ['Completed - failed', '<unknown>'],
    ['Nearly', '<unknown>'],
    ['Completed on 2026-02-03', 'done'],
    ['Passed 96%', 'done'],
    ['Completed (certificate 1234)', 'done'],
    ['Attended part', '<unknown>'],
    ['Passed 3 of 5', '<unknown>'],
    ['Passed 3/5', '<unknown>'],
    ['Completed 50%', '<unknown>'],
    ['Completed?', '<unknown>'],
  ])('%j is %s', (text, word) => expect(wordOf('training-record', 'status', text)).toBe(word));
});

describe('status words of people, risks and vulnerabilities', () => {
  test.each([
    ['person', 'status', 'Active', 'active'],
    ['person', 'status', 'On Leave', 'leave'],
    ['person', 'status', 'Suspended', 'inactive'],
    ['person', 'status', 'Terminated', 'inactive'],
    ['person', 'status', 'Terminated - voluntary resignation 2026-01-31', 'inactive'],
    ['person', 'status', 'Terminated (rehired 2026)', '<unknown>'],
    ['person', 'status', 'Inactive - returns 3/1', '<unknown>'],
    ['person', 'status', 'On leave, back 2026-10-01', '<unknown>'],
    ['vendor', 'status', 'Offboarded 2025-01-01', 'inactive'],
    ['vendor', 'status', 'Inactive, still holds backups', '<unknown>'],
    ['risk', 'status', 'In treatment', 'in-progress'],
    ['risk', 'status', 'Mitigated', 'closed'],
    ['risk', 'status', 'Risk accepted', 'accepted'],
    ['vulnerability', 'status', 'Resolved', 'closed'],
    ['vulnerability', 'status', 'False positive', 'false-positive'],
    ['vulnerability', 'status', 'Accepted (exception 12)', 'accepted'],
    ['vulnerability', 'severity', 'Moderate', 'medium'],
    ['vulnerability', 'severity', 'Critical (9.8)', 'critical'],
    ['vulnerability', 'status', 'Closed - not fixed', '<unknown>'],
  ])('%s %s %j is %s', (kind, field, text, word) => expect(wordOf(kind, field, text)).toBe(word));
});

test('numbers and lists', () => {
  expect([
    readNumber('5', true),
    readNumber('5 business days', true),
    readNumber('within 72 hours', true),
    readNumber('96%', false),
    readNumber('promptly', true),
  ]).toEqual([5, 5, 3, 96, null]);
  expect([readList('a; b, c'), readList('a, b'), readList('')]).toEqual([['a', 'b, c'], ['a', 'b'], []]);
});

test('an unknown word is said once for each file and word, without repeating what may be a name', () => {
  const { problems, records } = read({
    'baa-register.csv':
      'Vendor,BAA Status,Signed Date\nA,With legal,2025-01-01\nB,with legal,2025-01-01\nC,Jane Doe <j@x.org>,2025-01-01\n',
    'roster.csv': 'Employee ID,Job Title,Status\nE1,Nurse,Jane Doe\n',
  });
  expect(problems.map((p) => `${p.at.path}:${p.at.line}:${p.at.column} ${p.code}`)).toEqual([
    'baa-register.csv:2:3 unknown-value',
    'baa-register.csv:4:3 unknown-value',
    'roster.csv:2:10 unknown-value',
  ]);
  expect(problems[0]?.message).toContain('"With legal"');
  expect(problems.map((p) => p.message).join()).not.toMatch(/jane|j@x/i);
  expect(values(records[0]).status).toBe('<unreadable>');
});

test('a date beside the status word is the signing date', () => {
  const { records } = read({
    'baas.csv': 'Vendor,BAA Status,Services\nA,Signed 2025-03-15,x\nB,"Executed on March 3, 2025",x\nC,Expired 2024-01-31,x\n',
  });
  expect(records.map((r) => values(r)).map(({ signed, expires }) => ({ signed, expires }))).toEqual([
    { signed: '2025-03-15', expires: undefined },
    { signed: '2025-03-03', expires: undefined },
    { signed: undefined, expires: '2024-01-31' },
  ]);
});

test('the number of an agreement in a vendor list is no status and no problem', () => {
  const { records, problems } = read({ 'vendors.csv': 'Vendor,Service,PHI,BAA\nA,x,Yes,BAA-01\nB,x,Yes,n/a\n' });
  expect(problems).toEqual([]);
  expect(records.map((r) => `${r.kind} ${String(values(r).baa)}`)).toEqual(['vendor undefined', 'vendor <placeholder>']);
});

test('a date under the heading of a status is both', () => {
  const text = 'Vendor,Service,PHI Access,BAA Signed\nA,x,Yes,2025-03-15\nB,x,Yes,No\nC,x,Yes,3/4/2025\nD,x,Yes,BAA-7\n';
  const { records, problems } = read({ 'vendors.csv': text });
  const agreements = records.filter((r) => r.kind === 'agreement').map((r) => values(r));
  expect(agreements.map(({ name, status, signed }) => [name, status, signed])).toEqual([
    ['A', 'executed', '2025-03-15'],
    ['B', 'missing', undefined],
  ]);
  expect(problems.map((p) => `${p.code} ${p.at.line}`)).toEqual(['ambiguous-date 4']);
});

test('a list of the types of PHI is a yes', () => {
  const { records, problems } = read({ 'vendors.csv': 'Vendor,Service,PHI Types\nA,x,"Names, diagnoses"\nB,x,None\nC,x,\n' });
  expect([problems, records.map((r) => values(r).phi)]).toEqual([[], [true, false, '<placeholder>']]);
});

test('dates that begin with a 1 are dates', () => {
  const text = 'Employee ID,Job Title,Status,Hire Date\nE1,Nurse,1,1/19/2024\nE2,Nurse,0,1/2/2024\n';
  expect(read({ 'roster.csv': text }).records.map((r) => values(r))).toMatchObject([
    { status: 'active', start: '2024-01-19' },
    { status: 'inactive', start: '2024-01-02' },
  ]);
});
