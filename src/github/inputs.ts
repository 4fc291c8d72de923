import { getInput } from '@actions/core';

const COMMENT_MODES = ['auto', 'always', 'never'] as const;
export type CommentMode = (typeof COMMENT_MODES)[number];

/** The inputs of action.yml, checked. */
export interface Inputs {
  /** Folder of the scan, from the root of the checkout. */
  readonly workingDirectory: string;
  /** Path of the configuration within it, or null to look for it. */
  readonly config: string | null;
  /** Framework ids, or null for those that the configuration names. */
  readonly frameworks: readonly string[] | null;
  /** As given; the scan checks dates and framework ids alike for both entries. */
  readonly asOf: string | null;
  readonly warnOnly: boolean;
  /** Empty when the workflow gives none. */
  readonly token: string;
  readonly comment: CommentMode;
  /** Folder for the reports, or null for a folder below RUNNER_TEMP. */
  readonly reportDirectory: string | null;
}

/** A `with:` value of the workflow is wrong. The message names the input, what was given and what was expected. */
export class InputError extends Error {}

/** Reads every input once. Throws InputError. */
export function readInputs(): Inputs {
  return {
    workingDirectory: getInput('working-directory') || '.',
    config: getInput('config') || null,
    frameworks: readList(getInput('frameworks')),
    asOf: getInput('as-of') || null,
    warnOnly: readYesNo('warn-only', getInput('warn-only')),
    token: getInput('token'),
    comment: readMode(getInput('comment')),
    reportDirectory: getInput('report-directory') || null,
  };
}

function readList(text: string): string[] | null {
  const items = text.split(/[\s,]+/).filter(Boolean);
  return items.length ? items : null;
}

function readYesNo(name: string, text: string): boolean {
  if (text === '' || text === 'false') return false;
  if (text === 'true') return true;
  throw new InputError(`input ${name}: expected true or false, not "${text}"`);
}

function readMode(text: string): CommentMode {
  const mode = text === '' ? 'auto' : COMMENT_MODES.find((known) => known === text);
  if (mode === undefined) throw new InputError(`input comment: expected ${COMMENT_MODES.join(', ')}, not "${text}"`);
  return mode;
}
