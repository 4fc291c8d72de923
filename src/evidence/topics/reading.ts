import type { Block, MarkdownDocument, Section } from '../policies/document.ts';
import { weigh } from './grammar.ts';
import type { Lexicon } from './lexicon.ts';
import type { TopicPattern } from './pattern-index.ts';
import { eachSentence, emptySentence, type Sentence } from './sentence.ts';
import type { SentenceMatcher } from './sentence-matcher.ts';
import { worthOf } from './statement.ts';

/** Weight of statements that carries a topic without a heading: a telling one, one below a related heading, or two. */
export const ENOUGH = 2;

/** A sentence that a verdict can rest on. */
export interface Quote {
  readonly line: number;
  readonly text: string;
}

/** What one document says about one topic, before it is weighed. */
export interface Found {
  /** Sections whose heading names the topic, in order. */
  readonly sections: number[];
  /** The document's title names the topic. */
  titled: boolean;
  statement: Quote | null;
  /** Statements of the topic, counted double where they are telling or a heading above speaks of a part of the topic. */
  weight: number;
  /** A sentence that takes the topic back, such as "does not apply". */
  denial: Quote | null;
  mention: Quote | null;
  /** Indexes of the elements found. */
  readonly elements: Set<number>;
}

/** Reads a document once against all patterns. Returns what was found by topic number. */
export function readTopics(matcher: SentenceMatcher, document: MarkdownDocument, title: string): Map<number, Found> {
  return new TopicReader(matcher, document, title).read();
}

class TopicReader {
  readonly #matcher: SentenceMatcher;
  readonly #lexicon: Lexicon;
  readonly #document: MarkdownDocument;
  readonly #found = new Map<number, Found>();
  readonly #sentence = emptySentence();
  readonly #title: string;

  constructor(matcher: SentenceMatcher, document: MarkdownDocument, title: string) {
    this.#matcher = matcher;
    this.#lexicon = matcher.index.lexicon;
    this.#document = document;
    this.#title = title;
  }

  read(): Map<number, Found> {
    this.#heading(this.#title, (found, hit) => {
      if (hit.use === 'heading') found.titled = true;
    });
    for (const [number, section] of this.#document.sections.entries()) this.#section(section, number);
    return this.#found;
  }

  #section(section: Section, number: number): void {
    const weight = weightOf(section);
    if (weight === 'nothing') return;
    this.#heading(section.heading, (found, hit) => {
      if (hit.use === 'heading' && weight === 'full') found.sections.push(number);
      else found.mention ??= { line: section.line, text: section.heading };
    });
    this.#matcher.setContext([this.#title, ...section.path, section.heading]);
    for (const block of section.blocks) this.#block(block, weight === 'full');
  }

  #heading(text: string, note: (found: Found, hit: TopicPattern) => void): void {
    if (!text) return;
    eachSentence(text, this.#lexicon, this.#sentence, () => {
      for (const hit of this.#matchSentence(isForHeadings)) {
        note(this.#of(hit.topic), hit);
      }
    });
  }

  #block(block: Block, relies: boolean): void {
    eachSentence(block.text, this.#lexicon, this.#sentence, () => {
      for (const hit of this.#matchSentence(this.#isOpen)) this.#note(hit, block, relies);
    });
  }

  /** Hits of the current sentence, without the topics that it only resembles. */
  #matchSentence(isOpen: (pattern: TopicPattern) => boolean): readonly TopicPattern[] {
    const hits: TopicPattern[] = [];
    this.#matcher.match(this.#sentence, isOpen, (pattern) => hits.push(pattern));
    return hits.length === 0 ? hits : hits.filter((hit) => !this.#matcher.isLookAlike(hit.topic, this.#sentence));
  }

  /** What a document has said already is not looked for again. */
  readonly #isOpen = (pattern: TopicPattern): boolean => {
    const found = this.#found.get(pattern.topic);
    if (!found) return true;
    if (pattern.use === 'says') return found.weight < ENOUGH;
    return pattern.use === 'element' ? !found.elements.has(pattern.element) : found.mention === null;
  };

  #note(hit: TopicPattern, block: Block, relies: boolean): void {
    const found = this.#of(hit.topic);
    if (hit.use === 'element') {
      if (relies && !found.elements.has(hit.element) && worthOf(block.text, this.#sentence, hit.negative) !== 'takes-back')
        found.elements.add(hit.element);
      return;
    }
    if (hit.use !== 'says' || !relies) {
      found.mention ??= quote(block, this.#sentence);
      return;
    }
    const worth = worthOf(block.text, this.#sentence, hit.negative);
    if (worth === 'states') {
      found.statement ??= quote(block, this.#sentence);
      found.weight += hit.strong || this.#matcher.isFramed(hit) ? ENOUGH : 1;
    } else if (worth === 'takes-back') found.denial ??= quote(block, this.#sentence);
    found.mention ??= quote(block, this.#sentence);
  }

  #of(topic: number): Found {
    const known = this.#found.get(topic);
    if (known) return known;
    const found: Found = { sections: [], titled: false, statement: null, weight: 0, denial: null, mention: null, elements: new Set() };
    this.#found.set(topic, found);
    return found;
  }
}

const isForHeadings = (pattern: TopicPattern): boolean => pattern.use === 'heading' || pattern.use === 'mention';

/** The weight of a section: its own heading's, and "nothing" below a heading that covers nothing. */
export function weightOf(section: Section): ReturnType<typeof weigh> {
  if (section.path.some((above) => weigh(above) === 'nothing')) return 'nothing';
  if (section.level > 1 && section.path.slice(1).some((above) => weigh(above) === 'announcing')) return 'announcing';
  return section.level > 1 ? weigh(section.heading) : weigh(section.heading) === 'nothing' ? 'nothing' : 'full';
}

/** A sentence as it is reported: at most 240 characters, on its own line of the file. */
export function quote(block: Block, sentence: Sentence): Quote {
  let start = sentence.start;
  while (block.text[start] === ' ') start += 1;
  let line = block.line;
  let offset = 0;
  for (const part of block.lines) {
    if (offset > start) break;
    line = part.line;
    offset += part.text.length + 1;
  }
  const text = block.text.slice(start, sentence.end).replace(/^[|\s]+|[|\s]+$/g, '');
  return { line, text: text.length > 240 ? `${text.slice(0, 239)}…` : text };
}
