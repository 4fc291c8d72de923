import { spawnSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { checkout, cleanUp } from '../github/runner.ts';
import { decode } from '../github/runner-grammar.ts';
import { ATTACKS } from './text.ts';

afterAll(cleanUp);

const nameOf = (attack: string): string => attack.replaceAll('/', '∕').replaceAll('\ud800', 'x').slice(0, 80);
const folder = checkout({
  ...Object.fromEntries(ATTACKS.map((attack, i) => [`policies/${i}-${nameOf(attack)}.md`, `# ${attack}\n\n${attack}\n`])),
  'registers/vendors.yml': JSON.stringify({ vendors: ATTACKS.map((name) => ({ name, phi: 'yes', owner: name })) }),
  'registers/baa.csv': [
    'Vendor,Status,Signed,Expires',
    ...ATTACKS.map((name) => `"${name.replaceAll('"', '""')}",active,2019-01-01,2020-01-01`),
  ].join('\n'),
});

/** Many workflows run the command line as a step, and a runner reads what it prints. */
function cli(...args: string[]) {
  return spawnSync(process.execPath, [join(inject('dist'), 'cli.js'), ...args, '--as-of', '2026-11-21'], {
    encoding: 'utf8',
    maxBuffer: 1 << 27,
  });
}

describe('the command line on the records of a stranger', () => {
  it.each(['terminal', 'json', 'markdown'])('prints nothing as %s that a runner takes for a command', (format) => {
    const { stdout, stderr, status } = cli('scan', folder, '--format', format, '--all');
    expect([0, 1]).toContain(status);
    expect(decode(stdout).commands).toEqual([]);
    expect(stderr).toBe('');
  });

  it('still gives the same text in JSON', () => {
    expect(JSON.stringify(JSON.parse(cli('scan', folder, '--format', 'json').stdout))).toContain('##[error]spoofed');
  });

  it.each(ATTACKS)('quotes the key %j of a configuration without harm', (attack) => {
    const { stdout, stderr, status } = cli('scan', checkout({ 'cleanbill.yml': `${JSON.stringify(attack)}: 1\n` }));
    expect(status).toBe(2);
    expect(decode(stdout + stderr).commands).toEqual([]);
    expect(stderr).not.toContain('\r');
  });

  it('tells a fault of its own without the text of any file', () => {
    const dist = checkout({});
    cpSync(inject('dist'), dist, { recursive: true });
    writeFileSync(join(dist, 'ruleset.json'), '{ secret');
    const { status, stderr } = spawnSync(process.execPath, [join(dist, 'cli.js'), 'scan', folder], { encoding: 'utf8' });
    expect(status).toBe(4);
    expect(stderr).toMatch(/^cleanbill: this is a fault of Cleanbill \S+, please report it: SyntaxError at \S+\.js:\d+:\d+[^\n]*\n$/);
    expect(stderr).not.toContain('secret');
  });
});
