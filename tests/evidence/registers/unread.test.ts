import { describe, expect, test } from 'vitest';
import { found, places, read, values } from './read.ts';

describe('spelled-out headings', () => {
  test('abbreviations, forms of a date and remarks find their field', () => {
    const { records, problems } = read({
      'baa-log.csv': 'Vendor,BAA on file?,Date Executed,Exp.\nAcme,Yes,2025-03-01,2026-03-01\n',
      'roster.csv': 'Emp #,Employee Name,Date of Hire,Term Date\n1001,Ada,2020-01-02,2026-01-02\n',
      'vulnerabilities.json': '[{"ref":"V-1","title":"x","sev":"high","fixBy":"2026-12-01","resolvedOn":null,"state":"open"}]',
    });
    expect(problems).toEqual([]);
    const byKind = Object.fromEntries(records.map((record) => [record.kind, values(record)]));
    expect(byKind.agreement).toMatchObject({ signed: '2025-03-01', expires: '2026-03-01' });
    expect(byKind.person).toMatchObject({ id: '1001', start: '2020-01-02', end: '2026-01-02' });
    expect(byKind.vulnerability).toMatchObject({ severity: 'high', due: '2026-12-01' });
  });

  test.each(['Term Date', 'Date Left', 'endedOn', 'Ended on', 'date_of_separation', 'Terminated At', 'Term. Dt'])(
    '%s is when a person left',
    (heading) => {
      const { records } = read({ 'roster.csv': `Employee ID,Hire Date,${heading}\nE-1,2020-01-02,2026-01-02\n` });
      expect(values(records[0]).end).toBe('2026-01-02');
    },
  );
});

describe('a column of dates that nobody understands', () => {
  const log = (heading: string, cell: string): string => `Vendor,BAA Status,Date Signed,${heading}\nAcme,Signed,2025-03-01,${cell}\n`;

  test('is a problem at its heading, and its field is known to be there', () => {
    const result = read({ 'baa-log.csv': log('Sunset', '2026-03-01') });
    expect(places(result)).toEqual(['baa-log.csv:1:31 missing-column']);
    expect(result.problems[0]?.message).toBe(
      'column "Sunset" was not understood; is it `expires`? map it under evidence: in cleanbill.yml',
    );
    expect(result.records[0]?.fields.expires).toEqual({
      state: 'unreadable',
      text: '2026-03-01',
      at: { path: 'baa-log.csv', line: 2, column: 24 },
      reason: 'the column "Sunset" was not understood',
    });
    expect(result.registers[0]?.unread).toEqual(['Sunset']);
  });

  test('is none where it tells of the keeping of the list, holds no dates, or the date is there already', () => {
    for (const text of [
      log('Date added', '2026-03-01'),
      log('Sunset', 'when we say so'),
      'Vendor,BAA Status,Date Signed,Expires,Sunset\nAcme,Signed,2025-03-01,2027-03-01,2026-03-01\n',
    ])
      expect(read({ 'baa-log.csv': text }).problems).toEqual([]);
  });

  test('names all fields that it may be, and settles none of them', () => {
    const result = read({ 'roster.csv': 'Employee ID,Work Email,Status,Wave\nE-1,e1@x.example,Active,2020-01-02\n' });
    expect(result.problems.map((p) => p.message)).toEqual([
      'column "Wave" was not understood; is it `start` or `end`? map it under evidence: in cleanbill.yml',
    ]);
    expect(values(result.records[0])).toEqual({ id: 'E-1', email: 'e1@x.example', status: 'active' });
  });

  test('can be mapped in the configuration', () => {
    const config = 'evidence:\n  agreements: { files: [baa-log.csv], columns: { expires: Sunset } }\n';
    const result = read({ 'baa-log.csv': log('Sunset', '2026-03-01') }, config);
    expect(result.problems).toEqual([]);
    expect(values(result.records[0]).expires).toBe('2026-03-01');
  });
});

describe('headings that the cells decide', () => {
  test('a risk that is High is rated, not named', () => {
    const { records } = read({
      'risk-register.csv':
        'No.,Threat / weak spot,Risk,What we will do,Person,Due\nR-1,Phishing,High,Train,Security Officer,2026-12-01\nR-2,Loss,Low,Encrypt,Security Officer,2026-12-01\n',
    });
    expect(values(records[0])).toEqual({
      id: 'R-1',
      name: 'Phishing',
      level: 'high',
      treatment: 'Train',
      owner: 'Security Officer',
      due: '2026-12-01',
    });
  });

  test('a risk that is described is named', () => {
    const { records } = read({ 'risk-register.csv': 'ID,Risk,Level,Owner\nR-1,Phishing,High,CISO\nR-2,Theft,Low,CISO\n' });
    expect(values(records[0])).toMatchObject({ name: 'Phishing', level: 'high' });
  });

  test('a record whose name is a rating is called by its id', () => {
    const { records } = read({ 'risk-register.csv': 'ID,Title,Level,Owner\nR-1,High,High,CISO\n' });
    expect(records[0]?.name).toBe('R-1');
  });
});

