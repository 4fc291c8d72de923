import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the bundles built from the sources under test. */
    dist: string;
  }
}

/** Builds the bundles once for all end-to-end tests, so that they never run a stale dist/. */
export default function setup({ provide }: TestProject): () => void {
  const dist = mkdtempSync(join(tmpdir(), 'cleanbill-dist-'));
  const build = spawnSync(process.execPath, [new URL('../scripts/build.mjs', import.meta.url).pathname, dist], { encoding: 'utf8' });
  if (build.status !== 0) throw new Error(`the build failed:\n${build.stderr}`);
  provide('dist', dist);
  return () => rmSync(dist, { recursive: true, force: true });
}
