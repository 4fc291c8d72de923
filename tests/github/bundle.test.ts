import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';

/** Files of the bundle that an entry loads at once, and with `lazy` also those that it may load later. */
function loadedBy(entry: string, lazy: boolean): Set<string> {
  const found = new Set<string>();
  const queue = [entry];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    const text = readFileSync(join(inject('dist'), name), 'utf8');
    const imports = [
      ...text.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+\.js)"/g),
      ...(lazy ? text.matchAll(/\bimport\("\.\/([^"]+\.js)"\)/g) : []),
    ];
    queue.push(...imports.flatMap((m) => m[1] ?? []));
  }
  return found;
}

const textOf = (names: ReadonlySet<string>): string =>
  [...names].map((name) => readFileSync(join(inject('dist'), name), 'utf8')).join('\n');

describe('the bundle', () => {
  it('gives the command line nothing of GitHub', () => {
    const text = textOf(loadedBy('cli.js', true));
    expect(text).not.toMatch(/GITHUB_STEP_SUMMARY|GITHUB_API_URL|ghadelimiter|octokit/i);
    expect(textOf(loadedBy('action.js', true))).toContain('GITHUB_STEP_SUMMARY');
  });

  it('loads the client of the API only when it is needed', () => {
    expect(textOf(loadedBy('action.js', false))).not.toContain('GET /repos/{owner}/{repo}/actions/artifacts');
    expect(textOf(loadedBy('action.js', true))).toContain('GET /repos/{owner}/{repo}/actions/artifacts');
  });

  it('has no file that nobody loads', () => {
    const loaded = new Set([...loadedBy('cli.js', true), ...loadedBy('action.js', true)]);
    expect(
      readdirSync(inject('dist'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js') && !loaded.has(name)),
    ).toEqual([]);
    expect(existsSync(join(inject('dist'), 'ruleset.json'))).toBe(true);
  });
});
