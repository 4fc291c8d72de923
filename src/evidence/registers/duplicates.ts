import type { EvidenceKind, EvidenceRecord } from '../../model/evidence.ts';
import type { ProblemList } from './problems.ts';
import { valueText } from './records.ts';
import { plainWords } from './words.ts';

interface Sameness {
  /** Fields in which two records of one inventory must differ; the first must be there. */
  readonly same: readonly string[];
  /** Fields in which two records of one thing must agree. */
  readonly agree: readonly string[];
}

/** Agreements are renewed, so a vendor may recur there. */
const SAMENESS: Readonly<Partial<Record<EvidenceKind, Sameness>>> = {
  vendor: { same: ['name', 'service'], agree: ['phi', 'status'] },
  person: { same: ['id'], agree: [] },
  risk: { same: ['id'], agree: [] },
  vulnerability: { same: ['id'], agree: [] },
  asset: { same: ['name'], agree: ['ephi'] },
};

/** Finds records that stand twice in the registers of one kind. */
export class Duplicates {
  readonly #seen = new Map<string, { readonly record: EvidenceRecord; readonly alone: boolean }>();
  readonly #problems: ProblemList;

  constructor(problems: ProblemList) {
    this.#problems = problems;
  }

  /**
   * Takes the records of one table. Two registers may speak of the same thing (a list and an extract of it), so across
   * files only contradictions are reported, and repetitions where every file is one record.
   */
  add(records: readonly EvidenceRecord[]): void {
    const alone = records.length === 1;
    for (const record of records) {
      const key = keyOf(record);
      if (key === null) continue;
      const earlier = this.#seen.get(key);
      if (!earlier) this.#seen.set(key, { record, alone });
      else this.#compare(earlier.record, record, earlier.alone && alone);
    }
  }

  #compare(earlier: EvidenceRecord, record: EvidenceRecord, alone: boolean): void {
    const differences = (SAMENESS[record.kind]?.agree ?? []).flatMap((field) => differenceIn(field, earlier, record));
    const here = earlier.at.path === record.at.path;
    if (differences.length === 0 && !here && !alone) return;
    const where = here ? `on line ${earlier.at.line} of this file` : `at ${earlier.at.path}:${earlier.at.line}`;
    const message = [`the same ${record.kind} stands ${where}`, ...differences].join(' and ');
    this.#problems.add('duplicate-record', `${message}; keep one of them`, record.at);
  }
}

function keyOf({ kind, fields }: EvidenceRecord): string | null {
  const sameness = SAMENESS[kind];
  if (!sameness || !valueText(fields[sameness.same[0] ?? ''])) return null;
  return [kind, ...sameness.same.map((field) => plainWords(valueText(fields[field]) ?? ''))].join('|');
}

function differenceIn(field: string, earlier: EvidenceRecord, record: EvidenceRecord): string[] {
  const [a, b] = [earlier.fields[field], record.fields[field]];
  if (a?.state !== 'value' || b?.state !== 'value' || a.value === b.value) return [];
  return [`says ${field} ${shown(a.value)} at ${a.at.path}:${a.at.line}, ${shown(b.value)} at ${b.at.path}:${b.at.line}`];
}

function shown(value: unknown): string {
  return value === true ? 'yes' : value === false ? 'no' : String(value);
}
