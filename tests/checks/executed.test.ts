import { describe, expect, test } from 'vitest';
import { lines, record, run } from './build.ts';

const o = {
  of: { evidence: 'agreement' },
  called: 'register of agreements',
  status: 'status',
  executed: ['executed', 'expired'],
  none: { words: ['missing'], of: { evidence: 'vendor' } },
  review: ['inherited'],
  exempt: { words: ['not-required'], because: { evidence: 'vendor', where: { phi: ['no'] } }, by: { names: [], legalForms: ['inc'] } },
  beside: {
    by: { names: [], id: ['vendor-id', 'vendor-id'], legalForms: ['inc'] },
    until: 'expires',
    over: { where: { status: ['expired'] } },
  },
  date: 'signed',
  weak: 'effective',
  past: { where: { status: ['terminated'] } },
};
const judge = (texts: Record<string, string>, ...others: ReturnType<typeof record>[]) =>
  run('executed', o, { records: [record('agreement', 'Mailer', 2, texts), ...others] })[0];

describe('executed', () => {
  test.each([
    [{ status: 'executed', signed: '2026-01-05' }, 'pass', 'signed'],
    [{ signed: '2026-01-05' }, 'pass', 'signed'],
    [{ signed: '2026-11-21' }, 'pass', 'signed'],
    [{ signed: '2026-11-22' }, 'fail', 'signed-ahead'],
    [{ status: 'executed' }, 'fail', 'not-dated'],
    [{ status: 'executed', signed: '[date]' }, 'fail', 'not-dated'],
    [{ status: 'executed', effective: '2026-01-05' }, 'review', 'weak-date'],
    [{ status: 'executed', signed: '2026-12-05' }, 'fail', 'signed-ahead'],
    [{ status: 'executed', signed: '?5/5' }, 'unknown', 'unreadable-date'],
    [{ status: 'pending', signed: '2026-01-05' }, 'fail', 'pending'],
    [{ status: '[TBD]', signed: '2026-01-05' }, 'fail', 'placeholder-status'],
    [{ status: '?hm', signed: '2026-01-05' }, 'unknown', 'unknown-status'],
    [{ status: 'inherited' }, 'review', 'inherited'],
    [{ status: 'not-required' }, 'review', 'exempt-unproven'],
    [{ status: 'terminated' }, 'not-applicable', 'past'],
  ] as const)('%j: %s', (texts, outcome, reason) => {
    expect(judge(texts)).toMatchObject({ outcome, reason });
  });

  test('none is needed where the vendor is recorded as not touching PHI', () => {
    expect(judge({ status: 'not-required' }, record('vendor', 'Mailer, Inc.', 7, { phi: 'no' }))).toMatchObject({
      outcome: 'pass',
      reason: 'exempt',
    });
    expect(judge({ status: 'not-required' }, record('vendor', 'Mailer', 7, { phi: 'yes' }))).toMatchObject({ outcome: 'review' });
  });

  test('that there is none is a gap of the vendor where it is listed, and a gap here where it is not', () => {
    expect(judge({ status: 'missing' }, record('vendor', 'Mailer', 7, { phi: 'yes' }))).toMatchObject({ outcome: 'not-applicable' });
    expect(judge({ status: 'missing' })).toMatchObject({ outcome: 'fail', reason: 'missing' });
  });

  const signed = { status: 'executed', signed: '2025-01-05' };
  test.each([
    ['Mailer Inc', {}, {}, 'review'],
    ['Mailer', {}, { expires: '2026-11-21' }, 'review'],
    ['Mailer', {}, { expires: '2026-11-20' }, 'fail'],
    ['Mailer', {}, { status: 'expired' }, 'fail'],
    ['Faxer', {}, {}, 'fail'],
    ['Faxer', { 'vendor-id': 'V-1' }, { 'vendor-id': 'v-1' }, 'review'],
    ['Faxer', { 'vendor-id': 'V-1' }, { id: 'V-1' }, 'fail'],
  ] as [string, Record<string, string>, Record<string, string>, string][])(
    'a draft beside the signed agreement with %s %j %j is its renewal: %s',
    (name, own, other, outcome) => {
      const said = judge({ status: 'pending', ...own }, record('agreement', name, 5, { ...signed, ...other }));
      expect(said).toMatchObject({ outcome, reason: outcome === 'review' ? 'pending-beside-signed' : 'pending' });
    },
  );

  test('no register is what the rule says', () => {
    expect(lines(run('executed', o, {}))).toEqual(['fail - agreement:none | no register of agreements was found']);
  });
});
