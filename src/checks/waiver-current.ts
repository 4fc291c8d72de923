import * as z from 'zod';
import type { CalendarDate } from '../calendar.ts';
import { EVIDENCE_KINDS } from '../model/evidence.ts';
import type { Waiver } from '../model/report.ts';
import { absent } from './absent.ts';
import type { Check, CheckContext, CheckResult } from './check.ts';
import { count, dayUntil } from './deadline.ts';
import { quote, recordsOf, subjectOf } from './records.ts';

const options = z.strictObject({});
type Options = z.infer<typeof options>;

type Said = Omit<CheckResult, 'subject' | 'at'>;

/**
 * Every waiver holds today, and there is something that it waives. One that lacks its reason, owner, approver or expiry is
 * no waiver: reading says so.
 */
export const waiverCurrent: Check<Options> = {
  name: 'waiver-current',
  options,
  run(_, context) {
    if (!context.waivers.length) return absent(context, 'waiver', 'no waiver was found');
    const subjects = subjectsOf(context);
    return context.waivers.map((waiver) => ({
      subject: `waiver:${waiver.subject === null ? waiver.target : `${waiver.target} ${waiver.subject}`}`,
      at: waiver.at,
      ...(unknownTarget(waiver, context) ?? idle(waiver, subjects) ?? judge(waiver, context.asOf)),
    }));
  },
};

/** Subjects of all records as findings name them, by their spelling in lower case, with the kind and by the name alone. */
type Subjects = Readonly<Record<'full' | 'named', ReadonlyMap<string, string>>>;

function subjectsOf({ evidence }: CheckContext): Subjects {
  const subjects = EVIDENCE_KINDS.flatMap((kind) => recordsOf(evidence, kind).map(subjectOf));
  return {
    full: new Map(subjects.map((subject) => [subject.toLowerCase(), subject])),
    named: new Map(subjects.map((subject) => [subject.slice(subject.indexOf(':') + 1).toLowerCase(), subject])),
  };
}

function unknownTarget({ target }: Waiver, { known }: CheckContext): Said | null {
  if (known.rules.has(target) || known.controls.has(target)) return null;
  const message = `a waiver names ${quote(target)}, which is neither a rule nor a control such as hipaa:164.308(a)(8): it waives nothing`;
  return { outcome: 'fail', reason: 'unknown-target', message };
}

/** A subject that no finding can have: it must be written as findings write it, and its record must be there. */
function idle({ target, subject }: Waiver, { full, named }: Subjects): Said | null {
  if (subject === null) return null;
  const told = (what: string): Said => ({
    outcome: 'review',
    reason: 'idle',
    message: `the waiver of ${target} for ${quote(subject)} ${what}`,
  });
  if (target.includes(':')) return told('covers nothing: a control is waived whole, without a subject');
  const plain = subject.toLowerCase();
  const kind = plain.slice(0, Math.max(0, plain.indexOf(':')));
  if (!kind) {
    const meant = named.get(plain);
    return told(
      `covers nothing: write the subject as the finding does${meant === undefined ? ', such as agreement:Name' : `, "${meant}"`}`,
    );
  }
  if (!RECORDS.has(kind) || plain.endsWith(':none') || full.has(plain)) return null;
  // A finding on training names the person and the module.
  if (kind === 'person' && full.has(plain.slice(0, plain.indexOf(':', kind.length + 1)))) return null;
  return told('covers nothing: there is no such record');
}

/** What stands before the colon where a subject is one record. */
const RECORDS: ReadonlySet<string> = new Set([...EVIDENCE_KINDS.filter((kind) => kind !== 'policy'), 'document']);

function judge(waiver: Waiver, asOf: CalendarDate): Said {
  const name = `the waiver of ${waiver.target}`;
  if (waiver.created !== null && waiver.created > asOf) {
    return {
      outcome: 'review',
      reason: 'ahead',
      message: `${name} is dated ${waiver.created}, which is after ${asOf}: it does not hold yet`,
    };
  }
  const due = dayUntil('expires', waiver.expires, asOf);
  if (due.left < 0)
    return {
      outcome: 'fail',
      reason: 'expired',
      trace: due.trace,
      message: `${name} expired on ${waiver.expires}, ${count(-due.left, 'day')} ago`,
    };
  return { outcome: 'pass', reason: 'current', lapses: due.last, trace: due.trace, message: `${name} holds until ${waiver.expires}` };
}
