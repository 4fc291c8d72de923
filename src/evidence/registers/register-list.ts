import type { EvidenceKind, Register } from '../../model/evidence.ts';
import type { Fit } from './columns.ts';
import { type Lexicon, meaningsOf, type RegisterKind } from './lexicon.ts';
import type { TableHeading } from './table.ts';

/** The registers found so far: one entry for each kind and file. */
export class RegisterList {
  readonly #registers = new Map<string, Register>();
  readonly #lexicon: Lexicon;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** Counts `records` of a table to its file; a file can hold several tables of one kind. */
  add(path: string, header: readonly TableHeading[], fit: Fit, records: number): void {
    const kind = fit.kind.kind as EvidenceKind;
    const columns = Object.fromEntries([...fit.columns].map(([field, column]) => [field, header[column]?.text || '(key)']));
    const used = new Set(fit.columns.values());
    const isUnread = (text: string): boolean => meaningsOf(fit.kind, this.#lexicon.spelling.forms(text)).length === 0;
    const unread = header.flatMap(({ text }, column) => (text !== '' && !used.has(column) && isUnread(text) ? [text] : []));
    const earlier = this.#registers.get(`${kind} ${path}`);
    this.#registers.set(`${kind} ${path}`, {
      kind,
      path,
      records: records + (earlier?.records ?? 0),
      columns: { ...columns, ...earlier?.columns },
      unread: [...new Set([...(earlier?.unread ?? []), ...unread])],
    });
  }

  has(kind: RegisterKind): boolean {
    return this.list().some((register) => register.kind === kind);
  }

  list(): Register[] {
    return [...this.#registers.values()];
  }
}
