import { describe, expect, test } from 'vitest';
import { places, read, values } from './read.ts';

const HEAD = 'Vendor,BAA Status,Signed Date,Expiration Date\n';

describe('the order of day and month', () => {
  test('is what the whole file proves, from any of its date columns', () => {
    const us = read({ 'baas.csv': `${HEAD}A,Signed,02/06/2025,02/06/2027\nB,Signed,03/14/2025,\n` });
    expect(us.problems).toEqual([]);
    expect(values(us.records[0])).toMatchObject({ signed: '2025-02-06', expires: '2027-02-06' });
    const dayFirst = read({ 'baas.csv': `${HEAD}A,Signed,02/06/2025,\nB,Signed,02/06/2025,31/12/2027\n` });
    expect(values(dayFirst.records[0])).toMatchObject({ signed: '2025-06-02' });
    const other = read({ 'baas.csv': 'Vendor,BAA Status,Signed Date,Date Filed\nA,Signed,02/06/2025,25/12/2025\n' });
    expect(values(other.records[0])).toMatchObject({ signed: '2025-06-02' });
  });

  test('is what the configuration says', () => {
    const { records, problems } = read({ 'baas.csv': `${HEAD}A,Signed,02/06/2025,\n` }, 'dates: day-first\n');
    expect([values(records[0]).signed, problems]).toEqual(['2025-06-02', []]);
  });

  test('stays open where nothing proves it: one problem for the file, and the field says both readings', () => {
    const result = read({ 'baas.csv': `${HEAD}A,Signed,02/06/2025,02/06/2027\nB,Signed,03/04/2025,\n` });
    expect(places(result)).toEqual(['baas.csv:2:10 ambiguous-date']);
    expect(result.problems[0]?.message).toMatch(/2025-02-06.*2025-06-02.*dates: us/);
    const signed = result.records[1]?.fields.signed;
    expect(signed).toMatchObject({ state: 'unreadable', at: { line: 3, column: 10 } });
    expect(signed?.state === 'unreadable' && signed.reason).toMatch(/2025-03-04.*2025-04-03/);
  });

  test('stays open where the file contradicts itself', () => {
    const result = read({ 'baas.csv': `${HEAD}A,Signed,13/06/2025,\nB,Signed,06/13/2025,\nC,Signed,02/03/2025,\n` });
    expect(result.records.map((r) => values(r).signed)).toEqual(['2025-06-13', '2025-06-13', '<unreadable>']);
    expect(result.problems.map((p) => p.code)).toEqual(['ambiguous-date']);
  });
});

test('dates in all spellings', () => {
  const spellings = ['2026-01-12', '08-Mar-2023', 'October 15, 2025', 'Jun 1 2018', '9/26/22', '2025-03-10T08:15:00Z'];
  const { records, problems } = read({ 'baas.csv': `${HEAD}${spellings.map((s, n) => `V${n},Signed,"${s}",\n`).join('')}` });
  expect(records.map((r) => values(r).signed)).toEqual([
    '2026-01-12',
    '2023-03-08',
    '2025-10-15',
    '2018-06-01',
    '2022-09-26',
    '2025-03-10',
  ]);
  expect(problems).toEqual([]);
});

test('impossible dates, dates of the past that lie ahead, and dates too far ahead are problems at their place', () => {
  const result = read({
    'baas.csv': `${HEAD}A,Signed,2025-02-30,\nB,Signed,2027-01-01,\nC,Signed,2025-01-01,2062-01-01\nD,Signed,2026-11-22,2027-01-01\nE,Signed,soon,\n`,
  });
  expect(places(result)).toEqual([
    'baas.csv:2:10 impossible-date',
    'baas.csv:3:10 far-future-date',
    'baas.csv:4:21 far-future-date',
    'baas.csv:6:10 unknown-value',
  ]);
  expect(result.problems[1]?.message).toContain('lies in the future');
  expect(result.records.map((r) => values(r).signed)).toEqual(['<unreadable>', '<unreadable>', '2025-01-01', '2026-11-22', '<unreadable>']);
});

test('an agreement without an end has no expiry; one that is still to be filled in has a placeholder', () => {
  const { records, problems } = read({
    'baas.csv': `${HEAD}A,Signed,2025-01-01,Evergreen\nB,Signed,2025-01-01,TBD\nC,Signed,2025-01-01,Auto-renews\n`,
  });
  expect(records.map((r) => values(r).expires)).toEqual([undefined, '<placeholder>', undefined]);
  expect(problems).toEqual([]);
});

test('hundreds of bad cells are named twenty times and then counted', () => {
  const rows = Array.from({ length: 300 }, (_, n) => `V${n},Signed,2025-02-30,\n`).join('');
  const { problems } = read({ 'baas.csv': HEAD + rows });
  expect(problems).toHaveLength(21);
  expect(problems.at(-1)).toMatchObject({ message: '280 more of the same kind in this file; this is the first of them', at: { line: 22 } });
});
