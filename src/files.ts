import { execFileSync } from 'node:child_process';
import { constants, closeSync, existsSync, fstatSync, mkdirSync, openSync, readdirSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { type CalendarDate, parseIsoDate } from './calendar.ts';
import type { LastCommit, SourceFile, Unread, Workspace } from './model/workspace.ts';

/** Bounds of one scan. What lies beyond them is reported as not scanned. */
export interface ReadLimits {
  /** Bytes of one text file (Markdown, YAML, JSON). */
  readonly fileBytes: number;
  /** Bytes of one CSV file, which is read row by row. */
  readonly csvBytes: number;
  /** Files met in the tree. */
  readonly files: number;
}
export const DEFAULT_LIMITS: ReadLimits = { fileBytes: 5_000_000, csvBytes: 300_000_000, files: 200_000 };

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

/** `folder` holds the ignore file (below the root); `prefix` leads from an ignore file above the root down to it. */
interface IgnoreRules {
  readonly folder: string;
  readonly prefix: string;
  readonly rules: Ignore;
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
    if (!fstatOf(root).isDirectory()) throw new Error();
  } catch {
    throw new NoSuchFolder(`${dir}: no such folder; name the folder that holds the compliance records`);
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

function fstatOf(path: string): ReturnType<typeof fstatSync> {
  const handle = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    return fstatSync(handle);
  } finally {
    closeSync(handle);
  }
}

function visit(walk: Walk, folder: string, inherited: readonly IgnoreRules[]): void {
  let entries: import('node:fs').Dirent[];
  try {
    entries = readdirSync(join(walk.root, folder), { withFileTypes: true });
  } catch (error) {
    walk.unread.push({ path: folder || '.', reason: `the folder cannot be listed (${codeOf(error)})` });
    return;
  }
  const own = entries.some((e) => e.name === '.gitignore' && e.isFile()) ? readIgnoreFile(join(walk.root, folder), folder) : null;
  const ignores = own ? [...inherited, own] : inherited;
  for (const entry of entries) {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) {
      if (!SKIPPED_FOLDERS.has(entry.name) && !isIgnored(ignores, `${path}/`)) visit(walk, path, ignores);
    } else if (READABLE.test(entry.name) && !SKIPPED_FILES.test(entry.name) && !isIgnored(ignores, path)) {
      addFile(walk, path, entry);
    }
  }
}

function addFile(walk: Walk, path: string, entry: import('node:fs').Dirent): void {
  walk.met += 1;
  if (walk.met > walk.limits.files) {
    if (walk.met === walk.limits.files + 1) walk.unread.push({ path, reason: `this file and all after it: more than ${walk.limits.files} files` });
    return;
  }
  if (entry.isSymbolicLink()) {
    walk.unread.push({ path, reason: 'a symbolic link; links are never followed' });
    return;
  }
  if (!entry.isFile()) {
    walk.unread.push({ path, reason: 'not a regular file' });
    return;
  }
  const full = join(walk.root, path);
  let size: number;
  try {
    size = Number(fstatOf(full).size);
  } catch (error) {
    walk.unread.push({ path, reason: `cannot be opened (${codeOf(error)})` });
    return;
  }
  const limit = /\.(csv|tsv)$/i.test(path) ? walk.limits.csvBytes : walk.limits.fileBytes;
  if (size > limit) {
    walk.unread.push({ path, reason: `${megabytes(size)}, limit ${megabytes(limit)}` });
    return;
  }
  walk.files.push({ path, size, text: () => readText(full) });
}

function readText(full: string): string {
  const handle = openSync(full, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    return decode(readFileSync(handle));
  } finally {
    closeSync(handle);
  }
}

/** Text of bytes by their byte order mark, else UTF-8. */
export function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString('utf8', 3);
  return bytes.toString('utf8');
}

/** Ignore files between the top of the Git work tree and the scanned root apply below it, too. */
function ignoreRulesAbove(root: string): IgnoreRules[] {
  const rules: IgnoreRules[] = [];
  let top = root;
  while (!existsSync(join(top, '.git')) && dirname(top) !== top) top = dirname(top);
  if (!existsSync(join(top, '.git'))) return rules;
  for (let folder = root; folder !== top; ) {
    folder = dirname(folder);
    const found = readIgnoreFile(folder, '', `${relative(folder, root).split(sep).join('/')}/`);
    if (found) rules.unshift(found);
  }
  return rules;
}

function readIgnoreFile(full: string, folder: string, prefix = ''): IgnoreRules | null {
  try {
    return { folder, prefix, rules: ignore().add(readText(join(full, '.gitignore'))) };
  } catch {
    return null;
  }
}

/** Later files win over earlier ones, as in Git. */
function isIgnored(all: readonly IgnoreRules[], path: string): boolean {
  let ignored = false;
  for (const { folder, prefix, rules } of all) {
    const local = folder ? path.slice(folder.length + 1) : path;
    const verdict = rules.test(prefix + local);
    if (verdict.ignored) ignored = true;
    else if (verdict.unignored) ignored = false;
  }
  return ignored;
}

/** Runs Git with arguments, never through a shell; null when it is absent, fails or takes over ten seconds. */
function git(cwd: string, args: readonly string[]): string | null {
  try {
    return execFileSync('git', ['-c', 'core.quotePath=false', ...args], {
      cwd, encoding: 'utf8', timeout: 10_000, maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return null;
  }
}

function readHistory(root: string, paths: readonly string[]): ReadonlyMap<string, LastCommit> {
  const found = new Map<string, LastCommit>();
  if (!paths.length || git(root, ['rev-parse', '--is-shallow-repository'])?.trim() !== 'false') return found;
  const wanted = new Set(paths);
  const log = git(root, ['log', '--relative', '--no-renames', '--format=%x01%H %cs', '--name-only', '-z', '--', ...paths.slice(0, 1000)]) ?? '';
  for (const entry of log.split('\u0001').slice(1)) {
    const [head = '', ...names] = entry.split(/[\0\n]+/);
    const date = parseIsoDate(head.slice(41, 51));
    for (const name of names) {
      if (date && wanted.has(name) && !found.has(name)) found.set(name, { date: date as CalendarDate, commit: head.slice(0, 40) });
    }
  }
  return found;
}

/** A file that ships with the program. */
export function readOwnFile(url: URL): string {
  return readFileSync(url, 'utf8');
}

/** Writes a whole file or nothing: first beside it, then renamed. Throws when the folder cannot be written. */
export function writeWhole(path: string, text: string): void {
  const full = resolve(path);
  mkdirSync(dirname(full), { recursive: true });
  const temporary = `${full}.${process.pid}.tmp`;
  writeFileSync(temporary, text);
  renameSync(temporary, full);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
}

function megabytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/, '')} MB`;
}
