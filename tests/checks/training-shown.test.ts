import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../src/calendar.ts';
import { emptyLedger } from '../../src/evidence/registers/ledger.ts';
import { day, ledger, lines, record, run } from './build.ts';

const o = {
  modules: [{ name: 'HIPAA', matches: ['hipaa'] }],
  ignoredWords: ['and'],
  graceDays: 30,
  validMonths: 12,
  credentials: ['rn', 'phd', 'do'],
  unless: { status: ['inactive', 'leave'] },
};
const person = (name: string, line: number, texts: Record<string, string> = {}) =>
  record('person', name, line, { id: name, status: 'active', ...texts });
type Rows = Parameters<typeof ledger>[0];
const judge = (people: ReturnType<typeof record>[], rows: Rows, config = '') =>
  run('training-shown', o, { records: people, training: ledger(rows), config });

describe('training-shown', () => {
  test('a pass points at the training record, a gap at the roster', () => {
    expect(lines(judge([person('E-1', 2), person('E-2', 3)], [['E-1', 'HIPAA 2026', '2026-02-01']]))).toEqual([
      'pass training.csv:2 person:E-1:HIPAA | E-1 completed HIPAA on 2026-02-01',
      'fail register.csv:3 person:E-2:HIPAA | E-2 has no completion of HIPAA in the training records',
    ]);
  });

  test('says the arithmetic', () => {
    expect(judge([person('E-1', 2)], [['E-1', 'HIPAA', '2026-02-01']])[0]).toMatchObject({
      lapses: '2027-02-01',
      trace: 'completed 2026-02-01 + 12 months = 2027-02-01, as of 2026-11-21: 72 days left',
    });
  });

  test.each([
    [[['E-1', 'HIPAA', '2025-11-21']], 'pass', 'completed'],
    [[['E-1', 'HIPAA', '2025-11-20']], 'fail', 'expired'],
    [
      [
        ['E-1', 'HIPAA', '2024-11-20'],
        ['E-1', 'HIPAA', '2026-11-20'],
      ],
      'pass',
      'completed',
    ],
    [[['E-1', 'HIPAA', '2026-11-20', false]], 'fail', 'not-shown'],
    [[['E-1', 'HIPAA', '2026-12-20']], 'fail', 'future'],
    [[['E-1', 'HIPAA', '-']], 'unknown', 'undated'],
    [[['E-1', 'HIPAA', '?']], 'unknown', 'unreadable'],
  ] as [Rows, string, string][])('%j: %s', (rows, outcome, reason) => {
    expect(judge([person('E-1', 2)], rows)[0]).toMatchObject({ outcome, reason });
  });

  test('completion before the start does not count', () => {
    expect(lines(judge([person('E-1', 2, { start: '2026-05-01' })], [['E-1', 'HIPAA', '2026-04-01']]))).toEqual([
      'fail training.csv:2 person:E-1:HIPAA | E-1 completed HIPAA on 2026-04-01, before the start on 2026-05-01',
    ]);
  });

  test('a new hire has the days of grace, the last one included', () => {
    const rows: Rows = [['X', 'HIPAA', '2026-02-01']];
    expect(judge([person('E-1', 2, { start: '2026-10-22' })], rows)[0]).toMatchObject({
      outcome: 'pass',
      reason: 'grace',
      lapses: '2026-11-21',
    });
    expect(judge([person('E-1', 2, { start: '2026-10-21' })], rows)[0]).toMatchObject({ outcome: 'fail', reason: 'not-shown' });
    expect(judge([person('E-1', 2, { start: '2026-10-21' })], rows, 'training: { grace-days: 31 }')[0]).toMatchObject({ reason: 'grace' });
  });

  test('who has left, is away or has not begun is not asked', () => {
    const people = [
      person('A', 2, { status: 'inactive' }),
      person('B', 3, { status: 'leave' }),
      person('C', 4, { end: '2026-11-21' }),
      person('D', 5, { start: '2026-12-01' }),
      person('E', 6, { end: '2027-01-31' }),
    ];
    expect(judge(people, [['X', 'HIPAA', '2026-02-01']]).map((r) => r.subject)).toEqual(['person:E:HIPAA']);
  });

  test('a person marked as active who left in the past is a contradiction, not somebody to forget', () => {
    const rows: Rows = [['X', 'HIPAA', '2026-02-01']];
    expect(lines(judge([person('E-1', 2, { end: '2026-11-20' })], rows))).toEqual([
      'unknown register.csv:2 person:E-1 | E-1 is marked as active and as having left on 2026-11-20, so that it cannot be told whether training is due',
    ]);
    expect(judge([record('person', 'E-1', 2, { end: '2026-11-20' })], rows)[0]?.outcome).toBe('not-applicable');
    expect(judge([person('E-1', 2, { status: 'inactive', end: '2026-11-20' })], rows)[0]?.outcome).toBe('not-applicable');
  });

  test.each([
    ['start today is asked, with grace', { start: '2026-11-21' }, [], 'pass grace'],
    ['start tomorrow is not asked yet', { start: '2026-11-22' }, [], 'not-applicable none-in-scope'],
    ['completion today', {}, [['E-1', 'HIPAA', '2026-11-21']], 'pass completed'],
    ['completion tomorrow', {}, [['E-1', 'HIPAA', '2026-11-22']], 'fail future'],
    ['completion on the day of the start', { start: '2026-05-01' }, [['E-1', 'HIPAA', '2026-05-01']], 'pass completed'],
    ['completion on the day before it', { start: '2026-05-01' }, [['E-1', 'HIPAA', '2026-04-30']], 'fail before-start'],
  ] as [string, Record<string, string>, Rows, string][])('%s', (_, texts, rows, said) => {
    const [first] = judge([person('E-1', 2, texts)], [['X', 'HIPAA', '2026-02-01'], ...rows]);
    expect(`${first?.outcome} ${first?.reason}`).toBe(said);
  });

  test.each(['e-1', 'ana.rivera@corp.example', 'ANA.RIVERA', 'Rivera, Ana', 'ana rivera'])('%s is the person', (key) => {
    const people = [person('E-1', 2, { email: 'Ana.Rivera@corp.example', 'person-name': 'Ana Rivera' })];
    expect(judge(people, [[key, 'HIPAA', '2026-02-01']])[0]?.outcome).toBe('pass');
  });

  test.each([
    ['Ana Lopez', 'López, Ana'],
    ['Ana López', 'ana lopez'],
    ['Bo Ek', 'Bo Ek, RN'],
    ['Bo Ek', 'Ek, Bo, R.N., PhD'],
    ['Bo Ek, RN', 'Bo Ek'],
    ['Do Nguyen', 'Nguyen, Do'],
  ])('%s of the roster is %s of the export', (name, key) => {
    expect(judge([person('E-1', 2, { 'person-name': name })], [[key, 'HIPAA', '2026-02-01']])[0]?.outcome).toBe('pass');
  });

  test('who left and came back is one person, asked once on the active line', () => {
    const back = [person('E-1', 2, { status: 'inactive', end: '2024-01-01' }), person('E-1', 3, { start: '2025-02-01' })];
    const rows: Rows = [['e-1', 'HIPAA', '2026-02-01']];
    expect(judge(back, rows).map((r) => r.outcome)).toEqual(['pass']);
    expect(judge([...back].reverse(), rows).map((r) => r.outcome)).toEqual(['pass']);
    expect(judge([person('E-1', 2), person('E-1', 3)], rows).map((r) => r.outcome)).toEqual(['pass']);
  });

  test('a key of two people credits neither and accuses neither; another domain is another person', () => {
    const people = [
      person('E-1', 2, { 'person-name': 'Ana Rivera' }),
      person('E-2', 3, { 'person-name': 'Ana Rivera', email: 'ana@corp.example' }),
    ];
    const told = (...rows: Rows) => judge(people, rows).map((r) => `${r.outcome} ${r.reason}`);
    expect(told(['Ana Rivera', 'HIPAA', '2026-02-01'])).toEqual(['unknown ambiguous-person', 'unknown ambiguous-person']);
    expect(told(['Ana Rivera', 'HIPAA', '-'])).toEqual(['unknown ambiguous-person', 'unknown ambiguous-person']);
    expect(told(['Ana Rivera', 'HIPAA', '2024-02-01'])).toEqual(['fail not-shown', 'fail not-shown']);
    expect(told(['Ana Rivera', 'HIPAA', '2024-02-01'], ['Ana Rivera', 'HIPAA', '2026-02-01'])[0]).toBe('unknown ambiguous-person');
    expect(told(['Ana Rivera', 'HIPAA', '2026-02-01'], ['E-1', 'HIPAA', '2026-01-01'])).toEqual([
      'pass completed',
      'unknown ambiguous-person',
    ]);
    expect(judge(people, [['ana@else.example', 'HIPAA', '2026-02-01']]).map((r) => r.outcome)).toEqual(['fail', 'fail']);
  });

  test('configured modules: all their words in the title, by role', () => {
    const config = 'training: { modules: { all: [HIPAA Privacy and Security], engineer: [Secure Coding] } }';
    const people = [person('E-1', 2, { role: 'Software Engineer' }), person('E-2', 3, { role: 'Nurse' })];
    const rows: Rows = [
      ['E-1', 'HIPAA Privacy & Security 2026', '2026-02-01'],
      ['E-2', 'HIPAA Privacy', '2026-02-01'],
    ];
    expect(judge(people, rows, config).map((r) => `${r.outcome} ${r.subject}`)).toEqual([
      'pass person:E-1:HIPAA Privacy and Security',
      'fail person:E-2:HIPAA Privacy and Security',
      'fail person:E-1:Secure Coding',
    ]);
  });

  test('a configured role that nobody holds is said, each by itself', () => {
    const config = 'training: { modules: { all: [HIPAA], physician: [HIPAA], pilot: [Night Flight] } }';
    expect(lines(judge([person('E-1', 2, { role: 'Doctor' })], [['E-1', 'HIPAA', '2026-02-01']], config))).toEqual([
      'pass training.csv:2 person:E-1:HIPAA | E-1 completed HIPAA on 2026-02-01',
      'unknown - role:physician | training.modules asks for modules of the role "physician", which no active person of the roster holds',
      'unknown - role:pilot | training.modules asks for modules of the role "pilot", which no active person of the roster holds',
    ]);
  });

  test.each([
    ['2026-11-20', 'fail', 'certificate-expired', undefined],
    ['2026-11-21', 'pass', 'completed', '2026-11-21'],
    ['2026-12-31', 'pass', 'completed', '2026-12-31'],
    ['2029-01-01', 'pass', 'completed', '2027-02-01'],
  ])('a certificate that expires on %s: %s %s', (expires, outcome, reason, lapses) => {
    const training = { ...ledger([['E-1', 'HIPAA', '2026-02-01']]), expires: Int32Array.of(dayNumber(day(expires))) };
    const [first] = run('training-shown', o, { records: [person('E-1', 2)], training });
    expect({ outcome: first?.outcome, reason: first?.reason, lapses: first?.lapses }).toEqual({ outcome, reason, lapses });
  });

  test('a default module that no title resembles cannot be told', () => {
    expect(lines(judge([person('E-1', 2)], [['E-1', 'Annual compliance course', '2026-02-01']]))).toEqual([
      'unknown training.csv:2 module:HIPAA | no course title of the training records speaks of HIPAA; name your own under training.modules in cleanbill.yml',
    ]);
  });

  test('no roster and no records are what the rule says', () => {
    expect(run('training-shown', o, { training: ledger([['E-1', 'HIPAA', '2026-02-01']]) }).map((r) => r.subject)).toEqual(['person:none']);
    expect(run('training-shown', o, { records: [person('E-1', 2)] }).map((r) => r.subject)).toEqual(['training-record:none']);
  });

  test('a million rows are read once', () => {
    const rows = 1_000_000;
    const people = Array.from({ length: 2000 }, (_, i) => `E-${i}`);
    const training = {
      ...emptyLedger(),
      people,
      modules: ['HIPAA'],
      paths: ['t.csv'],
      person: Uint32Array.from({ length: rows }, (_, i) => i % 2000),
      module: new Uint32Array(rows),
      completed: new Int32Array(rows).fill(dayNumber(day('2026-05-01'))),
      done: new Uint8Array(rows).fill(1),
      file: new Uint16Array(rows),
      line: new Uint32Array(rows),
    };
    const started = performance.now();
    const results = run('training-shown', o, { records: people.map((p, i) => person(p, i + 2)), training });
    expect(results).toHaveLength(2000);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

test('training-known counts learners that no roster line answers for, and names none', () => {
  const training = ledger([
    ['E-1', 'HIPAA', '2026-02-01'],
    ['ghost@corp.example', 'HIPAA', '2026-02-01'],
    ['ghost@corp.example', 'Other', '2026-02-01'],
  ]);
  expect(lines(run('training-known', {}, { records: [person('E-1', 2)], training }))).toEqual([
    'review training.csv:3 training-file:training.csv | 1 learner in training.csv cannot be told to be on the roster, the first on line 3',
  ]);
});
