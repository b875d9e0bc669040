import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { preferredLanguage } from '../language.ts';
import { ProblemError, problemDocument } from '../problems.ts';
import { asProblem } from '../validation.ts';
import { loadApp, loadBefore, type AppTrouble, type LoadedApp } from './app-files.ts';
import { BOX_HEADERS } from './headers.ts';
import { KeptSnapshot, type OtherAnswer } from './kept-snapshot.ts';
import type { Life } from './life.ts';
import { Line, LineDownError, answerHeaders } from './line.ts';
import { printerState } from './printer.ts';
import { BoxStore, DamagedError, LARGEST_VALUE, StoreFullError } from './store.ts';

export interface BoxOptions {
  readonly api: URL;
  readonly agency: string;
  /** Where the box keeps what it keeps. */
  readonly folder: string;
  /** The installed app. */
  readonly appFolder: string;
  /** What else stands in the page's `config.json`. */
  readonly configuration?: Readonly<Record<string, unknown>>;
  /** Told where the page reports that it lives. */
  readonly life: Life;
  readonly tell: (trouble: BoxTrouble) => void;
  /** Milliseconds by which it is told how long the line was down; a clock that never jumps unless said. */
  readonly now?: () => number;
}

/** What whoever looks after the box should know. */
export type BoxTrouble = AppTrouble | { readonly trouble: 'store' | 'snapshot'; readonly file: string };

export interface Box {
  readonly server: FastifyInstance;
  readonly version: string;
  /** Brings the kept snapshot up to date now and then, until the signal. */
  follow(signal: AbortSignal): Promise<void>;
  /** Serves the version before, where there is one: no page of this one comes to life. Until the box is started again, which tries the installed one anew. */
  goBack(): Promise<void>;
}

const FOLLOW_MILLISECONDS = 3 * 3_600_000;
/** Where the line was down. */
const FOLLOW_AGAIN_MILLISECONDS = 5 * 60_000;

/** The small server on the box, apart from listening; `undefined` where there is no app that is whole. */
export async function buildBox(options: BoxOptions): Promise<Box | undefined> {
  const { api, agency, folder, appFolder, tell, life, now } = options;
  const line = new Line(api, now);
  const source = { folder: appFolder, kept: join(folder, 'app'), fetched: (path: string) => fetchedFile(api, path), tell };
  const loaded = await loadApp(source);
  if (loaded === undefined) return undefined;
  let app = loaded;
  const snapshot = new KeptSnapshot(join(folder, 'snapshot'), line, (file) => tell({ trouble: 'snapshot', file }));
  const store = await BoxStore.open(join(folder, 'store'), (file) => tell({ trouble: 'store', file }));
  const query = `?agency=${encodeURIComponent(agency)}`;

  // No line of a log for what people ask: an address and a time are too much already.
  const server = fastify({ logger: false, forceCloseConnections: true, bodyLimit: LARGEST_VALUE, routerOptions: { maxParamLength: 1000 }, http: { maxHeaderSize: 64 * 1024 } });
  server.setErrorHandler(answerProblem);
  server.setNotFoundHandler((request, reply) => answerProblem(new ProblemError('not-found'), request, reply));
  server.addHook('onRequest', (request, reply, done) => {
    reply.headers(BOX_HEADERS);
    // Another name for this machine is a page elsewhere that had it renamed (DNS rebinding).
    done(isHost(request) ? undefined : new ProblemError('origin-not-allowed'));
  });
  server.addHook('onClose', () => line.close());

  serveApp(server, () => app, { ...options.configuration, agency, api: '/', box: true });
  await server.register((own, _, done) => {
    own.addHook('onRequest', (request, _reply, next) => next(isOwnPage(request) ? undefined : new ProblemError('origin-not-allowed')));
    serveStore(own, store);
    own.post('/box/alive', async (request, reply) => {
      life.report(untouchedSeconds(request.body));
      return reply.code(204).send();
    });
    own.get('/box/state', async (_request, reply) => reply.header('cache-control', 'no-store').send({
      version: app.version, line: line.isDown ? 'down' : 'up', damaged: store.damaged, restarts: life.restarts, snapshot: await snapshot.time(query),
      printer: await printerState(),
    }));
    done();
  });
  await server.register((passing, _, done) => {
    servePassing(passing, line, snapshot, [query, '']);
    done();
  });

  return {
    server,
    version: loaded.version,
    async goBack() {
      const before = await loadBefore(source, app);
      if (before === undefined) return;
      tell({ trouble: 'stillborn', version: app.version, served: before.version });
      app = before;
    },
    async follow(signal) {
      while (!signal.aborted) {
        const done = await snapshot.refresh(query);
        await pause(done ? FOLLOW_MILLISECONDS : FOLLOW_AGAIN_MILLISECONDS, undefined, { signal }).catch(() => undefined);
      }
    },
  };
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', css: 'text/css; charset=utf-8', json: 'application/json; charset=utf-8', webmanifest: 'application/manifest+json',
  svg: 'image/svg+xml', png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp', ico: 'image/x-icon', woff2: 'font/woff2', mp3: 'audio/mpeg', ogg: 'audio/ogg', txt: 'text/plain; charset=utf-8', wasm: 'application/wasm',
};

