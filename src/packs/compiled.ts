import type { Rule, Ruleset } from '../model/pack.ts';

/** The validated ruleset as JSON: what the bundle reads instead of parsing and checking YAML at every start. */
export function compileRuleset(ruleset: Ruleset): string {
  return `${JSON.stringify({ ...ruleset, rules: [...ruleset.rules.values()] })}\n`;
}

/** The inverse of `compileRuleset`. The text is trusted: it was validated when it was compiled. */
export function parseRuleset(json: string): Ruleset {
  const plain = JSON.parse(json) as Omit<Ruleset, 'rules'> & { rules: Rule[] };
  return { ...plain, rules: new Map(plain.rules.map((rule) => [rule.id, rule])) };
}
