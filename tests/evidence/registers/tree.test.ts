import { describe, expect, test } from 'vitest';
import { found, places, read, values } from './read.ts';

const AWS = '{ service: Hosting, phi: true, next_review: 2027-01-01 }';

describe('a register in YAML or JSON can be', () => {
  test.each([
    ['a list', 'vendors.yml', `- name: AWS\n  service: Hosting\n  phi: true\n`, 1],
    ['a list under a key', 'data.yml', `title: x\nvendors:\n  - name: AWS\n    service: Hosting\n    phi: true\n`, 3],
    ['a list one level down', 'data.yml', `company:\n  vendors:\n    - { name: AWS, service: Hosting, phi: true }\n`, 3],
    ['a map of records', 'vendors.yml', `AWS: ${AWS}\n`, 1],
    ['a map of records under a key', 'data.yml', `vendors:\n  AWS: ${AWS}\n`, 2],
    ['one record in a file of a folder', 'vendors/AWS.yml', `service: Hosting\nphi: true\nnext_review: 2027-01-01\n`, 1],
    ['the second document of a file', 'data.yml', `title: x\n---\nvendors:\n  - { name: AWS, service: Hosting, phi: true }\n`, 4],
    ['JSON', 'data.json', `{\n "vendors": [\n  { "name": "AWS", "service": "Hosting", "phi": true }\n ]\n}`, 3],
  ])('%s', (_, path, text, line) => {
    const result = read({ [path]: text });
    expect(result.problems).toEqual([]);
    expect(result.records.map((r) => [r.kind, r.name.toLowerCase(), r.at.line])).toEqual([['vendor', 'aws', line]]);
    expect(values(result.records[0])).toMatchObject({ service: 'Hosting', phi: true });
  });

  test('several in one file', () => {
    const text = `vendors:\n  - { name: AWS, service: Hosting, phi: true }\npeople:\n  E1: { role: Nurse, status: active }\nrisks:\n  - { id: R1, title: Fire, likelihood: 1, impact: 5, status: open }\n`;
    expect(found(read({ 'compliance.yml': text }))).toEqual([
      'vendor compliance.yml 1',
      'person compliance.yml 1',
      'risk compliance.yml 1',
    ]);
  });
});

test('a map inside a record gives its fields with its name before them', () => {
  const text =
    'vendors:\n  - name: AWS\n    phi: true\n    baa:\n      status: signed\n      signed: 2025-01-02\n      expires: 2027-01-02\n';
  const { records } = read({ 'vendors.yml': text });
  expect(records.map(values)).toMatchObject([
    { name: 'AWS', baa: 'executed' },
    { status: 'executed', expires: '2027-01-02' },
  ]);
  expect(records[1]?.fields.expires).toMatchObject({ at: { line: 7, column: 16 } });
});

test('every field stands at its value', () => {
  const { records } = read({ 'vendors.yml': 'vendors:\n  - name: "AWS"\n    phi:   yes\n    owner: [A, B]\n' });
  expect(records[0]?.at).toMatchObject({ line: 2, column: 5 });
  expect(records[0]?.fields.name).toMatchObject({ at: { line: 2, column: 11 }, text: 'AWS' });
  expect(records[0]?.fields.phi).toMatchObject({ at: { line: 3, column: 12 }, value: true });
  expect(records[0]?.fields.owner).toMatchObject({ at: { line: 4, column: 12 }, text: 'A; B' });
});

test('a record that is not there is not read, one that is null is to be filled in', () => {
  const { records } = read({ 'vendors.yml': 'vendors:\n  - { name: A, phi: true, owner: }\n  - { name: B, phi: true }\n' });
  expect([values(records[0]).owner, values(records[1]).owner]).toEqual(['<placeholder>', undefined]);
});

test('the risks noted inside an assessment are no second register, unless there is no other', () => {
  const assessment =
    'id: RA-1\ntitle: Risk analysis\ncompleted_on: 2026-09-18\napproved_by: CEO\nscope: all\nrisks:\n  - { id: R1, risk: Fire, likelihood: 1, impact: 5, level: low, owner: X, decision: mitigate }\n';
  expect(found(read({ 'grc/2026-risk-analysis.yml': assessment }))).toEqual([
    'risk-assessment grc/2026-risk-analysis.yml 1',
    'risk grc/2026-risk-analysis.yml 1',
  ]);
  const register = 'Risk ID,Risk,Likelihood,Impact,Status\nR1,Fire,1,5,Open\n';
  expect(found(read({ 'grc/2026-risk-analysis.yml': assessment, 'grc/risk-register.csv': register }))).toEqual([
    'risk-assessment grc/2026-risk-analysis.yml 1',
    'risk grc/risk-register.csv 1',
  ]);
});

describe('a broken file', () => {
  test.each([
    ['vendors.yml', 'vendors:\n  - name: "Canary Person\n    phi: true\n', /YAML/],
    ['vendors.json', '{ "vendors": [ { "name": "Canary Person", ] }', /JSON/],
    ['vendors.yml', 'vendors:\n  - name: A\n    name: Canary Person\n', /YAML/],
    ['vendors.yml', `vendors:\n  - name: A\n    __proto__: { canary: 1 }\n`, /not allowed|YAML/],
  ])('%s is one problem that quotes nothing, and the rest of the scan goes on', (path, text, message) => {
    const result = read({ [path]: text, 'roster.csv': 'Employee ID,Job Title,Status\nE1,Nurse,Active\n' });
    expect(result.problems.map((p) => p.code)).toEqual(['broken-file']);
    expect(result.problems[0]?.message).toMatch(message);
    expect(result.problems[0]?.message).not.toMatch(/canary/i);
    expect(found(result)).toEqual(['person roster.csv 1']);
  });

  test('names its line', () => {
    expect(places(read({ 'vendors.yml': 'vendors:\n  - name: A\n    phi: [\n' }))[0]).toMatch(/^vendors\.yml:[34]:\d+ broken-file$/);
  });
});
