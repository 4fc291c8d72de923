const NUMBERS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen'.split(' ');
const WORDS: readonly (readonly [RegExp, number])[] = [
  [/\bsemi-?annual(?:ly)?\b|\bhalf-?yearly\b|\bbi-?annual(?:ly)?\b|\b(?:twice|two times) (?:a|per|each|every) year\b|\b6-?monthly\b/i, 182],
  [/\bbi-?ennial(?:ly)?\b|\bevery other year\b/i, 730],
  [/\btri-?ennial(?:ly)?\b/i, 1095],
  [/\bquarterly\b|\b(?:a|per|each|every) quarter\b/i, 91],
  [/\bannual(?:ly)?\b|\byearly\b|\b(?:once )?(?:a|per|each|every) (?:calendar )?year\b|\bonce-yearly\b/i, 365],
  [/\bmonthly\b|\b(?:a|per|each|every) month\b/i, 30],
  [/\bweekly\b/i, 7],
];
const COUNTED =
  /\b(?:every|each|within|once in|at least|at most|per)?\s?(\d{1,3}|[a-z]{3,9})(?: \(\d{1,3}\))?[ -](day|week|month|year)s?\b/gi;
const BARE = /^(\d{1,4})(?: (?:days?|d))?$/i;

/**
 * Days of a review interval in words: "annually" 365, "semi-annual" 182, "quarterly" 91, "every three years" 1095,
 * "every 12 months" 365, "18 months" 547, "90 days" 90, a bare number of days. Null when the text names no interval.
 */
export function readInterval(text: string): number | null {
  if (text.length > 400) return null;
  const bare = BARE.exec(text.trim());
  if (bare) return Number(bare[1]) || null;
  for (const match of text.matchAll(COUNTED)) {
    const count = countOf(match[1] ?? '');
    if (count) return daysOf(count, (match[2] ?? '').toLowerCase());
  }
  return WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

function countOf(word: string): number {
  return /^\d/.test(word) ? Number(word) : Math.max(0, NUMBERS.indexOf(word.toLowerCase()));
}

function daysOf(count: number, unit: string): number {
  if (unit === 'day') return count;
  if (unit === 'week') return count * 7;
  return unit === 'year' ? count * 365 : Math.floor((count * 365) / 12);
}
