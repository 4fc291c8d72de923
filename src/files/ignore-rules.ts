import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { readText } from './text.ts';

/** `folder` holds the ignore file (below the root); `prefix` leads from an ignore file above the root down to it. */
export interface IgnoreRules {
  readonly folder: string;
  readonly prefix: string;
  readonly rules: Ignore;
}

/** Ignore files between the top of the Git work tree and the scanned root apply below it, too. */
export function ignoreRulesAbove(root: string): IgnoreRules[] {
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

/** The ignore file of a folder, or null when there is none that can be read. */
export function readIgnoreFile(full: string, folder: string, prefix = ''): IgnoreRules | null {
  try {
    return { folder, prefix, rules: ignore().add(readText(join(full, '.gitignore'))) };
  } catch {
    return null;
  }
}

/** Later files win over earlier ones, as in Git. */
export function isIgnored(all: readonly IgnoreRules[], path: string): boolean {
  let ignored = false;
  for (const { folder, prefix, rules } of all) {
    const local = folder ? path.slice(folder.length + 1) : path;
    const verdict = rules.test(prefix + local);
    if (verdict.ignored) ignored = true;
    else if (verdict.unignored) ignored = false;
  }
  return ignored;
}
