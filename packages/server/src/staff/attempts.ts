import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { ProblemError } from '../problems.ts';

/* How often somebody may guess. Counted in the database, so that more servers or a restart give no more guesses. */

/** Many of one office come from one address, so it may fail more often than one account. What may be written on boards, `BOARD_LIMIT` says. */
export const LIMITS = { account: 10, address: 100, receipt: 10, holder: 100, board: 200, device: 40, asker: 30, follower: 6, enroller: 10 } as const;
type Limits = Readonly<Record<keyof typeof LIMITS, number>>;
const WINDOW = 15 * 60_000;

/** What is guessed at: an account by its username, and an address; a receipt by its number, and the address of who says to hold it. Or what is done often: writing on boards, from an address and by a device; asking for letters, from an address and to the hash of a mail address; the code of a kiosk, from an address. */
export type Guessed = Readonly<Partial<Record<keyof typeof LIMITS, string>>>;

/** Counts an attempt before it is made, so that many at once are no way around. @throws ProblemError 429 with `Retry-After`. */
export async function countAttempt(database: Database, guessed: Guessed, limits: Limits = LIMITS): Promise<void> {
  const now = Date.now();
  for (const [kind, of] of Object.entries(guessed) as [keyof Guessed, string][]) {
    const { rows: [row] } = await sql<{ n: number; until: number }>`
      insert into attempt (key, n, until) values (${key(kind, of)}, 1, ${now + WINDOW})
      on conflict (key) do update set
        n = case when attempt.until <= ${now} then 1 else attempt.n + 1 end,
        until = case when attempt.until <= ${now} then excluded.until else attempt.until end
      returning n, until`.execute(database.write);
    if (row !== undefined && row.n > limits[kind]) throw tooMany(row.until - now);
  }
}

/** Refuses who has guessed too often, without counting: for what is called far more often than it is guessed at. @throws ProblemError as `countAttempt`. */
export async function refuseGuesser({ read }: Database, guessed: Guessed, limits: Limits = LIMITS): Promise<void> {
  const now = Date.now();
  for (const [kind, of] of Object.entries(guessed) as [keyof Guessed, string][]) {
    const row = await read.selectFrom('attempt').select(['n', 'until']).where('key', '=', key(kind, of)).executeTakeFirst();
    if (row !== undefined && row.until > now && row.n >= limits[kind]) throw tooMany(row.until - now);
  }
}

/** What turned out right was no guess: the account begins anew, the address gets its attempt back. */
export async function forgiveAttempt({ write }: Database, { account, address }: Guessed): Promise<void> {
  if (account !== undefined) await write.deleteFrom('attempt').where('key', '=', key('account', account)).execute();
  if (address !== undefined) await write.updateTable('attempt').set((row) => ({ n: row('n', '-', 1) })).where('key', '=', key('address', address)).where('n', '>', 0).execute();
  await forgetAttempts({ write });
}

/** Forgets guesses that no longer count. */
export async function forgetAttempts({ write }: Pick<Database, 'write'>): Promise<void> {
  await write.deleteFrom('attempt').where('until', '<=', Date.now()).execute();
}

function tooMany(milliseconds: number): ProblemError {
  return new ProblemError('too-many-requests', [], { headers: { 'retry-after': String(Math.ceil(milliseconds / 1000)) } });
}

function key(kind: keyof Guessed, of: string): string {
  return `${kind} ${of.toLowerCase().slice(0, 100)}`;
}
