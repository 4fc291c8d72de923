import { mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';

/** A report cannot be written where it was asked for. */
export class CannotWrite extends Error {}

/**
 * The real path of a file or folder that may not exist yet, or null when it lies in none of `roots` once every link on
 * the way is followed: a link in the scanned repository must not lead a reader or a writer out of it.
 */
export function realPathInside(path: string, roots: readonly string[]): string | null {
  const real = realPathOf(resolve(path));
  const within = (root: string): boolean => real === root || real.startsWith(root.endsWith(sep) ? root : root + sep);
  return roots.some((root) => within(realPathOf(resolve(root)))) ? real : null;
}

function realPathOf(full: string): string {
  try {
    return realpathSync(full);
  } catch {
    return dirname(full) === full ? full : join(realPathOf(dirname(full)), basename(full));
  }
}

/**
 * Writes a whole file or nothing: first beside it, then renamed. The temporary file must be new, so that nothing planted
 * there is followed. Throws CannotWrite.
 */
export function writeWhole(path: string, text: string): void {
  const full = resolve(path);
  const temporary = `${full}.${process.pid}.tmp`;
  let created = false;
  try {
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(temporary, text, { flag: 'wx' });
    created = true;
    renameSync(temporary, full);
  } catch (error) {
    if (created) rmSync(temporary, { force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new CannotWrite(`${path}: cannot be written (${code}); name a file in a folder that you may write`);
  }
}
