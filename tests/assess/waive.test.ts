import { describe, expect, it } from 'vitest';
import { findingsOf } from '../../src/assess/findings.ts';
import { waiverFor } from '../../src/assess/waive.ts';
import { AS_OF, day, result, rule, waiver } from './build.ts';

const found = (w: ReturnType<typeof waiver>, subject = 'policy:Access') => waiverFor('r', subject, [w], AS_OF);

describe('waiverFor', () => {
  it('holds for its rule while it is current, both ends included', () => {
    expect(found(waiver())).not.toBeNull();
    expect(found(waiver({ expires: AS_OF }))).not.toBeNull();
    expect(found(waiver({ created: AS_OF }))).not.toBeNull();
  });

  it('expired-waiver-gives-no-credit', () => {
    expect(found(waiver({ expires: day('2026-11-20') }))).toBeNull();
  });

  it('gives nothing before it was created', () => {
    expect(found(waiver({ created: day('2026-11-22') }))).toBeNull();
  });

  it('leaves other rules and other subjects alone', () => {
    expect(found(waiver({ target: 'other' }))).toBeNull();
    expect(found(waiver({ subject: 'policy:Sanctions' }))).toBeNull();
    expect(found(waiver({ subject: 'POLICY:access' }))).not.toBeNull();
  });
});

describe('waivers and equal results', () => {
  const subjects = ['a', 'b', 'c', 'd', 'e'].map((name) => `agreement:${name}`);
  const judged = [
    { rule: 'r', outcome: 'fail' as const, results: subjects.map((subject) => result('fail', { subject, reason: 'unsigned' })) },
  ];
  const find = (waivers: ReturnType<typeof waiver>[]) =>
    findingsOf(judged, new Map([['r', rule('r')]]), new Map(), (id, subject) => waiverFor(id, subject, waivers, AS_OF));

  it('keeps a waiver of each subject where all of them share a defect', () => {
    const each = subjects.map((subject, line) => waiver({ subject, at: { path: 'waivers.yml', line: line + 1, column: 1 } }));
    expect(find(each).map((f) => [f.subject, f.waiver !== null])).toEqual(subjects.map((subject) => [subject, true]));
  });

  it('does not let a waiver of one subject cover the others', () => {
    const findings = find([waiver({ subject: 'agreement:a' })]);
    expect(findings.map((f) => [f.count, f.waiver !== null])).toEqual([
      [1, true],
      [4, false],
    ]);
  });

  it('says together what one waiver of the whole rule covers', () => {
    expect(find([waiver()]).map((f) => [f.count, f.waiver !== null])).toEqual([[5, true]]);
  });
});
