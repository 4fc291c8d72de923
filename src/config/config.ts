import * as z from 'zod';
import { type CalendarDate, parseIsoDate } from '../calendar.ts';
import type { Config, EvidenceSource, FrameworkScope, Threshold } from '../model/config.ts';
import { EVIDENCE_KINDS, type EvidenceKind } from '../model/evidence.ts';
import type { Ruleset, SetupProblem } from '../model/pack.ts';
import { readStrict, SetupError } from '../schema.ts';
import type { YamlDocument } from '../yaml.ts';

const date = z.string().refine((text) => parseIsoDate(text) !== null, 'expected a date such as 2026-11-21');
const paths = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
const source = z.union([paths, z.strictObject({ files: paths, columns: z.record(z.string(), z.string().min(1)).default({}) })]);
const percent = z.number().min(0).max(100);

const framework = z
  .strictObject({
    type: z.union([z.literal(1), z.literal(2)]).optional(),
    date: date.optional(),
    period: z.strictObject({ from: date, to: date }).optional(),
    categories: z.array(z.enum(['security', 'availability', 'confidentiality', 'processing-integrity', 'privacy'])).optional(),
    level: z.enum(['e1', 'i1', 'r2']).optional(),
    assessment: date.optional(),
  })
  .nullable();

/** Names of `evidence:` in the configuration, where they differ from the kinds. */
const SOURCE_NAMES: Readonly<Record<string, EvidenceKind>> = {
  policies: 'policy',
  agreements: 'agreement',
  vendors: 'vendor',
  'risk-assessments': 'risk-assessment',
  risks: 'risk',
  vulnerabilities: 'vulnerability',
  roster: 'person',
  training: 'training-record',
  assets: 'asset',
  attestations: 'attestation',
};

export const configSchema = z.strictObject({
  role: z.enum(['covered-entity', 'business-associate']).optional(),
  frameworks: z.record(z.string(), framework).optional(),
  evidence: z.strictObject(Object.fromEntries(Object.keys(SOURCE_NAMES).map((name) => [name, source.optional()]))).optional(),
  exclude: z.array(z.string().min(1)).optional(),
  dates: z.enum(['us', 'day-first']).optional(),
  training: z
    .strictObject({
      modules: z.record(z.string(), z.array(z.string().min(1)).min(1)).optional(),
      'grace-days': z.number().int().min(0).max(365).optional(),
      'valid-months': z.number().int().min(1).max(60).optional(),
    })
    .optional(),
  gate: z
    .record(
      z.string(),
      z.union([
        z.strictObject({ strict: percent.optional(), accepted: percent.optional(), blockers: z.array(z.string()).optional() }),
        z.boolean(),
      ]),
    )
    .optional(),
  waivers: z.string().optional(),
  'as-of': date.optional(),
});

/** Places where the configuration may stand, first match wins. */
export const CONFIG_PATHS = ['cleanbill.yml', 'cleanbill.yaml', '.github/cleanbill.yml', '.github/cleanbill.yaml'];

/**
 * Reads `cleanbill.yml`; without a text every default holds. Throws SetupError: an unknown key, framework, rule or
 * value is an error at its line.
 */
export function readConfig(text: string | null, path: string | null, ruleset: Pick<Ruleset, 'packs' | 'rules'>): Config {
  const { value, document } = readStrict(configSchema, text ?? '', path ?? 'cleanbill.yml');
  const problems: SetupProblem[] = [];
  const frameworks = readFrameworks(value.frameworks, ruleset, document, problems);
  const gate = readGate(value.gate, ruleset, document, problems);
  if (problems.length) throw new SetupError(problems);
  return {
    path,
    role: value.role ?? null,
    frameworks,
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

/** Without a `frameworks` key all packs are read at their lowest level; with it, only those it names. */
function readFrameworks(
  given: z.infer<typeof configSchema>['frameworks'],
  { packs }: Pick<Ruleset, 'packs'>,
  document: YamlDocument,
  problems: SetupProblem[],
): Map<string, FrameworkScope> {
  const known = packs.map((p) => p.id);
  const scopes = new Map<string, FrameworkScope>();
  for (const [id, scope] of Object.entries(given ?? Object.fromEntries(known.map((k) => [k, null])))) {
    if (!known.includes(id))
      problems.push({ message: `unknown framework "${id}"; known are ${known.join(', ')}`, at: document.keyAt(['frameworks', id]) });
    scopes.set(id, scopeOf(id, scope ?? {}));
  }
  return scopes;
}

function scopeOf(id: string, scope: NonNullable<z.infer<typeof framework>>): FrameworkScope {
  return {
    categories: id === 'soc2' ? [...new Set(['security', ...(scope.categories ?? [])])] : [],
    level: id === 'hitrust' ? (scope.level ?? 'e1') : null,
  };
}

function readGate(
  given: z.infer<typeof configSchema>['gate'],
  { packs, rules }: Pick<Ruleset, 'packs' | 'rules'>,
  document: YamlDocument,
  problems: SetupProblem[],
): Threshold[] {
  return Object.entries(given ?? {}).flatMap(([id, bar]): Threshold[] => {
    const at = document.keyAt(['gate', id]);
    if (id === 'allow-empty') {
      if (typeof bar !== 'boolean') problems.push({ message: 'gate.allow-empty: expected true or false', at });
      return [];
    }
    if (!packs.some((p) => p.id === id))
      problems.push({ message: `unknown framework "${id}" in gate; known are ${packs.map((p) => p.id).join(', ')}`, at });
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

function readSources(given: Readonly<Record<string, z.infer<typeof source> | undefined>>): Map<EvidenceKind, EvidenceSource> {
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
