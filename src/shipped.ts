import { fileURLToPath } from 'node:url';
import { readOwnFile } from './files/text.ts';
import { readTree } from './files/tree.ts';
import type { Ruleset } from './model/pack.ts';
import { parseRuleset } from './packs/compiled.ts';

/** The ruleset that ships with the bundle: `ruleset.json` beside it. */
export function shippedRuleset(): Ruleset {
  return parseRuleset(readOwnFile(new URL('./ruleset.json', import.meta.url)));
}

/** The rule files of a checkout, as `loadRuleset` takes them. */
export function ruleFiles(rulesFolder: URL): { path: string; text: string }[] {
  return readTree(fileURLToPath(rulesFolder))
    .files.filter((f) => /\.ya?ml$/.test(f.path))
    .map((f) => ({ path: f.path, text: f.text() }));
}
