import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dateOf, dayNumber, daysBetween, fromDayNumber, parseIsoDate } from '../src/calendar.ts';
import { day } from './assess/build.ts';

const dates = fc.integer({ min: -700_000, max: 2_900_000 }).map(fromDayNumber);

describe('calendar', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '0000-01-01', '2026-1-1', '2026-01-01T00:00:00Z', ''])(
    'refuses %j',
    (text) => {
      expect(parseIsoDate(text)).toBeNull();
    },
  );

  it('knows leap years', () => {
    expect(dateOf(2024, 2, 29)).toBe('2024-02-29');
    expect(dateOf(1900, 2, 29)).toBeNull();
    expect(dateOf(2000, 2, 29)).toBe('2000-02-29');
  });

  it('cuts months to their length', () => {
    expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(day('2024-02-29'), 12)).toBe('2025-02-28');
    expect(addMonths(day('2026-11-21'), -12)).toBe('2025-11-21');
    expect(() => addMonths(day('9999-12-01'), 1)).toThrow(/outside the years/);
  });

  it('goes there and back', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(parseIsoDate(date)).toBe(date);
        expect(fromDayNumber(dayNumber(date))).toBe(date);
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  it('orders dates as text', () => {
    fc.assert(
      fc.property(dates, dates, (a, b) => {
        expect(Math.sign(dayNumber(a) - dayNumber(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });
});
