import { stemmer } from 'stemmer';
import { isFunctionWord, NEGATIVE_WORDS } from './grammar.ts';

/** A pattern of a topic cannot be used. The message names the pattern and what is wrong with it. */
export class PatternError extends Error {
  constructor(pattern: string, problem: string) {
    super(`the pattern "${pattern}" ${problem}`);
    this.name = 'PatternError';
  }
}

/** Words that follow each other, as term keys: a stem, or `=word` for a word that must be written exactly so. */
type Chain = readonly string[];
/** Alternatives. */
export type Group = readonly Chain[];
/** Groups that stand near each other, in either order. */
type Condition = readonly Group[];

export interface Pattern {
  readonly text: string;
  /** All of them must hold in one sentence, in any order. */
  readonly conditions: readonly Condition[];
  /** One sentence that it matches carries the topic. */
  readonly strong: boolean;
  /** Nothing but a negative word meets one of its conditions, so a negative sentence is what it looks for. */
  readonly negative: boolean;
}

/**
 * Reads one pattern of a topic. The language, loosest binding first:
 *
 * - a space: both sides occur in the same sentence (or heading), in any order and at most twelve content words from the
 *   first one, which is the subject: `backup test`
 * - `~`: both sides occur near each other, at most six content words apart, in any order: `review~log`
 * - `|`: either side: `sanction|disciplinary_action`
 * - `_`: the words follow each other, function words such as "of the" in between not counted: `disposal_media`
 * - `!` at the end: the sentence is so telling that one of them carries the topic
 * - `=`: the word exactly as written instead of its stem, where a stem is shared by strangers: `=integrity`
 *
 * Words are lower-case letters and digits and are compared by stem (`encrypt` finds encrypted and encryption); a
 * hyphen splits a word in the text, so `break_glass` finds break-glass. Throws PatternError for anything else, and
 * for a pattern that would match nearly everything: every condition holds an alternative that is one word of every policy, such as `data`.
 */
export function parsePattern(text: string): Pattern {
  const strong = text.endsWith('!');
  const conditions = (strong ? text.slice(0, -1) : text)
    .split(' ')
    .map((condition) =>
      condition.split('~').map((group) => group.split('|').map((chain) => chain.split('_').map((word) => readWord(word, text)))),
    );
  const isTelling = conditions.some((groups) =>
    groups.some((chains) => chains.every((chain) => chain.length > 1 || chain.some(isTellingWord))),
  );
  if (!isTelling) throw new PatternError(text, 'would match nearly every sentence; name at least one word that is special to the topic');
  return { text, conditions, strong, negative: conditions.flat().some((chains) => chains.every((chain) => chain.some(isNegative))) };
}

function readWord(word: string, pattern: string): string {
  const exact = word.startsWith('=');
  const bare = exact ? word.slice(1) : word;
  if (!/^[a-z0-9]{1,40}$/.test(bare)) throw new PatternError(pattern, 'needs lower-case words joined by single spaces, "~", "|" or "_"');
  if (isFunctionWord(bare)) throw new PatternError(pattern, `holds "${bare}", which is skipped in every text; leave it out`);
  return exact ? `=${bare}` : stemmer(bare);
}

const isNegative = (key: string): boolean => NEGATIVE_WORDS.has(key.replace('=', ''));

const COMMON = new Set([
  'polici',
  'procedur',
  'secur',
  'inform',
  'system',
  'data',
  'compani',
  'organ',
  'requir',
  'process',
  'must',
  'shall',
  'will',
  'is',
  'be',
]);

function isTellingWord(key: string): boolean {
  const bare = key.replace('=', '');
  return bare.length > 1 && !COMMON.has(bare) && !NEGATIVE_WORDS.has(bare);
}
