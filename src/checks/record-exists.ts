import * as z from 'zod';
import type { EvidenceRecord } from '../model/evidence.ts';
import { ofRecords } from './absent.ts';
import type { Check, CheckResult } from './check.ts';
import { labelOf, scopeSchema, subjectOf } from './records.ts';
import { verdict } from './verdict.ts';

const options = z.strictObject({ of: scopeSchema, called: z.string().min(1) });
type Options = z.infer<typeof options>;

/** The repository holds records of a kind. One result for the file that each stands in. */
export const recordExists: Check<Options> = {
  name: 'record-exists',
  options,
  run(o, context) {
    return ofRecords(context, o, (records) => {
      const files = new Map<string, EvidenceRecord[]>();
      for (const record of records) {
        const file = files.get(record.at.path);
        if (file) file.push(record);
        else files.set(record.at.path, [record]);
      }
      return [...files.values()].flatMap(([first, ...rest]): CheckResult[] => {
        if (!first) return [];
        const message = `${o.called}: ${rest.length + 1} in ${first.at.path}, first ${labelOf(first)}`;
        return [{ ...verdict('pass', 'exists', first.at, message), subject: subjectOf(first) }];
      });
    });
  },
};
