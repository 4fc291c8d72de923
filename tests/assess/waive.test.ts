import { describe, expect, it } from 'vitest';
import { waive } from '../../src/assess/waive.ts';
import { AS_OF, day, finding, waiver } from './build.ts';

const mark = (w: ReturnType<typeof waiver>, f = finding()) => waive([f], [w], AS_OF)[0]?.waiver ?? null;

describe('waive', () => {
  it('marks a finding of the rule while the waiver holds, both ends included', () => {
    expect(mark(waiver())).not.toBeNull();
    expect(mark(waiver({ expires: AS_OF }))).not.toBeNull();
    expect(mark(waiver({ created: AS_OF }))).not.toBeNull();
  });

  it('expired-waiver-gives-no-credit', () => {
    expect(mark(waiver({ expires: day('2026-11-20') }))).toBeNull();
  });

  it('gives nothing before it was created', () => {
    expect(mark(waiver({ created: day('2026-11-22') }))).toBeNull();
  });

  it('leaves other rules and other subjects alone', () => {
    expect(mark(waiver({ target: 'other' }))).toBeNull();
    expect(mark(waiver({ subject: 'policy:Sanctions' }))).toBeNull();
    expect(mark(waiver({ subject: 'POLICY:access' }))).not.toBeNull();
  });

  it('does not let a waiver of one subject cover a finding that counts many', () => {
    expect(mark(waiver({ subject: 'policy:Access' }), finding({ subject: 'policy:*', count: 9 }))).toBeNull();
  });

  it('keeps every finding', () => {
    expect(waive([finding(), finding({ rule: 'b' })], [waiver()], AS_OF)).toHaveLength(2);
  });
});
