import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { found, read, values } from './read.ts';

interface Example {
  readonly kind: string;
  readonly file: string;
  readonly key: string;
  /** heading -> cell. */
  readonly row: Readonly<Record<string, string>>;
  readonly expected: Readonly<Record<string, unknown>>;
}

const EXAMPLES: readonly Example[] = [
  {
    kind: 'agreement',
    file: 'baa-register',
    key: 'agreements',
    row: {
      vendor: 'Tidewater SMS',
      status: 'executed',
      signed: '2025-05-19',
      effective: '2025-06-01',
      expires: '2027-05-31',
      services: 'Text messages; Voice',
      breach_notice_days: '5',
      flow_down: 'yes',
      document: 'CV-0112',
      owner: 'Head of Operations',
      reviewed: '2026-06-01',
    },
    expected: {
      name: 'Tidewater SMS',
      status: 'executed',
      signed: '2025-05-19',
      effective: '2025-06-01',
      expires: '2027-05-31',
      services: ['Text messages', 'Voice'],
      'breach-notice-days': 5,
      'flow-down': true,
      document: 'CV-0112',
      owner: 'Head of Operations',
      reviewed: '2026-06-01',
      direction: 'downstream',
    },
  },
  {
    kind: 'vendor',
    file: 'vendors',
    key: 'vendors',
    row: {
      name: 'Tidewater SMS',
      service: 'Text messages',
      phi: 'yes',
      status: 'active',
      owner: 'COO',
      tier: 'critical',
      last_review: '2026-09-10',
      next_review: '2027-09-10',
      aliases: 'Tidewater, TW',
    },
    expected: {
      name: 'Tidewater SMS',
      service: 'Text messages',
      phi: true,
      status: 'active',
      owner: 'COO',
      tier: 'critical',
      reviewed: '2026-09-10',
      'next-review': '2027-09-10',
      aliases: ['Tidewater', 'TW'],
    },
  },
  {
    kind: 'risk-assessment',
    file: 'risk-assessments',
    key: 'assessments',
    row: {
      title: 'Security risk analysis 2026',
      completed: '2026-09-18',
      scope: 'All ePHI',
      method: 'NIST SP 800-30',
      approver: 'CEO',
      approved: '2026-09-25',
      next_due: '2027-09-18',
      status: 'approved',
    },
    expected: {
      name: 'Security risk analysis 2026',
      completed: '2026-09-18',
      scope: 'All ePHI',
      method: 'NIST SP 800-30',
      approver: 'CEO',
      approved: '2026-09-25',
      'next-due': '2027-09-18',
      status: 'final',
    },
  },
  {
    kind: 'risk',
    file: 'risk-register',
    key: 'risks',
    row: {
      risk_id: 'R-1',
      title: 'Lost laptop',
      likelihood: '3',
      impact: '4',
      level: 'high',
      treatment: 'accept',
      owner: 'CISO',
      due: '2027-01-31',
      status: 'Accepted',
      closed: '',
      approver: 'CEO',
      accepted_until: '2027-06-30',
    },
    expected: {
      id: 'R-1',
      name: 'Lost laptop',
      likelihood: '3',
      impact: '4',
      level: 'high',
      treatment: 'accept',
      owner: 'CISO',
      due: '2027-01-31',
      status: 'accepted',
      closed: '<placeholder>',
      approver: 'CEO',
      expires: '2027-06-30',
    },
  },
  {
    kind: 'vulnerability',
    file: 'vulnerabilities',
    key: 'vulnerabilities',
    row: {
      id: 'V-1',
      title: 'Old TLS library',
      severity: 'High',
      asset: 'AST-02',
      found: '2026-01-14',
      due: '2026-02-13',
      owner: 'Platform',
      status: 'Resolved',
      closed: '2026-01-22',
    },
    expected: {
      id: 'V-1',
      name: 'Old TLS library',
      severity: 'high',
      asset: 'AST-02',
      found: '2026-01-14',
      due: '2026-02-13',
      owner: 'Platform',
      status: 'closed',
      closed: '2026-01-22',
    },
  },
  {
    kind: 'person',
    file: 'roster',
    key: 'people',
    row: {
      id: '007',
      email: 'a.b@example.org',
      full_name: 'Some One',
      role: 'Nurse',
      type: 'employee',
      start: '2024-02-01',
      end: '',
      status: 'On Leave',
    },
    expected: {
      id: '007',
      email: 'a.b@example.org',
      'person-name': 'Some One',
      role: 'Nurse',
      type: 'employee',
      start: '2024-02-01',
      end: '<placeholder>',
      status: 'leave',
    },
  },
  {
    kind: 'asset',
    file: 'assets',
    key: 'assets',
    row: { name: 'Scheduling', owner: 'CTO', ephi: 'true', criticality: 'critical', status: 'in use' },
    expected: { name: 'Scheduling', owner: 'CTO', ephi: true, criticality: 'critical', status: 'in use' },
  },
  {
    kind: 'attestation',
    file: 'attestations',
    key: 'attestations',
    row: {
      control: 'hipaa:164.310(a)(1)',
      statement: 'Doors are locked',
      owner: 'Facilities',
      performed: '2026-10-01',
      expires: '2027-10-01',
      reference: 'FA-12',
    },
    expected: {
      control: 'hipaa:164.310(a)(1)',
      statement: 'Doors are locked',
      owner: 'Facilities',
      performed: '2026-10-01',
      expires: '2027-10-01',
      reference: 'FA-12',
    },
  },
];

