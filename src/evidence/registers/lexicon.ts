import type { EvidenceKind } from '../../model/evidence.ts';
import type { FieldWords, HeadingWords, RegisterWords } from '../../model/pack.ts';
import { type HeadingForms, HeadingSpelling } from './headings.ts';
import type { FixedWords } from './values.ts';
import { normaliseHeading, plainWords } from './words.ts';

/** `waiver` is read like a register and is not evidence. */
export type RegisterKind = EvidenceKind | 'waiver';

export interface LexiconField extends FixedWords {
  readonly words: FieldWords;
}

/** One kind of register with its vocabulary ready for look-ups. */
export interface LexiconKind {
  readonly kind: RegisterKind;
  readonly words: RegisterWords;
  readonly files: readonly string[];
  /** Names that contain a file word and yet mean something else. */
  readonly notFiles: readonly string[];
  readonly keys: ReadonlySet<string>;
  readonly fields: ReadonlyMap<string, LexiconField>;
  /** Heading -> the fields that it can mean, with its rank in that field (0 is the best name for it). */
  readonly headings: ReadonlyMap<string, readonly Meaning[]>;
  /** The same with abbreviations spelled out, and for fields that hold dates without the words that only say so. */
  readonly spelled: ReadonlyMap<string, readonly Meaning[]>;
  readonly stems: ReadonlyMap<string, readonly Meaning[]>;
  /** The same for headings known only by their last words. */
  readonly endings: readonly (readonly [string, Meaning])[];
}

export interface Meaning {
  readonly field: string;
  readonly rank: number;
}

export interface Lexicon {
  /** Every heading of any kind as written, spelled out and by its stem: tells at one look that text is no heading. */
  readonly known: ReadonlySet<string>;
  readonly spelling: HeadingSpelling;
  readonly kinds: readonly LexiconKind[];
  /** In how many kinds a heading occurs: `owner` says little of the kind, `baa status` says much. */
  readonly spread: ReadonlyMap<string, number>;
}

/** Half a heading is a worse name for a field than any whole one. */
const BESIDE_A_SLASH = 1_000;

/** Prepares the vocabulary of all kinds once per run. */
export function buildLexicon(registers: readonly RegisterWords[], headings?: HeadingWords): Lexicon {
  const spelling = new HeadingSpelling(headings);
  const kinds = registers.map((words) => buildKind(words, spelling));
  const spread = new Map<string, number>();
  for (const kind of kinds) for (const heading of kind.headings.keys()) spread.set(heading, (spread.get(heading) ?? 0) + 1);
  const known = new Set(kinds.flatMap(({ headings, spelled, stems }) => [headings, spelled, stems].flatMap((map) => [...map.keys()])));
  return { known, spelling, kinds, spread };
}

function buildKind(words: RegisterWords, spelling: HeadingSpelling): LexiconKind {
  const headings = new Map<string, Meaning[]>();
  const spelled = new Map<string, Meaning[]>();
  const stems = new Map<string, Meaning[]>();
  const endings: [string, Meaning][] = [];
  for (const field of words.fields) {
    for (const [rank, text] of field.headings.entries()) {
      const meaning = { field: field.name, rank };
      const heading = normaliseHeading(text);
      if (text.startsWith('* ')) {
        endings.push([` ${plainWords(text)}`, meaning]);
        continue;
      }
      pushTo(headings, heading, meaning);
      pushTo(spelled, spelling.full(heading), meaning);
      if (field.type === 'date') pushTo(stems, spelling.stem(heading) || spelling.full(heading), meaning);
    }
  }
  return {
    kind: words.kind as RegisterKind,
    words,
    files: words.files.filter((f) => !f.startsWith('!')).map(normaliseHeading),
    notFiles: words.files.filter((f) => f.startsWith('!')).map((f) => normaliseHeading(f.slice(1))),
    keys: new Set(words.keys.map(normaliseHeading)),
    fields: new Map(words.fields.map((field) => [field.name, { words: field, ...fixedWords(field.words, field.remarks) }])),
    headings,
    spelled,
    stems,
    endings,
  };
}

/** Prepares the spellings of each canonical word, and the remarks that change none of them. */
export function fixedWords(words: FieldWords['words'], remarks: readonly string[] = []): FixedWords {
  const spellings = Object.entries(words).flatMap(([canonical, all]) => all.map((spelling) => [plainWords(spelling), canonical] as const));
  return { spellings: new Map(spellings), remarks: new Set(remarks.map(plainWords)) };
}

function pushTo(map: Map<string, Meaning[]>, key: string, meaning: Meaning): void {
  const list = map.get(key);
  if (!list) map.set(key, [meaning]);
  else if (!list.some((m) => m.field === meaning.field)) list.push(meaning);
}

/** What a heading can mean in a kind: as written, by its last words, spelled out, by what it dates, or by a side of its slash. */
export function meaningsOf(kind: LexiconKind, forms: HeadingForms): readonly Meaning[] {
  const { exact, full, stem, sides } = forms;
  if (!exact) return [];
  const known = kind.headings.get(exact) ?? byEnding(kind, exact) ?? kind.spelled.get(full) ?? byEnding(kind, full) ?? kind.stems.get(stem);
  if (known) return known;
  return sides.flatMap((side) => meaningsOf(kind, side)).map(({ field, rank }) => ({ field, rank: rank + BESIDE_A_SLASH }));
}

function byEnding(kind: LexiconKind, heading: string): readonly Meaning[] | undefined {
  if (kind.endings.length === 0) return undefined;
  const found = kind.endings.filter(([ending]) => ` ${heading}`.endsWith(ending)).map(([, meaning]) => meaning);
  return found.length > 0 ? found : undefined;
}

/** Whether any kind has a field of that heading. */
export function isHeading(lexicon: Lexicon, { exact, full, stem, sides }: HeadingForms): boolean {
  if (!exact) return false;
  const { known, kinds } = lexicon;
  if (known.has(exact) || known.has(full) || known.has(stem)) return true;
  return kinds.some((kind) => byEnding(kind, exact) ?? byEnding(kind, full)) || sides.some((side) => isHeading(lexicon, side));
}

/** In how many kinds a heading occurs, at least 1. */
export function spreadOf({ kinds, spread }: Lexicon, forms: HeadingForms): number {
  return spread.get(forms.exact) ?? Math.max(1, kinds.filter((kind) => meaningsOf(kind, forms).length > 0).length);
}
