import type { Field } from '../../model/evidence.ts';
import { type DateContext, decide } from './decide.ts';
import type { StatedField, Statement } from './statement.ts';

/** What one document says of every policy in its folder and below. */
export interface SetStatement {
  /** Folder it speaks of; empty for the whole repository. */
  readonly folder: string;
  readonly fields: Readonly<Record<string, Field | undefined>>;
}

const INHERITED: readonly StatedField[] = ['effective', 'reviewed', 'next-review', 'review-cycle', 'owner', 'approver', 'approved'];

/** The statements about all policies ("These policies were last reviewed on …"), or null when there are none. */
export function readSetStatement(path: string, statements: readonly Statement[], context: DateContext): SetStatement | null {
  const ofSet = statements.filter((s) => s.ofSet);
  if (!ofSet.length) return null;
  const fields: Record<string, Field | undefined> = {};
  for (const field of INHERITED) {
    const decided = decide(field, ofSet, context);
    if (decided?.state === 'value') fields[field] = decided;
  }
  if (!Object.keys(fields).length) return null;
  const slash = path.lastIndexOf('/');
  return { folder: slash < 0 ? '' : path.slice(0, slash), fields };
}

/**
 * The fields that a document takes over from statements about its set; those it states itself are not among them. The
 * statement of the nearest folder wins, field by field.
 */
export function inheritFields(
  path: string,
  own: Readonly<Record<string, Field | undefined>>,
  sets: readonly SetStatement[],
): Record<string, Field | undefined> {
  const inherited: Record<string, Field | undefined> = {};
  const above = sets.filter((set) => set.folder === '' || path.startsWith(`${set.folder}/`));
  for (const set of above.sort((a, b) => b.folder.length - a.folder.length)) {
    for (const [name, field] of Object.entries(set.fields)) {
      // A placeholder of its own says that this document was not filled in; the set does not fill it.
      if (own[name] === undefined && inherited[name] === undefined) inherited[name] = field;
    }
  }
  return inherited;
}
