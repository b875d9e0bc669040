import type { ChangeType } from '@sunlit/contract';
import { sql } from 'kysely';
import { ulid } from 'ulid';
import { listChanges } from '../changes/list.ts';
import { writing, type Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { Looking } from '../looking.ts';
import type { Destinations } from './address.ts';
import type { Seal } from './seal.ts';
import { send, type Outcome } from './send.ts';

type WebhookRow = Tables['webhook'];
type DeliveryRow = Tables['webhook_delivery'];

export interface SweepOptions {
  readonly seal: Seal;
  readonly destinations: Destinations;
  /** Told when a sweep itself fails, such as when the database does not answer. */
  readonly failed: (error: unknown) => void;
}

const EVERY_MILLISECONDS = 2000;
const AT_ONCE = 16;
const PAGE = 200;
/** How long one process has a webhook to itself; longer than an attempt takes. */
const LEASE_MILLISECONDS = 60_000;
const FIRST_PAUSE_MILLISECONDS = 5000;
const LONGEST_PAUSE_MILLISECONDS = 6 * 3_600_000;
/** A message that a receiver will not take for seven hours must not hold up the others for ever. */
const MOST_ATTEMPTS = 8;
/** About three days. */
const MOST_FAILURES = 20;
const KEPT_MILLISECONDS = 30 * 86_400_000;

/**
 * Sends changes to webhooks, each in the order of the feed, at least once. Any number of processes may sweep: who is at a webhook
 * has it for a minute. `after_seq` says up to where deliveries were made out and is written with them, so an end at any moment loses nothing.
 */
export class WebhookSweep {
  readonly #database: Database;
  readonly #options: SweepOptions;
  readonly #working = new Map<string, Promise<void>>();
  readonly #looking: Looking;

  constructor(database: Database, options: SweepOptions) {
    this.#database = database;
    this.#options = options;
    this.#looking = new Looking({ commits: database.commits, everyMilliseconds: EVERY_MILLISECONDS, look: () => this.sweep(), failed: options.failed });
  }

  start(): void {
    this.#looking.start();
  }

  /** Ends when what is being sent has been sent. */
  async stop(): Promise<void> {
    await this.#looking.stop();
    await this.settled();
  }

  /** Until nothing is being sent. */
  async settled(): Promise<void> {
    while (this.#working.size > 0) await Promise.all(this.#working.values());
  }

  /** Begins with every webhook that is due; who waits for the end asks `settled`. */
  async sweep(): Promise<void> {
    const now = this.#database.now().toISOString();
    const due = await this.#database.read.selectFrom('webhook as w').select('w.id').where('w.state', '=', 'on').where('w.next_at', '<=', now)
      .where(sql<boolean>`(w.after_seq < (select seq from change_head) or exists (select 1 from webhook_delivery d where d.webhook_id = w.id and d.state = 'waiting'))`)
      .execute();
    for (const { id } of due) {
      if (this.#working.has(id) || this.#working.size >= AT_ONCE) continue;
      this.#working.set(id, this.#work(id).catch(this.#options.failed).finally(() => this.#working.delete(id)));
    }
  }

  async #work(id: string): Promise<void> {
    if (!(await this.#claim(id))) return;
    await this.#makeOut(id);
    for (;;) {
      const webhook = await this.#find(id);
      if (webhook?.state !== 'on') return;
      const next = await this.#database.read.selectFrom('webhook_delivery').selectAll().where('webhook_id', '=', id).where('state', '=', 'waiting').orderBy('seq').executeTakeFirst();
      if (next === undefined) return this.#update(id, { next_at: this.#at(0) });
      await this.#update(id, { next_at: this.#at(LEASE_MILLISECONDS) });
      const began = performance.now();
      const outcome = await this.#deliver(webhook, next);
      const arrived = await this.#record(webhook, next, outcome, Math.round(performance.now() - began));
      if (!arrived) return;
    }
  }

  async #claim(id: string): Promise<boolean> {
    const { numUpdatedRows } = await this.#database.write.updateTable('webhook').set({ next_at: this.#at(LEASE_MILLISECONDS) })
      .where('id', '=', id).where('state', '=', 'on').where('next_at', '<=', this.#at(0)).executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  /** A delivery for each change that concerns the webhook, and the mark of how far that is, together. */
  async #makeOut(id: string): Promise<void> {
    const more = await writing(this.#database, async ({ db, now }) => {
      const webhook = await db.selectFrom('webhook as w').innerJoin('agency as a', 'a.no', 'w.agency_no').select(['w.after_seq', 'w.events', 'a.position', 'a.last'])
        .where('w.id', '=', id).executeTakeFirst();
      if (webhook === undefined) return false;
      const { items, latest } = await listChanges({ read: db }, webhook.after_seq, PAGE, webhook);
      const events = JSON.parse(webhook.events) as ChangeType[];
      const at = now();
      const rows = items.filter(({ type }) => events.includes(type)).map(({ seq, type }): DeliveryRow => ({
        id: `msg_${ulid(at.getTime())}`, webhook_id: id, seq, type, state: 'waiting', attempts: 0, status: null, reason: null, created_at: at.toISOString(), tried_at: null, milliseconds: null,
      }));
      if (rows.length > 0) await db.insertInto('webhook_delivery').values(rows).onConflict((conflict) => conflict.columns(['webhook_id', 'seq']).doNothing()).execute();
      await db.deleteFrom('webhook_delivery').where('webhook_id', '=', id).where('state', '=', 'delivered').where('created_at', '<', new Date(at.getTime() - KEPT_MILLISECONDS).toISOString()).execute();
      const whole = items.length < PAGE;
      await db.updateTable('webhook').set({ after_seq: whole ? latest : (items.at(-1)?.seq ?? latest) }).where('id', '=', id).execute();
      return !whole;
    });
    if (more) await this.#makeOut(id);
  }

  /** The change as the public reads it now, signed at this moment. */
  async #deliver({ id, url, secret }: WebhookRow, { id: message, seq }: DeliveryRow): Promise<Outcome> {
    const { items: [change] } = await listChanges(this.#database, seq - 1, 1);
    const body = JSON.stringify(change);
    const { Webhook } = await import('standardwebhooks');
    const at = this.#database.now();
    return send(new URL(url), {
      'content-type': 'application/json',
      'user-agent': 'Sunlit-Webhooks',
      'webhook-id': message,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(this.#options.seal.open(secret, id)).sign(message, at, body),
    }, body, this.#options.destinations);
  }

  async #record({ id, failures }: WebhookRow, { id: message, attempts }: DeliveryRow, { status, reason }: Outcome, milliseconds: number): Promise<boolean> {
    const tried = { attempts: attempts + 1, status: status ?? null, reason: reason ?? null, tried_at: this.#at(0), milliseconds };
    const state = reason === undefined ? 'delivered' : attempts + 1 < MOST_ATTEMPTS ? 'waiting' : 'failed';
    await this.#database.write.updateTable('webhook_delivery').set({ ...tried, state }).where('id', '=', message).execute();
    if (reason === undefined) {
      await this.#update(id, { failures: 0, reason: null });
      return true;
    }
    const failed = failures + 1;
    await this.#update(id, { failures: failed, reason, next_at: this.#at(pause(failed)), ...(failed >= MOST_FAILURES || reason === 'gone' ? { state: 'disabled' as const } : {}) });
    return false;
  }

  async #update(id: string, changed: Partial<WebhookRow>): Promise<void> {
    await this.#database.write.updateTable('webhook').set(changed).where('id', '=', id).execute();
  }

  #find(id: string): Promise<WebhookRow | undefined> {
    return this.#database.read.selectFrom('webhook').selectAll().where('id', '=', id).executeTakeFirst();
  }

  #at(milliseconds: number): string {
    return new Date(this.#database.now().getTime() + milliseconds).toISOString();
  }
}

/** Four times as long after each failure, up to six hours, and none at the same moment as another. */
function pause(failures: number): number {
  return Math.min(FIRST_PAUSE_MILLISECONDS * 4 ** (failures - 1), LONGEST_PAUSE_MILLISECONDS) * (0.75 + Math.random() / 2);
}
