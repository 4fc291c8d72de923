import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/evidence/policies/markdown.ts';

const textOf = (markdown: string): string =>
  parseMarkdown(markdown, 'a.md')
    .sections.flatMap((section) => [section.heading, ...section.blocks.map((block) => block.text)])
    .join(' ');

describe('text that no reader sees', () => {
  it.each([
    [
      'a hidden element over several blocks',
      '<div hidden>\n\nSecret.\n\n## Secret\n\n- Secret\n\n| Secret | b |\n|---|---|\n| c | d |\n\n</div>\n\nSeen.',
    ],
    ['one that holds others of its name', '<div style="display: none">\n<div>\n\nSecret\n\n</div>\n\nSecret\n\n</div>\n\nSeen.'],
    ['a template', '<template>\n\nSecret.\n\n</template>\n\nSeen.'],
    ['an element without visibility', '<section style="color:red; VISIBILITY:hidden">\n\nSecret.\n\n</section>\n\nSeen.'],
    ['an element kept from screen readers that ends in running text', '<div aria-hidden="true">\n\nSecret.\n\nSecret </div>\n\nSeen.'],
    ['letters of no size in a line', 'Seen <span style="font-size:0px">Secret <span>Secret</span> Secret</span>.'],
    ['letters without ink in a heading', '## Seen <span style="opacity: 0">Secret</span>'],
    ['a hidden cell', '<table><tr><td>a</td><td hidden>Secret</td></tr></table>\n\nSeen.'],
    ['a hidden paragraph, which ends with its block', '<p hidden>\nSecret\n\nSeen.'],
    ['a hidden element that never ends', 'Seen.\n\n<div hidden>\n\nSecret.\n\nSecret.'],
  ])('is left out: %s', (_, markdown) => {
    expect(textOf(markdown)).toContain('Seen');
    expect(textOf(markdown)).not.toContain('Secret');
  });

  it('is not taken for what is only pale, small or folded', () => {
    const markdown =
      '<div style="opacity: 0.8; font-size: 0.9em">\n\nOne.\n\n</div>\n\n<details>\n<summary>Two</summary>\n\nThree.\n\n</details>';
    expect(textOf(markdown)).toMatch(/One.*Two.*Three/);
  });

  it('costs time in proportion to the length', () => {
    for (const piece of ['<div hidden>\n\n', '<span hidden>', '<div hidden>\n\nx</\n\n', '<b style="opacity:     ">']) {
      const started = performance.now();
      parseMarkdown(piece.repeat(5000), 'a.md');
      expect(performance.now() - started, piece).toBeLessThan(3000);
    }
  });
});
