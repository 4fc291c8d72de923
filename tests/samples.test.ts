import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CONFIG_PATHS, readConfig } from '../src/config/config.ts';
import { readTree } from '../src/files/tree.ts';
import { lint } from '../src/lint.ts';
import type { Finding } from '../src/model/report.ts';
import type { Workspace } from '../src/model/workspace.ts';
import { AS_OF } from './assess/build.ts';
import { RULESET, withEdit } from './workspace.ts';

const SAMPLES = new URL('./samples/', import.meta.url);
const CLEAN = ['clean-front-matter', 'clean-word-csv', 'clean-revision-tables'];

interface Defect {
  readonly id: string;
  readonly company: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  readonly defect: string;
  readonly path: string;
  readonly line: number;
  /** `review` where the edit may have an innocent reason and a person has to look; else a failing finding is wanted. */
  readonly asks?: 'review';
}
const DEFECTS = ['defects.yml', 'defects-revision-tables.yml'].flatMap(
  (name) => parse(readFileSync(new URL(name, SAMPLES), 'utf8')) as Defect[],
);

function findingsOf(workspace: Workspace): readonly Finding[] {
  const file = workspace.files.find((f) => CONFIG_PATHS.includes(f.path));
  return lint(workspace, RULESET, readConfig(file?.text() ?? null, file?.path ?? null, RULESET), AS_OF).report.findings;
}

const place = (f: Finding): string => `${f.outcome} ${f.rule} ${f.at ? `${f.at.path}:${f.at.line}` : 'nowhere'} ${f.message}`;

describe('clean companies that nobody tuned for', () => {
  it.each(CLEAN)('%s has no failing finding', (company) => {
    const findings = findingsOf(readTree(new URL(company, SAMPLES).pathname));
    expect(findings.filter((f) => f.outcome === 'fail' || f.outcome === 'unknown').map(place)).toEqual([]);
  });

  it('a software project without a programme has no evidence', () => {
    const tree = readTree(new URL('not-a-programme', SAMPLES).pathname);
    const { report } = lint(tree, RULESET, readConfig(null, null, RULESET), AS_OF);
    expect(report.frameworks.flatMap((f) => f.controls.flatMap((c) => c.evidence.map((e) => `${c.id} ${e.path}:${e.line}`)))).toEqual([]);
    expect(report.gate.passed).toBe(false);
  });
});

describe('planted defects', () => {
  it.each(DEFECTS)('$id: $defect', ({ company, file, find, replace, path, line, asks }) => {
    const folder = new URL(`${company}/`, SAMPLES);
    const edited = withEdit(folder, file, (text) => {
      expect(text.split(find)).toHaveLength(2);
      return text.replace(find, () => replace);
    });
    const before = new Set(findingsOf(readTree(folder.pathname)).map((f) => f.fingerprint));
    const found = findingsOf(edited).filter((f) => !before.has(f.fingerprint) && (f.outcome !== 'review' || asks === 'review'));
    const places = found.flatMap((f) => [f.at, ...f.also].map((at) => ({ path: at?.path, line: at?.line ?? 0 })));
    const near = places.filter((p) => p.path === path && Math.abs(p.line - line) <= 12);
    expect({ near: near.length > 0, found: found.map(place) }).toMatchObject({ near: true });
  });
});
