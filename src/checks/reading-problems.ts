import * as z from 'zod';
import { READING_PROBLEMS } from '../model/evidence.ts';
import type { Check } from './check.ts';

const options = z.strictObject({
  /** What each kind of reading problem counts as. */
  outcomes: z.record(z.enum(READING_PROBLEMS), z.enum(['fail', 'unknown', 'review'])),
});
type Options = z.infer<typeof options>;

/** Everything that was met could be read. What could not is said, never passed over. */
export const readingProblems: Check<Options> = {
  name: 'reading-problems',
  options,
  run(o, context) {
    const { problems, policies, registers } = context.evidence;
    if (!problems.length) {
      const read = policies.length + registers.length;
      return [
        {
          outcome: read ? 'pass' : 'not-applicable',
          at: null,
          subject: 'file:all',
          reason: 'read',
          message: 'everything that was met could be read',
        },
      ];
    }
    return problems.map((problem) => ({
      outcome: o.outcomes[problem.code],
      message: problem.message,
      at: problem.at,
      reason: problem.code,
      subject: `file:${problem.at.path}:${problem.at.line}`,
    }));
  },
};
