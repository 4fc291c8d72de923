import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { outputsOf } from '../../src/github/outputs.ts';
import { report } from '../report/build.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

/** The part of the metadata syntax that a JavaScript action may use; anything else is a slip. */
const input = z.strictObject({ description: z.string().min(10), required: z.boolean(), default: z.string().optional() });
const schema = z.strictObject({
  name: z.string().min(1),
  description: z.string().min(1).max(125),
  author: z.string().min(1),
  branding: z.strictObject({
    icon: z.string(),
    color: z.enum(['white', 'black', 'yellow', 'blue', 'green', 'orange', 'red', 'purple', 'gray-dark']),
  }),
  inputs: z.record(z.string().regex(/^[a-z]+(-[a-z]+)*$/), input),
  outputs: z.record(z.string().regex(/^[a-z]+(-[a-z0-9]+)*$/), z.strictObject({ description: z.string().min(10) })),
  runs: z.strictObject({ using: z.literal('node24'), main: z.literal('dist/action.js') }),
});
const action = schema.parse(parse(read('action.yml')));

describe('action.yml', () => {
  it('offers exactly the inputs that are read', () => {
    const used = [...read('src/github/inputs.ts').matchAll(/getInput\('([^']+)'\)/g)].map((m) => m[1]);
    expect(Object.keys(action.inputs).sort()).toEqual(used.sort());
  });

  it('promises exactly the outputs that are set', () => {
    expect(Object.keys(action.outputs).sort()).toEqual(Object.keys(outputsOf(report(), 'x')).sort());
  });

  it('has the documented defaults and requires nothing', () => {
    expect(
      Object.fromEntries(Object.entries(action.inputs).flatMap(([name, i]) => (i.default === undefined ? [] : [[name, i.default]]))),
    ).toEqual({
      'working-directory': '.',
      'warn-only': 'false',
      token: `\${{ github.token }}`,
      comment: 'auto',
    });
    expect(Object.values(action.inputs).filter((i) => i.required)).toEqual([]);
  });

  it('is explained in the README, every input and every output', () => {
    const readme = existsSync(new URL('README.md', root)) ? read('README.md') : '';
    const named = [...Object.keys(action.inputs), ...Object.keys(action.outputs)];
    expect(named.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});
