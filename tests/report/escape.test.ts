import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, codeSpan, forLog, forMarkdown, forTerminal, visible } from '../../src/report/escape.ts';
import { hostileText } from '../hostile/text.ts';

describe('forLog', () => {
  it.each([
    ['a\rb\nc\u0085d\u2028e\u2029f', 'a b c d e f'],
    ['red \u001b[31mtext', 'red \ufffd[31mtext'],
    ['x ##[error]spoofed', 'x ## [error]spoofed'],
    ['###[error]', '### [error]'],
    ['#\u200b#[error]', '#\ufffd#[error]'],
    ['::error::x', ': :error::x'],
    ['  \t::stop-commands::x', '   : :stop-commands::x'],
    ['\u202egpj.exe', '\ufffdgpj.exe'],
    ['lone \ud800 half', 'lone \ufffd half'],
    ['Zürich 診療所 🏥', 'Zürich 診療所 🏥'],
  ])('%j becomes %j', (text, shown) => {
    expect(forLog(text)).toBe(shown);
  });

  it('cuts at a number of characters and never within one', () => {
    expect(forLog('🏥'.repeat(5), 3)).toBe('🏥🏥…');
    expect(forLog('🏥🏥🏥', 3)).toBe('🏥🏥🏥');
    expect(forLog('x'.repeat(5_000))).toHaveLength(1_000);
  });

  it('has nothing in it that a runner could take for a command or a line end, whatever it is given', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const line = forLog(text);
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]|##\[|^\s*::/u);
        expect(forLog(line)).toBe(line);
        expect(forTerminal(line)).toBe(line);
      }),
    );
  });
});

describe('forMarkdown', () => {
  it.each([
    ['@org/team', '\u200b@\u200borg/team'],
    ['see #12', 'see #\u200b12'],
    ['a | b', 'a &#124; b'],
    ['<img src=x>', '&#60;img src=x>'],
    ['&#64;org', '&#38;#\u200b64;org'],
    [':tada:', ':\u200btada:'],
    ['https://x.example', 'https:\u200b//x.example'],
    ['www.x.example', 'www\u200b.x.example'],
    ['**bold** _it_ ~~no~~ `code`', '&#42;&#42;bold&#42;&#42; &#95;it&#95; &#126;&#126;no&#126;&#126; &#96;code&#96;'],
    ['[a](b) ![c](d)', '&#91;a&#93;(b) !&#91;c&#93;(d)'],
    ['12: 30 days', '12: 30 days'],
  ])('%j becomes %j', (text, shown) => {
    expect(forMarkdown(text)).toBe(shown);
  });
});

describe('codeSpan', () => {
  it.each([
    ['plain/path.md:3', '`plain/path.md:3`'],
    ['a`b', '``a`b``'],
    ['``', '``` `` ```'],
    ['@org/team', '`@org/team`'],
    ['two\nlines', '`two lines`'],
    ['pipe|d', 'pipe&#124;d'],
    ['x##[error]y', '`x## [error]y`'],
    ['  ', '(empty)'],
  ])('%j becomes %j', (text, shown) => {
    expect(codeSpan(text)).toBe(shown);
  });
});

describe('addressOf', () => {
  it('encodes each part of a path, also what could end a link', () => {
    expect(addressOf('https://github.com/o/r/blob/abc', 'a b/(c)*#?.md', 3)).toBe(
      'https://github.com/o/r/blob/abc/a%20b/%28c%29%2A%23%3F.md#L3',
    );
  });
  it('gives no address for a path that cannot be shown', () => {
    expect(addressOf('https://github.com/o/r/blob/abc', 'a\rb.md', 3)).toBeNull();
    expect(addressOf('https://github.com/o/r/blob/abc', 'a\ud800.md', 3)).toBeNull();
  });
});

describe('visible', () => {
  it('keeps no more than it must of a very long text', () => {
    expect(visible('x'.repeat(10_000_000), 10)).toBe(`${'x'.repeat(9)}…`);
  });
});
