import type { Location } from '../../model/location.ts';
import type { FrontMatter } from './document.ts';
import { type Labels, normalizeLabel } from './labels.ts';
import type { Revision } from './revision-table.ts';
import type { Statement } from './statement.ts';

/** What front matter says of the document. */
export interface FrontMatterData {
  readonly statements: readonly Statement[];
  readonly revisions: readonly Revision[];
}

/** Reads front matter by keys in any spelling, one level of nesting deep, and lists of revisions. */
export function frontMatterStatements(yaml: FrontMatter | null, labels: Labels): FrontMatterData {
  const statements: Statement[] = [];
  const revisions: Revision[] = [];
  if (!yaml || !isMap(yaml.value)) return { statements, revisions };
  for (const [key, value] of Object.entries(yaml.value)) {
    if (Array.isArray(value) && labels.is('revision-lists', key)) {
      value.forEach((item, index) => {
        if (isMap(item)) revisions.push(revisionOf(item, yaml.at([key, index]), labels));
      });
    } else if (isMap(value)) {
      const container = labels.is('containers', key);
      for (const [inner, innerValue] of Object.entries(value)) {
        add(statements, labels, container ? [inner, `${key} ${inner}`] : [`${key} ${inner}`], innerValue, yaml, [key, inner]);
      }
    } else add(statements, labels, [key], value, yaml, [key]);
  }
  return { statements, revisions };
}

function add(to: Statement[], labels: Labels, keys: readonly string[], value: unknown, yaml: FrontMatter, path: readonly string[]): void {
  const field = keys.map((key) => labels.fields(key)[0]).find((known) => known !== undefined);
  const text = field ? scalarText(typeof value === 'number' ? yaml.written(path) : value) : null;
  if (field && text !== null) to.push({ field, text, at: yaml.at(path), form: 'front-matter' });
}

/** One line of text for a scalar or a list of scalars; null for anything else. An empty value is an empty text. */
function scalarText(value: unknown): string | null {
  if (value === null) return '';
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value) && value.length && value.every((item) => typeof item === 'string' || typeof item === 'number'))
    return value.join('; ');
  if (isMap(value)) return typeof value.name === 'string' ? value.name : typeof value.role === 'string' ? value.role : null;
  return null;
}

function revisionOf(item: Record<string, unknown>, at: Location, labels: Labels): Revision {
  const cell = (list: string): string | undefined => {
    for (const [key, value] of Object.entries(item)) if (labels.is(list, normalizeLabel(key))) return scalarText(value) ?? undefined;
    return undefined;
  };
  return {
    line: at.line,
    version: cell('column-version'),
    date: cell('column-date'),
    description: cell('column-description'),
    author: cell('column-author'),
    approver: cell('column-approver'),
    dateMeans: 'revision',
  };
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
