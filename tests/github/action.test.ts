import { cpSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { annotationsOf } from '../../src/report/annotations.ts';
import { runScan } from '../../src/scan.ts';
import { RULESET } from '../workspace.ts';
import { checkout, cleanUp, runStep, type StepResult, textsOf } from './runner.ts';

afterAll(cleanUp);

/** A whole repository of records; it has no configuration and so no bar. */
const SAMPLE = textsOf('tests/samples/clean-front-matter');
const PASSING = { ...SAMPLE, 'cleanbill.yml': 'frameworks: { hipaa: {} }\n' };
/** Some controls can be shown by no file, so this bar is out of reach. */
const FAILING = { ...SAMPLE, 'cleanbill.yml': 'frameworks: { hipaa: {} }\ngate: { hipaa: { strict: 100 } }\n' };

/** Records with the usual gaps, so that there is something to annotate. */
const GAPS = { ...textsOf('examples/gaps-clinic'), 'cleanbill.yml': 'frameworks: { hipaa: {} }\n' };

const figure = (result: StepResult): number =>
  (JSON.parse(result.reports['cleanbill/cleanbill.json'] ?? 'null') as { frameworks: { readiness: { strict: number } }[] }).frameworks[0]
    ?.readiness.strict ?? -1;

describe('a step', () => {
  it.each([
    ['push', 'push'],
    ['pull_request', 'pull_request'],
    ['pull_request', 'pull_request_fork'],
    ['pull_request', 'pull_request_gone_fork'],
    ['merge_group', 'merge_group'],
    ['schedule', 'schedule'],
    ['workflow_dispatch', 'workflow_dispatch'],
    ['schedule', ''],
  ])('passes on %s (%s) without a token, a gate and anything to write to but its own files', async (event, payload) => {
    const result = await runStep({ files: PASSING, event, payload });
    expect(result.exit).toBe(0);
    expect(result.stderr).toBe('');
    expect(result.outputs.passed).toBe('true');
    expect(result.summary).toMatch(/^## Cleanbill: no bar is set \(/);
    expect(result.lines).toContain('The gate passes.');
  });

  it('annotates what the scan found, and says the rest in the summary, the outputs and the report', async () => {
    const result = await runStep({ files: GAPS, event: 'push', payload: 'push' });
    const { report } = runScan({ directory: result.workspace, config: null, frameworks: null, asOf: '2026-11-21' }, RULESET);
    const intended = annotationsOf(report, null, { folder: '', budget: { error: 9, warning: 9, notice: 9 } });
    expect(intended.length).toBeGreaterThan(0);
    expect(result.annotations).toEqual(
      intended.map(({ level, title, message, file, line }) => ({
        name: level,
        properties: { title, ...(file === null ? {} : { file, line: String(line) }) },
        data: message,
      })),
    );
    const counts = ['findings', 'errors', 'warnings', 'notices'].map((name) => Number(result.outputs[name]));
    expect(counts[0]).toBe(report.findings.length);
    expect(counts[0]).toBe((counts[1] ?? 0) + (counts[2] ?? 0) + (counts[3] ?? 0));
    expect(Number(result.outputs['readiness-hipaa'])).toBe(Math.floor(figure(result) * 100) / 100);
    expect(result.outputs['readiness-soc2']).toBe('');
    expect(result.outputs.report).toMatch(/\/cleanbill\/cleanbill\.json$/);
    expect(result.reports['cleanbill/cleanbill.md']).toMatch(/^## Cleanbill: /);
    expect(result.summary).toContain(`Findings (${report.findings.length})`);
  });

  it('fails exactly when the gate fails, and names the line of the gate last', async () => {
    const result = await runStep({ files: FAILING });
    expect(result.exit).toBe(1);
    expect(result.outputs.passed).toBe('false');
    expect(result.annotations.at(-1)).toMatchObject({
      name: 'error',
      data: expect.stringMatching(/^The gate fails:\nhipaa\.strict >= 100: it is /),
    });
    expect(result.summary).toMatch(/^## Cleanbill: ❌ the gate fails\n\n- ❌ hipaa\.strict >= 100/);
  });

  it('goes on with a warning when it may only warn', async () => {
    const result = await runStep({ files: FAILING, inputs: { 'warn-only': 'true' } });
    expect(result.exit).toBe(0);
    expect(result.outputs.passed).toBe('false');
    expect(result.annotations.at(-1)).toMatchObject({ name: 'warning', data: expect.stringContaining('The gate fails:') });
  });

  it('fails when there is nothing to scan', async () => {
    const result = await runStep({ files: { 'README.md': '# Hello\n' } });
    expect(result.exit).toBe(1);
    expect(result.annotations.at(-1)?.data).toContain('nothing that counts as evidence');
  });

  it('scans a folder within the checkout and points at files from its root', async () => {
    const files = Object.fromEntries(Object.entries(GAPS).map(([path, text]) => [`records/eu/${path}`, text]));
    const result = await runStep({ files, inputs: { 'working-directory': 'records/eu' } });
    expect(result.exit).toBe(0);
    const pointed = result.annotations.flatMap((a) => a.properties.file ?? []);
    expect(pointed.filter((path) => !path.startsWith('records/eu/'))).toEqual([]);
    expect(pointed.length).toBeGreaterThan(0);
    expect(result.summary).toMatch(/\d+ policies and procedures/);
  });

  it('does without a job summary where the runner keeps none', async () => {
    const result = await runStep({ files: PASSING, env: { GITHUB_STEP_SUMMARY: '' } });
    expect(result.exit).toBe(0);
    expect(result.lines).toContain('This runner keeps no job summary.');
  });

  it('writes its reports where it is told', async () => {
    const result = await runStep({ files: PASSING, inputs: { 'report-directory': 'build/reports' } });
    expect(result.outputs.report).toBe(join(result.workspace, 'build/reports/cleanbill.json'));
    expect(result.reports).toEqual({});
  });
});

describe('a wrong set-up', () => {
  it.each([
    ['warn-only', 'yes', /^input warn-only: expected true or false, not "yes"$/],
    ['comment', 'Always', /^input comment: expected auto, always, never, not "Always"$/],
    ['as-of', '2026-02-30', /^input as-of: "2026-02-30" is not a date/],
    ['frameworks', 'hipaa, pci', /^input frameworks: unknown framework "pci"; known are hipaa/],
    ['config', 'nope.yml', /^input config: nope\.yml/],
    ['working-directory', '../..', /^input working-directory: \.\.\/\.\. lies outside the checkout/],
    ['working-directory', 'nope', /no such folder/],
    ['report-directory', '/nowhere/at/all', /^input report-directory: \/nowhere\/at\/all lies outside/],
  ])('%s: %s is one clear line', async (name, value, message) => {
    const result = await runStep({ files: FAILING, inputs: { 'warn-only': 'true', [name]: value } });
    expect(result.exit).toBe(1);
    expect(result.outputs).toEqual({ passed: 'false' });
    expect(result.annotations[0]?.data).toMatch(message);
    expect(result.annotations.length).toBeLessThanOrEqual(2);
    expect(result.summary).toBe('');
  });

  it('is shown on its lines, also with warn-only', async () => {
    const files = { 'records/cleanbill.yml': 'gaet: {}\nframeworks:\n  hippa: {}\n' };
    const result = await runStep({ files, inputs: { 'working-directory': 'records', 'warn-only': 'true' } });
    expect(result.exit).toBe(1);
    expect(result.annotations[0]).toMatchObject({
      name: 'error',
      properties: { file: 'records/cleanbill.yml', line: '1' },
      data: expect.stringContaining('unknown key "gaet"'),
    });
  });

  it.each(['working-directory', 'report-directory'])('does not lead out of the checkout through a link (%s)', async (input) => {
    const first = await runStep({ files: PASSING });
    symlinkSync('/', join(first.workspace, 'out'));
    const result = await runStep({ files: {}, inputs: { [input]: 'out/tmp' } }, first.workspace);
    expect(result.exit).toBe(1);
    expect(result.annotations[0]?.data).toContain('lies outside the checkout');
  });
});

describe('broken input', () => {
  it('is no reason to stop', async () => {
    const result = await runStep({
      files: { ...PASSING, 'registers/vendors.yml': 'vendors: [a, {b: c\n', 'registers/baa.csv': 'Vendor,Signed\n"x\n' },
    });
    expect(result.exit).toBe(0);
    expect(result.stderr).toBe('');
  });

  it('is no reason to stop in the payload of the event either', async () => {
    const payload = join(checkout({ 'event.json': '{ "secret": ' }), 'event.json');
    const result = await runStep({ files: PASSING, event: 'pull_request', env: { GITHUB_EVENT_PATH: payload } });
    expect(result.exit).toBe(0);
    expect(result.stdout).not.toContain('secret');
  });
});

describe('a fault of our own', () => {
  it('is told apart, with its place and without the text of any file', async () => {
    const dist = checkout({});
    cpSync(inject('dist'), dist, { recursive: true });
    writeFileSync(join(dist, 'ruleset.json'), '{ secret');
    const result = await runStep({ files: PASSING, dist });
    expect(result.exit).toBe(1);
    expect(result.outputs).toEqual({ passed: 'false' });
    expect(result.annotations).toMatchObject([
      { name: 'error', data: expect.stringMatching(/^This is a fault of Cleanbill .* SyntaxError at \S+\.js:\d+:\d+/) },
    ]);
    expect(result.stdout + result.stderr).not.toContain('secret');
  });
});
