import { WIDEST } from './csv-layout.ts';
import type { HeadingSpelling } from './headings.ts';
import type { Lexicon, LexiconKind, Meaning } from './lexicon.ts';
import { isHeading, meaningsOf, spreadOf } from './lexicon.ts';
import { normaliseHeading } from './words.ts';

/** field -> column (from 0). */
export type ColumnMap = ReadonlyMap<string, number>;

/** How well a header fits a kind. */
export interface Fit {
  readonly kind: LexiconKind;
  readonly columns: ColumnMap;
  /** Sum over the understood columns; one that only this kind has counts 1, one shared by n kinds 1/n. */
  readonly weight: number;
  /** Fields whose column was guessed, because nobody understood its heading: its cells are not read. */
  readonly unsure?: ColumnMap;
  /** The groups of needed fields of which none is there. */
  readonly missing: readonly (readonly string[])[];
}

/** Fields that a record's key (`aws:` above its fields) can stand for, where no column does. */
const NAMED_BY_KEY = ['id', 'person-id', 'name', 'target', 'control'];

/** The texts of a column in a table's first rows. */
export type Sample = (column: number) => readonly string[];

/** What is known of a table's columns besides their headings. */
export interface ColumnHints {
  /** field -> heading, from the configuration. */
  readonly given?: Readonly<Record<string, string>> | undefined;
  /** Column of the records' keys, or -1. */
  readonly keyColumn?: number;
  /** Cells of a column in the first rows. */
  readonly sample?: Sample | undefined;
}

/**
 * Finds the column of every field of a kind. Each field takes the column with the best name for it, in the order of
 * the vocabulary; a column serves one field. `given` (from the configuration) names headings as written and wins.
 */
function mapColumns({ spelling }: Lexicon, kind: LexiconKind, header: readonly string[], hints: ColumnHints = {}): ColumnMap {
  const taken = new Map<string, number>();
  const used = new Set<number>();
  for (const [field, heading] of Object.entries(hints.given ?? {})) {
    const column = header.findIndex((h) => h.trim() === heading.trim() || normaliseHeading(h) === normaliseHeading(heading));
    if (column < 0) continue;
    taken.set(field === 'person' ? 'person-id' : field, column);
    used.add(column);
  }
  const options = header.slice(0, WIDEST).map((heading, column) => {
    const meanings = meaningsOf(kind, spelling.forms(heading));
    return meanings.length < 2 ? meanings : byCells(kind, meanings, spelling, hints.sample?.(column) ?? []);
  });
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

/** Of a heading that can name a rating or something else (`Risk`), the cells tell which: a rating's are levels. */
function byCells(kind: LexiconKind, meanings: readonly Meaning[], spelling: HeadingSpelling, cells: readonly string[]): readonly Meaning[] {
  const isRating = ({ field }: Meaning): boolean => kind.fields.get(field)?.words.holds === 'levels';
  if (!meanings.some(isRating) || meanings.every(isRating)) return meanings;
  const written = cells.filter((cell) => cell !== '');
  const rates = written.length > 0 && written.filter((cell) => spelling.isLevel(cell)).length > written.length / 2;
  return meanings.filter((meaning) => isRating(meaning) === rates);
}

/** Maps a header to a kind and weighs the result. */
export function fitKind(lexicon: Lexicon, kind: LexiconKind, header: readonly string[], hints: ColumnHints = {}): Fit {
  const columns = mapColumns(lexicon, kind, header, hints);
  let weight = 0;
  for (const column of columns.values()) {
    const forms = lexicon.spelling.forms(header[column] ?? '');
    if (forms.exact) weight += 1 / spreadOf(lexicon, forms);
  }
  return { kind, columns, weight, missing: kind.words.needs.filter((group) => !group.some((field) => columns.has(field))) };
}

/** How many headings of a row any kind knows: tells a header row from titles above it and data below it. */
export function knownHeadings(lexicon: Lexicon, cells: readonly string[]): number {
  const known = new Set<string>();
  for (const cell of cells.slice(0, WIDEST)) {
    const forms = lexicon.spelling.forms(cell);
    if (isHeading(lexicon, forms)) known.add(forms.exact);
  }
  return known.size;
}
