import { describe, expect, it } from 'vitest';
import { gateOf } from '../../src/assess/gate.ts';
import type { Config } from '../../src/model/config.ts';
import { gateLine, remedyOf } from '../../src/report/gate-line.ts';
import { control, finding, framework, report } from './build.ts';

describe('gateLine', () => {
  it('reads back every kind of line that the gate writes', () => {
    const at = { path: 'cleanbill.yml', line: 1, column: 1 };
    const gate = [{ framework: 'hipaa', strict: 90, accepted: 99.5, blockers: ['agreement-executed'], at }];
    const { violations } = gateOf({ gate, allowEmpty: false } as unknown as Config, report().frameworks, [finding()], true);
    expect(violations.map(gateLine)).toEqual([
      { kind: 'other' },
      { kind: 'figure', framework: 'hipaa', figure: 'strict', wanted: 90 },
      { kind: 'figure', framework: 'hipaa', figure: 'accepted', wanted: 99.5 },
      { kind: 'blocker', framework: 'hipaa', rule: 'agreement-executed' },
    ]);
  });
});

describe('remedyOf', () => {
  const controls = [...Array(7)].map((_, i) => control(`c${i}`, i < 4 ? 'met' : i === 4 ? 'waived' : 'not-met'));
  const seven = report({ frameworks: [framework('hipaa', controls)] });
  const line = (threshold: string) => ({ threshold, actual: 0, message: threshold });

  it.each([
    ['hipaa.strict >= 90', 'It passes with 3 more controls met: 7 of 7; now 4.'],
    ['hipaa.strict >= 71', 'It passes with 1 more control met: 5 of 7; now 4.'],
    ['hipaa.accepted >= 72', 'It passes with 1 more control met or waived: 6 of 7; now 5.'],
    ['hipaa.blockers: agreement-executed', 'It passes when no finding of agreement-executed is open.'],
    ['soc2.strict >= 90', null],
    ['evidence > 0', null],
  ])('%s: %s', (threshold, words) => {
    expect(remedyOf(line(threshold), seven)).toBe(words);
  });

  it('counts the controls as the gate compares, unrounded', () => {
    // 9 of 10 is exactly 90: one more than 8 is enough.
    const ten = report({
      frameworks: [
        framework(
          'hipaa',
          [...Array(10)].map((_, i) => control(`c${i}`, i < 8 ? 'met' : 'not-met')),
        ),
      ],
    });
    expect(remedyOf(line('hipaa.strict >= 90'), ten)).toContain('1 more control met: 9 of 10');
    expect(remedyOf(line('hipaa.strict >= 90.01'), ten)).toContain('2 more controls met: 10 of 10');
  });

  it('promises nothing where there is no applicable control', () => {
    expect(remedyOf(line('hipaa.strict >= 90'), report({ frameworks: [framework('hipaa', [control('c', 'not-applicable')])] }))).toBeNull();
  });
});
