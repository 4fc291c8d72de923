import * as z from 'zod';
import { CONTROL_OUTCOMES, OUTCOMES, SEVERITIES } from './outcome.ts';

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
const line = z.number().int().min(1);
const figure = z.number().min(0).max(100).nullable();
const readiness = z.strictObject({
  strict: figure.describe('Percent of applicable controls proven by current evidence, unrounded; null when none is applicable'),
  accepted: figure.describe('The same plus controls under an unexpired waiver'),
  counts: z.record(z.enum(CONTROL_OUTCOMES), z.number().int().min(0)),
});

const policy = z.strictObject({
  kind: z.literal('policy'),
  path: z.string(),
  line,
  role: z.enum(['policy', 'procedure', 'other']),
  title: z.string(),
  version: value,
  effective: value,
  reviewed: value,
  nextReview: value,
  owner: value,
  approver: value,
  status: value,
  topics: z.array(z.string()).describe('Topics that the document covers'),
});
const record = z.strictObject({ kind: z.string(), path: z.string(), line, name: z.string(), fields: z.record(z.string(), value) });

const finding = z.strictObject({
  rule: z.string(),
  rules: z.array(z.string()).min(1).describe('Every rule that the fact breaks; several only where something is missing altogether'),
  outcome: z.enum(['fail', 'unknown', 'review']),
  severity: z.enum(SEVERITIES),
  message: z.string(),
  path: z.string().nullable().describe('null where something is missing from the repository as a whole'),
  line: line.nullable(),
  column: line.nullable(),
  endLine: line.nullable(),
  subject: z.string(),
  controls: z.array(z.string()).describe('framework:control of every control in scope that asks for the rule'),
  origin: z.enum(['introduced', 'existing']).nullable(),
  fingerprint: z.string(),
  waiver: z.strictObject({ reason: z.string(), owner: z.string(), approver: z.string(), expires: date, path: z.string(), line }).nullable(),
  remediation: z.string(),
  reason: z.string().describe('Stable short word for the reason within the rule'),
  count: z.number().int().min(1).describe('Subjects that share the finding'),
  also: z.array(z.strictObject({ path: z.string(), line })).describe('Places of the other subjects'),
});

const control = z.strictObject({
  id: z.string(),
  title: z.string(),
  section: z.string(),
  specification: z.enum(['standard', 'required', 'addressable']).nullable(),
  outcome: z.enum(CONTROL_OUTCOMES),
  reason: z.string().nullable(),
  rules: z.array(z.strictObject({ id: z.string(), outcome: z.enum(OUTCOMES) })),
  evidence: z
    .array(z.strictObject({ kind: z.string(), path: z.string(), line, rule: z.string() }))
    .describe('The lines the verdict rests on'),
});

/** The JSON report, version 1. `docs/report.schema.json` is generated from it. */
export const reportSchema = z.strictObject({
  schema: z.literal(1),
  tool: z.strictObject({ name: z.literal('cleanbill'), version: z.string() }),
  asOf: date,
  commit: z.string().nullable(),
  config: z.string().nullable(),
  files: z.strictObject({ read: z.number().int(), notRead: z.number().int() }),
  evidence: z.array(z.union([policy, record])),
  registers: z.array(
    z.strictObject({
      kind: z.string(),
      path: z.string(),
      records: z.number().int(),
      columns: z.record(z.string(), z.string()),
      unread: z.array(z.string()),
    }),
  ),
  findings: z.array(finding),
  frameworks: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      level: z.string().nullable(),
      readiness,
      sections: z.array(z.strictObject({ id: z.string(), title: z.string(), readiness })),
      controls: z.array(control),
    }),
  ),
  lapses: z.array(
    z.strictObject({
      date,
      days: z.number().int(),
      rule: z.string(),
      subject: z.string(),
      message: z.string(),
      path: z.string().nullable(),
      line: line.nullable(),
    }),
  ),
  compare: z.null().describe('Reserved for the comparison with a base commit'),
  gate: z.strictObject({
    passed: z.boolean(),
    bars: z.number().int().min(0).describe('Thresholds and blockers that the configuration sets'),
    violations: z.array(z.strictObject({ threshold: z.string(), actual: z.number().nullable(), message: z.string() })),
  }),
});

export type ReportJson = z.infer<typeof reportSchema>;
