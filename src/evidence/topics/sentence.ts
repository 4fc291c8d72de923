import { KNOWN, type Lexicon, SKIPPED, VERB } from './lexicon.ts';
import { nextHash } from './spellings.ts';

/** A sentence longer than this is cut: no writer meant it as one. */
const LONGEST = 120;

/** One sentence as the matcher sees it: the few of its words that any pattern uses. Reused for the next sentence. */
export interface Sentence {
  /** Range of the sentence in its text. */
  start: number;
  end: number;
  /** All words, function words included. */
  words: number;
  hasVerb: boolean;
  isQuestion: boolean;
  /** Number of known words; the arrays below hold that many valid entries. */
  known: number;
  /** Place of a known word among the content words, from 0. */
  readonly position: Int32Array;
  readonly stem: Int32Array;
  readonly exact: Int32Array;
}

export function emptySentence(): Sentence {
  const places = (): Int32Array => new Int32Array(LONGEST);
  return { start: 0, end: 0, words: 0, hasVerb: false, isQuestion: false, known: 0, position: places(), stem: places(), exact: places() };
}

/**
 * Walks over the sentences of a text, filling `sentence` and calling `visit` for each. A sentence ends at `.`, `!` or
 * `?` before white space unless a lower-case letter or an abbreviation says otherwise, at ` | ` between table cells,
 * and at the end of the text.
 */
export function eachSentence(text: string, lexicon: Lexicon, sentence: Sentence, visit: () => void): void {
  let content = 0;
  let at = 0;
  begin(sentence, 0);
  while (at < text.length) {
    const code = text.charCodeAt(at);
    let letter = FOLDED[code] ?? 0;
    if (letter === 0) {
      if (ENDS[code] === 1 && (sentence.words >= LONGEST || isEnd(text, at, code))) {
        sentence.isQuestion = code === 63;
        finish(sentence, code === 124 ? at : at + 1, visit);
        begin(sentence, at + 1);
        content = 0;
      }
      at += 1;
      continue;
    }
    const start = at;
    let hash = 0;
    while (letter !== 0) {
      hash = nextHash(hash, letter);
      at += 1;
      letter = at < text.length ? (FOLDED[text.charCodeAt(at)] ?? 0) : 0;
    }
    content += addWord(sentence, lexicon, lexicon.spellings.find(text, start, at, hash), content);
  }
  finish(sentence, text.length, visit);
}

function begin(sentence: Sentence, start: number): void {
  sentence.start = start;
  sentence.words = 0;
  sentence.known = 0;
  sentence.hasVerb = false;
  sentence.isQuestion = false;
}

function finish(sentence: Sentence, end: number, visit: () => void): void {
  if (sentence.words === 0) return;
  sentence.end = end;
  visit();
}

/** Notes a word; returns how far it moves the count of content words. */
function addWord(sentence: Sentence, lexicon: Lexicon, spelling: number, content: number): number {
  sentence.words += 1;
  const traits = lexicon.traits[spelling] ?? 0;
  if (traits & VERB) sentence.hasVerb = true;
  if (traits & SKIPPED) return 0;
  if (traits & KNOWN && sentence.known < LONGEST) {
    sentence.position[sentence.known] = content;
    sentence.stem[sentence.known] = lexicon.stem[spelling] ?? -1;
    sentence.exact[sentence.known] = lexicon.exact[spelling] ?? -1;
    sentence.known += 1;
  }
  return 1;
}

/** By character code: the lower-case letter or digit that it counts as, 0 for what is no part of a word. */
const FOLDED = Uint16Array.from({ length: 65536 }, (_, code) => {
  if (code >= 65 && code <= 90) return code | 32;
  const isWord =
    (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 0xc0 && (code < 0x2000 || code > 0x206f) && code !== 0x3000);
  return isWord ? code : 0;
});

/** Characters at which a sentence can end: `!`, `.`, `?`, `|`; and the space, for one that is far too long. */
const ENDS = new Uint8Array(65536);
for (const character of '!.?| ') ENDS[character.charCodeAt(0)] = 1;

const ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|no|inc|ltd|dr|mr|ms|u\.s|st|approx|dept|sec|fig|[a-z])$/i;

function isEnd(text: string, at: number, code: number): boolean {
  if (code === 124) return text.charCodeAt(at - 1) === 32 && text.charCodeAt(at + 1) === 32;
  if (code !== 46 && code !== 33 && code !== 63) return false;
  let next = at + 1;
  if (next < text.length && !isSpace(text.charCodeAt(next)) && !isClosing(text.charCodeAt(next))) return false;
  while (next < text.length && (isSpace(text.charCodeAt(next)) || isClosing(text.charCodeAt(next)))) next += 1;
  if (next < text.length && isLowerCase(text.charCodeAt(next))) return false;
  return code !== 46 || !ABBREVIATION.test(text.slice(Math.max(0, at - 8), at));
}

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 9 || code === 13 || code === 160;
const isLowerCase = (code: number): boolean => code >= 97 && code <= 122;
const isClosing = (code: number): boolean => code === 41 || code === 34 || code === 39 || code === 0x2019 || code === 0x201d || code === 93;
