import type { EvidenceRecord } from '../model/evidence.ts';
import { textOf } from './records.ts';

/** Finds people of the roster by what a training export calls them. */
export interface PeopleIndex {
  /** Positions in the roster of everyone who goes by a key: nobody, one person, or several who cannot be told apart. */
  find(key: string): readonly number[];
  /** The position that stands for a person: someone who left and came back has two lines and one id. */
  lineOf(position: number): number;
}

/**
 * A person goes by the id, the e-mail address, its part before the @, and the name in either order.
 * `isActive` tells which of several lines with one id counts; without one the last does.
 * `credentials` are letters after a name that are no part of it.
 */
export function indexPeople(
  roster: readonly EvidenceRecord[],
  credentials: readonly string[],
  isActive: (person: EvidenceRecord) => boolean,
): PeopleIndex {
  const letters = new Set(credentials);
  const lines = linesOf(roster, isActive);
  const keys = new Map<string, Set<number>>();
  roster.forEach((person, position) => {
    const email = textOf(person, 'email');
    for (const stated of [person.name, textOf(person, 'id'), email, email?.split('@')[0], textOf(person, 'person-name')]) {
      for (const key of stated === undefined ? [] : keysOf(stated, letters)) {
        const known = keys.get(key) ?? new Set();
        keys.set(key, known.add(lines[position] ?? position));
      }
    }
  });
  return {
    find: (key) => [...(keysOf(key, letters).flatMap((k) => keys.get(k) ?? [])[0] ?? [])],
    lineOf: (position) => lines[position] ?? position,
  };
}

/** Position -> position of the line that stands for the same id: the first active one, else the last. */
function linesOf(roster: readonly EvidenceRecord[], isActive: (person: EvidenceRecord) => boolean): readonly number[] {
  const chosen = new Map<string, number>();
  const ids = roster.map((person) => (textOf(person, 'id') ?? textOf(person, 'email'))?.toLowerCase());
  roster.forEach((_, position) => {
    const id = ids[position];
    const known = id === undefined ? undefined : chosen.get(id);
    if (id === undefined || (known !== undefined && isActive(roster[known] as EvidenceRecord))) return;
    chosen.set(id, position);
  });
  return ids.map((id, position) => (id === undefined ? position : (chosen.get(id) ?? position)));
}

/**
 * The spellings of one key, the nearest first: "Rivera, Ana", "ana  rivera" and "Ana Rivera, RN" are one. Case and accents
 * do not count; an e-mail address stays as it is.
 */
function keysOf(text: string, credentials: ReadonlySet<string>): readonly string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase();
  if (plain.includes('@')) return [plain];
  const parts = plain.split(',').map((part) => part.trim().replace(/\s+/g, ' '));
  const bare = [...parts];
  while (bare.length > 1 && isCredential(bare.at(-1) ?? '', credentials)) bare.pop();
  return [...new Set([inOrder(parts), inOrder(bare)])].filter(Boolean);
}

function inOrder([last = '', ...first]: readonly string[]): string {
  return [...first, last].join(' ').trim();
}

function isCredential(part: string, credentials: ReadonlySet<string>): boolean {
  return part.split(/[\s/]+/).every((word) => credentials.has(word.replaceAll('.', '')));
}
