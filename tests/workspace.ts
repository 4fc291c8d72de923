import { readTree } from '../src/files/tree.ts';
import type { Workspace } from '../src/model/workspace.ts';
import { loadRuleset } from '../src/packs/load.ts';
import { ruleFiles } from '../src/shipped.ts';

/** The ruleset of this checkout, read from the YAML. */
export const RULESET = loadRuleset(ruleFiles(new URL('../rules/', import.meta.url)));

/** A workspace of texts, without history. */
export function workspaceOf(files: Readonly<Record<string, string>>): Workspace {
  const sources = Object.entries(files)
    .map(([path, text]) => ({ path, size: Buffer.byteLength(text), text: () => text }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return { label: 'test', files: sources, unread: [], commit: null, history: () => new Map() };
}

/** A sample repository with one file changed. */
export function withEdit(folder: URL, path: string, edit: (text: string) => string): Workspace {
  const tree = readTree(folder.pathname);
  if (!tree.files.some((f) => f.path === path)) throw new Error(`${folder.pathname} has no ${path}`);
  return { ...tree, commit: null, files: tree.files.map((f) => (f.path === path ? { ...f, text: () => edit(f.text()) } : f)) };
}
