import picomatch from 'picomatch';
import type { CalendarDate } from '../calendar.ts';
import type { Config } from '../model/config.ts';
import type { Evidence, ReadingProblem } from '../model/evidence.ts';
import type { Topic, Vocabulary } from '../model/pack.ts';
import type { Waiver } from '../model/report.ts';
import type { Workspace } from '../model/workspace.ts';
import { readPolicies } from './policies/read-policies.ts';
import { readRegisters } from './registers/read-registers.ts';

/** What reading needs to know besides the files. */
export interface Reading {
  readonly config: Config;
  readonly vocabulary: Vocabulary;
  readonly topics: readonly Topic[];
  /** Judges which dates lie in an impossible future. */
  readonly asOf: CalendarDate;
  /** Told after each document how many of all have been read. */
  readonly progress?: (read: number, of: number) => void;
}

const MARKDOWN = /\.(md|markdown|mdx)$/i;

/** Reads every file of a workspace once and returns all the evidence in it. Never throws for what a file contains. */
export function collect(workspace: Workspace, reading: Reading): { evidence: Evidence; waivers: readonly Waiver[] } {
  const { config } = reading;
  const isExcluded = matcherOf(config.exclude);
  const files = workspace.files.filter((file) => !isExcluded(file.path));
  const named = config.sources.get('policy')?.files;
  const isPolicy = matcherOf(named ?? ['**']);
  const markdown = files.filter((file) => MARKDOWN.test(file.path) && isPolicy(file.path));
  const written = readPolicies(markdown, reading);
  const { waivers, problems, ...registers } = readRegisters(
    files.filter((file) => !MARKDOWN.test(file.path)),
    reading,
  );
  const met = [
    ...settingProblems(config, named !== undefined && !markdown.length),
    ...workspace.unread
      .filter((u) => !isExcluded(u.path))
      .map(({ path, reason, isLink }) => problem(isLink ? 'link-not-followed' : 'not-scanned', `not scanned: ${reason}`, path)),
    ...written.problems,
    ...problems,
  ];
  const records = [...registers.records, ...written.records];
  return { evidence: { ...registers, records, policies: written.policies, problems: met }, waivers };
}

/** Globs relative to the root; a folder stands for everything below it. */
function matcherOf(globs: readonly string[]): (path: string) => boolean {
  const plain = globs.map((glob) => glob.replace(/^\.\//, '').replace(/\/+$/, ''));
  return picomatch(
    plain.flatMap((glob) => [glob, `${glob}/**`]),
    { dot: true },
  );
}

function settingProblems({ notes, path }: Config, policiesUnmatched: boolean): ReadingProblem[] {
  const unused = notes.map(({ message, at }): ReadingProblem => ({ code: 'setting-unused', message, at }));
  if (!policiesUnmatched) return unused;
  return [
    ...unused,
    problem('broken-file', 'no Markdown file matches evidence.policies; correct the paths, seen from the scanned folder', path ?? ''),
  ];
}

function problem(code: ReadingProblem['code'], message: string, path: string): ReadingProblem {
  return { code, message, at: { path, line: 1, column: 1 } };
}
