import type { getOctokit } from '@actions/github';
import type { PullRequest, RunEvent } from './event.ts';

/** One call may take this long; a report must not wait for a service that does not answer. */
const PATIENCE_MS = 15_000;
/** GitHub lists at most this many files of a pull request, in pages of at most 100; comments are read as far. */
const MOST = 3_000;
const PAGE = 100;

/** A comment as the API lists it. */
export interface RemoteComment {
  readonly id: number;
  readonly body: string;
  /** Login of its author, such as `github-actions[bot]`; null when the account is gone. */
  readonly author: string | null;
}

/** What the Action asks of GitHub about one pull request. Every call may throw. */
export interface PullRequestApi {
  /** Login that the token acts as. */
  viewer(): Promise<string>;
  /** Paths from the root of the repository; at most 3,000. */
  changedFiles(): Promise<string[]>;
  comments(): Promise<RemoteComment[]>;
  create(body: string): Promise<void>;
  update(id: number, body: string): Promise<void>;
}

/** The HTTP status of a refused call, or null for any other trouble. */
export function statusOf(error: unknown): number | null {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : null;
}

/**
 * The API for a pull request; null without a token, a repository or a pull request. The client is loaded only here.
 * It talks to GITHUB_API_URL alone (which the client reads by itself), so it works on GitHub Enterprise Server.
 */
export async function connect(token: string, { repository, pullRequest }: RunEvent): Promise<PullRequestApi | null> {
  if (token === '' || repository === null || pullRequest === null) return null;
  const github = await import('@actions/github');
  return apiOf(github.getOctokit(token), { owner: repository.owner, repo: repository.name }, pullRequest);
}

type Client = ReturnType<typeof getOctokit>;

function apiOf(client: Client, repo: { owner: string; repo: string }, { number }: PullRequest): PullRequestApi {
  const patience = () => ({ request: { signal: AbortSignal.timeout(PATIENCE_MS) } });
  return {
    async viewer() {
      const { viewer } = await client.graphql<{ viewer: { login: string } }>('query { viewer { login } }', patience());
      return viewer.login;
    },
    async changedFiles() {
      const files = await pages((page) =>
        client.rest.pulls.listFiles({ ...repo, pull_number: number, per_page: PAGE, page, ...patience() }),
      );
      return files.map((file) => file.filename);
    },
    async comments() {
      const found = await pages((page) =>
        client.rest.issues.listComments({ ...repo, issue_number: number, per_page: PAGE, page, ...patience() }),
      );
      return found.map(({ id, body, user }) => ({ id, body: body ?? '', author: user?.login ?? null }));
    },
    async create(body) {
      await client.rest.issues.createComment({ ...repo, issue_number: number, body, ...patience() });
    },
    async update(id, body) {
      await client.rest.issues.updateComment({ ...repo, comment_id: id, body, ...patience() });
    },
  };
}

async function pages<T>(read: (page: number) => Promise<{ data: T[] }>): Promise<T[]> {
  const all: T[] = [];
  for (let page = 1; all.length < MOST; page += 1) {
    const { data } = await read(page);
    all.push(...data);
    if (data.length < PAGE) break;
  }
  return all;
}
