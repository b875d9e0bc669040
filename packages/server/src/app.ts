import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { Socket } from 'node:net';
import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import files from '@fastify/static';
import { operations, type Operation, type OperationId, type Query } from '@sunlit/contract';
import { LogController, fastify, type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest, type HTTPMethods, type RouteOptions } from 'fastify';
import { pino, type DestinationStream } from 'pino';
import packageJson from '../package.json' with { type: 'json' };
import { ChangeStreams } from './changes/stream.ts';
import { cacheControl, tagEncodings, tagEntities } from './caching.ts';
import type { Database } from './database/database.ts';
import { filesDirectory } from './files.ts';
import { sweepUploads } from './files/receive.ts';
import { handlers, type Call, type Handler } from './handlers.ts';
import { admitDevice, type Device } from './kiosks/enrol.ts';
import { preferredLanguage } from './language.ts';
import { serveMetrics } from './metrics.ts';
import { ProblemError, problemDocument } from './problems.ts';
import { serveReference } from './reference.ts';
import { nameless } from './requests/discreet.ts';
import { admitHolder } from './requests/receipt.ts';
import { openRequestStore } from './requests/store.ts';
import { SENDS_DOWNLOADS, SENDS_FILES, STREAMS, sendDownload, sendFile, sendStream, type Download, type StoredFile } from './sending.ts';
import type { Settings } from './settings.ts';
import { ANONYMOUS, type StaffActor } from './staff/actor.ts';
import { AUTH_PATH } from './staff/agreed.ts';
import { answerStaff } from './staff/answer.ts';
import { openEntrance, type Entrance } from './staff/entrance.ts';
import { admit } from './staff/identify.ts';
import { secretOf } from './staff/secret.ts';
import { serveSignIn } from './staff/sign-in.ts';
import { FOLLOW_PAGE_HEADERS } from './topics/follows/page.ts';
import { LetterRefused, postBySmtp } from './topics/follows/post.ts';
import { LetterSweep } from './topics/follows/send.ts';
import { EXPORT_MEDIA } from './transfer/export.ts';
import { asProblem, compileWhenAsked, noAddress, wellFormed } from './validation.ts';
import { resolveBySystem, type Resolve } from './webhooks/address.ts';
import { seal } from './webhooks/seal.ts';
import { WebhookSweep } from './webhooks/sweep.ts';

/** A directory served beside the API, such as the demo pages or the built widgets. Anyone may embed what is in it. */
export interface Mount {
  readonly prefix: `/${string}`;
  readonly root: string;
  /** Which files never change under their name, because it holds a hash. */
  readonly immutable?: RegExp;
  /** Answered where there is no such file, for an app whose pages have addresses of their own. Files are told by the dot in their name. */
  readonly fallback?: string;
  /** Headers of this mount, for example its own Content-Security-Policy; it has none otherwise. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface AppOptions {
  readonly database: Database;
  readonly settings: Settings;
  readonly static?: readonly Mount[];
  /** Where log lines go; standard output unless said. */
  readonly log?: DestinationStream;
  /** Finds the addresses of webhooks; by the system unless said. */
  readonly resolve?: Resolve;
}

