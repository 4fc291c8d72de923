import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../../src/calendar.ts';
import { dayNumber } from '../../../src/calendar.ts';
import { Interner } from '../../../src/evidence/registers/interner.ts';
import { BAD_DAY, NO_DAY, type TrainingLedger } from '../../../src/model/evidence.ts';
import { found, places, read } from './read.ts';

/** `path:line person|module|day|done` of every row. */
function rows(training: TrainingLedger): string[] {
  return [...training.line].map((line, row) => {
    const day = training.completed[row] ?? NO_DAY;
    const when = day === NO_DAY ? 'none' : day === BAD_DAY ? 'bad' : new Date(day * 86_400_000).toISOString().slice(0, 10);
    return `${line} ${training.people[training.person[row] ?? -1]}|${training.modules[training.module[row] ?? -1]}|${when}|${training.done[row]}`;
  });
}

const ROSTER =
  'people:\n  - { id: E1, email: one@x.org, full_name: Some One, role: Nurse, status: active }\n  - { id: E2, email: two@x.org, full_name: Other Two, role: Clerk, status: active }\n';

test('an export becomes a ledger: keys as written, days, what was done, and exact lines behind quoted line breaks', () => {
  const text =
    'Employee ID,Course Title,Completion Date,Status,Note\nE1,HIPAA,03/14/2026,Completed,"two\nlines"\nE2,HIPAA,,In Progress,\nE1,"Security, basic",2026-02-01,Passed,\n\nE2,HIPAA,03/02/2026,Failed,\n';
  const { training, problems, registers } = read({ 'lms/export.csv': text });
  expect(problems).toEqual([]);
  expect(rows(training)).toEqual([
    '2 E1|HIPAA|2026-03-14|1',
    '4 E2|HIPAA|none|0',
    '5 E1|Security, basic|2026-02-01|1',
    '7 E2|HIPAA|2026-03-02|0',
  ]);
  expect(training.paths).toEqual(['lms/export.csv']);
  expect(registers).toEqual([
    {
      kind: 'training-record',
      path: 'lms/export.csv',
      records: 4,
      columns: { 'person-id': 'Employee ID', module: 'Course Title', completed: 'Completion Date', status: 'Status' },
      unread: ['Note'],
    },
  ]);
  expect(training.completed[0]).toBe(dayNumber('2026-03-14' as CalendarDate));
});

describe('what counts as done', () => {
  test.each([
    ['no status column and a date', 'Employee ID,Course,Completed\nE1,A,2026-01-05\nE2,A,\nE3,A,TBD\n', ['1', '0', '0']],
    ['yes or no under the heading of a date', 'Employee ID,Course,Completed\nE1,A,Yes\nE2,A,No\n', ['1', '0']],
    ['a blank status beside a date', 'Employee ID,Course,Completed On,Status\nE1,A,2026-01-05,\n', ['1']],
    [
      'a score below the pass mark',
      'Employee ID,Course,Completed On,Status,Score,Passing Score\nE1,A,2026-01-05,Completed,79%,80\nE2,A,2026-01-05,Completed,80,80\n',
      ['0', '1'],
    ],
    [
      'Overdue - Completed',
      'Employee ID,Course,Completed On,Status\nE1,A,2026-01-05,Overdue - Completed\nE2,A,,Overdue - Not Started\n',
      ['1', '0'],
    ],
  ])('%s', (_, text, done) => {
    const { training, problems } = read({ 'training.csv': text });
    expect([problems, [...training.done].map(String)]).toEqual([[], done]);
  });

  test('a status that nobody knows proves nothing: the row is done on a day that cannot be told', () => {
    const result = read({ 'training.csv': 'Employee ID,Course,Completed On,Status\nE1,A,2026-01-05,Nearly\nE2,A,2026-01-05,Nearly\n' });
    expect(rows(result.training)).toEqual(['2 E1|A|bad|1', '3 E2|A|bad|1']);
    expect(places(result)).toEqual(['training.csv:2:17 unknown-value']);
  });
});

describe('the column that names people', () => {
  const text =
    'Username,User Identifier,Last Name,First Name,Course Title,Completion Date\nuno,E1,One,Some,A,2026-01-05\ndos,E2,Two,Other,A,2026-01-05\n';
  test('is the one whose values the roster knows', () => {
    expect(read({ 'people/roster.yml': ROSTER, 'people/training.csv': text }).training.people).toEqual(['E1', 'E2']);
    const byName = ROSTER.replaceAll(/id: E(\d)/g, 'id: X$1');
    expect(read({ 'people/roster.yml': byName, 'people/training.csv': text }).training.people).toEqual(['Some One', 'Other Two']);
  });
  test('is the id without a roster, and the roster is read first whatever the files are called', () => {
    expect(read({ 'training.csv': text }).training.people).toEqual(['E1', 'E2']);
    expect(read({ 'a.csv': text, 'z/roster.yml': ROSTER.replaceAll(/id: E(\d)/g, 'id: X$1') }).training.people).toEqual([
      'Some One',
      'Other Two',
    ]);
  });
});

