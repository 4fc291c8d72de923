import type { EvidenceRecord, ReadingProblem, Register, TrainingLedger } from '../../model/evidence.ts';
import type { Waiver } from '../../model/report.ts';
import type { SourceFile } from '../../model/workspace.ts';
import type { Reading } from '../collect.ts';
import { looksLikeRegister, mayHoldRecords } from './candidates.ts';
import { RegisterFiles } from './register-files.ts';
import { configuredFiles, placeOf } from './sources.ts';

/** All that the registers of a workspace hold. */
export interface Registers {
  readonly records: readonly EvidenceRecord[];
  readonly training: TrainingLedger;
  readonly registers: readonly Register[];
  readonly problems: readonly ReadingProblem[];
  readonly waivers: readonly Waiver[];
}

const WAIVER_FILE = /(?:^|\/)waivers?\.(?:ya?ml|json|csv|tsv)$/i;
/** A training export may be large, and its people are matched with the roster: it is read after everything else. */
const TRAINING_LAST = /train|lms|learning|completion|transcript|course/i;

/**
 * Finds and reads every register (CSV, YAML, JSON): first where the configuration says, then by file name, folder,
 * keys and headings. Never throws for what a file contains.
 */
export function readRegisters(files: readonly SourceFile[], reading: Reading): Registers {
  const reader = new RegisterFiles(reading);
  const { config } = reading;
  const { problems, lexicon } = reader.context;
  const configured = configuredFiles(files, config, problems);
  const waivers = waiverFiles(files, reading, reader);
  const candidates = files.filter(
    (file) => !waivers.has(file.path) && file.path !== config.path && (configured.has(file.path) || mayHoldRecords(lexicon, file.path)),
  );
  const isLate = (file: SourceFile): boolean => configured.get(file.path)?.kind === 'training-record' || TRAINING_LAST.test(file.path);
  for (const file of [...candidates.filter((f) => !isLate(f)), ...candidates.filter(isLate)]) {
    const text = reader.textOf(file);
    const source = configured.get(file.path) ?? null;
    if (text === null) continue;
    if (/\.[ct]sv$/i.test(file.path)) reader.readCsv(file, text, source, isLate(file));
    else if (source || looksLikeRegister(lexicon, file.path, text)) reader.readTree(file.path, text, source);
  }
  return reader.finish();
}

/** The configured file of waivers, else every file of that name; read at once, so that nothing else takes them. */
function waiverFiles(files: readonly SourceFile[], { config }: Reading, reader: RegisterFiles): ReadonlySet<string> {
  const named = config.waivers?.replace(/^\.\//, '');
  const found = files.filter((file) =>
    named === undefined ? WAIVER_FILE.test(file.path) && mayHoldRecords(reader.context.lexicon, file.path) : file.path === named,
  );
  if (named !== undefined && found.length === 0) {
    reader.context.problems.add(
      'broken-file',
      `there is no file "${named}" to read waivers from; correct the path`,
      placeOf(named, files, config),
    );
  }
  for (const file of found) {
    const text = reader.textOf(file);
    if (text !== null) reader.readWaiverFile(file.path, text);
  }
  return new Set(found.map((file) => file.path));
}
