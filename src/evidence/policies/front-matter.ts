import { readYaml } from '../../yaml.ts';
import type { FrontMatter } from './document.ts';

/** Front matter, and where the text after it begins. */
export interface FrontMatterPart {
  readonly yaml: FrontMatter | null;
  /** Offset of the first character after it; 0 when there is none. */
  readonly end: number;
  /** Number of lines before that character. */
  readonly lines: number;
}

const NONE: FrontMatterPart = { yaml: null, end: 0, lines: 0 };
/** Longest front matter that is looked for, in lines. */
const LONGEST = 400;
const OPENING = /^---[ \t]*$/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/;
const KEY = /^["']?[A-Za-z_][\w .-]{0,60}["']?:(?:\s|$)/;
const YAML_LINE = /^(?:\s|- |-$|#|["']?[A-Za-z_][\w .-]{0,60}["']?:(?:\s|$)|$)/;

/**
 * Front matter between two `---` lines, or, where the opening line is missing, a block of YAML lines from line 1 that
 * ends with `---`. Broken YAML is front matter, too: its problems are on the document.
 */
export function readFrontMatter(text: string, path: string): FrontMatterPart {
  let offset = 0;
  let opened = false;
  let skipped = 0;
  let start = 0;
  for (let line = 0; line < LONGEST && offset < text.length; line += 1) {
    const newline = text.indexOf('\n', offset);
    const next = newline < 0 ? text.length : newline + 1;
    const content = text.slice(offset, newline < 0 ? next : newline).trimEnd();
    const first = line === skipped;
    if (first && content === '') {
      skipped += 1;
    } else if (first) {
      opened = OPENING.test(content);
      if (!opened && !KEY.test(content)) return NONE;
      start = opened ? next : offset;
    } else if (CLOSING.test(content)) {
      const yaml = withText(text.slice(start, offset), path, skipped + (opened ? 2 : 1));
      const isData = typeof yaml.value === 'object' && yaml.value !== null && !Array.isArray(yaml.value);
      return isData || (opened && yaml.problems.length > 0) ? { yaml, end: next, lines: line + 1 } : NONE;
    } else if (!opened && !YAML_LINE.test(content)) return NONE;
    offset = next;
  }
  return NONE;
}

function withText(text: string, path: string, firstLine: number): FrontMatter {
  const yaml = readYaml(text, path, firstLine);
  const written = (keys: readonly PropertyKey[]): string => {
    const { line, column } = yaml.at(keys);
    const source = text.split('\n')[line - firstLine] ?? '';
    return source
      .slice(column - 1)
      .replace(/ #.*$/, '')
      .trim();
  };
  return { ...yaml, written };
}
