import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import { SetupError } from '../../src/schema.ts';
import { pack, rule } from '../assess/build.ts';

const RULESET = {
  packs: [pack([]), pack([], 'soc2'), pack([], 'hitrust')],
  rules: new Map([['agreement-executed', rule('agreement-executed')]]),
};
const read = (text: string | null) => readConfig(text, 'cleanbill.yml', RULESET);

function problemsOf(text: string): string[] {
  try {
    read(text);
  } catch (error) {
    if (error instanceof SetupError) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('cleanbill.yml', () => {
  it('has a default for every key', () => {
    const config = read(null);
    expect([...config.frameworks]).toEqual([
      ['hipaa', { categories: [], level: null }],
      ['soc2', { categories: ['security'], level: null }],
      ['hitrust', { categories: [], level: 'e1' }],
    ]);
    expect(config).toMatchObject({ role: null, gate: [], allowEmpty: false, dates: null, waivers: null, asOf: null });
    expect(read('').frameworks.size).toBe(3);
  });

  it('reads the example of the design', () => {
    const config = read(`
role: business-associate
frameworks:
  hipaa: {}
  soc2: { type: 2, categories: [security, availability], period: { from: 2025-10-01, to: 2026-09-30 } }
  hitrust: { level: i1, assessment: 2027-02-15 }
evidence:
  policies: [compliance/policies/**/*.md]
  agreements: compliance/registers/baa-register.yml
  training: { files: [people/lms/*.csv], columns: { person: Learner, module: Course Title, completed: Done On } }
dates: us
training: { modules: { all: [HIPAA Privacy and Security] }, grace-days: 30 }
gate: { hipaa: { strict: 90, blockers: [agreement-executed] }, soc2: { accepted: 80 } }
waivers: compliance/waivers.yml
`);
    expect(config.sources.get('training-record')).toEqual({
      files: ['people/lms/*.csv'],
      columns: { person: 'Learner', module: 'Course Title', completed: 'Done On' },
    });
    expect(config.gate.map(({ at, ...t }) => ({ ...t, line: at.line }))).toEqual([
      { framework: 'hipaa', strict: 90, accepted: null, blockers: ['agreement-executed'], line: 13 },
      { framework: 'soc2', strict: null, accepted: 80, blockers: [], line: 13 },
    ]);
  });

  it.each([
    ['unknown-key-rejected', 'rolle: covered-entity', 'cleanbill.yml:1: unknown key "rolle"; remove it or correct its spelling'],
    [
      'unknown key inside',
      'gate:\n  hipaa: { strikt: 90 }',
      'cleanbill.yml:2: unknown key "strikt" in gate.hipaa; remove it or correct its spelling',
    ],
    ['unknown framework', 'frameworks:\n  hippa: {}', 'cleanbill.yml:2: unknown framework "hippa"; known are hipaa, soc2, hitrust'],
    [
      'unknown framework in the gate',
      'gate:\n  pci: { strict: 1 }',
      'cleanbill.yml:2: unknown framework "pci" in gate; known are hipaa, soc2, hitrust',
    ],
    [
      'unknown rule',
      'gate:\n  hipaa:\n    blockers: [agreement-signed]',
      'cleanbill.yml:3: unknown rule "agreement-signed"; "cleanbill rules" lists them',
    ],
    ['a figure that is no percentage', 'gate: { hipaa: { strict: 101 } }', /cleanbill.yml:1: gate.hipaa.strict: .*100/],
    ['a date that does not exist', 'as-of: 2026-02-30', 'cleanbill.yml:1: as-of: expected a date such as 2026-11-21'],
    [
      'no framework at all',
      'frameworks: {}',
      'cleanbill.yml:1: frameworks: name at least one of hipaa, soc2, hitrust, or leave the key out',
    ],
    [
      'a bar for a framework that is not judged',
      'frameworks: { hipaa: {} }\ngate: { soc2: { strict: 1 } }',
      /cleanbill.yml:2: gate.soc2: soc2 is not among the frameworks/,
    ],
    ['broken YAML', 'role: [a\nx', /cleanbill.yml:\d+: /],
    ['a duplicate key', 'role: covered-entity\nrole: business-associate', /cleanbill.yml:2: .*unique/],
    ['a prototype key', '__proto__: {}', /cleanbill.yml:1: the key "__proto__" is not allowed/],
    ['thresholds that are none', 'gate: { hipaa: true }', 'cleanbill.yml:1: gate.hipaa: expected thresholds such as { strict: 90 }'],
  ])('%s', (_name, text, expected) => {
    const problems = problemsOf(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(expected);
  });

  it('says what this version does not do with a setting, instead of taking it in silence', () => {
    const { notes, frameworks } = read('frameworks:\n  soc2: { type: 2, categories: [privacy] }\n  hitrust:\n    level: r2\n');
    expect(frameworks.get('hitrust')?.level).toBe('e1');
    expect(notes.map((n) => `${n.at.line}: ${n.message}`)).toEqual([
      '2: soc2: a period is not judged yet; records are judged as of one date',
      '2: soc2: no criteria of the category privacy ship yet; it is in no figure',
      '4: hitrust: level r2 does not ship yet; judged by the e1 references',
    ]);
  });

  it('names every problem at once', () => {
    expect(problemsOf('rolle: a\ndates: eu\n')).toHaveLength(2);
  });
});
