import type { Fit } from './columns.ts';
import type { Context } from './context.ts';
import { hintOf } from './kind.ts';
import type { RegisterKind } from './lexicon.ts';
import type { ProblemList } from './problems.ts';
import type { TableHeading } from './table.ts';

/** File names that leave no doubt that people keep a register there, so that silence about it would mislead. */
export const OUTSPOKEN =
  /\b(?:register|registry|inventory|roster|baas?|agreements?|waivers?|attestations?|training (?:log|records?|completions?)|risk (?:assessments?|analysis))\b/;
const MOST_SHOWN = 12;

/** A table that says what it is but has no column for something that every record of that kind needs. */
export function reportLacking(fit: Fit, path: string, header: readonly TableHeading[], problems: ProblemList): void {
  const wanted = fit.missing.map((group) =>
    group
      .map((field) => `"${fit.kind.fields.get(field)?.words.headings[0] ?? field}"`)
      .slice(0, 4)
      .join(' or '),
  );
  const shown = header
    .filter((h) => h.text !== '')
    .slice(0, MOST_SHOWN)
    .map((h) => h.text.slice(0, 40))
    .join(', ');
  const message =
    `this ${fit.kind.words.title.toLowerCase()} has no column for ${wanted.join(', nor for ')} (its headings: ${shown}); ` +
    'rename a heading, or say which one it is under "evidence" in cleanbill.yml';
  problems.add('missing-column', message, header[0]?.at ?? { path, line: 1, column: 1 });
}

/** A file in which no row reads like headings; said only where the configuration or its name claims that it is a register. */
export function reportNoHeader(path: string, configured: RegisterKind | null, { lexicon, problems }: Context): void {
  const kind =
    lexicon.kinds.find((k) => k.kind === configured) ??
    lexicon.kinds.find(
      (k) =>
        (hintOf(k, { path, key: '', alone: false }) ?? 0) >= 3 &&
        OUTSPOKEN.test(
          k.files.find((f) =>
            path
              .toLowerCase()
              .replace(/[^a-z]+/g, ' ')
              .includes(f),
          ) ?? '',
        ),
    );
  if (!kind) return;
  const message = `no row of headings was found for this ${kind.words.title.toLowerCase()}; give it one, such as ${kind.words.fields
    .slice(0, 4)
    .map((f) => f.headings[0])
    .join(', ')}`;
  problems.add('missing-column', message, { path, line: 1, column: 1 });
}
