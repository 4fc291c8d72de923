import { describe, expect, it } from 'vitest';
import { findExplained, renderExplanation } from '../../src/report/explain.ts';
import { control, judgement, pack, rule } from '../assess/build.ts';
import { report } from './build.ts';

const PACK = pack([control('1', ['a'], { specification: 'addressable' }), control('2', [])]);
const RULES = {
  packs: [PACK, pack([control('2', [])], 'soc2')],
  rules: new Map([['a', rule('a')]]),
  topics: [],
  vocabulary: { labels: {}, registers: [] },
};
const explain = (query: string) => {
  const [subject] = findExplained(query, RULES);
  if (!subject) throw new Error(`nothing is called ${query}`);
  return renderExplanation(subject, report(), [judgement('a', 'fail', 'pass')], RULES);
};

describe('explain', () => {
  it('finds a rule, a control, and both frameworks that share an id', () => {
    expect(findExplained('a', RULES)).toHaveLength(1);
    expect(findExplained('hipaa:2', RULES)).toHaveLength(1);
    expect(findExplained('2', RULES)).toHaveLength(2);
    expect(findExplained('A', RULES)).toEqual([]);
  });

  it('shows every result of a rule with its line, and the remedy where it does not pass', () => {
    const text = explain('a');
    expect(text).toContain('basis: requirement (45 CFR 164.308)');
    expect(text).toMatch(/fail +policies\/access\.md:3 +it is fail/);
    expect(text).toMatch(/pass +policies\/access\.md:3 +it is pass/);
    expect(text).toContain('remedy: mend a');
  });

  it('says that addressable is not optional, and what covers a manual control', () => {
    expect(explain('1')).toContain('addressable is not optional');
    expect(explain('hipaa:2')).toContain('a current attestation (control, statement, owner, performed, expires, reference) covers it');
  });
});
