import type { FrameworkReadiness, Readiness } from '../model/report.ts';

/** A percentage with one decimal, rounded down: 89.96 must never read 90.0. A figure that does not exist is `n/a`. */
export function percent(figure: number | null): string {
  return figure === null ? 'n/a' : `${(Math.floor(figure * 10 + 1e-9) / 10).toFixed(1)} %`;
}

/** `HITRUST e1`: a framework with its level. */
export function frameworkName(framework: Pick<FrameworkReadiness, 'title' | 'level'>): string {
  return framework.level === null ? framework.title : `${framework.title} ${framework.level}`;
}

/** `12 met, 3 partial, 2 not met, 4 manual`: the counts that are not zero. */
export function countsInWords(counts: Readiness['counts']): string {
  const words = {
    met: 'met',
    waived: 'waived',
    partial: 'partial',
    'not-met': 'not met',
    manual: 'manual',
    'not-applicable': 'not applicable',
  } as const;
  return (Object.keys(words) as (keyof typeof words)[])
    .filter((key) => counts[key] > 0)
    .map((key) => `${counts[key]} ${words[key]}`)
    .join(', ');
}
