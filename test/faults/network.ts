import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import { buffer } from 'node:stream/consumers';

/** What a bad network makes of one call: not sent on, or sent on and its answer lost. */
export const FAULTS = [
  'cut before', 'cut after', 'half an answer', '500', '413', '413 of the API', '429', 'captive portal', 'captive portal in JSON', 'redirect', 'nothing for a while',
] as const;
export type NetworkFault = (typeof FAULTS)[number] | 'none';

export interface Weather {
  /** What happens to the next call. */
  fault(): NetworkFault;
  /** Called when a call has arrived, and again when the API has answered it. */
  moment(): void;
}

/** A way to the API in a weather that may change. */
export async function badNetwork(api: string, weather: Weather): Promise<{ readonly url: string; readonly seen: ReadonlyMap<NetworkFault, number> }> {
  const seen = new Map<NetworkFault, number>();
  const server = createServer((request, reply) => {
    weather.moment();
    const fault = weather.fault();
    seen.set(fault, (seen.get(fault) ?? 0) + 1);
    // Whoever asked may be gone by now; that is the fault of this run.
    answer(api, fault, weather, request, reply).catch(() => reply.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  after(() => (server.closeAllConnections(), server.close()));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

async function answer(api: string, fault: NetworkFault, weather: Weather, request: IncomingMessage, reply: ServerResponse): Promise<unknown> {
  if (fault === 'cut before') return request.socket.destroy();
  const { method = 'GET', url = '/', headers } = request;
  const body = await buffer(request);
  if (fault === '500') return reply.writeHead(500, { 'content-type': 'text/html' }).end('<h1>500</h1>');
  if (fault === '413') return reply.writeHead(413, { 'content-type': 'text/html' }).end('<h1>413 Request Entity Too Large</h1>');
  if (fault === '413 of the API') return reply.writeHead(413, { 'content-type': 'application/problem+json' }).end('{"type":"urn:sunlit:problem:too-large","title":"请求过长","status":413}');
  if (fault === '429') return reply.writeHead(429, { 'content-type': 'application/problem+json', 'retry-after': '1' }).end('{"type":"urn:sunlit:problem:too-many-requests","title":"请求过于频繁","status":429}');
  if (fault === 'captive portal') return reply.writeHead(200, { 'content-type': 'text/html' }).end('<h1>请登录无线网络</h1>');
  if (fault === 'captive portal in JSON') return reply.writeHead(200, { 'content-type': 'application/json' }).end('{"login":"http://wifi.example/"}');
  if (fault === 'redirect') return reply.writeHead(302, { location: 'http://wifi.example/' }).end();

  const passed = Object.fromEntries(['content-type', 'idempotency-key', 'accept', 'accept-language', 'authorization'].flatMap((name) => (typeof headers[name] === 'string' ? [[name, headers[name]]] : [])));
  const answered = await fetch(api + url, { method, headers: passed, ...(body.length > 0 && { body: new Uint8Array(body) }) });
  const bytes = Buffer.from(await answered.arrayBuffer());
  weather.moment();
  if (fault === 'cut after') return request.socket.destroy();
  if (fault === 'nothing for a while') await new Promise((resolve) => setTimeout(resolve, 300));
  reply.writeHead(answered.status, { 'content-type': answered.headers.get('content-type') ?? 'text/plain', 'content-length': bytes.length });
  if (fault !== 'half an answer') return reply.end(bytes);
  return reply.write(bytes.subarray(0, bytes.length >> 1), () => reply.destroy());
}
