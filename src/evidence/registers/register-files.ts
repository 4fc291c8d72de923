import type { EvidenceRecord } from '../../model/evidence.ts';
import type { Waiver } from '../../model/report.ts';
import type { SourceFile } from '../../model/workspace.ts';
import type { Reading } from '../collect.ts';
import { Chooser } from './choose.ts';
import { type Fit, fitKind, knownHeadings } from './columns.ts';
import type { Context } from './context.ts';
import { type CsvLayout, findLayout } from './csv-layout.ts';
import { readCsvTable, sampleCsv } from './csv-table.ts';
import { Duplicates } from './duplicates.ts';
import { reportLacking, reportNoHeader } from './lacking.ts';
import { LedgerBuilder } from './ledger.ts';
import { buildLexicon } from './lexicon.ts';
import { type Counterpart, readCounterpart } from './pairs.ts';
import { reportPersonalData } from './personal-data.ts';
import { ProblemList } from './problems.ts';
import type { Registers } from './read-registers.ts';
import { readRecords } from './records.ts';
import { RegisterList } from './register-list.ts';
import { rosterKeys } from './roster-keys.ts';
import type { ConfiguredFile } from './sources.ts';
import { sampleOf, type Table, type TableHeading } from './table.ts';
import { readTrainingCsv, readTrainingTable, wideColumns } from './training-files.ts';
import { readTreeTables } from './tree-tables.ts';
import { withUnreadDates } from './unread.ts';
import { readWaivers } from './waivers.ts';

/** Reads files one after another and keeps what they hold until all are read. */
export class RegisterFiles {
  readonly context: Context;
  readonly #chooser: Chooser;
  readonly #records: EvidenceRecord[] = [];
  readonly #registers: RegisterList;
  readonly #duplicates: Duplicates;
  readonly #waivers: Waiver[] = [];
  readonly #ledger = new LedgerBuilder();
  /** Readings that need all the others first: training needs the roster, counterparts yield to registers of their own. */
  readonly #training: (() => void)[] = [];
  readonly #counterparts: { table: Table; counterpart: Counterpart }[] = [];
  readonly #parts: Table[] = [];
  readonly #lacking: (() => void)[] = [];

  constructor(reading: Reading) {
    this.context = {
      reading,
      lexicon: buildLexicon(reading.vocabulary.registers, reading.vocabulary.headings),
      problems: new ProblemList(),
    };
    this.#chooser = new Chooser(this.context);
    this.#registers = new RegisterList(this.context.lexicon);
    this.#duplicates = new Duplicates(this.context.problems);
  }

  /** The text of a file; null, and a problem, when it cannot be read any more. */
  textOf(file: SourceFile): string | null {
    try {
      return file.text();
    } catch {
      this.context.problems.add('not-scanned', 'not scanned: the file could not be read', { path: file.path, line: 1, column: 1 });
      return null;
    }
  }

  /** With `rosterKnown` a training export is read at once; else it is opened again when everything else is read. */
  readCsv(file: SourceFile, text: string, source: ConfiguredFile | null, rosterKnown: boolean): void {
    const { path } = file;
    const layout = this.#layoutOf(text, path, source);
    if (!layout) {
      reportNoHeader(path, source?.kind ?? null, this.context);
      return;
    }
    const sample = sampleCsv(text, path, layout);
    const choice = this.#chooser.choose({ path, key: '', header: layout.header, keyColumn: -1, sample }, source);
    if (!choice) return;
    if ('lacking' in choice)
      this.#takeLacking(choice.lacking, path, layout.header, text, () => readCsvTable(text, path, layout, this.context.problems));
    else if (choice.fit.kind.kind !== 'training-record')
      this.#take(readCsvTable(text, path, layout, this.context.problems), choice.fit, text);
    else if (rosterKnown) this.#trainingCsv(path, text, layout, choice.fit);
    else this.#training.push(() => this.#trainingCsv(path, this.textOf(file), layout, choice.fit));
  }

  readTree(path: string, text: string, source: ConfiguredFile | null): void {
    for (const tables of readTreeTables(text, path, this.context.problems)) {
      const { taken, parts, lacking } = this.#chooser.chooseTree(tables, source);
      for (const { table, fit } of taken) this.#take(table, fit, text);
      this.#parts.push(...parts);
      if (lacking) this.#takeLacking(lacking.fit, path, lacking.table.header, text, () => lacking.table);
    }
  }

