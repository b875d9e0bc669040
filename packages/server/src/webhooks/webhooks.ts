import { randomBytes } from 'node:crypto';
import { DEFAULT_LIMIT, type ChangeType, type Delivery, type Webhook } from '@sunlit/contract';
import { ulid } from 'ulid';
import { once } from '../database/idempotency.ts';
import { writing, type Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { decodeCursor, encodeCursor } from '../disclosures/cursor.ts';
import { ProblemError, invalid, notFound } from '../problems.ts';
import { reach, type StaffActor } from '../staff/actor.ts';
import { ForbiddenAddress, allowedAddresses, type Destinations } from './address.ts';
import type { Seal } from './seal.ts';

/** Those of the agencies for which the caller may write webhooks, newest first. */
export async function listWebhooks(database: Database, actor: StaffActor): Promise<{ items: Webhook[] }> {
  const spans = reach(actor, 'webhooks.write');
  if (spans.length === 0) return { items: [] };
  const rows = await selectWebhooks(database)
    .where((row) => row.or(spans.map(({ position, last }) => row.and([row('a.position', '>=', position), row('a.position', '<=', last)]))))
    .orderBy('w.id', 'desc').execute();
  return { items: rows.map(webhookOf) };
}

export interface NewWebhook {
  readonly agencyId: string;
  readonly url: string;
  readonly events: readonly ChangeType[];
}

/** Sends changes from now on. @throws ProblemError for an address that no webhook may reach. */
export async function createWebhook(
  database: Database, body: NewWebhook, { actor, key, seal, destinations }: { readonly actor: StaffActor; readonly key: string; readonly seal: Seal; readonly destinations: Destinations },
): Promise<{ webhook: Webhook; secret: string }> {
  const url = await checkedUrl(body.url, destinations);
  // The secret is not part of the stored answer, which nobody encrypts.
  const { id } = await writing(database, ({ db, now }) => once({ db, now }, { operation: 'webhooks.create', owner: actor.id, key, body }, async () => {
    const at = now();
    const made = ulid(at.getTime());
    const { no } = await db.selectFrom('agency').select('no').where('id', '=', body.agencyId).executeTakeFirstOrThrow();
    const { seq } = await db.selectFrom('change_head').select('seq').executeTakeFirstOrThrow();
    await db.insertInto('webhook').values({
      id: made, agency_no: no, url, secret: seal.close(`whsec_${randomBytes(32).toString('base64')}`, made), events: JSON.stringify(body.events),
      state: 'on', reason: null, failures: 0, created_at: at.toISOString(), after_seq: seq, next_at: at.toISOString(),
    }).execute();
    return { id: made };
  }));
  const row = await findWebhook(database, id);
  return { webhook: webhookOf(row), secret: seal.open(row.secret, id) };
}

/** On again, it begins with what it did not send while it was off. */
export async function turnWebhook(database: Database, id: string, state: 'on' | 'off'): Promise<Webhook> {
  await writing(database, ({ db, now }) =>
    db.updateTable('webhook').set(state === 'on' ? { state, reason: null, failures: 0, next_at: now().toISOString() } : { state }).where('id', '=', id).execute());
  return webhookOf(await findWebhook(database, id));
}

export async function deleteWebhook(database: Database, id: string): Promise<{ id: string }> {
  return writing(database, async ({ db }) => {
    await db.deleteFrom('webhook_delivery').where('webhook_id', '=', id).execute();
    const { numDeletedRows } = await db.deleteFrom('webhook').where('id', '=', id).executeTakeFirst();
    if (numDeletedRows === 0n) throw notFound();
    return { id };
  });
}

/** Newest change first. */
export async function listDeliveries(
  { read }: Database, id: string, { cursor, limit = DEFAULT_LIMIT }: { readonly cursor?: string; readonly limit?: number },
): Promise<{ items: Delivery[]; next?: string }> {
  const bound = { webhook: id };
  const before = cursor === undefined ? Number.MAX_SAFE_INTEGER : decodeCursor(bound, cursor, ['seq']).seq;
  const rows = await read.selectFrom('webhook_delivery').selectAll().where('webhook_id', '=', id).where('seq', '<', before).orderBy('seq', 'desc').limit(limit + 1).execute();
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items: rows.slice(0, limit).map(deliveryOf), ...(last ? { next: encodeCursor(bound, { seq: last.seq }) } : {}) };
}

/** At once, also when the webhook would be tried again only later. @throws ProblemError when the webhook is not on. */
export async function resendDelivery(database: Database, id: string, delivery: string): Promise<Delivery> {
  return writing(database, async ({ db, now }) => {
    const webhook = await db.selectFrom('webhook').select('state').where('id', '=', id).executeTakeFirst();
    const row = await db.updateTable('webhook_delivery').set({ state: 'waiting' }).where('webhook_id', '=', id).where('id', '=', delivery).returningAll().executeTakeFirst();
    if (webhook === undefined || row === undefined) throw notFound();
    if (webhook.state !== 'on') throw new ProblemError('not-possible');
    await db.updateTable('webhook').set({ next_at: now().toISOString() }).where('id', '=', id).execute();
    return deliveryOf(row);
  });
}

/** The address as it is kept. */
async function checkedUrl(text: string, destinations: Destinations): Promise<string> {
  const refuse = (code: string) => invalid({ pointer: '/body/url', code });
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || url.username || url.password || url.hash || !(url.protocol === 'https:' || (url.protocol === 'http:' && destinations.local))) throw refuse('https');
  try {
    await allowedAddresses(url.hostname, destinations);
  } catch (error) {
    throw refuse(error instanceof ForbiddenAddress ? 'private-address' : 'unknown-host');
  }
  return url.href;
}

function selectWebhooks({ read }: Pick<Database, 'read'>) {
  return read.selectFrom('webhook as w').innerJoin('agency as a', 'a.no', 'w.agency_no').selectAll('w').select('a.id as agency_id');
}

async function findWebhook(database: Pick<Database, 'read'>, id: string): Promise<Tables['webhook'] & { agency_id: string }> {
  const row = await selectWebhooks(database).where('w.id', '=', id).executeTakeFirst();
  if (row === undefined) throw notFound();
  return row;
}

function webhookOf(row: Tables['webhook'] & { agency_id: string }): Webhook {
  const { id, agency_id, url, events, state, reason, failures, next_at, created_at } = row;
  return {
    id, agencyId: agency_id, url, events: JSON.parse(events) as ChangeType[], state,
    ...(reason === null ? {} : { reason }),
    failures,
    ...(state === 'on' && failures > 0 ? { nextAt: next_at } : {}),
    createdAt: created_at,
  };
}

function deliveryOf({ id, seq, type, state, attempts, status, reason, created_at, tried_at, milliseconds }: Tables['webhook_delivery']): Delivery {
  return {
    id, seq, type, state, attempts,
    ...(status === null ? {} : { status }),
    ...(reason === null ? {} : { reason }),
    createdAt: created_at,
    ...(tried_at === null ? {} : { triedAt: tried_at }),
    ...(milliseconds === null ? {} : { milliseconds }),
  };
}
