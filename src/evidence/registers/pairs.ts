import type { EvidenceRecord } from '../../model/evidence.ts';
import { type Fit, fitKind } from './columns.ts';
import type { Context } from './context.ts';
import { ProblemList } from './problems.ts';
import { readRecords } from './records.ts';
import { sampleOf, type Table } from './table.ts';
import { normaliseHeading } from './words.ts';

/** Headings that speak of the agreement itself and not of the relationship with the vendor. */
const OF_AGREEMENT = /\b(?:baa|signed|signature|executed|execution|agreement)\b/;

/** The same table read as its counterpart, and how its columns were understood. */
export interface Counterpart {
  readonly fit: Fit;
  readonly records: readonly EvidenceRecord[];
}

/**
 * A vendor list with columns of the agreement also holds agreements, and a register of agreements that says who touches
 * PHI also holds vendors. Null when the table is only what it was read as. Problems were reported by the first reading.
 */
export function readCounterpart(table: Table, fit: Fit, context: Context): Counterpart | null {
  const other =
    fit.kind.kind === 'vendor' ? agreementsIn(table, fit, context) : fit.kind.kind === 'agreement' ? vendorsIn(table, context) : null;
  if (!other) return null;
  const records = readRecords(table, other, { ...context, problems: new ProblemList() });
  return { fit: other, records: other.kind.kind === 'agreement' ? records.filter(saysSomething) : records };
}

function agreementsIn(table: Table, vendor: Fit, { lexicon }: Context): Fit | null {
  const fit = fitOf('agreement', table, lexicon);
  const baa = vendor.columns.get('baa');
  const columns = new Map(fit?.columns);
  // The status of a vendor (`active`) is not the status of an agreement.
  columns.delete('status');
  if (baa !== undefined) columns.set('status', baa);
  const signed = columns.get('signed');
  if (signed !== undefined && !OF_AGREEMENT.test(normaliseHeading(table.header[signed]?.text ?? ''))) columns.delete('signed');
  if (!fit || !columns.has('name') || (baa === undefined && !columns.has('signed'))) return null;
  return { ...fit, columns };
}

function vendorsIn(table: Table, { lexicon }: Context): Fit | null {
  const fit = fitOf('vendor', table, lexicon);
  if (!fit?.columns.has('phi') || fit.missing.length > 0) return null;
  // The status column of a register of agreements is about the agreement.
  const columns = new Map(fit.columns);
  columns.delete('status');
  return { ...fit, columns };
}

function fitOf(kind: string, table: Table, lexicon: Context['lexicon']): Fit | null {
  const words = lexicon.kinds.find((k) => k.kind === kind);
  return words
    ? fitKind(
        lexicon,
        words,
        table.header.map((h) => h.text),
        { keyColumn: table.keyColumn, sample: sampleOf(table.rows) },
      )
    : null;
}

function saysSomething({ fields }: EvidenceRecord): boolean {
  return fields.status?.state === 'value' || fields.signed?.state === 'value';
}
