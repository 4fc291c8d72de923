import { describe, expect, it } from 'vitest';
import { type Block, withinBudget } from '../../src/report/budget.ts';

const block = (name: string, rows: number): Block => ({
  head: `${name}:\n`,
  tail: '\n',
  rows: [...Array(rows)].map((_, i) => `row ${i} é\n`),
  leftOut: (n) => `${n} left out\n`,
});
const bytes = (text: string): number => Buffer.byteLength(text);

describe('withinBudget', () => {
  const blocks = [block('first', 3), block('second', 4), block('third', 2)];
  const whole = withinBudget(blocks, Number.POSITIVE_INFINITY);

  it('shows everything when it fits exactly', () => {
    expect(withinBudget(blocks, bytes(whole))).toBe(whole);
    expect(withinBudget(blocks, bytes(whole) + 1)).toBe(whole);
  });

  it('drops whole rows from the end and says how many, at one byte less', () => {
    const text = withinBudget(blocks, bytes(whole) - 1);
    expect(bytes(text)).toBeLessThan(bytes(whole));
    expect(text).toMatch(/\d left out\n/);
    expect(whole.startsWith(text.slice(0, text.indexOf(' left out') - 1))).toBe(true);
  });

  it('keeps to every budget down to the words about each block, and drops nothing unsaid', () => {
    for (let budget = bytes(whole); budget >= 33; budget -= 1) {
      const text = withinBudget(blocks, budget);
      const rows = (text.match(/^row /gm) ?? []).length;
      const left = [...text.matchAll(/(\d) left out/g)].reduce((sum, m) => sum + Number(m[1]), 0);
      expect(bytes(text)).toBeLessThanOrEqual(budget);
      expect(rows + left).toBe(9);
    }
  });

  it('refuses a budget that leaves no room for them', () => {
    expect(() => withinBudget(blocks, 20)).toThrow(RangeError);
  });
});
