import type { Report } from '../model/report.ts';
import { countsInWords, frameworkName, percent, readLine, tally } from '../report/figures.ts';

/** The frameworks that have an output of their own in action.yml. */
const FRAMEWORKS = ['hipaa', 'soc2', 'hitrust'] as const;

/**
 * The outputs of action.yml: numbers and true or false, never text of the repository. Readiness is the strict figure in
 * percent, cut to two decimals and never rounded up; empty for a framework that is not in scope or has no figure.
 */
export function outputsOf(report: Report, reportPath: string): Readonly<Record<string, string>> {
  const open = report.findings.filter((f) => f.waiver === null);
  const count = (severity: string): string => String(open.filter((f) => f.severity === severity).length);
  const readiness = FRAMEWORKS.map((id) => [
    `readiness-${id}`,
    figureOf(report.frameworks.find((f) => f.id === id)?.readiness.strict ?? null),
  ]);
  return {
    passed: String(report.gate.passed),
    ...Object.fromEntries(readiness),
    findings: String(open.length),
    errors: count('error'),
    warnings: count('warning'),
    notices: count('notice'),
    report: reportPath,
  };
}

function figureOf(share: number | null): string {
  return share === null ? '' : String(Math.floor(share * 100 + 1e-9) / 100);
}

/** The result in a few lines for the log. */
export function logLines(report: Report, reportPath: string): string[] {
  const open = report.findings.filter((f) => f.waiver === null);
  const waived = report.findings.length - open.length;
  return [
    `Cleanbill ${report.version} as of ${report.asOf}`,
    readLine(report),
    ...report.frameworks.map(
      (f) =>
        `${frameworkName(f)}: strict ${percent(f.readiness.strict)}, accepted ${percent(f.readiness.accepted)} (${countsInWords(f.readiness.counts)})`,
    ),
    `Findings: ${tally(report)}, ${waived} waived`,
    `Report: ${reportPath}`,
  ];
}

/** What the verdict says, one line per broken line of the gate; empty when the gate passes. */
export function verdictLines({ gate }: Report): string[] {
  const most = 20;
  const more = gate.violations.length - most;
  if (gate.passed) return [];
  return [
    'The gate fails:',
    ...gate.violations.slice(0, most).map((v) => v.message),
    ...(more > 0 ? [`and ${more} more lines of the gate`] : []),
  ];
}
