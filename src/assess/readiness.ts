import { CONTROL_OUTCOMES, type ControlOutcome } from '../model/outcome.ts';
import type { Control, RulePack } from '../model/pack.ts';
import type { ControlReadiness, Finding, FrameworkReadiness, Judgement, Readiness, Waiver } from '../model/report.ts';

/** What readiness is computed from, besides the pack itself. */
export interface Proof {
  /** Judgements by rule id; notices are left out, they never change a control. */
  readonly judgements: ReadonlyMap<string, Judgement>;
  readonly findings: readonly Finding[];
  /** Current waivers of whole controls, by `framework:control`. */
  readonly controlWaivers: ReadonlyMap<string, Waiver>;
  /** Current attestations, by `framework:control`: where they stand. */
  readonly attested: ReadonlyMap<string, { readonly path: string; readonly line: number }>;
}

/** The readiness of one framework: each control, each section, the whole. Pure arithmetic over judgements. */
export function readinessOf(pack: RulePack, controls: readonly Control[], level: string | null, proof: Proof): FrameworkReadiness {
  const judged = controls.map((control) => judge(pack.id, control, proof));
  return {
    id: pack.id,
    title: pack.title,
    figure: pack.figure,
    level,
    readiness: summarize(judged),
    sections: pack.sections
      .map((section) => ({ ...section, readiness: summarize(judged.filter((c) => c.section === section.id)) }))
      .filter((section) => judged.some((c) => c.section === section.id)),
    controls: judged,
  };
}

function judge(pack: string, control: Control, proof: Proof): ControlReadiness {
  const base = { id: control.id, title: control.title, section: control.section, specification: control.specification };
  const key = `${pack}:${control.id}`;
  const attestation = proof.attested.get(key);
  if (control.manual !== null) {
    const evidence = attestation ? [{ kind: 'attestation', ...attestation, rule: 'attestation-current' }] : [];
    return {
      ...base,
      outcome: attestation ? 'met' : proof.controlWaivers.has(key) ? 'waived' : 'manual',
      reason: control.manual,
      rules: [],
      evidence,
    };
  }
  const judgements = control.rules.flatMap((id) => proof.judgements.get(id) ?? []);
  const rules = judgements.map((j) => ({ id: j.rule, outcome: j.outcome }));
  const outcome = outcomeOf(judgements, (j) => isWaived(j, proof.findings), proof.controlWaivers.has(key));
  return { ...base, outcome, reason: null, rules, evidence: judgements.flatMap(evidenceOf) };
}

/**
 * met: every applicable rule passes. waived: what does not pass is waived. partial: something passes. not-met: nothing does.
 * Only `met` is credit, so that a rule more can never raise a figure.
 */
function outcomeOf(judgements: readonly Judgement[], waived: (j: Judgement) => boolean, controlWaived: boolean): ControlOutcome {
  const applicable = judgements.filter((j) => j.outcome !== 'not-applicable');
  if (!applicable.length) return judgements.length ? 'not-applicable' : 'not-met';
  const unproven = applicable.filter((j) => j.outcome !== 'pass');
  if (!unproven.length) return 'met';
  if (controlWaived || unproven.every(waived)) return 'waived';
  return unproven.length < applicable.length ? 'partial' : 'not-met';
}

function isWaived(judgement: Judgement, findings: readonly Finding[]): boolean {
  const own = findings.filter((f) => f.rule === judgement.rule);
  return own.length > 0 && own.every((f) => f.waiver !== null);
}

function evidenceOf(judgement: Judgement): ControlReadiness['evidence'][number][] {
  return judgement.results.flatMap((r) =>
    r.outcome === 'pass' && r.at ? [{ kind: kindOf(r.subject), path: r.at.path, line: r.at.line, rule: judgement.rule }] : [],
  );
}

/** `policy` is a text that covers a topic; a document whose own data a rule looked at is a `document`. */
function kindOf(subject: string): string {
  const kind = subject.slice(0, subject.indexOf(':'));
  return kind === 'topic' ? 'policy' : kind === 'policy' ? 'document' : kind;
}

/** Counts and shares; a share of no applicable controls is null, never 100. */
export function summarize(controls: readonly Pick<ControlReadiness, 'outcome'>[]): Readiness {
  const counts = Object.fromEntries(CONTROL_OUTCOMES.map((o) => [o, controls.filter((c) => c.outcome === o).length])) as Record<
    ControlOutcome,
    number
  >;
  const applicable = controls.length - counts['not-applicable'];
  const share = (credit: number): number | null => (applicable ? (100 * credit) / applicable : null);
  return { strict: share(counts.met), accepted: share(counts.met + counts.waived), counts };
}
