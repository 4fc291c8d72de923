import { SEVERITIES } from '../model/outcome.ts';
import type { ControlReadiness, FrameworkReadiness, Readiness, Report } from '../model/report.ts';

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

/** Such as `Read: 40 files, 16 policies and procedures, 3 registers (vendor 12, agreement 9); not scanned: 1 file.` */
export function readLine(report: Report): string {
  const { read, notRead } = report.files;
  const governing = report.policies.filter((p) => p.role !== 'other').length;
  const records = new Map<string, number>();
  for (const register of report.registers) records.set(register.kind, (records.get(register.kind) ?? 0) + register.records);
  const listed = [...records].map(([kind, count]) => `${kind} ${count}`).join(', ');
  return (
    `Read: ${counted(read, 'file')}, ${counted(governing, 'policy or procedure', 'policies and procedures')}, ${counted(report.registers.length, 'register')}${listed ? ` (records: ${listed})` : ''}; ` +
    `not scanned: ${counted(notRead, 'file')}.`
  );
}

/** `1 file`, `2 files`. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** Open findings by severity, each once however many subjects share it: `16 errors, 27 warnings, 30 notices`. */
export function tally({ findings }: Pick<Report, 'findings'>): string {
  const open = findings.filter((f) => f.waiver === null);
  return SEVERITIES.map((severity) => counted(open.filter((f) => f.severity === severity).length, severity)).join(', ');
}

/** Controls that nothing but a person's look keeps from being met. */
export function waitingForReview(frameworks: readonly Pick<FrameworkReadiness, 'controls'>[]): number {
  const waits = ({ outcome, rules }: ControlReadiness): boolean => {
    const unproven = rules.filter((r) => r.outcome !== 'pass' && r.outcome !== 'not-applicable');
    return (outcome === 'partial' || outcome === 'not-met') && unproven.length > 0 && unproven.every((r) => r.outcome === 'review');
  };
  return frameworks.reduce((sum, f) => sum + f.controls.filter(waits).length, 0);
}
