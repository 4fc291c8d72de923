import type { CalendarDate } from '../../calendar.ts';
import type { Config } from '../../model/config.ts';
import type { DocumentRole, EvidenceRecord, Policy, ReadingProblem, TopicCoverage } from '../../model/evidence.ts';
import type { Topic, Vocabulary } from '../../model/pack.ts';
import type { SourceFile } from '../../model/workspace.ts';
import { type DateOrder, proveOrder } from '../dates/read-date.ts';
import { compileTopics } from '../topics/matcher.ts';
import { parseMarkdown } from './markdown.ts';
import { selectProgramme } from './programme.ts';
import { type PolicyReading, readPolicy } from './read-policy.ts';
import { inheritFields, readSetStatement } from './set-statement.ts';

/** What reading written documents needs besides the files. */
export interface PolicyContext {
  readonly config: Pick<Config, 'dates' | 'sources'>;
  readonly vocabulary: Pick<Vocabulary, 'labels'>;
  readonly topics: readonly Topic[];
  readonly asOf: CalendarDate;
  /** Told after each document how many of all have been read. */
  readonly progress?: (read: number, of: number) => void;
}

/** Fewer documents with one title are copies of each other. */
const LEAST_SHARING = 3;

interface Candidate extends PolicyReading {
  readonly path: string;
  readonly file: SourceFile;
  readonly topics: readonly TopicCoverage[];
  /** What is wrong with the front matter. */
  readonly broken: readonly ReadingProblem[];
}

/** All that written documents give. */
export interface WrittenEvidence {
  readonly policies: readonly Policy[];
  /** Risk assessments that are documents themselves. */
  readonly records: readonly EvidenceRecord[];
  readonly problems: readonly ReadingProblem[];
}

/**
 * Reads the written documents of a repository: one pass over the files, each parsed and let go. A second look is taken at
 * those whose all-numeric dates only the other documents settle. `files` are Markdown files; where the configuration names
 * the policies, only those are passed. Documents that belong to no programme are left out; see `selectProgramme`.
 */
export function readPolicies(files: readonly SourceFile[], context: PolicyContext): WrittenEvidence {
  const { config, asOf } = context;
  const problems: ReadingProblem[] = [];
  const read = reader(context, problems);
  const first = files.flatMap((file, index) => {
    const candidate = read(file, config.dates);
    context.progress?.(index + 1, files.length);
    return candidate ?? [];
  });
  const proved = config.dates ?? proveOrder(first.flatMap((candidate) => candidate.dateTexts));
  const order = proved === 'mixed' ? null : proved;
  const settles = config.dates === null && order !== null;
  const running = runningHeads(first);
  const candidates = first.map((c) => {
    const head = running.get(folderOf(c.path));
    const isAgain = (settles && hasUnreadable(c)) || (head !== undefined && head === c.name);
    return isAgain ? (read(c.file, order, head) ?? c) : c;
  });

  const roles = selectProgramme(candidates, () => config.sources.has('policy'));
  const sets = candidates.flatMap((c) => {
    const speaksForSet = roles.has(c.path) || c.namesSet || c.isCover;
    return (speaksForSet && readSetStatement(c.path, c.statements, { order, asOf })) || [];
  });
  const policies = candidates.flatMap((candidate): Policy[] => {
    const role = roles.get(candidate.path);
    if (!role) return [];
    const { name, at, fields, path } = candidate;
    problems.push(...candidate.broken);
    const inherited = role === 'other' ? {} : inheritFields(path, fields, sets);
    const topics =
      role === candidate.role ? candidate.topics : (read(candidate.file, order, running.get(folderOf(path)), role)?.topics ?? []);
    return [{ kind: 'policy', name, at, role, fields, topics, ...(Object.keys(inherited).length ? { inherited } : {}) }];
  });
  return { policies, records: candidates.flatMap((c) => c.assessment ?? []), problems };
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** By folder: the first heading that most of its documents share, such as the name of the organisation. */
function runningHeads(candidates: readonly Candidate[]): ReadonlyMap<string, string> {
  const folders = new Map<string, string[]>();
  for (const { path, name } of candidates) {
    const names = folders.get(folderOf(path)) ?? [];
    names.push(name);
    folders.set(folderOf(path), names);
  }
  const shared = new Map<string, string>();
  for (const [folder, names] of folders) {
    const counts = new Map<string, number>();
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    for (const [name, count] of counts) if (count >= LEAST_SHARING && 2 * count > names.length) shared.set(folder, name);
  }
  return shared;
}

/** Reads one file; with a role, its topics are those of that role. Null, and a problem, when the file cannot be read. */
function reader({ vocabulary, topics, asOf }: PolicyContext, problems: ReadingProblem[]) {
  const matcher = compileTopics(topics);
  return (file: SourceFile, order: DateOrder | null, running?: string, role?: DocumentRole): Candidate | null => {
    return guarded(file, problems, () => readFile(file, order, running, role));
  };

  function readFile(file: SourceFile, order: DateOrder | null, running?: string, role?: DocumentRole): Candidate {
    const document = parseMarkdown(file.text(), file.path);
    const reading = readPolicy(document, vocabulary.labels, order, asOf, running ?? null);
    const broken = (document.frontMatter?.problems ?? [])
      .slice(0, 1)
      .map(({ message, at }): ReadingProblem => ({ code: 'broken-file', message: `the front matter is not valid YAML: ${message}`, at }));
    // What a document says of itself alone is in its fields by now.
    const statements = reading.statements.filter((s) => s.ofSet);
    return { ...reading, statements, path: file.path, file, broken, topics: matcher.match(document, role ?? reading.role, reading.name) };
  }
}

/** One file that cannot be read, or that no reader can cope with, is a finding and not the end of the scan. */
function guarded<T>(file: SourceFile, problems: ReadingProblem[], read: () => T): T | null {
  try {
    return read();
  } catch {
    problems.push({ code: 'not-scanned', message: 'not scanned: the file could not be read', at: { path: file.path, line: 1, column: 1 } });
    return null;
  }
}

function hasUnreadable({ fields, assessment }: Candidate): boolean {
  return [...Object.values(fields), ...Object.values(assessment?.fields ?? {})].some((field) => field?.state === 'unreadable');
}
