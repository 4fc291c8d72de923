import { describe, expect, test } from 'vitest';
import type { Degree } from '../../src/model/evidence.ts';
import type { Waiver } from '../../src/model/report.ts';
import { AS_OF, at, covers, day, lines, policy, record, run } from './build.ts';

describe('policy-covers', () => {
  const o = { topic: 'sanctions' };
  test('points at the line that covers, asks a person about less, and says silence aloud', () => {
    expect(lines(run('policy-covers', o, { policies: [policy('a.md', {}, [covers('sanctions', 'a.md', 12)])] }))).toEqual([
      'pass a.md:12 topic:sanctions | "a" covers sanctions',
    ]);
    const partly = policy('a.md', {}, [covers('sanctions', 'a.md', 12, 'partly', ['who decides'])]);
    expect(run('policy-covers', o, { policies: [partly] }).map((r) => r.outcome)).toEqual(['review']);
    expect(run('policy-covers', o, { policies: [policy('a.md', {})] }).map((r) => r.reason)).toEqual(['silent']);
    expect(run('policy-covers', o, { whenAbsent: 'not-applicable' }).map((r) => r.outcome)).toEqual(['not-applicable']);
  });
  test('a draft proves nothing beside its own word, and does not stand in the way of another', () => {
    const only = { ...o, unless: { status: ['draft'] } };
    const draft = policy('a.md', { status: 'Draft' }, [covers('sanctions', 'a.md', 12)]);
    expect(lines(run('policy-covers', only, { policies: [draft] }))).toEqual([
      'review a.md:12 topic:sanctions | "a" covers sanctions, but its status is "Draft"',
    ]);
    const other = policy('b.md', { status: 'Approved' }, [covers('sanctions', 'b.md', 4)]);
    expect(run('policy-covers', only, { policies: [draft, other] }).map((r) => r.at?.path)).toEqual(['b.md']);
  });
  test('a document that governs nothing covers nothing', () => {
    const note = policy('note.md', {}, [covers('sanctions', 'note.md', 3)], 'other');
    expect(run('policy-covers', o, { policies: [note] }).map((r) => r.outcome)).toEqual(['fail']);
  });
});

describe('topic-implies-topic', () => {
  const o = { when: ['encryption-at-rest'], needs: 'key-management', called: 'key management', titles: ['encrypt'], share: 0.5 };
  const encrypted = policy('a.md', {}, [covers('encryption-at-rest', 'a.md', 5)]);
  test('encryption without key management fails where encryption is set out', () => {
    expect(lines(run('topic-implies-topic', o, { policies: [encrypted] }))).toEqual([
      'fail a.md:5 topic:key-management | "a" sets out encryption at rest, but no document covers key management',
    ]);
  });
  test('another document may answer, in full or in part', () => {
    const keys = (degree: Degree) => policy('k.md', {}, [covers('key-management', 'k.md', 7, degree)]);
    const touched = policy('k.md', {}, [covers('key-management', 'k.md', 7, 'partly', ['where keys are stored'])]);
    expect(run('topic-implies-topic', o, { policies: [encrypted, touched] }).map((r) => r.outcome)).toEqual(['fail']);
    expect(lines(run('topic-implies-topic', o, { policies: [encrypted, keys('covered')] }))).toEqual([
      'pass k.md:7 topic:key-management | "k" covers key management',
    ]);
    expect(run('topic-implies-topic', o, { policies: [encrypted, keys('partly')] }).map((r) => r.outcome)).toEqual(['review']);
    expect(run('topic-implies-topic', o, { policies: [encrypted, keys('mentioned')] }).map((r) => `${r.outcome} ${r.at?.path}`)).toEqual([
      'fail a.md',
    ]);
  });
  test('points at the document that sets out most of it', () => {
    const both = { ...o, when: ['encryption-at-rest', 'encryption-in-transit'] };
    const main = policy('e.md', {}, [covers('encryption-in-transit', 'e.md', 9), covers('encryption-at-rest', 'e.md', 4)]);
    expect(run('topic-implies-topic', both, { policies: [encrypted, main] }).map((r) => r.at?.path)).toEqual(['e.md']);
    const named = policy('encryption.md', {}, [covers('encryption-at-rest', 'encryption.md', 4)]);
    expect(run('topic-implies-topic', both, { policies: [encrypted, main, named] }).map((r) => r.at?.path)).toEqual(['encryption.md']);
  });
  test('nothing is asked where nothing calls for it', () => {
    expect(run('topic-implies-topic', o, { policies: [policy('a.md', {})] }).map((r) => r.outcome)).toEqual(['not-applicable']);
    expect(run('topic-implies-topic', o, {}).map((r) => r.outcome)).toEqual(['fail']);
  });
});

test('record-exists names each file once', () => {
  const records = [record('asset', 'db', 2, {}), record('asset', 'web', 3, {})];
  const o = { of: { evidence: 'asset' }, called: 'asset inventory' };
  expect(lines(run('record-exists', o, { records }))).toEqual([
    'pass register.csv:2 asset:db | asset inventory: 2 in register.csv, first db',
  ]);
  expect(lines(run('record-exists', o, { whenAbsent: 'unknown' }))).toEqual(['unknown - asset:none | no asset inventory was found']);
});

