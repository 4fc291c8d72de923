import * as z from 'zod';

/** The pull request that a run is for. */
export interface PullRequest {
  readonly number: number;
  /** It comes from another repository, or from one that is gone: its token can only read. */
  readonly fork: boolean;
}

/** What the Action needs to know of the run. */
export interface RunEvent {
  readonly name: string;
  readonly repository: { readonly owner: string; readonly name: string } | null;
  /** Null for pushes, merge queues, schedules and runs by hand. */
  readonly pullRequest: PullRequest | null;
  readonly serverUrl: string;
  /** The commit that the run checked out. */
  readonly sha: string | null;
}

const repository = z.object({ full_name: z.string() });
const payloadSchema = z.object({
  pull_request: z
    .object({
      number: z.number().int().positive(),
      // `repo` is null when the fork was deleted.
      head: z.object({ repo: repository.nullable() }),
      base: z.object({ repo: repository }),
    })
    .optional(),
});

const PULL_REQUEST_EVENTS = new Set(['pull_request', 'pull_request_target']);

/**
 * Reads the event of the run from its environment and the payload's text (null when there is none). A payload that
 * cannot be understood is the same as none: it only serves to point at a pull request.
 */
export function readEvent(env: Readonly<Record<string, string | undefined>>, payload: string | null): RunEvent {
  const name = env.GITHUB_EVENT_NAME ?? '';
  const [owner, repo] = (env.GITHUB_REPOSITORY ?? '').split('/');
  const sha = env.GITHUB_SHA ?? '';
  return {
    name,
    repository: owner && repo ? { owner, name: repo } : null,
    pullRequest: PULL_REQUEST_EVENTS.has(name) && payload !== null ? readPullRequest(payload) : null,
    serverUrl: (env.GITHUB_SERVER_URL || 'https://github.com').replace(/\/+$/, ''),
    sha: /^[0-9a-f]{40,64}$/.test(sha) ? sha : null,
  };
}

function readPullRequest(payload: string): PullRequest | null {
  let json: unknown;
  try {
    json = JSON.parse(payload);
  } catch {
    return null;
  }
  const request = payloadSchema.safeParse(json).data?.pull_request;
  if (!request) return null;
  const { number, head, base } = request;
  return { number, fork: head.repo?.full_name !== base.repo.full_name };
}
