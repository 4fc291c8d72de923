import { daysBetween } from '../calendar.ts';
import type { CheckContext } from '../checks/check.ts';
import type { Config } from '../model/config.ts';
import type { Control, RulePack, Ruleset } from '../model/pack.ts';
import type { Finding, FrameworkReadiness, GateVerdict, Judgement, Lapse, Waiver } from '../model/report.ts';
import { mergeAbsences } from './absences.ts';
import { evaluate } from './evaluate.ts';
import { findingsOf } from './findings.ts';
import { gateOf } from './gate.ts';
import { type Proof, readinessOf } from './readiness.ts';
import { isCurrent, waive } from './waive.ts';

/** How far ahead lapses are listed, in days. */
const LOOK_AHEAD = 90;

export interface Assessment {
  readonly judgements: readonly Judgement[];
  readonly findings: readonly Finding[];
  readonly frameworks: readonly FrameworkReadiness[];
  readonly lapses: readonly Lapse[];
  readonly gate: GateVerdict;
}

/** evaluate → findings → waive → readiness → gate, over the controls in scope. */
export function assess(ruleset: Ruleset, config: Config, context: Omit<CheckContext, 'whenAbsent'>, empty: boolean): Assessment {
  const scoped = ruleset.packs
    .filter((p) => config.frameworks.has(p.id))
    .map((pack) => ({ pack, controls: controlsInScope(pack, config) }));
  const controlsOf = new Map<string, string[]>();
  for (const { pack, controls } of scoped) {
    for (const control of controls) {
      for (const rule of control.rules) controlsOf.set(rule, [...(controlsOf.get(rule) ?? []), `${pack.id}:${control.id}`]);
    }
  }
  // A blocker is judged even when no control in scope asks for it: one that is never judged could never block.
  const blockers = new Set(config.gate.flatMap((threshold) => threshold.blockers));
  const asked = [...ruleset.rules.values()].filter((rule) => controlsOf.has(rule.id) || rule.always || blockers.has(rule.id));
  const judgements = evaluate(asked, context);
  const findings = waive(findingsOf(judgements, ruleset.rules, controlsOf), context.waivers, context.asOf);
  const proof = proofOf(ruleset, judgements, findings, context);
  const frameworks = scoped.map(({ pack, controls }) => readinessOf(pack, controls, config.frameworks.get(pack.id)?.level ?? null, proof));
  return {
    judgements,
    findings: mergeAbsences(findings),
    frameworks,
    lapses: lapsesOf(judgements, context),
    gate: gateOf(config, frameworks, findings, empty),
  };
}

/** The controls that the configured level and categories ask for. */
export function controlsInScope(pack: RulePack, config: Config): Control[] {
  const scope = config.frameworks.get(pack.id);
  return pack.controls.filter((control) => {
    if (control.category !== null && !scope?.categories.includes(control.category)) return false;
    return !control.levels.length || control.levels.includes(scope?.level ?? 'e1');
  });
}

function proofOf(
  ruleset: Ruleset,
  judgements: readonly Judgement[],
  findings: readonly Finding[],
  context: Omit<CheckContext, 'whenAbsent'>,
): Proof {
  const counting = judgements.filter((j) => ruleset.rules.get(j.rule)?.severity !== 'notice');
  const waivers = context.waivers.filter((w) => w.target.includes(':') && isCurrent(w, context.asOf));
  return {
    judgements: new Map(counting.map((j) => [j.rule, j])),
    findings,
    controlWaivers: new Map(waivers.map((w): [string, Waiver] => [w.target, w])),
    attested: attestedControls(context),
  };
}

/** Attestations that hold on the as-of date, by `framework:control`. One without owner, dates or reference covers nothing. */
function attestedControls({ evidence, asOf }: Omit<CheckContext, 'whenAbsent'>): Proof['attested'] {
  const attested = new Map<string, { path: string; line: number }>();
  for (const record of evidence.records.filter((r) => r.kind === 'attestation')) {
    const value = (field: string): string | null => {
      const read = record.fields[field];
      return read?.state === 'value' ? String(read.value) : null;
    };
    const [control, performed, expires] = [value('control'), value('performed'), value('expires')];
    if (!control || !performed || !expires || !value('owner') || !value('reference') || !value('statement')) continue;
    if (performed <= asOf && expires >= asOf) attested.set(control, { path: record.at.path, line: record.at.line });
  }
  return attested;
}

function lapsesOf(judgements: readonly Judgement[], { asOf }: Omit<CheckContext, 'whenAbsent'>): Lapse[] {
  const lapses = judgements.flatMap((j) =>
    j.results.flatMap((r): Lapse[] => {
      if (r.outcome !== 'pass' || !r.lapses) return [];
      const days = daysBetween(asOf, r.lapses);
      return days >= 0 && days <= LOOK_AHEAD
        ? [{ date: r.lapses, days, rule: j.rule, subject: r.subject, at: r.at, message: r.message }]
        : [];
    }),
  );
  return lapses.sort((a, b) => a.days - b.days || (a.rule < b.rule ? -1 : 1));
}
