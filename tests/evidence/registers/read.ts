import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { CalendarDate } from '../../../src/calendar.ts';
import { readConfig } from '../../../src/config/config.ts';
import { type Registers, readRegisters } from '../../../src/evidence/registers/read-registers.ts';
import type { EvidenceRecord } from '../../../src/model/evidence.ts';
import type { Vocabulary } from '../../../src/model/pack.ts';
import type { SourceFile } from '../../../src/model/workspace.ts';
import { headingsSchema, registerSchema } from '../../../src/packs/schema.ts';
import { readStrict } from '../../../src/schema.ts';

const VOCABULARY = new URL('../../../rules/vocabulary/registers.yml', import.meta.url);
const HEADINGS = new URL('../../../rules/vocabulary/headings.yml', import.meta.url);
export const vocabulary: Vocabulary = {
  labels: {},
  registers: readStrict(z.array(registerSchema), readFileSync(VOCABULARY, 'utf8'), 'registers.yml').value,
  headings: readStrict(headingsSchema, readFileSync(HEADINGS, 'utf8'), 'headings.yml').value,
};

/** Reads the registers of a made-up repository on 21 November 2026. `config` is the text of its cleanbill.yml. */
export function read(files: Readonly<Record<string, string>>, config = ''): Registers {
  const all = { ...files, ...(config ? { 'cleanbill.yml': config } : {}) };
  const sources = Object.entries(all).map(([path, text]): SourceFile => ({ path, size: text.length, text: () => text }));
  sources.sort((a, b) => (a.path < b.path ? -1 : 1));
  const reading = {
    config: readConfig(config || null, config ? 'cleanbill.yml' : null, { packs: [], rules: new Map() }),
    vocabulary,
    topics: [],
    asOf: '2026-11-21' as CalendarDate,
  };
  return readRegisters(sources, reading);
}

/** Values of a record's fields; a field that holds none is shown as its state. */
export function values(record: EvidenceRecord | undefined): Record<string, unknown> {
  const fields = Object.entries(record?.fields ?? {}).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.map(([name, field]) => [name, field?.state === 'value' ? field.value : `<${field?.state}>`]));
}

/** `path:line:column code` of every problem. */
export function places({ problems }: Registers): string[] {
  return problems.map(({ at, code }) => `${at.path}:${at.line}:${at.column} ${code}`);
}

/** Kind, path and number of records of every register. */
export function found({ registers }: Registers): string[] {
  return registers.map(({ kind, path, records }) => `${kind} ${path} ${records}`);
}
