import { addDays, type CalendarDate, fromDayNumber } from '../calendar.ts';
import { BAD_DAY, type EvidenceRecord, NO_DAY, type TrainingLedger } from '../model/evidence.ts';
import type { Location } from '../model/location.ts';
import type { Completion } from './completions.ts';
import { count, dayUntil, monthsFrom } from './deadline.ts';
import { readDate } from './records.ts';
import { type Verdict, verdict } from './verdict.ts';

/** What one person owes in one module. */
export interface TrainingDuty {
  readonly person: EvidenceRecord;
  readonly module: string;
  readonly graceDays: number;
  readonly validMonths: number;
}

/**
 * How a person stands with a module. A record that does not count is pointed at itself; where there is none, the person's
 * line of the roster is.
 */
export function judgeTraining(duty: TrainingDuty, cell: Completion | undefined, ledger: TrainingLedger, asOf: CalendarDate): Verdict {
  const said = cell && cell.latest >= 0 ? timely(duty, cell.latest, ledger, asOf) : (inGrace(duty, asOf) ?? notCounted(duty, cell, ledger));
  return said.outcome === 'fail' && cell && cell.ambiguous >= 0 ? (ambiguous(duty, cell.ambiguous, ledger, asOf) ?? said) : said;
}

/** A completion in time under a name that several people bear may be this person's; one that is over is nobody's. */
function ambiguous({ person, module, validMonths }: TrainingDuty, row: number, ledger: TrainingLedger, asOf: CalendarDate): Verdict | null {
  const day = ledger.completed[row] ?? NO_DAY;
  if (day > BAD_DAY && monthsFrom('completed', fromDayNumber(day), validMonths, asOf).left < 0) return null;
  const message = `${module} was completed under a name that several people of the roster bear, ${person.name} among them; use one id in both files`;
  return verdict('unknown', 'ambiguous-person', placeOf(ledger, row), message);
}

/** The place of a row of the ledger. */
export function placeOf(ledger: TrainingLedger, row: number): Location {
  return { path: ledger.paths[ledger.file[row] ?? 0] ?? '', line: ledger.line[row] ?? 1, column: 1 };
}

function timely({ person, module, validMonths }: TrainingDuty, row: number, ledger: TrainingLedger, asOf: CalendarDate): Verdict {
  const done = fromDayNumber(ledger.completed[row] ?? 0);
  const due = monthsFrom('completed', done, validMonths, asOf);
  const stated = ledger.expires?.[row] ?? NO_DAY;
  const ends =
    stated > BAD_DAY && fromDayNumber(stated) < due.last ? dayUntil('the certificate expires', fromDayNumber(stated), asOf) : null;
  if (ends && ends.left < 0 && due.left >= 0) {
    const message = `${person.name} completed ${module} last on ${done}; the certificate expired on ${ends.last}, ${count(-ends.left, 'day')} ago`;
    return { at: placeOf(ledger, row), trace: ends.trace, outcome: 'fail', reason: 'certificate-expired', message };
  }
  const found = { at: placeOf(ledger, row), trace: (ends ?? due).trace };
  if (due.left >= 0)
    return {
      ...found,
      outcome: 'pass',
      reason: 'completed',
      lapses: (ends ?? due).last,
      message: `${person.name} completed ${module} on ${done}`,
    };
  const message = `${person.name} completed ${module} last on ${done}; ${validMonths} months ended on ${due.last}, ${count(-due.left, 'day')} ago`;
  return { ...found, trace: due.trace, outcome: 'fail', reason: 'expired', message };
}

function inGrace({ person, module, graceDays }: TrainingDuty, asOf: CalendarDate): Verdict | null {
  const start = readDate(person, 'start');
  if (start.is !== 'date') return null;
  const ends = addDays(start.date, graceDays);
  if (ends < asOf) return null;
  return {
    outcome: 'pass',
    reason: 'grace',
    at: start.at,
    lapses: ends,
    message: `${person.name} started on ${start.date} and has until ${ends} to complete ${module}`,
    trace: `start ${start.date} + ${graceDays} days = ${ends}, as of ${asOf}`,
  };
}

function notCounted({ person, module }: TrainingDuty, cell: Completion | undefined, ledger: TrainingLedger): Verdict {
  const name = person.name;
  const day = (row: number): string => fromDayNumber(ledger.completed[row] ?? 0);
  const at = (row: number): Location => placeOf(ledger, row);
  if (cell && cell.unreadable >= 0)
    return verdict('unknown', 'unreadable', at(cell.unreadable), `${name} completed ${module} on a day that cannot be read`);
  if (cell && cell.undated >= 0)
    return verdict('unknown', 'undated', at(cell.undated), `${name} completed ${module}, but the record has no day`);
  if (cell && cell.future >= 0) {
    return verdict(
      'fail',
      'future',
      at(cell.future),
      `${name} is recorded as completing ${module} on ${day(cell.future)}, which is still to come`,
    );
  }
  if (cell && cell.beforeStart >= 0) {
    const start = readDate(person, 'start');
    const message = `${name} completed ${module} on ${day(cell.beforeStart)}, before the start on ${start.is === 'date' ? start.date : ''}`;
    return verdict('fail', 'before-start', at(cell.beforeStart), message);
  }
  return verdict('fail', 'not-shown', person.at, `${name} has no completion of ${module} in the training records`);
}
