import * as z from 'zod';
import { dayNumber } from '../calendar.ts';
import type { EvidenceRecord, TrainingLedger } from '../model/evidence.ts';
import { absent, noneInScope } from './absent.ts';
import type { Check, CheckContext, CheckResult } from './check.ts';
import { completionsOf } from './completions.ts';
import { count } from './deadline.ts';
import { indexPeople } from './people.ts';
import { conditions, meets, readDate, recordsOf, subjectOf } from './records.ts';
import { moduleSchema, type RequiredModule, requiredModules } from './training-modules.ts';
import { judgeTraining, placeOf } from './training-verdict.ts';

const options = z.strictObject({
  /** Modules asked of everyone where the configuration names none. */
  modules: z.array(moduleSchema).min(1),
  /** Words of a module's name that a course title need not repeat. */
  ignoredWords: z.array(z.string()).default([]),
  /** Days after the start in which a new person need not have completed yet. */
  graceDays: z.number().int().nonnegative(),
  validMonths: z.number().int().positive(),
  /** People who need no training now. */
  ...conditions,
});
type Options = z.infer<typeof options>;

/** Every active person of the roster has completed every required module in time. One result for each person and module. */
export const trainingShown: Check<Options> = {
  name: 'training-shown',
  options,
  run(o, context) {
    const roster = recordsOf(context.evidence, 'person');
    const ledger = context.evidence.training;
    if (!roster.length) return absent(context, 'person', 'no workforce roster was found, so that it cannot be told who needs training');
    if (!ledger.line.length)
      return absent(context, 'training-record', `no training records were found for a roster of ${count(roster.length, 'person record')}`);
    const { config, asOf } = context;
    const limits = { graceDays: config.training.graceDays ?? o.graceDays, validMonths: config.training.validMonths ?? o.validMonths };
    const modules = requiredModules(config.training, o.modules, o.ignoredWords);
    const starts = roster.map((person) => dayOf(person, 'start'));
    const cells = completionsOf(ledger, indexPeople(roster), modules, starts, dayNumber(asOf));
    const results = modules.flatMap((module, m) => {
      const unheard = unrecognised(module, ledger);
      if (unheard) return [unheard];
      return roster.flatMap((person, p): CheckResult[] => {
        if (!isRequired(person, o, context) || !module.appliesTo(person)) return [];
        return [
          {
            subject: `${subjectOf(person)}:${module.name}`,
            ...judgeTraining({ person, module: module.name, ...limits }, cells[p * modules.length + m], ledger, asOf),
          },
        ];
      });
    });
    return results.length ? results : noneInScope('person', 'person of the roster');
  },
};

function dayOf(person: EvidenceRecord, field: string): number | null {
  const read = readDate(person, field);
  return read.is === 'date' ? dayNumber(read.date) : null;
}

/** People who have left, are away or have not begun are not asked. */
function isRequired(person: EvidenceRecord, o: Options, { asOf }: CheckContext): boolean {
  const [end, start, today] = [dayOf(person, 'end'), dayOf(person, 'start'), dayNumber(asOf)];
  return meets(person, o) && (end === null || end > today) && (start === null || start <= today);
}

/** A default module that no title resembles may be taught under a name of the company's own. */
function unrecognised(module: RequiredModule, ledger: TrainingLedger): CheckResult | null {
  if (module.configured || ledger.modules.some((title) => module.matches(title))) return null;
  const message = `no course title of the training records speaks of ${module.name}; name your own under training.modules in cleanbill.yml`;
  return { outcome: 'unknown', message, at: placeOf(ledger, 0), subject: `module:${module.name}`, reason: 'module-unknown' };
}
