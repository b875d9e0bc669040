import { createHash, randomBytes } from 'node:crypto';
import { domainToASCII } from 'node:url';
import type { Answer, Body, Operations } from '@sunlit/contract';
import { monotonicFactory } from 'ulid';
import type { Call } from '../../handlers.ts';
import type { Language } from '../../language.ts';
import { ProblemError, invalid } from '../../problems.ts';
import { spend, type Challenges } from '../../requests/challenges.ts';
import { onceUnseen } from '../../requests/discreet.ts';
import { openJson, sealJson } from '../../requests/sealing.ts';
import { writingRequests, type RequestReading, type RequestStore, type RequestWriting } from '../../requests/store.ts';
import type { Settings } from '../../settings.ts';
import { countAttempt } from '../../staff/attempts.ts';

/*
 * Following by e-mail. An address is kept sealed, and to know it again as a keyed hash; who stops is forgotten with everything. Whoever asks,
 * and whatever is known of an address, the answer is the same, so that nobody learns from it who follows what.
 */

const ulid = monotonicFactory();

const HOUR_MILLISECONDS = 3_600_000;
/** How long somebody who asked may take to follow the link of the first letter. */
const UNCONFIRMED_MILLISECONDS = 48 * HOUR_MILLISECONDS;
/** So nobody can fill a stranger's mailbox: so many first letters wait for one address, and each is sent once more at most, an hour later. */
const MOST_UNCONFIRMED = 5;
const MOST_FIRST_LETTERS = 2;
/** How long it is on record that a letter went out. */
const KEPT_MILLISECONDS = 30 * 24 * HOUR_MILLISECONDS;

/** To whom letters go, and by what the links in them are known. */
interface Follower {
  readonly address: string;
  readonly token: string;
}

/** What is followed, in the words of its page and letters. */
export interface Followed {
  readonly language: Language;
  readonly state: 'asked' | 'confirmed';
  /** Without a title until it is on the board. */
  readonly topic?: { readonly no: string; readonly title: string | null };
  /** The agency of the board. */
  readonly agency: string;
}

type NewFollow = Body<Operations['follows.create']>;

/** @throws ProblemError when no mail is set up, the address is none, or nothing is there to follow. */
export async function askToFollow(
  store: RequestStore, challenges: Challenges, settings: Pick<Settings, 'mail'>, { body: { challenge, ...asked }, key, address: from }: Pick<Call<'follows.create'>, 'body' | 'key' | 'address'>,
): Promise<Answer<Operations['follows.create']>> {
  if (settings.mail === undefined) throw new ProblemError('not-possible', [{ pointer: '', code: 'no-mail' }]);
  const address = mailAddress(asked.email);
  if (address === undefined) throw invalid({ pointer: '/body/email', code: 'email' });
  const hash = store.mac('follow', address.toLowerCase()).toString('base64url');
  await countAttempt(store.database, { asker: from, follower: hash });
  const solved = await challenges.verify(challenge);
  return writingRequests(store, (w) => onceUnseen(w, { operation: 'follows.create', owner: 'public', key, body: asked }, async () => {
    await spend(w, solved);
    await enter(w, await whatToFollow(w, asked.of), { address, hash, language: asked.language });
    return { follow: 'asked' as const };
  }));
}

/** An address as letters can be sent to it, or nothing. What could be read as a list of addresses is none. */
function mailAddress(text: string): string | undefined {
  const [, local = '', host = ''] = /^([^\s@<>()[\]\\,;:"\p{C}]{1,64})@([^\s@<>()[\]\\,;:"\p{C}]{1,255})$/u.exec(text.trim().normalize('NFKC')) ?? [];
  const domain = domainToASCII(host);
  const known = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i.test(domain) && !/^\.|\.\.|\.$/.test(local) && /^[\x21-\x7e]+$/.test(local);
  return known ? `${local}@${domain}` : undefined;
}

/** Also a topic that nobody has read yet: whoever wrote it has its id, and asks with it. */
async function whatToFollow({ db }: RequestReading, of: NewFollow['of']): Promise<{ readonly topic_no: number | null; readonly agency_no: number | null }> {
  if ('topic' in of) {
    const topic = await db.selectFrom('topic').select('no').where('id', '=', of.topic).executeTakeFirst();
    if (topic === undefined) throw invalid({ pointer: '/body/of/topic', code: 'unknown-topic' });
    return { topic_no: topic.no, agency_no: null };
  }
  const agency = await db.selectFrom('agency').select('no').where('id', '=', of.agency).executeTakeFirst();
  if (agency === undefined) throw invalid({ pointer: '/body/of/agency', code: 'unknown-agency' });
  return { topic_no: null, agency_no: agency.no };
}

