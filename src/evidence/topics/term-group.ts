import type { Lexicon } from './lexicon.ts';
import type { Group } from './pattern.ts';
import type { Sentence } from './sentence.ts';

/** Alternatives of a pattern as term numbers: single words apart from words that follow each other. */
export interface TermGroup {
  readonly singles: readonly number[];
  readonly chains: readonly (readonly number[])[];
  /**
   * The terms under which a pattern is filed by this group, the single words and the rarest word of each chain, each
   * with the bits that a sentence has when it holds an alternative with that term.
   */
  readonly keys: ReadonlyMap<number, number>;
  /** How often other patterns use the keys. */
  readonly weight: number;
  /** The bits of the keys: a sentence that has none of them holds no alternative. */
  readonly bits: number;
}

/** Numbers the words of a group. `uses` counts the patterns that use a term key. */
export function toTermGroup(group: Group, lexicon: Lexicon, uses: ReadonlyMap<string, number>): TermGroup {
  const count = (key: string): number => uses.get(key) ?? 0;
  const rarest = (chain: readonly string[]): string => chain.reduce((best, key) => (count(key) < count(best) ? key : best));
  const chains = group.map((chain) => chain.map((key) => lexicon.intern(key)));
  const keys = new Map<number, number>();
  for (const [index, chain] of group.entries()) {
    const term = lexicon.intern(rarest(chain));
    keys.set(term, (keys.get(term) ?? -1) & bitsOf(chains[index] ?? []));
  }
  return {
    singles: chains.flatMap((chain) => (chain.length === 1 ? [...chain] : [])),
    chains: chains.filter((chain) => chain.length > 1),
    keys,
    weight: [...new Set(group.map(rarest))].reduce((sum, key) => sum + count(key), 0),
    bits: bitsOf(keys.keys()),
  };
}

function bitsOf(terms: Iterable<number>): number {
  let bits = 0;
  for (const term of terms) bits |= bitOf(term);
  return bits;
}

/** One of 32 bits that a term shares with others. */
export const bitOf = (term: number): number => 1 << (term & 31);

/** True when all words of some alternative carry the stamp, in whatever order: a quick look before places are compared. */
export function hasAny({ singles, chains }: TermGroup, stamps: Int32Array, stamp: number): boolean {
  for (let i = 0; i < singles.length; i += 1) if (stamps[singles[i] ?? 0] === stamp) return true;
  for (const chain of chains) {
    let length = 0;
    while (length < chain.length && stamps[chain[length] ?? 0] === stamp) length += 1;
    if (length === chain.length) return true;
  }
  return false;
}

/** Positions at which an alternative of a group begins in a sentence. */
export function placesOf({ singles, chains }: TermGroup, sentence: Sentence): number[] {
  const found: number[] = [];
  for (let i = 0; i < sentence.known; i += 1) {
    if (isSingleAt(singles, sentence, i) || isAnyChainAt(chains, sentence, i)) found.push(sentence.position[i] ?? 0);
  }
  return found;
}

function isSingleAt(singles: readonly number[], sentence: Sentence, index: number): boolean {
  const stem = sentence.stem[index] ?? -1;
  const exact = sentence.exact[index] ?? -1;
  for (let i = 0; i < singles.length; i += 1) {
    const term = singles[i];
    if (term === stem || term === exact) return true;
  }
  return false;
}

function isAnyChainAt(chains: readonly (readonly number[])[], sentence: Sentence, index: number): boolean {
  const stem = sentence.stem[index] ?? -1;
  const exact = sentence.exact[index] ?? -1;
  for (const chain of chains) {
    const first = chain[0];
    if ((first === stem || first === exact) && isChainAt(chain, sentence, index)) return true;
  }
  return false;
}

function isChainAt(chain: readonly number[], sentence: Sentence, index: number): boolean {
  const start = sentence.position[index] ?? 0;
  for (let length = 0; length < chain.length; length += 1) {
    const at = index + length;
    if (at >= sentence.known || sentence.position[at] !== start + length) return false;
    if (sentence.stem[at] !== chain[length] && sentence.exact[at] !== chain[length]) return false;
  }
  return true;
}
