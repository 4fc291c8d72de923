import { LineCounter, type Node, parseDocument, type YAMLError } from 'yaml';
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

/**
 * Reads one YAML (or JSON) document with the core schema: dates stay text, duplicate keys are problems, aliases are
 * bounded (an alias bomb is a problem, not a hang). `firstLine` is the line of the file on which the text begins.
 */
export function readYaml(text: string, path: string, firstLine = 1): YamlDocument {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter, prettyErrors: false, uniqueKeys: true, schema: 'core', merge: false, logLevel: 'silent',
  });
  const place = (offset: number): Location => {
    const { line, col } = counter.linePos(offset);
    return { path, line: Math.max(1, line) + firstLine - 1, column: Math.max(1, col) };
  };
  const problems = document.errors.map((error) => ({ message: plainMessage(error), at: place(error.pos[0]) }));
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
  return error.message.replace(/\s+/g, ' ').replace(/ at line \d+.*$/, '');
}

function findForbiddenKey(value: unknown, trail: string[]): string[] | null {
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, child] of Object.entries(value)) {
    if (FORBIDDEN_KEYS.has(key)) return [...trail, key];
    const found = findForbiddenKey(child, [...trail, key]);
    if (found) return found;
  }
  return null;
}