describe('in-force', () => {
  const o = {
    of: { evidence: 'attestation' },
    called: 'attestation',
    needs: ['control', 'owner', 'performed', 'expires'],
    control: 'control',
    from: 'performed',
    until: 'expires',
  };
  const full = { control: 'hipaa:164.314(a)(2)(ii)', owner: 'CISO', performed: '2026-01-05', expires: '2027-01-05' };
  const judge = (texts: Record<string, string>) => run('in-force', o, { records: [record('attestation', 'a1', 2, texts)] })[0];
  test('complete and current', () => {
    expect(judge(full)).toMatchObject({ outcome: 'pass', lapses: '2027-01-05' });
    expect(judge({ ...full, expires: '2026-11-21' })).toMatchObject({ outcome: 'pass' });
    expect(judge({ ...full, expires: '2026-11-20' })).toMatchObject({ outcome: 'fail', reason: 'expired' });
    expect(judge({ ...full, performed: '2026-11-21' })).toMatchObject({ outcome: 'pass' });
    expect(judge({ ...full, control: 'hipaa:NOPE' })).toMatchObject({ outcome: 'fail', reason: 'unknown-control' });
    expect(judge({ ...full, performed: '2026-11-22' })).toMatchObject({ outcome: 'fail', reason: 'ahead' });
    expect(judge({ ...full, owner: '[name]' })).toMatchObject({
      outcome: 'fail',
      reason: 'incomplete',
      message: 'attestation "a1" does not state: owner',
    });
    expect(judge({ ...full, expires: '?5/5' })).toMatchObject({ outcome: 'unknown' });
  });
});

describe('waiver-current', () => {
  const waiver = {
    target: 'policy-owned',
    subject: null,
    reason: 'moving',
    owner: 'CISO',
    approver: 'CEO',
    created: day('2026-01-05'),
    expires: AS_OF,
    at: at(4, 'waivers.yml'),
  };
  const judge = (change: Partial<typeof waiver> | { created: null }) =>
    run('waiver-current', {}, { waivers: [{ ...waiver, ...change }] })[0];
  test('current', () => {
    expect(judge({})).toMatchObject({ outcome: 'pass', lapses: AS_OF, subject: 'waiver:policy-owned' });
    expect(judge({ expires: day('2026-11-20') })).toMatchObject({ outcome: 'fail', reason: 'expired' });
    expect(judge({ created: day('2026-12-01') })).toMatchObject({ outcome: 'review' });
    expect(run('waiver-current', {}, { whenAbsent: 'not-applicable' }).map((r) => r.outcome)).toEqual(['not-applicable']);
  });
  test.each([
    [{ target: 'agrement-executed' }, 'fail', 'unknown-target'],
    [{ target: 'hipaa:NOPE' }, 'fail', 'unknown-target'],
    [{ target: 'hipaa:164.314(a)(2)(ii)' }, 'pass', 'current'],
    [{ target: 'hipaa:164.314(a)(2)(ii)', subject: 'agreement:Acme' }, 'review', 'idle'],
    [{ subject: 'Acme' }, 'review', 'idle'],
    [{ subject: 'agreement:Other' }, 'review', 'idle'],
    [{ subject: 'Agreement:ACME' }, 'pass', 'current'],
    [{ subject: 'agreement:none' }, 'pass', 'current'],
    [{ subject: 'topic:sanctions' }, 'pass', 'current'],
    [{ subject: 'person:E-1:HIPAA' }, 'pass', 'current'],
    [{ subject: 'person:E-2:HIPAA' }, 'review', 'idle'],
    [{ subject: 'document:a.md' }, 'pass', 'current'],
    [{ subject: 'document:b.md' }, 'review', 'idle'],
  ] as [Partial<Waiver>, string, string][])('%j: %s %s', (change, outcome, reason) => {
    const records = [record('agreement', 'Acme', 2, {}), record('person', 'E-1', 3, {})];
    const given = { waivers: [{ ...waiver, ...change }], records, policies: [policy('a.md', {})] };
    expect(run('waiver-current', {}, given)[0]).toMatchObject({ outcome, reason });
  });
});

test('reading-problems says each with the weight that the rule gives it', () => {
  const codes = [
    'not-scanned',
    'broken-file',
    'ragged-row',
    'missing-column',
    'ambiguous-date',
    'impossible-date',
    'far-future-date',
    'duplicate-record',
    'unknown-value',
    'personal-data',
    'setting-unused',
    'link-not-followed',
  ];
  const outcomes = { ...Object.fromEntries(codes.map((c) => [c, 'fail'])), 'ambiguous-date': 'unknown' };
  const problems = [
    { code: 'broken-file', message: 'a comma is missing', at: at(3, 'a.yml') },
    { code: 'ambiguous-date', message: '03/04/2026 may be March or April', at: at(9) },
  ] as const;
  expect(lines(run('reading-problems', { outcomes }, { problems }))).toEqual([
    'fail a.yml:3 file:a.yml:3 | a comma is missing',
    'unknown register.csv:9 file:register.csv:9 | 03/04/2026 may be March or April',
  ]);
  expect(run('reading-problems', { outcomes }, { policies: [policy('a.md', {})] }).map((r) => r.outcome)).toEqual(['pass']);
  expect(run('reading-problems', { outcomes }, {}).map((r) => r.outcome)).toEqual(['not-applicable']);
});
