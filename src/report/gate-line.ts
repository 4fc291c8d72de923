import type { Report, Violation } from '../model/report.ts';

/** A broken line of the gate, taken apart. */
export type GateLine =
  | { readonly kind: 'figure'; readonly framework: string; readonly figure: 'strict' | 'accepted'; readonly wanted: number }
  | { readonly kind: 'blocker'; readonly framework: string; readonly rule: string }
  | { readonly kind: 'other' };

const FIGURE = /^([\w-]+)\.(strict|accepted) >= ([\d.]+)$/;
const BLOCKER = /^([\w-]+)\.blockers: (\S+)$/;

/** Reads `Violation.threshold` back, such as `hipaa.strict >= 90` or `hipaa.blockers: agreement-executed`. */
export function gateLine({ threshold }: Pick<Violation, 'threshold'>): GateLine {
  const [, framework, figure, wanted] = FIGURE.exec(threshold) ?? [];
  if (framework && wanted && (figure === 'strict' || figure === 'accepted'))
    return { kind: 'figure', framework, figure, wanted: Number(wanted) };
  const [, owner, rule] = BLOCKER.exec(threshold) ?? [];
  return owner && rule ? { kind: 'blocker', framework: owner, rule } : { kind: 'other' };
}

/** What would make a broken line pass, in words, or null where the violation's own message says it. */
export function remedyOf(violation: Violation, report: Report): string | null {
  const line = gateLine(violation);
  if (line.kind === 'blocker') return `It passes when no finding of ${line.rule} is open.`;
  const framework = line.kind === 'figure' ? report.frameworks.find((f) => f.id === line.framework) : undefined;
  if (line.kind !== 'figure' || !framework) return null;
  const { counts } = framework.readiness;
  const applicable = Object.values(counts).reduce((sum, n) => sum + n, 0) - counts['not-applicable'];
  const credit = counts.met + (line.figure === 'accepted' ? counts.waived : 0);
  // The smallest number that passes, found as the gate compares: unrounded.
  let needed = Math.max(0, Math.floor((line.wanted * applicable) / 100) - 1);
  while (needed < applicable && (100 * needed) / applicable < line.wanted) needed += 1;
  if (!applicable || needed <= credit) return null;
  const more = needed - credit;
  return `It passes with ${more} more ${more === 1 ? 'control' : 'controls'} ${line.figure === 'strict' ? 'met' : 'met or waived'}: ${needed} of ${applicable}; now ${credit}.`;
}
