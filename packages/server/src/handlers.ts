import type { Readable } from 'node:stream';
import type { Answer, Body, OperationId, Operations, Params, Query } from '@sunlit/contract';
import { agencyHandlers } from './agencies/handlers.ts';
import { getAgency, listAgencies, listCategories } from './agencies/read.ts';
import { boardHandlers } from './board/handlers.ts';
import { getCalendar, getDue } from './calendar/calendar.ts';
import { calendarHandlers } from './calendar/handlers.ts';
import { caseHandlers } from './cases/handlers.ts';
import { latestChange, listChanges, spanOf } from './changes/list.ts';
import type { ChangeStreams } from './changes/stream.ts';
import { schemaIsCurrent, type Database } from './database/database.ts';
import { atomFeed, jsonFeed, type FeedRequest } from './disclosures/feeds.ts';
import { listDisclosures } from './disclosures/list.ts';
import { findAttachment, getDisclosure, getRevision } from './disclosures/read.ts';
import { suggestions } from './disclosures/suggestions.ts';
import type { Device } from './kiosks/enrol.ts';
import { kioskHandlers } from './kiosks/handlers.ts';
import type { Language } from './language.ts';
import { auditHandlers } from './audit/handlers.ts';
import { draftHandlers } from './drafts/handlers.ts';
import { fileHandlers } from './files/handlers.ts';
import { ProblemError } from './problems.ts';
import { noticeHandlers } from './notices/handlers.ts';
import { ratingHandlers } from './ratings/handlers.ts';
import { reportHandlers } from './reports/handlers.ts';
import { requestHandlers } from './requests/handlers.ts';
import type { RequestStore } from './requests/store.ts';
import { sealedHandlers } from './sealed/handlers.ts';
import type { Download, StoredFile } from './sending.ts';
import type { Settings } from './settings.ts';
import { changedSince } from './snapshot/changes.ts';
import { scopeOf } from './snapshot/rows.ts';
import { snapshots } from './snapshot/snapshots.ts';
import { topicsById } from './snapshot/topics.ts';
import type { Actor, StaffActor } from './staff/actor.ts';
import { statisticHandlers } from './statistics/handlers.ts';
import { staffHandlers } from './staff/handlers.ts';
import { supervisionHandlers } from './supervision/handlers.ts';
import { listTopicChanges } from './topics/changes.ts';
import { topicFeed } from './topics/feed.ts';
import { followHandlers } from './topics/follows/handlers.ts';
import { topicHandlers } from './topics/handlers.ts';
import { transferHandlers } from './transfer/handlers.ts';
import { webhookHandlers, type WebhookTools } from './webhooks/handlers.ts';

/** What a handler is given. Who calls was allowed to before: `staff/access.ts`. */
export interface Call<Id extends OperationId> {
  readonly params: Params<Operations[Id]>;
  readonly query: Query<Operations[Id]>;
  /** A file comes as it arrives, unless something else was sent. */
  readonly body: Id extends 'files.create' | 'imports.preview' | 'imports.run' | 'requests.attach' | 'sealed.attach' | 'cases.attach' | 'board.scan' ? unknown : Body<Operations[Id]>;
  readonly actor: Operations[Id]['access'] extends 'public' | 'receipt' | 'device' ? Actor : StaffActor;
  /** The registered kiosk that calls, where only such may. */
  readonly device: Operations[Id]['access'] extends 'device' ? Device : undefined;
  /** `Idempotency-Key`, for what makes something new. */
  readonly key: Operations[Id] extends { readonly creates: true } ? string : undefined;
  readonly language: Language;
  readonly baseUrl: string;
  /** Path and query as they were asked for. */
  readonly path: string;
  /** Of the caller. */
  readonly address: string;
  readonly requestId: string;
  /** What a stream that broke off had sent last. */
  readonly lastEventId: string | undefined;
}

export type Handler<Id extends OperationId> = (call: Call<Id>) => Promise<Id extends 'disclosures.attachment' | 'topics.attachment' | 'files.get' ? StoredFile : Id extends 'requests.paper' | 'cases.letter' | 'cases.file' | 'board.list-scan' | 'statistics.table' | 'reports.file' ? Download : Id extends 'audit.export' | 'exports.listing' | 'changes.stream' | 'topics.stream' ? Readable : Id extends 'snapshot.part' ? string : Answer<Operations[Id]>>;

