import { describe, expect, it } from 'vitest';
import { logLines, outputsOf, verdictLines } from '../../src/github/outputs.ts';
import { control, finding, framework, report, waiver } from '../report/build.ts';

const figures = (strict: number | null) => ({ readiness: { ...framework('x', []).readiness, strict, accepted: strict } });

describe('outputsOf', () => {
  it('are numbers and yes or no, cut and never rounded up', () => {
    const frameworks = [
      framework('hipaa', [], figures(89.99999)),
      framework('soc2', [], figures(null)),
      framework('hitrust', [], figures(0.29)),
    ];
    const findings = [finding(), finding({ severity: 'warning' }), finding({ severity: 'notice' }), finding({ waiver: waiver() })];
    expect(outputsOf(report({ frameworks, findings }), '/tmp/x.json')).toEqual({
      passed: 'true',
      'readiness-hipaa': '89.99',
      'readiness-soc2': '',
      'readiness-hitrust': '0.29',
      findings: '3',
      errors: '1',
      warnings: '1',
      notices: '1',
      report: '/tmp/x.json',
    });
  });
});

describe('logLines', () => {
  it('say the result in a few lines', () => {
    const frameworks = [framework('hipaa', [control('a', 'met'), control('b', 'waived'), control('c', 'not-met')])];
    expect(logLines(report({ frameworks, findings: [finding(), finding({ waiver: waiver() })] }), '/tmp/x.json')).toEqual([
      'Cleanbill 0.1.0 as of 2026-11-21',
      'Read: 40 files, 0 policies and procedures, 1 register (records: vendor 12); not scanned: 0 files.',
      'HIPAA: strict 33.3 %, accepted 66.6 % (1 met, 1 waived, 1 not met)',
      'Findings: 1 error, 0 warnings, 0 notices, 1 waived',
      'Report: /tmp/x.json',
    ]);
  });
});

describe('verdictLines', () => {
  it('list every broken line of the gate, up to twenty', () => {
    const violations = [...Array(22)].map((_, i) => ({ threshold: `t${i}`, actual: 0, message: `line ${i}` }));
    expect(verdictLines(report())).toEqual([]);
    expect(verdictLines(report({ gate: { passed: false, bars: 1, violations: violations.slice(0, 1) } }))).toEqual([
      'The gate fails:',
      'line 0',
    ]);
    expect(verdictLines(report({ gate: { passed: false, bars: 1, violations } })).slice(-2)).toEqual([
      'line 19',
      'and 2 more lines of the gate',
    ]);
  });
});
