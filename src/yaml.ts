import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLError } from 'yaml';
import type { Location } from './model/location.ts';

/** Keys that change a copied object's prototype; no register or rule has a use for them. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

export interface YamlProblem {
  readonly message: string;
  readonly at: Location;
}

/** A parsed document: plain data, and the place of every node by its path. */
export interface YamlDocument {
  readonly value: unknown;
  /** Place of the value at a path of keys and indexes; of the nearest node above it that exists. */
  at(path: readonly PropertyKey[]): Location;
  /** Place of the key itself at a path, such as an unknown key. */
  keyAt(path: readonly PropertyKey[]): Location;
  readonly problems: readonly YamlProblem[];
}

const STRICT = { prettyErrors: false, uniqueKeys: true, schema: 'core', merge: false, logLevel: 'error' } as const;
/** No record is nested like this; the parser takes seconds for 400 open braces, and minutes for more. */
const DEEPEST = 64;
const MOST_VALUES = 1_000_000;

/** Whether brackets are nested deeper than any record nests them. Brackets in texts count, too: balanced ones do no harm. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 91 || code === 123) depth += 1;
    else if ((code === 93 || code === 125) && depth > 0) depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** What no record has and what takes the library minutes: deep nesting, keys that are not plain, more values than fit. */
function findStrange(contents: unknown): string | null {
  const open: { node: unknown; depth: number }[] = [{ node: contents, depth: 0 }];
  for (let seen = 0; open.length > 0; seen += 1) {
    const { node, depth } = open.pop() ?? { node: null, depth: 0 };
    if (depth > DEEPEST) return 'is nested too deeply to be read';
    if (seen > MOST_VALUES) return `holds more than ${MOST_VALUES} values`;
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isScalar(key) && key !== null) return 'has a key that is not a plain word';
        open.push({ node: value, depth: depth + 1 });
      }
    } else if (isSeq(node)) for (const item of node.items) open.push({ node: item, depth: depth + 1 });
  }
  return null;
}

function unreadable(message: string, at: Location): YamlDocument {
  return { value: null, at: () => at, keyAt: () => at, problems: [{ message, at }] };
}

/**
 * Reads one YAML (or JSON) document with the core schema: dates stay text, duplicate keys are problems, aliases are
 * bounded (an alias bomb is a problem, not a hang). `firstLine` is the line of the file on which the text begins.
 */
export function readYaml(text: string, path: string, firstLine = 1): YamlDocument {
  const start = { path, line: firstLine, column: 1 };
  if (isTooDeep(text)) return unreadable('is nested too deeply to be read', start);
  const counter = new LineCounter();
  let document: Document.Parsed;
  try {
    document = parseDocument(text, { ...STRICT, lineCounter: counter });
  } catch {
    // The parser is recursive: block nesting of many thousand levels exhausts its stack.
    return unreadable('is nested too deeply to be read', start);
  }
  const strange = findStrange(document.contents);
  if (strange !== null) return unreadable(strange, start);
  const place = (offset: number): Location => {
    const { line, col } = counter.linePos(offset);
    return { path, line: Math.max(1, line) + firstLine - 1, column: Math.max(1, col) };
  };
  // One broken place makes the parser stumble again further on: the first error is the one to mend.
  const problems = document.errors.slice(0, 1).map((error) => ({ message: plainMessage(error), at: place(error.pos[0]) }));
  let value: unknown = null;
  try {
    value = document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    problems.push({ message: error instanceof Error ? error.message : 'cannot be read', at: place(0) });
  }
  const forbidden = findForbiddenKey(value, []);
  if (forbidden) {
    problems.push({ message: `the key "${String(forbidden.at(-1))}" is not allowed`, at: place(0) });
    value = null;
  }
  const nodeAt = (keys: readonly PropertyKey[]): Node | null => {
    for (let length = keys.length; length >= 0; length -= 1) {
      const node = document.getIn(keys.slice(0, length), true) as Node | undefined;
      if (node && typeof node === 'object' && 'range' in node && node.range) return node;
    }
    return null;
  };
  return {
    value,
    problems,
    at: (keys) => place(nodeAt(keys)?.range?.[0] ?? 0),
    keyAt: (keys) => {
      const parent = keys.length ? (document.getIn(keys.slice(0, -1), true) as { items?: unknown[] } | undefined) : undefined;
      for (const item of parent?.items ?? []) {
        const key = (item as { key?: { value?: unknown; range?: number[] } }).key;
        if (key && String(key.value) === String(keys.at(-1)) && key.range) return place(key.range[0] ?? 0);
      }
      return place(nodeAt(keys)?.range?.[0] ?? 0);
    },
  };
}

function plainMessage(error: YAMLError): string {
  if (/^Missing closing/.test(error.message)) return 'a quote is opened and not closed before this line';
  if (error.code === 'MULTIPLE_DOCS') return 'holds several documents, of which only one can be read; remove the lines that are only ---';
  return error.message.replace(/\s+/g, ' ').replace(/ at line \d+.*$/, '');
}

/** An alias may stand within its own anchor: what was seen once is not looked at again. */
function findForbiddenKey(value: unknown, trail: string[], seen = new Set<object>()): string[] | null {
  if (typeof value !== 'object' || value === null || seen.has(value)) return null;
  seen.add(value);
  for (const [key, child] of Object.entries(value)) {
    if (FORBIDDEN_KEYS.has(key)) return [...trail, key];
    const found = findForbiddenKey(child, [...trail, key], seen);
    if (found) return found;
  }
  return null;
}