  readWaiverFile(path: string, text: string): void {
    if (/\.[ct]sv$/i.test(path)) {
      const layout = this.#layoutOf(text, path, null);
      if (layout) this.#waivers.push(...readWaivers(readCsvTable(text, path, layout, this.context.problems), this.context));
      else reportNoHeader(path, 'waiver', this.context);
      return;
    }
    for (const { lists } of readTreeTables(text, path, this.context.problems)) {
      const first = lists.find(({ table }) => table.key === 'waivers') ?? lists[0];
      if (first) this.#waivers.push(...readWaivers(first.table, this.context));
    }
  }

  /** What was read, after the readings that had to wait. */
  finish(): Registers {
    for (const table of this.#parts) {
      const choice = this.#chooser.choose({ ...table, sample: sampleOf(table.rows) }, null);
      if (choice && 'fit' in choice && !this.#registers.has(choice.fit.kind.kind)) this.#take(table, choice.fit, '');
    }
    for (const take of this.#lacking) take();
    for (const { table, counterpart } of this.#counterparts) {
      if (!this.#hasOwn(counterpart)) this.#keep(table, counterpart.fit, counterpart.records);
    }
    for (const read of this.#training) read();
    const registers = this.#registers.list();
    return {
      records: this.#records,
      training: this.#ledger.build(),
      registers,
      problems: this.context.problems.list(),
      waivers: this.#waivers,
    };
  }

  /** Headings that the configuration names count twice: they may be words that no vocabulary has. */
  #layoutOf(text: string, path: string, source: ConfiguredFile | null): CsvLayout | null {
    const given = new Set(Object.values(source?.columns ?? {}).map((heading) => heading.trim()));
    return findLayout(
      text,
      path,
      (cells) => knownHeadings(this.context.lexicon, cells) + cells.filter((cell) => given.has(cell)).length * 2,
    );
  }

  /** A register that lacks one column is read as far as it goes, where there is no better one of its kind. */
  #takeLacking(fit: Fit, path: string, header: readonly TableHeading[], text: string, read: () => Table): void {
    reportLacking(fit, path, header, this.context.problems);
    if (fit.missing.length > 1 || fit.kind.kind === 'training-record') return;
    this.#lacking.push(() => {
      if (!this.#registers.has(fit.kind.kind)) this.#take(read(), fit, text);
    });
  }

  #take(table: Table, understood: Fit, text: string): void {
    reportPersonalData(text, table.path, this.context.problems);
    const fit = withUnreadDates(understood, table.header, sampleOf(table.rows), this.context);
    if (fit.kind.kind === 'training-record') {
      this.#training.push(() => this.#trainingTable(table, fit));
      return;
    }
    const records = readRecords(table, fit, this.context);
    this.#duplicates.add(records);
    this.#keep(table, fit, records);
    const counterpart = readCounterpart(table, fit, this.context);
    if (counterpart) this.#counterparts.push({ table, counterpart });
    if (fit.kind.kind === 'person') this.#trainingDatesOf(table, fit);
  }

  /** A roster with a column of training dates is a training record, too. */
  #trainingDatesOf(table: Table, roster: Fit): void {
    const kind = this.#chooser.kind('training-record');
    const header = table.header.map((heading) => heading.text);
    if (!kind || wideColumns(this.context.lexicon, kind, header, null).length === 0) return;
    const fit = fitKind(this.context.lexicon, kind, header, { keyColumn: roster.columns.get('id') ?? -1 });
    const columns = new Map([...fit.columns].filter(([field]) => !['completed', 'status', 'module'].includes(field)));
    this.#training.push(() => this.#trainingTable(table, { ...fit, columns }));
  }

  #trainingTable(table: Table, fit: Fit): void {
    const rows = readTrainingTable(table, fit, this.#ledger, rosterKeys(this.#records), this.context);
    if (rows > 0) this.#registers.add(table.path, table.header, fit, rows);
  }

  #trainingCsv(path: string, text: string | null, layout: CsvLayout, fit: Fit): void {
    if (text === null) return;
    reportPersonalData(text, path, this.context.problems);
    withUnreadDates(fit, layout.header, sampleCsv(text, path, layout), this.context);
    const rows = readTrainingCsv(text, path, layout, fit, this.#ledger, rosterKeys(this.#records), this.context);
    this.#registers.add(path, layout.header, fit, rows);
  }

  #keep(table: Table, fit: Fit, records: readonly EvidenceRecord[]): void {
    for (const record of records) this.#records.push(record);
    this.#registers.add(table.path, table.header, fit, records.length);
  }

  /** Agreements with customers do not make a register of vendors' agreements. */
  #hasOwn({ fit }: Counterpart): boolean {
    if (fit.kind.kind !== 'agreement') return this.#registers.has(fit.kind.kind);
    return this.#records.some(
      ({ kind, fields: { direction } }) => kind === 'agreement' && direction?.state === 'value' && direction.value === 'downstream',
    );
  }
}
