import type { EvidenceKind } from '../../model/evidence.ts';
import { type Fit, fitKind, type Sample } from './columns.ts';
import type { Context } from './context.ts';
import { type Choice, chooseKind } from './kind.ts';
import type { LexiconKind, RegisterKind } from './lexicon.ts';
import type { ConfiguredFile } from './sources.ts';
import { sampleOf, type Table } from './table.ts';
import type { FoundTable, TreeTables } from './tree-tables.ts';

/** A table and the kind that it was found to be. */
export interface Chosen {
  readonly table: Table;
  readonly fit: Fit;
}

/** What a table is judged by. */
export interface Headed extends Pick<Table, 'path' | 'key' | 'header' | 'keyColumn'> {
  readonly sample: Sample;
}

/** What one YAML or JSON document holds. */
export interface TreeChoice {
  readonly taken: readonly Chosen[];
  /** Tables inside a record: registers only where no other file holds that kind. */
  readonly parts: readonly Table[];
  /** A table that says what it is and lacks a column, when nothing else was found. */
  readonly lacking: Chosen | null;
}

/** Decides what tables are: as the configuration says, else by their names and headings. */
export class Chooser {
  readonly #context: Context;
  /** Kinds that the configuration places: they are not looked for elsewhere. */
  readonly #placed: ReadonlySet<RegisterKind>;

  constructor(context: Context) {
    this.#context = context;
    this.#placed = new Set(context.reading.config.sources.keys());
  }

  choose(table: Headed, source: ConfiguredFile | null, alone = false): Choice {
    const { path, key, keyColumn, sample } = table;
    const header = table.header.map((heading) => heading.text);
    if (!source) return chooseKind(this.#context.lexicon, { path, key, header, keyColumn, alone, sample }, this.#placed);
    const kind = this.kind(source.kind);
    if (!kind) return null;
    const fit = fitKind(this.#context.lexicon, kind, header, { given: source.columns, keyColumn, sample });
    return fit.missing.length > 0 ? { lacking: fit } : { fit };
  }

  /** A document that is a record itself (an assessment with its risks) is taken as one; else the lists in it. */
  chooseTree({ record, lists }: TreeTables, source: ConfiguredFile | null): TreeChoice {
    const chosen = lists.map((found) => ({ found, choice: this.choose({ ...found.table, sample: sampleOf(found.table.rows) }, source) }));
    const fitting = outermost(chosen.flatMap(({ found, choice }) => (choice && 'fit' in choice ? [{ found, fit: choice.fit }] : [])));
    const whole = record && this.choose({ ...record, sample: sampleOf(record.rows) }, source, true);
    if (record && whole && 'fit' in whole && !fitting.some(({ fit }) => fit.kind === whole.fit.kind)) {
      return { taken: [{ table: record, fit: whole.fit }], parts: fitting.map(({ found }) => found.table), lacking: null };
    }
    const taken = fitting.map(({ found, fit }) => ({ table: found.table, fit }));
    const lacking = chosen.flatMap(({ found, choice }) =>
      choice && 'lacking' in choice ? [{ table: found.table, fit: choice.lacking }] : [],
    );
    return { taken, parts: [], lacking: taken.length === 0 ? (lacking[0] ?? null) : null };
  }

  kind(kind: EvidenceKind): LexiconKind | undefined {
    return this.#context.lexicon.kinds.find((k) => k.kind === kind);
  }
}

/** Leaves out tables that stand inside one that was already taken. */
function outermost<T extends { readonly found: FoundTable }>(tables: readonly T[]): T[] {
  const kept: T[] = [];
  for (const table of tables) {
    const { trail } = table.found;
    const inside = kept.some(({ found }) => trail.length > found.trail.length && found.trail.every((key, index) => key === trail[index]));
    if (!inside) kept.push(table);
  }
  return kept;
}
