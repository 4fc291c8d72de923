import type { Location } from '../model/location.ts';
import type { Severity } from '../model/outcome.ts';
import type { SetupProblem } from '../model/pack.ts';
import type { Finding, Report } from '../model/report.ts';
import { forLog, forTerminal } from './escape.ts';
import { rank } from './rank.ts';

/** One annotation as the runner is to show it. Every text in it is on display as it stands. */
export interface Annotation {
  readonly level: Severity;
  readonly title: string;
  readonly message: string;
  /** Path from the root of the checkout; null for what is missing from the repository as a whole. */
  readonly file: string | null;
  /** At least 1: GitHub shows no annotation on line 0. Null without a file. */
  readonly line: number | null;
}

/** The runner keeps the first 10 of each level in a step and cuts messages at 4,096 UTF-16 units. */
export const RUNNER_LIMITS = { perLevel: 10, message: 4_096 } as const;

export interface AnnotationOptions {
  /** Folder of the scan below the root of the checkout, without slashes at its ends; empty for the root itself. */
  readonly folder: string;
  /** How many annotations of each level this step may spend. */
  readonly budget: Readonly<Record<Severity, number>>;
}

const WHOLE_BUDGET: AnnotationOptions = {
  folder: '',
  budget: { error: RUNNER_LIMITS.perLevel, warning: RUNNER_LIMITS.perLevel, notice: RUNNER_LIMITS.perLevel },
};

/**
 * The findings worth an annotation, in order of their rank, within the budget; where some are left out the last one, a
 * notice, says how many. A finding without a place is annotated without a file: it shows on the page of the run, and
 * not on a line that has nothing to do with it. Waived findings are not annotated. `changed` are the paths that the
 * event touches, as in the report, or null.
 */
export function annotationsOf(
  report: Report,
  changed: ReadonlySet<string> | null,
  { folder, budget }: AnnotationOptions = WHOLE_BUDGET,
): Annotation[] {
  const ranked = rank(report, changed);
  const kept = within(ranked, budget);
  if (kept.length < ranked.length) {
    const room = { ...budget, notice: Math.max(0, budget.notice - 1) };
    const shown = within(ranked, room);
    return [...shown.map((f) => annotationOf(f, folder)), leftOut(ranked.length - shown.length)];
  }
  return kept.map((f) => annotationOf(f, folder));
}

/** What is wrong with the set-up, each on its line, at most `most`. A problem of an option (line 0) has no file. */
export function setupAnnotations(problems: readonly SetupProblem[], folder: string, most: number): Annotation[] {
  return problems.slice(0, most).map(({ message, at }) => {
    const place = at.line > 0 ? placeOf(at, folder) : null;
    const text = place ? message : `${at.path}: ${message}`;
    return {
      level: 'error',
      title: 'Cleanbill: the set-up is wrong',
      message: forLog(text),
      file: place?.path ?? null,
      line: place?.line ?? null,
    };
  });
}

function within(ranked: readonly Finding[], budget: Readonly<Record<Severity, number>>): Finding[] {
  const spent: Record<Severity, number> = { error: 0, warning: 0, notice: 0 };
  return ranked.filter(({ severity }) => {
    spent[severity] += 1;
    return spent[severity] <= budget[severity];
  });
}

function annotationOf(finding: Finding, folder: string): Annotation {
  const place = finding.at && placeOf(finding.at, folder);
  const lines = [
    place || !finding.at ? finding.message : `${finding.at.path}:${finding.at.line}: ${finding.message}`,
    ...(finding.also.length ? [alsoAt(finding.also)] : []),
    ...(finding.remediation ? [`What to do: ${finding.remediation}`] : []),
    ...(finding.controls.length ? [`Asked for by ${listed(finding.controls, 8)}`] : []),
  ];
  const message = lines.map((line) => forLog(line)).join('\n');
  return { level: finding.severity, title: titleOf(finding), message: cut(message), file: place?.path ?? null, line: place?.line ?? null };
}

function titleOf({ rule, outcome }: Finding): string {
  const aside = outcome === 'unknown' ? ' (could not tell)' : outcome === 'review' ? ' (to review)' : '';
  return bare(forLog(`${rule}${aside}`, 200));
}

/** The runner drops blanks at the ends of its properties, and `=` at their start. */
function bare(property: string): string {
  return property.replace(/^[\s=]+/, '').trim();
}

/** A path that cannot be handed over as it is (control characters, commands of the runner) is no place to point at. */
function placeOf(at: Location, folder: string): { path: string; line: number } | null {
  const path = folder ? `${folder}/${at.path}` : at.path;
  if (path === '' || bare(forTerminal(path)) !== path) return null;
  return { path, line: Math.max(1, Math.floor(at.line) || 1) };
}

function alsoAt(places: readonly Location[]): string {
  return `Also at ${listed(
    places.map((p) => `${p.path}:${p.line}`),
    10,
  )}`;
}

function listed(items: readonly string[], most: number): string {
  const more = items.length - most;
  return more > 0 ? `${items.slice(0, most).join(', ')} and ${more} more` : items.join(', ');
}

function leftOut(count: number): Annotation {
  const message = `${count} more ${count === 1 ? 'finding is' : 'findings are'} not annotated here: GitHub shows ten of each level per step. The job summary and the JSON report have them all.`;
  return { level: 'notice', title: 'Cleanbill', message, file: null, line: null };
}

/** At most what the runner keeps, never half of a character. */
function cut(message: string): string {
  if (message.length <= RUNNER_LIMITS.message) return message;
  return `${message.slice(0, RUNNER_LIMITS.message - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
