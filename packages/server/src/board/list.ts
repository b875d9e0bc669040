import { DEFAULT_LIMIT, type Answer, type Operations, type Query } from '@sunlit/contract';
import { ENDED_TOPIC_PHASES, dayInShanghai } from '@sunlit/rules';
import { sql, type RawBuilder } from 'kysely';
import { decodeCursor, encodeCursor } from '../disclosures/cursor.ts';
import { dayOfNumber, numberOfDay } from '../drafts/list.ts';
import type { Call } from '../handlers.ts';
import { invalid } from '../problems.ts';
import { readingRequests, type RequestReading, type RequestStore } from '../requests/store.ts';
import { reach, type StaffActor } from '../staff/actor.ts';
import { postingSummaries } from './show.ts';

/** Sorts after every day. */
const NEVER = '9999-12-31';

type Asked = Query<Operations['board.list']>;

/** Postings of the caller's agencies, on their boards or with them: by what is due first, ended ones newest first. */
export async function listPostings(store: RequestStore, { query, actor }: Pick<Call<'board.list'>, 'query' | 'actor'>): Promise<Answer<Operations['board.list']>> {
  const reading = readingRequests(store);
  const { db, now } = reading;
  const { agency, phase, round, purpose, q, cursor, limit = DEFAULT_LIMIT } = query;
  const state = query.state ?? (phase === undefined && q === undefined ? 'open' : 'all');
  const bound = { agency, state, phase, round, purpose, q, person: actor.id };
  const ended = state === 'ended';
  const place = cursor === undefined ? undefined : decodeCursor(bound, cursor, ['d', 'n']);
  const day = ended ? sql`coalesce(t.ended_on, ${NEVER})` : sql`coalesce(t.due_on, ${NEVER})`;
  const conditions = [
    await withinReach(reading, actor, agency),
    IN_STATE[state]({ today: dayInShanghai(now()), person: actor.id }),
    ...(phase === undefined ? [] : [sql<boolean>`t.phase = ${phase}`]),
    ...(round === undefined ? [] : [sql<boolean>`t.round_no = (select r.no from round r where r.id = ${round})`]),
    ...(purpose === undefined ? [] : [sql<boolean>`t.purpose = ${purpose}`]),
    ...(q === undefined ? [] : [matching(q)]),
    ...(place === undefined ? [] : [ended ? sql<boolean>`(${day}, t.no) < (${dayOfNumber(place.d)}, ${place.n})` : sql<boolean>`(${day}, t.no) > (${dayOfNumber(place.d)}, ${place.n})`]),
  ];
  const select = db.selectFrom('topic as t').select(['t.no', 't.due_on', 't.ended_on']).where(sql<boolean>`${sql.join(conditions, sql` and `)}`);
  const found = await (ended ? select.orderBy(day, 'desc').orderBy('t.no', 'desc') : select.orderBy(day).orderBy('t.no')).limit(limit + 1).execute();
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  const items = await postingSummaries(reading, rows.map(({ no }) => no));
  return { items, ...(last ? { next: encodeCursor(bound, { d: numberOfDay((ended ? last.ended_on : last.due_on) ?? NEVER), n: last.no }) } : {}) };
}

/** What an answer still promises is owed after its end. */
const owed = sql<boolean>`(t.phase not in (${sql.join(ENDED_TOPIC_PHASES.map((phase) => sql.lit(phase)))}) or t.due_on is not null)`;

const IN_STATE: Readonly<Record<NonNullable<Asked['state']> | 'open', (who: { readonly today: string; readonly person: string }) => RawBuilder<boolean>>> = {
  open: () => owed,
  unread: () => sql`t.phase in ('submitted', 'review')`,
  unassigned: () => sql`(t.phase = 'open' and t.handler_id is null)`,
  waiting: () => sql`t.phase in ('assigned', 'claimed', 'answered')`,
  mine: ({ person }) => sql`(t.handler_id = ${person} and ${owed})`,
  late: ({ today }) => sql`t.due_on < ${today}`,
  ended: () => sql`t.ended_on is not null`,
  all: () => sql`1 = 1`,
};

/** In what is public of them, as it was typed, or from the beginning of a number. */
function matching(q: string): RawBuilder<boolean> {
  const typed = q.normalize('NFC').trim().toLowerCase();
  if (/^\d{1,8}(-\d{0,6})?$/.test(typed)) return sql`substr(t.topic_no, 1, ${sql.lit(typed.length)}) = ${typed}`;
  const pattern = `%${typed.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return sql`(t.approved = 1 and (lower(t.title) like ${pattern} escape '\\' or lower(coalesce(t.text, '')) like ${pattern} escape '\\'))`;
}

/** On the boards of the caller's agencies, or with one of them. @throws ProblemError when there is no agency of that id. */
async function withinReach({ db }: RequestReading, actor: StaffActor, id: string | undefined): Promise<RawBuilder<boolean>> {
  const asked = id === undefined ? undefined : await db.selectFrom('agency').select(['position', 'last']).where('id', '=', id).executeTakeFirst();
  if (id !== undefined && asked === undefined) throw invalid({ pointer: '/query/agency', code: 'unknown-agency' });
  const either = ({ position, last }: { readonly position: number; readonly last: number }) => sql`(t.board_position between ${position} and ${last} or t.agency_position between ${position} and ${last})`;
  const own = sql`(${sql.join(reach(actor, 'topics.read').map(either), sql` or `)})`;
  return asked === undefined ? sql`${own}` : sql`(${own} and ${either(asked)})`;
}
