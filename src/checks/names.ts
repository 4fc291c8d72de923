import type { EvidenceRecord } from '../model/evidence.ts';
import { fieldOf } from './records.ts';

/**
 * The words of a company's name as two registers may share them: without case, accents, punctuation, a leading "the" and
 * the legal forms at its end ("Acme Labs, Inc." and "ACME Labs" are one).
 */
function nameWords(name: string, legalForms: ReadonlySet<string>): readonly string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/&/g, ' and ').replace(/['’.]/g, '');
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  while (words.length > 1 && legalForms.has(words.at(-1) ?? '')) words.pop();
  if (words.length > 1 && words[0] === 'the') words.shift();
  return words;
}

/** Names of one record, as words. A remark in brackets is no name of its own: two companies may both do "(backup)". */
export interface Names {
  /** As written. */
  readonly whole: readonly (readonly string[])[];
  /** What stands before brackets. */
  readonly before: readonly (readonly string[])[];
  /** What stands in brackets: another name of it, or a remark. */
  readonly inside: readonly (readonly string[])[];
}

/** Every name a record goes by: its own, the fields given and the parts of a list. */
export function namesOf(record: EvidenceRecord, fields: readonly string[], legalForms: ReadonlySet<string>): Names {
  const stated = fields.flatMap((name): string[] => {
    const field = fieldOf(record, name);
    if (field?.state !== 'value') return [];
    return Array.isArray(field.value) ? [...(field.value as readonly string[])] : [String(field.value)];
  });
  const names = [...new Set([record.name, ...stated].map((n) => n.trim()))];
  const bracketed = names.map((name) => /^([^()]+)\(([^()]+)\)\s*$/.exec(name));
  const worded = (texts: readonly (string | undefined)[]): (readonly string[])[] =>
    texts.map((text) => nameWords(text ?? '', legalForms)).filter((words) => words.length);
  return { whole: worded(names), before: worded(bracketed.map((b) => b?.[1])), inside: worded(bracketed.map((b) => b?.[2])) };
}

/** So many names that begin alike are compared word by word; more would make a hostile register slow. */
const ALIKE = 100;

/** Records by the names they go by. */
export interface NameIndex {
  /** The first record that bears one of these names; one in brackets only where it is the whole name of the other. */
  same(names: Names): EvidenceRecord | undefined;
  /** A record that may be meant: one name holds all words of the other and begins alike, or is its initials. */
  similar(names: Names): EvidenceRecord | undefined;
}

export function indexNames(records: readonly EvidenceRecord[], fields: readonly string[], legalForms: ReadonlySet<string>): NameIndex {
  const [whole, before, inside, byInitials] = [0, 1, 2, 3].map(() => new Map<string, EvidenceRecord>()) as [Firsts, Firsts, Firsts, Firsts];
  const byFirst = new Map<string, { words: readonly string[]; record: EvidenceRecord }[]>();
  for (const record of records) {
    const names = namesOf(record, fields, legalForms);
    for (const words of names.whole) keep(whole, words.join(' '), record);
    for (const words of names.before) keep(before, words.join(' '), record);
    for (const words of names.inside) keep(inside, words.join(' '), record);
    for (const words of allOf(names)) {
      const alike = byFirst.get(words[0] ?? '') ?? [];
      byFirst.set(words[0] ?? '', alike);
      if (alike.length < ALIKE) alike.push({ words, record });
      if (words.length > 2) keep(byInitials, initials(words), record);
    }
  }
  const exact = (words: readonly string[], ...maps: readonly Firsts[]): EvidenceRecord | undefined =>
    firstOf(maps, (map) => map.get(words.join(' ')));
  const alike = (words: readonly string[]): EvidenceRecord | undefined => {
    const contained = (byFirst.get(words[0] ?? '') ?? []).find((c) => includesAll(c.words, words) || includesAll(words, c.words));
    if (contained) return contained.record;
    if (words.length === 1) return byInitials.get(words[0] ?? '');
    return words.length > 2 ? exact([initials(words)], whole, before, inside) : undefined;
  };
  return {
    same: (names) =>
      firstOf(names.whole, (words) => exact(words, whole, before, inside)) ??
      firstOf(names.before, (words) => exact(words, whole, before)) ??
      firstOf(names.inside, (words) => exact(words, whole)),
    similar: (names) => firstOf(allOf(names), alike),
  };
}

type Firsts = Map<string, EvidenceRecord>;

function keep(map: Firsts, key: string, record: EvidenceRecord): void {
  if (!map.has(key)) map.set(key, record);
}

function allOf({ whole, before, inside }: Names): readonly (readonly string[])[] {
  return [...whole, ...before, ...inside];
}

function firstOf<T>(all: readonly T[], find: (one: T) => EvidenceRecord | undefined): EvidenceRecord | undefined {
  for (const one of all) {
    const found = find(one);
    if (found) return found;
  }
  return undefined;
}

function includesAll(all: readonly string[], some: readonly string[]): boolean {
  return some.every((word) => all.includes(word));
}

function initials(words: readonly string[]): string {
  return words.map((word) => word[0]).join('');
}
