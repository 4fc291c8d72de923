#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { NoSuchFolder } from './files/tree.ts';
import { CannotWrite, writeWhole } from './files/write.ts';
import type { Ruleset } from './model/pack.ts';
import { NOTHING_TO_SCAN, type Report } from './model/report.ts';
import { forTerminal } from './report/escape.ts';
import { findExplained, renderExplanation } from './report/explain.ts';
import { placeOfFault } from './report/fault.ts';
import { HELP } from './report/help.ts';
import { renderJson } from './report/json.ts';
import { renderMarkdown } from './report/markdown.ts';
import { renderRules } from './report/rules.ts';
import { renderTerminal } from './report/terminal.ts';
import { runScan, type ScanOptions } from './scan.ts';
import { SetupError } from './schema.ts';
import { shippedRuleset } from './shipped.ts';
import { VERSION } from './version.ts';

/** Exit statuses: what happened, for scripts. */
const EXIT = { passed: 0, gateFailed: 1, setupWrong: 2, nothingToScan: 3, ourFault: 4 } as const;

/** A wrong command line: one line that says what was expected. */
class UsageError extends Error {}

const FORMATS = ['terminal', 'json', 'markdown'] as const;

const OPTIONS = {
  'as-of': { type: 'string' },
  framework: { type: 'string' },
  config: { type: 'string' },
  format: { type: 'string', default: 'terminal' },
  output: { type: 'string' },
  all: { type: 'boolean', default: false },
  'warn-only': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof readCommandLine>['values'];

function readCommandLine(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
}

function scanOptions(values: Values, directory: string): ScanOptions {
  return {
    directory,
    config: values.config ?? null,
    frameworks: values.framework?.split(',').map((f) => f.trim()) ?? null,
    asOf: values['as-of'] ?? null,
  };
}

/** A line on stderr that counts documents once a scan takes over a second; nothing where nobody looks. */
function progressLine(): (read: number, of: number) => void {
  const start = Date.now();
  let last = start;
  return (read, of) => {
    const now = Date.now();
    if (!process.stderr.isTTY || now - start < 1000 || (now - last < 100 && read < of)) return;
    last = now;
    process.stderr.write(read < of ? `\rreading document ${read} of ${of} ` : `\r${' '.repeat(48)}\r`);
  };
}

function scan(values: Values, directories: readonly string[]): number {
  if (directories.length > 1) throw new UsageError(`scan takes one folder, not ${directories.length}`);
  const format = FORMATS.find((f) => f === values.format);
  if (!format) throw new UsageError(`unknown format "${values.format}"; known are ${FORMATS.join(', ')}`);
  const { report } = runScan(scanOptions(values, directories[0] ?? '.'), shippedRuleset(), progressLine());
  const toTerminal = values.output === undefined && process.stdout.isTTY === true;
  const text = render(report, format, values.all, toTerminal && !process.env.NO_COLOR);
  if (values.output === undefined) process.stdout.write(text);
  else writeWhole(values.output, text);
  if (report.gate.passed || values['warn-only']) return EXIT.passed;
  return report.gate.violations.some((v) => v.threshold === NOTHING_TO_SCAN) ? EXIT.nothingToScan : EXIT.gateFailed;
}

function render(report: Report, format: (typeof FORMATS)[number], all: boolean, colour: boolean): string {
  if (format === 'json') return renderJson(report);
  return format === 'markdown' ? renderMarkdown(report) : renderTerminal(report, { colour, all });
}

function explain(values: Values, [query, directory, ...rest]: readonly string[], ruleset: Ruleset): number {
  if (query === undefined || rest.length)
    throw new UsageError('explain takes a control or a rule, and a folder: cleanbill explain "164.308(a)(1)(ii)(A)" .');
  const found = findExplained(query, ruleset);
  if (found.length !== 1) {
    const hint = found.length
      ? 'several frameworks have it; write it as framework:id'
      : 'no such control or rule; "cleanbill rules" lists them (case matters)';
    throw new UsageError(`explain ${query}: ${hint}`);
  }
  const { report, judgements } = runScan(scanOptions(values, directory ?? '.'), ruleset);
  for (const subject of found) process.stdout.write(renderExplanation(subject, report, judgements, ruleset));
  return EXIT.passed;
}

/** Regenerates the pages that CI compares, below the root of a checkout. */
async function writeDocs(root: string, ruleset: Ruleset): Promise<void> {
  // Only this command needs the schemas of the report: a scan does not load them.
  const { generatedDocs } = await import('./docs.ts');
  for (const [path, text] of generatedDocs(ruleset)) writeWhole(`${root}/${path}`, text);
}

async function run(argv: readonly string[]): Promise<number> {
  const { values, positionals } = readCommandLine(argv);
  const [command, ...rest] = positionals;
  if (values.version) process.stdout.write(`${VERSION}\n`);
  else if (values.help || command === undefined) process.stdout.write(HELP);
  else if (command === 'scan') return scan(values, rest);
  else if (command === 'explain') return explain(values, rest, shippedRuleset());
  else if (command === 'docs' && rest.length <= 1) await writeDocs(rest[0] ?? '.', shippedRuleset());
  else if (command === 'rules' && !rest.length) process.stdout.write(renderRules(shippedRuleset()));
  else if (command === 'docs' || command === 'rules')
    throw new UsageError(`${command} takes fewer arguments; "cleanbill --help" shows them`);
  else throw new UsageError(`unknown command "${command}"; "cleanbill --help" shows the commands`);
  return EXIT.passed;
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? process.exitCode : EXIT.ourFault));
try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const wrongSetup =
    error instanceof SetupError || error instanceof NoSuchFolder || error instanceof UsageError || error instanceof CannotWrite;
  const text = wrongSetup ? error.message : `cleanbill: this is a fault of Cleanbill ${VERSION}, please report it: ${placeOfFault(error)}`;
  process.stderr.write(
    `${text
      .split('\n')
      .map((line) => forTerminal(line))
      .join('\n')}\n`,
  );
  process.exitCode = wrongSetup ? EXIT.setupWrong : EXIT.ourFault;
}
