import picomatch from 'picomatch';
import type { CalendarDate } from '../calendar.ts';
import type { Config } from '../model/config.ts';
import type { Evidence, ReadingProblem } from '../model/evidence.ts';
import type { Topic, Vocabulary } from '../model/pack.ts';
import type { Waiver } from '../model/report.ts';
import type { SourceFile, Workspace } from '../model/workspace.ts';
import { readPolicies } from './policies/read-policies.ts';
import { readRegisters } from './registers/read-registers.ts';

/** What reading needs to know besides the files. */
export interface Reading {
  readonly config: Config;
  readonly vocabulary: Vocabulary;
  readonly topics: readonly Topic[];
  /** Judges which dates lie in an impossible future. */
  readonly asOf: CalendarDate;
}

const MARKDOWN = /\.(md|markdown|mdx)$/i;

/** Reads every file of a workspace once and returns all the evidence in it. Never throws for what a file contains. */
export function collect(workspace: Workspace, reading: Reading): { evidence: Evidence; waivers: readonly Waiver[] } {
  const isExcluded = picomatch([...reading.config.exclude], { dot: true });
  const isPolicy = picomatch([...(reading.config.sources.get('policy')?.files ?? ['**'])], { dot: true });
  const files = workspace.files.filter((file) => !isExcluded(file.path));
  const written = readPolicies(
    files.filter((file) => MARKDOWN.test(file.path) && isPolicy(file.path)),
    reading,
  );
  const { waivers, problems, ...registers } = readRegisters(
    files.filter((file: SourceFile) => !MARKDOWN.test(file.path)),
    reading,
  );
  const unread = workspace.unread
    .filter((u) => !isExcluded(u.path))
    .map((u): ReadingProblem => ({ code: 'not-scanned', message: `not scanned: ${u.reason}`, at: { path: u.path, line: 1, column: 1 } }));
  const records = [...registers.records, ...written.records];
  return {
    evidence: { ...registers, records, policies: written.policies, problems: [...unread, ...written.problems, ...problems] },
    waivers,
  };
}
