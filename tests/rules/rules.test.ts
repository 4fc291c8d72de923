import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { knownIds } from '../../src/assess/assess.ts';
import { evaluate } from '../../src/assess/evaluate.ts';
import { type CalendarDate, parseIsoDate } from '../../src/calendar.ts';
import { CHECKS } from '../../src/checks/index.ts';
import { readConfig } from '../../src/config/config.ts';
import { collect } from '../../src/evidence/collect.ts';
import type { Rule } from '../../src/model/pack.ts';
import type { CheckResult } from '../../src/model/report.ts';
import { RULESET, workspaceOf } from '../workspace.ts';

const AS_OF = parseIsoDate('2026-11-21') as CalendarDate;
const FOLDER = new URL('./', import.meta.url);

/**
 * One rule run alone on small repositories. `expect` holds one line for each result, in order: the outcome, the place
 * (`-` for none) and how the message begins. `files` may be left out: an empty repository.
 */
const fixtureSchema = z.strictObject({
  rule: z.string(),
  cases: z.array(
    z.strictObject({
      name: z.string(),
      config: z.string().optional(),
      files: z.record(z.string(), z.string()).default({}),
      expect: z.string(),
    }),
  ),
});

const fixtures = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yml'))
  .sort()
  .map((path) => ({ path, ...fixtureSchema.parse(parse(readFileSync(new URL(path, FOLDER), 'utf8'))) }));

function ruleOf(id: string): Rule {
  const rule = RULESET.rules.get(id);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule;
}

function judge(rule: Rule, files: Readonly<Record<string, string>>, configText: string | undefined): readonly CheckResult[] {
  const workspace = workspaceOf(files);
  const config = readConfig(configText ?? null, configText === undefined ? null : 'cleanbill.yml', RULESET);
  const own = CHECKS.get(rule.check)?.topics?.(rule.options) ?? [];
  const topics = RULESET.topics.filter((topic) => own.includes(topic.id));
  const { evidence, waivers } = collect(workspace, { config, vocabulary: RULESET.vocabulary, topics, asOf: AS_OF });
  const [judgement] = evaluate([rule], { evidence, waivers, config, asOf: AS_OF, known: knownIds(RULESET), history: workspace.history });
  return judgement?.results ?? [];
}

const place = (r: CheckResult): string => (r.at ? `${r.at.path}:${r.at.line}` : '-');

/** Each result cut to the length of what the fixture expects of it, so that a difference shows the whole message. */
function shown(results: readonly CheckResult[], expected: readonly string[]): string[] {
  return results.map((r, i) => {
    const line = `${r.outcome} ${place(r)} ${r.message}`;
    const wanted = expected[i];
    return wanted !== undefined && line.startsWith(wanted) ? wanted : line;
  });
}

describe.each(fixtures)('$rule', ({ rule, cases }) => {
  test.each(cases)('$name', ({ files, config, expect: text }) => {
    const expected = text.trimEnd().split('\n');
    expect(shown(judge(ruleOf(rule), files, config), expected)).toEqual(expected);
  });
});

test('every rule has one fixture, named and placed as it is, with a passing, a failing and an absent case', () => {
  expect(fixtures.map((f) => f.rule).sort()).toEqual([...RULESET.rules.keys()].sort());
  expect(fixtures.filter((f) => !f.path.endsWith(`/${f.rule}.yml`)).map((f) => f.path)).toEqual([]);
  const outcomes = (f: (typeof fixtures)[number], name: string): string[][] =>
    f.cases
      .filter((c) => c.name.startsWith(name))
      .map((c) =>
        c.expect
          .trimEnd()
          .split('\n')
          .map((line) => line.split(' ')[0] ?? ''),
      );
  const lacking = (name: string, isRight: (outcomes: readonly string[]) => boolean): string[] =>
    fixtures.filter((f) => !outcomes(f, name).length || !outcomes(f, name).every(isRight)).map((f) => f.rule);
  expect(lacking('pass', (o) => o.every((outcome) => outcome === 'pass'))).toEqual([]);
  expect(lacking('fail', (o) => o.some((outcome) => ['fail', 'unknown', 'review'].includes(outcome)))).toEqual([]);
  expect(lacking('absent', (o) => !o.includes('pass'))).toEqual([]);
});
