import { createHash } from 'node:crypto';
import type { OperationId } from '@sunlit/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** How long shared caches may answer for us, in seconds. What is not named here is for nobody to keep. */
const seconds: Readonly<Partial<Record<OperationId, number>>> = {
  'agencies.list': 60,
  'agencies.get': 60,
  'categories.list': 300,
  'disclosures.list': 30,
  'disclosures.get': 30,
  'disclosures.revision': 300,
  'disclosures.attachment': 300,
  'notices.list': 30,
  'notices.get': 30,
  'topics.attachment': 300,
  'suggestions.list': 30,
  'changes.list': 5,
  'topics.changes': 5,
  'feeds.atom': 60,
  'feeds.json': 60,
  'feeds.topics': 60,
  'requests.form': 60,
  'calendar.get': 3600,
  'calendar.due': 3600,
  'snapshot.get': 60,
  'snapshot.part': 31_536_000,
  'snapshot.changes': 5,
  'snapshot.topics': 5,
  'keys.get': 300,
};

/** Figures: a change of them shows within five seconds, so nobody may answer with older ones while they ask for newer. */
const FIGURES: ReadonlySet<OperationId> = new Set(['statistics.overview', 'statistics.disclosures', 'statistics.freshness', 'statistics.package', 'statistics.table'] as const);

export function cacheControl(id: OperationId): string {
  if (FIGURES.has(id)) return 'public, max-age=3';
  const age = seconds[id] ?? 0;
  return age === 0 ? 'no-store' : `public, max-age=${age}, stale-while-revalidate=${age * 10}`;
}

type Done = (error: Error | null, payload?: unknown) => void;

/** Gives whole answers a strong entity tag, the hash of what is sent. To be added before compression. */
export function tagEntities(app: FastifyInstance): void {
  app.addHook('onSend', (request: FastifyRequest, reply: FastifyReply, payload: unknown, done: Done) => {
    if (reads(request) && reply.statusCode === 200 && !reply.hasHeader('etag') && (typeof payload === 'string' || Buffer.isBuffer(payload))) {
      reply.header('etag', `"${createHash('sha256').update(payload).digest('base64url')}"`);
    }
    const tag = reply.getHeader('etag');
    if (reads(request) && reply.statusCode === 200 && typeof tag === 'string') {
      const known = knownTag(request.headers['if-none-match'], tag);
      if (known !== undefined) {
        if (isStream(payload)) payload.destroy();
        reply.code(304).header('etag', known).removeHeader('content-length').removeHeader('content-type');
        return done(null, '');
      }
    }
    done(null, payload);
  });
}

/** Another encoding is another sequence of bytes, so it needs a strong tag of its own (RFC 9110 §8.8.3.3). After compression. */
export function tagEncodings(app: FastifyInstance): void {
  const tagEncoding = (_request: FastifyRequest, reply: FastifyReply, payload: unknown, done: Done) => {
    const [tag, encoding] = [reply.getHeader('etag'), reply.getHeader('content-encoding')];
    if (typeof tag === 'string' && typeof encoding === 'string') reply.header('etag', tag.replace(/"$/, `-${encoding}"`));
    done(null, payload);
  };
  // Compression works in a hook of each route, and those run after the hooks of the whole.
  app.addHook('onRoute', (route) => {
    route.onSend = [...[route.onSend ?? []].flat(), tagEncoding];
  });
}

/** Which of the caller's tags is this entity in any encoding; `*` is any. Compared weakly, as If-None-Match asks. */
function knownTag(header: string | undefined, tag: string): string | undefined {
  const known = (header ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  return known.includes('*') ? tag : known.find((one) => one.replace(/-(br|gzip|deflate)"$/, '"') === tag);
}

function reads({ method }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD';
}

function isStream(payload: unknown): payload is { destroy(): void } {
  return typeof payload === 'object' && payload !== null && 'destroy' in payload && typeof payload.destroy === 'function';
}
