import type { Report } from '../model/report.ts';
import { type Block, withinBudget } from './budget.ts';
import { forMarkdown } from './escape.ts';
import { readLine } from './figures.ts';
import { findingBlocks, lapsesBlock, waivedBlock } from './markdown-findings.ts';
import { readinessBlock, sectionsBlock, verdictBlock } from './markdown-readiness.ts';
import { rank } from './rank.ts';

/**
 * GitHub drops a job summary above 1,048,576 bytes and refuses a comment above 65,536 characters. Both budgets are in
 * bytes, of which a text has at least as many as it has characters however these are counted.
 */
export const MARKDOWN_BUDGETS = { summary: 1_000_000, comment: 60_000 } as const;

export interface MarkdownOptions {
  /** Bytes that the text may have at most; without it everything is shown. */
  readonly budget?: number;
  /** Address of the scanned folder at its commit, such as `https://github.com/o/r/blob/<sha>/records`, for links to lines. */
  readonly links?: string | null;
  /** Paths that the event touches, or null; their findings come first within a severity. */
  readonly changed?: ReadonlySet<string> | null;
}

/** The report as one Markdown page for a job summary, a comment or a file: the verdict first, the details folded. */
export function renderMarkdown(
  report: Report,
  { budget = Number.POSITIVE_INFINITY, links = null, changed = null }: MarkdownOptions = {},
): string {
  const linking = { base: links };
  const blocks = [
    verdictBlock(report),
    readinessBlock(report),
    ...report.frameworks.map(sectionsBlock),
    ...findingBlocks(rank(report, changed), linking),
    lapsesBlock(report, linking),
    waivedBlock(report, linking),
  ].filter((block, i) => i === 0 || block.rows.length);
  return withinBudget([...blocks, closing(report)], budget);
}

/** What was read, and what the page is not. Always shown whole: it has no rows. */
function closing(report: Report): Block {
  const text =
    `${readLine(report)}\n\n---\n\nCleanbill ${forMarkdown(report.version, 40)}, as of ${report.asOf}${report.commit ? `, commit ${forMarkdown(report.commit.slice(0, 12))}` : ''}. ` +
    'This is the readiness of records: not legal advice, not an attestation, not a certification.\n';
  return { head: text, rows: [], tail: '', leftOut: () => text };
}
