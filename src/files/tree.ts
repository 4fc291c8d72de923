import { type Dirent, lstatSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile, Unread, Workspace } from '../model/workspace.ts';
import { git, readHistory } from './git.ts';
import { type IgnoreRules, ignoreRulesAbove, isIgnored, readIgnoreFile } from './ignore-rules.ts';
import { readText } from './text.ts';

/** Bounds of one scan. What lies beyond them is reported as not scanned. */
export interface ReadLimits {
  /** Bytes of one text file (Markdown, YAML, JSON). */
  readonly fileBytes: number;
  /** Bytes of one CSV file, which is read row by row. */
  readonly csvBytes: number;
  /** Files met in the tree. */
  readonly files: number;
}
const DEFAULT_LIMITS: ReadLimits = { fileBytes: 5_000_000, csvBytes: 300_000_000, files: 200_000 };

const READABLE = /\.(md|markdown|mdx|ya?ml|json|csv|tsv)$/i;
const SKIPPED_FOLDERS = new Set(['.git', 'node_modules']);
/** Written by package managers, large, and never a record. */
const SKIPPED_FILES = /(^|[.-])(package-lock|npm-shrinkwrap|pnpm-lock|composer\.lock|yarn\.lock)(\.|$)/i;

interface Walk {
  readonly root: string;
  readonly limits: ReadLimits;
  readonly files: SourceFile[];
  readonly unread: Unread[];
  met: number;
}

/** The root cannot be scanned at all, such as a folder that does not exist. */
export class NoSuchFolder extends Error {}

/**
 * Reads the tree below `dir`: never follows a link, never leaves the root, skips what Git ignores, `.git` and
 * `node_modules`. Files are decoded only when asked for. Throws NoSuchFolder.
 */
export function readTree(dir: string, limits: ReadLimits = DEFAULT_LIMITS): Workspace {
  let root: string;
  try {
    root = realpathSync(dir);
    if (!lstatSync(root).isDirectory()) throw new Error('not a folder');
  } catch (error) {
    const what = error instanceof Error && error.message === 'not a folder' ? 'is a file, not a folder' : 'no such folder';
    throw new NoSuchFolder(`${dir}: ${what}; name the folder that holds the compliance records`);
  }
  const walk: Walk = { root, limits, files: [], unread: [], met: 0 };
  visit(walk, '', ignoreRulesAbove(root));
  walk.files.sort((a, b) => (a.path < b.path ? -1 : 1));
  walk.unread.sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    label: dir,
    files: walk.files,
    unread: walk.unread,
    get commit() {
      return git(root, ['rev-parse', 'HEAD'])?.trim() ?? null;
    },
    history: (paths) => readHistory(root, paths),
  };
}

function visit(walk: Walk, folder: string, inherited: readonly IgnoreRules[]): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(join(walk.root, folder), { withFileTypes: true });
  } catch (error) {
    walk.unread.push({ path: folder || '.', reason: `the folder cannot be listed (${codeOf(error)})`, isLink: false });
    return;
  }
  const own = entries.some((e) => e.name === '.gitignore' && e.isFile()) ? readIgnoreFile(join(walk.root, folder), folder) : null;
  const ignores = own ? [...inherited, own] : inherited;
  for (const entry of entries) {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) {
      if (!SKIPPED_FOLDERS.has(entry.name) && !isIgnored(ignores, `${path}/`)) visit(walk, path, ignores);
    } else if ((READABLE.test(entry.name) || mayLeadToFolder(entry)) && !SKIPPED_FILES.test(entry.name) && !isIgnored(ignores, path)) {
      addFile(walk, path, entry);
    }
  }
}

/** A link without an extension may stand for a folder of records: it is not followed, but it is not passed over in silence. */
function mayLeadToFolder(entry: Dirent): boolean {
  return entry.isSymbolicLink() && !entry.name.slice(1).includes('.');
}

function addFile(walk: Walk, path: string, entry: Dirent): void {
  walk.met += 1;
  if (walk.met > walk.limits.files) {
    if (walk.met === walk.limits.files + 1)
      walk.unread.push({ path, reason: `this file and all after it: more than ${walk.limits.files} files`, isLink: false });
    return;
  }
  if (entry.isSymbolicLink()) {
    walk.unread.push({ path, reason: 'a symbolic link; links are never followed', isLink: true });
    return;
  }
  if (!entry.isFile()) {
    walk.unread.push({ path, reason: 'not a regular file', isLink: false });
    return;
  }
  const full = join(walk.root, path);
  let size: number;
  try {
    size = lstatSync(full).size;
  } catch (error) {
    walk.unread.push({ path, reason: `cannot be opened (${codeOf(error)})`, isLink: false });
    return;
  }
  const limit = /\.(csv|tsv)$/i.test(path) ? walk.limits.csvBytes : walk.limits.fileBytes;
  if (size > limit) {
    walk.unread.push({ path, reason: `${megabytes(size)}, limit ${megabytes(limit)}`, isLink: false });
    return;
  }
  walk.files.push({ path, size, text: () => readText(full) });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
}

function megabytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/, '')} MB`;
}
