import { AsyncLocalStorage } from 'node:async_hooks';
import type { Database, Writing } from '../database/database.ts';

/** Who did what to which record, and from where. Never what was sent or answered, but for what `remark` says of it. */
export interface Entry {
  readonly operation: string;
  /** Nobody when a sign-in failed for a name that nobody has. */
  readonly person?: { readonly id: string; readonly name: string; readonly post: string };
  readonly via: 'session' | 'token' | 'system';
  readonly agencyNo: number | null;
  readonly subject?: string;
  readonly detail?: string;
  readonly address?: string;
  readonly requestId?: string;
}

const current = new AsyncLocalStorage<{ entry: Entry; written: boolean }>();

/** Runs a call that goes on record: in its own first transaction, or after it when it made none. A call that fails did nothing. */
export async function onRecord<T>(database: Database, entry: Entry, call: () => Promise<T>): Promise<T> {
  const state = { entry, written: false };
  const answer = await current.run(state, call);
  if (!state.written) await enter({ db: database.write, now: database.now }, state.entry, 'done', answer);
  return answer;
}

/** Whether what runs belongs to a call that goes on record. */
export function isOnRecord(): boolean {
  return current.getStore() !== undefined;
}

/** Adds to the entry of the call under way what only the call itself knows. In a transaction, before it ends. */
export function remark(detail: string): void {
  const state = current.getStore();
  if (state !== undefined) state.entry = { ...state.entry, detail };
}

/** Puts a call on record that was refused. */
export async function recordRefusal({ write, now }: Database, entry: Entry): Promise<void> {
  await enter({ db: write, now }, entry, 'refused');
}

type Record = (transaction: Writing, answer: unknown) => Promise<void>;

/** For `writing`: runs a transaction with what it is to call at its end to put the call it belongs to on record, once. */
export async function recording<T>(run: (record: Record) => Promise<T>): Promise<T> {
  const state = current.getStore();
  if (state === undefined || state.written) return run(() => Promise.resolve());
  const answer = await run((transaction, made) => enter(transaction, state.entry, 'done', made));
  // Only now, for a transaction that was rolled back recorded nothing.
  state.written = true;
  return answer;
}

async function enter({ db, now }: Pick<Database, 'now'> & { readonly db: Database['write'] }, entry: Entry, outcome: 'done' | 'refused', answer?: unknown): Promise<void> {
  await db.insertInto('audit').values({
    at: now().toISOString(),
    operation: entry.operation,
    person_id: entry.person?.id ?? null,
    name: entry.person?.name ?? null,
    post: entry.person?.post ?? null,
    via: entry.via,
    agency_no: entry.agencyNo,
    subject: entry.subject ?? idOf(answer),
    detail: entry.detail ?? null,
    outcome,
    address: entry.address ?? null,
    request_id: entry.requestId ?? null,
  }).execute();
}

/** What was made is the subject of a call that names none. */
function idOf(answer: unknown): string | null {
  return typeof answer === 'object' && answer !== null && 'id' in answer && typeof answer.id === 'string' ? answer.id : null;
}
