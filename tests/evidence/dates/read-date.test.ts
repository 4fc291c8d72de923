import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOf } from '../../../src/calendar.ts';
import { proveOrder, readDate } from '../../../src/evidence/dates/read-date.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const day = fc
  .record({ year: fc.integer({ min: 1971, max: 2069 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) })
  .filter((d) => dateOf(d.year, d.month, d.day) !== null);
const two = (n: number): string => String(n).padStart(2, '0');

describe('readDate', () => {
  test.each([
    ['2026-01-12', '2026-01-12'],
    ['2026-01-12T09:30:00Z', '2026-01-12'],
    ['2026-01-12 09:30', '2026-01-12'],
    ['2025-10-15T00:00:00.000+00:00', '2025-10-15'],
    ['2026/01/12', '2026-01-12'],
    ['20260112', '2026-01-12'],
    ['9/26/22', '2022-09-26'],
    ['26-07-22', '2022-07-26'],
    ['31.12.1999', '1999-12-31'],
    ['05/05/2025', '2025-05-05'],
    ['08-Mar-2023', '2023-03-08'],
    ['23-Sept-2021', '2021-09-23'],
    ['Sept. 3, 2020', '2020-09-03'],
    ['October 15, 2025', '2025-10-15'],
    ['Jun 1 2018', '2018-06-01'],
    ['1st April 2023', '2023-04-01'],
    ['5th of June 2020', '2020-06-05'],
    ['15 October 2025', '2025-10-15'],
    ['Thursday, May 3rd, 2018', '2018-05-03'],
    ['1-Jan-70', '1970-01-01'],
    ['1-Jan-69', '2069-01-01'],
    [' 2026-01-12 ', '2026-01-12'],
  ])('%s is %s in any order', (text, date) => {
    for (const order of ['us', 'day-first', null] as const) expect(readDate(text, order)).toEqual({ state: 'date', date });
  });

  test('02/06/2025 depends on the order, and names both readings without one', () => {
    expect(readDate('02/06/2025', 'us')).toEqual({ state: 'date', date: '2025-02-06' });
    expect(readDate('02/06/2025', 'day-first')).toEqual({ state: 'date', date: '2025-06-02' });
    expect(readDate('02/06/2025', null)).toMatchObject({ state: 'ambiguous', us: '2025-02-06', dayFirst: '2025-06-02' });
  });

  test.each(['2026-02-30', 'February 30, 2024', '31/31/2020', '31-Jun-2024', '0000-00-00', '29/02/2025', '2025-13-01'])(
    '%s is impossible',
    (text) => {
      expect(readDate(text, null).state).toBe('impossible');
    },
  );

  test.each([
    '',
    '45678',
    'October 2025',
    '2026',
    '2026-01',
    'Q3 2026',
    'annually',
    '3.2.1',
    'v1.10',
    '164.308',
    'May 2026',
    'the 3rd of the month',
    '12:30',
    'Marble 3, 2020',
  ])('"%s" is no date', (text) => {
    expect(readDate(text, 'us')).toEqual({ state: 'not-a-date' });
  });

  test('every day reads back from every spelling', () => {
    fc.assert(
      fc.property(day, ({ year, month, day: d }) => {
        const iso = dateOf(year, month, d);
        const name = MONTHS[month - 1] ?? '';
        const named = [
          `${d} ${name} ${year}`,
          `${name} ${d}, ${year}`,
          `${two(d)}-${name.slice(0, 3)}-${year}`,
          `${year}-${two(month)}-${two(d)}`,
        ];
        for (const text of named) expect(readDate(text, null)).toEqual({ state: 'date', date: iso });
        for (const separator of ['/', '-', '.']) {
          expect(readDate([two(month), two(d), year].join(separator), 'us')).toEqual({ state: 'date', date: iso });
          expect(readDate([d, month, two(year % 100)].join(separator), 'day-first')).toEqual({ state: 'date', date: iso });
        }
      }),
    );
  });

  test('never throws and never makes up a day', () => {
    const text = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[\d/.\- ]{0,14}$/),
      fc.stringMatching(/^\d{1,4}[-/. ](?:[A-Z][a-z]{2}|\d{1,2})[-/. ]\d{1,4}$/),
    );
    fc.assert(
      fc.property(text, fc.constantFrom('us' as const, 'day-first' as const, null), (written, order) => {
        const reading = readDate(written, order);
        if (reading.state !== 'date') return;
        const [y, m, d] = reading.date.split('-').map(Number);
        expect(dateOf(y ?? 0, m ?? 0, d ?? 0)).toBe(reading.date);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('proveOrder', () => {
  test('a part above 12 settles the whole file', () => {
    expect(proveOrder(['02/06/2025', '01/31/2025'])).toBe('us');
    expect(proveOrder(['02/06/2025', '31.01.2025'])).toBe('day-first');
    expect(proveOrder(['31/01/2025 10:00'])).toBe('day-first');
  });

  test('nothing above 12 proves nothing, and a contradiction is mixed', () => {
    expect(proveOrder(['02/06/2025', '2026-01-31', 'January 31, 2025', 'text', '45/45/2020'])).toBeNull();
    expect(proveOrder(['31/01/2025', '01/31/2025'])).toBe('mixed');
  });
});
