import { describe, expect, test } from 'vitest';
import { lines, record, run } from './build.ts';

const o = {
  of: { evidence: 'vendor', where: { phi: [true, 'yes'] }, unless: { status: ['inactive'] } },
  called: 'vendor',
  to: { evidence: 'agreement', unless: { status: ['terminated'] } },
  toCalled: 'register of agreements',
  by: { names: ['aliases'], id: ['id', 'vendor-id'], legalForms: ['inc', 'llc', 'co', 'ltd'] },
  missing: 'touches PHI and has no agreement',
};
const vendor = (name: string, line: number, texts: Record<string, string> = {}) => record('vendor', name, line, { phi: 'yes', ...texts });
const agreement = (name: string, texts: Record<string, string> = {}) => record('agreement', name, 9, texts);
const outcome = (one: string, other: string, texts = {}) =>
  run('each-linked', o, { records: [vendor(one, 2, texts), agreement(other)] })[0]?.outcome;

describe('each-linked', () => {
  test.each([
    ['Acme Labs', 'ACME Labs, Inc.', 'pass'],
    ['The Acme Co., Ltd.', 'Acme', 'pass'],
    ['Alder & Finch', 'Alder and Finch LLC', 'pass'],
    ['Google Workspace', 'Google LLC (Google Workspace)', 'pass'],
    ['Amazon Web Services (AWS)', 'AWS', 'pass'],
    ['Iron Mountain (backup)', 'Iron Mountain', 'pass'],
    ['Iron Mountain', 'Iron Mountain Inc. (backup)', 'pass'],
    ['Iron Mountain (backup)', 'Iron Mountain (shredding)', 'pass'],
    ['Iron Mountain (backup)', 'Backblaze (backup)', 'review'],
    ['Iron Mountain (Backblaze)', 'Backblaze (backup)', 'review'],
    ['Iron Mountain (backup)', 'Backblaze', 'fail'],
    ['AWS', 'Amazon Web Services, Inc.', 'review'],
    ['Amazon Web Services', 'AWS', 'review'],
    ['Google', 'Google Workspace', 'review'],
    ['Mailer', 'Faxer', 'fail'],
    ['Box', 'Dropbox', 'fail'],
    ['***', '---', 'fail'],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(outcome(one, other)).toBe(expected);
  });

  test('an alias settles what a name leaves open', () => {
    expect(outcome('AWS', 'Amazon Web Services, Inc.', { aliases: 'Amazon Web Services' })).toBe('pass');
  });

  test('one id in both registers settles it, whatever the names are', () => {
    const records = [vendor('Deskwell', 2, { id: 'V-7' }), agreement('Harrow Group', { 'vendor-id': 'v-7' })];
    expect(run('each-linked', o, { records }).map((r) => r.outcome)).toEqual(['pass']);
    expect(run('each-linked', o, { records: [vendor('Deskwell', 2), agreement('Harrow Group')] }).map((r) => r.outcome)).toEqual(['fail']);
  });

  test('says which record is linked, and which may be meant', () => {
    expect(
      lines(
        run('each-linked', o, {
          records: [vendor('Mailer', 2), vendor('AWS', 3), agreement('Mailer Inc'), agreement('Amazon Web Services')],
        }),
      ),
    ).toEqual([
      'pass register.csv:2 vendor:Mailer | Mailer has agreement "Mailer Inc" (register.csv:9)',
      'review register.csv:3 vendor:AWS | AWS touches PHI and has no agreement under this name; agreement "Amazon Web Services" (register.csv:9) may be meant: write the same name, or name it as an alias',
    ]);
  });

  test('a terminated agreement and an inactive vendor do not count', () => {
    const records = [
      vendor('Mailer', 2),
      vendor('Faxer', 3, { status: 'inactive' }),
      agreement('Mailer', { status: 'terminated' }),
      agreement('Faxer'),
    ];
    expect(lines(run('each-linked', o, { records }))).toEqual([
      'fail register.csv:2 vendor:Mailer | Mailer touches PHI and has no agreement',
    ]);
  });

  test('without a register of the other kind there is one result that counts', () => {
    expect(lines(run('each-linked', o, { records: [vendor('A', 2), vendor('B', 3)] }))).toEqual([
      'fail - agreement:none | no register of agreements was found; 2 vendors would be in it, first A',
    ]);
  });

  test('no vendor that touches PHI is good news only when every vendor is classified', () => {
    const none = record('vendor', 'A', 2, { phi: 'no' });
    expect(run('each-linked', o, { records: [none] }).map((r) => r.outcome)).toEqual(['not-applicable']);
    expect(lines(run('each-linked', o, { records: [none, record('vendor', 'B', 3, {})] }))).toEqual([
      'unknown register.csv:3 vendor:B | B does not say phi, so that it cannot be told whether it is meant',
    ]);
    expect(lines(run('each-linked', o, { records: [record('vendor', 'A', 2, {}), record('vendor', 'B', 3, {})] }))).toEqual([
      'unknown register.csv:2 vendor:none | none of 2 vendors says phi, so that it cannot be told which are meant',
    ]);
  });

  test('a vendor that is not classified is not forgotten beside one that is', () => {
    const records = [
      vendor('Mailer', 2),
      record('vendor', 'Mystery', 3, { phi: '[TBD]' }),
      record('vendor', 'Quiz', 4, { phi: '?maybe' }),
      record('vendor', 'Gone', 5, { status: 'inactive' }),
    ];
    const told = (others: ReturnType<typeof record>[]) =>
      run('each-linked', o, { records: [...records, ...others] }).map((r) => `${r.outcome} ${r.subject}`);
    expect(told([agreement('Mailer')])).toEqual(['pass vendor:Mailer', 'unknown vendor:Mystery', 'unknown vendor:Quiz']);
    expect(told([])).toEqual(['fail agreement:none', 'unknown vendor:Mystery', 'unknown vendor:Quiz']);
  });
});