test('training in YAML and JSON', () => {
  const yaml =
    'training:\n  - { person: E1, course: HIPAA, completed: 2026-05-05, score: 92 }\n  - { person: E2, course: HIPAA, completed: null }\n';
  expect(rows(read({ 'people/training.yaml': yaml }).training)).toEqual(['2 E1|HIPAA|2026-05-05|1', '3 E2|HIPAA|none|0']);
  const json = JSON.stringify([{ email: 'a@x.org', module: 'HIPAA', completed: '2026-05-05', status: 'Completed' }]);
  expect(rows(read({ 'training-records.json': json }).training)).toEqual(['1 a@x.org|HIPAA|2026-05-05|1']);
});

test('a table with one row for each person and a column for each training', () => {
  const wide = read({
    'hipaa-training-log.csv':
      'Employee,Initial Training Date,Last Refresher,Next Training Due\nA B,2024-01-05,2026-01-07,2027-01-07\nC D,2025-02-01,,\n',
  });
  expect(wide.problems).toEqual([]);
  expect(rows(wide.training)).toEqual([
    '2 A B|HIPAA training|2024-01-05|1',
    '2 A B|HIPAA training|2026-01-07|1',
    '3 C D|HIPAA training|2025-02-01|1',
    '3 C D|HIPAA training|none|0',
  ]);
  const roster = read({ 'roster.csv': 'Employee ID,Job Title,Status,hipaa_training_date\nE1,Nurse,Active,2026-01-05\nE2,Nurse,Active,\n' });
  expect(found(roster)).toEqual(['person roster.csv 2', 'training-record roster.csv 2']);
  expect(rows(roster.training)).toEqual(['2 E1|HIPAA training|2026-01-05|1', '3 E2|HIPAA training|none|0']);
});

test('bad rows are problems at their line, once for each date text, and the others count', () => {
  const text =
    'Employee ID,Course,Completed On\nE1,A,2026-02-30\nE2,A,2026-02-30\nE3,A\nE4,,2026-01-01\n,A,2026-01-01\nE5,A,2027-01-01\nE6,A,2026-01-05\n';
  const result = read({ 'training.csv': text });
  expect(places(result).sort()).toEqual([
    'training.csv:2:6 impossible-date',
    'training.csv:4:1 ragged-row',
    'training.csv:5:1 unknown-value',
    'training.csv:6:1 unknown-value',
    'training.csv:7:6 far-future-date',
  ]);
  expect(rows(result.training)).toEqual(['2 E1|A|bad|1', '3 E2|A|bad|1', '4 E3|A|none|0', '7 E5|A|bad|1', '8 E6|A|2026-01-05|1']);
});

test('the order of day and month is proved by any date column, else said once', () => {
  const head = 'Employee ID,Course,Enrollment Date,Completion Date,Status\n';
  expect(rows(read({ 'training.csv': `${head}E1,A,13/01/2026,02/03/2026,Completed\n` }).training)).toEqual(['2 E1|A|2026-03-02|1']);
  const open = read({ 'training.csv': `${head}E1,A,01/01/2026,02/03/2026,Completed\nE2,A,01/01/2026,04/05/2026,Completed\n` });
  expect(places(open)).toEqual(['training.csv:2:17 ambiguous-date']);
  expect(rows(open.training)).toEqual(['2 E1|A|bad|1', '3 E2|A|bad|1']);
});

test('a time of day beside the date', () => {
  const text = 'Employee ID,Course,Completion Date\nE1,A,2026-03-10T08:15:00Z\nE2,A,3/14/2026 2:30 PM\n';
  expect(rows(read({ 'training.csv': text }).training)).toEqual(['2 E1|A|2026-03-10|1', '3 E2|A|2026-03-14|1']);
});

test('texts that were chosen to collide still get numbers of their own', () => {
  const interner = new Interner();
  const texts = Array.from({ length: 20_000 }, (_, n) => `person${n % 15_000}@example.org`);
  const ids = texts.map((text) => interner.id(text));
  expect(interner.size).toBe(15_000);
  expect(texts.every((text, n) => interner.text(ids[n] ?? -1) === text)).toBe(true);
  expect(interner.texts()[14_999]).toBe('person14999@example.org');
});

test('a hundred thousand rows take well under two seconds', () => {
  const lines = Array.from({ length: 100_000 }, (_, n) => `E${n % 5000},HIPAA ${n % 12},${n % 2 ? '03/14/2026' : '12/01/2025'},Completed`);
  const text = `Employee ID,Course Title,Completion Date,Status\n${lines.join('\n')}\n`;
  const start = performance.now();
  const { training } = read({ 'training/export.csv': text });
  expect(performance.now() - start).toBeLessThan(2000);
  expect([training.line.length, training.people.length, training.modules.length, training.line.at(-1)]).toEqual([
    100_000, 5000, 12, 100_001,
  ]);
});

test('the day on which a completion lapses by its own record', () => {
  const text =
    'Employee ID,Course Title,Completion Date,Status,Expiration Date\nE1,HIPAA,2026-01-05,Completed,2026-06-30\nE2,HIPAA,2026-01-05,Completed,\nE3,HIPAA,2026-01-05,Completed,Never\nE4,HIPAA,2026-01-05,Completed,2026-02-30\n';
  const { training, problems } = read({ 'lms-export.csv': text });
  expect([...(training.expires ?? [])]).toEqual([dayNumber('2026-06-30' as CalendarDate), NO_DAY, NO_DAY, BAD_DAY]);
  expect(problems.map((p) => `${p.code} ${p.at.line}:${p.at.column}`)).toEqual(['impossible-date 5:31']);
});
