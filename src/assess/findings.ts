import { createHash } from 'node:crypto';
import type { Rule } from '../model/pack.ts';
import type { CheckResult, Finding, Judgement, Waiver } from '../model/report.ts';

type Problem = CheckResult & { readonly outcome: Finding['outcome']; readonly waiver: Waiver | null };

/** From this many subjects on, a defect that most of a set shares is said once, with a count. */
const FOLD_FROM = 4;
/** So many documents with one defect are a habit of the set, even where others are in order. */
const FOLD_DOCUMENTS_FROM = 8;

/**
 * Turns what failed, could not be told or wants a person into findings. One fact is one finding, with every control it
 * touches; what is wrong with most of a set is one finding that counts the set.
 */
export function findingsOf(
  judgements: readonly Judgement[],
  rules: ReadonlyMap<string, Rule>,
  controlsOf: ReadonlyMap<string, readonly string[]>,
  waiverOf: (rule: string, subject: string) => Waiver | null = () => null,
): Finding[] {
  return judgements.flatMap((judgement) => {
    const rule = rules.get(judgement.rule);
    if (!rule) throw new Error(`judgement of an unknown rule ${judgement.rule}`);
    const subjects = judgement.results.filter((r) => r.outcome !== 'not-applicable').length;
    const problems = judgement.results.filter(isProblem).map((result) => ({ ...result, waiver: waiverOf(rule.id, result.subject) }));
    return fold(problems, subjects).map((group) => findingOf(rule, group, subjects, controlsOf.get(rule.id) ?? []));
  });
}

function findingOf(rule: Rule, [first, ...rest]: readonly [Problem, ...Problem[]], subjects: number, controls: readonly string[]): Finding {
  const subject = rest.length ? `${kindOf(first.subject)}:*` : first.subject;
  return {
    rule: rule.id,
    rules: [rule.id],
    outcome: first.outcome,
    severity: first.outcome === 'fail' ? rule.severity : first.outcome === 'unknown' ? soften(rule.severity) : 'notice',
    message: rest.length ? `${rest.length + 1} of ${subjects}: ${first.message}` : first.message,
    at: first.at,
    subject,
    controls,
    origin: null,
    fingerprint: fingerprint(rule.id, subject, first.reason),
    waiver: first.waiver,
    remediation: rule.remediation,
    reason: first.reason,
    count: rest.length + 1,
    also: rest.flatMap((r) => (r.at ? [r.at] : [])),
  };
}

function isProblem(result: CheckResult): result is CheckResult & Pick<Problem, 'outcome'> {
  return result.outcome === 'fail' || result.outcome === 'unknown' || result.outcome === 'review';
}

/** Groups of problems that share outcome and reason: together where they are most of the set or many documents, else alone. */
function fold(problems: readonly Problem[], subjects: number): [Problem, ...Problem[]][] {
  const groups = new Map<string, [Problem, ...Problem[]]>();
  for (const problem of problems) {
    const { waiver } = problem;
    const key = `${problem.outcome} ${problem.reason} ${waiver ? `${waiver.at.path}:${waiver.at.line}` : ''}`;
    const group = groups.get(key);
    if (group) group.push(problem);
    else groups.set(key, [problem]);
  }
  return [...groups.values()].flatMap((group) => (isHabit(group, subjects) ? [group] : group.map((p): [Problem] => [p])));
}

function isHabit(group: readonly [Problem, ...Problem[]], subjects: number): boolean {
  if (group.length >= FOLD_FROM && group.length * 2 >= subjects) return true;
  return group.length >= FOLD_DOCUMENTS_FROM && group[0].subject.startsWith('document:');
}

/** A result that could not be told does not count as hard as a proven failure. */
function soften(severity: Finding['severity']): Finding['severity'] {
  return severity === 'error' ? 'warning' : severity;
}

function kindOf(subject: string): string {
  return subject.slice(0, subject.indexOf(':'));
}

function fingerprint(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16);
}
