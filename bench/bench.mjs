// Speed and memory against the floor and against a peer, in one run: `npm run bench`. `--quick` leaves out the largest set and the peer.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { writeMarkdown, writeTraining } from './corpus.mjs';

const quick = process.argv.includes('--quick');
const root = mkdtempSync(join(tmpdir(), 'cleanbill-bench-'));
const here = (path) => new URL(path, import.meta.url).pathname;
const cli = here('../dist/cli.js');
const scan = (dir) => [cli, 'scan', dir, '--as-of', '2026-11-21', '--format', 'json'];

/** Median seconds and peak megabytes of `runs` runs after one warm-up; the process must not crash. */
function measure(args, runs = 3, allowed = [0, 1, 3]) {
  const samples = [];
  const rss = join(root, 'rss');
  for (let i = 0; i <= runs; i += 1) {
    const start = performance.now();
    const run = spawnSync(process.execPath, args, {
      stdio: ['ignore', 'ignore', 'ignore'],
      env: { ...process.env, BENCH_RSS: rss, NODE_OPTIONS: `--import=file://${here('rss.mjs')}` },
    });
    const seconds = (performance.now() - start) / 1000;
    if (!allowed.includes(run.status)) throw new Error(`${args.join(' ')} ended with ${run.status ?? run.signal}`);
    if (i > 0 || runs === 1) samples.push({ seconds, megabytes: Number(readFileSync(rss, 'utf8')) / 1e6 });
    if (runs === 1) break;
  }
  const median = (pick) => samples.map(pick).sort((a, b) => a - b)[Math.floor(samples.length / 2)];
  return { seconds: median((s) => s.seconds), megabytes: median((s) => s.megabytes) };
}

function show(name, { seconds, megabytes }, note = '') {
  console.log(`${name.padEnd(44)} ${seconds.toFixed(3).padStart(8)} s ${megabytes.toFixed(0).padStart(6)} MB  ${note}`);
}
const bound = (ratio, limit, unit = '×') => `${ratio.toFixed(2)}${unit} (to reach: ${limit})`;

try {
  const sizes = quick ? [300, 3000] : [300, 3000, 30_000];
  const times = new Map();
  for (const size of sizes) {
    const { bytes } = writeMarkdown(join(root, `md-${size}`), size);
    const result = measure(scan(join(root, `md-${size}`)), size > 3000 ? 1 : 3);
    times.set(size, result);
    show(
      `cleanbill, ${size} Markdown files, ${(bytes / 1e6).toFixed(1)} MB`,
      result,
      size === 3000 ? `peak ${bound(result.megabytes, '≤ 500', ' MB')}` : '',
    );
  }
  const ours = times.get(3000);
  const floor = measure([here('floor-markdown.mjs'), join(root, 'md-3000')]);
  show('floor: markdown-it block parse, 3000 files', floor, `cleanbill/floor ${bound(ours.seconds / floor.seconds, '≤ 4')}`);
  for (const [from, to] of sizes.slice(1).map((size, i) => [sizes[i], size])) {
    console.log(
      `growth ${from} → ${to} files: time × ${(times.get(to).seconds / times.get(from).seconds).toFixed(1)} for files × ${to / from}`,
    );
  }
  if (!quick) {
    const peer = measure([here('../node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs'), join(root, 'md-3000', '**/*.md')], 1);
    show('markdownlint-cli2, 3000 files', peer, `markdownlint-cli2/cleanbill ${bound(peer.seconds / ours.seconds, '≥ 8')}`);
  }

  const rows = quick ? 100_000 : 1_000_000;
  writeTraining(join(root, 'training'), rows);
  const training = measure(scan(join(root, 'training')));
  const floorCsv = measure([here('floor-csv.mjs'), join(root, 'training', 'training-export.csv')]);
  show(`cleanbill, training export of ${rows} rows`, training, `peak ${bound(training.megabytes, '≤ 500', ' MB')}`);
  show('floor: Papa Parse stepping', floorCsv, `cleanbill/floor ${bound(training.seconds / floorCsv.seconds, '≤ 3')}`);

  const small = measure(scan(here('../examples/harbor-health')), 7);
  const empty = measure(['-e', '0'], 7);
  show('cleanbill, examples/harbor-health', small);
  show('empty: node -e 0', empty, `harbor-health/empty ${bound(small.seconds / empty.seconds, '≤ 6')}`);
} finally {
  rmSync(root, { recursive: true, force: true });
}
