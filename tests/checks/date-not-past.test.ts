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
  replacedBy: ['name', 'services'],
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

  test('an old record gives way to a running one that is equal, not to another service of the same vendor', () => {
    const old = { name: 'Mailer', services: 'mail', expires: '2025-01-01' };
    expect(judge(old, { name: 'Mailer', services: 'mail', expires: '2028-01-01' }).map((r) => r.outcome)).toEqual([
      'not-applicable',
      'pass',
    ]);
    expect(judge(old, { name: 'Mailer', services: 'fax', expires: '2028-01-01' }).map((r) => r.outcome)).toEqual(['fail', 'pass']);
  });
});
