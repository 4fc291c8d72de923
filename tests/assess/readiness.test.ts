import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Proof, readinessOf, summarize } from '../../src/assess/readiness.ts';
import { OUTCOMES, type Outcome } from '../../src/model/outcome.ts';
import { control, finding, judgement, pack, waiver } from './build.ts';

const NONE: Proof = { judgements: new Map(), findings: [], controlWaivers: new Map(), attested: new Map() };
const outcome = fc.constantFrom<Outcome>(...OUTCOMES);

function readiness(rules: Readonly<Record<string, Outcome>>, proof: Partial<Proof> = {}) {
  const own = pack([control('1', Object.keys(rules))]);
  const judgements = new Map(Object.entries(rules).map(([id, o]) => [id, judgement(id, o)]));
  return readinessOf(own, own.controls, null, { ...NONE, judgements, ...proof });
}

describe('the outcome of a control', () => {
  it.each([
    [{ a: 'pass', b: 'pass' }, 'met'],
    [{ a: 'pass', b: 'not-applicable' }, 'met'],
    [{ a: 'pass', b: 'fail' }, 'partial'],
    [{ a: 'pass', b: 'unknown' }, 'partial'],
    [{ a: 'pass', b: 'review' }, 'partial'],
    [{ a: 'review' }, 'not-met'],
    [{ a: 'unknown' }, 'not-met'],
    [{ a: 'fail', b: 'fail' }, 'not-met'],
    [{ a: 'not-applicable' }, 'not-applicable'],
  ] as const)('%j is %s', (rules, expected) => {
    expect(readiness(rules).controls[0]?.outcome).toBe(expected);
  });

  it('is manual without rules until a current attestation covers it', () => {
    const own = pack([control('1', [])]);
    expect(readinessOf(own, own.controls, null, NONE).controls[0]?.outcome).toBe('manual');
    const attested = new Map([['hipaa:1', { path: 'attestations.yml', line: 4 }]]);
    const covered = readinessOf(own, own.controls, null, { ...NONE, attested }).controls[0];
    expect(covered?.outcome).toBe('met');
    expect(covered?.evidence).toEqual([{ kind: 'attestation', path: 'attestations.yml', line: 4, rule: 'attestation-current' }]);
  });

  it('unmapped-requirement-not-ready: a control nobody judged is not met', () => {
    expect(readinessOf(pack([control('1', ['a'])]), [control('1', ['a'])], null, NONE).controls[0]?.outcome).toBe('not-met');
  });

  it('is waived only when all that does not pass is waived', () => {
    const waived = finding({ rule: 'a', waiver: waiver() });
    expect(readiness({ a: 'fail', b: 'pass' }, { findings: [waived] }).controls[0]?.outcome).toBe('waived');
    expect(readiness({ a: 'fail', b: 'fail' }, { findings: [waived, finding({ rule: 'b' })] }).controls[0]?.outcome).toBe('not-met');
    expect(readiness({ a: 'fail', b: 'pass' }, { findings: [waived, finding({ rule: 'a' })] }).controls[0]?.outcome).toBe('partial');
  });
});

describe('the figures', () => {
  it('waiver-does-not-raise-strict-score', () => {
    const waived = finding({ rule: 'a', waiver: waiver() });
    const figures = readiness({ a: 'fail' }, { findings: [waived] }).readiness;
    expect(figures).toMatchObject({ strict: 0, accepted: 100 });
  });

  it('empty-scope-is-not-100', () => {
    expect(summarize([])).toMatchObject({ strict: null, accepted: null });
    expect(summarize([{ outcome: 'not-applicable' }])).toMatchObject({ strict: null, accepted: null });
  });

  it('counts manual controls as not proven', () => {
    expect(summarize([{ outcome: 'met' }, { outcome: 'manual' }])).toMatchObject({ strict: 50, accepted: 50 });
  });

  it('more-rules-do-not-raise-score: a rule more never raises strict readiness', () => {
    fc.assert(
      fc.property(fc.array(outcome, { minLength: 1, maxLength: 6 }), outcome, (outcomes, extra) => {
        fc.pre(outcomes.some((o) => o !== 'not-applicable'));
        const rules = Object.fromEntries(outcomes.map((o, i) => [`r${i}`, o]));
        const before = readiness(rules).readiness.strict ?? 0;
        const after = readiness({ ...rules, extra }).readiness.strict ?? 0;
        expect(after).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('keeps accepted at or above strict, and both within 0 and 100', () => {
    const outcomes = fc.array(fc.constantFrom('met', 'partial', 'not-met', 'manual', 'waived', 'not-applicable' as const), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(outcomes, (list) => {
        const { strict, accepted } = summarize(list.map((o) => ({ outcome: o })));
        if (strict === null || accepted === null) return strict === accepted;
        return strict >= 0 && accepted >= strict && accepted <= 100;
      }),
    );
  });

  it('never gives credit for what could not be told', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<Outcome>('fail', 'unknown', 'review'), { minLength: 1 }), fc.array(outcome), (bad, rest) => {
        const rules = Object.fromEntries([...bad, ...rest].map((o, i) => [`r${i}`, o]));
        expect(readiness(rules).readiness.strict).toBe(0);
      }),
    );
  });
});
