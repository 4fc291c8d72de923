import pc from 'picocolors';
import type { Finding, Report } from '../model/report.ts';
import { forTerminal } from './escape.ts';
import { counted, countsInWords, frameworkName, percent, readLine, tally, waitingForReview } from './figures.ts';

export interface TerminalOptions {
  readonly colour: boolean;
  /** Print what only asks for a person's look as well, instead of counting it. */
  readonly all: boolean;
}

/** Places of a finding that counts many, besides the first. */
const OTHERS_SHOWN = 4;

type Colours = ReturnType<typeof pc.createColors>;

/** The report for a terminal: findings by file, readiness, what lapses next, the verdict of the gate. */
export function renderTerminal(report: Report, { colour, all }: TerminalOptions): string {
  const c = pc.createColors(colour);
  const shown = report.findings.filter((f) => all || f.waiver !== null || f.outcome !== 'review');
  const hidden = report.findings.length - shown.length;
  const lines = [
    c.bold(`Cleanbill ${report.version}: ${forTerminal(report.label)} as of ${report.asOf}`),
    readLine(report),
    '',
    ...byFile(shown).flatMap(([path, findings]) => [
      c.underline(path === '' ? 'Missing from the repository' : forTerminal(path)),
      ...findings.map((f) => findingLine(f, c)),
      '',
    ]),
    ...(hidden
      ? [
          c.dim(
            `${hidden} more for a person to look at; ${counted(waitingForReview(report.frameworks), 'control')} wait for that alone: --all prints them`,
          ),
          '',
        ]
      : []),
    ...readinessLines(report, c),
    ...lapseLines(report),
    ...verdictLines(report, c),
  ];
  return `${lines.join('\n')}\n`;
}

/** Findings by path, those without a place last; lines in order. */
function byFile(findings: readonly Finding[]): [string, Finding[]][] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const path = finding.at?.path ?? '';
    groups.set(path, [...(groups.get(path) ?? []), finding]);
  }
  for (const group of groups.values())
    group.sort((a, b) => (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0));
  return [...groups].sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1));
}

function findingLine(finding: Finding, c: Colours): string {
  const place = finding.at ? `${finding.at.line}:${finding.at.column}` : '';
  const paint = { error: c.red, warning: c.yellow, notice: c.cyan }[finding.severity];
  const word = finding.waiver ? 'waived' : finding.outcome === 'fail' ? finding.severity : finding.outcome;
  const others = finding.also.slice(0, OTHERS_SHOWN).map((at) => `${forTerminal(at.path)}:${at.line}`);
  const more = finding.also.length - others.length;
  const also = others.length ? `\n${' '.repeat(20)}${c.dim(`also ${others.join(', ')}${more > 0 ? ` and ${more} more` : ''}`)}` : '';
  return `  ${place.padEnd(8)} ${paint(word.padEnd(8))} ${forTerminal(finding.message)}  ${c.dim(finding.rule)}${also}`;
}

function readinessLines(report: Report, c: Colours): string[] {
  const names = report.frameworks.map(frameworkName);
  const width = Math.max(0, ...names.map((n) => n.length));
  return [
    c.bold('Readiness of records'),
    ...report.frameworks.map(
      (f, i) =>
        `  ${(names[i] ?? '').padEnd(width)}  strict ${percent(f.readiness.strict).padStart(7)}  accepted ${percent(f.readiness.accepted).padStart(7)}  ${c.dim(countsInWords(f.readiness.counts))}`,
    ),
    '',
  ];
}

function lapseLines(report: Report): string[] {
  if (!report.lapses.length) return [];
  const lines = report.lapses.slice(0, 8).map((l) => `  ${l.date} (${l.days} days)  ${forTerminal(l.message)}`);
  const more = report.lapses.length - lines.length;
  return ['Lapses within 90 days', ...lines, ...(more > 0 ? [`  and ${more} more`] : []), ''];
}

function verdictLines(report: Report, c: Colours): string[] {
  const { passed, bars, violations } = report.gate;
  const found = tally(report);
  if (!passed) return [c.red(c.bold(`Gate failed (${found}):`)), ...violations.map((v) => `  ${forTerminal(v.message)}`)];
  if (bars === 0) return [`${c.bold('No bar is set')} (${found}): the gate only asks that there is something to read`];
  return [`${c.green(c.bold('Gate passed'))} (${found})`];
}
