import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { markerOf } from '../../src/github/comment.ts';
import { type FakeApi, type FakeState, startFakeApi } from './fake-api.ts';
import { cleanUp, runStep, type Step, type StepResult, textsOf } from './runner.ts';

const api: FakeApi = await startFakeApi();
const fresh: Omit<FakeState, 'log'> = { comments: [], files: [], viewer: 'github-actions[bot]', refuseWrites: null, refuseFiles: null };

beforeEach(() => {
  Object.assign(api.state, structuredClone(fresh));
  api.state.log.length = 0;
});
afterAll(async () => {
  cleanUp();
  await api.close();
});

const files = { 'policies/sanctions.md': '# Sanctions Policy\n\nStaff who break the rules are sanctioned.\n' };
const marker = markerOf({ workingDirectory: '.', config: null, frameworks: null });

/** A step on pull request 7 with a token; nothing else can be reached. */
function onPullRequest(over: Partial<Step> = {}): Promise<StepResult> {
  const { inputs, env, ...rest } = over;
  return runStep({
    files,
    event: 'pull_request',
    payload: 'pull_request',
    ...rest,
    inputs: { token: 'a-token', ...inputs },
    env: { GITHUB_API_URL: api.url, ...env },
  });
}
const calls = (): string[] => api.state.log.map(({ call }) => call);
const writes = (): string[] => calls().filter((call) => /^(POST|PATCH) \/repos/.test(call));

describe('the comment', () => {
  it('is made once and then updated, and left alone while nothing changes', async () => {
    const first = await onPullRequest();
    expect(first.lines).toContain('Commented on the pull request.');
    expect(api.state.comments).toMatchObject([{ body: expect.stringMatching(new RegExp(`^${marker}\n## Cleanbill: `)) }]);
    const second = await onPullRequest();
    expect(second.lines).toContain('The comment on the pull request is up to date.');
    const third = await onPullRequest({
      files: { 'policies/other.md': '# Access Control Policy\n\nAccess is granted by role.\n', ...files },
      inputs: { 'as-of': '2026-11-22' },
    });
    expect(third.lines).toContain('Updated the comment on the pull request.');
    expect(api.state.comments).toHaveLength(1);
    expect(api.state.comments[0]?.body).toContain('as of 2026-11-22');
    expect(writes()).toEqual(['POST /repos/acme/records/issues/7/comments', 'PATCH /repos/acme/records/issues/comments/1']);
  });

  it('is found behind hundreds of others', async () => {
    api.state.comments = [...Array(250)].map((_, i) => ({
      id: i + 1,
      body: i === 240 ? `${marker}\nold` : 'talk',
      user: { login: 'github-actions[bot]', type: 'Bot' },
    }));
    await onPullRequest();
    expect(writes()).toEqual(['PATCH /repos/acme/records/issues/comments/241']);
  });

  it('is never that of somebody else who copied our marker', async () => {
    api.state.comments = [{ id: 1, body: `${marker}\nplanted`, user: { login: 'stranger', type: 'User' } }];
    await onPullRequest();
    expect(api.state.comments.map((c) => [c.user.login, c.body.includes('planted')])).toEqual([
      ['stranger', true],
      ['github-actions[bot]', false],
    ]);
  });

  it('is recognised with the token of another app, and of a kind that may not ask who it is', async () => {
    api.state.viewer = 'records-app[bot]';
    await onPullRequest();
    await onPullRequest();
    expect(api.state.comments).toHaveLength(1);
    Object.assign(api.state, { comments: [], viewer: null });
    await onPullRequest();
    await onPullRequest();
    expect(api.state.comments).toHaveLength(1);
  });

  it('is one per folder', async () => {
    const eu = Object.fromEntries(Object.entries(files).map(([path, text]) => [`eu/${path}`, text]));
    await onPullRequest({ files: { ...files, ...eu } });
    await onPullRequest({ files: { ...files, ...eu }, inputs: { 'working-directory': 'eu' } });
    expect(api.state.comments).toHaveLength(2);
  });

  it.each([
    ['auto', 'pull_request', 'notice', /pull-requests: write/],
    ['always', 'pull_request', 'warning', /pull-requests: write/],
    ['always', 'pull_request_fork', 'warning', /from a fork/],
  ])('%s, refused on %s: one %s and no failure', async (comment, payload, level, text) => {
    api.state.refuseWrites = 403;
    const result = await onPullRequest({ payload, inputs: { comment } });
    expect(result.annotations.filter((a) => a.name === level && text.test(a.data))).toHaveLength(1);
    expect(result.outputs.report).toMatch(/cleanbill\.json$/);
  });

  it('is not annotated about where no permission would help', async () => {
    api.state.refuseWrites = 403;
    const result = await onPullRequest({ payload: 'pull_request_fork' });
    expect(result.commands.filter((c) => c.data.startsWith('No comment'))).toEqual([]);
    expect(result.lines.filter((line) => line.includes('from a fork'))).toHaveLength(1);
  });

  it('never is never, and nothing is asked for without a token or a pull request', async () => {
    await onPullRequest({ inputs: { comment: 'never' } });
    expect(calls()).toEqual(['GET /repos/acme/records/pulls/7/files?per_page=100&page=1']);
    api.state.log.length = 0;
    await onPullRequest({ inputs: { token: '' } });
    await onPullRequest({ event: 'merge_group', payload: 'merge_group' });
    await onPullRequest({ event: 'push', payload: 'push' });
    expect(calls()).toEqual([]);
  });

  it('sends the token to the API and prints it nowhere', async () => {
    const result = await onPullRequest();
    expect(new Set(api.state.log.map(({ authorization }) => authorization))).toEqual(new Set(['token a-token']));
    expect(result.stdout + result.stderr + result.summary + JSON.stringify(result.reports)).not.toContain('a-token');
  });
});

describe('the files of a pull request', () => {
  it('are read page by page, up to 3,000', async () => {
    api.state.files = [...Array(4_000)].map((_, i) => `file-${i}.md`);
    await onPullRequest({ inputs: { comment: 'never' } });
    expect(calls()).toHaveLength(30);
  });

  it('have their findings annotated before others of the same severity', async () => {
    const gaps = textsOf('examples/gaps-clinic');
    const errorFiles = (result: StepResult) => result.annotations.filter((a) => a.name === 'error').map((a) => a.properties.file);
    const unranked = errorFiles(await onPullRequest({ files: gaps, inputs: { comment: 'never' } }));
    const late = unranked.filter((file) => file !== unranked[0]).at(-1) ?? '';
    expect(late).toMatch(/./);
    api.state.files = ['elsewhere.md', late];
    expect(errorFiles(await onPullRequest({ files: gaps, inputs: { comment: 'never' } }))[0]).toBe(late);
  });

  it('may be refused without harm, and a service that is gone as well', async () => {
    api.state.refuseFiles = 403;
    const refused = await onPullRequest({ inputs: { comment: 'never' } });
    expect(refused.commands.filter((c) => c.name === 'debug').map((c) => c.data)).toEqual([
      'The changed files are not known (403); annotations are ranked without them.',
    ]);
    const gone = await onPullRequest({ env: { GITHUB_API_URL: 'http://127.0.0.1:9' } });
    expect(gone.outputs.report).toMatch(/cleanbill\.json$/);
    expect(gone.annotations.filter((a) => a.data.startsWith('No comment: GitHub answered'))).toHaveLength(1);
  });
});
