import { describe, expect, test } from 'vitest';
import { lines, policy, record, run } from './build.ts';

const owned = {
  of: { evidence: 'risk', unless: { status: ['closed'] } },
  called: 'risk register',
  needs: [{ what: 'an owner', anyOf: ['owner'] }],
};
const approved = {
  of: { evidence: 'policy' },
  called: 'written policy',
  needs: [{ what: 'its approval', anyOf: ['approver', 'approved'] }],
};

describe('field-present', () => {
  test('points at the field that states it, and at the record that does not', () => {
    const records = [record('risk', 'R-1', 2, { owner: 'Security Officer' }), record('risk', 'R-2', 3, { status: 'open' })];
    expect(lines(run('field-present', owned, { records }))).toEqual([
      'pass register.csv:2 risk:R-1 | R-1 states an owner',
      'fail register.csv:3 risk:R-2 | R-2 does not state an owner',
    ]);
  });

  test('a placeholder is absent and is quoted; a blank cell is only absent', () => {
    const records = [record('risk', 'R-1', 2, { owner: '[name]' }), record('risk', 'R-2', 3, { owner: '' })];
    expect(lines(run('field-present', owned, { records }))).toEqual([
      'fail register.csv:2 risk:R-1 | R-1 has the placeholder "[name]" in place of an owner',
      'fail register.csv:3 risk:R-2 | R-2 does not state an owner',
    ]);
  });

  test('what cannot be read is unknown, never a pass', () => {
    const records = [record('risk', 'R-1', 2, { owner: '?%%' })];
    expect(lines(run('field-present', owned, { records }))).toEqual([
      'unknown register.csv:2 risk:R-1 | R-1 states an owner as "%%": it cannot be read',
    ]);
  });

  test('a date beside an approver still to be named is left to a person', () => {
    const policies = [policy('a.md', { approver: '[CEO/Management]', approved: '2026-01-05' })];
    expect(run('field-present', approved, { policies }).map((r) => r.outcome)).toEqual(['review']);
  });

  test('a hint without the answer is left to a person', () => {
    const needs = [{ what: 'who approved it', anyOf: ['approver'], hints: ['approved'] }];
    const records = [record('risk-assessment', 'RA', 2, { approved: '2026-01-05' })];
    expect(lines(run('field-present', { of: { evidence: 'risk-assessment' }, called: 'risk assessment', needs }, { records }))).toEqual([
      'review register.csv:2 risk-assessment:RA | RA states approved, but not who approved it',
    ]);
  });

  test('several needs give one result that names all that is open', () => {
    const needs = [
      { what: 'an owner', anyOf: ['owner'] },
      { what: 'a due date', anyOf: ['due'], unless: { status: ['accepted'] } },
    ];
    const records = [record('risk', 'R-1', 2, { status: 'open' }), record('risk', 'R-2', 3, { owner: 'CTO', status: 'accepted' })];
    expect(lines(run('field-present', { ...owned, needs }, { records }))).toEqual([
      'fail register.csv:2 risk:R-1 | R-1 does not state an owner, and does not state a due date',
      'pass register.csv:3 risk:R-2 | R-2 states an owner',
    ]);
  });

  test('of the documents only policies and procedures are held to it, and a statement about the set counts', () => {
    const inherited = { approver: { state: 'value', value: 'CEO', text: 'CEO', at: { path: 'README.md', line: 4, column: 1 } } } as const;
    const policies = [policy('note.md', {}, [], 'other'), { ...policy('a.md', {}), inherited }];
    expect(lines(run('field-present', approved, { policies }))).toEqual(['pass README.md:4 document:a.md | "a" states its approval']);
  });

  test('no records is what the rule says; no record in scope is not applicable', () => {
    expect(lines(run('field-present', owned, { whenAbsent: 'unknown' }))).toEqual(['unknown - risk:none | no risk register was found']);
    expect(run('field-present', owned, { records: [record('risk', 'R-1', 2, { status: 'closed' })] }).map((r) => r.outcome)).toEqual([
      'not-applicable',
    ]);
  });

  test('latestBy leaves history alone', () => {
    const of = { evidence: 'risk-assessment', latestBy: 'completed' };
    const records = [
      record('risk-assessment', 'RA-2025', 2, { completed: '2025-09-01' }),
      record('risk-assessment', 'RA-2026', 3, { completed: '2026-09-01', scope: 'all ePHI' }),
      record('risk-assessment', 'RA-2027', 4, { completed: '2027-09-01' }),
    ];
    const results = run('field-present', { of, called: 'risk assessment', needs: [{ what: 'its scope', anyOf: ['scope'] }] }, { records });
    expect(results.map((r) => `${r.outcome} ${r.subject}`)).toEqual(['pass risk-assessment:RA-2026']);
  });
});
