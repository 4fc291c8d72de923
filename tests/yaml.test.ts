import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readYaml } from '../src/yaml.ts';

describe('readYaml', () => {
  it('knows the place of values and keys, from the line on which the text begins', () => {
    const document = readYaml('a: 1\nb:\n  - c: x\n', 'f.yml', 5);
    expect(document.at(['b', 0, 'c'])).toEqual({ path: 'f.yml', line: 7, column: 8 });
    expect(document.keyAt(['b', 0, 'c'])).toEqual({ path: 'f.yml', line: 7, column: 5 });
    expect(document.at(['b', 9]).line).toBe(7);
  });

  it('keeps dates as text and refuses duplicate keys', () => {
    expect(readYaml('d: 2026-01-12', 'f.yml').value).toEqual({ d: '2026-01-12' });
    expect(readYaml('a: 1\na: 2', 'f.yml').problems[0]?.at.line).toBe(2);
  });

  it.each([
    ['open braces', '{'.repeat(5000)],
    ['open brackets', '['.repeat(20_000)],
    [
      'deep blocks',
      Array.from({ length: 20_000 }, (_, i) => `${' '.repeat(i)}- `)
        .join('\n')
        .slice(0, 2_000_000),
    ],
    [
      'an alias bomb',
      ['a0: &a0 [x]', ...Array.from({ length: 12 }, (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`)}]`)].join('\n'),
    ],
    ['keys within keys', `${'? '.repeat(2000)}a`],
    ['a second document', 'a: 1\n---\nb: 2\n'],
    ['a prototype key', '__proto__: { polluted: 1 }'],
  ])('is not held up by %s', (_name, text) => {
    const start = performance.now();
    const { problems } = readYaml(text, 'f.yml');
    expect(performance.now() - start).toBeLessThan(5000);
    expect(problems).toHaveLength(1);
  });

  it('survives an alias inside its own anchor', () => {
    expect(readYaml('a: &a\n  b: *a\n', 'f.yml').at(['a', 'b']).line).toBe(2);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'-: \n[]{}&*!|>"\'#ab1'), maxLength: 80 }), (text) => {
        const document = readYaml(text, 'f.yml');
        expect(document.at(['a', 0]).line).toBeGreaterThan(0);
      }),
    );
  });
});
