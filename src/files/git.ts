import { execFileSync } from 'node:child_process';
import { parseIsoDate } from '../calendar.ts';
import type { LastCommit } from '../model/workspace.ts';

/** Runs Git with arguments, never through a shell; null when it is absent, fails or takes over ten seconds. */
export function git(cwd: string, args: readonly string[]): string | null {
  try {
    return execFileSync('git', ['-c', 'core.quotePath=false', ...args], {
      cwd,
      encoding: 'utf8',
      timeout: 10_000,
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return null;
  }
}

/** Last commits of the given paths (the first thousand); empty without Git or in a shallow clone, where dates would be wrong. */
export function readHistory(root: string, paths: readonly string[]): ReadonlyMap<string, LastCommit> {
  const found = new Map<string, LastCommit>();
  if (!paths.length || git(root, ['rev-parse', '--is-shallow-repository'])?.trim() !== 'false') return found;
  const wanted = new Set(paths);
  const log =
    git(root, ['log', '--relative', '--no-renames', '--format=%x01%H %cs', '--name-only', '-z', '--', ...paths.slice(0, 1000)]) ?? '';
  for (const entry of log.split('\u0001').slice(1)) {
    const [head = '', ...names] = entry.split(/[\0\n]+/);
    const date = parseIsoDate(head.slice(41, 51));
    for (const name of names) {
      if (date && wanted.has(name) && !found.has(name)) found.set(name, { date, commit: head.slice(0, 40) });
    }
  }
  return found;
}
