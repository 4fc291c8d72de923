import type { Location } from '../../model/location.ts';
import { readYaml, type YamlDocument } from '../../yaml.ts';
import type { ProblemList } from './problems.ts';
import type { Table, TableCell, TableRow } from './table.ts';
import { wordsOfFile } from './words.ts';

type Tree = Readonly<Record<string, unknown>>;

/** The tables of one YAML or JSON file. */
export interface TreeTables {
  /** The document itself as one record (`vendors/aws.yml`), or null. */
  readonly record: Table | null;
  /** Lists and maps of records in it, outer ones first. */
  readonly lists: readonly FoundTable[];
}

export interface FoundTable {
  readonly table: Table;
  /** Keys that lead to it. */
  readonly trail: readonly PropertyKey[];
}

/** Maps are looked into this far below the root: `company: { vendors: [...] }`. */
const DEEPEST = 2;
const MOST_ROWS = 50_000;
/** Documents of one file that are read apart; what follows is one text, and a problem. */
const MOST_DOCUMENTS = 1_000;
const DOCUMENT_START = /^---(?=\s|$)/gm;

/** Reads every table of a YAML or JSON text; a broken part is a problem that never quotes the text. */
export function readTreeTables(text: string, path: string, problems: ProblemList): TreeTables[] {
  return splitDocuments(text).flatMap(({ part, line }) => {
    const document = parse(part, path, line, problems);
    return document ? [tablesOf(new TreeReader(document, part, path, line))] : [];
  });
}

/** YAML files can hold several documents; each is read by itself, on its own lines. */
function splitDocuments(text: string): { part: string; line: number }[] {
  const starts = [...text.matchAll(DOCUMENT_START)].map((match) => match.index);
  const cuts = [0, ...starts.filter((start) => start > 0).slice(0, MOST_DOCUMENTS), text.length];
  let line = 1;
  return cuts.slice(0, -1).flatMap((cut, index) => {
    const part = text.slice(cut, cuts[index + 1]);
    const first = line;
    line += part.split('\n').length - 1;
    return part.trim() ? [{ part, line: first }] : [];
  });
}

function parse(text: string, path: string, line: number, problems: ProblemList): YamlDocument | null {
  const document = readYaml(text, path, line);
  const first = document.problems[0];
  if (!first) return document;
  problems.add(
    'broken-file',
    `cannot be read as ${/\.json$/i.test(path) ? 'JSON' : 'YAML'}: ${withoutQuotes(first.message)}; correct it on this line`,
    first.at,
  );
  return null;
}

