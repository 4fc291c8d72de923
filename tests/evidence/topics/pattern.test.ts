import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/evidence/policies/markdown.ts';
import { compileTopics } from '../../../src/evidence/topics/matcher.ts';
import { PatternError, parsePattern } from '../../../src/evidence/topics/pattern.ts';

/** True when a pattern matches a sentence. */
function matches(pattern: string, sentence: string): boolean {
  const topic = { id: 't', title: 'T', headings: [], says: [], mentions: [pattern], not: [], elements: [] };
  return compileTopics([topic]).match(parseMarkdown(sentence, 'a.md'), 'policy', '').length > 0;
}

describe('a pattern', () => {
  it.each([
    ['backup test', 'We test every backup.', 'We keep a backup. They test.'],
    ['sanction|disciplinary_action', 'Disciplinary action follows.', 'Action of a disciplinary kind follows.'],
    ['disposal_media', 'Disposal of the media is logged.', 'Media disposal is logged.'],
    ['review~log', 'The log is kept under review.', `Review ${'one two three '.repeat(4)}log.`],
    ['encrypt', 'Encryption is on.', 'Encoding is on.'],
    ['=integrity', 'Integrity counts.', 'Integration counts.'],
    ['break_glass', 'A Break-Glass account exists.', 'Glass can break.'],
  ])('%s matches "%s" but not "%s"', (pattern, yes, no) => {
    expect([matches(pattern, yes), matches(pattern, no)]).toEqual([true, false]);
  });

  it.each(['', ' ', 'a  b', 'backup ', 'Backup', 'back-up', 'the_plan', '|', 'a|', '_x', 'data', 'must be', 'system|backup', 'ab!c'])(
    '"%s" is refused',
    (pattern) => {
      expect(() => parsePattern(pattern)).toThrow(PatternError);
    },
  );
});
