import type * as z from 'zod';
import type { SetupProblem } from './model/pack.ts';
import { readYaml, type YamlDocument } from './yaml.ts';

/** The set-up (a rule file, the configuration) is wrong. Every problem has a place, what was expected and what to do. */
export class SetupError extends Error {
  readonly problems: readonly SetupProblem[];

  constructor(problems: readonly SetupProblem[]) {
    super(problems.map((p) => `${p.at.path}${p.at.line ? `:${p.at.line}` : ''}: ${p.message}`).join('\n'));
    this.name = 'SetupError';
    this.problems = problems;
  }
}

/**
 * Reads a YAML text and validates it; zod knows no lines, so its paths are mapped back to the YAML nodes.
 * Throws SetupError with every problem.
 */
export function readStrict<T>(schema: z.ZodType<T>, text: string, path: string): { value: T; document: YamlDocument } {
  const document = readYaml(text, path);
  if (document.problems.length) throw new SetupError(document.problems);
  const parsed = schema.safeParse(document.value ?? {});
  if (!parsed.success) throw new SetupError(describeIssues(parsed.error.issues, document));
  return { value: parsed.data, document };
}

/** The problems behind zod issues, each at the line of the node it speaks of. */
export function describeIssues(
  issues: readonly z.core.$ZodIssue[],
  document: YamlDocument,
  prefix: readonly PropertyKey[] = [],
): SetupProblem[] {
  return issues.flatMap((issue) => {
    const path = [...prefix, ...issue.path];
    const name = path.map(String).join('.') || 'the document';
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        message: `unknown key "${key}"${path.length ? ` in ${name}` : ''}; remove it or correct its spelling`,
        at: document.keyAt([...path, key]),
      }));
    }
    if (issue.code === 'invalid_union' && issue.errors.length) {
      const nearest = issue.errors.reduce((best, next) => (deepest(next) > deepest(best) ? next : best));
      if (deepest(nearest) > 0) return describeIssues(nearest, document, path);
    }
    return [{ message: `${name}: ${issue.message}`, at: document.at(path) }];
  });
}

function deepest(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length + (issue.code === 'unrecognized_keys' ? 1 : 0)));
}
