// Preloaded into measured processes: writes peak memory (bytes) on exit to the file that BENCH_RSS names.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  if (process.env.BENCH_RSS) writeFileSync(process.env.BENCH_RSS, String(process.resourceUsage().maxRSS * 1024));
});
