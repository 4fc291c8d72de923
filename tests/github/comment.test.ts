import { describe, expect, it } from 'vitest';
import type { PullRequestApi, RemoteComment } from '../../src/github/api.ts';
import { markerOf, planComment, publishComment } from '../../src/github/comment.ts';
import { readEvent } from '../../src/github/event.ts';

const marker = markerOf({ workingDirectory: '.', config: null, frameworks: null });
const ours = 'github-actions[bot]';
const comment = (over: Partial<RemoteComment>): RemoteComment => ({ id: 1, author: ours, body: `${marker}\nold`, ...over });

describe('markerOf', () => {
  it('differs by folder, configuration and frameworks', () => {
    const choices = [
      { workingDirectory: '.', config: null, frameworks: null },
      { workingDirectory: 'eu', config: null, frameworks: null },
      { workingDirectory: '.', config: 'eu.yml', frameworks: null },
      { workingDirectory: '.', config: null, frameworks: ['soc2'] },
    ];
    expect(new Set(choices.map(markerOf)).size).toBe(4);
    expect(marker).toMatch(/^<!-- cleanbill [0-9a-f]{12} -->$/);
  });
});

describe('planComment', () => {
  it.each<[string, RemoteComment[], unknown]>([
    ['none yet', [], { kind: 'create' }],
    ['ours', [comment({ id: 5 })], { kind: 'update', id: 5 }],
    ['two of ours', [comment({ id: 5 }), comment({ id: 9 })], { kind: 'update', id: 5 }],
    ['a copy of the marker by somebody else', [comment({ author: 'stranger' })], { kind: 'create' }],
    ['an account that is gone', [comment({ author: null })], { kind: 'create' }],
    ['the marker quoted below other text', [comment({ body: `See ${marker}` })], { kind: 'create' }],
    ['another configuration', [comment({ body: '<!-- cleanbill ffffffffffff -->\nold' })], { kind: 'create' }],
    ['the same text with other line ends', [comment({ body: `${marker}\r\nnew` })], { kind: 'keep' }],
  ])('%s', (_, existing, plan) => {
    expect(planComment(existing, `${marker}\nnew\n`, marker, ours)).toEqual(plan);
  });
});

describe('publishComment', () => {
  const event = (fork: boolean) => ({ ...readEvent({ GITHUB_EVENT_NAME: 'pull_request' }, null), pullRequest: { number: 7, fork } });
  const refusing = (status: number | null): PullRequestApi => {
    const refuse = () => Promise.reject(Object.assign(new Error('refused: secret text of the service'), status === null ? {} : { status }));
    return { viewer: refuse, changedFiles: refuse, comments: refuse, create: refuse, update: refuse };
  };

  it.each([
    ['auto', 403, false, 'notice', /"pull-requests: write"/],
    ['always', 403, false, 'warning', /"pull-requests: write"/],
    ['auto', 404, false, 'notice', /"pull-requests: write"/],
    ['auto', 403, true, 'log', /from a fork/],
    ['always', 403, true, 'warning', /from a fork/],
    ['auto', 500, false, 'notice', /answered 500/],
    ['auto', null, false, 'notice', /nothing in time/],
  ] as const)('%s, status %s, fork %s: one %s', async (mode, status, fork, level, text) => {
    const result = await publishComment(refusing(status), event(fork), mode, marker, 'page');
    expect(result.level).toBe(level);
    expect(result.text).toMatch(text);
    expect(result.text).not.toContain('secret');
  });

  it.each([
    ['never', event(false), 'log', /never/],
    ['auto', readEvent({ GITHUB_EVENT_NAME: 'push' }, null), 'log', /push/],
    ['auto', event(false), 'log', /no token/],
    ['always', event(false), 'warning', /no token/],
  ] as const)('%s does without a service', async (mode, given, level, text) => {
    const result = await publishComment(null, given, mode, marker, 'page');
    expect(result.level).toBe(level);
    expect(result.text).toMatch(text);
  });
});
