import fc from 'fast-check';
import MarkdownIt, { type Token } from 'markdown-it';
import { describe, expect, it } from 'vitest';
import type { Finding, Report } from '../../src/model/report.ts';
import { MARKDOWN_BUDGETS, renderMarkdown } from '../../src/report/markdown.ts';
import { decode } from '../github/runner-grammar.ts';
import { hostileText } from '../hostile/text.ts';
import { control, finding, framework, lapse, report, waiver } from './build.ts';

const failing = report({
  findings: [
    finding(),
    finding({ rule: 'policy-reviewed', severity: 'warning', outcome: 'unknown', message: 'No review date', controls: [] }),
    finding({ waiver: waiver() }),
  ],
  lapses: [lapse()],
  files: { read: 40, notRead: 1 },
  gate: { passed: false, bars: 1, violations: [{ threshold: 'hipaa.strict >= 90', actual: 50, message: 'hipaa.strict >= 90: it is 50' }] },
});
const bytes = (text: string): number => Buffer.byteLength(text);

describe('renderMarkdown', () => {
  it('reads from the verdict down to what it is not', () => {
    expect(renderMarkdown(failing)).toMatchSnapshot();
  });

  it('says when there is no bar to pass', () => {
    const text = renderMarkdown(report({ gate: { passed: true, bars: 0, violations: [] } }));
    expect(text).toMatch(/^## Cleanbill: no bar is set \(\d+ errors?, \d+ warnings?, \d+ notices?\)\n/);
    expect(text).toContain('set a bar under `gate:`');
  });

  it('shows both figures of each framework, rounded down, and none as none', () => {
    const frameworks = [
      framework('hipaa', [control('a', 'met')], {
        readiness: {
          strict: 89.96,
          accepted: 89.999,
          counts: { met: 8, partial: 1, 'not-met': 2, manual: 3, waived: 4, 'not-applicable': 5 },
        },
      }),
      framework('soc2', [control('a', 'not-applicable')], { level: 'type 2' }),
    ];
    const text = renderMarkdown(report({ frameworks }));
    expect(text).toContain('| HIPAA | 89.9 % | 89.9 % | 8 | 1 | 2 | 3 | 4 | 5 |');
    expect(text).toContain('| SOC2 type 2 | n/a | n/a | 0 | 0 | 0 | 0 | 0 | 1 |');
  });

  it('links lines where it knows the address', () => {
    const text = renderMarkdown(failing, { links: 'https://github.example/acme/records/blob/abc' });
    expect(text).toContain('[`registers/baa.yml:12`](https://github.example/acme/records/blob/abc/registers/baa.yml#L12)');
  });

  it('puts twenty findings in the open and folds the others', () => {
    const text = renderMarkdown(report({ findings: [...Array(25)].map((_, i) => finding({ message: `finding ${i}` })) }));
    expect(text).toContain('### Findings (25)');
    expect(text).toContain('<details><summary>5 more findings</summary>');
  });
});

describe('the budgets', () => {
  const flood = (n: number): Report =>
    report({
      findings: [...Array(n)].map((_, i) => finding({ message: `finding ${i} ${'| `x` <b> 🏥'.repeat(i % 7)}` })),
      lapses: [...Array(200)].map((_, i) => lapse({ days: i % 90 })),
      gate: {
        passed: false,
        bars: 1,
        violations: [...Array(500)].map((_, i) => ({
          threshold: `hipaa.blockers: r${i}`,
          actual: 1,
          message: `hipaa.blockers: r${i} has 1 open finding ${'*'.repeat(300)}`,
        })),
      },
    });

  it.each([
    ['summary', 1024 * 1024],
    ['comment', 65_536],
  ] as const)('keeps a %s of 100,000 findings under %i', (kind, limit) => {
    const text = renderMarkdown(flood(100_000), { budget: MARKDOWN_BUDGETS[kind] });
    expect(bytes(text)).toBeLessThanOrEqual(MARKDOWN_BUDGETS[kind]);
    expect(MARKDOWN_BUDGETS[kind]).toBeLessThan(limit);
    expect(text).toMatch(/\d+ more findings are left out here; the JSON report has them all\./);
    expect(text).toContain('not legal advice, not an attestation, not a certification');
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
  });

  it('drops nothing at its limit and whole rows at one byte less', () => {
    const some = flood(60);
    const whole = renderMarkdown(some);
    expect(renderMarkdown(some, { budget: bytes(whole) })).toBe(whole);
    expect(renderMarkdown(some, { budget: bytes(whole) + 1 })).toBe(whole);
    const less = renderMarkdown(some, { budget: bytes(whole) - 1 });
    expect(bytes(less)).toBeLessThan(bytes(whole));
    expect(less).toMatch(/left out here/);
    const lines = new Set(whole.split('\n'));
    expect(less.split('\n').filter((line) => !lines.has(line) && !line.includes('left out here'))).toEqual([]);
  });
});

/** GitHub's dialect as far as this tells: raw HTML is alive, addresses become links. */
const github = new MarkdownIt({ html: true, linkify: true });
github.linkify.set({ fuzzyLink: false });

function tokensOf(markdown: string): Token[] {
  return github.parse(markdown, {}).flatMap((token) => [token, ...(token.children ?? [])]);
}

/** Texts outside code, as a reader sees them after entities are decoded. */
const proseOf = (tokens: readonly Token[]): string =>
  tokens
    .filter((t) => t.type === 'text' || t.type === 'text_special')
    .map((t) => t.content)
    .join('\n');
const tagsOf = (tokens: readonly Token[]): string[] =>
  tokens.filter((t) => t.type === 'html_block' || t.type === 'html_inline').map((t) => t.content.trim());

describe('text of the scanned repository', () => {
  const filled = (text: string): Report => {
    const at = { path: text || 'x', line: 3, column: 1 };
    const hostile: Finding = finding({ rule: text, message: text, at, remediation: text, also: [at] });
    const one = control(text, 'not-met');
    const strange = framework('hipaa', [one], { title: text, figure: text });
    return report({
      version: text,
      commit: text,
      findings: [hostile, { ...hostile, waiver: waiver({ owner: text, approver: text, reason: text }) }],
      lapses: [lapse({ message: text, rule: text, at })],
      frameworks: [{ ...strange, sections: strange.sections.map((s) => ({ ...s, id: text, title: text })) }],
      gate: { passed: false, bars: 1, violations: [{ threshold: text, actual: 0, message: text }] },
    });
  };
  const shape = (r: Report): string[] =>
    tokensOf(renderMarkdown(r))
      .filter((t) => !['text', 'text_special', 'code_inline', 'inline'].includes(t.type) && !t.type.startsWith('html'))
      .map((t) => t.type);
  const plain = filled('x');

  it('can add no link, image, tag, mention, reference, emoji, table cell or command of the runner to the page', () => {
    fc.assert(
      fc.property(
        hostileText.filter((text) => text !== ''),
        (text) => {
          const page = renderMarkdown(filled(text));
          const tokens = tokensOf(page);
          expect(tokens.filter((t) => t.type === 'link_open' || t.type === 'image')).toEqual([]);
          expect(tagsOf(tokens).map((tag) => tag.replace(/<summary>.*<\/summary>/, '<summary></summary>'))).toEqual(
            tagsOf(tokensOf(renderMarkdown(plain))).map((tag) => tag.replace(/<summary>.*<\/summary>/, '<summary></summary>')),
          );
          expect(proseOf(tokens)).not.toMatch(/@[\w-]|#\d|:\w+:|\bwww\.|\w:\/\/|\bGH-\d/);
          expect(page.replaceAll('\n', '').replaceAll('\u200b', '')).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
          expect(shape(filled(text))).toEqual(shape(plain));
          expect(decode(page).commands).toEqual([]);
        },
      ),
      { numRuns: 300, endOnFailure: true },
    );
  });

  it('is linked only below our own address', () => {
    const links = 'https://github.example/acme/records/blob/abc';
    fc.assert(
      fc.property(hostileText, (text) => {
        const opened = tokensOf(renderMarkdown(filled(text), { links }))
          .filter((t) => t.type === 'link_open')
          .map((t) => String(t.attrGet('href')));
        expect(opened.filter((href) => !href.startsWith(`${links}/`) || !href.endsWith('#L3'))).toEqual([]);
      }),
    );
  });
});
