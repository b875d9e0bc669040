import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** A page of somebody else, as its web server sends it. */
export interface HostPage {
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Serves host pages from an origin of their own, as an agency's CMS does. */
export async function serveHostPages(pages: Readonly<Record<string, HostPage>>): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const page = pages[request.url ?? ''];
    if (request.url === '/favicon.ico') {
      // The browser asks for it by itself; a 404 would be an error in the console that no widget made.
      response.writeHead(204).end();
      return;
    }
    if (!page) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers }).end(page.body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
