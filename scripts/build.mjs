// Bundles the entries and compiles the rules into dist/. The same input gives the same bytes.
import { rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { compileRuleset } from '../src/packs/compiled.ts';
import { loadRuleset } from '../src/packs/load.ts';
import { ruleFiles } from '../src/shipped.ts';

const root = new URL('../', import.meta.url);
const ruleset = loadRuleset(ruleFiles(new URL('rules/', root)));
rmSync(new URL('dist/', root), { recursive: true, force: true });
const entries = ['cli', 'action'].filter((name) => name === 'cli');
await build({
  absWorkingDir: new URL('.', root).pathname,
  entryPoints: entries.map((name) => `src/${name}.ts`),
  outdir: 'dist',
  bundle: true,
  splitting: true,
  // The ESM build of yaml: the Node build is CommonJS and would need a require shim in the bundle.
  alias: { yaml: './node_modules/yaml/browser/index.js' },
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  chunkNames: 'chunks/[name]-[hash]',
  legalComments: 'none',
  logLevel: 'warning',
});
writeFileSync(new URL('dist/ruleset.json', root), compileRuleset(ruleset));
