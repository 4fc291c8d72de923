import type { FrameworkScope } from '../model/config.ts';
import type { RulePack, SetupProblem } from '../model/pack.ts';
import type { YamlDocument } from '../yaml.ts';
import type { RawConfig } from './schema.ts';

type RawScope = NonNullable<NonNullable<RawConfig['frameworks']>[string]>;

/** What the configuration asks for and this version does not do is said in the report, never passed over. */
export interface Scopes {
  readonly frameworks: Map<string, FrameworkScope>;
  readonly notes: readonly SetupProblem[];
}

/**
 * Without a `frameworks` key all packs are read at their lowest level; with it, only those it names. Adds what is wrong
 * to `problems`.
 */
export function readScopes(
  given: RawConfig['frameworks'],
  packs: readonly RulePack[],
  document: YamlDocument,
  problems: SetupProblem[],
): Scopes {
  const known = packs.map((p) => p.id);
  const frameworks = new Map<string, FrameworkScope>();
  const notes: SetupProblem[] = [];
  if (given && !Object.keys(given).length) {
    problems.push({
      message: `frameworks: name at least one of ${known.join(', ')}, or leave the key out`,
      at: document.keyAt(['frameworks']),
    });
  }
  for (const [id, raw] of Object.entries(given ?? Object.fromEntries(known.map((k) => [k, null])))) {
    const pack = packs.find((p) => p.id === id);
    const scope = raw ?? {};
    if (!pack)
      problems.push({ message: `unknown framework "${id}"; known are ${known.join(', ')}`, at: document.keyAt(['frameworks', id]) });
    else notes.push(...unusedSettings(pack, scope).map(([key, message]) => ({ message, at: document.keyAt(['frameworks', id, key]) })));
    frameworks.set(id, {
      categories: id === 'soc2' ? [...new Set(['security', ...(scope.categories ?? [])])] : [],
      level: id === 'hitrust' ? 'e1' : null,
    });
  }
  return { frameworks, notes };
}

/** Settings of a framework that change nothing in this version: key and what is done instead. */
function unusedSettings(pack: RulePack, scope: RawScope): [string, string][] {
  const unused: [string, string][] = [];
  if (scope.level && scope.level !== 'e1')
    unused.push(['level', `${pack.id}: level ${scope.level} does not ship yet; judged by the e1 references`]);
  if (scope.type === 2) unused.push(['type', `${pack.id}: a period is not judged yet; records are judged as of one date`]);
  if (scope.period) unused.push(['period', `${pack.id}: a period is not judged yet; records are judged as of one date`]);
  if (scope.assessment) unused.push(['assessment', `${pack.id}: the date of the assessment is not used yet`]);
  const shipped = new Set(pack.controls.map((c) => c.category));
  for (const category of scope.categories ?? []) {
    if (!shipped.has(category))
      unused.push(['categories', `${pack.id}: no criteria of the category ${category} ship yet; it is in no figure`]);
  }
  return unused;
}
