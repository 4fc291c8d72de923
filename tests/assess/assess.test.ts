import { describe, expect, it } from 'vitest';
import { assess } from '../../src/assess/assess.ts';
import { emptyLedger } from '../../src/evidence/registers/ledger.ts';
import type { Config } from '../../src/model/config.ts';
import type { EvidenceRecord, Policy } from '../../src/model/evidence.ts';
import type { Ruleset } from '../../src/model/pack.ts';
import type { Waiver } from '../../src/model/report.ts';
import { AS_OF, config, control, day, HERE, pack, rule, threshold, waiver } from './build.ts';

const RULES = new Map(
  [
    rule('asked', { options: { topic: 'mfa' } }),
    rule('elsewhere', { options: { topic: 'backup' } }),
    rule('idle', { options: { topic: 'x' } }),
    rule('attestation-current', {
      check: 'in-force',
      options: {
        of: { evidence: 'attestation' },
        called: 'attestation',
        needs: ['control', 'statement', 'owner', 'performed', 'expires', 'reference'],
        control: 'control',
        from: 'performed',
        until: 'expires',
      },
      whenAbsent: 'not-applicable',
      always: true,
    }),
  ].map((r) => [r.id, r] as const),
);
const RULESET: Ruleset = {
  packs: [
    pack([control('1', ['asked']), control('2', []), control('3', ['elsewhere'], { levels: ['r2'] })]),
    pack([control('1', ['elsewhere'])], 'soc2'),
  ],
  rules: RULES,
  topics: [],
  vocabulary: { labels: {}, registers: [] },
};
const POLICY: Policy = {
  kind: 'policy',
  name: 'Access',
  at: HERE,
  role: 'policy',
  fields: {},
  topics: [{ topic: 'mfa', degree: 'covered', at: HERE, sentence: 'Staff use MFA.', found: [], missing: [] }],
};

function run(overrides: Partial<Config> = {}, given: { policies?: Policy[]; records?: EvidenceRecord[]; waivers?: Waiver[] } = {}) {
  const own = config(overrides);
  const evidence = {
    records: given.records ?? [],
    policies: given.policies ?? [POLICY],
    training: emptyLedger(),
    registers: [],
    problems: [],
  };
  return assess(RULESET, own, { evidence, waivers: given.waivers ?? [], config: own, asOf: AS_OF, history: () => new Map() }, false);
}

const attestation = (fields: Record<string, string>): EvidenceRecord => ({
  kind: 'attestation',
  name: 'a',
  at: { path: 'attestations.yml', line: 3, column: 1 },
  fields: Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, { state: 'value' as const, value, text: value, at: HERE }]),
  ),
});
const WHOLE = { control: 'hipaa:2', statement: 's', owner: 'o', performed: '2026-01-01', expires: '2026-12-31', reference: 'r' };

describe('assess', () => {
  it('judges each rule once, and only those that something asks for', () => {
    expect(run().judgements.map((j) => j.rule)).toEqual(['asked', 'attestation-current']);
  });

  it('judges a blocker that no control in scope asks for, so that it can block', () => {
    const { gate } = run({ gate: [threshold({ blockers: ['elsewhere'] })] });
    expect(gate.violations.map((v) => v.threshold)).toEqual(['hipaa.blockers: elsewhere']);
  });

  it('leaves controls of other levels out of scope', () => {
    const frameworks = new Map([['hipaa', { categories: [], level: 'e1' }]]);
    expect(run({ frameworks }).frameworks[0]?.controls.map((c) => c.id)).toEqual(['1', '2']);
  });

  it('cites the line of the section for a covered topic', () => {
    expect(run().frameworks[0]?.controls[0]?.evidence).toEqual([{ kind: 'policy', path: 'policies/access.md', line: 3, rule: 'asked' }]);
  });

  it.each([
    ['a whole one', WHOLE, 'met'],
    ['one that has expired', { ...WHOLE, expires: '2026-11-20' }, 'manual'],
    ['one that lies ahead', { ...WHOLE, performed: '2026-11-22' }, 'manual'],
    ['one without an expiry', { ...WHOLE, expires: '' }, 'manual'],
    ['one without an owner', { ...WHOLE, owner: '' }, 'manual'],
    ['one of another control', { ...WHOLE, control: 'hipaa:1' }, 'manual'],
    ['one of a control that there is not', { ...WHOLE, control: 'hipaa:9' }, 'manual'],
    ['one that ends today', { ...WHOLE, expires: '2026-11-21' }, 'met'],
    ['one performed today', { ...WHOLE, performed: '2026-11-21' }, 'met'],
  ])('an attestation: %s', (_name, fields, outcome) => {
    const records = [attestation(Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')))];
    expect(run({}, { records }).frameworks[0]?.controls[1]?.outcome).toBe(outcome);
  });

  it('a waiver of a control raises accepted alone, and not once it has expired', () => {
    const waived = run({}, { policies: [], waivers: [waiver({ target: 'hipaa:1' })] }).frameworks[0]?.readiness;
    expect(waived).toMatchObject({ strict: 0, accepted: 50 });
    const lapsed = run({}, { policies: [], waivers: [waiver({ target: 'hipaa:1', expires: day('2026-11-20') })] }).frameworks[0]?.readiness;
    expect(lapsed).toMatchObject({ strict: 0, accepted: 0 });
  });

  it('a waiver of a control for one subject waives no control', () => {
    const waivers = [waiver({ target: 'hipaa:1', subject: 'policy:Access' })];
    expect(run({}, { policies: [], waivers }).frameworks[0]?.readiness).toMatchObject({ strict: 0, accepted: 0 });
  });

  it.each([
    ['2026-11-20', 0],
    ['2026-11-21', 1],
    ['2027-02-19', 1],
    ['2027-02-20', 0],
  ])('lists what lapses from today to day 90: %s, %i', (expires, lapses) => {
    expect(run({}, { records: [attestation({ ...WHOLE, expires })] }).lapses).toHaveLength(lapses);
  });
});
