import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TestServer extends AsyncDisposable {
  readonly url: string;
  /** What was asked, in order. */
  readonly requests: readonly IncomingMessage[];
}

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A real server on a free port. The n-th request gets the n-th answer, every later one the last. */
export async function serve(...answers: [Answer, ...Answer[]]): Promise<TestServer> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answers[Math.min(requests.length, answers.length) - 1]?.(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export const json = (body: unknown, headers: Record<string, string> = {}, status = 200): Answer => (response) =>
  void response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers }).end(JSON.stringify(body));

export const text = (body: string, type: string, status = 200): Answer => (response) => void response.writeHead(status, { 'content-type': type }).end(body);

export const problem = (status: number, code: string, more: object = {}, headers: Record<string, string> = {}): Answer =>
  json({ type: `urn:sunlit:problem:${code}`, title: '标题', status, requestId: 'r-1', ...more }, { 'content-type': 'application/problem+json', ...headers }, status);

/** Half an answer, then the line goes dead. */
export const halfBody: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"items":[', () => response.destroy());
};

/** Answers with `etag`, and with 304 whoever has it. */
export const tagged = (body: unknown, etag: string): Answer => (response, request) => {
  if (request.headers['if-none-match'] === etag) response.writeHead(304, { etag }).end();
  else json(body, { etag })(response, request);
};

/** The line goes dead before the answer. */
export const broken: Answer = (response) => void response.destroy();

export const silent: Answer = () => undefined;
