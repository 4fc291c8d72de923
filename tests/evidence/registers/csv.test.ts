import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { CsvScanner } from '../../../src/evidence/registers/csv-scanner.ts';
import { places, read, values } from './read.ts';

const ROSTER = 'Employee ID,Job Title,Status\n';

function rowsOf(text: string, delimiter = ','): string[][] {
  const scanner = new CsvScanner(text, 'x.csv', delimiter);
  const rows: string[][] = [];
  while (scanner.next()) rows.push(scanner.cells(Number.POSITIVE_INFINITY));
  return rows;
}

describe('the scanner', () => {
  test('reads what Papa Parse writes, cell by cell', () => {
    const cell = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ';', ' ', 'é', '𝒳') }));
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n'), (rows, delimiter, newline) => {
        const text = Papa.unparse(rows, { delimiter, newline, quotes: true });
        expect(rowsOf(text, delimiter)).toEqual(rows.map((row) => row.map((c) => c.trim())));
      }),
    );
  });

  test('keeps the place of every cell, also behind quoted line breaks and any line end', () => {
    const scanner = new CsvScanner('a,b\r\n"x\ny",z,"q""q"\rlast', 'f.csv', ',');
    const seen: string[] = [];
    while (scanner.next())
      for (let column = 0; column < scanner.count; column += 1) {
        const at = scanner.at(column);
        seen.push(`${at.line}:${at.column}=${scanner.cell(column)}`);
      }
    expect(seen).toEqual(['1:1=a', '1:3=b', '2:1=x\ny', '3:4=z', '3:6=q"q', '4:1=last']);
  });

  test('reads rows longer than its window, and rows that lie across two', () => {
    const long = 'x'.repeat(300_000);
    expect(
      rowsOf(`a,${long},b\n${'c,d\n'.repeat(100_000)}"${long}",e`)
        .map((r) => r.join(',').length)
        .reduce((a, b) => a + b, 0),
    ).toBe(long.length * 2 + 4 + 2 + 300_000);
  });

  test.each([
    [
      'never closed',
      'a,b\n1,"x\n2,y\n',
      [
        ['a', 'b'],
        ['1', 'x'],
        ['2', 'y'],
      ],
    ],
    [
      'closed by the opening quote of a later cell',
      'a,b\n1,"x\n2,"y, z"\n3,"w"\n',
      [
        ['a', 'b'],
        ['1', 'x'],
        ['2', 'y, z'],
        ['3', 'w'],
      ],
    ],
  ])('does not lose rows to a quote that is %s', (_, text, rows) => {
    const scanner = new CsvScanner(text, 'f.csv', ',');
    const seen: string[][] = [];
    while (scanner.next()) seen.push(scanner.cells(9));
    expect([seen, scanner.brokenQuote]).toEqual([rows, 2]);
  });
});

describe('the layout', () => {
  test.each([
    ['a title, a remark and a blank line above', '# Export\nWorkforce Roster,,\n\nEmployee ID,Job Title,Status\nE1,Nurse,Active\n', 5],
    ['a sep line', 'sep=;\nEmployee ID;Job Title;Status\nE1;Nurse;Active\n', 3],
    ['semicolons', 'Employee ID;Job Title;Status\nE1;Nurse, senior;Active\n', 2],
    ['tabs', 'Employee ID\tJob Title\tStatus\nE1\tNurse\tActive\n', 2],
    ['bars', 'Employee ID|Job Title|Status\nE1|Nurse|Active\n', 2],
    ['old line ends', 'Employee ID,Job Title,Status\rE1,Nurse,Active\r', 2],
    ['remarks and blank rows below', 'Employee ID,Job Title,Status\n# people\n\n,,\nE1,Nurse,Active\n', 5],
  ])('is found with %s', (_, text, line) => {
    const result = read({ 'hr/roster.csv': text });
    expect(result.problems).toEqual([]);
    expect(result.records.map((r) => [r.name, r.at.line])).toEqual([['E1', line]]);
  });
});

test('every field has its exact place', () => {
  const { records } = read({ 'roster.csv': `${ROSTER}"E1","Nurse,\nsenior",Active\nE2, Clerk ,Active\n` });
  expect(records[0]?.fields.status).toMatchObject({ at: { path: 'roster.csv', line: 3, column: 9 } });
  expect(records[1]?.fields.role).toMatchObject({ text: 'Clerk', at: { line: 4, column: 4 } });
  expect(values(records[0]).role).toBe('Nurse,\nsenior');
});

test('a ragged row is a problem on its line and is read as far as possible', () => {
  const result = read({ 'roster.csv': `${ROSTER}E1,Nurse\nE2,Nurse, senior,Active\nE3,Clerk,Active,,\nE4,Clerk,Active\n` });
  expect(places(result)).toEqual(['roster.csv:2:1 ragged-row', 'roster.csv:3:1 ragged-row']);
  expect(result.problems[1]?.message).toMatch(/4 cells.*header has 3.*quotes/);
  expect(result.records.map((r) => r.name)).toEqual(['E1', 'E2', 'E3', 'E4']);
  expect(values(result.records[0])).toEqual({ id: 'E1', role: 'Nurse' });
});

test('a quote that is never closed is a problem at its line, and the rest is read', () => {
  const result = read({ 'roster.csv': `${ROSTER}E1,"Nurse,Active\nE2,Clerk,Active\n` });
  expect(places(result)).toContain('roster.csv:2:1 broken-file');
  expect(result.records.map((r) => r.name)).toEqual(['E1', 'E2']);
});

test('records that stand twice are problems; renewed agreements and services of one vendor are not', () => {
  const result = read({
    'vendors.csv': 'Vendor,Service,PHI\nAcme,Mail,Yes\nBolt,Fax,No\nacme ,Mail,No\nBolt,Phone,No\n',
    'roster.csv': `${ROSTER}E1,Nurse,Active\nE1,Clerk,Active\n`,
    'baa.csv': 'Vendor,BAA Status,Signed Date\nAcme,Expired,2020-01-01\nAcme,Signed,2025-01-01\n',
  });
  expect(places(result)).toEqual(['roster.csv:3:1 duplicate-record', 'vendors.csv:4:1 duplicate-record']);
  expect(result.problems[1]?.message).toContain('line 2');
});

test('social security numbers are reported by their place only', () => {
  const result = read({ 'roster.csv': `Employee ID,Job Title,Status,Note\nE1,Nurse,Active,\nE2,Clerk,Active,078-05-1120\n` });
  expect(places(result)).toEqual(['roster.csv:3:17 personal-data']);
  expect(result.problems[0]?.message).not.toContain('078');
});

test('a register that lacks a column says which, and what it has', () => {
  const result = read({ 'registers/risk-register.csv': 'Risk ID,Risk Title,Category\nR1,Fire,Site\n' });
  expect(places(result)).toEqual(['registers/risk-register.csv:1:1 missing-column']);
  expect(result.problems[0]?.message).toMatch(/"likelihood".*Risk ID, Risk Title, Category.*cleanbill\.yml/);
  expect(places(read({ 'baa-register.csv': 'Foo,Bar\n1,2\n' }))).toEqual(['baa-register.csv:1:1 missing-column']);
});