/** The whole HTTP server, apart from listening. It does not close the database. */
export async function buildApp({ database, settings, static: mounts = [], log, resolve: resolveName = resolveBySystem }: AppOptions): Promise<FastifyInstance> {
  // Fastify's own type of logger: with pino's, every plugin would have to know it.
  const logger: FastifyBaseLogger = pino({ level: settings.logLevel }, log ?? pino.destination(1));
  const app = fastify({
    loggerInstance: logger,
    // One line of our own for each answer: `logRequests`.
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: settings.trustProxy,
    bodyLimit: 64 * 1024,
    // Long queries reach the validation and are told why, instead of being cut off.
    http: { maxHeaderSize: 128 * 1024 },
    routerOptions: { maxParamLength: 2000 },
    requestIdHeader: false,
    genReqId: requestId,
    frameworkErrors: (error, request, reply) => answerProblem(error, request, reply),
    clientErrorHandler: refuseUnreadable,
  });
  app.setErrorHandler(answerProblem);
  app.setValidatorCompiler(compileWhenAsked());
  app.setNotFoundHandler((request, reply) => answerProblem(nothingAt(request), request, reply));
  // The answers are typed by the contract and checked against it by the tests; a union of fourteen kinds is slow to serialise by schema.
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  logRequests(app);
  endUnasked(app);

  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    // Reads are for anyone's page.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    // The proxy before us knows whether there is TLS.
    strictTransportSecurity: settings.publicUrl?.startsWith('https:') ?? false,
  });
  await app.register(cors, {
    delegator: (request, done) => done(null, corsFor(request, settings.writeOrigins)),
    // `date`: a copy of the directory on a device tells its age by it, whatever the clock of the device says.
    exposedHeaders: ['date', 'etag', 'retry-after', 'x-request-id'],
  });
  app.addHook('onRequest', (request, reply, done) => {
    // The plugin cannot know that every origin is answered alike; told so, shared caches keep one answer for all.
    if (request.method === 'GET' || request.method === 'HEAD') reply.removeHeader('vary');
    // Before any body is read or judged.
    done(request.is404 ? nothingAt(request) : noAddress(request));
  });
  await app.register(rateLimit, {
    max: settings.rateLimit,
    timeWindow: 60_000,
    allowList: (request) => request.url.startsWith('/healthz') || request.url.startsWith('/readyz'),
    errorResponseBuilder: () => new ProblemError('too-many-requests'),
    // An answer may be kept by shared caches; what is left of one caller's share is not theirs to repeat.
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false, 'retry-after': true },
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
  });
  tagEntities(app);
  await app.register(compress, {
    encodings: ['br', 'gzip'], threshold: 1024, brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } },
    // A page of a listing at once: by streams and another thread it took five times as long, also with many asking (bench).
    syncThreshold: 65_536,
  });
  tagEncodings(app);

  const directory = resolve(filesDirectory(settings.dataDirectory));
  mkdirSync(directory, { recursive: true });
  await app.register(files, { root: directory, serve: false });
  await sweepUploads(settings.dataDirectory);
  const parse = app.getDefaultJsonParser('error', 'error');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text: string, done) => {
    void parse(request, text, (error, value) => done(error, wellFormed(value)));
  });
  // What is larger than memory is read by the handler that wants it; for any other it is as unknown as before.
  app.addContentTypeParser('application/octet-stream', (request, body, done) =>
    (request.routeOptions.schema?.body === undefined ? done(null, body) : done(new ProblemError('unsupported-media-type'))));
  // A button on a page and a mail program's one click send forms, and nothing in them matters.
  app.addContentTypeParser(['application/x-www-form-urlencoded', 'multipart/form-data'], { parseAs: 'buffer', bodyLimit: 1024 }, (request, _body, done) =>
    (isFormOnly(request) ? done(null, undefined) : done(new ProblemError('unsupported-media-type'))));
  serveMetrics(app, database);
  serveReference(app, packageJson.version, settings.publicUrl);
  for (const mount of mounts) await serveMount(app, mount);
  const entrance = openEntrance(database, settings, logger);
  serveSignIn(app, entrance);
  serveOperations(app, entrance, resolveName);
  return app;
}

/** Bytes of a draft, and more than an agency has to say of itself, in a letter, or in the answer to a topic: a full text of 400,000 characters, or tables of some tens of thousands of cells. */
const LARGEST_DRAFT = 4 * 1024 * 1024;
/** Whoever pastes a hundred thousand characters is told which field is too long. */
const LARGEST_TOPIC = 512 * 1024;

declare module 'fastify' {
  interface FastifyRequest {
    /** Who of the staff calls; nobody where anyone may. */
    actor?: StaffActor;
    /** The registered kiosk that calls, where only such may. */
    device?: Device;
  }
  interface FastifyContextConfig {
    /** False where no other site may read the answer (`@fastify/cors`). */
    cors?: false;
  }
}