/** One handler for each operation of the contract; one that is missing does not compile. */
export type Handlers = { readonly [Id in OperationId]: Handler<Id> };

/** The handlers of some operations, for a room of their own. */
export type HandlersOf<Id extends OperationId> = Pick<Handlers, Id>;

export function handlers(database: Database, version: string, streams: ChangeStreams, webhooks: WebhookTools, settings: Settings, requests: RequestStore): Handlers {
  const copies = snapshots({ ...requests, settings });
  const open = {
    ...draftHandlers(database, settings),
    ...caseHandlers(database, requests),
    ...staffHandlers(database),
    ...auditHandlers(database),
    ...agencyHandlers(database),
    ...calendarHandlers(database, requests),
    ...fileHandlers(database, settings),
    ...webhookHandlers(database, webhooks),
    ...transferHandlers(database, settings),
    ...requestHandlers(requests, settings),
    ...followHandlers(requests, settings),
    ...boardHandlers(database, requests),
    ...ratingHandlers(requests, settings),
    ...noticeHandlers(requests, settings),
    ...statisticHandlers(database),
    ...supervisionHandlers(requests),
    ...reportHandlers(requests),
    ...topicHandlers(requests, settings),
    ...kioskHandlers(requests),
    'agencies.list': ({ query }) => listAgencies(database, query),
    'agencies.get': ({ params }) => getAgency(database, params.id),
    'categories.list': ({ query }) => listCategories(database, query.agency),
    'disclosures.list': ({ query }) => listDisclosures(database, query),
    'disclosures.get': ({ params }) => getDisclosure(database, params.id, settings),
    'disclosures.revision': ({ params }) => getRevision(database, params.id, params.revision),
    'disclosures.attachment': ({ params }) => findAttachment(database, params.id, params.name),
    'suggestions.list': async ({ query: { q, limit = 8, agency } }) => ({ items: await suggestions(database, q, limit, agency) }),
    'changes.list': async ({ query: { after = 0, limit = 100, agency } }) => listChanges(database, after, limit, await spanOf(database, agency)),
    'changes.stream': ({ query: { after, agency }, lastEventId = '', address }) =>
      streams.open({ of: 'disclosures', after: seen(lastEventId) ?? after, agency, address }),
    'topics.changes': async ({ query: { after = 0, limit = 100, agency } }) => listTopicChanges(database, after, limit, await spanOf(database, agency)),
    'topics.stream': ({ query: { after, agency }, lastEventId = '', address }) => streams.open({ of: 'topics', after: seen(lastEventId) ?? after, agency, address }),
    'feeds.topics': (call) => topicFeed(requests, call, settings),
    'feeds.atom': (call) => atomFeed(database, feedRequest(call)),
    'feeds.json': (call) => jsonFeed(database, feedRequest(call)),
    'calendar.get': () => getCalendar(database),
    'calendar.due': ({ query }) => getDue(database, query),
    'snapshot.get': ({ query }) => copies.get(query.agency),
    'snapshot.part': ({ params }) => copies.part(params.sha256),
    'snapshot.changes': async ({ query: { after, limit = 1_000, agency } }) => changedSince(database, after, limit, await scopeOf(database, agency), settings),
    'snapshot.topics': ({ query }) => topicsById(requests, query.ids.split(','), settings),
    'health.live': () => Promise.resolve({ status: 'ok', version }),
    'health.ready': () => ready(database),
  } satisfies Omit<Handlers, 'keys.get' | 'sealed.send' | 'sealed.attach' | 'sealed.receipt'>;
  return { ...open, ...sealedHandlers(requests, open) };
}

/** What a stream that broke off had sent last, when it is a number. */
const seen = (lastEventId: string): number | undefined => (/^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : undefined);

function feedRequest({ query, language, baseUrl, path }: Call<'feeds.atom' | 'feeds.json'>): FeedRequest {
  const { lang = language, ...filters } = query;
  return { filters, language: lang, baseUrl, path };
}

async function ready(database: Database): Promise<Answer<Operations['health.ready']>> {
  try {
    if (await schemaIsCurrent(database)) return { status: 'ok', database: database.engine, latest: await latestChange(database) };
  } catch (cause) {
    throw new ProblemError('unavailable', [], { cause });
  }
  throw new ProblemError('unavailable', [], { cause: new Error('The schema of the database is not current.') });
}
