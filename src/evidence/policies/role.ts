import type { DocumentRole } from '../../model/evidence.ts';
import type { MarkdownDocument } from './document.ts';
import { type Labels, normalizeLabel } from './labels.ts';
import type { Title } from './title.ts';
import { readTraits, type Traits } from './traits.ts';

/**
 * How surely a document belongs to a compliance programme by itself. `strong`: it says that it is a policy or procedure and
 * speaks of the subject. `declared`: it says so only. `possible`: it speaks of the subject only. `unclear`: neither. `none`: it is
 * a stub, a form, a list, a contract, a page for customers. `foreign`: it speaks of the repository, not of a programme.
 */
export type Standing = 'strong' | 'declared' | 'possible' | 'unclear' | 'none' | 'foreign';

export interface Judged {
  readonly role: DocumentRole;
  readonly standing: Standing;
  /** Its title calls the whole set policies or a handbook: `README.md` of such a folder. */
  readonly namesSet: boolean;
  /** README, index, overview: it may speak for the folder it stands in. */
  readonly isCover: boolean;
}

const STUB_WORDS = 20;
const LEAST_WORDS = 40;
const PAGE_WORDS = 150;

/** Judges what a document is by its title, file name, folder, own data (`hasData`) and wording; never by one path. */
export function judgeRole(document: MarkdownDocument, title: Title, labels: Labels, hasData: boolean): Judged {
  const parts = document.path.split('/');
  const stem = (parts.pop() ?? '').replace(/\.\w{1,10}$/, '');
  const file = normalizeLabel(stem).replace(/^(?:\d+ )+/, '');
  const kind = kindOf(title.text, labels) ?? kindOf(file, labels);
  const isCover = /^_?(?:index|readme|summary|overview|home)$/.test(file);
  const namesSet = isCover && /\b(?:polic(?:y|ies)|procedures|compliance|isms|information security|hipaa)\b/i.test(title.text);
  const none = { role: 'other', namesSet, isCover } as const;
  if (isOfProject(file, parts.length === 0 || stem === stem.toUpperCase(), labels)) return { ...none, standing: 'foreign' };
  const traits = readTraits(document, labels);
  if (kind === 'other' || traits.words < STUB_WORDS) return { ...none, standing: 'none' };
  // A README with a version, an owner and the length of a policy is one.
  if (labels.is('file-other', file) && !(hasData && traits.words > 200)) return { ...none, standing: 'none' };
  const folder = folderKind(parts, labels);
  if (isCover && !hasData && isList(document)) return { ...none, standing: 'none' };
  if (folder === 'other' || isPaper(traits, hasData) || isForReaders(traits, kind)) return { ...none, standing: 'none' };
  const role = kind ?? folder ?? (hasData ? 'policy' : null);
  if (role) {
    // "Release process" and "Migration plan" are documents of software, too; "policy" hardly ever is.
    const isPlain = hasData || /\bpolic(?:y|ies)\b/.test(`${normalizeLabel(title.text)} ${file} ${normalizeLabel(parts.at(-1) ?? '')}`);
    const isStrong = isPlain ? traits.subject >= 2 && traits.subjectKinds >= 2 : traits.subject >= 3 && traits.subjectKinds >= 6;
    return { role, standing: isStrong ? 'strong' : 'declared', namesSet, isCover };
  }
  const speaks = traits.subject >= 2 && traits.subjectKinds >= 4 && traits.words >= LEAST_WORDS;
  // `network/index.md` is how some sites name a page; a list of links is shorter.
  const isPage = file === 'index' && traits.words >= PAGE_WORDS;
  return { ...none, standing: speaks && (!isCover || isPage) ? 'possible' : 'unclear' };
}

/** A file that repositories have for their software: LICENSE, CHANGELOG, and, at the root or in capitals, SECURITY.md. */
function isOfProject(file: string, isUsualForm: boolean, labels: Labels): boolean {
  return labels.is('file-project', file) || (isUsualForm && labels.is('file-root-project', file));
}

/** A table of contents: nearly everything in it is an entry of a list. */
function isList({ sections }: MarkdownDocument): boolean {
  const blocks = sections.flatMap((section) => section.blocks);
  return blocks.filter((block) => block.kind === 'list-item').length > 0.8 * blocks.length;
}

/** A form, a mapping table or a contract. */
function isPaper(traits: Traits, hasData: boolean): boolean {
  if (traits.ids >= 15 && traits.idShare >= 4) return true;
  if (traits.blanks >= 20 && traits.blankShare >= (hasData ? 15 : 8)) return true;
  return traits.contract >= 8 && traits.contractShare >= 0.5;
}

/** A page that speaks to customers or guides one reader: terms, public notices, how-to pages, blog posts, staff handbooks. */
function isForReaders({ you, we, subject }: Traits, kind: DocumentRole | null): boolean {
  if (you >= 2.5 && we >= 2.5) return true;
  if (you >= 4 && subject < 2.5) return true;
  return kind === null && (we >= 6 || (you >= 5 && subject < 5));
}

/** The last word of a title that names a kind of document decides: "Password Policy Exception Form" is a form. */
function kindOf(text: string, labels: Labels): DocumentRole | null {
  const words = normalizeLabel(text).split(' ').slice(-12);
  if (labels.words('role-other-final').has(words.at(-1) ?? '')) return 'other';
  for (let end = words.length; end > 0; end -= 1) {
    for (let length = Math.min(3, end); length >= 1; length -= 1) {
      const term = words.slice(end - length, end).join(' ');
      if (labels.words('role-other').has(term)) return 'other';
      if (labels.words('role-procedure').has(term)) return 'procedure';
      if (labels.words('role-policy').has(term)) return 'policy';
    }
  }
  return null;
}

/** What the folders say; only the folder of the file itself can make it no policy. */
function folderKind(folders: readonly string[], labels: Labels): DocumentRole | null {
  for (let index = folders.length - 1; index >= 0; index -= 1) {
    const name = normalizeLabel(folders[index] ?? '');
    if (index === folders.length - 1 && labels.is('folder-other', name)) return 'other';
    const last = name.split(' ').at(-1) ?? '';
    if (labels.is('folder-policy', name) || labels.is('folder-policy', last)) return 'policy';
    if (labels.is('folder-procedure', name) || labels.is('folder-procedure', last)) return 'procedure';
  }
  return null;
}
