import * as z from 'zod';
import type { EvidenceRecord } from '../model/evidence.ts';
import { indexNames, namesOf, nameWords } from './names.ts';
import { textOf } from './records.ts';

/** How records of two kinds are known to speak of the same thing. */
export const linkSchema = z.strictObject({
  /** Fields with names, on either side; the record's own name is always one. */
  names: z.array(z.string()).default([]),
  /** Fields that hold the same id: of the one record and of the other. */
  id: z.tuple([z.string(), z.string()]).optional(),
  /** Words at the end of a company's name that do not tell it from another. */
  legalForms: z.array(z.string()).default([]),
});
export type LinkOptions = z.infer<typeof linkSchema>;

export interface Link {
  /** The first record that is known to be meant. */
  readonly linked?: EvidenceRecord | undefined;
  /** Where nothing is linked for certain: a record that may be meant. */
  readonly perhaps?: EvidenceRecord | undefined;
}

/** Returns the function that finds the records linked to one. Indexed once; each question is a few look-ups. */
export function linker(to: readonly EvidenceRecord[], options: LinkOptions): (from: EvidenceRecord) => Link {
  const legalForms = new Set(options.legalForms);
  const names = indexNames(to, options.names, legalForms);
  const [own, other] = options.id ?? [];
  const byId = other === undefined ? new Map<string, EvidenceRecord>() : firstBy(to, other);
  return (record) => {
    const id = own === undefined ? undefined : textOf(record, own)?.toLowerCase();
    const words = namesOf(record, options.names)
      .map((n) => nameWords(n, legalForms))
      .filter((w) => w.length);
    const linked = byId.get(id ?? '') ?? words.map((w) => names.same(w)).find((r) => r !== undefined);
    if (linked) return { linked };
    return { perhaps: words.map((w) => names.similar(w)).find((r) => r !== undefined) };
  };
}

function firstBy(records: readonly EvidenceRecord[], field: string): Map<string, EvidenceRecord> {
  const firsts = new Map<string, EvidenceRecord>();
  for (const record of records) {
    const id = textOf(record, field)?.toLowerCase();
    if (id !== undefined && !firsts.has(id)) firsts.set(id, record);
  }
  return firsts;
}