function textsOf({ file, key, row }: Example): Record<string, string> {
  return {
    [`${file}.csv`]: Papa.unparse([row]),
    [`${file}.tsv`]: Papa.unparse([row], { delimiter: '\t' }),
    [`${file}.yml`]: stringify({ [key]: [row] }),
    [`${file}.json`]: JSON.stringify({ [key]: [row] }, null, 2),
  };
}

describe.each(EXAMPLES)('$kind', (example) => {
  test.each(Object.entries(textsOf(example)))('is read from %s', (path, text) => {
    const result = read({ [path]: text });
    expect(result.problems).toEqual([]);
    expect(found(result)).toEqual([`${example.kind} ${path} 1`]);
    expect(values(result.records[0])).toEqual(example.expected);
  });
});

test('YAML keeps true, numbers and blanks as they are meant', () => {
  const { records } = read({
    'people/roster.yml': 'people:\n  - { id: 0042, email: x@example.org, role: Nurse, start: 2024-02-01, end: null, status: active }\n',
  });
  expect(values(records[0])).toMatchObject({ id: '0042', end: '<placeholder>', start: '2024-02-01' });
});

test('a person is called by id, never by name or e-mail', () => {
  const text =
    'Employee ID,Employee Name,Email,Job Title,Status\nE-17,Jane Doe,jane@example.org,Nurse,Active\njane.doe,Jane Doe,jane@example.org,Nurse,Active\n,Jane Doe,jane@example.org,Nurse,Active\n,Jane Doe,,Nurse,Active\n';
  const names = read({ 'roster.csv': text }).records.map((r) => r.name);
  expect(names[0]).toBe('E-17');
  expect(names[1]).toBe(names[2]);
  expect(names[3]).toBe('row 5 of roster.csv');
  expect(names.join(' ')).not.toMatch(/jane|doe/i);
});

test('a vendor list with columns of the agreement also holds agreements, unless there is a register of them', () => {
  const vendors =
    'Vendor,Service,PHI Access?,BAA Status,BAA Signed Date,Renewal Date,Contact,Notes\nA,x,Yes,✅ SIGNED,2025-03-15,2027-03-15,,\nB,y,Yes,⚠️ REQUIRED,-,-,,\nC,z,No,-,-,-,,\n';
  const alone = read({ 'vendor-list.csv': vendors });
  expect(found(alone)).toEqual(['vendor vendor-list.csv 3', 'agreement vendor-list.csv 2']);
  expect(alone.records.filter((r) => r.kind === 'agreement').map(values)).toMatchObject([
    { name: 'A', status: 'executed', signed: '2025-03-15', expires: '2027-03-15' },
    { name: 'B', status: 'missing' },
  ]);
  const both = read({ 'vendor-list.csv': vendors, 'baa.csv': 'Vendor,Status,Signed Date\nA,Expired,2020-01-01\n' });
  expect(found(both)).toEqual(['agreement baa.csv 1', 'vendor vendor-list.csv 3']);
  const customers = read({
    'vendor-list.csv': vendors,
    'customers.yml': 'customers:\n  - { customer: Clinic, status: executed, signed: 2025-01-01 }\n',
  });
  expect(found(customers)).toContain('agreement vendor-list.csv 2');
});

test('the status of a vendor is not the status of an agreement', () => {
  const { records } = read({ 'vendors.csv': 'Vendor,Service,PHI,Status,Last Review\nA,x,Yes,Active,2026-01-01\n' });
  expect(records.map((r) => r.kind)).toEqual(['vendor']);
});

test('an agreement register that tells who touches PHI also holds vendors', () => {
  const text = 'Vendor,Service,PHI Access?,BAA Status,BAA Date,Expiry\nA,x,Yes,Executed,2025-03-15,2027-03-15\n';
  expect(found(read({ 'baa-register.csv': text }))).toEqual(['agreement baa-register.csv 1', 'vendor baa-register.csv 1']);
});

test('agreements with customers are upstream', () => {
  const { records } = read({
    'registers/customers.yml': 'customers:\n  - customer: Cedar Clinics\n    signed: 2024-02-20\n    status: executed\n',
  });
  expect(values(records[0])).toMatchObject({ name: 'Cedar Clinics', direction: 'upstream', status: 'executed' });
});

test('a register without a status column speaks by its signing date or its yes', () => {
  const dated = read({ 'baa-log.csv': 'Vendor,Signed Date,Expires\nA,2025-01-02,2027-01-02\nB,,\n' }).records;
  expect(values(dated[0])).toMatchObject({ status: 'executed', signed: '2025-01-02' });
  expect(values(dated[1])).not.toHaveProperty('status');
  const said = read({ 'baa.yml': 'agreements:\n  - { vendor: A, signed: true }\n  - { vendor: B, signed: false }\n' }).records;
  expect(said.map((r) => values(r).status)).toEqual(['executed', 'missing']);
});
