import { WIDEST } from './csv-layout.ts';
import type { Lexicon, LexiconKind } from './lexicon.ts';
import { meaningsOf } from './lexicon.ts';
import { normaliseHeading } from './words.ts';

/** field -> column (from 0). */
export type ColumnMap = ReadonlyMap<string, number>;

/** How well a header fits a kind. */
export interface Fit {
  readonly kind: LexiconKind;
  readonly columns: ColumnMap;
  /** Sum over the understood columns; one that only this kind has counts 1, one shared by n kinds 1/n. */
  readonly weight: number;
  /** The groups of needed fields of which none is there. */
  readonly missing: readonly (readonly string[])[];
}

/** Fields that a record's key (`aws:` above its fields) can stand for, where no column does. */
const NAMED_BY_KEY = ['id', 'person-id', 'name', 'target', 'control'];

/** What is known of a table's columns besides their headings. */
export interface ColumnHints {
  /** field -> heading, from the configuration. */
  readonly given?: Readonly<Record<string, string>> | undefined;
  /** Column of the records' keys, or -1. */
  readonly keyColumn?: number;
}

/**
 * Finds the column of every field of a kind. Each field takes the column with the best name for it, in the order of
 * the vocabulary; a column serves one field. `given` (from the configuration) names headings as written and wins.
 */
function mapColumns(kind: LexiconKind, header: readonly string[], hints: ColumnHints = {}): ColumnMap {
  const taken = new Map<string, number>();
  const used = new Set<number>();
  for (const [field, heading] of Object.entries(hints.given ?? {})) {
    const column = header.findIndex((h) => h.trim() === heading.trim() || normaliseHeading(h) === normaliseHeading(heading));
    if (column < 0) continue;
    taken.set(field === 'person' ? 'person-id' : field, column);
    used.add(column);
  }
  const options = header.slice(0, WIDEST).map((heading) => meaningsOf(kind, normaliseHeading(heading)));
  for (const { name } of kind.words.fields) {
    if (taken.has(name)) continue;
    let best = -1;
    let bestRank = Number.POSITIVE_INFINITY;
    for (const [column, meanings] of options.entries()) {
      const rank = used.has(column) ? undefined : meanings.find((m) => m.field === name)?.rank;
      if (rank === undefined || rank >= bestRank) continue;
      best = column;
      bestRank = rank;
    }
    if (best < 0) continue;
    taken.set(name, best);
    used.add(best);
  }
  if (hints.keyColumn !== undefined && hints.keyColumn >= 0) {
    const open = NAMED_BY_KEY.filter((name) => kind.fields.has(name) && !taken.has(name));
    const byKey = open.find((name) => kind.words.needs.some((group) => group.includes(name))) ?? open[0];
    if (byKey) taken.set(byKey, hints.keyColumn);
  }
  return taken;
}

/** Maps a header to a kind and weighs the result. */
export function fitKind(lexicon: Lexicon, kind: LexiconKind, header: readonly string[], hints: ColumnHints = {}): Fit {
  const columns = mapColumns(kind, header, hints);
  let weight = 0;
  for (const column of columns.values()) {
    const heading = normaliseHeading(header[column] ?? '');
    if (heading) weight += 1 / (lexicon.spread.get(heading) ?? 1);
  }
  return { kind, columns, weight, missing: kind.words.needs.filter((group) => !group.some((field) => columns.has(field))) };
}

/** How many headings of a row any kind knows: tells a header row from titles above it and data below it. */
export function knownHeadings(lexicon: Lexicon, cells: readonly string[]): number {
  const known = new Set<string>();
  for (const cell of cells.slice(0, WIDEST)) {
    const heading = normaliseHeading(cell);
    if (heading && lexicon.kinds.some((kind) => meaningsOf(kind, heading).length > 0)) known.add(heading);
  }
  return known.size;
}
