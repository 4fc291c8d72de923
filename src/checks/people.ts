import type { EvidenceRecord } from '../model/evidence.ts';
import { textOf } from './records.ts';

const NOBODY = -1;
/** Two people of the roster answer to one key: neither may be credited by it. */
const SEVERAL = -2;

/** Finds people of the roster by what a training export calls them. */
export interface PeopleIndex {
  /** Position in the roster, or a negative number for nobody (-1) and for more than one (-2). */
  find(key: string): number;
}

/** A person goes by the id, the e-mail address, its part before the @, and the name in either order. */
export function indexPeople(roster: readonly EvidenceRecord[]): PeopleIndex {
  const keys = new Map<string, number>();
  roster.forEach((person, index) => {
    for (const key of keysOf(person)) {
      const known = keys.get(key);
      keys.set(key, known === undefined || known === index ? index : SEVERAL);
    }
  });
  return { find: (key) => keys.get(keyOf(key)) ?? NOBODY };
}

function keysOf(person: EvidenceRecord): Set<string> {
  const email = textOf(person, 'email');
  const stated = [person.name, textOf(person, 'id'), email, email?.split('@')[0], textOf(person, 'person-name')];
  return new Set(
    stated
      .filter((s) => s !== undefined)
      .map(keyOf)
      .filter(Boolean),
  );
}

/** One spelling for a key: "Rivera, Ana" and "ana  rivera" are one; case, dots and accents do not count in names. */
function keyOf(text: string): string {
  const plain = text.normalize('NFC').trim().toLowerCase();
  if (plain.includes('@')) return plain;
  const comma = plain.indexOf(',');
  const ordered = comma < 0 ? plain : `${plain.slice(comma + 1)} ${plain.slice(0, comma)}`;
  return ordered.trim().replace(/\s+/g, ' ');
}
