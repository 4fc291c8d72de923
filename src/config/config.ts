import type { CalendarDate } from '../calendar.ts';
import type { Config, EvidenceSource, Threshold } from '../model/config.ts';
import { EVIDENCE_KINDS, type EvidenceKind } from '../model/evidence.ts';
import type { Ruleset, SetupProblem } from '../model/pack.ts';
import { readStrict, SetupError } from '../schema.ts';
import type { YamlDocument } from '../yaml.ts';
import { configSchema, type RawConfig, SOURCE_NAMES } from './schema.ts';
import { readScopes } from './scope.ts';

/** Places where the configuration may stand, first match wins. */
export const CONFIG_PATHS = ['cleanbill.yml', 'cleanbill.yaml', '.github/cleanbill.yml', '.github/cleanbill.yaml'];

/**
 * Reads `cleanbill.yml`; without a text every default holds. Throws SetupError: an unknown key, framework, rule or
 * value is an error at its line.
 */
export function readConfig(text: string | null, path: string | null, ruleset: Pick<Ruleset, 'packs' | 'rules'>): Config {
  const { value, document } = readStrict(configSchema, text ?? '', path ?? 'cleanbill.yml');
  const problems: SetupProblem[] = [];
  const { frameworks, notes } = readScopes(value.frameworks, ruleset.packs, document, problems);
  const gate = readGate(value, ruleset, document, problems);
  if (problems.length) throw new SetupError(problems);
  return {
    path,
    role: value.role ?? null,
    frameworks,
    notes,
    sources: readSources(value.evidence ?? {}),
    exclude: value.exclude ?? [],
    dates: value.dates ?? null,
    training: {
      modules: new Map(Object.entries(value.training?.modules ?? {})),
      graceDays: value.training?.['grace-days'] ?? null,
      validMonths: value.training?.['valid-months'] ?? null,
    },
    gate,
    allowEmpty: value.gate?.['allow-empty'] === true,
    waivers: value.waivers ?? null,
    asOf: (value['as-of'] as CalendarDate | undefined) ?? null,
  };
}

function readGate(
  { gate, frameworks }: Pick<RawConfig, 'gate' | 'frameworks'>,
  { packs, rules }: Pick<Ruleset, 'packs' | 'rules'>,
  document: YamlDocument,
  problems: SetupProblem[],
): Threshold[] {
  return Object.entries(gate ?? {}).flatMap(([id, bar]): Threshold[] => {
    const at = document.keyAt(['gate', id]);
    if (id === 'allow-empty') {
      if (typeof bar !== 'boolean') problems.push({ message: 'gate.allow-empty: expected true or false', at });
      return [];
    }
    if (!packs.some((p) => p.id === id))
      problems.push({ message: `unknown framework "${id}" in gate; known are ${packs.map((p) => p.id).join(', ')}`, at });
    else if (frameworks && !(id in frameworks))
      problems.push({ message: `gate.${id}: ${id} is not among the frameworks of this file; add it there or remove its bar`, at });
    if (typeof bar === 'boolean') {
      problems.push({ message: `gate.${id}: expected thresholds such as { strict: 90 }`, at });
      return [];
    }
    for (const [n, rule] of (bar.blockers ?? []).entries()) {
      if (!rules.has(rule))
        problems.push({ message: `unknown rule "${rule}"; "cleanbill rules" lists them`, at: document.at(['gate', id, 'blockers', n]) });
    }
    return [{ framework: id, strict: bar.strict ?? null, accepted: bar.accepted ?? null, blockers: bar.blockers ?? [], at }];
  });
}

function readSources(
  given: Readonly<Record<string, NonNullable<RawConfig['evidence']>[string] | undefined>>,
): Map<EvidenceKind, EvidenceSource> {
  const sources = new Map<EvidenceKind, EvidenceSource>();
  for (const [name, value] of Object.entries(given)) {
    const kind = SOURCE_NAMES[name];
    if (value === undefined || kind === undefined || !EVIDENCE_KINDS.includes(kind)) continue;
    const files = typeof value === 'string' || Array.isArray(value) ? value : value.files;
    const columns = typeof value === 'string' || Array.isArray(value) ? {} : value.columns;
    sources.set(kind, { files: typeof files === 'string' ? [files] : files, columns });
  }
  return sources;
}
