#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { type CalendarDate, parseIsoDate } from './calendar.ts';
import { CONFIG_PATHS, readConfig } from './config/config.ts';
import { NoSuchFolder, readTree } from './files.ts';
import { lint } from './lint.ts';
import { renderJson } from './report/json.ts';
import { SetupError } from './schema.ts';
import { shippedRuleset } from './shipped.ts';

/** Exit statuses: what happened, for scripts. */
export const EXIT = { passed: 0, gateFailed: 1, setupWrong: 2, nothingToScan: 3, ourFault: 4 } as const;

function today(): CalendarDate {
  return new Date().toISOString().slice(0, 10) as CalendarDate;
}

function scan(args: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...args], allowPositionals: true,
    options: { 'as-of': { type: 'string' }, format: { type: 'string', default: 'json' } },
  });
  const ruleset = shippedRuleset();
  const workspace = readTree(positionals[0] ?? '.');
  const file = CONFIG_PATHS.flatMap((path) => workspace.files.find((f) => f.path === path) ?? [])[0];
  const config = readConfig(file?.text() ?? null, file?.path ?? null, ruleset);
  const asOf = (values['as-of'] ? parseIsoDate(values['as-of']) : null) ?? config.asOf ?? today();
  const { report } = lint(workspace, ruleset, config, asOf);
  process.stdout.write(renderJson(report));
  return report.gate.passed ? EXIT.passed : report.empty ? EXIT.nothingToScan : EXIT.gateFailed;
}

try {
  process.exitCode = scan(process.argv.slice(3));
} catch (error) {
  if (!(error instanceof SetupError || error instanceof NoSuchFolder)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = EXIT.setupWrong;
}
