import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MarkdownDocument } from '../../../src/evidence/policies/document.ts';
import { parseMarkdown } from '../../../src/evidence/policies/markdown.ts';

const parse = (text: string): MarkdownDocument => parseMarkdown(text, 'policy.md');
const texts = (text: string): string[] => parse(text).sections.flatMap((s) => s.blocks.map((b) => b.text));
const headings = (text: string): [string, number, number][] => parse(text).sections.map((s) => [s.heading, s.level, s.line]);

describe('front matter', () => {
  test('shifts the lines below it', () => {
    const document = parse('---\ntitle: A\nowner: B\n---\n\n# Title\n\ntext\n');
    expect(document.frontMatter?.value).toEqual({ title: 'A', owner: 'B' });
    expect(document.frontMatter?.at(['owner']).line).toBe(3);
    expect(document.sections.map((s) => [s.heading, s.line])).toEqual([['Title', 6]]);
    expect(document.sections[0]?.blocks[0]?.line).toBe(8);
  });

  test('is read without its opening line', () => {
    const document = parse('name: Access Policy\nlist:\n  - date: Jun 1 2018\n---\n\n# Scope\n');
    expect(document.frontMatter?.value).toEqual({ name: 'Access Policy', list: [{ date: 'Jun 1 2018' }] });
    expect(document.frontMatter?.at(['list', 0, 'date']).line).toBe(3);
    expect(document.sections[0]?.line).toBe(6);
  });

  test.each(['text\n\n---\n\nmore', '---\n\njust text\n\n---\n', '# Title\n---\n', '---\nowner: x\n'])('is not made up: %j', (text) => {
    expect(parse(text).frontMatter).toBeNull();
  });

  test('broken YAML between two lines stays front matter, with its problem', () => {
    const document = parse('---\ntitle: [a\nowner: b\n---\n# T\n');
    expect(document.frontMatter?.problems.length).toBeGreaterThan(0);
    expect(document.sections[0]?.line).toBe(5);
  });
});

describe('headings', () => {
  test.each([
    ['# **Access Control** Policy', 'Access Control Policy'],
    ['## 4.3 Risk Management', 'Risk Management'],
    ['## 4.3. Risk Management ##', 'Risk Management'],
    ['## IV. Duties', 'Duties'],
    ['### Section 3: Scope', 'Scope'],
    ['## 30 Day Notice', '30 Day Notice'],
    ['## 3rd Party Policy', '3rd Party Policy'],
    ['## [Scope](scope.md) {#scope}', 'Scope'],
    ['# Title []{#_Toc1 .anchor}', 'Title'],
  ])('%s', (source, heading) => {
    expect(parse(source).sections[0]?.heading).toBe(heading);
  });

  test('bold paragraphs, setext and hashes without a space count, with their path', () => {
    const document = parse('Title\n=====\n\n**3.1 Classification**\n\nText.\n\n####6.1.2 Duties\n\nMore.\n');
    expect(document.sections.map((s) => [s.heading, s.level, s.line, s.path])).toEqual([
      ['Title', 1, 1, []],
      ['Classification', 7, 4, ['Title']],
      ['Duties', 4, 8, ['Title']],
    ]);
  });

  test.each(['**This whole sentence is bold.**', '**Owner:** CISO **Version:** 2', '#channel is where we talk', '- **Item**'])(
    '%s is none',
    (source) => {
      expect(parse(source).sections.every((s) => s.heading === '')).toBe(true);
    },
  );

  test('labels above a line of dashes are text, not one heading', () => {
    expect(texts('# Title\n\nVersion: 1.0\nOwner: CISO\n---\n')).toEqual(['Version: 1.0 Owner: CISO']);
  });
});

describe('text', () => {
  test.each([
    ['See [the *plan*](plan.md "x (y)") and <https://a.example/b>.', 'See the plan and https://a.example/b.'],
    ['Use `AES-256` and **strong** __words__ in snake_case_names.', 'Use AES-256 and strong words in snake_case_names.'],
    ["164.310\\('c'\\) and 164.312&lpar;c&rpar;(2) &amp; more", "164.310('c') and 164.312(c)(2) & more"],
    ['a <b>bold</b> <span class="x">word</span><!-- hidden -->!', 'a bold word!'],
    ['Approved by: [CEO/Management] and <name>', 'Approved by: [CEO/Management] and <name>'],
    ['Reviewed by: ________ on ____', 'Reviewed by: ________ on ____'],
    ['![badge](x.svg) text ~~old~~ new [ref][1] [^2]', 'text new ref'],
    ['2 * 3 and {{ token }}', '2 * 3 and {{ token }}'],
  ])('%s', (source, plain) => {
    expect(texts(source)).toEqual([plain]);
  });

  test('keeps lines apart for labels, and one line for prose', () => {
    const [block] = parse('**Version:** 1\\\n**Owner:** CISO<br>**Date:**\n2026-01-12').sections[0]?.blocks ?? [];
    expect(block?.lines).toEqual([
      { text: 'Version: 1', line: 1 },
      { text: 'Owner: CISO', line: 2 },
      { text: 'Date:', line: 2 },
      { text: '2026-01-12', line: 3 },
    ]);
    expect(block?.text).toBe('Version: 1 Owner: CISO Date: 2026-01-12');
  });

  test('leaves out code, comments, scripts and styles', () => {
    expect(
      texts('a\n\n```yaml\nowner: CISO\n```\n\n    owner: CTO\n\n<!-- owner: CEO -->\n\n<script>x</script>\n\n<style>y</style>\n\nb'),
    ).toEqual(['a', 'b']);
    expect(texts('a\n\n<!-- never\n\nclosed\n')).toEqual(['a']);
  });

  test('tells list items apart, at any depth', () => {
    expect(parse('- one\n  - two\n\n1. three\n\ntext').sections[0]?.blocks.map((b) => [b.kind, b.text, b.line])).toEqual([
      ['list-item', 'one', 1],
      ['list-item', 'two', 2],
      ['list-item', 'three', 4],
      ['paragraph', 'text', 6],
    ]);
  });
});

