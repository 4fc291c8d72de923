import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readEvent } from '../../src/github/event.ts';

const payload = (name: string): string => readFileSync(new URL(`fixtures/${name}.json`, import.meta.url), 'utf8');
const env = (event: string) => ({ GITHUB_EVENT_NAME: event, GITHUB_REPOSITORY: 'acme/records', GITHUB_SHA: 'a'.repeat(40) });

describe('readEvent', () => {
  it.each([
    ['pull_request', 'pull_request', { number: 7, fork: false }],
    ['pull_request_target', 'pull_request', { number: 7, fork: false }],
    ['pull_request', 'pull_request_fork', { number: 7, fork: true }],
    ['pull_request', 'pull_request_gone_fork', { number: 7, fork: true }],
    ['merge_group', 'merge_group', null],
    ['push', 'push', null],
    ['schedule', 'schedule', null],
    ['workflow_dispatch', 'workflow_dispatch', null],
    ['issue_comment', 'pull_request', null],
  ])('%s with the payload %s', (name, file, pullRequest) => {
    expect(readEvent(env(name), payload(file))).toEqual({
      name,
      pullRequest,
      repository: { owner: 'acme', name: 'records' },
      serverUrl: 'https://github.com',
      sha: 'a'.repeat(40),
    });
  });

  it.each([null, '', '{', '[]', 'null', '{"pull_request": {"number": "7"}}'])('takes the payload %j for none', (text) => {
    expect(readEvent(env('pull_request'), text).pullRequest).toBeNull();
  });

  it('knows nothing of a machine that is no runner', () => {
    expect(readEvent({}, null)).toEqual({ name: '', repository: null, pullRequest: null, serverUrl: 'https://github.com', sha: null });
  });

  it("takes the address of a server of one's own", () => {
    expect(readEvent({ GITHUB_SERVER_URL: 'https://github.acme.example/' }, null).serverUrl).toBe('https://github.acme.example');
  });
});
