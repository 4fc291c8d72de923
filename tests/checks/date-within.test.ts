import { describe, expect, test } from 'vitest';
import { lines, policy, record, run } from './build.ts';

const analysis = {
  of: { evidence: 'risk-assessment', latestBy: 'completed' },
  called: 'risk assessment',
  last: { completed: 'completed' },
  months: 12,
  next: 'next-due',
};
const review = {
  of: { evidence: 'policy' },
  called: 'written policy',
  last: { reviewed: 'reviewed', effective: 'put into effect' },
  months: 12,
  cycle: 'review-cycle',
  next: 'next-review',
  history: true,
};
const assess = (texts: Record<string, string>) => run('date-within', analysis, { records: [record('risk-assessment', 'RA', 2, texts)] });
const reviewed = (texts: Record<string, string>, commits = {}) =>
  run('date-within', review, { policies: [policy('a.md', texts)], commits });

describe('date-within', () => {
  test('says the arithmetic and the last day on which it holds', () => {
    const [result] = assess({ completed: '2026-02-01' });
    expect(result).toMatchObject({
      outcome: 'pass',
      lapses: '2027-02-01',
      trace: 'completed 2026-02-01 + 12 months = 2027-02-01, as of 2026-11-21: 72 days left',
    });
  });

  test.each([
    ['2025-11-21', 'pass'],
    ['2025-11-20', 'fail'],
    ['2026-11-21', 'pass'],
    ['2026-11-22', 'fail'],
    ['9999-12-31', 'fail'],
    ['?31/31/2026', 'unknown'],
    ['[date]', 'fail'],
  ])('completed %s: %s', (completed, outcome) => {
    expect(assess({ completed }).map((r) => r.outcome)).toEqual([outcome]);
  });

  test('a stale date is told with its age', () => {
    expect(lines(assess({ completed: '2025-06-18' }))).toEqual([
      'fail register.csv:2 risk-assessment:RA | RA was completed 2025-06-18; 12 months ended on 2026-06-18, 156 days ago',
    ]);
  });

  test('its own next date counts when it comes first', () => {
    expect(lines(assess({ completed: '2026-01-10', 'next-due': '2026-07-10' }))).toEqual([
      'fail register.csv:2 risk-assessment:RA | RA was completed 2026-01-10 and due again on 2026-07-10, 134 days ago',
    ]);
    expect(assess({ completed: '2026-01-10', 'next-due': '2026-12-01' })[0]?.lapses).toBe('2026-12-01');
    expect(assess({ completed: '2026-08-01', 'next-due': '2026-07-10' }).map((r) => r.outcome)).toEqual(['pass']);
  });

  test.each([
    ['2026-11-20', 'fail'],
    ['2026-11-21', 'pass'],
    ['2026-11-22', 'pass'],
  ])('next due %s, done half a year ago: %s', (next, outcome) => {
    expect(assess({ completed: '2026-05-21', 'next-due': next }).map((r) => r.outcome)).toEqual([outcome]);
  });

  test('the latest record not in the future counts, today included, and both of one day', () => {
    const dated = (...days: string[]) =>
      run('date-within', analysis, { records: days.map((completed, i) => record('risk-assessment', `RA${i}`, i + 2, { completed })) });
    expect(dated('2026-11-20', '2026-11-21', '2026-11-22').map((r) => r.subject)).toEqual(['risk-assessment:RA1']);
    expect(dated('2026-05-05', '2026-05-05', '2025-05-05').map((r) => r.subject)).toEqual(['risk-assessment:RA0', 'risk-assessment:RA1']);
  });

  test('a stated cycle takes the place of the 12 months', () => {
    expect(reviewed({ reviewed: '2025-01-10', 'review-cycle': '730' })[0]).toMatchObject({ outcome: 'pass', lapses: '2027-01-10' });
    expect(reviewed({ reviewed: '2026-06-10', 'review-cycle': '90' })[0]).toMatchObject({ outcome: 'fail', reason: 'stale' });
  });

  test('the latest of several dates counts', () => {
    expect(reviewed({ reviewed: '2024-01-10', effective: '2026-03-01' })[0]?.trace).toMatch(/^put into effect 2026-03-01/);
  });

  test('Git and a next review alone are left to a person', () => {
    expect(lines(reviewed({}, { 'a.md': '2026-10-01' }))).toEqual([
      'review a.md:1 document:a.md | "a" does not state when it was reviewed; Git\'s last commit of the file is of 2026-10-01, which is no statement',
    ]);
    expect(reviewed({ 'next-review': '2027-01-01' }).map((r) => r.reason)).toEqual(['only-next']);
    expect(reviewed({}).map((r) => r.reason)).toEqual(['no-date']);
  });

  test('onlyIfKept says once that a register never states the dates', () => {
    const o = { ...analysis, onlyIfKept: true };
    expect(
      run('date-within', o, { records: [record('risk-assessment', 'RA', 2, {}), record('risk-assessment', 'RB', 3, {})] }).map(
        (r) => r.outcome,
      ),
    ).toEqual(['review']);
    const two = [record('risk-assessment', 'A', 2, { completed: '2026-10-01' }), record('risk-assessment', 'B', 3, { completed: '' })];
    expect(run('date-within', { ...o, of: { evidence: 'risk-assessment' } }, { records: two }).map((r) => r.outcome)).toEqual([
      'pass',
      'fail',
    ]);
  });

  test('nothing at all is what the rule says', () => {
    expect(lines(run('date-within', analysis, {}))).toEqual(['fail - risk-assessment:none | no risk assessment was found']);
  });
});
