import type { EvidenceRecord } from '../model/evidence.ts';
import { fieldOf } from './records.ts';

/**
 * The words of a company's name as two registers may share them: without case, accents, punctuation, a leading "the" and
 * the legal forms at its end ("Acme Labs, Inc." and "ACME Labs" are one).
 */
export function nameWords(name: string, legalForms: ReadonlySet<string>): readonly string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/&/g, ' and ').replace(/['’.]/g, '');
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  while (words.length > 1 && legalForms.has(words.at(-1) ?? '')) words.pop();
  if (words.length > 1 && words[0] === 'the') words.shift();
  return words;
}

/** Every name a record goes by: the fields given, the parts of a list, and what stands in and before brackets. */
export function namesOf(record: EvidenceRecord, fields: readonly string[]): readonly string[] {
  const stated = fields.flatMap((name): string[] => {
    const field = fieldOf(record, name);
    if (field?.state !== 'value') return [];
    return Array.isArray(field.value) ? [...(field.value as readonly string[])] : [String(field.value)];
  });
  const names = [record.name, ...stated];
  const bracketed = names.flatMap((name) => /^([^()]+)\(([^()]+)\)\s*$/.exec(name)?.slice(1) ?? []);
  return [...new Set([...names, ...bracketed].map((n) => n.trim()).filter(Boolean))];
}

/** So many names that begin alike are compared word by word; more would make a hostile register slow. */
const ALIKE = 100;

/** Records by the names they go by. */
export interface NameIndex {
  /** The first record of which some name has exactly these words. */
  same(words: readonly string[]): EvidenceRecord | undefined;
  /** A record that may be meant: one name holds all words of the other and begins alike, or is its initials. */
  similar(words: readonly string[]): EvidenceRecord | undefined;
}

export function indexNames(records: readonly EvidenceRecord[], fields: readonly string[], legalForms: ReadonlySet<string>): NameIndex {
  const exact = new Map<string, EvidenceRecord>();
  const byFirst = new Map<string, { words: readonly string[]; record: EvidenceRecord }[]>();
  const byInitials = new Map<string, EvidenceRecord>();
  for (const record of records) {
    for (const words of namesOf(record, fields).map((n) => nameWords(n, legalForms))) {
      const [first] = words;
      if (first === undefined) continue;
      if (!exact.has(words.join(' '))) exact.set(words.join(' '), record);
      const alike = byFirst.get(first) ?? [];
      byFirst.set(first, alike);
      if (alike.length < ALIKE) alike.push({ words, record });
      if (words.length > 2) byInitials.set(initials(words), record);
    }
  }
  return {
    same: (words) => exact.get(words.join(' ')),
    similar(words) {
      const contained = (byFirst.get(words[0] ?? '') ?? []).find((c) => includesAll(c.words, words) || includesAll(words, c.words));
      if (contained) return contained.record;
      const [only] = words;
      if (words.length === 1 && only !== undefined) return byInitials.get(only);
      return words.length > 2 ? exact.get(initials(words)) : undefined;
    },
  };
}

function includesAll(all: readonly string[], some: readonly string[]): boolean {
  return some.every((word) => all.includes(word));
}

function initials(words: readonly string[]): string {
  return words.map((word) => word[0]).join('');
}
