import type { Heartbeat, Kiosk, KioskMessage, PinCheck } from '@sunlit/contract';
import { kioskHealth } from '@sunlit/rules';
import { ulid } from 'ulid';
import { spanOf } from '../changes/list.ts';
import { once } from '../database/idempotency.ts';
import { writing, type Database, type Writing } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { ProblemError, notFound } from '../problems.ts';
import type { RequestStore } from '../requests/store.ts';
import { reach, type StaffActor } from '../staff/actor.ts';
import { CODE_MILLISECONDS, hashOfCode, newCode } from './codes.ts';
import { pinCheck } from './pin.ts';

/** Those of the agencies whose kiosks the caller may see, in the order of the tree, with how they are now. */
export async function listKiosks(database: Database, { agency }: { readonly agency?: string }, actor: StaffActor): Promise<{ items: Kiosk[]; at: string }> {
  const now = database.now();
  const at = now.toISOString();
  const [spans, asked] = [reach(actor, 'kiosks.read'), await spanOf(database, agency)];
  if (spans.length === 0) return { items: [], at };
  const rows = await selectKiosks(database)
    .where((row) => row.or(spans.map(({ position, last }) => row.and([row('a.position', '>=', position), row('a.position', '<=', last)]))))
    .$if(asked !== undefined, (query) => query.where('a.position', '>=', asked?.position ?? 0).where('a.position', '<=', asked?.last ?? 0))
    .orderBy('a.position').orderBy('k.id').execute();
  return { items: rows.map((row) => kioskOf(row, now)), at };
}

export interface NewKiosk {
  readonly agencyId: string;
  readonly name: string;
  readonly place: string;
}

interface KioskCode {
  readonly kiosk: Kiosk;
  readonly code: string;
  readonly until: string;
}

export async function createKiosk(store: RequestStore, body: NewKiosk, { actor, key }: { readonly actor: StaffActor; readonly key: string }): Promise<KioskCode> {
  const { database } = store;
  const { id, ...made } = await writing(database, async ({ db, now }) => {
    // The code is not part of the stored answer, which nobody encrypts: the same call again answers another.
    const { id } = await once({ db, now }, { operation: 'kiosks.create', owner: actor.id, key, body }, async () => {
      const at = now();
      const { no } = await db.selectFrom('agency').select('no').where('id', '=', body.agencyId).executeTakeFirstOrThrow();
      const made = ulid(at.getTime());
      await db.insertInto('kiosk').values({ ...UNHEARD, id: made, agency_no: no, name: body.name, place: body.place, created_at: at.toISOString() }).execute();
      return { id: made };
    });
    return { id, ...(await giveCode(store, { db, now }, id)) };
  });
  return { kiosk: await getKiosk(database, id), ...made };
}

/** The code that there was before is good for nothing. @throws ProblemError for a kiosk that was revoked. */
export async function renewCode(store: RequestStore, id: string): Promise<KioskCode> {
  const made = await writing(store.database, (transaction) => giveCode(store, transaction, id));
  return { kiosk: await getKiosk(store.database, id), ...made };
}

async function giveCode(store: RequestStore, { db, now }: Pick<Writing, 'db' | 'now'>, id: string): Promise<{ code: string; until: string }> {
  const [code, until] = [newCode(), new Date(now().getTime() + CODE_MILLISECONDS).toISOString()];
  const { numUpdatedRows } = await db.updateTable('kiosk').set({ code_hash: hashOfCode(store, code), code_until: until }).where('id', '=', id).where('revoked_at', 'is', null).executeTakeFirst();
  if (numUpdatedRows === 0n) throw new ProblemError('not-possible');
  return { code, until };
}

export async function saveKiosk(database: Database, id: string, { name, place, message }: { readonly name: string; readonly place: string; readonly message?: KioskMessage }): Promise<Kiosk> {
  return change(database, id, () => ({ name, place, message: message?.text ?? null, message_until: message?.until ?? null }));
}

/** The device compares without the server, so what is kept is what it is given: a slow hash. */
export async function setPin(database: Database, id: string, pin: string | undefined): Promise<Kiosk> {
  const check = pin === undefined ? null : JSON.stringify(await pinCheck(pin));
  return change(database, id, () => ({ pin: check }));
}

export async function orderReload(database: Database, id: string): Promise<Kiosk> {
  return change(database, id, (at) => ({ reload_id: ulid(Date.parse(at)), reload_at: at, reload_done_at: null }));
}

