import { DEFAULT_LIMIT, type Answer, type Body, type Opinion, type Operations, type Seat } from '@sunlit/contract';
import { dayInShanghai, tidyWords } from '@sunlit/rules';
import { monotonicFactory } from 'ulid';
import { decodeCursor, encodeCursor } from '../disclosures/cursor.ts';
import type { Call } from '../handlers.ts';
import { ProblemError, invalid } from '../problems.ts';
import { spend, type Challenges } from '../requests/challenges.ts';
import { onceUnseen } from '../requests/discreet.ts';
import { openJson, sealJson } from '../requests/sealing.ts';
import { readingRequests, writingRequests, type RequestReading, type RequestStore } from '../requests/store.ts';
import type { BoardLimits } from '../topics/limits.ts';
import { deviceHash } from '../topics/supports.ts';
import { isOpen, noticeRow, windowsOf } from './show.ts';

/*
 * What comes in to a notice: opinions, and registrations for a hearing. Both are sealed as they come, each by a key of its own; in clear are only
 * the stance or the role, which are counted, and when it came.
 */

const ulid = monotonicFactory();

type Who = Pick<Body<Operations['seats.create']>, 'group'> & { readonly name?: string; readonly contact?: string };
type Sealed = Who & { readonly words?: string };

const placeOf = (id: string) => `${id} notice`;

/** Takes an opinion while the window is open. */
export async function createOpinion(store: RequestStore, challenges: Challenges, limits: BoardLimits, { params: { id }, body, key, address }: Pick<Call<'opinions.create'>, 'params' | 'body' | 'key' | 'address'>): Promise<Answer<Operations['opinions.create']>> {
  const { challenge, token, stance, channel, words, ...who } = body;
  const solved = await challenges.verify(challenge);
  const written: Sealed = { words: tidied('words', words), ...tidyWho(who) };
  const device = deviceHash(store, token);
  await limits.count(address, device);
  return writingRequests(store, (w) => onceUnseen(w, { operation: 'opinions.create', owner: 'public', key, body: { id, device, stance, channel, words, ...who } }, async () => {
    const notice = await noticeRow(w.db, id);
    if (!isOpen(notice, windowsOf(notice).opinions, dayInShanghai(w.now()))) throw closed();
    await spend(w, solved);
    const made = ulid(w.now().getTime());
    const { key: dataKey, wrapped } = w.keys.make(made);
    await w.db.insertInto('opinion').values({ id: made, disclosure_no: notice.no, stance, channel, at: w.now().toISOString(), ...wrapped, written: sealJson(dataKey, written, placeOf(made)) }).execute();
    return { id: made };
  }));
}

/** Takes a registration for a seat while the window is open: one for each device, or visit to a screen. */
export async function createSeat(store: RequestStore, challenges: Challenges, limits: BoardLimits, { params: { id }, body, key, address }: Pick<Call<'seats.create'>, 'params' | 'body' | 'key' | 'address'>): Promise<Answer<Operations['seats.create']>> {
  const { challenge, token, role, channel, ...who } = body;
  const solved = await challenges.verify(challenge);
  const written: Sealed = { ...tidyWho(who), name: tidied('name', who.name), contact: tidied('contact', who.contact) };
  const device = deviceHash(store, token);
  await limits.count(address, device);
  return writingRequests(store, (w) => onceUnseen(w, { operation: 'seats.create', owner: 'public', key, body: { id, device, role, channel, ...who } }, async () => {
    const notice = await noticeRow(w.db, id);
    const { seats } = windowsOf(notice);
    if (notice.result !== null || !isOpen(notice, seats, dayInShanghai(w.now()))) throw closed();
    if ((role === 'presenter' ? seats?.presenters : seats?.observers) === 0) throw new ProblemError('not-possible', [{ pointer: '/body/role', code: 'no-seats' }]);
    const known = await w.db.selectFrom('seat').select('id').where('disclosure_no', '=', notice.no).where('device', '=', device).executeTakeFirst();
    if (known !== undefined) throw new ProblemError('not-possible', [{ pointer: '', code: 'registered-already' }]);
    await spend(w, solved);
    const made = ulid(w.now().getTime());
    const { key: dataKey, wrapped } = w.keys.make(made);
    await w.db.insertInto('seat').values({
      id: made, disclosure_no: notice.no, role, channel, device, at: w.now().toISOString(), chosen: null, ...wrapped, written: sealJson(dataKey, written, placeOf(made)),
    }).execute();
    return { id: made };
  }));
}

