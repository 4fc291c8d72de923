import type { Control, Rule, RulePack, Ruleset } from '../model/pack.ts';
import type { ControlEvidence, Judgement, Report } from '../model/report.ts';
import { forTerminal } from './escape.ts';

/** What `explain` may be asked for. */
export type Explained =
  | { readonly kind: 'rule'; readonly rule: Rule }
  | { readonly kind: 'control'; readonly pack: RulePack; readonly control: Control };

/** Finds a rule by id, or a control by `framework:id` or by an id that only one framework has. Case matters in citations. */
export function findExplained(query: string, { packs, rules }: Ruleset): Explained[] {
  const rule = rules.get(query);
  if (rule) return [{ kind: 'rule', rule }];
  return packs.flatMap((pack) =>
    pack.controls
      .filter((control) => control.id === query || `${pack.id}:${control.id}` === query)
      .map((control): Explained => ({ kind: 'control', pack, control })),
  );
}

/** control → rules → evidence line → date arithmetic → verdict, as text. */
export function renderExplanation(subject: Explained, report: Report, judgements: readonly Judgement[], ruleset: Ruleset): string {
  const lines =
    subject.kind === 'rule'
      ? ruleLines(subject.rule, judgements, '')
      : controlLines(subject.pack, subject.control, report, judgements, ruleset);
  return `${lines.join('\n')}\n`;
}

function controlLines(pack: RulePack, control: Control, report: Report, judgements: readonly Judgement[], ruleset: Ruleset): string[] {
  const judged = report.frameworks.find((f) => f.id === pack.id)?.controls.find((c) => c.id === control.id);
  const kind = control.specification ? ` (${control.specification})` : '';
  return [
    `${pack.title}: ${control.id} ${control.title}${kind}`,
    `verdict as of ${report.asOf}: ${judged ? judged.outcome : 'not in scope of this scan'}`,
    ...(control.specification === 'addressable'
      ? ['addressable is not optional: implement it, or document why not and what is done instead (45 CFR 164.306(d)(3))']
      : []),
    ...manualLines(control, judged?.evidence ?? []),
    ...control.rules.flatMap((id) => {
      const rule = ruleset.rules.get(id);
      return rule ? ['', ...ruleLines(rule, judgements, '  ')] : [];
    }),
  ];
}

function manualLines(control: Control, evidence: readonly ControlEvidence[]): string[] {
  if (control.manual === null) return [];
  const [attestation] = evidence;
  return [
    `no file can show it: ${control.manual}`,
    attestation
      ? `covered by the attestation at ${forTerminal(attestation.path)}:${attestation.line}`
      : 'a current attestation (control, statement, owner, performed, expires, reference) covers it',
  ];
}

function ruleLines(rule: Rule, judgements: readonly Judgement[], indent: string): string[] {
  const judgement = judgements.find((j) => j.rule === rule.id);
  const basis = rule.basis.kind === 'requirement' ? 'requirement' : 'practice, not a requirement of its own';
  return [
    `${rule.id}: ${rule.title}`,
    `  basis: ${basis} (${rule.basis.source})`,
    `  check: ${rule.check} ${JSON.stringify(rule.options)}, when there is no evidence: ${rule.whenAbsent}`,
    `  outcome: ${judgement ? judgement.outcome : 'not asked for by any control in scope'}`,
    ...(judgement?.results ?? []).flatMap((r) => [
      `    ${r.outcome.padEnd(14)} ${r.at ? `${forTerminal(r.at.path)}:${r.at.line}` : '(nowhere)'}  ${forTerminal(r.message)}`,
      ...(r.trace ? [`    ${' '.repeat(14)} ${forTerminal(r.trace)}`] : []),
    ]),
    ...(judgement && judgement.outcome !== 'pass' ? [`  remedy: ${rule.remediation}`] : []),
  ].map((line) => indent + line);
}
