import type { Config, Threshold } from '../model/config.ts';
import { type Finding, type FrameworkReadiness, type GateVerdict, NOTHING_TO_SCAN, type Violation } from '../model/report.ts';

/** Reasons of findings that stand for a file whose content is unknown. */
const UNREAD = new Set(['broken-file', 'not-scanned']);

/**
 * Compares readiness with the thresholds, unrounded, and lists every line that is broken. A framework without an
 * applicable control has no figure and breaks any threshold; a repository without evidence fails unless allowed.
 */
export function gateOf(
  config: Config,
  frameworks: readonly FrameworkReadiness[],
  findings: readonly Finding[],
  empty: boolean,
): GateVerdict {
  const violations = config.gate.flatMap((threshold) => [
    ...figureViolations(
      threshold,
      frameworks.find((f) => f.id === threshold.framework),
    ),
    ...blockerViolations(threshold, findings),
  ]);
  const bars = config.gate.reduce((sum, t) => sum + t.blockers.length + Number(t.strict !== null) + Number(t.accepted !== null), 0);
  if (bars > 0) violations.push(...unreadViolations(findings));
  if (empty && !config.allowEmpty) {
    violations.unshift({
      threshold: NOTHING_TO_SCAN,
      actual: 0,
      message: 'nothing that counts as evidence was found; an empty programme is not a ready one',
    });
  }
  return { passed: violations.length === 0, bars, violations };
}

function figureViolations(threshold: Threshold, framework: FrameworkReadiness | undefined): Violation[] {
  return (['strict', 'accepted'] as const).flatMap((figure) => {
    const wanted = threshold[figure];
    if (wanted === null) return [];
    const actual = framework?.readiness[figure] ?? null;
    if (actual !== null && actual >= wanted) return [];
    const line = `${threshold.framework}.${figure} >= ${wanted}`;
    const message = actual === null ? `${line}: no control is applicable, so there is no figure` : `${line}: it is ${shown(actual)}`;
    return [{ threshold: line, actual, message }];
  });
}

/** What could not be read might hold what a bar asks about: a gate that has a bar fails closed. */
function unreadViolations(findings: readonly Finding[]): Violation[] {
  const unread = findings
    .filter((f) => UNREAD.has(f.reason) && f.outcome === 'fail' && f.waiver === null)
    .reduce((sum, f) => sum + f.count, 0);
  if (!unread) return [];
  return [
    {
      threshold: 'files not read = 0',
      actual: unread,
      message: `${unread} ${unread === 1 ? 'file' : 'files'} could not be read, so the bars cannot be trusted`,
    },
  ];
}

/** Cut to four decimals, never rounded up: a figure under its bar must not look equal to it. */
function shown(figure: number): string {
  return String(Math.floor(figure * 10_000) / 10_000);
}

function blockerViolations(threshold: Threshold, findings: readonly Finding[]): Violation[] {
  return threshold.blockers.flatMap((rule) => {
    const open = findings.filter((f) => f.rule === rule && f.waiver === null && (f.outcome === 'fail' || f.outcome === 'unknown'));
    if (!open.length) return [];
    const count = open.reduce((sum, f) => sum + f.count, 0);
    return [
      {
        threshold: `${threshold.framework}.blockers: ${rule}`,
        actual: count,
        message: `${threshold.framework}.blockers: ${rule} has ${count} open finding${count === 1 ? '' : 's'}`,
      },
    ];
  });
}
