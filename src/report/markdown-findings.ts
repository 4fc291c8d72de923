import type { Location } from '../model/location.ts';
import type { Finding, Report } from '../model/report.ts';
import type { Block } from './budget.ts';
import { addressOf, codeSpan, forMarkdown } from './escape.ts';

/** How many findings stand in the open; the others are folded. */
const TOP = 20;

export interface Linking {
  /** Address of the folder of the scan at its commit, without a slash at the end; null for no links. */
  readonly base: string | null;
}

const HEAD = '| Severity | What | Where | Rule |\n|:---|:---|:---|:---|\n';

/** The first findings by rank, the remedies of their rules, and the folded rest. */
export function findingBlocks(ranked: readonly Finding[], linking: Linking): Block[] {
  const top = ranked.slice(0, TOP);
  const rest = ranked.slice(TOP);
  return [
    block(
      `### Findings (${ranked.length})\n\n${HEAD}`,
      top.map((f) => findingRow(f, linking)),
      '\n',
      (n) => `\n${n} findings are left out here; the JSON report has them all.\n\n`,
    ),
    block('<details><summary>What to do</summary>\n\n', remedies(top), '\n</details>\n\n', (n) => `\n${n} remedies are left out here.\n\n`),
    block(
      `<details><summary>${rest.length} more findings</summary>\n\n${HEAD}`,
      rest.map((f) => findingRow(f, linking)),
      '\n</details>\n\n',
      (n) => `\n${n} more findings are left out here; the JSON report has them all.\n\n`,
    ),
  ].filter(({ rows }) => rows.length);
}

function block(head: string, rows: readonly string[], tail: string, leftOut: Block['leftOut']): Block {
  return { head, rows, tail, leftOut };
}

function findingRow(finding: Finding, linking: Linking): string {
  const aside = finding.outcome === 'unknown' ? ', could not tell' : finding.outcome === 'review' ? ', to review' : '';
  const news = finding.origin === 'introduced' ? ' **new**' : '';
  return `| ${finding.severity}${aside}${news} | ${forMarkdown(finding.message)} | ${where(finding.at, linking)}${moreOf(finding)} | ${codeSpan(finding.rule, 100)} |\n`;
}

function moreOf({ count }: Finding): string {
  return count > 1 ? ` and ${count - 1} more` : '';
}

/** A path with its line, linked where there is an address; a dash for what is nowhere. */
function where(at: Location | null, { base }: Linking): string {
  if (!at) return '–';
  const shown = codeSpan(`${at.path}:${at.line}`, 200);
  const address = base === null ? null : addressOf(base, at.path, at.line);
  return address ? `[${shown}](${address})` : shown;
}

function remedies(findings: readonly Finding[]): string[] {
  const byRule = new Map(findings.filter((f) => f.remediation).map((f) => [f.rule, f.remediation]));
  return [...byRule].map(([rule, remedy]) => `- ${codeSpan(rule, 100)}: ${forMarkdown(remedy)}\n`);
}

/** What is accepted for a time, by whom and how long, folded. */
export function waivedBlock(report: Report, linking: Linking): Block {
  const rows = report.findings.flatMap((f) =>
    f.waiver
      ? [
          `| ${codeSpan(f.rule, 100)} | ${where(f.at, linking)} | ${forMarkdown(f.waiver.owner, 80)} | ${forMarkdown(f.waiver.approver, 80)} | ${f.waiver.expires} |\n`,
        ]
      : [],
  );
  const head = `<details><summary>${rows.length} waived</summary>\n\n| Rule | Where | Owner | Approver | Until |\n|:---|:---|:---|:---|:---|\n`;
  return block(head, rows, '\n</details>\n\n', (n) => `\n${n} waived findings are left out here.\n\n`);
}

/** What is in order today and ends within 90 days. */
export function lapsesBlock(report: Report, linking: Linking): Block {
  const rows = report.lapses.map(
    (l) => `| ${l.date} | ${inDays(l.days)} | ${forMarkdown(l.message)} | ${where(l.at, linking)} | ${codeSpan(l.rule, 100)} |\n`,
  );
  const shown = rows.slice(0, TOP);
  const more = rows.length - shown.length;
  const tail = more > 0 ? `\nand ${more} more within 90 days.\n\n` : '\n';
  const head = '### Next to lapse (90 days)\n\n| Date | When | What | Where | Rule |\n|:---|:---|:---|:---|:---|\n';
  return block(head, shown, tail, (n) => `\n${n} that lapse within 90 days are left out here.\n\n`);
}

function inDays(days: number): string {
  return days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
}
