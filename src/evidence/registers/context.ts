import type { Reading } from '../collect.ts';
import type { Lexicon } from './lexicon.ts';
import type { ProblemList } from './problems.ts';

/** What every reader of registers needs besides the file. */
export interface Context {
  readonly reading: Reading;
  readonly lexicon: Lexicon;
  readonly problems: ProblemList;
}
