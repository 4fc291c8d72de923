import { relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readOwnFile } from './files/text.ts';
import { NoSuchFolder } from './files/tree.ts';
import { realPathInside, writeWhole } from './files/write.ts';
import { annotate } from './github/annotate.ts';
import { connect, type PullRequestApi, statusOf } from './github/api.ts';
import { markerOf, publishComment } from './github/comment.ts';
import { type RunEvent, readEvent } from './github/event.ts';
import { InputError, type Inputs, readInputs } from './github/inputs.ts';
import { logLines, outputsOf, verdictLines } from './github/outputs.ts';
import { log, output, verdict, whisper } from './github/say.ts';
import { writeSummary } from './github/summary.ts';
import type { Report } from './model/report.ts';
import { type AnnotationOptions, annotationsOf, RUNNER_LIMITS, setupAnnotations } from './report/annotations.ts';
import { placeOfFault } from './report/fault.ts';
import { renderJson } from './report/json.ts';
import { MARKDOWN_BUDGETS, renderMarkdown } from './report/markdown.ts';
import { runScan } from './scan.ts';
import { SetupError } from './schema.ts';
import { shippedRuleset } from './shipped.ts';
import { VERSION } from './version.ts';

/** Of each level one annotation is kept for the verdict and for what the Action itself has to say. */
const FINDINGS_BUDGET = RUNNER_LIMITS.perLevel - 1;

/** Where this run reads and writes. */
interface Places {
  /** The scanned folder, absolute, and as a path from the root of the checkout (empty for the root). */
  readonly directory: string;
  readonly folder: string;
  readonly reports: string;
}

/** Both folders must lie where a job may read and write, also when links are followed. Throws InputError. */
function findPlaces(inputs: Inputs): Places {
  const workspace = process.env.GITHUB_WORKSPACE || process.cwd();
  const temporary = process.env.RUNNER_TEMP || workspace;
  const root = realPathInside(workspace, [workspace]) ?? workspace;
  const directory = realPathInside(`${workspace}/${inputs.workingDirectory}`, [workspace]);
  if (directory === null)
    throw new InputError(`input working-directory: ${inputs.workingDirectory} lies outside the checkout; name a folder within it`);
  const wanted = inputs.reportDirectory;
  const reports = realPathInside(wanted === null ? `${temporary}/cleanbill` : absolute(wanted, workspace), [workspace, temporary]);
  if (reports === null)
    throw new InputError(
      `input report-directory: ${wanted} lies outside the checkout and the runner's temporary folder; name a folder within one of them`,
    );
  return { directory, folder: relative(root, directory).split(sep).join('/'), reports };
}

function absolute(path: string, base: string): string {
  return /^([/\\]|[a-z]:)/i.test(path) ? path : `${base}/${path}`;
}

/** The payload of the event; none for a schedule or outside a runner. */
function readPayload(): string | null {
  try {
    return readOwnFile(pathToFileURL(process.env.GITHUB_EVENT_PATH ?? ''));
  } catch {
    return null;
  }
}

/** Paths that the pull request touches, from the scanned folder; null when nobody can tell. */
async function changedPaths(api: PullRequestApi | null, folder: string): Promise<Set<string> | null> {
  if (api === null) return null;
  try {
    const prefix = folder ? `${folder}/` : '';
    return new Set((await api.changedFiles()).filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length)));
  } catch (error) {
    whisper(`The changed files are not known (${statusOf(error) ?? 'no answer'}); annotations are ranked without them.`);
    return null;
  }
}

/** Address of the scanned folder at its commit, for links to lines. */
function linksTo({ repository, serverUrl, sha }: RunEvent, commit: string | null, folder: string): string | null {
  const at = commit ?? sha;
  if (repository === null || at === null) return null;
  const parts = [repository.owner, repository.name, 'blob', at, ...folder.split('/').filter(Boolean)];
  return `${serverUrl}/${parts.map(encodeURIComponent).join('/')}`;
}

/** Writes both reports, whole. Throws InputError when the folder cannot be written. */
function writeReports(report: Report, links: string | null, folder: string): string {
  const path = `${folder}/cleanbill.json`;
  try {
    writeWhole(path, renderJson(report));
    writeWhole(`${folder}/cleanbill.md`, renderMarkdown(report, { links }));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new InputError(`input report-directory: ${folder} cannot be written (${code}); name another folder`);
  }
  return path;
}

async function run(inputs: Inputs, { directory, folder, reports }: Places): Promise<void> {
  const event = readEvent(process.env, readPayload());
  const { report } = runScan({ directory, config: inputs.config, frameworks: inputs.frameworks, asOf: inputs.asOf }, shippedRuleset());
  const links = linksTo(event, report.commit, folder);
  const path = writeReports(report, links, reports);
  const api = await connect(inputs.token, event);
  const changed = await changedPaths(api, folder);
  const budget: AnnotationOptions['budget'] = { error: FINDINGS_BUDGET, warning: FINDINGS_BUDGET, notice: FINDINGS_BUDGET };
  annotate(annotationsOf(report, changed, { folder, budget }));
  for (const line of logLines(report, path)) log(line);
  output(outputsOf(report, path));
  if (!(await writeSummary(renderMarkdown(report, { budget: MARKDOWN_BUDGETS.summary, links, changed }))))
    log('This runner keeps no job summary.');
  const page = renderMarkdown(report, { budget: MARKDOWN_BUDGETS.comment, links, changed });
  const comment = await publishComment(api, event, inputs.comment, markerOf(inputs), page);
  if (comment.level === 'log') log(comment.text);
  else annotate([{ level: comment.level, title: 'Cleanbill', message: comment.text, file: null, line: null }]);
  if (!report.gate.passed) verdict(verdictLines(report), inputs.warnOnly);
  else log('The gate passes.');
}

/** Options of the scan, as this entry calls them. */
const INPUTS: Readonly<Record<string, string>> = {
  '--as-of': 'input as-of',
  '--config': 'input config',
  '--framework': 'input frameworks',
};

/** The set-up is wrong, or we are: the step fails either way, also with warn-only. */
function fail(error: unknown, folder: string): void {
  output({ passed: 'false' });
  if (error instanceof SetupError) {
    const problems = error.problems.map(({ message, at }) => ({ message, at: { ...at, path: INPUTS[at.path] ?? at.path } }));
    annotate(setupAnnotations(problems, folder, FINDINGS_BUDGET));
    verdict(
      [`The set-up is wrong: ${error.problems.length} ${error.problems.length === 1 ? 'problem' : 'problems'}, nothing was judged.`],
      false,
    );
  } else if (error instanceof InputError || error instanceof NoSuchFolder) verdict([error.message], false);
  else
    verdict(
      [`This is a fault of Cleanbill ${VERSION}, not of your records. Please report it with this line: ${placeOfFault(error)}`],
      false,
    );
}

let folder = '';
try {
  const inputs = readInputs();
  const places = findPlaces(inputs);
  folder = places.folder;
  await run(inputs, places);
} catch (error) {
  fail(error, folder);
}
