import { SEVERITIES } from '../model/outcome.ts';
import type { Finding } from '../model/report.ts';

/**
 * What the repository does not hold at all is one fact, however many rules ask for it: open findings without a place and
 * with the same subject become one, under the rule that weighs most. Waivers and the gate are applied before, rule by rule.
 */
export function mergeAbsences(findings: readonly Finding[]): Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const shared = finding.at === null && finding.waiver === null && finding.subject.endsWith(':none');
    const key = shared ? finding.subject : `${groups.size} ${finding.fingerprint}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].map(merge);
}

function merge(group: readonly Finding[]): Finding {
  const [gravest, ...others] = [...group].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  if (!gravest) throw new Error('a group of findings is never empty');
  if (!others.length) return gravest;
  return {
    ...gravest,
    message: `${gravest.message}; ${group.length} rules look for it`,
    rules: [gravest.rule, ...others.map((f) => f.rule)],
    controls: [...new Set(group.flatMap((f) => f.controls))],
  };
}