/** Browsers connect ahead of what they will ask. Node takes such connections for busy: the end of the server would wait more than a minute for a question. */
function endUnasked(app: FastifyInstance): void {
  const unasked = new Set<Socket>();
  app.server.on('connection', (socket) => {
    unasked.add(socket);
    socket.once('close', () => unasked.delete(socket));
  });
  app.server.on('request', ({ socket }) => unasked.delete(socket));
  app.addHook('preClose', async () => {
    for (const socket of unasked) socket.destroy();
  });
}

function serveOperations(app: FastifyInstance, entrance: Entrance, resolveName: Resolve): void {
  const { database, settings } = entrance;
  app.decorateRequest('actor');
  app.decorateRequest('device');
  const streams = new ChangeStreams(database, settings);
  // They would keep the server from ending.
  app.addHook('preClose', async () => streams.close());
  const webhooks = { seal: seal(secretOf(settings)), destinations: { local: settings.webhooksLocal, resolve: resolveName } };
  const sweep = new WebhookSweep(database, { ...webhooks, failed: (error) => app.log.error({ err: error }, 'webhooks') });
  app.addHook('onReady', async () => sweep.start());
  app.addHook('onClose', () => sweep.stop());
  // A key that cannot be read is a reason not to start.
  const requests = openRequestStore(database, settings);
  if (settings.mail !== undefined) {
    const letters = new LetterSweep(requests, { ...settings, post: postBySmtp(settings.mail), failed: (item, error) => app.log.warn({ ...item, failure: failureOf(error) }, 'letters') });
    app.addHook('onReady', async () => letters.start());
    app.addHook('onClose', () => letters.stop());
  }
  const all = handlers(database, packageJson.version, streams, webhooks, settings, requests);
  for (const [id, operation] of Object.entries(operations) as [OperationId, Operation][]) {
    const handle = all[id] as Handler<OperationId>;
    app.route({
      method: operation.method,
      url: operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      schema: {
        params: operation.params ?? noParameters,
        querystring: operation.query ?? noParameters,
        ...(operation.body && operation.bodyMedia === undefined ? { body: operation.body } : {}),
        ...(operation.creates ? { headers: idempotencyHeader } : {}),
      },
      // A piece of a file is a piece of its own bytes; an event that waits for others to be compressed with is late.
      ...(SENDS_FILES.has(id) || SENDS_DOWNLOADS.has(id) || STREAMS.has(id) ? { compress: false as const } : {}),
      ...admission(operation, entrance),
      ...(/^((drafts|agencies)\.(create|save)|cases\..*|reports\.save|requests\.configure|board\..*|rounds\..*)$/.test(id) ? { bodyLimit: LARGEST_DRAFT } : {}),
      ...(id === 'topics.submit' ? { bodyLimit: LARGEST_TOPIC } : {}),
      handler: async (request, reply) => {
        const { actor, device } = request;
        const call = {
          params: request.params, query: request.query, body: request.body, actor: actor ?? ANONYMOUS, device, key: request.headers['idempotency-key'],
          language: preferredLanguage(request.headers['accept-language']),
          baseUrl: settings.publicUrl ?? `${request.protocol}://${request.host}`,
          path: request.url,
          address: request.ip,
          requestId: request.id,
          lastEventId: request.headers['last-event-id'],
        } as Call<OperationId>;
        const answer = await (actor === undefined ? handle(call) : answerStaff(database, { ...operation, id }, actor, request, () => handle(call)));
        reply.header('cache-control', operation.access === 'public' && operation.method === 'GET' ? cacheControl(id) : 'no-store');
        if (id === 'feeds.atom' || id === 'feeds.json' || id === 'feeds.topics' || id === 'statistics.package') reply.header('vary', 'accept-language');
        if (SENDS_FILES.has(id)) return sendFile(reply, answer as StoredFile, settings);
        if (SENDS_DOWNLOADS.has(id)) return sendDownload(reply, answer as unknown as Download);
        if (STREAMS.has(id)) return sendStream(reply, answer as Readable, request.method);
        if (id === 'exports.listing') {
          const { format } = request.query as Query<typeof operations['exports.listing']>;
          return reply.type(EXPORT_MEDIA[format]).header('content-disposition', `attachment; filename="disclosures.${format}"`).send(answer);
        }
        reply.type(`${operation.media ?? 'application/json'}; charset=utf-8`);
        if (isFollowPage(operation)) reply.headers(FOLLOW_PAGE_HEADERS);
        if (id === 'audit.export') return reply.header('content-disposition', 'attachment; filename="audit.csv"').send(answer);
        return typeof answer === 'string' ? answer : JSON.stringify(answer);
      },
    });
  }
}

