import type { DocumentRole } from '../../model/evidence.ts';
import type { Judged } from './role.ts';

/** A judged document of a repository. */
export interface Candidate extends Judged {
  readonly path: string;
}

/**
 * The documents that belong to the written programme, with their roles. A programme stands where a `strong` document is:
 * in its folder and, where two or more folders side by side hold such, in the folder above. Documents elsewhere (a
 * project's README, a blog) are left out. Within it, a page that only speaks of the subject is a policy when a cover page
 * above it calls the set policies. `isNamed` tells which files the configuration names as policies; those always belong.
 */
export function selectProgramme(candidates: readonly Candidate[], isNamed: (path: string) => boolean): Map<string, DocumentRole> {
  const roots = programmeRoots(candidates.filter((c) => c.standing === 'strong' || isNamed(c.path)).map((c) => folderOf(c.path)));
  const covers = new Set(candidates.filter((c) => c.namesSet).map((c) => folderOf(c.path)));
  const uniform = uniformFolders(candidates);
  const selected = new Map<string, DocumentRole>();
  for (const candidate of candidates) {
    if (candidate.standing === 'foreign') continue;
    const folders = foldersAbove(candidate.path);
    if (isNamed(candidate.path))
      selected.set(candidate.path, candidate.standing === 'none' || candidate.role !== 'other' ? candidate.role : 'policy');
    else if (folders.some((folder) => roots.has(folder))) {
      const isPromoted =
        candidate.standing === 'possible' && (folders.some((folder) => covers.has(folder)) || uniform.has(shelfOf(candidate.path)));
      selected.set(candidate.path, isPromoted ? 'policy' : candidate.role);
    }
  }
  return selected;
}

/** So many strong documents, and this share of a shelf, make the whole shelf policies. */
const UNIFORM_FROM = 4;
const UNIFORM_SHARE = 0.75;

/** Shelves on which nearly every document is a policy by itself: a page there that has lost its own marks is one, too. */
function uniformFolders(candidates: readonly Candidate[]): Set<string> {
  const shelves = new Map<string, { strong: number; all: number }>();
  for (const { path, standing } of candidates) {
    if (standing !== 'strong' && standing !== 'possible') continue;
    const shelf = shelves.get(shelfOf(path)) ?? { strong: 0, all: 0 };
    shelves.set(shelfOf(path), { strong: shelf.strong + Number(standing === 'strong'), all: shelf.all + 1 });
  }
  return new Set(
    [...shelves].flatMap(([folder, { strong, all }]) => (strong >= UNIFORM_FROM && strong >= UNIFORM_SHARE * all ? [folder] : [])),
  );
}

/** The folder that a document stands in; for `network/index.md` the one that holds `network`. */
function shelfOf(path: string): string {
  const folder = folderOf(path);
  return /(?:^|\/)(?:index|readme)\.\w+$/i.test(path) ? folderOf(folder) : folder;
}

/** Folders of strong documents; a folder with two or more such children (at any depth) is one, too. */
function programmeRoots(folders: readonly string[]): Set<string> {
  const roots = new Set(folders);
  const children = new Map<string, Set<string>>();
  for (const folder of roots) {
    for (let child = folder; child !== ''; child = folderOf(child)) {
      const parent = folderOf(child);
      children.set(parent, (children.get(parent) ?? new Set()).add(child));
    }
  }
  for (const [parent, held] of children) if (held.size > 1) roots.add(parent);
  return roots;
}

function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** Every folder above a path, the root (empty) last. */
function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder)) folders.push(folder);
  return [...folders, ''];
}