const closed = () => new ProblemError('not-possible', [{ pointer: '', code: 'window-closed' }]);

/** @throws ProblemError for what is there by its length and yet says nothing. */
function tidied(field: string, text: string): string {
  const tidy = tidyWords(text);
  if (tidy === '') throw invalid({ pointer: `/body/${field}`, code: 'minLength', values: { limit: 1 } });
  return tidy;
}

/** Nothing where nothing is left. */
const tidyWho = (who: Who): Who => Object.fromEntries(Object.entries(who).map(([field, text]) => [field, tidyWords(text)]).filter(([, text]) => text !== ''));

type Found = { readonly id: string; readonly key_id: string | null; readonly wrapped_key: string | null; readonly written: string | null };

/** What was written, until it is erased. */
function opened({ keys }: RequestReading, row: Found): Sealed {
  const key = row.written === null ? undefined : keys.open(row);
  return row.written === null || key === undefined ? {} : openJson<Sealed>(key, row.written, placeOf(row.id));
}

/** The opinions that came to a notice, oldest first, for whoever may publish it. @throws ProblemError `not-found`. */
export async function listOpinions(store: RequestStore, { params: { id }, query: { stance, cursor, limit = DEFAULT_LIMIT } }: Pick<Call<'opinions.list'>, 'params' | 'query'>): Promise<Answer<Operations['opinions.list']>> {
  const reading = readingRequests(store);
  const bound = { id, stance };
  const { no } = await noticeRow(reading.db, id);
  const found = await reading.db.selectFrom('opinion').selectAll().where('disclosure_no', '=', no).where('no', '>', after(bound, cursor))
    .$if(stance !== undefined, (some) => some.where('stance', '=', stance as Opinion['stance'])).orderBy('no').limit(limit + 1).execute();
  return paged(bound, found, limit, (row): Opinion => ({ id: row.id, stance: row.stance, channel: row.channel, at: row.at, ...opened(reading, row) }));
}

/** Who registered for a hearing, in the order they came, for whoever may publish it. @throws ProblemError `not-found`. */
export async function listSeats(store: RequestStore, { params: { id }, query: { role, cursor, limit = DEFAULT_LIMIT } }: Pick<Call<'seats.list'>, 'params' | 'query'>): Promise<Answer<Operations['seats.list']>> {
  const reading = readingRequests(store);
  const bound = { id, role };
  const { no } = await noticeRow(reading.db, id);
  const found = await reading.db.selectFrom('seat').selectAll().where('disclosure_no', '=', no).where('no', '>', after(bound, cursor))
    .$if(role !== undefined, (some) => some.where('role', '=', role as Seat['role'])).orderBy('no').limit(limit + 1).execute();
  return paged(bound, found, limit, (row): Seat => ({ id: row.id, role: row.role, channel: row.channel, at: row.at, ...opened(reading, row), ...(row.chosen === null ? {} : { chosen: row.chosen === 1 }) }));
}

const after = (bound: object, cursor: string | undefined): number => (cursor === undefined ? 0 : decodeCursor(bound, cursor, ['n']).n);

function paged<Row extends { readonly no: number }, Item>(bound: object, found: readonly Row[], limit: number, show: (row: Row) => Item): { items: Item[]; next?: string } {
  const last = found.length > limit ? found[limit - 1] : undefined;
  return { items: found.slice(0, limit).map(show), ...(last === undefined ? {} : { next: encodeCursor(bound, { n: last.no }) }) };
}
