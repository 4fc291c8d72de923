import { createHash } from 'node:crypto';
import { type PullRequestApi, type RemoteComment, statusOf } from './api.ts';
import type { RunEvent } from './event.ts';
import type { CommentMode, Inputs } from './inputs.ts';

/** What to do with the comments that are there. */
export type CommentPlan = { readonly kind: 'create' } | { readonly kind: 'update'; readonly id: number } | { readonly kind: 'keep' };

/** What became of the comment, for the log. A `notice` or `warning` is annotated. */
export interface CommentResult {
  readonly level: 'log' | 'notice' | 'warning';
  readonly text: string;
}

/** The author of comments that are written with the token of a workflow. */
const WORKFLOW_AUTHOR = 'github-actions[bot]';

/** Invisible first line that tells our comment from others, one per scanned folder, configuration and choice of frameworks. */
export function markerOf({ workingDirectory, config, frameworks }: Pick<Inputs, 'workingDirectory' | 'config' | 'frameworks'>): string {
  const id = createHash('sha256')
    .update(JSON.stringify([workingDirectory, config, frameworks]))
    .digest('hex')
    .slice(0, 12);
  return `<!-- cleanbill ${id} -->`;
}

/** Decides: our own comment with this marker is updated, the oldest if there are several. Anybody can copy a marker, so the author counts. */
export function planComment(existing: readonly RemoteComment[], body: string, marker: string, author: string): CommentPlan {
  const own = existing.find((comment) => comment.author === author && comment.body.startsWith(marker));
  if (!own) return { kind: 'create' };
  return sameText(own.body, body) ? { kind: 'keep' } : { kind: 'update', id: own.id };
}

/** The service may trim a comment and change its line ends. */
function sameText(a: string, b: string): boolean {
  return a.replaceAll('\r\n', '\n').trim() === b.replaceAll('\r\n', '\n').trim();
}

/**
 * Keeps one comment on the pull request up to date. Never throws: a comment is a courtesy, the summary has it all.
 * `text` is the page below the marker.
 */
export async function publishComment(
  api: PullRequestApi | null,
  event: RunEvent,
  mode: CommentMode,
  marker: string,
  text: string,
): Promise<CommentResult> {
  if (mode === 'never') return { level: 'log', text: 'No comment: comment is never.' };
  if (event.pullRequest === null)
    return { level: 'log', text: `No comment: the event ${event.name || 'of this run'} is not about a pull request.` };
  if (api === null) return { level: mode === 'always' ? 'warning' : 'log', text: 'No comment: there is no token.' };
  try {
    const body = `${marker}\n${text}`;
    const plan = planComment(await api.comments(), body, marker, await authorOf(api));
    if (plan.kind === 'create') await api.create(body);
    else if (plan.kind === 'update') await api.update(plan.id, body);
    return {
      level: 'log',
      text: {
        create: 'Commented on the pull request.',
        update: 'Updated the comment on the pull request.',
        keep: 'The comment on the pull request is up to date.',
      }[plan.kind],
    };
  } catch (error) {
    return failureOf(statusOf(error), mode, event.pullRequest.fork);
  }
}

/** Not every kind of token may ask who it is; then it is taken for the workflow's own. */
async function authorOf(api: PullRequestApi): Promise<string> {
  try {
    return await api.viewer();
  } catch {
    return WORKFLOW_AUTHOR;
  }
}

function failureOf(status: number | null, mode: CommentMode, fork: boolean): CommentResult {
  const level = mode === 'always' ? 'warning' : 'notice';
  if (status !== 403 && status !== 404)
    return { level, text: `No comment: GitHub answered ${status ?? 'nothing in time'}. The job summary has the result.` };
  if (fork)
    return {
      level: mode === 'always' ? 'warning' : 'log',
      text: 'No comment: the token of a pull request from a fork can only read. The job summary has the result.',
    };
  return {
    level,
    text: 'No comment: the token may not write one. Give the job "pull-requests: write", or set "comment: never". The job summary has the result.',
  };
}
