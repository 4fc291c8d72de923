import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseMarkdown } from '../../../src/evidence/policies/markdown.ts';
import { compileTopics } from '../../../src/evidence/topics/matcher.ts';
import { TOPICS } from './topics.ts';

const matcher = compileTopics(TOPICS);
const cases = Object.entries(
  parse(readFileSync(new URL('./sentences.yml', import.meta.url), 'utf8')) as Record<string, [string, string, string]>,
);

function degree(topic: string, markdown: string): string {
  return (
    matcher.match(parseMarkdown(markdown, 'a.md'), 'policy', 'Handbook').find((coverage) => coverage.topic === topic)?.degree ?? 'silent'
  );
}

describe('topics', () => {
  it('have a heading, a sentence and a look-alike each', () => {
    const own = TOPICS.map((topic) => topic.id).filter((id) => id !== 'group-health-plan');
    expect(cases.map(([id]) => id).sort()).toEqual(own.sort());
  });

  it.each(cases)('%s is covered by a section about it', (id, [heading, sentence]) => {
    expect(degree(id, `# Handbook\n\n## ${heading}\n\n${sentence}\n`)).toBe('covered');
  });

  it.each(cases)('%s is at least mentioned by a sentence about it under a general heading', (id, [, sentence]) => {
    expect(degree(id, `# Handbook\n\n## Rules\n\n${sentence}\n`)).not.toBe('silent');
  });

  it.each(cases)('%s is not covered by a sentence that resembles it', (id, [, , lookAlike]) => {
    expect(['silent', 'mentioned']).toContain(degree(id, `# Handbook\n\n## Rules\n\n${lookAlike}\n\n${lookAlike}\n`));
  });

  it.each(cases)('%s is not covered by its heading alone', (id, [heading]) => {
    expect(['silent', 'mentioned']).toContain(
      degree(id, `# Handbook\n\n## ${heading}\n\n## Rules\n\nThe sun rises early and everyone goes to work by train.\n`),
    );
  });
});
