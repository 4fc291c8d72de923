import { expect, test } from 'vitest';
import { found, read } from './read.ts';

const BAA = 'Vendor,BAA Status,Signed Date\nA,Signed,2025-01-01\n';
const BAA_YAML = 'baas:\n  - { vendor: A, status: signed, signed: 2025-01-01 }\n';

test.each([
  'internal/registers/baa.csv',
  'public/baa-register.csv',
  'lib/baa.csv',
  'build/baa.csv',
  'target/baa.csv',
  '.compliance/baa.csv',
])('a register among code is found by its name: %s', (path) => expect(found(read({ [path]: BAA }))).toEqual([`agreement ${path} 1`]));

test('so is one in YAML with an outspoken name, a waiver among them', () => {
  expect(found(read({ 'vendor/acme/baa.yml': BAA_YAML }))).toEqual(['agreement vendor/acme/baa.yml 1']);
  const waiver = '- { target: x, reason: r, owner: o, approver: a, expires: 2027-01-01 }\n';
  expect(read({ '.compliance/waivers.yml': waiver }).waivers).toHaveLength(1);
});

test.each([
  ['src/users.json', '[{ "id": 1, "email": "a@x.org", "status": "active", "role": "admin" }]'],
  ['lib/people.yml', '- { id: 1, email: a@x.org, status: active, role: admin }\n'],
  ['tests/fixtures/baa.csv', BAA],
  ['node_modules/x/baa.csv', BAA],
  ['templates/baa-register.csv', BAA],
])('%s is none', (path, text) => expect(found(read({ [path]: text }))).toEqual([]));

test.each([
  ['baa.csv', 'vendor,status\nAcme,signed\n', 'agreement'],
  ['roster.csv', 'email,status\na@x.org,active\n', 'person'],
  ['risk-register.csv', 'risk,owner,status\nLoss,COO,open\n', 'risk'],
])('a small register with a telling name is one: %s', (path, text, kind) => {
  expect(found(read({ [path]: text }))).toEqual([`${kind} ${path} 1`]);
});
