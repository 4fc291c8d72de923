import { createHash } from 'node:crypto';
import type { Rule } from '../model/pack.ts';
import type { CheckResult, Finding, Judgement } from '../model/report.ts';

type Problem = CheckResult & { readonly outcome: Finding['outcome'] };

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
): Finding[] {
  return judgements.flatMap((judgement) => {
    const rule = rules.get(judgement.rule);
    if (!rule) throw new Error(`judgement of an unknown rule ${judgement.rule}`);
    const subjects = judgement.results.filter((r) => r.outcome !== 'not-applicable').length;
    return fold(judgement.results.filter(isProblem), subjects).map(([first, ...rest]) => ({
      rule: rule.id,
      rules: [rule.id],
      outcome: first.outcome,
      severity: first.outcome === 'fail' ? rule.severity : first.outcome === 'unknown' ? soften(rule.severity) : 'notice',
      message: rest.length ? `${rest.length + 1} of ${subjects}: ${first.message}` : first.message,
      at: first.at,
      subject: rest.length ? `${kindOf(first.subject)}:*` : first.subject,
      controls: controlsOf.get(rule.id) ?? [],
      origin: null,
      fingerprint: fingerprint(rule.id, rest.length ? `${kindOf(first.subject)}:*` : first.subject, first.reason),
      waiver: null,
      remediation: rule.remediation,
      count: rest.length + 1,
      also: rest.flatMap((r) => (r.at ? [r.at] : [])),
    }));
  });
}

function isProblem(result: CheckResult): result is Problem {
  return result.outcome === 'fail' || result.outcome === 'unknown' || result.outcome === 'review';
}

/** Groups of problems that share outcome and reason: together where they are most of the set or many documents, else alone. */
function fold(problems: readonly Problem[], subjects: number): [Problem, ...Problem[]][] {
  const groups = new Map<string, [Problem, ...Problem[]]>();
  for (const problem of problems) {
    const key = `${problem.outcome} ${problem.reason}`;
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
