import type { MarkdownDocument } from '../policies/document.ts';
import type { Weight } from './grammar.ts';
import type { Lexicon } from './lexicon.ts';
import { type Quote, quote } from './reading.ts';
import { eachSentence, emptySentence } from './sentence.ts';
import { worthOf } from './statement.ts';

/** What stands below a heading: its first statement, or why there is none to rely on. */
export interface Substance {
  readonly statement: Quote | null;
  /** The sentence by which the section takes its subject back. */
  readonly denial: Quote | null;
}

/** Stands for the whole document where a section's number is expected. */
export const WHOLE = -1;

/** A heading is covered by statements of this many words together: one full sentence. */
const LEAST_WORDS = 9;

/**
 * Looks below a heading, subsections included, for text of substance: statements that are neither announcements, blanks,
 * tick boxes nor lines of a mapping. A section that begins by taking its subject back ("not applicable") has none.
 * `WHOLE` instead of a section's number looks at the whole document, whose title is the heading. `weights` are those of all sections.
 */
export function substanceOf(document: MarkdownDocument, number: number, weights: readonly Weight[], lexicon: Lexicon): Substance {
  const top = number === WHOLE ? { level: -1 } : document.sections[number];
  const sentence = emptySentence();
  let statement: Quote | null = null;
  let denial: Quote | null = null;
  let words = 0;
  for (let at = Math.max(0, number); top && at < document.sections.length; at += 1) {
    const section = document.sections[at];
    if (!section || (at > number && section.level <= top.level)) break;
    if (weights[at] !== 'full') continue;
    for (const block of section.blocks) {
      eachSentence(block.text, lexicon, sentence, () => {
        if (words >= LEAST_WORDS) return;
        const worth = worthOf(block.text, sentence);
        if (worth === 'takes-back' && !statement) denial ??= quote(block, sentence);
        if (worth !== 'states') return;
        statement ??= quote(block, sentence);
        words += sentence.words;
      });
      if (words >= LEAST_WORDS) return { statement: denial ? null : statement, denial };
    }
  }
  return { statement: null, denial };
}
