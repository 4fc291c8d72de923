import { describe, expect, test } from 'vitest';
import { lines, record, run } from './build.ts';

const o = {
  of: { evidence: 'agreement' },
  called: 'register of agreements',
  field: 'expires',
  verb: 'expires',
  past: 'expired',
  unstated: 'pass',
  openEnded: ['evergreen'],
  over: { where: { status: ['expired'] } },
  replacedBy: { same: ['name', 'services'], since: ['signed', 'effective'], where: { status: ['executed'] } },
};
const judge = (...rows: Record<string, string>[]) =>
  run('date-not-past', o, { records: rows.map((texts, i) => record('agreement', texts.name ?? 'Mailer', i + 2, texts)) });

describe('date-not-past', () => {
  test.each([
    ['2026-11-21', 'pass'],
    ['2026-11-20', 'fail'],
    ['?soon', 'unknown'],
    ['[date]', 'unknown'],
    ['', 'pass'],
    ['?Evergreen', 'pass'],
  ])('expires %s: %s', (expires, outcome) => {
    expect(judge({ expires }).map((r) => r.outcome)).toEqual([outcome]);
  });

  test('a day near is a pass that lapses', () => {
    expect(judge({ expires: '2026-12-31' })[0]).toMatchObject({
      outcome: 'pass',
      lapses: '2026-12-31',
      trace: 'expires 2026-12-31, as of 2026-11-21: 40 days left',
    });
  });

  test('a day past is told on its own place', () => {
    expect(lines(judge({ name: 'Mailer', expires: '2026-10-22' }))).toEqual([
      'fail register.csv:2 agreement:Mailer | Mailer expired on 2026-10-22, 30 days ago',
    ]);
  });

  test('a record marked as over fails without a day', () => {
    expect(lines(judge({ status: 'expired' }))).toEqual(['fail register.csv:2 agreement:Mailer | Mailer is marked as expired']);
  });

  const old = { name: 'Mailer', services: 'mail', status: 'executed', signed: '2023-01-01', expires: '2025-01-01' };
  test.each([
    ['a later one', { signed: '2025-01-01', expires: '2028-01-01' }, 'not-applicable'],
    ['a later one without an end', { signed: '2024-12-01' }, 'not-applicable'],
    ['one that is effective later', { effective: '2025-01-01' }, 'not-applicable'],
    ['one without a column for the status', { status: '', signed: '2025-01-01' }, 'not-applicable'],
    ['an older one without an end', { signed: '2021-01-01' }, 'fail'],
    ['one of the same day', { signed: '2023-01-01', expires: '2028-01-01' }, 'fail'],
    ['one signed tomorrow', { signed: '2026-11-22', expires: '2028-01-01' }, 'fail'],
    ['one signed today', { signed: '2026-11-21', expires: '2028-01-01' }, 'not-applicable'],
    ['a draft', { status: 'pending', signed: '2025-01-01' }, 'fail'],
    ['a draft without dates', { status: 'pending' }, 'fail'],
    ['one whose status cannot be read', { status: '?hm', signed: '2025-01-01' }, 'fail'],
    ['another service of the vendor', { services: 'fax', signed: '2025-01-01' }, 'fail'],
    ['a later one that has expired too', { signed: '2025-01-01', expires: '2026-01-01' }, 'fail'],
  ] as [string, Record<string, string>, string][])('an old record beside %s', (_, other, outcome) => {
    const beside = { name: 'Mailer', services: 'mail', status: 'executed', ...other };
    expect(judge(old, beside)[0]?.outcome).toBe(outcome);
    expect(judge(beside, old)[1]?.outcome).toBe(outcome);
  });

  test('which of two is later is asked where the old record does not say when it was signed', () => {
    const running = { name: 'Mailer', status: 'executed', signed: '2025-01-01' };
    expect(lines(judge({ name: 'Mailer', expires: '2025-01-01' }, running)).slice(0, 1)).toEqual([
      'review register.csv:2 agreement:Mailer | Mailer expired on 2025-01-01, 689 days ago; register.csv:3 runs, but nothing says which of the two is later',
    ]);
  });
});
