import * as z from 'zod';
import { configSchema } from './config/schema.ts';
import type { Ruleset } from './model/pack.ts';
import { reportSchema } from './model/report-schema.ts';
import { renderPackGuide } from './report/guide.ts';
import { renderRegisterGuide } from './report/register-guide.ts';

/** Pages that are generated from the rules and the types: path below the project -> text. */
export function generatedDocs(ruleset: Ruleset): ReadonlyMap<string, string> {
  const pages = new Map(ruleset.packs.map((pack) => [`rules/${pack.id}/README.md`, renderPackGuide(pack, ruleset)]));
  pages.set('docs/registers.md', renderRegisterGuide(ruleset.vocabulary));
  pages.set('docs/report.schema.json', schemaText(reportSchema, 'Report of cleanbill, schema 1'));
  pages.set('docs/cleanbill.schema.json', schemaText(configSchema, 'Configuration of cleanbill: cleanbill.yml'));
  return pages;
}

function schemaText(schema: z.ZodType, title: string): string {
  return `${JSON.stringify({ title, ...z.toJSONSchema(schema, { io: 'input' }) }, null, 2)}\n`;
}
