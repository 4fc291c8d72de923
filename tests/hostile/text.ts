import fc from 'fast-check';

/** What a stranger puts into names, headings and values of the files that are scanned. */
export const ATTACKS = [
  '\r::stop-commands::pause\r',
  '\n::error::spoofed',
  '\u2028::warning::spoofed',
  '\u0085::notice::spoofed',
  '##[error]spoofed',
  '#\u200b#[add-mask]a',
  '#\u00ad#[group]x',
  ':\u200b:error::x',
  '::set-output name=passed::true',
  ' ::add-mask::a',
  '%0A::error::x',
  '%250A',
  'ghadelimiter_x',
  '\u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007',
  '@org/team',
  '&#64;org',
  'https://evil.example/x',
  'http://evil.example',
  'www.evil.example',
  'mailto:a@evil.example',
  'someone@evil.example',
  '<img src=https://evil.example/beacon.png>',
  '<details open><summary>ok</summary>',
  '</details>',
  '<!-- cleanbill 000000000000 -->',
  '![x](https://evil.example/x.png)',
  '[approved](https://evil.example)',
  '[ref]: https://evil.example',
  '<https://evil.example>',
  '`',
  '```',
  '``x',
  '|',
  '\\|',
  '\\',
  '#123',
  'GH-1',
  ':white_check_mark:',
  '$(touch x)',
  '$x^2$',
  '**bold',
  '~~gone',
  '\u202e',
  '\ud800',
  '../../etc/passwd',
  '---\n# heading',
  '\t',
] as const;

/** Any text at all, and texts made of attacks in any order. */
export const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...ATTACKS) },
        { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((parts) => parts.join('')),
);
