import * as z from 'zod';
import { EVIDENCE_KINDS } from '../model/evidence.ts';
import { SEVERITIES } from '../model/outcome.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'expected lower-case words joined by hyphens');
const patterns = z.array(z.string().min(1));

export const ruleSchema = z.strictObject({
  id,
  title: z.string().min(1),
  severity: z.enum(SEVERITIES),
  basis: z.strictObject({ kind: z.enum(['requirement', 'practice']), source: z.string().min(1) }),
  check: z.string(),
  with: z.record(z.string(), z.unknown()),
  whenAbsent: z.enum(['fail', 'unknown', 'review', 'not-applicable']),
  remediation: z.string().min(1),
  always: z.boolean().default(false),
});

/** A control either names rules or says why no file can show it. */
export const controlSchema = z
  .strictObject({
    id: z.string().min(1),
    title: z.string().min(1),
    specification: z.enum(['standard', 'required', 'addressable']).optional(),
    rules: z.array(id).default([]),
    manual: z.string().min(1).optional(),
    levels: z.array(z.string()).default([]),
    category: z.string().optional(),
  })
  .refine((c) => c.rules.length > 0 !== (c.manual !== undefined), 'give either rules, or manual with the reason why no file can show it');

export const packSchema = z.strictObject({
  id,
  title: z.string().min(1),
  version: z.string().min(1),
  source: z.string().min(1),
  figure: z.string().min(1),
  sections: z.array(z.strictObject({ id, title: z.string().min(1) })).min(1),
});

export const topicSchema = z.strictObject({
  id,
  title: z.string().min(1),
  headings: patterns.default([]),
  says: patterns.default([]),
  mentions: patterns.default([]),
  not: patterns.default([]),
  elements: z.array(z.strictObject({ id, title: z.string().min(1), says: patterns.min(1) })).default([]),
});

const fieldSchema = z.strictObject({
  name: id,
  type: z.enum(['text', 'date', 'yes-no', 'status', 'level', 'number', 'list', 'id']),
  headings: z.array(z.string().min(1)).min(1),
  holds: z.enum(['levels']).optional(),
  awaited: z.boolean().optional(),
  words: z.record(z.string(), z.array(z.string())).default({}),
  remarks: z.array(z.string()).default([]),
});

export const registerSchema = z.strictObject({
  kind: z.enum([...EVIDENCE_KINDS, 'waiver']),
  title: z.string(),
  files: z.array(z.string()),
  keys: z.array(z.string()),
  fields: z.array(fieldSchema),
  needs: z.array(z.array(id).min(1)).min(1),
});

/** How headings are shortened and varied in every kind of register. */
export const headingsSchema = z
  .strictObject({
    abbreviations: z.record(z.string(), z.string()),
    'date-words': z.array(z.string()),
    'side-dates': z.array(z.string()),
    remarks: z.array(z.string()),
    levels: z.array(z.string()),
  })
  .transform(({ 'date-words': dateWords, 'side-dates': sideDates, ...words }) => ({ ...words, dateWords, sideDates }));

/** How documents label their own data: field -> labels, without case. */
export const labelsSchema = z.record(id, z.array(z.string().min(1)).min(1));
