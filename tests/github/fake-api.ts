import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface StoredComment {
  id: number;
  body: string;
  user: { login: string; type: string };
}

/** What the fake holds and how it behaves; a test changes it between steps. */
export interface FakeState {
  comments: StoredComment[];
  files: string[];
  /** Login of the token's owner; null when this kind of token may not ask. */
  viewer: string | null;
  /** Status of writes to comments, and of reading files, when they are refused. */
  refuseWrites: number | null;
  refuseFiles: number | null;
  /** Every request: `METHOD path?query`, its authorization, and its body. */
  readonly log: { readonly call: string; readonly authorization: string; readonly body: string }[];
}

export interface FakeApi {
  readonly url: string;
  readonly state: FakeState;
  close(): Promise<void>;
}

const ISSUE_COMMENTS = /^\/repos\/acme\/records\/issues\/7\/comments$/;
const ONE_COMMENT = /^\/repos\/acme\/records\/issues\/comments\/(\d+)$/;
const PULL_FILES = /^\/repos\/acme\/records\/pulls\/7\/files$/;

/** A small part of GitHub's API with a memory: comments and files of pull request 7 in acme/records. */
export async function startFakeApi(): Promise<FakeApi> {
  const state: FakeState = { comments: [], files: [], viewer: 'github-actions[bot]', refuseWrites: null, refuseFiles: null, log: [] };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => answer(state, request, response, Buffer.concat(chunks).toString('utf8')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    state,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function answer(state: FakeState, request: IncomingMessage, response: ServerResponse, body: string): void {
  const url = new URL(request.url ?? '/', 'http://fake');
  state.log.push({ call: `${request.method} ${url.pathname}${url.search}`, authorization: request.headers.authorization ?? '', body });
  const [status, json] = respond(state, request.method ?? 'GET', url, body);
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(json));
}

function respond(state: FakeState, method: string, url: URL, body: string): [number, unknown] {
  const refused = { message: 'Resource not accessible by integration' };
  if (method === 'POST' && url.pathname === '/graphql') {
    return state.viewer === null ? [403, refused] : [200, { data: { viewer: { login: state.viewer } } }];
  }
  if (method === 'GET' && PULL_FILES.test(url.pathname)) {
    return state.refuseFiles === null
      ? [
          200,
          page(
            state.files.map((filename) => ({ filename })),
            url,
          ),
        ]
      : [state.refuseFiles, refused];
  }
  if (method === 'GET' && ISSUE_COMMENTS.test(url.pathname)) return [200, page(state.comments, url)];
  const one = ONE_COMMENT.exec(url.pathname);
  if (!(method === 'POST' && ISSUE_COMMENTS.test(url.pathname)) && !(method === 'PATCH' && one)) return [404, { message: 'Not Found' }];
  if (state.refuseWrites !== null) return [state.refuseWrites, refused];
  return write(state, one ? Number(one[1]) : null, (JSON.parse(body) as { body: string }).body);
}

function write(state: FakeState, id: number | null, body: string): [number, unknown] {
  if (body.length > 65_536) return [422, { message: 'Validation Failed: body is too long (maximum is 65536 characters)' }];
  const found = id === null ? undefined : state.comments.find((comment) => comment.id === id);
  if (id !== null && !found) return [404, { message: 'Not Found' }];
  if (found) found.body = body;
  else state.comments.push({ id: state.comments.length + 1, body, user: { login: state.viewer ?? 'github-actions[bot]', type: 'Bot' } });
  return [found ? 200 : 201, found ?? state.comments.at(-1)];
}

function page<T>(items: readonly T[], url: URL): T[] {
  const size = Number(url.searchParams.get('per_page') ?? 30);
  const n = Number(url.searchParams.get('page') ?? 1);
  return items.slice((n - 1) * size, n * size);
}
