import { expect, test } from 'vitest';
import { readInterval } from '../../../src/evidence/dates/read-interval.ts';

test.each([
  ['annually', 365],
  ['Annual', 365],
  ['on an annual basis', 365],
  ['at least once per year', 365],
  ['once every twelve months', 365],
  ['12 months', 365],
  ['every 18 months', 547],
  ['once every 3 years', 1095],
  ['every three (3) years', 1095],
  ['semi-annually', 182],
  ['every six months', 182],
  ['twice a year', 182],
  ['Quarterly', 91],
  ['every other year', 730],
  ['90 days', 90],
  ['365', 365],
  ['monthly', 30],
])('%s is %i days', (text, days) => {
  expect(readInterval(text)).toBe(days);
});

test.each(['', 'as needed', 'regularly', 'when laws change', '0', 'October'])('"%s" names no interval', (text) => {
  expect(readInterval(text)).toBeNull();
});
