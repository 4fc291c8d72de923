import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/report.ts';
import { annotationsOf, RUNNER_LIMITS, setupAnnotations } from '../../src/report/annotations.ts';
import { control, finding, framework, report, waiver } from './build.ts';

const many = (n: number, over: Partial<Finding>): Finding[] =>
  [...Array(n)].map((_, i) => finding({ ...over, message: `${over.severity} ${i}` }));
const budget = { error: 10, warning: 10, notice: 10 };

describe('annotationsOf', () => {
  it('says what, what to do and who asks, on the line', () => {
    expect(annotationsOf(report({ findings: [finding()] }), null)).toEqual([
      {
        level: 'error',
        title: 'agreement-executed',
        message:
          'The agreement with Mailer is not signed\nWhat to do: Have both parties sign it and record the date.\nAsked for by hipaa:164.308(b)(3)',
        file: 'registers/baa.yml',
        line: 12,
      },
    ]);
  });

  it('puts first what the gate fails for, then severity, then what the pull request touches', () => {
    const findings = [
      finding({ rule: 'notice', severity: 'notice', controls: [] }),
      finding({ rule: 'warning', severity: 'warning', controls: [] }),
      finding({ rule: 'error', controls: [] }),
      finding({ rule: 'error-touched', controls: [], at: { path: 'touched.md', line: 1, column: 1 } }),
      finding({ rule: 'lacking', severity: 'warning', controls: ['hipaa:b'] }),
      finding({ rule: 'other-framework', severity: 'warning', controls: ['soc2:CC1.1'] }),
      finding({ rule: 'blocker', severity: 'warning', controls: [] }),
    ];
    const violations = ['hipaa.strict >= 90', 'soc2.blockers: blocker'].map((threshold) => ({ threshold, actual: 0, message: threshold }));
    const frameworks = [
      framework('hipaa', [control('a', 'met'), control('b', 'partial')]),
      framework('soc2', [control('CC1.1', 'not-met')]),
    ];
    const annotations = annotationsOf(
      report({ findings, frameworks, gate: { passed: false, bars: 1, violations } }),
      new Set(['touched.md']),
    );
    expect(annotations.map((a) => a.title)).toEqual([
      'lacking',
      'blocker',
      'error-touched',
      'error',
      'warning',
      'other-framework',
      'notice',
    ]);
  });

  it('spends ten of each level, and no word on the rest when there is none', () => {
    const findings = (['error', 'warning', 'notice'] as const).flatMap((severity) => many(10, { severity }));
    const annotations = annotationsOf(report({ findings }), null);
    expect(annotations).toHaveLength(30);
    expect(annotations.at(-1)?.message).toContain('notice 9');
  });

  it('says with the last notice how many are left out, and counts it', () => {
    const findings = [...many(11, { severity: 'error' }), ...many(10, { severity: 'warning' }), ...many(10, { severity: 'notice' })];
    const annotations = annotationsOf(report({ findings }), null);
    const levels = annotations.map((a) => a.level);
    expect(['error', 'warning', 'notice'].map((level) => levels.filter((l) => l === level).length)).toEqual([10, 10, 10]);
    expect(annotations.at(-1)?.message).toMatch(/^2 more findings are not annotated here/);
  });

  it('keeps to a smaller budget', () => {
    const annotations = annotationsOf(report({ findings: many(100_000, { severity: 'error' }) }), null, {
      folder: '',
      budget: { ...budget, error: 9 },
    });
    expect(annotations.map((a) => a.level)).toEqual([...Array(9).fill('error'), 'notice']);
    expect(annotations.at(-1)?.message).toMatch(/^99991 more findings/);
  });

  it('leaves waived findings out', () => {
    expect(annotationsOf(report({ findings: [finding({ waiver: waiver() })] }), null)).toEqual([]);
  });

  it('annotates what is nowhere without a file', () => {
    expect(annotationsOf(report({ findings: [finding({ at: null })] }), null)).toMatchObject([{ file: null, line: null }]);
  });

  it('leads from the root of the checkout, and never to line 0', () => {
    const [annotation] = annotationsOf(report({ findings: [finding({ at: { path: 'a b.md', line: 0, column: 0 } })] }), null, {
      folder: 'records/eu',
      budget,
    });
    expect(annotation).toMatchObject({ file: 'records/eu/a b.md', line: 1 });
  });

  it.each(['a\rb.md', 'x##[error].md', 'a\u202eb.md', ' a.md'])(
    'does not point at %j, which cannot be shown; its text names it',
    (path) => {
      const [annotation] = annotationsOf(report({ findings: [finding({ at: { path, line: 3, column: 1 } })] }), null);
      expect(annotation).toMatchObject({ file: null, line: null });
      expect(annotation?.message).toMatch(/:3: The agreement/);
    },
  );

  it('names the other places of a folded finding, up to ten', () => {
    const also = [...Array(13)].map((_, i) => ({ path: 'v.yml', line: i + 1, column: 1 }));
    const [annotation] = annotationsOf(report({ findings: [finding({ also, count: 14 })] }), null);
    expect(annotation?.message).toContain('Also at v.yml:1, ');
    expect(annotation?.message).toContain('v.yml:10 and 3 more');
  });

  it('keeps messages within what the runner shows, whole characters only', () => {
    const also = [...Array(10)].map((_, i) => ({ path: `${'🏥'.repeat(500)}${i}`, line: 1, column: 1 }));
    const [annotation] = annotationsOf(
      report({ findings: [finding({ also, message: '🏥'.repeat(9_000), remediation: '🏥'.repeat(9_000) })] }),
      null,
    );
    expect(annotation?.message.length).toBeLessThanOrEqual(RUNNER_LIMITS.message);
    expect(annotation?.message).toMatch(/\p{Extended_Pictographic}…/u);
    expect(annotation?.message).not.toMatch(/\p{Cs}/u);
  });

  it('marks what could not be told and what a person must look at', () => {
    const findings = [finding({ outcome: 'unknown', severity: 'warning' }), finding({ outcome: 'review', severity: 'notice' })];
    expect(annotationsOf(report({ findings }), null).map((a) => a.title)).toEqual([
      'agreement-executed (could not tell)',
      'agreement-executed (to review)',
    ]);
  });
});

describe('setupAnnotations', () => {
  it('points at the line of a file, and names an option', () => {
    const problems = [
      { message: 'unknown key "gaet"', at: { path: 'cleanbill.yml', line: 3, column: 1 } },
      { message: 'no such file', at: { path: 'input config', line: 0, column: 0 } },
      { message: 'never shown', at: { path: 'cleanbill.yml', line: 4, column: 1 } },
    ];
    expect(setupAnnotations(problems, 'records', 2)).toMatchObject([
      { level: 'error', message: 'unknown key "gaet"', file: 'records/cleanbill.yml', line: 3 },
      { level: 'error', message: 'input config: no such file', file: null, line: null },
    ]);
  });
});
