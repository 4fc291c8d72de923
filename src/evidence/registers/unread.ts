import { readDate } from '../dates/read-date.ts';
import type { Fit, Sample } from './columns.ts';
import type { Context } from './context.ts';
import type { HeadingSpelling } from './headings.ts';
import { type LexiconField, type LexiconKind, meaningsOf } from './lexicon.ts';
import type { TableHeading } from './table.ts';
import { normaliseHeading, plainWords } from './words.ts';

/** Equal letters at the beginning of two words from which on they are taken for forms of one word. */
const ALIKE = 4;
const SHORTEST = 3;

/**
 * The safety net under the headings: a column of dates that nobody understood, in a register that lacks a date which
 * rules ask for, is a problem at its heading. Where it can only be one field, that field is known to be there and not
 * understood: nothing may pass because it seems to be missing.
 */
export function withUnreadDates(fit: Fit, header: readonly TableHeading[], sample: Sample, context: Context): Fit {
  const { spelling } = context.lexicon;
  // A table of one row for each person has its dates under the modules' names.
  if (fit.columns.has('module-date')) return fit;
  const unsure = new Map<string, number>();
  const used = new Set(fit.columns.values());
  for (const [column, { text, at }] of header.entries()) {
    if (used.has(column) || text === '' || isUnderstood(fit.kind, text, context) || !holdsDates(sample(column))) continue;
    const open = awaited(fit).filter((field) => !unsure.has(field.words.name));
    const alike = open.filter((field) => isAlike(field, fit.kind, text, spelling));
    const options = alike.length > 0 ? alike : spelling.isSideDate(text) ? [] : open;
    if (options.length === 0) continue;
    const names = options.map(({ words }) => `\`${words.name}\``).join(' or ');
    context.problems.add(
      'missing-column',
      `column "${text.slice(0, 60)}" was not understood; is it ${names}? map it under evidence: in cleanbill.yml`,
      at,
    );
    if (options.length === 1 && options[0]) unsure.set(options[0].words.name, column);
  }
  return unsure.size > 0 ? { ...fit, unsure } : fit;
}

/** Fields of dates that rules ask for and that no column was found for. */
function awaited({ kind, columns }: Fit): LexiconField[] {
  return [...kind.fields.values()].filter(({ words }) => words.awaited && !columns.has(words.name));
}

/** A heading of the kind that another column served better, or of the counterpart in the same table. */
function isUnderstood(kind: LexiconKind, text: string, { lexicon }: Context): boolean {
  const forms = lexicon.spelling.forms(text);
  const pair = ['vendor', 'agreement'];
  return lexicon.kinds.some((other) => {
    const isNear = other === kind || (pair.includes(kind.kind) && pair.includes(other.kind));
    return isNear && meaningsOf(other, forms).length > 0;
  });
}

function holdsDates(cells: readonly string[]): boolean {
  const written = cells.filter((cell) => cell !== '');
  return written.length > 0 && written.filter((cell) => readDate(cell, 'us').state !== 'not-a-date').length > written.length / 2;
}

/** Whether a word of the heading begins like one that only this field's headings have. */
function isAlike(field: LexiconField, kind: LexiconKind, text: string, spelling: HeadingSpelling): boolean {
  const others = new Set(
    [...kind.fields.values()].filter((f) => f !== field).flatMap((f) => f.words.headings.flatMap((h) => plainWords(h).split(' '))),
  );
  const own = field.words.headings.flatMap((h) => plainWords(h).split(' ')).filter((word) => !others.has(word));
  const words = spelling.full(normaliseHeading(text)).split(' ');
  return words.some((word) => own.some((known) => beginsAlike(word, known)));
}

function beginsAlike(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  return same >= ALIKE || (same >= SHORTEST && same === Math.min(a.length, b.length));
}
