import { expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/evidence/policies/markdown.ts';
import { compileTopics } from '../../../src/evidence/topics/matcher.ts';
import type { Topic } from '../../../src/model/pack.ts';

const letter = (n: number): string => String.fromCharCode(97 + (n % 26));
const word = (n: number): string => `q${letter(n)}${letter(n / 26)}${letter(n / 676)}x`;

function topic(n: number): Topic {
  return {
    id: `topic-${n}`,
    title: `Topic ${n}`,
    headings: [word(n * 3)],
    says: [`${word(n * 3)} ${word(n * 3 + 1)}|${word(n * 3 + 2)}`],
    mentions: [word(n * 3)],
    not: [],
    elements: [],
  };
}
const topics = (count: number): Topic[] => Array.from({ length: count }, (_, n) => topic(n));

/** The text speaks of the first hundred topics, whether three hundred more are known or not. */
const text = Array.from(
  { length: 6000 },
  (_, n) => `The office must keep ${word(n % 300)} near the ${word((n * 7) % 300)} on every working day.`,
).join('\n\n');

it('does not take longer for four times as many topics', () => {
  const document = parseMarkdown(`# Handbook\n\n${text}\n`, 'a.md');
  const few = compileTopics(topics(100));
  const many = compileTopics(topics(400));
  const ratios: number[] = [];
  for (let round = 0; round < 15; round += 1) {
    const [a, b] = [few, many].map((matcher) => {
      const started = process.cpuUsage();
      matcher.match(document, 'policy', 'Handbook');
      return process.cpuUsage(started).user;
    });
    ratios.push((b ?? 0) / Math.max(1, a ?? 1));
  }
  ratios.sort((x, y) => x - y);
  expect(ratios[7]).toBeLessThan(1.5);
});
