import * as z from 'zod';
import { absent } from './absent.ts';
import type { Check, CheckResult } from './check.ts';
import { count } from './deadline.ts';
import { indexPeople } from './people.ts';
import { recordsOf } from './records.ts';

const options = z.strictObject({
  /** Letters after a name that are no part of it. */
  credentials: z.array(z.string()).default([]),
});
type Options = z.infer<typeof options>;

/** Everyone in a training export stands on the roster. One result for each file; nobody is named. */
export const trainingKnown: Check<Options> = {
  name: 'training-known',
  options,
  run(o, context) {
    const { training: ledger } = context.evidence;
    if (!ledger.line.length) return absent(context, 'training-record', 'no training records were found');
    const roster = recordsOf(context.evidence, 'person');
    if (!roster.length) return absent(context, 'person', 'no workforce roster was found');
    const people = indexPeople(roster, o.credentials, () => false);
    const strangers = ledger.people.map((key) => !people.find(key).length);
    const files = ledger.paths.map(() => ({ unknown: new Set<number>(), line: 0 }));
    for (let row = 0; row < ledger.line.length; row += 1) {
      const person = ledger.person[row] ?? 0;
      const file = files[ledger.file[row] ?? 0];
      if (!file || !strangers[person]) continue;
      file.line ||= ledger.line[row] ?? 0;
      file.unknown.add(person);
    }
    return files.map(({ unknown, line }, i): CheckResult => {
      const path = ledger.paths[i] ?? '';
      const base = { subject: `training-file:${path}`, at: { path, line: Math.max(1, line), column: 1 } };
      if (!unknown.size) return { ...base, outcome: 'pass', reason: 'known', message: `everyone in ${path} is on the roster` };
      return {
        ...base,
        outcome: 'review',
        reason: 'not-on-roster',
        message: `${count(unknown.size, 'learner')} in ${path} cannot be told to be on the roster, the first on line ${line}`,
      };
    });
  },
};
