import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { read } from './read.ts';

const NAMES = [
  'vendors.csv',
  'roster.csv',
  'training.csv',
  'baa-register.tsv',
  'vendors.yml',
  'people/training.json',
  'risks.yaml',
  'waivers.yml',
  'waivers.csv',
  'q.csv',
  'q.yml',
];
const HEADINGS = [
  'Vendor',
  'PHI Access?',
  'BAA Status',
  'Signed Date',
  'Employee ID',
  'Course',
  'Completed On',
  'Status',
  'Risk ID',
  'Likelihood',
  'Severity',
  'target',
  'expires',
  '__proto__',
  'constructor',
];
const piece = fc.oneof(
  fc.string(),
  fc.constantFrom(...HEADINGS),
  fc.constantFrom(
    '"',
    ',',
    '\n',
    '\r\n',
    ';',
    '\t',
    ': ',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '&a ',
    '*a',
    '---\n',
    '#',
    '2026-01-02',
    '01/02/2026',
    'Yes',
    '\0',
    '\u2028',
  ),
);

describe('no text makes the reader throw', () => {
  test('pieces of registers in any order', () => {
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), fc.array(piece, { maxLength: 60 }), (path, parts) => {
        const { problems } = read({ [path]: parts.join('') });
        for (const { at } of problems) expect(at.line >= 1 && at.column >= 1).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test('tables with any cells', () => {
    const row = fc.array(fc.oneof(fc.string(), fc.constantFrom('Yes', '2026-02-30', '1/2/26', 'TBD', '"')), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.constantFrom(...NAMES.filter((n) => n.endsWith('sv'))),
        fc.shuffledSubarray(HEADINGS, { minLength: 2 }),
        fc.array(row),
        (path, header, cells) => {
          read({ [path]: [header, ...cells].map((r) => r.join(path.endsWith('tsv') ? '\t' : ',')).join('\n') });
        },
      ),
      { numRuns: 300 },
    );
  });

  test('trees with any keys', () => {
    const tree = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('node')),
        fc.dictionary(fc.constantFrom(...HEADINGS, 'vendors', 'name', 'id'), tie('node')),
      ),
    })).node;
    fc.assert(
      fc.property(fc.constantFrom(...NAMES.filter((n) => !n.endsWith('sv'))), tree, (path, value) => {
        read({ [path]: JSON.stringify(value) });
      }),
      { numRuns: 300 },
    );
  });
});

describe('hostile sizes and shapes', () => {
  function seconds(files: Readonly<Record<string, string>>): number {
    const start = performance.now();
    read(files);
    return (performance.now() - start) / 1000;
  }

  test('a line of a million cells', () => {
    expect(seconds({ 'vendors.csv': `Vendor,Service,PHI\n${'a,'.repeat(1_000_000)}\nB,x,Yes\n` })).toBeLessThan(5);
    expect(seconds({ 'vendors.csv': `${'Vendor,'.repeat(1_000_000)}\nB,x,Yes\n` })).toBeLessThan(5);
  });

  test('an alias bomb, deep nesting and a million quotes', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefghij'.split('').map((key, n) => `${key}: &${key} [${`*${'abcdefghi'[n]},`.repeat(9)}]`),
      'vendors: *j',
    ].join('\n');
    expect(seconds({ 'vendors.yml': bomb })).toBeLessThan(5);
    expect(read({ 'vendors.yml': bomb }).problems.map((p) => p.code)).toEqual(['broken-file']);
    expect(read({ 'vendors.yml': `vendors: ${'['.repeat(5000)}${']'.repeat(5000)}` }).problems.map((p) => p.code)).toEqual(['broken-file']);
    expect(seconds({ 'vendors.csv': `Vendor,Service,PHI\n${'"'.repeat(1_000_001)}` })).toBeLessThan(5);
    expect(seconds({ 'vendors.csv': `Vendor,Service,PHI\n${'"a\n'.repeat(300_000)}` })).toBeLessThan(5);
    expect(seconds({ 'training.csv': `Employee ID,Course,Completed On\n${'"a""\n'.repeat(300_000)}` })).toBeLessThan(5);
  });

  test('long runs of one character under the first look', () => {
    for (const text of [
      ' '.repeat(100_000),
      `{${' '.repeat(100_000)}`,
      '- '.repeat(50_000),
      `a${' '.repeat(100_000)}b`,
      '{'.repeat(100_000),
      '---\n- a: 1\n'.repeat(3_000),
    ]) {
      expect(seconds({ 'q.yml': text, 'vendors.yml': text.slice(0, 20_000) })).toBeLessThan(5);
    }
  });

  test('more rows than a register has are said, not kept', () => {
    const { records, problems } = read({
      'vendors.csv': `Vendor,Service,PHI\n${Array.from({ length: 60_000 }, (_, n) => `V${n},x,Yes\n`).join('')}`,
    });
    expect(records).toHaveLength(50_000);
    expect(problems).toMatchObject([{ code: 'not-scanned', at: { line: 50_002 } }]);
  });

  test('keys of objects that are not data', () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      const { problems, records } = read({
        'vendors.json': `{ "vendors": [ { "name": "A", "phi": true, "${key}": { "polluted": 1 } } ] }`,
      });
      expect([problems.map((p) => p.code), records]).toEqual([['broken-file'], []]);
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(read({ 'roster.csv': 'Employee ID,Job Title,Status\n__proto__,Nurse,Active\n' }).records).toHaveLength(1);
  });
});
