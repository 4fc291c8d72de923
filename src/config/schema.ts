import * as z from 'zod';
import { parseIsoDate } from '../calendar.ts';
import type { EvidenceKind } from '../model/evidence.ts';

const date = z.string().refine((text) => parseIsoDate(text) !== null, 'expected a date such as 2026-11-21');
const paths = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);
const sourceSchema = z.union([paths, z.strictObject({ files: paths, columns: z.record(z.string(), z.string().min(1)).default({}) })]);
const percent = z
  .number('expected a number from 0 to 100')
  .min(0, 'expected a number from 0 to 100')
  .max(100, 'expected a number from 0 to 100');

const frameworkSchema = z
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
export const SOURCE_NAMES: Readonly<Record<string, EvidenceKind>> = {
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
  frameworks: z.record(z.string(), frameworkSchema).optional(),
  evidence: z.strictObject(Object.fromEntries(Object.keys(SOURCE_NAMES).map((name) => [name, sourceSchema.optional()]))).optional(),
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

export type RawConfig = z.infer<typeof configSchema>;