/** How whoever may call an operation is let in. */
function admission({ access }: Operation, entrance: Entrance): Pick<RouteOptions, 'config' | 'onRequest'> {
  switch (access) {
    case 'public': return {};
    case 'receipt': return forHolder(entrance.database);
    case 'device': return forDevice(entrance.database);
    default: return forStaff(entrance);
  }
}

/** No other site may read it, and who calls is known before anything they send is read. */
function forStaff(entrance: Entrance): Pick<RouteOptions, 'config' | 'onRequest'> {
  return {
    config: { cors: false },
    onRequest: async (request, reply) => {
      request.actor = await admit(entrance, request, reply);
    },
  };
}

/** Any page may read or act with a receipt that its visitor typed: it is no cookie, so nobody else's page has it. */
function forHolder(database: Database): Pick<RouteOptions, 'onRequest'> {
  return {
    onRequest: async ({ params, headers: { authorization }, ip: address }) => {
      await admitHolder(database, { receiptNo: (params as { readonly receiptNo: string }).receiptNo, authorization, address });
    },
  };
}

function forDevice(database: Database): Pick<RouteOptions, 'onRequest'> {
  return {
    onRequest: async (request) => {
      request.device = await admitDevice(database, request.headers.authorization);
    },
  };
}

/** The pages behind the links of letters, and what their buttons do. */
const isFollowPage = ({ path, media }: Pick<Operation, 'path' | 'media'>) => path.startsWith('/v1/follows/') && media === 'text/html';
const FORM_PATHS: ReadonlySet<string> = new Set(Object.values(operations).filter((operation: Operation) => isFollowPage(operation)).map(({ path }) => path.replaceAll(/\{(\w+)\}/g, ':$1')));
const isFormOnly = ({ routeOptions: { url } }: FastifyRequest) => url !== undefined && FORM_PATHS.has(url);

/** What of an error of sending letters may be told: an answer of a mail server may quote an address. */
function failureOf(error: unknown): string {
  return error instanceof LetterRefused ? error.message : nameless(error).message;
}

const noParameters = { type: 'object', additionalProperties: false };
const idempotencyHeader = { type: 'object', required: ['idempotency-key'], properties: { 'idempotency-key': { type: 'string', minLength: 8, maxLength: 100 } } };

