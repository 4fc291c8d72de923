import { SEVERITIES } from '../model/outcome.ts';
import type { Finding, Report } from '../model/report.ts';
import { gateLine } from './gate-line.ts';

/**
 * Open findings in the order in which a reader should meet them: what the gate fails for, then by severity, then
 * what the pull request touches (`changed`, paths as in the report; null when unknown), then what has a line to look at
 * before what is missing altogether, then as the scan found them. Waived
 * findings are left out.
 */
export function rank(report: Report, changed: ReadonlySet<string> | null): Finding[] {
  const gating = gatingFindings(report);
  const weight = (finding: Finding): number =>
    (gating(finding) ? 0 : 100) +
    SEVERITIES.indexOf(finding.severity) * 10 +
    (finding.at === null ? 2 : changed?.has(finding.at.path) ? 0 : 1);
  return report.findings
    .filter((f) => f.waiver === null)
    .map((finding, order) => ({ finding, order, weight: weight(finding) }))
    .sort((a, b) => a.weight - b.weight || a.order - b.order)
    .map(({ finding }) => finding);
}

/** True for findings of a broken blocker, and of controls that lack in a framework under its threshold. */
function gatingFindings(report: Report): (finding: Finding) => boolean {
  const lines = report.gate.violations.map(gateLine);
  const blockers = new Set(lines.flatMap((line) => (line.kind === 'blocker' ? [line.rule] : [])));
  const short = new Set(lines.flatMap((line) => (line.kind === 'figure' ? [line.framework] : [])));
  const lacking = new Set(
    report.frameworks
      .filter((f) => short.has(f.id))
      .flatMap((f) => f.controls.flatMap((c) => (c.outcome === 'not-met' || c.outcome === 'partial' ? [`${f.id}:${c.id}`] : []))),
  );
  const lacks = (finding: Finding): boolean => finding.severity !== 'notice' && finding.controls.some((c) => lacking.has(c));
  return (finding) => finding.outcome !== 'review' && (finding.rules.some((rule) => blockers.has(rule)) || lacks(finding));
}
