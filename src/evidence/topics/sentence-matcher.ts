import { NEAR, type PatternIndex, type TopicPattern, WINDOW } from './pattern-index.ts';
import { eachSentence, emptySentence, type Sentence } from './sentence.ts';
import { bitOf, hasAny, placesOf, type TermGroup } from './term-group.ts';

/**
 * Matches one sentence after the other against all patterns together: only patterns whose rarest group has a word in
 * the sentence are tried, so that the cost depends on the sentence and not on the number of topics.
 */
export class SentenceMatcher {
  readonly index: PatternIndex;
  readonly #seen: Int32Array;
  readonly #context: Int32Array;
  readonly #tried: Int32Array;
  #stamp = 0;
  /** The bits of the terms of the current sentence. */
  #bits = 0;
  /** Places from its first known word to its last. */
  #span = 0;
  #contextStamp = 0;
  #headings: readonly string[] = [];
  readonly #heading = emptySentence();

  constructor(index: PatternIndex) {
    this.index = index;
    this.#seen = new Int32Array(index.lexicon.size);
    this.#context = new Int32Array(index.lexicon.size);
    this.#tried = new Int32Array(index.patterns.length);
  }

  /** Sets the headings that the following sentences stand under. They are read when a pattern asks for them. */
  setContext(headings: readonly string[]): void {
    this.#headings = headings;
  }

  /** Calls `hit` for every pattern that a sentence satisfies, among those that `isOpen` still asks for. */
  match(sentence: Sentence, isOpen: (pattern: TopicPattern) => boolean, hit: (pattern: TopicPattern) => void): void {
    if (sentence.known === 0) return;
    this.#stamp += 1;
    this.#bits = mark(sentence, this.#seen, this.#stamp);
    this.#span = (sentence.position[sentence.known - 1] ?? 0) - (sentence.position[0] ?? 0);
    for (let i = 0; i < sentence.known; i += 1) {
      this.#tryAll(sentence.stem[i] ?? -1, sentence, isOpen, hit);
      this.#tryAll(sentence.exact[i] ?? -1, sentence, isOpen, hit);
    }
  }

  /** True when the sentence that `match` has just looked at only resembles a topic. */
  isLookAlike(topic: number, sentence: Sentence): boolean {
    return this.index.lookAlikes[topic]?.some((pattern) => this.#holds(pattern, sentence)) ?? false;
  }

  /** True when the headings above speak of a part of the pattern already. */
  isFramed({ subject, rest }: TopicPattern): boolean {
    return subject.some((group) => this.#isInContext(group)) || rest.some((groups) => groups.some((group) => this.#isInContext(group)));
  }

  #tryAll(term: number, sentence: Sentence, isOpen: (pattern: TopicPattern) => boolean, hit: (pattern: TopicPattern) => void): void {
    const filed = term < 0 ? undefined : this.index.byTerm[term];
    if (filed === undefined) return;
    const bits = this.#bits;
    for (const { number, all, some, other } of filed) {
      if ((all & bits) !== all || (some & bits) === 0 || (other & bits) === 0) continue;
      if (this.#tried[number] === this.#stamp) continue;
      this.#tried[number] = this.#stamp;
      const pattern = this.index.patterns[number];
      if (pattern && isOpen(pattern) && this.#holds(pattern, sentence)) hit(pattern);
    }
  }

  /**
   * The other conditions have to be met near the first one, which names the subject. For an element of a topic the
   * heading above may name the subject instead.
   */
  #holds(pattern: TopicPattern, sentence: Sentence): boolean {
    for (const group of pattern.checks) if (!hasAny(group, this.#seen, this.#stamp)) return false;
    const { subject, rest } = pattern;
    if (this.#span <= pattern.reach && pattern.framed.every((group) => hasAny(group, this.#seen, this.#stamp))) return true;
    if (isNear(this.#placesOfAll(subject, sentence), rest, (groups) => this.#placesOfAll(groups, sentence))) return true;
    const [heading, ...others] = subject;
    if (pattern.use !== 'element' || !rest[0] || !heading || others.length || !this.#isInContext(heading)) return false;
    return isNear(this.#placesOfAll(rest[0], sentence), rest.slice(1), (groups) => this.#placesOfAll(groups, sentence));
  }

  /** Positions at which a condition is met: its first group, near all others. */
  #placesOfAll(groups: readonly TermGroup[], sentence: Sentence): readonly number[] {
    let left: number[] = groups[0] ? placesOf(groups[0], sentence) : [];
    for (let i = 1; i < groups.length && left.length > 0; i += 1) {
      const group = groups[i];
      const there = group ? placesOf(group, sentence) : [];
      left = left.filter((place) => there.some((other) => Math.abs(place - other) <= NEAR));
    }
    return left;
  }

  #isInContext(group: TermGroup): boolean {
    if (this.#headings.length) {
      this.#contextStamp += 1;
      for (const heading of this.#headings) {
        eachSentence(heading, this.index.lexicon, this.#heading, () => mark(this.#heading, this.#context, this.#contextStamp));
      }
      this.#headings = [];
    }
    return hasAny(group, this.#context, this.#contextStamp);
  }
}

/** Stamps the terms of a sentence; returns their bits. */
function mark({ known, stem, exact }: Sentence, stamps: Int32Array, stamp: number): number {
  let bits = 0;
  for (let i = 0; i < known; i += 1) {
    const a = stem[i] ?? -1;
    const b = exact[i] ?? -1;
    if (a >= 0) {
      stamps[a] = stamp;
      bits |= bitOf(a);
    }
    if (b >= 0) {
      stamps[b] = stamp;
      bits |= bitOf(b);
    }
  }
  return bits;
}

function isNear(
  anchors: readonly number[],
  rest: TopicPattern['rest'],
  places: (groups: readonly TermGroup[]) => readonly number[],
): boolean {
  let left = anchors;
  for (const groups of rest) {
    if (left.length === 0) return false;
    const there = places(groups);
    left = left.filter((anchor) => there.some((place) => Math.abs(place - anchor) <= WINDOW));
  }
  return left.length > 0;
}
