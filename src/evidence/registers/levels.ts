import { type FixedWords, readWord, type WordReading } from './values.ts';

/** How a level was understood; `number`: a score on a scale that nothing states. */
export type LevelReading = WordReading | { readonly state: 'number' };

const SCORE = /^(\d{1,3})(?:\.\d{1,2})?(?: ?(?:\/|of|out of) ?(\d{1,3}))?$/i;
/** `20 (High)`, `16 - HIGH`, `16/25 high` */
const SCORE_BEFORE = /^\d{1,3}(?:\.\d{1,2})?(?: ?\/ ?\d{1,3})?[ :=,;(–—-]{1,4}(?=\p{L})/u;
/** `1-5 x 1-5` and `5x5` in a heading: likelihood times impact. */
const PRODUCT = /(?:1 ?[-–] ?)?(\d{1,2}) ?[x×*] ?(?:1 ?[-–] ?)?(\d{1,2})/i;
const SCALE = /\b[01] ?(?:-|–|to) ?(\d{1,3})\b|\b(?:of|max) ?(\d{1,3})\b/i;

/**
 * Reads a level as people write it: `High (20)`, `H`, `HIGH - 16`, `20 (High)`. A bare score is read only where the cell
 * (`16/25`) or the heading (`Score (1-25)`) states its scale; the vocabulary says what it means there (`16 of 25`).
 */
export function readLevel(field: FixedWords, text: string, heading: string): LevelReading {
  const score = SCORE.exec(text.trim());
  if (score) {
    const scale = score[2] ?? scaleOf(heading);
    const word = scale === null ? undefined : field.spellings.get(`${Number(score[1])} of ${scale}`);
    return word === undefined ? { state: 'number' } : { state: 'word', word, rest: '' };
  }
  const reading = readWord(field, text);
  if (reading.state !== 'unknown') return reading;
  return readWord(field, text.trim().replace(SCORE_BEFORE, ''));
}

function scaleOf(heading: string): string | null {
  const short = heading.slice(0, 80);
  const product = PRODUCT.exec(short);
  if (product) return String(Number(product[1]) * Number(product[2]));
  const scale = SCALE.exec(short);
  return scale?.[1] ?? scale?.[2] ?? null;
}
