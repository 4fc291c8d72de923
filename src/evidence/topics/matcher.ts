import type { DocumentRole, TopicCoverage } from '../../model/evidence.ts';
import type { Topic, TopicElement } from '../../model/pack.ts';
import type { MarkdownDocument } from '../policies/document.ts';
import type { Weight } from './grammar.ts';
import type { Lexicon } from './lexicon.ts';
import { indexPatterns } from './pattern-index.ts';
import { ENOUGH, type Found, type Quote, readTopics } from './reading.ts';
import { SentenceMatcher } from './sentence-matcher.ts';
import { type Substance, substanceOf, WHOLE } from './substance.ts';
import { weighSections } from './weights.ts';

/** Finds the topics of documents. Keeps the words it has met, nothing of the documents. */
export interface TopicMatcher {
  /** Every topic that a document speaks of, in the order of the topics. Never throws, whatever the document holds. */
  match(document: MarkdownDocument, role: DocumentRole, title: string): TopicCoverage[];
}

/** Prepares topics for matching. Throws PatternError for a pattern that cannot be used; see parsePattern for the language. */
export function compileTopics(topics: readonly Topic[]): TopicMatcher {
  const matcher = new SentenceMatcher(indexPatterns(topics));
  return {
    match(document, role, title) {
      if (role === 'other') return [];
      const weights = weighSections(document.sections);
      const weighing = new Weighing(document, title, weights, matcher.index.lexicon);
      const found = readTopics(matcher, document, title, weights);
      return topics.flatMap((topic, number) => {
        const what = found[number];
        return (what && weighing.weigh(topic, what)) ?? [];
      });
    },
  };
}

/** True when the front matter says that the document is not in force. */
function isSetAside(document: MarkdownDocument): boolean {
  const front = document.frontMatter?.value;
  if (typeof front !== 'object' || front === null) return false;
  return Object.entries(front).some(([key, value]) => /^adopted$/i.test(key) && /^(?:false|no|n)$/i.test(String(value)));
}

/**
 * Turns what was found into degrees, with the line to show for it. A topic with elements is covered when a section or
 * document about it holds at least half of them, or a text that only speaks of it at least two thirds; else partly.
 */
class Weighing {
  readonly #document: MarkdownDocument;
  readonly #weights: readonly Weight[];
  readonly #lexicon: Lexicon;
  readonly #inForce: boolean;
  readonly #substance = new Map<number, Substance>();
  /** Section of the title, or the first one. */
  readonly #titleSection: number;

  constructor(document: MarkdownDocument, title: string, weights: readonly Weight[], lexicon: Lexicon) {
    this.#document = document;
    this.#weights = weights;
    this.#lexicon = lexicon;
    this.#inForce = !isSetAside(document);
    this.#titleSection = Math.max(
      0,
      document.sections.findIndex((section) => section.heading === title),
    );
  }

  weigh(topic: Topic, found: Found): TopicCoverage | null {
    const missing = topic.elements.filter((_, index) => !found.elements.has(index));
    const relied = this.#inForce ? this.#relied(found) : null;
    if (relied) {
      const tolerance = relied.isSection ? 2 : 3;
      return this.#coverage(topic, missing.length * tolerance <= topic.elements.length ? 'covered' : 'partly', relied.at, missing);
    }
    const mention = found.denial ?? found.mention ?? this.#headingOf(found);
    return mention && this.#coverage(topic, 'mentioned', mention, missing);
  }

  /** What carries the topic: a heading or title with substance below it, or statements of enough weight. */
  #relied(found: Found): { at: Quote; isSection: boolean } | null {
    // All that is said of the topic denies it.
    if (found.denial && !found.statement) return null;
    for (const section of found.titled ? [...found.sections, WHOLE] : found.sections) {
      const { statement } = this.#below(section);
      const line = this.#document.sections[section === WHOLE ? this.#titleSection : section]?.line;
      if (statement && line) return { at: { line, text: found.statement?.text ?? statement.text }, isSection: true };
    }
    return found.statement && found.weight >= ENOUGH ? { at: found.statement, isSection: false } : null;
  }

  #below(section: number): Substance {
    const known = this.#substance.get(section);
    if (known) return known;
    const substance = substanceOf(this.#document, section, this.#weights, this.#lexicon);
    this.#substance.set(section, substance);
    return substance;
  }

  #headingOf(found: Found): Quote | null {
    const section = this.#document.sections[found.sections[0] ?? this.#titleSection];
    return section && (found.sections.length || found.titled) ? { line: section.line, text: section.heading.slice(0, 240) } : null;
  }

  #coverage(topic: Topic, degree: TopicCoverage['degree'], at: Quote, missing: readonly TopicElement[]): TopicCoverage {
    const titles = missing.map((element) => element.title);
    const found = topic.elements.filter((element) => !missing.includes(element)).map((element) => element.title);
    return {
      topic: topic.id,
      degree,
      at: { path: this.#document.path, line: at.line, column: 1 },
      sentence: at.text,
      found,
      missing: titles,
    };
  }
}
