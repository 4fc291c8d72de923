import * as z from 'zod';
import { CHECKS } from '../checks/index.ts';
import type { Control, Rule, RulePack, Ruleset, SetupProblem, Vocabulary } from '../model/pack.ts';
import { describeIssues, readStrict, SetupError } from '../schema.ts';
import type { YamlDocument } from '../yaml.ts';
import { controlSchema, headingsSchema, labelsSchema, packSchema, registerSchema, ruleSchema } from './schema.ts';
import { readTopics } from './topics.ts';

/** A rule file: its path below `rules/`, and its text. */
export interface RuleFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Reads all rule data. Strict: an unknown key, check, option, topic, section or rule id is an error at its line.
 * Throws SetupError with every problem found.
 */
export function loadRuleset(files: readonly RuleFile[]): Ruleset {
  const problems: SetupProblem[] = [];
  const inFolder = (folder: string): RuleFile[] => files.filter((f) => f.path.startsWith(`${folder}/`) && /\.ya?ml$/.test(f.path));
  const topics = collect(problems, inFolder('topics'), (file) => readTopics(file.text, file.path));
  const topicIds = new Set(topics.map((t) => t.id));
  const rules = new Map<string, Rule>();
  for (const rule of collect(problems, inFolder('common'), (file) => readRules(file, topicIds))) {
    if (rules.has(rule.id))
      problems.push({ message: `the rule "${rule.id}" is defined twice`, at: { path: 'common', line: 1, column: 1 } });
    rules.set(rule.id, rule);
  }
  const vocabulary = readVocabulary(problems, inFolder('vocabulary'));
  const packFiles = files.filter((f) => f.path.endsWith('/pack.yml'));
  const packs = collect(problems, packFiles, (file) => [readPack(file, inFolder(file.path.slice(0, -'/pack.yml'.length)), rules)]);
  if (problems.length) throw new SetupError(problems);
  return { packs, rules, topics, vocabulary };
}

function collect<T>(problems: SetupProblem[], files: readonly RuleFile[], read: (file: RuleFile) => T[]): T[] {
  return files.flatMap((file) => {
    try {
      return read(file);
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
}

function readRules(file: RuleFile, topics: ReadonlySet<string>): Rule[] {
  const { value, document } = readStrict(z.array(ruleSchema), file.text, file.path);
  const problems: SetupProblem[] = [];
  const rules = value.map((raw, index) => {
    const { with: given, ...rest } = raw;
    return { ...rest, options: readOptions(raw.check, given, [index], document, topics, problems) };
  });
  if (problems.length) throw new SetupError(problems);
  return rules;
}

function readOptions(
  name: string,
  given: unknown,
  at: PropertyKey[],
  document: YamlDocument,
  topics: ReadonlySet<string>,
  problems: SetupProblem[],
): unknown {
  const check = CHECKS.get(name);
  if (!check) {
    problems.push({ message: `unknown check "${name}"; known are ${[...CHECKS.keys()].join(', ')}`, at: document.at([...at, 'check']) });
    return null;
  }
  const parsed = check.options.safeParse(given);
  if (!parsed.success) {
    problems.push(...describeIssues(parsed.error.issues, document, [...at, 'with']));
    return null;
  }
  for (const topic of check.topics?.(parsed.data) ?? []) {
    if (!topics.has(topic)) problems.push({ message: `unknown topic "${topic}"`, at: document.at([...at, 'with']) });
  }
  return parsed.data;
}

function readPack(file: RuleFile, own: readonly RuleFile[], rules: ReadonlyMap<string, Rule>): RulePack {
  const { value: head } = readStrict(packSchema, file.text, file.path);
  const sections = new Set(head.sections.map((s) => s.id));
  const controls: Control[] = [];
  const problems: SetupProblem[] = [];
  for (const part of own.filter((f) => f !== file)) {
    const section =
      part.path
        .split('/')
        .at(-1)
        ?.replace(/\.ya?ml$/, '') ?? '';
    const { value, document } = readStrict(z.array(controlSchema), part.text, part.path);
    if (!sections.has(section)) problems.push({ message: `the file is named after no section of ${file.path}`, at: document.at([]) });
    for (const [index, raw] of value.entries()) {
      for (const [n, rule] of raw.rules.entries()) {
        if (!rules.has(rule)) problems.push({ message: `${raw.id}: unknown rule "${rule}"`, at: document.at([index, 'rules', n]) });
      }
      if (controls.some((c) => c.id === raw.id))
        problems.push({ message: `the control "${raw.id}" is defined twice`, at: document.at([index, 'id']) });
      controls.push({
        ...raw,
        section,
        specification: raw.specification ?? null,
        manual: raw.manual ?? null,
        category: raw.category ?? null,
      });
    }
  }
  if (problems.length) throw new SetupError(problems);
  const order = head.sections.map((s) => s.id);
  controls.sort((a, b) => order.indexOf(a.section) - order.indexOf(b.section));
  return { ...head, controls };
}

function readVocabulary(problems: SetupProblem[], files: readonly RuleFile[]): Vocabulary {
  const registers = collect(
    problems,
    files.filter((f) => !/\/(?:policies|headings)\.yml$/.test(f.path)),
    (file) => readStrict(z.array(registerSchema), file.text, file.path).value,
  );
  const labels = collect(
    problems,
    files.filter((f) => f.path.endsWith('/policies.yml')),
    (file) => [readStrict(labelsSchema, file.text, file.path).value],
  );
  const headings = collect(
    problems,
    files.filter((f) => f.path.endsWith('/headings.yml')),
    (file) => [readStrict(headingsSchema, file.text, file.path).value],
  );
  return { registers, labels: labels[0] ?? {}, ...(headings[0] && { headings: headings[0] }) };
}
