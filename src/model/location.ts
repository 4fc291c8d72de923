/** A place in the scanned repository. Lines and columns count from 1; columns count UTF-16 units. */
export interface Location {
  /** Path relative to the scanned root, with forward slashes. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
}
