import * as z from 'zod';
import { dayNumber } from '../calendar.ts';
import type { Config } from '../model/config.ts';
import type { EvidenceRecord, TrainingLedger } from '../model/evidence.ts';
import { absent, noneInScope } from './absent.ts';
import type { Check, CheckContext, CheckResult } from './check.ts';
import { completionsOf } from './completions.ts';
import { count } from './deadline.ts';
import { indexPeople } from './people.ts';
import { conditions, meets, readDate, recordsOf, subjectOf, textOf } from './records.ts';
import { isInRole, moduleSchema, type RequiredModule, requiredModules } from './training-modules.ts';
import { judgeTraining, placeOf } from './training-verdict.ts';

const options = z.strictObject({
  /** Modules asked of everyone where the configuration names none. */
  modules: z.array(moduleSchema).min(1),
  /** Words of a module's name that a course title need not repeat. */
  ignoredWords: z.array(z.string()).default([]),
  /** Letters after a name that are no part of it: "Ana Rivera, RN". */
  credentials: z.array(z.string()).default([]),
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
    const results = judgeAll(roster, o, context);
    return results.length ? results : noneInScope('person', 'person of the roster');
  },
};

function judgeAll(roster: readonly EvidenceRecord[], o: Options, context: CheckContext): CheckResult[] {
  const { config, asOf } = context;
  const { training: ledger } = context.evidence;
  const modules = requiredModules(config.training, o.modules, o.ignoredWords);
  const people = indexPeople(roster, o.credentials, (person) => standing(person, o, context) === 'active');
  const starts = roster.map((person) => dayOf(person, 'start'));
  const cells = completionsOf(ledger, people, modules, starts, dayNumber(asOf));
  const limits = { graceDays: config.training.graceDays ?? o.graceDays, validMonths: config.training.validMonths ?? o.validMonths };
  const standings = roster.map((person, p) => (people.lineOf(p) === p ? standing(person, o, context) : 'gone'));
  const active = roster.flatMap((person, p) => (standings[p] === 'active' ? [{ person, p }] : []));
  const results = modules.flatMap((module, m): readonly CheckResult[] => {
    const unheard = unrecognised(module, ledger);
    if (unheard) return [unheard];
    const asked = active.filter(({ person }) => module.roles.some((role) => isInRole(person, role)));
    return asked.map(({ person, p }) => {
      const duty = { person, module: module.name, ...limits };
      return { subject: `${subjectOf(person)}:${module.name}`, ...judgeTraining(duty, cells[p * modules.length + m], ledger, asOf) };
    });
  });
  const contradicted = roster.filter((_, p) => standings[p] === 'contradicted').map(contradiction);
  const vacant = rolesOfNobody(
    modules,
    active.map((a) => a.person),
    config,
  );
  return [...results, ...contradicted, ...vacant];
}

function dayOf(person: EvidenceRecord, field: string): number | null {
  const read = readDate(person, field);
  return read.is === 'date' ? dayNumber(read.date) : null;
}

/** People who have left, are away or have not begun are not asked. A person said to be active cannot have left before. */
function standing(person: EvidenceRecord, o: Options, { asOf }: CheckContext): 'active' | 'gone' | 'contradicted' {
  const [end, start, today] = [dayOf(person, 'end'), dayOf(person, 'start'), dayNumber(asOf)];
  if (!meets(person, o) || (start !== null && start > today)) return 'gone';
  if (end === null || end > today) return 'active';
  const isStated = Object.keys(o.unless ?? {}).some((field) => textOf(person, field) !== undefined);
  return isStated && end < today ? 'contradicted' : 'gone';
}

function contradiction(person: EvidenceRecord): CheckResult {
  const end = readDate(person, 'end');
  const left = end.is === 'date' ? end : { date: '', at: person.at };
  const message = `${person.name} is marked as active and as having left on ${left.date}, so that it cannot be told whether training is due`;
  return { outcome: 'unknown', message, at: left.at, subject: subjectOf(person), reason: 'active-after-end' };
}

/** A role of the configuration that nobody holds asks nobody: perhaps the roster writes it in other words. */
function rolesOfNobody(modules: readonly RequiredModule[], active: readonly EvidenceRecord[], { path }: Config): CheckResult[] {
  const roles = [...new Set(modules.flatMap((module) => module.roles))];
  return roles
    .filter((role) => active.length && !active.some((person) => isInRole(person, role)))
    .map((role) => ({
      outcome: 'unknown',
      reason: 'role-of-nobody',
      at: path === null ? null : { path, line: 1, column: 1 },
      subject: `role:${role}`,
      message: `training.modules asks for modules of the role "${role}", which no active person of the roster holds`,
    }));
}

/** A default module that no title resembles may be taught under a name of the company's own. */
function unrecognised(module: RequiredModule, ledger: TrainingLedger): CheckResult | null {
  if (module.configured || ledger.modules.some((title) => module.matches(title))) return null;
  const message = `no course title of the training records speaks of ${module.name}; name your own under training.modules in cleanbill.yml`;
  return { outcome: 'unknown', message, at: placeOf(ledger, 0), subject: `module:${module.name}`, reason: 'module-unknown' };
}
