import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { reportSchema } from '../src/model/report-schema.ts';
import { VERSION } from '../src/version.ts';

const ROOT = new URL('..', import.meta.url).pathname;
const AS_OF = ['--as-of', '2026-11-21'];
let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'cleanbill-cli-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

function cleanbill(args: readonly string[], cwd = ROOT) {
  const run = spawnSync(process.execPath, [join(inject('dist'), 'cli.js'), ...args], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
}

function put(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
}

const VENDORS = 'vendors:\n  - { name: Tidewater SMS, service: messages, phi: true }\n';

describe('the command line', () => {
  it('shows its help with examples, and its version', () => {
    expect(cleanbill(['--help']).stdout).toContain('cleanbill scan examples/harbor-health');
    expect(cleanbill([]).status).toBe(0);
    expect(cleanbill(['--version']).stdout).toBe(`${JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version}\n`);
    expect(VERSION).toBe(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version);
  });

  it.each([
    ['an unknown command', ['scann', '.'], 'unknown command "scann"; "cleanbill --help" shows the commands'],
    ['an unknown option', ['scan', '--formt', 'json'], "Unknown option '--formt'"],
    ['an unknown format', ['scan', '.', '--format', 'pdf'], 'unknown format "pdf"; known are terminal, json, markdown'],
    ['an unknown framework', ['scan', '.', '--framework', 'hippa'], '--framework: unknown framework "hippa"; known are'],
    ['a date that does not exist', ['scan', '.', '--as-of', '2026-02-30'], '--as-of: "2026-02-30" is not a date; write it as 2026-11-21'],
    ['a folder that does not exist', ['scan', 'no/such/folder'], 'no/such/folder: no such folder'],
    ['two folders', ['scan', 'a', 'b'], 'scan takes one folder, not 2'],
    ['a configuration that does not exist', ['scan', '.', '--config', 'nope.yml'], '--config: nope.yml: no such file in .'],
    ['an unknown control', ['explain', '164.308(A)'], 'explain 164.308(A): no such control or rule'],
  ])('%s is one line on stderr and exit status 2', (_name, args, message) => {
    const { status, stderr, stdout } = cleanbill(args);
    expect({ status, stdout, lines: stderr.trim().split('\n').length }).toEqual({ status: 2, stdout: '', lines: 1 });
    expect(stderr).toContain(message);
  });

  it('names the place of a wrong configuration', () => {
    put({ 'cleanbill.yml': 'role: business-associate\nframeworks:\n  hippa: {}\ngates: {}\n', 'registers/vendors.yml': VENDORS });
    const { status, stderr } = cleanbill(['scan', dir]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^cleanbill\.yml:4: unknown key "gates"/m);
  });

  it('ends with 3 when there is nothing to scan', () => {
    put({ 'src/main.md': '' });
    const { status, stdout } = cleanbill(['scan', dir, ...AS_OF]);
    expect(status).toBe(3);
    expect(stdout).toContain('nothing that counts as evidence was found');
  });

  it('goes on with the rest when one file is broken', () => {
    put({
      'registers/vendors.yml': VENDORS,
      'registers/baa.yml': 'agreements:\n  - { vendor: A, status: [signed\n',
      'registers/risk-register.csv': 'Risk ID,Risk,Owner,Status\nR-1,Phishing,CISO,Open,extra\n',
    });
    const report = JSON.parse(cleanbill(['scan', dir, ...AS_OF, '--format', 'json']).stdout);
    const places = report.findings.map((f: { path: string; line: number; rule: string }) => `${f.rule} ${f.path}:${f.line}`);
    expect(places.some((p: string) => /registers\/baa\.yml:[23]$/.test(p))).toBe(true);
    expect(places.some((p: string) => p.endsWith('registers/risk-register.csv:2'))).toBe(true);
    expect(report.evidence.some((e: { kind: string; name: string }) => e.kind === 'vendor' && e.name === 'Tidewater SMS')).toBe(true);
  });
});

describe('formats', () => {
  it.each(['harbor-health', 'gaps-clinic'])('the JSON report of %s is schema 1 and the same bytes every time', (name) => {
    const args = ['scan', `examples/${name}`, ...AS_OF, '--format', 'json'];
    const first = cleanbill(args).stdout;
    expect(reportSchema.safeParse(JSON.parse(first)).error).toBeUndefined();
    expect(cleanbill(args).stdout).toBe(first);
  });

  it('writes a file whole', () => {
    const target = join(dir, 'out/report.json');
    const { stdout } = cleanbill(['scan', 'examples/gaps-clinic', ...AS_OF, '--format', 'json', '--output', target]);
    expect(stdout).toBe('');
    expect(JSON.parse(readFileSync(target, 'utf8')).schema).toBe(1);
  });

  it('prints no colour into a pipe', () => {
    expect(cleanbill(['scan', 'examples/gaps-clinic', ...AS_OF]).stdout).not.toContain('\u001b');
  });
});

describe('explain', () => {
  it('leads from the control over its rule and the evidence line to the verdict', () => {
    const { stdout, status } = cleanbill(['explain', '164.308(a)(1)(ii)(A)', 'examples/gaps-clinic', ...AS_OF]);
    expect(status).toBe(0);
    expect(stdout).toContain('164.308(a)(1)(ii)(A) Risk analysis');
    expect(stdout).toMatch(/registers\/risk_assessment_2025\.csv:2/);
    expect(stdout).toContain('2025-06-18');
  });
});

describe('the bundle', () => {
  it('keeps GitHub code out of the command line', () => {
    const text = readFileSync(join(inject('dist'), 'cli.js'), 'utf8');
    const chunks = [...text.matchAll(/(?:from|import)\s*\(?"(\.\/[^"]+)"/g)].map((m) =>
      readFileSync(join(inject('dist'), m[1] ?? ''), 'utf8'),
    );
    for (const part of [text, ...chunks]) expect(part).not.toMatch(/GITHUB_STEP_SUMMARY|octokit/i);
  });
});
