import { describe, expect, it } from 'vitest';
import { mergeAbsences } from '../../src/assess/absences.ts';
import { findingsOf } from '../../src/assess/findings.ts';
import type { CheckResult, Finding, Judgement } from '../../src/model/report.ts';
import { finding, HERE, result, rule, waiver } from './build.ts';

const RULES = new Map([
  ['r', rule('r')],
  ['w', rule('w', { severity: 'warning' })],
]);
const said = (results: readonly CheckResult[], id = 'r'): Judgement => ({ rule: id, outcome: 'fail', results });
const at = (line: number) => ({ ...HERE, line });

describe('findingsOf', () => {
  it('lists every control that one fact touches', () => {
    const [found] = findingsOf([said([result('fail')])], RULES, new Map([['r', ['hipaa:1', 'soc2:CC1.1']]]));
    expect(found?.controls).toEqual(['hipaa:1', 'soc2:CC1.1']);
  });

  it('takes neither passes nor what does not apply for findings', () => {
    expect(findingsOf([said([result('pass'), result('not-applicable')])], RULES, new Map())).toEqual([]);
  });

  it('softens what could not be told and keeps a look-over a notice', () => {
    const found = findingsOf([said([result('unknown', { subject: 'a:1' }), result('review', { subject: 'a:2' })])], RULES, new Map());
    expect(found.map((f) => f.severity)).toEqual(['warning', 'notice']);
  });

  it('says once, with a count, what is wrong with most of a set', () => {
    const results = Array.from({ length: 10 }, (_, i) =>
      result('fail', { subject: `policy:${i}`, reason: 'no-version', at: at(i + 1), message: `policy ${i} has no version` }),
    );
    const [found, ...rest] = findingsOf([said(results)], RULES, new Map());
    expect(rest).toEqual([]);
    expect(found).toMatchObject({ count: 10, subject: 'policy:*', message: '10 of 10: policy 0 has no version' });
    expect(found?.also.map((l) => l.line)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('names each subject where only a few of many are wrong', () => {
    const results = Array.from({ length: 10 }, (_, i) => result(i < 3 ? 'fail' : 'pass', { subject: `policy:${i}`, reason: 'no-version' }));
    expect(findingsOf([said(results)], RULES, new Map()).map((f) => f.subject)).toEqual(['policy:0', 'policy:1', 'policy:2']);
  });

  it('keeps a fingerprint when lines move, and tells subjects and rules apart', () => {
    const print = (r: Partial<CheckResult>, id = 'r') => findingsOf([said([result('fail', r)], id)], RULES, new Map())[0]?.fingerprint;
    expect(print({ at: at(1) })).toBe(print({ at: at(99), message: 'other words' }));
    expect(print({ subject: 'policy:A' })).not.toBe(print({ subject: 'policy:B' }));
    expect(print({})).not.toBe(print({}, 'w'));
  });
});

describe('mergeAbsences', () => {
  const missing = (overrides: Partial<Finding>) => finding({ at: null, subject: 'agreement:none', ...overrides });

  it('says once that something is missing altogether, under the gravest rule, with every rule and control', () => {
    const merged = mergeAbsences([
      missing({ rule: 'a', rules: ['a'], severity: 'warning', controls: ['hipaa:1'] }),
      missing({ rule: 'b', rules: ['b'], severity: 'error', controls: ['hipaa:1', 'soc2:2'] }),
    ]);
    expect(merged).toHaveLength(1);
    expect(merged[0]).toMatchObject({ rule: 'b', rules: ['b', 'a'], severity: 'error', message: 'm; 2 rules look for it' });
    expect(merged[0]?.controls.toSorted()).toEqual(['hipaa:1', 'soc2:2']);
  });

  it('leaves apart what has a place, another subject or a waiver', () => {
    const list = [
      missing({ rule: 'a' }),
      missing({ rule: 'b', waiver: waiver() }),
      missing({ subject: 'topic:mfa' }),
      finding({ subject: 'agreement:none' }),
    ];
    expect(mergeAbsences(list)).toEqual(list);
  });
});

describe('habits of a set of documents', () => {
  const some = (kind: string, wrong: number) =>
    Array.from({ length: 30 }, (_, i) => result(i < wrong ? 'fail' : 'pass', { subject: `${kind}:${i}`, reason: 'no-version' }));

  it('says once what eight documents lack, though most have it; records keep a line each', () => {
    expect(findingsOf([said(some('document', 8))], RULES, new Map())).toHaveLength(1);
    expect(findingsOf([said(some('document', 7))], RULES, new Map())).toHaveLength(7);
    expect(findingsOf([said(some('vendor', 8))], RULES, new Map())).toHaveLength(8);
  });
});