describe('tables', () => {
  test('Markdown tables: header, rows and lines', () => {
    const [table] = parse('## History\n\n| Version | **Date** |\n|---|---|\n| 1.0 | a \\| b |\n| 1.1 | [x](y) |\n').tables;
    expect(table?.heading).toBe('History');
    expect(table?.header).toEqual(['Version', 'Date']);
    expect(table?.rows.map((r) => [r.line, r.cells.map((c) => c.text)])).toEqual([
      [5, ['1.0', 'a | b']],
      [6, ['1.1', 'x']],
    ]);
  });

  test('an empty heading row is none', () => {
    expect(parse('| | |\n|---|---|\n| Owner | CISO |\n').tables[0]?.header).toEqual([]);
  });

  test('HTML tables with cells over several lines, blank lines inside and a bold heading row', () => {
    const source =
      'text\n\n<table>\n  <tr>\n   <td><strong>Version</strong>\n   </td>\n   <td><b>Date</b></td>\n  </tr>\n\n  <tr>\n   <td>1.0\n   </td>\n   <td>\n   2023-03-15</td>\n  </tr>\n</table>\n\nafter\n';
    const document = parse(source);
    expect(document.tables).toHaveLength(1);
    expect(document.tables[0]?.header).toEqual(['Version', 'Date']);
    expect(document.tables[0]?.rows).toEqual([
      {
        line: 10,
        cells: [
          { text: '1.0', line: 11 },
          { text: '2023-03-15', line: 14 },
        ],
      },
    ]);
    expect(texts(source)).toEqual(['text', '1.0 | 2023-03-15', 'after']);
  });

  test('grid tables', () => {
    const [table] = parse(
      '+---------+-------+\n| **Owner** | CISO |\n|         | (acting) |\n+---------+-------+\n| Version | 2     |\n+---------+-------+\n',
    ).tables;
    expect(table?.rows.map((r) => r.cells.map((c) => [c.text, c.line]))).toEqual([
      [
        ['Owner', 2],
        ['CISO (acting)', 2],
      ],
      [
        ['Version', 5],
        ['2', 5],
      ],
    ]);
  });
});

describe('hostile input', () => {
  const pieces = [
    '# h',
    '**b**',
    '|',
    '|-',
    '<table>',
    '<tr><td>',
    '</table>',
    '```',
    '---',
    '- ',
    '> ',
    '[a](',
    '](',
    '<!--',
    '-->',
    '`',
    '\\',
    '&amp;',
    '\n',
    '\n\n',
    ': ',
    'é☃',
    '\r\n',
    '\0',
    '{{',
    '+--+',
  ];

  test('never throws, and every line lies within the file', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const lines = text.split(/\r\n|\r|\n/).length;
        const document = parse(text);
        const all = [
          ...document.sections.flatMap((s) => [s.line, ...s.blocks.flatMap((b) => [b.line, ...b.lines.map((l) => l.line)])]),
          ...document.tables.flatMap((t) => [t.line, ...t.rows.flatMap((r) => [r.line, ...r.cells.map((c) => c.line)])]),
        ];
        for (const line of all) expect(line >= 1 && line <= lines).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    ['brackets', '['.repeat(50_000)],
    ['links', '[a]('.repeat(12_500)],
    ['backticks', '`` ` '.repeat(10_000)],
    ['tags', '<div '.repeat(10_000)],
    ['open tables', '<table>\n\n'.repeat(5000)],
    ['nested tables', '<table><tr><td>'.repeat(3000)],
    ['comments', 'a <!--'.repeat(10_000)],
    ['asterisks', '*a'.repeat(25_000)],
    ['quotes', '>'.repeat(20_000)],
    ['lists', '- '.repeat(20_000)],
    ['front matter', 'a: b\n'.repeat(10_000)],
    ['strikes', '~~ a'.repeat(12_500)],
    ['numbers', '1.'.repeat(25_000)],
  ])('%s are read in good time', (_, text) => {
    const start = performance.now();
    parse(text);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

test('headings keep their order and lines', () => {
  expect(headings('# A\n\n## B\n\ntext\n\n# C\n')).toEqual([
    ['A', 1, 1],
    ['B', 2, 3],
    ['C', 1, 7],
  ]);
});
