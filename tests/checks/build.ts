import { type CalendarDate, dayNumber, parseIsoDate } from '../../src/calendar.ts';
import type { CheckContext } from '../../src/checks/check.ts';
import { CHECKS } from '../../src/checks/index.ts';
import { readConfig } from '../../src/config/config.ts';
import { emptyLedger } from '../../src/evidence/registers/ledger.ts';
import {
  BAD_DAY,
  type Degree,
  type DocumentRole,
  type Evidence,
  type EvidenceKind,
  type EvidenceRecord,
  type Field,
  NO_DAY,
  type Policy,
  type TopicCoverage,
  type TrainingLedger,
} from '../../src/model/evidence.ts';
import type { Location } from '../../src/model/location.ts';
import type { CheckResult } from '../../src/model/report.ts';

export const AS_OF = day('2026-11-21');

export function day(text: string): CalendarDate {
  const date = parseIsoDate(text);
  if (date === null) throw new Error(`${text} is no date`);
  return date;
}

export const at = (line: number, path = 'register.csv', column = 1): Location => ({ path, line, column });

/** `[TBD]` and blank texts are placeholders, texts after `?` unreadable, anything else a value. */
function field(text: string, place: Location): Field {
  if (text.startsWith('?')) return { state: 'unreadable', text: text.slice(1), at: place, reason: 'it cannot be read' };
  if (!text || /^\[.*\]$/.test(text)) return { state: 'placeholder', text, at: place };
  return { state: 'value', value: text, text, at: place };
}

/** A record on a line; its fields stand on the same line, column by column. */
export function record(kind: EvidenceKind, name: string, line: number, texts: Readonly<Record<string, string>>): EvidenceRecord {
  const fields = Object.fromEntries(Object.entries(texts).map(([key, text], i) => [key, field(text, at(line, 'register.csv', i + 2))]));
  return { kind, name, at: at(line), fields };
}

export function policy(
  path: string,
  texts: Readonly<Record<string, string>>,
  topics: readonly TopicCoverage[] = [],
  role: DocumentRole = 'policy',
): Policy {
  const fields = Object.fromEntries(Object.entries(texts).map(([key, text], i) => [key, field(text, at(i + 2, path))]));
  return { kind: 'policy', name: path.replace(/\.md$/, ''), at: at(1, path), fields, role, topics };
}

export function covers(
  topic: string,
  path: string,
  line: number,
  degree: Degree = 'covered',
  missing: readonly string[] = [],
): TopicCoverage {
  return { topic, degree, at: at(line, path), sentence: `about ${topic}`, found: [], missing };
}

/** Rows of `person, course, day, done`; day `-` is none and `?` unreadable. All stand in training.csv from line 2 on. */
export function ledger(rows: readonly (readonly [person: string, course: string, completed: string, done?: boolean])[]): TrainingLedger {
  const people = [...new Set(rows.map((r) => r[0]))];
  const modules = [...new Set(rows.map((r) => r[1]))];
  const dayOf = (text: string): number => (text === '-' ? NO_DAY : text === '?' ? BAD_DAY : dayNumber(day(text)));
  return {
    people,
    modules,
    person: Uint32Array.from(rows, (r) => people.indexOf(r[0])),
    module: Uint32Array.from(rows, (r) => modules.indexOf(r[1])),
    completed: Int32Array.from(rows, (r) => dayOf(r[2])),
    done: Uint8Array.from(rows, (r) => (r[3] === false ? 0 : 1)),
    file: new Uint16Array(rows.length),
    line: Uint32Array.from(rows, (_, i) => i + 2),
    paths: ['training.csv'],
  };
}

export interface Given extends Partial<Evidence> {
  readonly config?: string;
  readonly waivers?: CheckContext['waivers'];
  readonly whenAbsent?: CheckContext['whenAbsent'];
  readonly commits?: Readonly<Record<string, string>>;
}

/** Runs one check with the options a rule would give it. */
export function run(name: string, options: unknown, given: Given): readonly CheckResult[] {
  const check = CHECKS.get(name);
  if (!check) throw new Error(`no check ${name}`);
  const { config = '', waivers = [], whenAbsent = 'fail', commits = {}, ...evidence } = given;
  return check.run(check.options.parse(options), {
    evidence: { records: [], policies: [], training: emptyLedger(), registers: [], problems: [], ...evidence },
    waivers,
    config: readConfig(config, null, { packs: [], rules: new Map() }),
    asOf: AS_OF,
    whenAbsent,
    known: { rules: new Set(['policy-owned', 'agreement-executed']), controls: new Set(['hipaa:164.314(a)(2)(ii)']) },
    history: () => new Map(Object.entries(commits).map(([path, date]) => [path, { date: day(date), commit: 'c0ffee' }])),
  });
}

/** One line for each result: `outcome path:line subject message`. */
export function lines(results: readonly CheckResult[]): string[] {
  return results.map((r) => `${r.outcome} ${r.at ? `${r.at.path}:${r.at.line}` : '-'} ${r.subject} | ${r.message}`);
}
