import type { Location } from '../../model/location.ts';
import type { ProblemList } from './problems.ts';

/** A US social security number as it is usually written, not inside a longer number or word. */
const SOCIAL_SECURITY = /(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])/g;
const MOST = 20;

/** Reports social security numbers in a register by their place only; the number itself is never repeated. */
export function reportPersonalData(text: string, path: string, problems: ProblemList): void {
  let found = 0;
  let line = 1;
  let counted = 0;
  for (const match of text.matchAll(SOCIAL_SECURITY)) {
    if (found === MOST) return;
    found += 1;
    for (let at = text.indexOf('\n', counted); at >= 0 && at < match.index; at = text.indexOf('\n', at + 1)) line += 1;
    counted = match.index;
    const at: Location = { path, line, column: match.index - text.lastIndexOf('\n', match.index) };
    problems.once(
      `${at.line}:${at.column}`,
      'personal-data',
      'this looks like a social security number; remove it from the file and from the history of the repository',
      at,
    );
  }
}
