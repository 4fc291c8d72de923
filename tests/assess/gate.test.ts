import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gateOf } from '../../src/assess/gate.ts';
import { readinessOf, summarize } from '../../src/assess/readiness.ts';
import type { FrameworkReadiness } from '../../src/model/report.ts';
import { config, finding, pack, threshold, waiver } from './build.ts';

function framework(strict: number | null, accepted = strict): FrameworkReadiness {
  const empty = readinessOf(pack([]), [], null, { judgements: new Map(), findings: [], controlWaivers: new Map(), attested: new Map() });
  return { ...empty, readiness: { ...summarize([]), strict, accepted } };
}

const gated = (bar: Parameters<typeof threshold>[0]) => config({ gate: [threshold(bar)] });

describe('the gate', () => {
  it('passes without thresholds when there is evidence', () => {
    expect(gateOf(config(), [framework(0)], [], false)).toEqual({ passed: true, bars: 0, violations: [] });
  });

  it('compares unrounded', () => {
    expect(gateOf(gated({ strict: 90 }), [framework(89.99999)], [], false).violations[0]?.message).toBe(
      'hipaa.strict >= 90: it is 89.9999',
    );
  });

  it('threshold-zero-honoured: 0 is a value, and no figure breaks it', () => {
    expect(gateOf(gated({ strict: 0 }), [framework(0)], [], false).passed).toBe(true);
    expect(gateOf(gated({ strict: 0 }), [framework(null)], [], false).passed).toBe(false);
    expect(gateOf(gated({ strict: 0 }), [], [], false).passed).toBe(false);
  });

  it('lists every violation', () => {
    const bar = gated({ strict: 90, accepted: 95, blockers: ['agreement-executed'] });
    const open = finding({ rule: 'agreement-executed', count: 2 });
    expect(gateOf(bar, [framework(50, 60)], [open], false).violations.map((v) => v.threshold)).toEqual([
      'hipaa.strict >= 90',
      'hipaa.accepted >= 95',
      'hipaa.blockers: agreement-executed',
    ]);
  });

  it('does not block on a waived finding or on a look-over, but on what could not be told', () => {
    const bar = gated({ blockers: ['r'] });
    expect(gateOf(bar, [framework(1)], [finding({ waiver: waiver() })], false).passed).toBe(true);
    expect(gateOf(bar, [framework(1)], [finding({ outcome: 'review' })], false).passed).toBe(true);
    expect(gateOf(bar, [framework(1)], [finding({ outcome: 'unknown' })], false).passed).toBe(false);
  });

  it('fails a repository without evidence unless that is allowed', () => {
    expect(gateOf(config(), [framework(null)], [], true).passed).toBe(false);
    expect(gateOf(config({ allowEmpty: true }), [framework(null)], [], true).passed).toBe(true);
  });

  it('passes exactly when every figure reaches its bar', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true }), (figure, bar) => {
        expect(gateOf(gated({ strict: bar }), [framework(figure)], [], false).passed).toBe(figure >= bar);
      }),
    );
  });
});

describe('files that could not be read', () => {
  const unread = finding({ rule: 'record-readable', reason: 'broken-file', count: 2 });

  it('fail a gate that has a bar, since what it asks about might stand there', () => {
    const verdict = gateOf(gated({ strict: 0 }), [framework(50)], [unread], false);
    expect(verdict.violations.map((v) => v.threshold)).toEqual(['files not read = 0']);
  });

  it('do not fail a gate without a bar, nor when they are waived', () => {
    expect(gateOf(config(), [framework(50)], [unread], false).passed).toBe(true);
    expect(gateOf(gated({ strict: 0 }), [framework(50)], [{ ...unread, waiver: waiver() }], false).passed).toBe(true);
  });
});
