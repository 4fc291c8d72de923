import type { EvidenceKind } from '../../model/evidence.ts';
import type { FieldWords, RegisterWords } from '../../model/pack.ts';
import { normaliseHeading, plainWords } from './words.ts';

/** `waiver` is read like a register and is not evidence. */
export type RegisterKind = EvidenceKind | 'waiver';

export interface LexiconField {
  readonly words: FieldWords;
  /** Spelling -> canonical word. */
  readonly spellings: ReadonlyMap<string, string>;
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
  /** The same for headings known only by their last words. */
  readonly endings: readonly (readonly [string, Meaning])[];
}

export interface Meaning {
  readonly field: string;
  readonly rank: number;
}

export interface Lexicon {
  readonly kinds: readonly LexiconKind[];
  /** In how many kinds a heading occurs: `owner` says little of the kind, `baa status` says much. */
  readonly spread: ReadonlyMap<string, number>;
}

/** Prepares the vocabulary of all kinds once per run. */
export function buildLexicon(registers: readonly RegisterWords[]): Lexicon {
  const kinds = registers.map(buildKind);
  const spread = new Map<string, number>();
  for (const kind of kinds) for (const heading of kind.headings.keys()) spread.set(heading, (spread.get(heading) ?? 0) + 1);
  return { kinds, spread };
}

function buildKind(words: RegisterWords): LexiconKind {
  const headings = new Map<string, Meaning[]>();
  const endings: [string, Meaning][] = [];
  for (const field of words.fields) {
    for (const [rank, text] of field.headings.entries()) {
      const meaning = { field: field.name, rank };
      if (text.startsWith('* ')) endings.push([` ${plainWords(text)}`, meaning]);
      else pushTo(headings, normaliseHeading(text), meaning);
    }
  }
  return {
    kind: words.kind as RegisterKind,
    words,
    files: words.files.filter((f) => !f.startsWith('!')).map(normaliseHeading),
    notFiles: words.files.filter((f) => f.startsWith('!')).map((f) => normaliseHeading(f.slice(1))),
    keys: new Set(words.keys.map(normaliseHeading)),
    fields: new Map(words.fields.map((field) => [field.name, { words: field, spellings: spellingsOf(field) }])),
    headings,
    endings,
  };
}

function spellingsOf(field: FieldWords): Map<string, string> {
  return new Map(
    Object.entries(field.words).flatMap(([canonical, all]) => all.map((spelling) => [plainWords(spelling), canonical] as const)),
  );
}

function pushTo(map: Map<string, Meaning[]>, key: string, meaning: Meaning): void {
  const list = map.get(key);
  if (!list) map.set(key, [meaning]);
  else if (!list.some((m) => m.field === meaning.field)) list.push(meaning);
}

/** What a normalised heading can mean in a kind. */
export function meaningsOf(kind: LexiconKind, heading: string): readonly Meaning[] {
  const exact = kind.headings.get(heading);
  if (exact || !heading) return exact ?? [];
  return kind.endings.filter(([ending]) => ` ${heading}`.endsWith(ending)).map(([, meaning]) => meaning);
}
