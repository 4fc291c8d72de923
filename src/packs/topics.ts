import * as z from 'zod';
import { PatternError, parsePattern } from '../evidence/topics/pattern.ts';
import type { SetupProblem, Topic } from '../model/pack.ts';
import { readStrict, SetupError } from '../schema.ts';
import { topicSchema } from './schema.ts';

/** The topics of one file; a pattern that cannot be used is an error at its line. Throws SetupError. */
export function readTopics(text: string, path: string): Topic[] {
  const { value, document } = readStrict(z.array(topicSchema), text, path);
  const problems: SetupProblem[] = [];
  const check = (pattern: string, at: readonly PropertyKey[]): void => {
    try {
      parsePattern(pattern);
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      problems.push({ message: error.message, at: document.at(at) });
    }
  };
  for (const [index, topic] of value.entries()) {
    for (const use of ['headings', 'says', 'mentions', 'not'] as const) {
      for (const [n, pattern] of topic[use].entries()) check(pattern, [index, use, n]);
    }
    for (const [e, element] of topic.elements.entries()) {
      for (const [n, pattern] of element.says.entries()) check(pattern, [index, 'elements', e, 'says', n]);
    }
  }
  if (problems.length) throw new SetupError(problems);
  return value;
}
