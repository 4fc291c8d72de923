import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config/config.ts';
import { lint } from '../src/lint.ts';
import { AS_OF } from './assess/build.ts';
import { RULESET, workspaceOf } from './workspace.ts';

const CONFIG = readConfig(null, null, RULESET);
const FILES = {
  'policies/a.md': '# A\n',
  'policies/b.md': '# B\n',
  'registers/vendors.yml': 'vendors:\n  - { name: A, phi: true, service: x }\n',
};

describe('lint', () => {
  it('tells after each document how many have been read', () => {
    const told: string[] = [];
    lint(workspaceOf(FILES), RULESET, CONFIG, AS_OF, (read, of) => told.push(`${read}/${of}`));
    expect(told).toEqual(['1/2', '2/2']);
  });

  it('gives the same report for the same input, told or not', () => {
    const quiet = lint(workspaceOf(FILES), RULESET, CONFIG, AS_OF).report;
    expect(lint(workspaceOf(FILES), RULESET, CONFIG, AS_OF, () => {}).report).toEqual(quiet);
  });
});
