import type { Ruleset } from '../model/pack.ts';

/** Every rule with its severity, basis and the number of controls that ask for it, one line each. */
export function renderRules({ rules, packs }: Ruleset): string {
  const asked = (id: string): number => packs.reduce((sum, pack) => sum + pack.controls.filter((c) => c.rules.includes(id)).length, 0);
  const width = Math.max(0, ...[...rules.keys()].map((id) => id.length));
  const lines = [...rules.values()].map(
    (r) =>
      `${r.id.padEnd(width)}  ${r.severity.padEnd(7)}  ${r.basis.kind.padEnd(11)}  ${String(asked(r.id)).padStart(3)} controls  ${r.title}`,
  );
  return `${lines.join('\n')}\n`;
}
