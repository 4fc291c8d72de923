/** A heading longer than this is prose, or a row of data without a heading. */
const LONGEST_HEADING = 80;
/** Brackets hold remarks: `[Required]`, `(1-5)`, `(UTC)`. */
const REMARK = /\[[^\][]{0,60}\]|\([^()]{0,60}\)/g;
const CAMEL = /([a-z]{2}|\d)([A-Z])/g;
/** `PHIAccess`; the two small letters keep `BAAs` whole. */
const CAPITALS = /([A-Z])([A-Z][a-z]{2})/g;
const YES_SIGNS = /[✅✓☑✔☒🗹🟢]/gu;
const NO_SIGNS = /[❌✗✘☐✖🔴]/gu;
/** Signs that praise or strike out the words beside them. A ticked box only chooses them, and a red light may warn. */
const PRAISE = /[✅✓✔🟢]/u;
const STRIKE = /[❌✗✘✖☐]/u;
const GOOD = new Set(['yes', 'executed', 'done', 'active', 'closed', 'approved', 'final', 'not-required', 'inherited']);
const BAD = new Set(['no', 'missing', 'not-done']);

/**
 * A heading or key without case, punctuation and remarks: `PHI Access?`, `phi_access`, `phiAccess` and
 * `PHI access [Required]` are all `phi access`. Empty for text that is too long to be a heading.
 */
export function normaliseHeading(text: string): string {
  if (text.length > LONGEST_HEADING) return '';
  const open = text.replace(REMARK, ' ').replace(CAMEL, '$1 $2').replace(CAPITALS, '$1 $2');
  return plainWords(open);
}

/** Lower-case words and numbers, separated by single spaces. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words of a cell that speaks a fixed word: signs become yes or no when nothing else is written. */
export function wordsOfCell(text: string): string {
  const words = plainWords(text.replace(YES_SIGNS, ' ').replace(NO_SIGNS, ' '));
  if (words) return words;
  YES_SIGNS.lastIndex = 0;
  NO_SIGNS.lastIndex = 0;
  if (YES_SIGNS.test(text)) return 'yes';
  return NO_SIGNS.test(text) ? 'no' : '';
}

/** The words of the last part of a path, without the ending: `grc/BAARegister_2026.csv` is `baa register 2026`. */
export function wordsOfFile(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return normaliseHeading((dot > 0 ? name.slice(0, dot) : name).slice(0, LONGEST_HEADING));
}

/** Whether `phrase` stands in `words` as whole words. */
export function holdsPhrase(words: string, phrase: string): boolean {
  return ` ${words} `.includes(` ${phrase} `);
}

/** Whether a sign says the opposite of the word that a cell was read as: `❌ Signed`, or signs of both kinds. */
export function contradictsSign(word: string, text: string): boolean {
  const [praised, struck] = [PRAISE.test(text), STRIKE.test(text)];
  if (praised && struck) return true;
  if (plainWords(text) === '') return false;
  return (praised && BAD.has(word)) || (struck && GOOD.has(word)) || (text.includes('☐') && word === 'no');
}
