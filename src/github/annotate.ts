import { error, notice, warning } from '@actions/core';
import type { Annotation } from '../report/annotations.ts';

const PRINT = { error, warning, notice } as const;

/** Hands annotations to the runner, in order. The toolkit escapes what would end a command. */
export function annotate(annotations: readonly Annotation[]): void {
  for (const { level, message, title, file, line } of annotations) {
    PRINT[level](message, file === null || line === null ? { title } : { title, file, startLine: line });
  }
}
