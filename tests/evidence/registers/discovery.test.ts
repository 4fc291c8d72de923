import { describe, expect, test } from 'vitest';
import { found, places, read, values } from './read.ts';

const NOTHING = { problems: [], registers: [], records: [] };

describe('files of other kinds are no registers', () => {
  test.each<[string, string]>([
    [
      'package.json',
      '{ "name": "x", "version": "1", "contributors": [{ "name": "A", "email": "a@x.org", "role": "owner" }], "people": [{ "id": 1, "role": "x" }] }',
    ],
    ['tsconfig.json', '{ "compilerOptions": { "strict": true }, "assets": [{ "name": "x", "criticality": "high" }] }'],
    [
      '.github/workflows/training.yml',
      'name: Train\non: push\njobs:\n  train: { runs-on: x }\ntraining:\n  - { email: a@x.org, course: y, completed: 2025-01-01 }\n',
    ],
    ['docker-compose.yml', 'services:\n  vendors: { image: x, owner: y, phi: true, name: z }\n'],
    ['api/staff.yml', 'openapi: 3.0.0\ninfo: { title: Staff }\npeople:\n  - { id: 1, role: x }\n'],
    ['k8s/vendors.yaml', 'apiVersion: v1\nkind: ConfigMap\nvendors:\n  - { name: A, phi: true, service: x }\n'],
    ['poetry.lock.json', '{ "vendors": [{ "name": "A", "service": "x", "phi": true }] }'],
    ['schemas/vendor.json', '{ "$schema": "x", "type": "object", "vendors": [{ "name": "A", "phi": true }] }'],
    ['node_modules/x/roster.csv', 'Employee ID,Job Title,Status\nE1,Nurse,Active\n'],
    ['tests/fixtures/roster.csv', 'Employee ID,Job Title,Status\nE1,Nurse,Active\n'],
    ['vendor/lib/vendors.json', '[{ "name": "A", "service": "x", "phi": true }]'],
    ['data/sales.csv', 'Date,Product,Amount,Owner\n2025-01-01,x,3,A\n'],
    ['data/tickets.csv', 'ID,Title,Owner,Status,Due Date\n1,Fix,A,Open,2026-01-01\n'],
    ['data/train.csv', 'id,feature_1,feature_2,label\n1,2,3,4\n'],
    ['data/accounts.csv', 'Account name,Account owner,Role,Status,Date created (UTC),Date deactivated (UTC)\nx,y,z,Active,2025-01-01,\n'],
    [
      'Incident Log.csv',
      'Incident No.,Date Discovered,Description,Severity,PHI Involved?,Status,Date Closed\n1,2026-01-01,x,High,Yes,Closed,2026-02-01\n',
    ],
    ['records/incidents.yml', 'incidents:\n  - { id: I-1, reported: 2026-01-01, severity: SEV3, summary: x, closed: 2026-02-01 }\n'],
    ['vendor-risk-assessments/notes.yml', 'text: x\ndate: 2025-01-01\n'],
    ['policy-mapping.csv', 'Policy,Policy Statement ID,Control Text,ISO 27001 Annex,Clause\na,b,c,d,e\n'],
    ['mkdocs.yml', 'site_name: x\nnav:\n  - Training: training.md\n'],
    ['docs/about.yml', 'team:\n  - { name: A, role: maintainer, email: a@x.org }\nmembers:\n  - { name: B, role: writer }\n'],
    ['crm/customers.json', '[{ "name": "A", "status": "active", "owner": "B" }]'],
    ['data/users.json', '[{ "id": 1, "email": "a@x.org", "name": "A", "role": "admin" }]'],
    ['notes.yml', 'just: text\n'],
    ['empty.csv', ''],
    ['empty.json', ''],
    ['baa.yml', ''],
  ])('%s', (path, text) => {
    const { problems, registers, records } = read({ [path]: text });
    expect({ problems, registers, records }).toEqual(NOTHING);
  });

  test('a review of vendors is not the risk assessment of the company', () => {
    expect(
      found(read({ 'vendor_risk_assessments.csv': 'Vendor,Risk Level,Last Assessment,Scope,Approved By\nA,High,2026-01-01,x,y\n' })),
    ).toEqual(['vendor vendor_risk_assessments.csv 1']);
  });
});

test('a file without a telling name is read by its headings', () => {
  expect(
    found(
      read({
        'q3.csv':
          'Vendor,Service,PHI Access?,BAA Status,BAA Signed Date,Renewal Date,Contact,Notes\nA,x,Yes,Signed,2025-01-01,2027-01-01,,\n',
      }),
    ),
  ).toEqual(expect.arrayContaining(['vendor q3.csv 1', 'agreement q3.csv 1']));
  expect(
    found(
      read({
        'q3.yml':
          '- { vendor_name: A, services_provided: x, phi_access: yes, baa_status: signed, baa_signed_date: 2025-01-01, renewal_date: 2027-01-01 }\n',
      }),
    ).length,
  ).toBe(2);
});

test('a roster is no training log, and a training log is no roster', () => {
  const result = read({
    'people/list.csv':
      'Employee ID,Employee Name,Work Email,Job Title,Hire Date,Employment Status\nE1,N,e1@x.org,Nurse,2024-01-01,Active\n',
    'people/export.csv': 'Employee ID,Course Title,Completion Date,Status\nE1,HIPAA,2026-01-01,Completed\n',
  });
  expect(found(result)).toEqual(['person people/list.csv 1', 'training-record people/export.csv 1']);
});

describe('the configuration', () => {
  test('says where a kind stands and what its columns are called; then no other file of that kind is taken', () => {
    const result = read(
      { 'odd/list.csv': 'Firm,Deal,When\nA,Signed,2025-01-01\n', 'baa.csv': 'Vendor,BAA Status,Signed Date\nB,Signed,2025-01-01\n' },
      'evidence:\n  agreements: { files: odd/*.csv, columns: { name: Firm, status: Deal, signed: When } }\n',
    );
    expect(result.problems).toEqual([]);
    expect(result.records.map((r) => [r.name, r.at.path])).toEqual([['A', 'odd/list.csv']]);
    expect(values(result.records[0])).toMatchObject({ status: 'executed', signed: '2025-01-01' });
  });

  test('may map the person of a training export', () => {
    const config = 'evidence:\n  training: { files: [lms/*.csv], columns: { person: Learner Key, module: Unit, completed: Done On } }\n';
    const { training, problems } = read({ 'lms/a.csv': 'Learner Key,Unit,Done On\nE1,HIPAA,2026-01-05\n' }, config);
    expect([problems, training.people, training.modules, [...training.done]]).toEqual([[], ['E1'], ['HIPAA'], [1]]);
  });

  test('that names a file that is not there is a problem at its line', () => {
    const result = read({ 'a.csv': '' }, 'role: covered-entity\nevidence:\n  vendors: registers/vendors.csv\nwaivers: none.yml\n');
    expect(places(result)).toEqual(['cleanbill.yml:3:12 broken-file', 'cleanbill.yml:4:10 broken-file']);
  });

  test('that names a file without the columns says what is missing', () => {
    const result = read({ 'x.csv': 'Vendor,City\nA,B\n' }, 'evidence:\n  agreements: x.csv\n');
    expect(places(result)).toEqual(['x.csv:1:1 missing-column']);
  });
});
