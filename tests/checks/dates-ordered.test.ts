import { expect, test } from 'vitest';
import { lines, policy, run } from './build.ts';

const o = {
  of: { evidence: 'policy' },
  called: 'written policy',
  pairs: [['reviewed', 'next-review']],
  notFuture: ['reviewed'],
  upcoming: ['effective'],
};
const judge = (texts: Record<string, string>) => run('dates-ordered', o, { policies: [policy('a.md', texts)] });

test('dates-ordered: order, future and silence', () => {
  expect(judge({ reviewed: '2026-01-05', 'next-review': '2027-01-05' }).map((r) => r.outcome)).toEqual(['pass']);
  expect(lines(judge({ reviewed: '2026-05-05', 'next-review': '2026-01-05' }))).toEqual([
    'fail a.md:3 document:a.md | "a" has reviewed 2026-05-05 after next-review 2026-01-05',
  ]);
  expect(judge({ reviewed: '2026-01-05', 'next-review': '2026-01-05' }).map((r) => r.outcome)).toEqual(['pass']);
  expect(judge({ reviewed: '2026-11-21' }).map((r) => r.outcome)).toEqual(['pass']);
  expect(judge({ reviewed: '2026-11-22' }).map((r) => r.reason)).toEqual(['reviewed-ahead']);
  expect(judge({ reviewed: '2026-12-05' }).map((r) => r.reason)).toEqual(['reviewed-ahead']);
  expect(judge({ effective: '2027-01-01' }).map((r) => r.outcome)).toEqual(['review']);
  expect(judge({ reviewed: '?5/5' }).map((r) => r.outcome)).toEqual(['not-applicable']);
  const strict = { ...o, doubtful: [{ pair: ['effective', 'reviewed'], within: 26 }], readable: true };
  const look = (texts: Record<string, string>) =>
    run('dates-ordered', strict, { policies: [policy('a.md', texts)] }).map((r) => `${r.outcome} ${r.reason}`);
  expect(look({ effective: '2026-02-01', reviewed: '2026-01-05' })).toEqual(['review effective-after-reviewed']);
  expect(look({ effective: '2026-01-31', reviewed: '2026-01-05' })).toEqual(['pass ordered']);
  expect(look({ effective: '?02/30/2026', reviewed: '2026-01-05' })).toEqual(['unknown unreadable-effective']);
  expect(look({ effective: '?02/30/2026', reviewed: '2026-12-05' })).toEqual(['fail reviewed-ahead']);
  expect(run('dates-ordered', o, {}).map((r) => r.subject)).toEqual(['policy:none']);
});
