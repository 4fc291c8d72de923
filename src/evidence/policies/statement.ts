import type { Location } from '../../model/location.ts';

/**
 * The fields a document can state of itself; `review-date` and `bare-date` get their meaning from the other dates.
 * The last four are stated by reports of risk assessments.
 */
export const STATED_FIELDS = [
  'title',
  'version',
  'effective',
  'reviewed',
  'next-review',
  'review-date',
  'review-cycle',
  'owner',
  'approver',
  'approved',
  'status',
  'bare-date',
  'completed',
  'scope',
  'method',
  'next-due',
] as const;
export type StatedField = (typeof STATED_FIELDS)[number];

/** Where a statement stands; earlier forms win over later ones where they differ. */
export type StatementForm = 'front-matter' | 'label' | 'revision-row' | 'revision-comment' | 'sentence';

/** Something a document says of itself, as written. */
export interface Statement {
  readonly field: StatedField;
  readonly text: string;
  readonly at: Location;
  readonly form: StatementForm;
  /** Said of all policies or of the whole set, not of this document alone. */
  readonly ofSet?: boolean;
}
