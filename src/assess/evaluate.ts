import type { CheckContext } from '../checks/check.ts';
import { CHECKS } from '../checks/index.ts';
import { OUTCOMES, type Outcome } from '../model/outcome.ts';
import type { Rule } from '../model/pack.ts';
import type { CheckResult, Judgement } from '../model/report.ts';

/** Judges each rule once, however many controls ask for it. Judgements keep the order of the rules. */
export function evaluate(rules: Iterable<Rule>, context: Omit<CheckContext, 'whenAbsent'>): Judgement[] {
  return [...rules].map((rule) => {
    const check = CHECKS.get(rule.check);
    if (!check) throw new Error(`rule ${rule.id} names the check ${rule.check}, which loading should have refused`);
    const results = check.run(rule.options, { ...context, whenAbsent: rule.whenAbsent });
    if (!results.length) throw new Error(`check ${rule.check} said nothing for rule ${rule.id}`);
    return { rule: rule.id, outcome: worst(results), results };
  });
}

/** The worst outcome of a list: fail, unknown, review, pass, not-applicable, in this order. */
function worst(results: readonly Pick<CheckResult, 'outcome'>[]): Outcome {
  return OUTCOMES.find((outcome) => results.some((r) => r.outcome === outcome)) ?? 'unknown';
}
