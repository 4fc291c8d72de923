import { expect, test } from 'vitest';
import { places, read } from './read.ts';

const ROW = {
  rule: 'agreement-executed',
  subject: 'vendor:mailer',
  reason: 'Renewal is under way',
  owner: 'COO',
  approver: 'CEO',
  created: '2026-10-01',
  expires: '2027-01-31',
};

test.each([
  ['waivers.yml', `waivers:\n  - ${JSON.stringify(ROW)}\n`, 2],
  ['waivers.json', JSON.stringify([ROW]), 1],
  ['compliance/waivers.csv', `${Object.keys(ROW).join(',')}\n${Object.values(ROW).join(',')}\n`, 2],
])('waivers are read from %s', (path, text, line) => {
  const { waivers, problems } = read({ [path]: text });
  expect(problems).toEqual([]);
  expect(waivers).toMatchObject([
    {
      target: 'agreement-executed',
      subject: 'vendor:mailer',
      reason: 'Renewal is under way',
      owner: 'COO',
      approver: 'CEO',
      created: '2026-10-01',
      expires: '2027-01-31',
      at: { path, line },
    },
  ]);
});

test('a waiver of a control needs no subject; an expired one is still returned', () => {
  const { waivers } = read({
    'waivers.yml': '- { target: "hipaa:164.310(a)(1)", reason: r, owner: o, approver: a, expires: 2020-01-01 }\n',
  });
  expect(waivers).toMatchObject([{ target: 'hipaa:164.310(a)(1)', subject: null, created: null, expires: '2020-01-01' }]);
});

test('a waiver that lacks something is a problem at its line and is not used', () => {
  const text =
    'waivers:\n  - { target: x, reason: r, owner: o, approver: a, expires: 2027-01-01 }\n  - { target: x, reason: r, owner: TBD, approver: a, expires: 2027-01-01 }\n  - { target: x, reason: r, owner: o, expires: 2027-02-30, approver: a }\n';
  const result = read({ 'waivers.yml': text });
  expect(result.waivers).toHaveLength(1);
  expect(places(result)).toEqual(['waivers.yml:3:36 unknown-value', 'waivers.yml:4:48 impossible-date', 'waivers.yml:4:48 unknown-value']);
  const column = read({ 'waivers.csv': 'rule,reason,owner,expires\nx,r,o,2027-01-01\n' });
  expect([column.waivers, places(column)]).toEqual([[], ['waivers.csv:1:1 missing-column']]);
  expect(column.problems[0]?.message).toContain('approver');
});

test('the configuration can name the file', () => {
  const { waivers } = read(
    { 'grc/accepted.yml': '- { target: x, reason: r, owner: o, approver: a, expires: 2027-01-01 }\n', 'waivers.yml': '[]' },
    'waivers: grc/accepted.yml\n',
  );
  expect(waivers).toHaveLength(1);
});

test.each([
  ['subject: TBD', 'subject'],
  ['subject: "[vendor]"', 'subject'],
  ['subject: n/a', 'subject'],
  ['created: TBD', 'created'],
  ['created: 2026-02-30', 'created'],
  ['created: soon', 'created'],
])('a waiver with %s is a problem and is not used: it would hold for more than was granted', (line, field) => {
  const result = read({ 'waivers.yml': `- { target: x, reason: r, owner: o, approver: a, expires: 2027-01-01, ${line} }\n` });
  expect(result.waivers).toEqual([]);
  expect(result.problems.map((p) => p.message).join()).toContain(`has no ${field} that can be read`);
});

test.each(['subject: ""', 'subject: "-"', 'created: ""', 'subject:'])('a waiver with a blank cell (%s) is used', (line) => {
  const result = read({ 'waivers.yml': `- target: x\n  reason: r\n  owner: o\n  approver: a\n  expires: 2027-01-01\n  ${line}\n` });
  expect(result).toMatchObject({ waivers: [{ subject: null, created: null }], problems: [] });
});

test('a waiver that begins later is read with its start', () => {
  const result = read({ 'waivers.yml': '- { target: x, reason: r, owner: o, approver: a, created: 2027-01-01, expires: 2027-06-30 }\n' });
  expect(result).toMatchObject({ waivers: [{ created: '2027-01-01' }], problems: [] });
});