/** For good: its secret and its code are forgotten. The row stays, for the record of who ended it. */
export async function revokeKiosk(database: Database, id: string): Promise<Kiosk> {
  return change(database, id, (at) => ({ revoked_at: at, secret_hash: null, code_hash: null, code_until: null, pin: null }));
}

async function change(database: Database, id: string, changed: (at: string) => Partial<Tables['kiosk']>): Promise<Kiosk> {
  await writing(database, async ({ db, now }) => {
    const { numUpdatedRows } = await db.updateTable('kiosk').set(changed(now().toISOString())).where('id', '=', id).where('revoked_at', 'is', null).executeTakeFirst();
    if (numUpdatedRows === 0n) throw new ProblemError('not-possible');
  });
  return getKiosk(database, id);
}

/** Of a device that nothing has been heard of. */
export const UNHEARD = {
  code_hash: null, code_until: null, secret_hash: null, enrolled_at: null, revoked_at: null, message: null, message_until: null, reload_id: null, reload_at: null, reload_done_at: null, pin: null,
  heard_at: null, heartbeat: null, skew: null, queue_since: null, printer_since: null, clock_since: null,
} satisfies Partial<Tables['kiosk']>;

/** How many kiosks there are of each state, for metrics. */
export async function countKiosks(database: Database): Promise<ReadonlyMap<Kiosk['state'], number>> {
  const now = database.now();
  const counts = new Map<Kiosk['state'], number>();
  for (const row of await database.read.selectFrom('kiosk').selectAll().execute()) {
    const { state } = healthOf(row, now);
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return counts;
}

type KioskRow = Tables['kiosk'] & { readonly agency_id: string; readonly agency_name: string };

export function selectKiosks({ read }: Pick<Database, 'read'>) {
  return read.selectFrom('kiosk as k').innerJoin('agency as a', 'a.no', 'k.agency_no').selectAll('k').select(['a.id as agency_id', 'a.name as agency_name']);
}

async function getKiosk(database: Database, id: string): Promise<Kiosk> {
  const row = await selectKiosks(database).where('k.id', '=', id).executeTakeFirst();
  if (row === undefined) throw notFound();
  return kioskOf(row, database.now());
}

function healthOf(row: Tables['kiosk'], now: Date) {
  const { dataDate } = heartbeatOf(row) ?? {};
  return kioskHealth({
    ...(row.revoked_at === null ? {} : { revokedAt: row.revoked_at }),
    ...(row.heard_at === null ? {} : {
      heard: {
        at: row.heard_at,
        ...(dataDate === undefined ? {} : { dataDate }),
        ...(row.queue_since === null ? {} : { queueSince: row.queue_since }),
        ...(row.printer_since === null ? {} : { printerSince: row.printer_since }),
        ...(row.clock_since === null ? {} : { clockSince: row.clock_since }),
      },
    }),
  }, now);
}

function heartbeatOf({ heartbeat }: Pick<Tables['kiosk'], 'heartbeat'>): Heartbeat | undefined {
  return heartbeat === null ? undefined : (JSON.parse(heartbeat) as Heartbeat);
}

function kioskOf(row: KioskRow, now: Date): Kiosk {
  const { state, reasons } = healthOf(row, now);
  const said = heartbeatOf(row);
  const message = messageOf(row);
  return {
    id: row.id,
    agency: { id: row.agency_id, name: row.agency_name },
    name: row.name,
    place: row.place,
    state,
    reasons: [...reasons],
    ...(row.heard_at === null || said === undefined ? {} : { heard: { at: row.heard_at, ...said, ...(row.skew === null ? {} : { skew: row.skew }) } }),
    ...(message === undefined ? {} : { message }),
    ...(row.reload_at === null ? {} : { reload: { at: row.reload_at, ...(row.reload_done_at === null ? {} : { doneAt: row.reload_done_at }) } }),
    pin: row.pin !== null,
    ...(row.code_until === null || row.code_until <= now.toISOString() ? {} : { codeUntil: row.code_until }),
    createdAt: row.created_at,
    ...(row.enrolled_at === null ? {} : { enrolledAt: row.enrolled_at }),
    ...(row.revoked_at === null ? {} : { revokedAt: row.revoked_at }),
  };
}

export function messageOf({ message, message_until }: Pick<Tables['kiosk'], 'message' | 'message_until'>): KioskMessage | undefined {
  return message === null || message_until === null ? undefined : { text: message, until: message_until };
}

export function pinOf({ pin }: Pick<Tables['kiosk'], 'pin'>): PinCheck | undefined {
  return pin === null ? undefined : (JSON.parse(pin) as PinCheck);
}