test('an equipment list is an asset inventory', () => {
  const text = 'Tag,Type,Location,Assigned to,ePHI (Y/N),Encrypted?,In service,Disposed\nSRV-1,Server,Closet,IT,Y,Yes,2/13/2023,\n';
  const result = read({ 'logs/Equipment Inventory.csv': text });
  expect(found(result)).toEqual(['asset logs/Equipment Inventory.csv 1']);
  expect(values(result.records[0])).toMatchObject({ name: 'SRV-1', owner: 'IT', ephi: true, type: 'Server', 'in-service': '2023-02-13' });
});

describe('a register that lacks one needed column', () => {
  const text = '{"findings":[{"ref":"V-1","title":"Old kernel","owner":"Platform","fixBy":"2026-12-01","status":"open"}]}';

  test('is reported and read as far as it goes', () => {
    const result = read({ 'vulnerabilities.json': text });
    expect(places(result)).toEqual(['vulnerabilities.json:1:15 missing-column']);
    expect(found(result)).toEqual(['vulnerability vulnerabilities.json 1']);
    expect(values(result.records[0])).toMatchObject({ owner: 'Platform', due: '2026-12-01', severity: '<unreadable>' });
  });

  test('gives way to a whole one', () => {
    const whole = 'Finding,Severity,Status\nOld kernel,High,Open\n';
    const result = read({ 'vulnerabilities.json': text, 'scan-findings.csv': whole });
    expect(found(result)).toEqual(['vulnerability scan-findings.csv 1']);
  });
});

describe('records that stand in two files', () => {
  const vendor = (phi: boolean, service = 'Hosting'): string =>
    `vendor: Amazon Web Services\nservice: ${service}\nhandlesPhi: ${phi}\nstatus: active\n`;

  test('contradict each other', () => {
    const result = read({ 'vendors/aws.yml': vendor(true), 'vendors/aws-2.yml': vendor(false) });
    expect(result.problems.map((p) => p.message)).toEqual([
      'the same vendor stands at vendors/aws-2.yml:1 and says phi no at vendors/aws-2.yml:3, yes at vendors/aws.yml:3; keep one of them',
    ]);
    expect(places(result)).toEqual(['vendors/aws.yml:1:1 duplicate-record']);
  });

  test('repeat each other, or speak of different services', () => {
    expect(places(read({ 'vendors/a.yml': vendor(true), 'vendors/b.yml': vendor(true) }))).toEqual(['vendors/b.yml:1:1 duplicate-record']);
    expect(read({ 'vendors/a.yml': vendor(true), 'vendors/b.yml': vendor(false, 'Mail') }).problems).toEqual([]);
  });
});

test('people without an id are told apart by file and row', () => {
  const { records } = read({
    'east/roster.csv': 'Full Name,Hire Date\nAda,2020-01-02\n',
    'west/roster.csv': 'Full Name,Hire Date\nGrace,2020-01-02\n',
  });
  expect(records.map((record) => record.name)).toEqual(['row 2 of east/roster.csv', 'row 2 of west/roster.csv']);
});

test('cells behind a break in a row are not judged', () => {
  const result = read({
    'vendors.csv': 'Vendor,Service,PHI,Risk,Last reviewed\nAcme,Backup,cloud,Y,High,2026-04-17\nBeta,Mail,No,Low,2026-04-17,spare\n',
  });
  expect(places(result)).toEqual(['vendors.csv:2:1 ragged-row', 'vendors.csv:3:1 ragged-row']);
  expect(values(result.records[0])).toEqual({
    name: 'Acme',
    service: '<unreadable>',
    phi: '<unreadable>',
    tier: '<unreadable>',
    reviewed: '<unreadable>',
  });
  expect(values(result.records[1])).toMatchObject({ phi: false, reviewed: '2026-04-17' });
});

test('a training row behind a break proves nothing and is said once', () => {
  const text = 'Email,Course,Status,Completed On\na@x.example,extra,HIPAA,Completed,2026-02-13\nb@x.example,HIPAA,Completed,2026-02-13\n';
  const result = read({ 'lms-export.csv': text });
  expect(places(result)).toEqual(['lms-export.csv:2:1 ragged-row']);
  expect(result.training.line).toEqual(new Uint32Array([3]));
});
