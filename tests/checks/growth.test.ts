import { expect, test } from 'vitest';
import { RULESET } from '../workspace.ts';
import { covers, policy, record, run } from './build.ts';

const COUNT = 20_000;
const numbers = Array.from({ length: COUNT }, (_, i) => i);

/** Ample for linear work on a busy machine; quadratic work on so many records takes minutes. */
function isQuick(work: () => void): boolean {
  const started = performance.now();
  work();
  return performance.now() - started < 5000;
}

function runRule(id: string, given: Parameters<typeof run>[2]): void {
  const rule = RULESET.rules.get(id);
  if (!rule) throw new Error(`no rule ${id}`);
  run(rule.check, rule.options, given);
}

test('twenty thousand documents are judged in one pass', () => {
  const policies = numbers.map((i) =>
    policy(`p${i}.md`, { version: '1', reviewed: '2026-01-05' }, [covers('encryption-at-rest', `p${i}.md`, 3)]),
  );
  for (const id of [
    'policy-written',
    'policy-reviewed',
    'policy-dates-ordered',
    'policy-encryption-at-rest',
    'key-management-with-encryption',
  ]) {
    expect(isQuick(() => runRule(id, { policies }))).toBe(true);
  }
});

test('twenty thousand vendors whose names begin alike are linked in one pass', () => {
  const records = numbers.flatMap((i) => [
    record('vendor', `Acme ${i}`, i + 2, { phi: 'yes', id: 'V-1' }),
    record('agreement', `Acme branch ${i}`, i + 2, { status: 'executed', signed: '2025-01-05', expires: '2027-01-05', 'vendor-id': 'V-2' }),
  ]);
  for (const id of ['agreement-exists-for-phi-vendor', 'agreement-vendor-listed', 'agreement-executed', 'agreement-unexpired']) {
    expect(isQuick(() => runRule(id, { records }))).toBe(true);
  }
});
