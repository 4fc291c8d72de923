import * as z from 'zod';
import type { EvidenceRecord } from '../model/evidence.ts';
import { absent, noneInScope } from './absent.ts';
import type { Check, CheckResult } from './check.ts';
import { inScope, labelOf, recordsOf, scopeSchema, subjectOf } from './records.ts';
import { verdict } from './verdict.ts';

const options = z.strictObject({ of: scopeSchema, called: z.string().min(1) });
type Options = z.infer<typeof options>;

/** The repository holds records of a kind. One result for the file that each stands in. */
export const recordExists: Check<Options> = {
  name: 'record-exists',
  options,
  run(o, context) {
    if (!recordsOf(context.evidence, o.of.evidence).length) return absent(context, o.of.evidence, `no ${o.called} was found`);
    const records = inScope(context.evidence, o.of, context.asOf);
    if (!records.length) return noneInScope(o.of.evidence, o.called);
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
  },
};
