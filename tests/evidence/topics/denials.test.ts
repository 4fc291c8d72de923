import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseMarkdown } from '../../../src/evidence/policies/markdown.ts';
import { takesBack } from '../../../src/evidence/topics/grammar.ts';
import { compileTopics } from '../../../src/evidence/topics/matcher.ts';
import { TOPICS } from './topics.ts';

type Case = [topic: string, heading: string, text: string];
const cases = parse(readFileSync(new URL('./denials.yml', import.meta.url), 'utf8')) as Record<
  'denied' | 'stated' | 'blank' | 'filled',
  Case[]
>;
const matcher = compileTopics(TOPICS);

function degree(topic: string, body: string): string {
  const document = parseMarkdown(`# Handbook\n\n${body}\n`, 'a.md');
  return matcher.match(document, 'policy', 'Handbook').find((coverage) => coverage.topic === topic)?.degree ?? 'silent';
}

describe('a section whose only text', () => {
  it.each(cases.denied)('on %s denies or postpones it is a mention ("%s": %s)', (topic, heading, text) => {
    expect(degree(topic, `## ${heading}\n\n${text}`)).toBe('mentioned');
  });

  it.each(cases.stated)('on %s sets it out with a negative word is relied on ("%s": %s)', (topic, heading, text) => {
    expect(['covered', 'partly']).toContain(degree(topic, `## ${heading}\n\n${text}`));
  });

  it.each(cases.blank)('on %s has a blank is a mention ("%s": %s)', (topic, heading, text) => {
    expect(degree(topic, `## ${heading}\n\n${text}`)).toBe('mentioned');
  });

  it.each(cases.filled)('on %s leaves the name of the company open is relied on ("%s": %s)', (topic, heading, text) => {
    expect(degree(topic, `## ${heading}\n\n${text}`)).toBe('covered');
  });
});

describe('a denial', () => {
  it('that is all a section says of its topic is not outweighed by kind words', () => {
    const text = 'The trust of our patients is what we work for every day. We do not encrypt ePHI at rest.';
    expect(degree('encryption-at-rest', `## Encryption at rest\n\n${text}`)).toBe('mentioned');
  });

  it('that a topic asks for counts below a heading that only announces, too', () => {
    const text = 'We are not a health care clearinghouse and do not sponsor a group health plan.';
    expect(degree('clearinghouse-isolation', `## Scope\n\n${text}`)).toBe('covered');
    expect(degree('group-health-plan', `## Scope\n\n${text}`)).toBe('covered');
  });

  it('is found in time that grows with the length', () => {
    for (const piece of ['not ', 'no one ', 'plans to ', 'that we do not ', "isn't ", 'never, ', 'is ']) {
      const started = performance.now();
      takesBack(piece.repeat(20_000));
      expect(performance.now() - started, JSON.stringify(piece)).toBeLessThan(2000);
    }
  });
});

describe('a sentence that lists many topics', () => {
  it('is a mention of each', () => {
    const parts = [
      'multi-factor authentication required for remote access',
      'a penetration test every year',
      'encrypted databases and disks with ePHI',
      'audit logs that record every access',
      'nightly backups of databases',
    ];
    const has = (what: readonly string[]): string => `## Rules\n\n${`Our program has ${what.join(', ')}. `.repeat(2)}`;
    expect(degree('mfa', has(parts.slice(0, 2)))).toBe('covered');
    expect(degree('mfa', has(parts))).toBe('mentioned');
    expect(degree('penetration-testing', has(parts))).toBe('mentioned');
  });
});
