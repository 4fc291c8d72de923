import * as z from 'zod';
import { type CalendarDate, parseIsoDate } from '../calendar.ts';
import { EVIDENCE_KINDS, type Evidence, type EvidenceRecord, type Field, type Policy } from '../model/evidence.ts';
import type { Location } from '../model/location.ts';

const words = z.record(z.string(), z.array(z.union([z.string(), z.boolean()])).min(1));

/** Conditions on the fields of a record: field -> values, compared without case. */
export const conditions = {
  /** Judged only when each field holds one of the values. */
  where: words.optional(),
  /** Left out when some field holds one of the values. A field that is not there leaves nothing out. */
  unless: words.optional(),
};

/** Which records a check speaks of. */
export const scopeSchema = z.strictObject({
  evidence: z.enum(EVIDENCE_KINDS),
  ...conditions,
  /** Only the records with the latest date in this field that is not in the future; all when no date can be read. */
  latestBy: z.string().optional(),
});
export type Scope = z.infer<typeof scopeSchema>;
export type Conditions = Pick<Scope, 'where' | 'unless'>;

/** All records of a kind. Of the documents only governing ones: the rest is held to nothing. */
export function recordsOf(evidence: Evidence, kind: Scope['evidence']): readonly EvidenceRecord[] {
  if (kind === 'policy') return evidence.policies.filter((p) => p.role !== 'other');
  return evidence.records.filter((r) => r.kind === kind);
}

/** The records of a kind that meet the conditions. */
export function inScope(evidence: Evidence, scope: Scope, asOf: CalendarDate): readonly EvidenceRecord[] {
  const records = recordsOf(evidence, scope.evidence).filter((record) => meets(record, scope));
  return scope.latestBy === undefined ? records : latest(records, scope.latestBy, asOf);
}

export function meets(record: EvidenceRecord, { where, unless }: Conditions): boolean {
  const holds = ([field, values]: [string, readonly (string | boolean)[]]): boolean => {
    const text = textOf(record, field)?.toLowerCase();
    return text !== undefined && values.some((v) => String(v).toLowerCase() === text);
  };
  return Object.entries(where ?? {}).every(holds) && !Object.entries(unless ?? {}).some(holds);
}

function latest(records: readonly EvidenceRecord[], field: string, asOf: CalendarDate): readonly EvidenceRecord[] {
  const dates = records.map((record) => readDate(record, field)).map((d) => (d.is === 'date' && d.date <= asOf ? d.date : null));
  const newest = dates.reduce((best, date) => (date !== null && (best === null || date > best) ? date : best), null);
  return newest === null ? records : records.filter((_, i) => dates[i] === newest);
}

/** A record's own field, else the one that a statement about the whole set gives it. */
export function fieldOf(record: EvidenceRecord, name: string): Field | undefined {
  return record.fields[name] ?? record.inherited?.[name];
}

/** The value of a field as text; undefined when it holds none. */
export function textOf(record: EvidenceRecord, name: string): string | undefined {
  const field = fieldOf(record, name);
  if (field?.state !== 'value') return undefined;
  const text = Array.isArray(field.value) ? field.value.join('; ') : String(field.value);
  return text.trim() || undefined;
}

export type DateReading =
  | { readonly is: 'date'; readonly date: CalendarDate; readonly at: Location }
  | { readonly is: 'absent' }
  | { readonly is: 'placeholder' | 'unreadable'; readonly text: string; readonly reason: string; readonly at: Location };

/** What a date field says. A value that is no calendar date is unreadable, never ignored. */
export function readDate(record: EvidenceRecord, name: string): DateReading {
  const field = fieldOf(record, name);
  if (!field) return { is: 'absent' };
  const { at, text } = field;
  if (field.state === 'placeholder') return { is: 'placeholder', text, reason: 'to be filled in', at };
  if (field.state === 'unreadable') return { is: 'unreadable', text, reason: field.reason, at };
  const date = parseIsoDate(String(field.value));
  return date ? { is: 'date', date, at } : { is: 'unreadable', text, reason: 'no calendar date', at };
}

/** `kind:name`. A document goes by its path: two may bear one title, and what covers a topic is told apart from it. */
export function subjectOf(record: EvidenceRecord): string {
  return record.kind === 'policy' ? `document:${record.at.path}` : `${record.kind}:${record.name}`;
}

/** How a message calls a record. */
export function labelOf(record: EvidenceRecord): string {
  return record.kind === 'policy' ? `"${(record as Policy).name}"` : record.name;
}

/** A text of the repository as a message quotes it. */
export function quote(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return `"${plain.length > 60 ? `${plain.slice(0, 57)}...` : plain}"`;
}