async function enter(w: RequestWriting, of: Awaited<ReturnType<typeof whatToFollow>>, { address, hash, language }: { readonly address: string; readonly hash: string; readonly language: Language }): Promise<void> {
  const own = await w.db.selectFrom('follow').select(['no', 'state', 'topic_no', 'agency_no']).where('address_hash', '=', hash).execute();
  const known = own.find(({ topic_no, agency_no }) => topic_no === of.topic_no && agency_no === of.agency_no);
  if (known?.state === 'confirmed') return;
  if (known !== undefined) {
    const letters = await w.db.selectFrom('letter_out').select('created_at').where('follow_no', '=', known.no).where('kind', '=', 'confirm').execute();
    const lately = new Date(w.now().getTime() - HOUR_MILLISECONDS).toISOString();
    if (letters.length < MOST_FIRST_LETTERS && letters.every(({ created_at }) => created_at <= lately)) await queueFirstLetter(w, known.no);
    return;
  }
  if (own.filter(({ state }) => state === 'asked').length >= MOST_UNCONFIRMED) return;
  const at = w.now();
  const id = ulid(at.getTime());
  const { key, wrapped } = w.keys.make(id);
  const token = randomBytes(24).toString('base64url');
  const { no } = await w.db.insertInto('follow').values({
    id, ...of, language, state: 'asked', ...wrapped, address: sealJson(key, { address, token } satisfies Follower, placeOfAddress(id)), address_hash: hash, token_hash: hashOf(token), asked_at: at.toISOString(),
  }).returning('no').executeTakeFirstOrThrow();
  await queueFirstLetter(w, no);
}

async function queueFirstLetter({ db, now }: RequestWriting, follow_no: number): Promise<void> {
  const at = now().toISOString();
  await db.insertInto('letter_out').values({ follow_no, kind: 'confirm', topic_no: null, event_n: null, round_no: null, created_at: at, next_at: at, attempts: 0, sent_at: null, failed_at: null }).execute();
}

/** What a link leads to: nothing once it was stopped, or was not confirmed in time. */
export async function findFollow(reading: RequestReading, token: string): Promise<(Followed & { readonly no: number }) | undefined> {
  const row = await reading.db.selectFrom('follow as f').leftJoin('topic as t', 't.no', 'f.topic_no').innerJoin('agency as a', (on) => on.on((eb) => eb('a.no', '=', eb.fn.coalesce('f.agency_no', 't.board_no'))))
    .select(['f.no', 'f.language', 'f.state', 'f.asked_at', 't.topic_no', 't.title', 'a.name as agency'])
    .where('f.token_hash', '=', hashOf(token)).executeTakeFirst();
  if (row === undefined || (row.state === 'asked' && row.asked_at < unconfirmedSince(reading))) return undefined;
  const { no, language, state, agency, topic_no, title } = row;
  return { no, language, state, agency, ...(topic_no === null ? {} : { topic: { no: topic_no, title } }) };
}

/** Answers what is followed from now on, or was before. */
export function confirm(store: RequestStore, token: string): Promise<Followed | undefined> {
  return writingRequests(store, async (w) => {
    const found = await findFollow(w, token);
    if (found === undefined) return undefined;
    await w.db.updateTable('follow').set({ state: 'confirmed' }).where('no', '=', found.no).execute();
    return { ...found, state: 'confirmed' };
  });
}

/** Forgets who followed, at once, and what was to be sent. Answers what they followed; nothing when that was forgotten before. */
export function stop(store: RequestStore, token: string): Promise<Followed | undefined> {
  return writingRequests(store, async (w) => {
    const found = await findFollow(w, token);
    if (found !== undefined) await forget(w, [found.no]);
    return found;
  });
}

async function forget({ db }: RequestWriting, follows: readonly number[]): Promise<void> {
  if (follows.length === 0) return;
  await db.deleteFrom('letter_out').where('follow_no', 'in', [...follows]).execute();
  await db.deleteFrom('follow').where('no', 'in', [...follows]).execute();
}

/** Forgets who did not confirm in time, and that letters went out long ago. */
export async function sweepFollows(store: RequestStore): Promise<void> {
  await writingRequests(store, async (w) => {
    const late = await w.db.selectFrom('follow').select('no').where('state', '=', 'asked').where('asked_at', '<', unconfirmedSince(w)).limit(1000).execute();
    await forget(w, late.map(({ no }) => no));
    await w.db.deleteFrom('letter_out').where('created_at', '<', new Date(w.now().getTime() - KEPT_MILLISECONDS).toISOString()).where((eb) => eb.or([eb('sent_at', 'is not', null), eb('failed_at', 'is not', null)])).execute();
  });
}

const unconfirmedSince = ({ now }: Pick<RequestReading, 'now'>) => new Date(now().getTime() - UNCONFIRMED_MILLISECONDS).toISOString();

/** To whom a letter goes. */
export function followerOf({ keys }: Pick<RequestReading, 'keys'>, row: { readonly id: string; readonly key_id: string; readonly wrapped_key: string; readonly address: string }): Follower {
  const key = keys.open(row);
  if (key === undefined) throw new Error(`${row.id}: no key`);
  return openJson(key, row.address, placeOfAddress(row.id));
}

const placeOfAddress = (followId: string) => `${followId} address`;
const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');
