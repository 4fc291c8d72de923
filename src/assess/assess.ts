import { daysBetween } from '../calendar.ts';
import type { CheckContext } from '../checks/check.ts';
import type { Config } from '../model/config.ts';
import type { EvidenceRecord } from '../model/evidence.ts';
import type { Control, RulePack, Ruleset } from '../model/pack.ts';
import type { Finding, FrameworkReadiness, GateVerdict, Judgement, Lapse, Waiver } from '../model/report.ts';
import { mergeAbsences } from './absences.ts';
import { evaluate } from './evaluate.ts';
import { findingsOf } from './findings.ts';
import { gateOf } from './gate.ts';
import { type Proof, readinessOf } from './readiness.ts';
import { isCurrent, waiverFor } from './waive.ts';

/** How far ahead lapses are listed, in days. */
const LOOK_AHEAD = 90;

export interface Assessment {
  readonly judgements: readonly Judgement[];
  readonly findings: readonly Finding[];
  readonly frameworks: readonly FrameworkReadiness[];
  readonly lapses: readonly Lapse[];
  readonly gate: GateVerdict;
}

/** What a scan gives to be judged. */
type Given = Omit<CheckContext, 'whenAbsent' | 'known'>;

/** evaluate → findings → waive → readiness → gate, over the controls in scope. */
export function assess(ruleset: Ruleset, config: Config, given: Given, empty: boolean): Assessment {
  const context = { ...given, known: knownIds(ruleset) };
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
  const waiverOf = (rule: string, subject: string): Waiver | null => waiverFor(rule, subject, context.waivers, context.asOf);
  const findings = findingsOf(judgements, ruleset.rules, controlsOf, waiverOf);
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

/** Every id that a waiver or an attestation can name, in scope or not. */
export function knownIds({ packs, rules }: Ruleset): CheckContext['known'] {
  return {
    rules: new Set(rules.keys()),
    controls: new Set(packs.flatMap((pack) => pack.controls.map((control) => `${pack.id}:${control.id}`))),
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

function proofOf(ruleset: Ruleset, judgements: readonly Judgement[], findings: readonly Finding[], context: Given): Proof {
  const counting = judgements.filter((j) => ruleset.rules.get(j.rule)?.severity !== 'notice');
  const waivers = context.waivers.filter((w) => w.target.includes(':') && w.subject === null && isCurrent(w, context.asOf));
  return {
    judgements: new Map(counting.map((j) => [j.rule, j])),
    findings,
    controlWaivers: new Map(waivers.map((w): [string, Waiver] => [w.target, w])),
    attested: attestedControls(judgements, context.evidence.records),
  };
}

/** The rule that says which attestations are complete and hold today. */
const ATTESTATION_RULE = 'attestation-current';

/** The controls of the attestations that passed their rule, by `framework:control`. */
function attestedControls(judgements: readonly Judgement[], records: readonly EvidenceRecord[]): Proof['attested'] {
  const passed = judgements.filter((j) => j.rule === ATTESTATION_RULE).flatMap((j) => j.results.filter((r) => r.outcome === 'pass'));
  // A passing result points at its record; two records never share the object, even on one line.
  const places = new Set(passed.map((result) => result.at));
  const current = records.filter((record) => record.kind === 'attestation' && places.has(record.at));
  return new Map(current.map((r) => [String(r.fields.control?.state === 'value' ? r.fields.control.value : ''), r.at]));
}

function lapsesOf(judgements: readonly Judgement[], { asOf }: Given): Lapse[] {
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
