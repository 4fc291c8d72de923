import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import { type Command, decode, parseFileCommand, shownAnnotations, uploadedSummary } from './runner-grammar.ts';

/** The Node that `using: node24` means. */
const NODE = new URL('../../node_modules/.bin/node', import.meta.url).pathname;

/** A step: its inputs, the event, and what stands in the checkout. */
export interface Step {
  readonly files: Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event?: string;
  /** Parsed from tests/github/fixtures/<payload>.json; none for a schedule outside a webhook. */
  readonly payload?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Folder of the bundles, when not those built for this run. */
  readonly dist?: string;
}

export interface StepResult {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly commands: Command[];
  readonly lines: string[];
  readonly annotations: Command[];
  readonly outputs: Record<string, string>;
  /** Null when the runner would upload nothing. */
  readonly summary: string | null;
  /** Files below the temporary folder of the runner, by path. */
  readonly reports: Record<string, string>;
  readonly workspace: string;
}

const folders: string[] = [];

/** Removes what the steps of a test file left. */
export function cleanUp(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Writes texts into a new folder. */
export function checkout(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'cleanbill-step-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The texts of a folder of this project, such as `examples/gaps-clinic`. */
export function textsOf(folder: string): Record<string, string> {
  return textsBelow(new URL(`../../${folder}`, import.meta.url).pathname);
}

/** Runs the built Action as the runner does, with nothing of this machine's environment but PATH. */
export async function runStep(step: Step, workspace = checkout(step.files)): Promise<StepResult> {
  const temporary = checkout({ 'cmd/output': '', 'cmd/summary.md': '' });
  const inputs = Object.entries({
    'working-directory': '.',
    'warn-only': 'false',
    comment: 'auto',
    'as-of': '2026-11-21',
    token: '',
    ...step.inputs,
  });
  const env = {
    PATH: process.env.PATH ?? '',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_REPOSITORY: 'acme/records',
    GITHUB_SERVER_URL: 'https://github.example',
    GITHUB_SHA: 'a'.repeat(40),
    GITHUB_EVENT_NAME: step.event ?? 'push',
    GITHUB_EVENT_PATH: step.payload ? new URL(`fixtures/${step.payload}.json`, import.meta.url).pathname : join(temporary, 'none.json'),
    GITHUB_OUTPUT: join(temporary, 'cmd/output'),
    GITHUB_STEP_SUMMARY: join(temporary, 'cmd/summary.md'),
    RUNNER_TEMP: join(temporary, 'temp'),
    ...Object.fromEntries(inputs.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    ...step.env,
  };
  mkdirSync(join(temporary, 'temp'));
  const { exit, stdout, stderr } = await run(step.dist ?? inject('dist'), env, workspace);
  const [out, err] = [decode(stdout), decode(stderr)];
  const commands = [...out.commands, ...err.commands];
  const temp = join(temporary, 'temp');
  return {
    exit,
    stdout,
    stderr,
    commands,
    workspace,
    lines: [...out.lines, ...err.lines],
    annotations: shownAnnotations(commands),
    outputs: parseFileCommand(readFileSync(join(temporary, 'cmd/output'), 'utf8')),
    summary: uploadedSummary(readFileSync(join(temporary, 'cmd/summary.md'))),
    reports: existsSync(temp) ? textsBelow(temp) : {},
  };
}

function textsBelow(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map((entry) => [
      join(entry.parentPath, entry.name).slice(folder.length + 1),
      readFileSync(join(entry.parentPath, entry.name), 'utf8'),
    ]),
  );
}

function run(dist: string, env: Record<string, string>, cwd: string): Promise<{ exit: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(NODE, [join(dist, 'action.js')], { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    const chunks: { out: Buffer[]; err: Buffer[] } = { out: [], err: [] };
    child.stdout.on('data', (chunk: Buffer) => chunks.out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.err.push(chunk));
    child.on('error', reject);
    child.on('close', (exit) =>
      resolve({ exit, stdout: Buffer.concat(chunks.out).toString('utf8'), stderr: Buffer.concat(chunks.err).toString('utf8') }),
    );
  });
}
