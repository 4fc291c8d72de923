/** Longest link destination and reference that is looked for; what is longer stays as text. */
export const LONGEST_LINK = 1000;

/** Where a link ends whose destination begins at `from`, brackets in it balanced; -1 when it does not end. */
export function destinationEnd(raw: string, from: number): number {
  const limit = Math.min(raw.length, from + LONGEST_LINK);
  let depth = 1;
  for (let i = from; i < limit; i += 1) {
    const char = raw[i];
    if (char === '\\') i += 1;
    else if (char === '(') depth += 1;
    else if (char === ')') {
      depth -= 1;
      if (depth === 0) return i + 1;
    }
  }
  return -1;
}
