import { type ColumnHints, type Fit, fitKind, type Sample } from './columns.ts';
import type { Lexicon, LexiconKind, RegisterKind } from './lexicon.ts';
import { holdsPhrase, normaliseHeading, wordsOfFile } from './words.ts';

/** Where a table was found. */
export interface Finding {
  readonly path: string;
  readonly key: string;
  readonly header: readonly string[];
  readonly keyColumn: number;
  /** The file is one record of a folder (`vendors/aws.yml`). */
  readonly alone: boolean;
  readonly sample?: Sample | undefined;
}

/** What was decided of a table: a kind that fits, a kind it claims to be but lacks columns for, or nothing. */
export type Choice = { readonly fit: Fit } | { readonly lacking: Fit } | null;

const KEY_HINT = 4;
const NAME_HINT = 3;
const FOLDER_HINT = 1.5;
/** Least weight of understood columns beside a hint of the given strength, and without any. */
const WITH_KEY = 0.4;
const WITH_NAME = 0.7;
const WITH_FOLDER = 1.5;
const WITHOUT = 1.9;
/** Least share of a table's columns that must be understood, where names alone do not settle it. */
const SHARE = 0.4;
/** A small table that is named and of which this share is understood needs no heading of its own: `baa.csv` with vendor and status. */
const MOST = 2 / 3;
/** Nearer than this is real doubt between two kinds: then none is guessed. */
const DOUBT = 0.6;

/** Chooses the kind of a table by the name of its file, its folder, its key and its headings. */
export function chooseKind(lexicon: Lexicon, finding: Finding, skip: ReadonlySet<RegisterKind>): Choice {
  const hints: ColumnHints = { keyColumn: finding.keyColumn, sample: finding.sample };
  const options = lexicon.kinds
    .filter((kind) => kind.kind !== 'waiver' && !skip.has(kind.kind))
    .flatMap((kind) => {
      const hint = hintOf(kind, finding);
      return hint === null ? [] : [{ hint, fit: fitKind(lexicon, kind, finding.header, hints) }];
    });
  const total = (option: { hint: number; fit: Fit }): number => option.hint + option.fit.weight;
  const fitting = options.filter(({ hint, fit }) => fit.missing.length === 0 && isEnough(hint, fit, finding.header.length));
  fitting.sort((a, b) => total(b) - total(a));
  const [best, second] = fitting;
  if (best) {
    const doubtful =
      second &&
      total(best) - total(second) < DOUBT &&
      !(best.hint >= NAME_HINT && second.hint < NAME_HINT) &&
      !arePair(best.fit, second.fit);
    return doubtful ? null : { fit: best.fit };
  }
  const claimed = options.filter(
    ({ hint, fit }) =>
      hint >= NAME_HINT &&
      fit.missing.length > 0 &&
      fit.columns.size >= 2 &&
      fit.weight >= WITH_NAME &&
      fit.columns.size / finding.header.length >= SHARE,
  );
  claimed.sort((a, b) => total(b) - total(a));
  return claimed[0] ? { lacking: claimed[0].fit } : null;
}

function isEnough(hint: number, fit: Fit, columns: number): boolean {
  if (hint >= KEY_HINT) return fit.weight >= WITH_KEY;
  if (hint >= NAME_HINT) return fit.weight >= WITH_NAME || (fit.columns.size >= 2 && fit.columns.size / columns >= MOST);
  if (hint > 0) return fit.weight >= WITH_FOLDER;
  return fit.weight >= WITHOUT && fit.columns.size >= 3 && fit.columns.size / columns >= SHARE;
}

/** A list of vendors with their agreements is read as both, so it does not matter which of them comes first. */
function arePair(a: Fit, b: Fit): boolean {
  const kinds = [a.kind.kind, b.kind.kind];
  return kinds.includes('vendor') && kinds.includes('agreement');
}

/** How strongly names say that a table is of a kind; null when the file's name says that it is something else. */
export function hintOf(kind: LexiconKind, { path, key, alone }: Pick<Finding, 'path' | 'key' | 'alone'>): number | null {
  const file = wordsOfFile(path);
  const name = normaliseHeading(key);
  if (kind.notFiles.some((phrase) => holdsPhrase(file, phrase) || holdsPhrase(name, phrase))) return null;
  const folders = path.split('/').slice(0, -1).slice(-2).map(normaliseHeading);
  const inFolder = folders.some((folder) => kind.keys.has(folder) || longestPhrase(kind.files, folder) > 0);
  const words = longestPhrase(kind.files, file);
  let hint = inFolder ? (alone ? NAME_HINT : FOLDER_HINT) : 0;
  if (words > 0) hint = Math.max(hint, NAME_HINT + (words - 1) / 2);
  if (kind.keys.has(name)) hint = Math.max(hint, KEY_HINT);
  return hint;
}

/** Words of the longest phrase that stands in `text`; 0 when none does. */
function longestPhrase(phrases: readonly string[], text: string): number {
  let longest = 0;
  for (const phrase of phrases) if (holdsPhrase(text, phrase)) longest = Math.max(longest, phrase.split(' ').length);
  return longest;
}
