import { assess } from './assess/assess.ts';
import type { CalendarDate } from './calendar.ts';
import { collect, type Reading } from './evidence/collect.ts';
import type { Config } from './model/config.ts';
import type { Ruleset } from './model/pack.ts';
import type { Judgement, Report } from './model/report.ts';
import type { Workspace } from './model/workspace.ts';
import { VERSION } from './version.ts';

/** A report, and the judgements behind it for those who want the arithmetic. */
export interface Lint {
  readonly report: Report;
  readonly judgements: readonly Judgement[];
}

/** The whole pipeline: read evidence, judge it by the rules, assess readiness. Pure: the clock is `asOf`. */
export function lint(workspace: Workspace, ruleset: Ruleset, config: Config, asOf: CalendarDate, progress?: Reading['progress']): Lint {
  const reading: Reading = { config, vocabulary: ruleset.vocabulary, topics: ruleset.topics, asOf, ...(progress ? { progress } : {}) };
  const { evidence, waivers } = collect(workspace, reading);
  const empty = evidence.policies.length === 0 && evidence.registers.length === 0 && evidence.records.length === 0;
  const { judgements, ...assessment } = assess(ruleset, config, { evidence, waivers, config, asOf, history: workspace.history }, empty);
  const report: Report = {
    version: VERSION,
    asOf,
    label: workspace.label,
    commit: workspace.commit,
    configPath: config.path,
    role: config.role,
    files: { read: workspace.files.length, notRead: workspace.unread.length },
    policies: evidence.policies,
    records: evidence.records,
    registers: evidence.registers,
    empty,
    ...assessment,
  };
  return { report, judgements };
}
