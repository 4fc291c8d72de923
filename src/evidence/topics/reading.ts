import type { Block, MarkdownDocument, Section } from '../policies/document.ts';
import type { Weight } from './grammar.ts';
import type { Lexicon } from './lexicon.ts';
import type { TopicPattern } from './pattern-index.ts';
import { eachSentence, emptySentence, type Sentence } from './sentence.ts';
import type { SentenceMatcher } from './sentence-matcher.ts';
import { type Worth, worthOf } from './statement.ts';

/** Weight of statements that carries a topic without a heading: a telling one, one below a related heading, or two. */
export const ENOUGH = 2;

/** Topics that one sentence can carry. */
const MOST_TOPICS = 4;

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

/** Reads a document once against all patterns; `weights` are those of its sections. Returns what was found by topic number. */
export function readTopics(
  matcher: SentenceMatcher,
  document: MarkdownDocument,
  title: string,
  weights: readonly Weight[],
): readonly (Found | undefined)[] {
  return new TopicReader(matcher, document, title, weights).read();
}

class TopicReader {
  readonly #matcher: SentenceMatcher;
  readonly #lexicon: Lexicon;
  readonly #document: MarkdownDocument;
  readonly #found: (Found | undefined)[] = [];
  readonly #sentence = emptySentence();
  readonly #title: string;
  readonly #weights: readonly Weight[];
  /** Of the current sentence, once it is asked for. */
  #worth: Worth | null = null;

  constructor(matcher: SentenceMatcher, document: MarkdownDocument, title: string, weights: readonly Weight[]) {
    this.#matcher = matcher;
    this.#lexicon = matcher.index.lexicon;
    this.#document = document;
    this.#title = title;
    this.#weights = weights;
  }

  read(): readonly (Found | undefined)[] {
    this.#heading(this.#title, (found, hit) => {
      if (hit.use === 'heading') found.titled = true;
    });
    for (const [number, section] of this.#document.sections.entries()) this.#section(section, number);
    return this.#found;
  }

  #section(section: Section, number: number): void {
    const weight = this.#weights[number];
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
      this.#worth = null;
      const hits = this.#matchSentence(this.#isOpen);
      const reliesHere = relies && !isEnumeration(hits);
      for (const hit of hits) this.#note(hit, block, reliesHere);
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
    const found = this.#found[pattern.topic];
    if (!found) return true;
    if (pattern.use === 'says') return found.weight < ENOUGH;
    return pattern.use === 'element' ? !found.elements.has(pattern.element) : found.mention === null;
  };

  #note(hit: TopicPattern, block: Block, relies: boolean): void {
    const found = this.#of(hit.topic);
    if (hit.use === 'element') {
      if (relies && !found.elements.has(hit.element) && HOLDS.has(this.#worthFor(hit, block))) found.elements.add(hit.element);
      return;
    }
    // "We are not a clearinghouse" is said where a scope is set out.
    if (hit.use !== 'says' || !(relies || hit.negative)) {
      found.mention ??= quote(block, this.#sentence);
      return;
    }
    const worth = this.#worthFor(hit, block);
    if (worth === 'states') {
      found.statement ??= quote(block, this.#sentence);
      found.weight += hit.strong || this.#matcher.isFramed(hit) ? ENOUGH : 1;
    } else if (worth === 'takes-back') found.denial ??= quote(block, this.#sentence);
    found.mention ??= quote(block, this.#sentence);
  }

  #worthFor(hit: TopicPattern, block: Block): Worth {
    this.#worth ??= worthOf(block.text, this.#sentence);
    // A pattern that asks for a negative word itself looks for what takes another one back.
    return hit.negative && this.#worth === 'takes-back' ? 'states' : this.#worth;
  }

  #of(topic: number): Found {
    const known = this.#found[topic];
    if (known) return known;
    const found: Found = { sections: [], titled: false, statement: null, weight: 0, denial: null, mention: null, elements: new Set() };
    this.#found[topic] = found;
    return found;
  }
}

/** Elements are often items of a list, which are no statements of their own. */
const HOLDS: ReadonlySet<Worth> = new Set(['states', 'names']);

const isForHeadings = (pattern: TopicPattern): boolean => pattern.use === 'heading' || pattern.use === 'mention';

/** A sentence that speaks of many topics at once lists them and sets none of them out. */
function isEnumeration(hits: readonly TopicPattern[]): boolean {
  return hits.length > MOST_TOPICS && new Set(hits.map((hit) => (hit.use === 'says' ? hit.topic : -1))).size > MOST_TOPICS;
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