/** The app's files from memory, and the configuration that its page reads. */
function serveApp(server: FastifyInstance, app: () => LoadedApp, configuration: object): void {
  const place = { url: '/kiosk/', method: ['GET', 'HEAD'] as ('GET' | 'HEAD')[] };
  for (const url of ['/', '/kiosk']) server.get(url, (_, reply) => reply.redirect(place.url));
  server.get('/kiosk/config.json', (_, reply) => reply.header('cache-control', 'no-cache').send(configuration));
  server.get('/kiosk/*', (request, reply) => {
    const path = (request.params as { readonly '*': string })['*'] || 'index.html';
    const file = app().files.get(path);
    if (file === undefined) throw new ProblemError('not-found');
    const tag = `"${file.sha256}"`;
    // Asked for again each time, over no distance at all: a new version is never mixed with an old one.
    reply.header('cache-control', 'no-cache').header('etag', tag);
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    return reply.type(TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream').send(file.bytes);
  });
}

/** What the page keeps: JSON by key, on the disk before it is answered. */
function serveStore(server: FastifyInstance, store: BoxStore): void {
  // Kept as it came.
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => done(null, text));
  const keyOf = ({ params }: FastifyRequest) => (params as { readonly key: string }).key;
  const json = (reply: FastifyReply) => reply.header('cache-control', 'no-store').type('application/json; charset=utf-8');
  server.get('/box/store', (_, reply) => json(reply).send(JSON.stringify({ keys: store.keys() })));
  server.get('/box/store/:key', async (request, reply) => {
    const value = await store.get(keyOf(request));
    if (value === undefined) throw new ProblemError('not-found');
    return json(reply).send(value);
  });
  server.put('/box/store/:key', async (request, reply) => {
    if (typeof request.body !== 'string' || parsed(request.body) === undefined) throw new ProblemError('invalid-input');
    await store.set(keyOf(request), request.body);
    return reply.code(204).send();
  });
  server.delete('/box/store/:key', async (request, reply) => {
    await store.del(keyOf(request));
    return reply.code(204).send();
  });
}

/** Whatever is for the API goes to it as it came, and its answer back as it comes. Only snapshots are kept: they are public, and of use without a line. */
function servePassing(server: FastifyInstance, line: Line, snapshot: KeptSnapshot, kept: readonly string[]): void {
  const passed = (reply: FastifyReply, answer: string | OtherAnswer) => (typeof answer === 'string'
    ? reply.header('cache-control', 'no-cache').type('application/json; charset=utf-8').send(answer)
    : reply.code(answer.status).type(answer.type).send(answer.body));
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, body, done) => done(null, body));

  server.get('/v1/snapshot', async (request, reply) => {
    const query = request.url.slice(request.url.split('?', 1)[0]?.length);
    return kept.includes(query) ? passed(reply, await snapshot.list(query)) : pass(request, reply, line);
  });
  server.get('/v1/snapshot/parts/:sha256', async (request, reply) => {
    const { sha256 } = request.params as { readonly sha256: string };
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new ProblemError('not-found');
    return passed(reply, await snapshot.part(sha256));
  });
  server.all('/v1/*', (request, reply) => pass(request, reply, line));
}

async function pass(request: FastifyRequest, reply: FastifyReply, line: Line): Promise<FastifyReply> {
  const gone = new AbortController();
  reply.raw.once('close', () => reply.raw.writableFinished || gone.abort());
  const hasBody = request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined;
  const answer = await line.ask({ method: request.method, path: request.url, headers: request.headers, body: hasBody ? request.raw : undefined, signal: gone.signal }).finally(() => {
    // What of the body nobody wants any more must be read all the same, or the page's connection is of no more use.
    request.raw.resume();
  });
  for (const name of Object.keys(BOX_HEADERS)) if (name in answer.headers) reply.removeHeader(name);
  return reply.code(answer.statusCode ?? 502).headers(answerHeaders(answer)).send(answer);
}

/** A file of the app from the API's server, where that serves it, too. */
async function fetchedFile(api: URL, path: string): Promise<Uint8Array | undefined> {
  try {
    const response = await fetch(new URL(`kiosk/${path}`, api), { redirect: 'error', signal: AbortSignal.timeout(10_000) });
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
  } catch {
    // Then it cannot be mended from there, and that is told.
    return undefined;
  }
}

function isHost({ headers: { host }, socket: { localPort } }: FastifyRequest): boolean {
  return host === `127.0.0.1:${localPort}` || host === `localhost:${localPort}`;
}

/** Browsers say where a call comes from; a page of another site can neither leave that out nor change it. */
function isOwnPage({ headers: { host, origin, 'sec-fetch-site': site } }: FastifyRequest): boolean {
  return origin === undefined ? site === 'same-origin' : origin === `http://${host}` && (site === undefined || site === 'same-origin');
}

function untouchedSeconds(body: unknown): number {
  const { untouchedSeconds: seconds } = (parsed(body) ?? {}) as { readonly untouchedSeconds?: unknown };
  return typeof seconds === 'number' && seconds >= 0 ? seconds : 0;
}

function parsed(text: unknown): unknown {
  try {
    return typeof text === 'string' ? (JSON.parse(text) as unknown) : undefined;
  } catch {
    return undefined;
  }
}

function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const down = error instanceof LineDownError;
  const full = error instanceof StoreFullError;
  const problem = down || full || error instanceof DamagedError ? new ProblemError('unavailable', [], { cause: error }) : asProblem(error);
  const document = problemDocument(problem, preferredLanguage(request.headers['accept-language']), { id: request.id });
  const status = full ? 507 : document.status;
  reply.code(status).header('cache-control', 'no-store').type('application/problem+json; charset=utf-8');
  if (down) reply.header('retry-after', '5');
  reply.send(JSON.stringify({ ...document, status }));
}

/** The configuration that stands in a file, for the page. @throws SyntaxError for what is no object in JSON */
export async function readConfiguration(path: string): Promise<Readonly<Record<string, unknown>>> {
  const read: unknown = JSON.parse(await readFile(path, 'utf8'));
  if (typeof read !== 'object' || read === null || Array.isArray(read)) throw new SyntaxError(`${path} holds no object`);
  return read as Record<string, unknown>;
}
