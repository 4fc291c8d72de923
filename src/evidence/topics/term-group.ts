import type { Lexicon } from './lexicon.ts';
import type { Group } from './pattern.ts';
import type { Sentence } from './sentence.ts';

/** Alternatives of a pattern as term numbers: single words apart from words that follow each other. */
export interface TermGroup {
  readonly singles: Int32Array;
  readonly chains: readonly Int32Array[];
  /** The terms under which a pattern is filed by this group: the single words, and the rarest word of each chain. */
  readonly keys: readonly number[];
  /** How often other patterns use these terms. */
  readonly weight: number;
}

/** Numbers the words of a group. `uses` counts the patterns that use a term key. */
export function toTermGroup(group: Group, lexicon: Lexicon, uses: ReadonlyMap<string, number>): TermGroup {
  const count = (key: string): number => uses.get(key) ?? 0;
  const rarest = (chain: readonly string[]): string => chain.reduce((best, key) => (count(key) < count(best) ? key : best));
  const keys = [...new Set(group.map(rarest))];
  return {
    singles: Int32Array.from(
      group.flatMap((chain) => (chain.length === 1 ? chain : [])),
      (key) => lexicon.intern(key),
    ),
    chains: group.filter((chain) => chain.length > 1).map((chain) => Int32Array.from(chain, (key) => lexicon.intern(key))),
    keys: keys.map((key) => lexicon.intern(key)),
    weight: keys.reduce((sum, key) => sum + count(key), 0),
  };
}

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

function isSingleAt(singles: Int32Array, sentence: Sentence, index: number): boolean {
  const stem = sentence.stem[index] ?? -1;
  const exact = sentence.exact[index] ?? -1;
  for (let i = 0; i < singles.length; i += 1) {
    const term = singles[i];
    if (term === stem || term === exact) return true;
  }
  return false;
}

function isAnyChainAt(chains: readonly Int32Array[], sentence: Sentence, index: number): boolean {
  const stem = sentence.stem[index] ?? -1;
  const exact = sentence.exact[index] ?? -1;
  for (const chain of chains) {
    const first = chain[0];
    if ((first === stem || first === exact) && isChainAt(chain, sentence, index)) return true;
  }
  return false;
}

function isChainAt(chain: Int32Array, sentence: Sentence, index: number): boolean {
  const start = sentence.position[index] ?? 0;
  for (let length = 0; length < chain.length; length += 1) {
    const at = index + length;
    if (at >= sentence.known || sentence.position[at] !== start + length) return false;
    if (sentence.stem[at] !== chain[length] && sentence.exact[at] !== chain[length]) return false;
  }
  return true;
}