/** A parser's message may quote a value of the file, which may be somebody's name. */
function withoutQuotes(message: string): string {
  const cut = message.search(/["'`:]/);
  return (cut < 0 ? message : message.slice(0, cut)).trim();
}

function isMap(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScalar(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean', 'bigint'].includes(typeof value);
}

function tablesOf(reader: TreeReader): TreeTables {
  const root = reader.document.value;
  const lists: FoundTable[] = [];
  findLists(reader, root, [], '', lists);
  if (!isMap(root)) return { record: null, lists };
  const scalars = Object.values(root).filter(isScalar).length;
  return { record: scalars >= 2 ? reader.table([root], [[]], '', [wordsOfFile(reader.path)]) : null, lists };
}

function findLists(reader: TreeReader, value: unknown, trail: readonly PropertyKey[], key: string, into: FoundTable[]): void {
  if (Array.isArray(value)) {
    const indexes = value.flatMap((item, index) => (isMap(item) ? [index] : [])).slice(0, MOST_ROWS);
    if (indexes.length)
      into.push({
        trail,
        table: reader.table(
          indexes.map((i) => value[i] as Tree),
          indexes.map((i) => [...trail, i]),
          key,
          null,
        ),
      });
    return;
  }
  if (!isMap(value)) return;
  const entries = Object.entries(value).slice(0, MOST_ROWS);
  if (entries.length > 0 && entries.every(([, child]) => isMap(child))) {
    const names = entries.map(([name]) => name);
    into.push({
      trail,
      table: reader.table(
        entries.map(([, child]) => child as Tree),
        names.map((name) => [...trail, name]),
        key,
        names,
      ),
    });
  }
  if (trail.length >= DEEPEST) return;
  for (const [name, child] of entries) findLists(reader, child, [...trail, name], name, into);
}

/** Turns maps of one document into rows. */
class TreeReader {
  readonly document: YamlDocument;
  readonly path: string;
  readonly #lines: readonly string[];
  readonly #firstLine: number;

  constructor(document: YamlDocument, text: string, path: string, firstLine: number) {
    this.document = document;
    this.path = path;
    this.#lines = text.split(/\r\n|\n|\r/);
    this.#firstLine = firstLine;
  }

  /** `names` are the keys that the records stand under; they become one more column. */
  table(records: readonly Tree[], trails: readonly (readonly PropertyKey[])[], key: string, names: readonly string[] | null): Table {
    const headings = new Map<string, { trail: readonly string[]; column: number; at: Location }>();
    for (const [index, record] of records.entries()) {
      for (const trail of fieldsOf(record)) {
        const heading = trail.join(' ');
        if (headings.has(heading)) continue;
        headings.set(heading, { trail, column: headings.size, at: this.document.keyAt([...(trails[index] ?? []), ...trail]) });
      }
    }
    const columns = [...headings.values()].map(({ trail }) => trail);
    const header = [...headings].map(([text, { at }]) => ({ text, at }));
    const rows = records.map((record, index) => this.#row(record, trails[index] ?? [], columns, names?.[index]));
    const at = this.document.at(trails[0] ?? []);
    if (names) header.push({ text: '', at });
    return { path: this.path, key, header, rows, keyColumn: names ? columns.length : -1 };
  }

  #row(record: Tree, trail: readonly PropertyKey[], columns: readonly (readonly string[])[], name: string | undefined): TableRow {
    const at = trail.length ? (name === undefined ? this.document.at(trail) : this.document.keyAt(trail)) : this.document.at([]);
    return {
      at,
      ragged: false,
      cell: (column) => {
        const field = columns[column];
        if (!field) return name !== undefined && column === columns.length ? { text: name, items: null, at } : null;
        const value = field.reduce<unknown>((node, part) => (isMap(node) && Object.hasOwn(node, part) ? node[part] : undefined), record);
        return value === undefined ? null : this.#cell(value, this.document.at([...trail, ...field]));
      },
    };
  }

  #cell(value: unknown, at: Location): TableCell {
    if (Array.isArray(value)) {
      const items = value.filter(isScalar).map((item) => String(item ?? '').trim());
      return { text: items.join('; '), items, at };
    }
    if (typeof value === 'string') return { text: value.replace(/\s+/g, ' ').trim(), items: null, at };
    return { text: value === null ? '' : this.#asWritten(value, at), items: null, at };
  }

  /** Numbers as the file writes them: `007` stays `007`. */
  #asWritten(value: unknown, at: Location): string {
    const line = this.#lines[at.line - this.#firstLine] ?? '';
    return /^[\w.+-]{1,40}/.exec(line.slice(at.column - 1, at.column + 47))?.[0] ?? String(value);
  }
}

/** Paths of a record's own fields; a map inside it gives its fields with its name before them (`baa: { status }`). */
function fieldsOf(record: Tree): (readonly string[])[] {
  return Object.entries(record).flatMap(([key, value]): (readonly string[])[] => {
    if (isScalar(value)) return [[key]];
    if (Array.isArray(value)) return value.length === 0 || value.some(isScalar) ? [[key]] : [];
    if (!isMap(value)) return [];
    return Object.entries(value)
      .filter(([, child]) => isScalar(child) || Array.isArray(child))
      .map(([name]) => [key, name]);
  });
}
