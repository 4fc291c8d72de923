import type { CalendarDate } from '../calendar.ts';

/** One file that the scan may read. The text is decoded on demand and is not kept. */
export interface SourceFile {
  /** Path relative to the scanned root, with forward slashes. */
  readonly path: string;
  /** Size in bytes. */
  readonly size: number;
  /** The decoded text (UTF-8 or UTF-16 by its byte order mark), without the mark. Throws when the file has vanished. */
  text(): string;
}

/** A file or folder that was met but not read, and why, in words for a person. */
export interface Unread {
  readonly path: string;
  readonly reason: string;
  /** A link: never followed, and nothing is known of what it leads to. */
  readonly isLink: boolean;
}

/** When a path was last committed; the latest Git knows. Never a substitute for a stated date. */
export interface LastCommit {
  readonly date: CalendarDate;
  readonly commit: string;
}

/** Everything the pipeline may know of the scanned repository. */
export interface Workspace {
  /** How the root is called in messages, such as the argument of the command line. */
  readonly label: string;
  /** Sorted by path. */
  readonly files: readonly SourceFile[];
  readonly unread: readonly Unread[];
  /** The commit the files came from, or null outside Git. */
  readonly commit: string | null;
  /** Last commits of the given paths; empty when there is no history (no Git, or a shallow clone). Asked at most once. */
  history(paths: readonly string[]): ReadonlyMap<string, LastCommit>;
}
