import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/evidence/policies/markdown.ts';
import { compileTopics } from '../../../src/evidence/topics/matcher.ts';
import type { DocumentRole, TopicCoverage } from '../../../src/model/evidence.ts';
import { TOPICS } from './topics.ts';

const matcher = compileTopics(TOPICS);
const RULE = 'Staff who violate this policy face disciplinary action up to dismissal, and each case is documented.';

function read(markdown: string, role: DocumentRole = 'policy', title = 'Handbook'): Map<string, TopicCoverage> {
  return new Map(matcher.match(parseMarkdown(markdown, 'a.md'), role, title).map((coverage) => [coverage.topic, coverage]));
}
const degree = (markdown: string, topic = 'sanctions'): string => read(markdown).get(topic)?.degree ?? 'silent';

describe('a heading', () => {
  it('with statements below it covers its topic, on its own line', () => {
    const found = read(`# Handbook\n\nWelcome.\n\n## Sanctions\n\n${RULE}\n`).get('sanctions');
    expect(found).toMatchObject({ degree: 'covered', at: { path: 'a.md', line: 5, column: 1 }, sentence: RULE, missing: [] });
  });

  it('counts for the text of its subsections', () => {
    expect(degree(`# Handbook\n\n## Sanctions\n\n### Levels\n\n${RULE}\n`)).toBe('covered');
  });

  it('with a list of statements below it covers its topic', () => {
    expect(
      degree(
        '# Handbook\n\n## Offboarding\n\n- IT revokes all access of the person on the last working day.\n- The manager collects the laptop and badge.\n',
        'termination',
      ),
    ).toBe('covered');
  });

  it.each([
    ['without text', '## Sanctions\n\n## Next\n\nThe office opens at nine and closes at five each day.\n'],
    ['over links alone', '## Sanctions\n\n- [Sanction policy](a.md)\n- [Disciplinary form](b.md)\n'],
    [
      'over blanks',
      '## Sanctions\n\n[Describe the sanctions that apply to workforce members who violate policies]\n\nThe sanction is ____ and is decided by ____.\n',
    ],
    [
      'over an announcement',
      '## Sanctions\n\nThis section describes the sanctions that apply to workforce members who violate policies.\n',
    ],
    ['that says that it does not apply', '## Sanctions\n\nThis requirement is not applicable to our organization at the present time.\n'],
    ['over something to come', '## Sanctions\n\nSanctions for workforce members will be defined in the future.\n'],
    ['over tick boxes', '## Sanctions\n\n- [ ] Sanctions for violations are documented by the manager\n'],
  ])('%s covers nothing', (_, text) => {
    expect(degree(`# Handbook\n\n${text}`)).toBe('mentioned');
  });
});

describe('a title', () => {
  it('covers its topic when the document has statements', () => {
    const found = read(`---\ntitle: Sanction Policy\n---\n\n## Rules\n\n${RULE}\n`, 'policy', 'Sanction Policy').get('sanctions');
    expect(found?.degree).toBe('covered');
  });
});

describe('a sentence', () => {
  it('that is telling carries a topic by itself, on its own line', () => {
    expect(read(`# Handbook\n\n## Rules\n\nWe are kind.\n\nHello.\n${RULE}\n`).get('sanctions')).toMatchObject({
      degree: 'covered',
      at: { line: 8 },
    });
  });

  it('in a table cell is read like any other', () => {
    expect(degree(`# Handbook\n\n## Rules\n\n| Subject | Rule |\n| --- | --- |\n| Conduct | ${RULE} |\n`)).toBe('covered');
  });

  it.each([
    ['has only the word', 'Sanctions.'],
    ['is a question', 'Do staff who violate this policy face disciplinary action and is each case documented?'],
    ['hands the subject over', 'The discipline of employees who violate this policy is the responsibility of the customer.'],
    ['denies it', 'We do not have disciplinary action for employees who violate this policy, and nothing is documented.'],
    ['knows of nothing formal', 'No formal disciplinary action exists for employees who violate this policy.'],
    [
      'maps a paragraph of the law',
      'Sanction policy (Required) § 164.308: employees who violate policy face documented disciplinary action.',
    ],
  ])('that %s covers nothing', (_, text) => {
    expect(degree(`# Handbook\n\n## Rules\n\n${text}\n`)).toBe('mentioned');
  });

  it.each(['Definitions', 'References', 'Table of contents', 'HIPAA mapping', 'Revision history'])(
    'below "%s" is not looked at',
    (heading) => {
      expect(degree(`# Handbook\n\n## ${heading}\n\n${RULE}\n`)).toBe('silent');
    },
  );

  it('below "Purpose" is a mention', () => {
    expect(degree(`# Handbook\n\n## Purpose\n\n${RULE}\n`)).toBe('mentioned');
  });

  it('is quoted with at most 240 characters', () => {
    const long = `${RULE.slice(0, -1)}, ${'and so on and on '.repeat(40)}.`;
    expect(read(`# Handbook\n\n## Rules\n\n${long}\n`).get('sanctions')?.sentence.length).toBeLessThanOrEqual(240);
  });
});

describe('a document', () => {
  const text = `# Sanctions\n\n${RULE}\n`;

  it('that governs nothing covers nothing', () => {
    expect(read(text, 'other').size).toBe(0);
  });

  it('that is not adopted is a mention at most', () => {
    expect(degree(`---\nadopted: false\n---\n\n${text}`)).toBe('mentioned');
  });
});

describe('elements', () => {
  it('that are missing make the coverage partial and are named by their titles', () => {
    const found = read('# Handbook\n\n## Key management\n\nCryptographic keys are rotated every year by a job.\n').get('key-management');
    expect(found).toMatchObject({ degree: 'partly', found: ['how often keys are rotated'] });
    expect(found?.missing).toContain('who has custody of keys');
  });

  it('need not all be there when a section is about the topic', () => {
    const text = 'Cryptographic keys are created in the HSM, stored in the vault and rotated every year.';
    expect(read(`# Handbook\n\n## Key management\n\n${text}\n`).get('key-management')?.degree).toBe('covered');
  });
});

describe('any text', () => {
  const words = fc.constantFrom(
    '# Sanctions',
    '## Key',
    '\n\n',
    '- ',
    '| a | b |\n|---|---|\n',
    'access',
    'not',
    'review',
    'logs',
    '. ',
    '?',
    '_',
    '\u0130',
    '\ud800',
    ':',
    'must',
    'backup',
  );

  it('is read without throwing, and twice with the same result', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words).map((list) => list.join(' ')),
        ),
        (text) => {
          const document = parseMarkdown(text, 'a.md');
          expect(matcher.match(document, 'policy', text)).toEqual(matcher.match(document, 'policy', text));
        },
      ),
    );
  });

  it('takes time in proportion to its length, whatever it holds', () => {
    for (const piece of ['a ', '. ', '.) ', '_', 'access control ', '| ', 'not ', 'this policy ']) {
      const started = performance.now();
      read(`# H\n\n${piece.repeat(100_000)}\n`);
      expect(performance.now() - started, JSON.stringify(piece)).toBeLessThan(5000);
    }
  });
});
