// Bundles the entries and compiles the rules into dist/. The same input gives the same bytes.
import { rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { compileRuleset } from '../src/packs/compiled.ts';
import { loadRuleset } from '../src/packs/load.ts';
import { ruleFiles } from '../src/shipped.ts';
import { licenseNotices } from './licenses.mjs';

const root = new URL('../', import.meta.url);
/** Output folder; CI builds beside the committed one and compares. */
const out = pathToFileURL(`${resolve(process.argv[2] ?? new URL('dist', root).pathname)}/`);
const ruleset = loadRuleset(ruleFiles(new URL('rules/', root)));
rmSync(out, { recursive: true, force: true });
const { metafile } = await build({
  metafile: true,
  absWorkingDir: new URL('.', root).pathname,
  entryPoints: ['src/cli.ts', 'src/action.ts'],
  outdir: out.pathname,
  bundle: true,
  splitting: true,
  // The ESM build of yaml: the Node build is CommonJS and would need a require shim in the bundle.
  alias: { yaml: './node_modules/yaml/browser/index.js' },
  format: 'esm',
  // What GitHub's client is built on is CommonJS and asks for Node's own modules with require.
  banner: { js: "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);" },
  platform: 'node',
  target: 'node20',
  // Parsing the bundle is a good part of a small scan's time.
  minify: true,
  // Beside the entries: shared code finds ruleset.json in its own folder.
  chunkNames: '[name]-[hash]',
  legalComments: 'none',
  logLevel: 'warning',
});
writeFileSync(new URL('ruleset.json', out), compileRuleset(ruleset));
writeFileSync(new URL('licenses.txt', out), licenseNotices(root.pathname, metafile));
