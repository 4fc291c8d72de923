import { type CalendarDate, parseIsoDate } from './calendar.ts';
import { CONFIG_PATHS, readConfig } from './config/config.ts';
import { readTree } from './files/tree.ts';
import { type Lint, lint } from './lint.ts';
import type { Config } from './model/config.ts';
import type { Ruleset } from './model/pack.ts';
import type { Workspace } from './model/workspace.ts';
import { SetupError } from './schema.ts';

/** What both entries can be told. Everything is text as a user wrote it; null means not given. */
export interface ScanOptions {
  readonly directory: string;
  /** Path of the configuration relative to the directory. */
  readonly config: string | null;
  /** Framework ids that narrow or set the scope. */
  readonly frameworks: readonly string[] | null;
  readonly asOf: string | null;
}

export interface Scan extends Lint {
  readonly workspace: Workspace;
  readonly config: Config;
}

/**
 * Reads a folder and its configuration and runs the pipeline. The as-of date is the given one, else the configured
 * one, else today in UTC: the only place that asks the clock. Throws SetupError and NoSuchFolder.
 */
export function runScan(options: ScanOptions, ruleset: Ruleset, progress?: (read: number, of: number) => void): Scan {
  const given = readAsOf(options.asOf);
  const workspace = readTree(options.directory);
  const config = narrow(findConfig(workspace, options, ruleset), options.frameworks, ruleset);
  const asOf = given ?? config.asOf ?? (new Date().toISOString().slice(0, 10) as CalendarDate);
  return { ...lint(workspace, ruleset, config, asOf, progress), workspace, config };
}

function readAsOf(text: string | null): CalendarDate | null {
  if (text === null) return null;
  const date = parseIsoDate(text);
  if (date === null) throw wrongOption('as-of', `"${text}" is not a date; write it as 2026-11-21`);
  return date;
}

function findConfig(workspace: Workspace, options: ScanOptions, ruleset: Ruleset): Config {
  const places = options.config === null ? CONFIG_PATHS : [options.config.replace(/^\.\//, '')];
  const file = places.flatMap((path) => workspace.files.find((f) => f.path === path) ?? [])[0];
  if (options.config !== null && !file) {
    const unread = workspace.unread.find((u) => u.path === places[0]);
    throw wrongOption('config', `${options.config}: ${unread ? `not read: ${unread.reason}` : `no such file in ${options.directory}`}`);
  }
  return readConfig(file?.text() ?? null, file?.path ?? null, ruleset);
}

/** Frameworks named by the caller replace the configured list; their configured scope is kept. */
function narrow(config: Config, frameworks: readonly string[] | null, ruleset: Ruleset): Config {
  if (frameworks === null) return config;
  const known = ruleset.packs.map((p) => p.id);
  for (const id of frameworks) {
    if (!known.includes(id)) throw wrongOption('framework', `unknown framework "${id}"; known are ${known.join(', ')}`);
  }
  const fallback = readConfig(null, null, ruleset).frameworks;
  const scopes = frameworks.flatMap((id) => {
    const scope = config.frameworks.get(id) ?? fallback.get(id);
    return scope ? [[id, scope] as const] : [];
  });
  return { ...config, frameworks: new Map(scopes), gate: config.gate.filter((t) => frameworks.includes(t.framework)) };
}

/** A wrong option has no file; the option itself is its place. */
function wrongOption(name: string, message: string): SetupError {
  return new SetupError([{ message, at: { path: `--${name}`, line: 0, column: 0 } }]);
}
