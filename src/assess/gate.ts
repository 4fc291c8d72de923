import type { Config, Threshold } from '../model/config.ts';
import type { Finding, FrameworkReadiness, GateVerdict, Violation } from '../model/report.ts';

/**
 * Compares readiness with the thresholds, unrounded, and lists every line that is broken. A framework without an
 * applicable control has no figure and breaks any threshold; a repository without evidence fails unless allowed.
 */
export function gateOf(config: Config, frameworks: readonly FrameworkReadiness[], findings: readonly Finding[], empty: boolean): GateVerdict {
  const violations = config.gate.flatMap((threshold) => [
    ...figureViolations(threshold, frameworks.find((f) => f.id === threshold.framework)),
    ...blockerViolations(threshold, findings),
  ]);
  if (empty && !config.allowEmpty) {
    violations.unshift({ threshold: 'evidence > 0', actual: 0, message: 'nothing that counts as evidence was found; an empty programme is not a ready one' });
  }
  return { passed: violations.length === 0, violations };
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

/** Enough digits that a figure under its bar never looks equal to it. */
function shown(figure: number): string {
  return Number.isInteger(figure) ? String(figure) : figure.toFixed(4).replace(/0+$/, '').replace(/\.$/, '');
}

function blockerViolations(threshold: Threshold, findings: readonly Finding[]): Violation[] {
  return threshold.blockers.flatMap((rule) => {
    const open = findings.filter((f) => f.rule === rule && f.waiver === null && (f.outcome === 'fail' || f.outcome === 'unknown'));
    if (!open.length) return [];
    const count = open.reduce((sum, f) => sum + f.count, 0);
    return [{ threshold: `${threshold.framework}.blockers: ${rule}`, actual: count, message: `${threshold.framework}.blockers: ${rule} has ${count} open finding${count === 1 ? '' : 's'}` }];
  });
}
