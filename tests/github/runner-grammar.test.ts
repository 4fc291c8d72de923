import { describe, expect, it } from 'vitest';
import { decode, parseFileCommand, shownAnnotations, uploadedSummary } from './runner-grammar.ts';

/** The port is the judge of other tests, so it is held to what the runner is known to do. */
describe('decode', () => {
  it.each([
    ['::error file=a%2Cb.md,line=3::100%25 %0Adone', { name: 'error', properties: { file: 'a,b.md', line: '3' }, data: '100% \ndone' }],
    ['  ::notice::after blanks', { name: 'notice', properties: {}, data: 'after blanks' }],
    ['text\r::warning::after CR', { name: 'warning', properties: {}, data: 'after CR' }],
    ['text ##[error]anywhere', { name: 'error', properties: {}, data: 'anywhere' }],
    ['##[warning file=a;line=2]legacy %5D', { name: 'warning', properties: { file: 'a', line: '2' }, data: 'legacy ]' }],
    ['::ERROR::case', { name: 'error', properties: {}, data: 'case' }],
    ['\u200b::error::hidden', { name: 'error', properties: {}, data: 'hidden' }],
  ])('%j is a command', (text, command) => {
    expect(decode(text).commands).toEqual([command]);
  });

  it.each(['::unknown::x', 'a ::error::x', '::error', '## [error]x', ': :error::x', '##[error'])('%j is none', (text) => {
    expect(decode(text)).toEqual({ commands: [], lines: [text] });
  });

  it('carries out nothing between stop-commands and its token', () => {
    expect(decode('::stop-commands::pause\n::error::unheard\n::pause::\n::error::heard').commands.map((c) => c.data)).toEqual([
      'pause',
      'heard',
    ]);
  });
});

describe('the limits', () => {
  it('shows ten of a level and 4,096 characters', () => {
    const commands = [...Array(11)].map(() => ({ name: 'error', properties: {}, data: 'x'.repeat(5_000) }));
    expect(shownAnnotations([...commands, { name: 'debug', properties: {}, data: '' }]).map((c) => c.data.length)).toEqual(
      Array(10).fill(4_096),
    );
  });

  it('uploads no summary above 1 MiB', () => {
    expect(uploadedSummary(Buffer.alloc(1_048_577))).toBeNull();
    expect(uploadedSummary(Buffer.alloc(1_048_576, 'x'))).toHaveLength(1_048_576);
  });
});

describe('parseFileCommand', () => {
  it('reads both forms', () => {
    expect(parseFileCommand('a=1\nb<<END\ntwo\nlines\nEND\nc=x<<y\n')).toEqual({ a: '1', b: 'two\nlines', c: 'x<<y' });
  });
  it.each(['a<<END\nno end\n', 'nothing'])('fails on %j', (text) => {
    expect(() => parseFileCommand(text)).toThrow();
  });
});
