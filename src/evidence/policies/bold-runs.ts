import { plainText } from './plain-text.ts';

/** What of a line is bold, in order; undefined for a line that does not begin in bold. */
export type BoldRuns = readonly string[] | undefined;

const BEGINS = /^[ \t]{0,20}(?:\*\*|__)/;
const RUN = /(\*\*|__)(?=\S)([^*_\n]{2,60})\1/g;
const LONGEST = 400;
const NONE: readonly BoldRuns[] = [];

/** The bold runs of an inline source, line by line, as plain text. A long line is prose, and gives none. */
export function boldRuns(source: string): readonly BoldRuns[] {
  if (!source.includes('**') && !source.includes('__')) return NONE;
  return source.split('\n').map((line) => {
    if (line.length > LONGEST || !BEGINS.test(line)) return undefined;
    const runs = [...line.matchAll(RUN)].map((run) =>
      plainText(run[2] ?? '')
        .replace(/\s+/g, ' ')
        .trim(),
    );
    // With a colon behind each, the text alone tells label from value.
    return runs.every((run) => run.endsWith(':')) ? undefined : runs;
  });
}
