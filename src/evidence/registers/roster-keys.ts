import type { EvidenceRecord } from '../../model/evidence.ts';
import { valueText } from './records.ts';

/** How the roster calls its people: ids, e-mail addresses and names, in lower case. */
export function rosterKeys(records: readonly EvidenceRecord[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const record of records) {
    if (record.kind !== 'person') continue;
    for (const field of ['id', 'email', 'person-name']) {
      const text = valueText(record.fields[field]);
      if (text) keys.add(text.toLowerCase());
    }
  }
  return keys;
}
