import { expect, test } from 'vitest';
import { RULESET } from '../workspace.ts';
import { AS_OF, at, covers, ledger, policy, record, run } from './build.ts';

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

test('twenty thousand people of one name and twenty thousand waivers are looked up in one pass', () => {
  const records = numbers.map((i) => record('person', `E-${i}`, i + 2, { id: `E-${i}`, 'person-name': 'Ana Rivera', status: 'active' }));
  const training = ledger(numbers.map(() => ['Rivera, Ana', 'HIPAA security', '2026-05-01'] as const));
  expect(isQuick(() => runRule('training-shown', { records, training }))).toBe(true);
  expect(isQuick(() => runRule('training-person-known', { records, training }))).toBe(true);
  const waiver = { target: 'policy-owned', reason: 'r', owner: 'o', approver: 'a', created: null, expires: AS_OF, at: at(1) };
  const waivers = numbers.map((i) => ({ ...waiver, subject: `Nobody ${i}` }));
  expect(isQuick(() => runRule('waiver-current', { records, waivers }))).toBe(true);
});