/** Which methods each path knows. Routes that refuse the others would be half of all there are, and made at each start. */
const METHODS: readonly { readonly path: RegExp; readonly method: HTTPMethods }[] = [
  { path: /^\/(metrics|openapi\.json)$/, method: 'GET' },
  ...Object.values(operations).map(({ method, path }) => ({ path: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`), method })),
];

/** A path of ours asked with another method is told which there are; any other is not found. (Asking for leave to ask, by OPTIONS, is not for what is ours alone.) */
function nothingAt({ method: asked, url }: FastifyRequest): ProblemError {
  const [path = ''] = url.split('?', 1);
  const known = new Set(METHODS.filter((one) => one.path.test(path)).map(({ method }) => method));
  if (known.size === 0 || asked === 'OPTIONS') return new ProblemError('not-found');
  return new ProblemError('method-not-allowed', [], { headers: { allow: [...known, ...(known.has('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ') } });
}

async function serveMount(app: FastifyInstance, { prefix, root, immutable, fallback, headers = {} }: Mount): Promise<void> {
  const setHeaders = (reply: FastifyReply, path: string) => {
    reply
      .removeHeader('content-security-policy')
      .removeHeader('x-frame-options')
      .header('cache-control', immutable?.test(path) ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate')
      .headers(headers);
  };
  const options = { root, decorateReply: false, cacheControl: false, setHeaders, preCompressed: true, redirect: true };
  if (fallback === undefined) {
    await app.register(files, { ...options, prefix });
    return;
  }
  await app.register(async (mounted) => {
    mounted.setNotFoundHandler((request, reply) => {
      if (request.method !== 'GET' || /\.\w+$/.test(request.url.replace(/\?.*/, ''))) return answerProblem(new ProblemError('not-found'), request, reply);
      setHeaders(reply, fallback);
      return reply.sendFile(fallback, root, { cacheControl: false });
    });
    mounted.get('/', { prefixTrailingSlash: 'no-slash' }, (_, reply) => reply.redirect(`${prefix}/`));
    await mounted.register(files, options);
  }, { prefix });
}

/** Anyone may read; only listed sites may write. */
function corsFor(request: FastifyRequest, writeOrigins: readonly string[]) {
  const method = request.method === 'OPTIONS' ? request.headers['access-control-request-method'] : request.method;
  if (request.method === 'OPTIONS' && isForStaff(method, request.url)) return { origin: false };
  return method === undefined || method === 'GET' || method === 'HEAD'
    ? { origin: '*', methods: ['GET', 'HEAD'], maxAge: 86_400 }
    : { origin: [...writeOrigins], methods: ['POST', 'PUT', 'PATCH', 'DELETE'], maxAge: 600 };
}

/** What staff call is for pages of our own origin, so nobody else is told that they may call it. */
function isForStaff(method: string | undefined, url: string): boolean {
  const [path = ''] = url.split('?', 1);
  return path.startsWith(`${AUTH_PATH}/`) || staffCalls.some((call) => call.method === method && call.path.test(path));
}

const staffCalls = Object.values(operations).filter(({ access }) => access !== 'public' && access !== 'receipt' && access !== 'device')
  .map(({ method, path }) => ({ method, path: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`) }));

/** The caller's own id when it is harmless in a log and a header. */
function requestId({ headers }: { headers: Record<string, string | string[] | undefined> }): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : randomUUID();
}

function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = asProblem(error);
  if (problem.code === 'internal' || problem.code === 'unavailable') {
    request.log.error({ requestId: request.id, err: problem.cause }, problem.code);
  }
  const [path] = request.url.split('?', 1);
  const document = problemDocument(problem, preferredLanguage(request.headers['accept-language']), { id: request.id, ...(path ? { path } : {}) });
  reply
    .code(document.status)
    .headers(problem.headers)
    .removeHeader('etag')
    // Again, because a request whose address cannot be read meets no hook.
    .header('x-request-id', request.id)
    .header('cache-control', 'no-store')
    .header('vary', 'accept-language')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(document));
}

/** What is not even HTTP: answered on the socket, since there is no request. */
function refuseUnreadable(this: FastifyInstance, error: Error & { code?: string }, socket: import('node:net').Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const problem = new ProblemError(error.code === 'HPE_HEADER_OVERFLOW' ? 'too-large' : 'invalid-input', [], { cause: error });
  const document = problemDocument(problem, preferredLanguage(undefined), { id: randomUUID() });
  const body = JSON.stringify(document);
  socket.end(`HTTP/1.1 ${document.status} Refused\r\nContent-Type: application/problem+json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`);
}

/** One line for each answer. No address, no query: what a person searches for is nobody's business. */
function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', (request, reply, done) => {
    request.log.info({
      requestId: request.id, method: request.method, route: request.routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime * 10) / 10,
    }, 'answered');
    done();
  });
}
