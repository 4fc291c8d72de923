import * as z from 'zod';
import type { EvidenceRecord } from '../model/evidence.ts';
import { indexNames, namesOf } from './names.ts';
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
  const [ownId, otherId] = options.id ?? [];
  const byId = otherId === undefined ? new Map<string, EvidenceRecord>() : firstBy(to, otherId);
  return (record) => {
    const id = ownId === undefined ? undefined : textOf(record, ownId)?.toLowerCase();
    const own = namesOf(record, options.names, legalForms);
    const linked = byId.get(id ?? '') ?? names.same(own);
    return linked ? { linked } : { perhaps: names.similar(own) };
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
