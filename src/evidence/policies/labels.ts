import type { Vocabulary } from '../../model/pack.ts';
import { STATED_FIELDS, type StatedField } from './statement.ts';

/** Words by which documents label their own data, ready for lookup. */
export interface Labels {
  /** Fields that a label or key means: two for "Owner & Approver", none for an unknown one. */
  fields(label: string): readonly StatedField[];
  /** The label speaks of the document by name ("Policy Owner", "Document version"). */
  namesDocument(label: string): boolean;
  /** True when the text is one of the words of a list of the vocabulary. */
  is(list: string, text: string): boolean;
  /** The words of a list. */
  words(list: string): ReadonlySet<string>;
}

/** A label is short; what is longer is a sentence. */
const LONGEST = 60;
/** `Responsible (Policy Owner)`. */
const REMARK = /\(([^()]{1,40})\)/;
const NO_FIELDS: readonly StatedField[] = [];
const cache = new WeakMap<Vocabulary['labels'], Labels>();

/** Prepares the vocabulary once; later calls with the same one are free. */
export function indexLabels(vocabulary: Vocabulary['labels']): Labels {
  const known = cache.get(vocabulary);
  if (known) return known;
  const labels = buildIndex(vocabulary);
  cache.set(vocabulary, labels);
  return labels;
}

function buildIndex(vocabulary: Vocabulary['labels']): Labels {
  const fields = new Map<string, StatedField>();
  for (const field of STATED_FIELDS) for (const word of vocabulary[field] ?? []) fields.set(normalizeLabel(word), field);
  const lists = new Map(Object.entries(vocabulary).map(([name, words]) => [name, new Set(words.map(normalizeLabel))]));
  const documentWords = lists.get('document-words') ?? new Set<string>();
  const withoutDocument = (label: string): string | null => {
    const space = label.indexOf(' ');
    return space > 0 && documentWords.has(label.slice(0, space)) ? label.slice(space + 1) : null;
  };
  const one = (label: string): StatedField | undefined => {
    const rest = withoutDocument(label);
    return fields.get(label) ?? (rest === null ? undefined : fields.get(rest));
  };
  const fieldsOf = (label: string): readonly StatedField[] => {
    const normal = normalizeLabel(label);
    const outside = normalizeLabel(label.replace(REMARK, ' '));
    const whole = one(normal) ?? one(outside) ?? one(normalizeLabel(REMARK.exec(label)?.[1] ?? ''));
    if (whole) return [whole];
    const parts = label.split(/ ?[&/+] ?| and /);
    if (parts.length !== 2) return [];
    const both = parts.map((part) => one(normalizeLabel(part)));
    return both.every((field) => field !== undefined) ? [...new Set(both)] : [];
  };
  const remembered = new Map<string, readonly StatedField[]>();
  return {
    fields(label) {
      if (label.length > LONGEST) return NO_FIELDS;
      const known = remembered.get(label);
      if (known) return known;
      if (remembered.size >= REMEMBERED) remembered.clear();
      const read = fieldsOf(label);
      remembered.set(detached(label), read);
      return read;
    },
    namesDocument: (label) => withoutDocument(normalizeLabel(label)) !== null,
    is: (list, text) => lists.get(list)?.has(normalizeLabel(text)) ?? false,
    words: (list) => lists.get(list) ?? new Set(),
  };
}

const normalized = new Map<string, string>();
/** Labels and headings repeat from file to file; the rest is let go before it grows. */
const REMEMBERED = 20_000;

/** `lastReviewed`, `last_reviewed`, `Last-Reviewed:` and `LAST REVIEWED` are one label. */
export function normalizeLabel(text: string): string {
  const known = normalized.get(text);
  if (known !== undefined) return known;
  const normal = text
    .slice(0, 2 * LONGEST)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (normalized.size >= REMEMBERED) normalized.clear();
  if (text.length <= 2 * LONGEST) normalized.set(detached(text), normal);
  return normal;
}

/** A copy that does not keep the whole file alive of which the text is a piece. */
function detached(text: string): string {
  return text.split('').join('');
}
