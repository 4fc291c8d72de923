import type { Topic } from '../../model/pack.ts';
import { Lexicon } from './lexicon.ts';
import { type Group, parsePattern } from './pattern.ts';
import { type TermGroup, toTermGroup } from './term-group.ts';

/** Content words from one group to another that is joined to it by `~`. */
export const NEAR = 6;
/** Content words from the first condition to any other. */
export const WINDOW = 12;

/** Where a pattern of a topic comes from; elements are numbered in `element`. */
type PatternUse = 'heading' | 'says' | 'mention' | 'not' | 'element';

/** A pattern with numbers instead of words. */
export interface TopicPattern {
  readonly topic: number;
  readonly use: PatternUse;
  readonly element: number;
  readonly negative: boolean;
  readonly strong: boolean;
  /** The first condition: groups joined by `~`. */
  readonly subject: readonly TermGroup[];
  readonly rest: readonly (readonly TermGroup[])[];
  /** All groups that a sentence has to hold by itself, the rarest first, so that most patterns fail at once. */
  readonly checks: readonly TermGroup[];
  /** The groups that the heading above may hold instead. */
  readonly framed: readonly TermGroup[];
  /** In a sentence that holds all of these groups on so few places they are near enough to each other; -1 where their order counts. */
  readonly reach: number;
}

/** A pattern under one of its terms, with what tells at a glance that most sentences do not hold it. */
interface Filed {
  readonly number: number;
  /** A sentence has all of these bits, and some of each of the others. */
  readonly all: number;
  readonly some: number;
  readonly other: number;
}

/** All patterns of all topics, found by their words. */
export interface PatternIndex {
  readonly lexicon: Lexicon;
  readonly patterns: readonly TopicPattern[];
  /** By term: what to try when it occurs. Every pattern is filed under the words of its rarest group alone. */
  readonly byTerm: readonly (readonly Filed[] | undefined)[];
  /** By topic: the patterns of what only resembles it. Looked at when something else of the topic was found. */
  readonly lookAlikes: readonly (readonly TopicPattern[] | undefined)[];
}

/** Compiles and files the patterns of all topics. Throws PatternError for a pattern that cannot be used. */
export function indexPatterns(topics: readonly Topic[]): PatternIndex {
  const drafts = topics.flatMap(draftsOf);
  const uses = countUses(drafts);
  const lexicon = new Lexicon();
  const patterns: TopicPattern[] = [];
  const byTerm: Filed[][] = [];
  const lookAlikes: TopicPattern[][] = [];
  for (const draft of drafts) {
    const pattern = compile(draft, lexicon, uses);
    if (pattern.use === 'not') {
      const list = lookAlikes[pattern.topic] ?? [];
      list.push(pattern);
      lookAlikes[pattern.topic] = list;
      continue;
    }
    const [filing, second, third] = pattern.checks;
    for (const [term, all] of filing?.keys ?? []) {
      const list = byTerm[term] ?? [];
      list.push({ number: patterns.length, all, some: second?.bits ?? -1, other: third?.bits ?? -1 });
      byTerm[term] = list;
    }
    patterns.push(pattern);
  }
  return { lexicon, patterns, byTerm: Array.from(byTerm), lookAlikes };
}

interface Draft {
  readonly topic: number;
  readonly use: PatternUse;
  readonly element: number;
  readonly parsed: ReturnType<typeof parsePattern>;
}

function draftsOf(topic: Topic, number: number): Draft[] {
  const read = (texts: readonly string[], use: PatternUse, element = -1): Draft[] =>
    texts.map((text) => ({ topic: number, use, element, parsed: parsePattern(text) }));
  return [
    ...read(topic.headings, 'heading'),
    ...read(topic.says, 'says'),
    ...read(topic.mentions, 'mention'),
    ...read(topic.not, 'not'),
    ...topic.elements.flatMap((element, index) => read(element.says, 'element', index)),
  ];
}

function countUses(drafts: readonly Draft[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const { parsed } of drafts) for (const key of parsed.conditions.flat(3)) uses.set(key, (uses.get(key) ?? 0) + 1);
  return uses;
}

function compile({ topic, use, element, parsed }: Draft, lexicon: Lexicon, uses: ReadonlyMap<string, number>): TopicPattern {
  const conditions = parsed.conditions.map((groups) => groups.map((group: Group) => toTermGroup(group, lexicon, uses)));
  const [subject = [], ...rest] = conditions;
  // The heading above may name the subject of an element, so the subject is not asked of the sentence itself.
  const isFramed = use === 'element' && rest.length > 0;
  const checks = (isFramed ? rest : conditions).flat().sort((a, b) => a.weight - b.weight);
  const framed = isFramed ? subject : [];
  return {
    topic,
    use,
    element,
    negative: parsed.negative,
    strong: parsed.strong,
    subject,
    rest,
    checks,
    framed,
    reach: reachOf(conditions),
  };
}

function reachOf(conditions: readonly (readonly TermGroup[])[]): number {
  if (conditions.flat().some((group) => group.chains.length > 0)) return -1;
  if (conditions.some((groups) => groups.length > 1)) return NEAR;
  return conditions.length > 1 ? WINDOW : Number.POSITIVE_INFINITY;
}
