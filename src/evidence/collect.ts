import type { CalendarDate } from '../calendar.ts';
import type { Config } from '../model/config.ts';
import { type Evidence, type EvidenceRecord, type Policy, type ReadingProblem, type Register } from '../model/evidence.ts';
import type { Topic, Vocabulary } from '../model/pack.ts';
import type { Waiver } from '../model/report.ts';
import type { Workspace } from '../model/workspace.ts';
import { emptyLedger } from './registers/ledger.ts';

/** What reading needs to know besides the files. */
export interface Reading {
  readonly config: Config;
  readonly vocabulary: Vocabulary;
  readonly topics: readonly Topic[];
  /** Judges which dates lie in an impossible future. */
  readonly asOf: CalendarDate;
}

/** Reads every file of a workspace once and returns all the evidence in it. Never throws for what a file contains. */
export function collect(workspace: Workspace, reading: Reading): { evidence: Evidence; waivers: Waiver[] } {
  void reading;
  const records: EvidenceRecord[] = [];
  const policies: Policy[] = [];
  const registers: Register[] = [];
  const problems: ReadingProblem[] = workspace.unread.map((u) => ({
    code: 'not-scanned', message: `not scanned: ${u.reason}`, at: { path: u.path, line: 1, column: 1 },
  }));
  return { evidence: { records, policies, training: emptyLedger(), registers, problems }, waivers: [] };
}
