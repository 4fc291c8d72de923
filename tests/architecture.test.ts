import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('..', import.meta.url).pathname;

/** Who may import what: docs/architecture.md holds the same table with the reasons. */
const MAY_IMPORT: Record<string, { own: string[]; libraries: string[] }> = {
  model: { own: ['calendar'], libraries: ['zod'] },
  calendar: { own: [], libraries: [] },
  version: { own: [], libraries: [] },
  yaml: { own: ['model'], libraries: ['yaml'] },
  schema: { own: ['model', 'yaml'], libraries: ['zod'] },
  evidence: {
    own: ['model', 'calendar', 'yaml'],
    libraries: ['yaml', 'markdown-it', 'htmlparser2', 'stemmer', 'picomatch', 'node:crypto'],
  },
  checks: { own: ['model', 'calendar'], libraries: ['zod'] },
  packs: { own: ['model', 'checks', 'schema', 'yaml', 'evidence/topics'], libraries: ['zod'] },
  config: { own: ['model', 'calendar', 'schema', 'yaml'], libraries: ['zod'] },
  assess: { own: ['model', 'calendar', 'checks'], libraries: ['node:crypto'] },
  report: { own: ['model', 'calendar'], libraries: ['picocolors'] },
  files: { own: ['model', 'calendar'], libraries: ['ignore', 'node:fs', 'node:path', 'node:child_process', 'node:url'] },
  github: { own: ['model', 'report'], libraries: ['@actions/core', '@actions/github', 'node:crypto', 'zod'] },
  lint: { own: ['model', 'calendar', 'assess', 'evidence', 'version'], libraries: [] },
  shipped: { own: ['model', 'files', 'packs'], libraries: ['node:url'] },
  scan: { own: ['model', 'calendar', 'config', 'files', 'lint', 'schema'], libraries: [] },
  docs: { own: ['model', 'config', 'report'], libraries: ['zod'] },
  cli: { own: ['model', 'docs', 'files', 'report', 'scan', 'schema', 'shipped', 'version'], libraries: ['node:util'] },
  action: { own: ['model', 'files', 'github', 'report', 'scan', 'schema', 'shipped', 'version'], libraries: ['node:path', 'node:url'] },
};

function filesBelow(folder: string, pattern: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => pattern.test(path) && statSync(join(ROOT, path)).isFile());
}

const sources = filesBelow('src', /\.ts$/);
const partOf = (path: string): string => relative('src', path).split('/')[0]?.replace(/\.ts$/, '') ?? '';

/** Every import of a file: the specifier, and the path in src for our own. */
function importsOf(path: string): { specifier: string; own: string | null }[] {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((m) => m[1] ?? '');
  return found.map((specifier) => ({ specifier, own: specifier.startsWith('.') ? relative('src', join(path, '..', specifier)) : null }));
}

describe('the folders are the pipeline', () => {
  it('finds the sources', () => {
    expect(sources.length).toBeGreaterThan(30);
  });

  it.each(sources)('%s imports only what its part may', (path) => {
    const part = partOf(path);
    const allowed = MAY_IMPORT[part];
    if (!allowed) throw new Error(`${path}: the part "${part}" is not in the table`);
    const wrong = importsOf(path).filter(({ specifier, own }) => {
      if (own === null) return !allowed.libraries.some((l) => specifier === l || specifier.startsWith(`${l}/`));
      const target = partOf(join('src', own));
      return target !== part && !allowed.own.some((a) => a === target || own.startsWith(`${a}/`));
    });
    expect(wrong).toEqual([]);
  });

  it('gives GitHub code to the Action alone', () => {
    const users = sources.filter((path) =>
      importsOf(path).some(({ specifier, own }) => specifier.startsWith('@actions/') || own?.startsWith('github/')),
    );
    expect(users.filter((path) => partOf(path) !== 'github')).toEqual(['src/action.ts']);
  });

  it('has a pure pipeline: no clock, environment or process behind the entries', () => {
    const pure = sources.filter((path) =>
      ['model', 'evidence', 'checks', 'packs', 'assess', 'report', 'config', 'lint'].includes(partOf(path)),
    );
    const impure = pure.filter((path) =>
      /\bprocess\.|Date\.now|new Date\(\)|Math\.random|performance\.now/.test(readFileSync(join(ROOT, path), 'utf8')),
    );
    expect(impure).toEqual([]);
  });
});

describe('sizes', () => {
  const lines = (path: string): number => readFileSync(join(ROOT, path), 'utf8').split('\n').length - 1;

  it('keeps source files within 200 lines', () => {
    expect(sources.filter((path) => lines(path) > 200)).toEqual([]);
  });

  it('keeps rule files within 400 lines', () => {
    expect(filesBelow('rules', /\.ya?ml$/).filter((path) => lines(path) > 400)).toEqual([]);
  });

  it('keeps TypeScript out of rules', () => {
    expect(filesBelow('rules', /\.[cm]?[tj]s$/)).toEqual([]);
  });
});
