import { DEFAULT_LIMIT, type Answer, type Operations, type Permission } from '@sunlit/contract';
import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../database/database.ts';
import { decodeCursor, encodeCursor, type Position } from '../disclosures/cursor.ts';
import type { Call } from '../handlers.ts';
import { invalid } from '../problems.ts';
import { reach, type StaffActor } from '../staff/actor.ts';
import { draftRows, type DraftRow } from './record.ts';
import { summaryOf } from './show.ts';

/** Drafts of the caller's agencies: open ones by their last day, those of an ended state newest first. */
export async function listDrafts(database: Database, { query, actor }: Call<'drafts.list'>): Promise<Answer<Operations['drafts.list']>> {
  const { agency, state, waiting = false, cursor, limit = DEFAULT_LIMIT } = query;
  const bound = { agency, state, waiting, person: actor.id };
  const ended = state === 'published' || state === 'discarded';
  const conditions = [
    await within(database, actor, agency),
    state ? sql<boolean>`t.state = ${state}` : sql<boolean>`t.state not in ('published', 'discarded')`,
    ...(waiting ? [waitingFor(actor)] : []),
    ...(cursor === undefined ? [] : [ended ? before(decodeCursor(bound, cursor, ['n'])) : after(decodeCursor(bound, cursor, ['d', 'n']))]),
  ];
  const select = draftRows(database.read).where(sql<boolean>`${sql.join(conditions, sql` and `)}`);
  const ordered = ended ? select.orderBy('t.no', 'desc') : select.orderBy(sql`coalesce(t.due_on, ${NEVER})`).orderBy('t.no');
  const rows = await ordered.limit(limit + 1).execute();
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items: rows.slice(0, limit).map(summaryOf), ...(last ? { next: encodeCursor(bound, positionOf(last, ended)) } : {}) };
}

/** Sorts after every day. */
const NEVER = '9999-12-31';

const positionOf = ({ due_on, no }: DraftRow, ended: boolean): Position => (ended ? { n: no } : { d: numberOfDay(due_on ?? NEVER), n: no });
const before = ({ n }: { readonly n: number }) => sql<boolean>`t.no < ${n}`;
const after = ({ d, n }: { readonly d: number; readonly n: number }) => sql<boolean>`(coalesce(t.due_on, ${NEVER}), t.no) > (${dayOfNumber(d)}, ${n})`;

/** A day as a number for a cursor, and back: 2026-03-09 is 20260309. */
export function numberOfDay(day: string): number {
  return Number(day.replaceAll('-', ''));
}

export function dayOfNumber(number: number): string {
  return String(number).padStart(8, '0').replace(/^(.*)(..)(..)$/, '$1-$2-$3');
}

/** That an agency `a` is one for which the caller holds a permission, and at or below the one asked for. @throws ProblemError when there is none. */
export async function within({ read }: Database, actor: StaffActor, id: string | undefined, permission: Permission = 'drafts.read'): Promise<RawBuilder<boolean>> {
  const asked = id === undefined ? undefined : await read.selectFrom('agency').select(['position', 'last']).where('id', '=', id).executeTakeFirst();
  if (id !== undefined && asked === undefined) throw invalid({ pointer: '/query/agency', code: 'unknown-agency' });
  const own = reach(actor, permission).map(({ position, last }) => sql`a.position between ${position} and ${last}`);
  const readable = sql`(${sql.join(own, sql` or `)})`;
  return asked ? sql`(${readable} and a.position between ${asked.position} and ${asked.last})` : sql`${readable}`;
}

/** What waits for one person: their own to finish, others' to review, approved ones without a day to publish. */
function waitingFor(actor: StaffActor): RawBuilder<boolean> {
  const where = (permission: 'drafts.review' | 'drafts.publish') => {
    const places = reach(actor, permission).map(({ position, last }) => sql`a.position between ${position} and ${last}`);
    return places.length > 0 ? sql`(${sql.join(places, sql` or `)})` : sql`1 = 0`;
  };
  const wrote = sql`exists (select 1 from draft_event e where e.draft_no = t.no and e.type in ('created', 'saved') and e.person_id = ${actor.id})`;
  return sql`(
    (t.state in ('draft', 'returned') and t.author_id = ${actor.id})
    or (t.state in ('review', 'referred') and ${where('drafts.review')} and not ${wrote})
    or (t.state = 'approved' and t.publish_on is null and ${where('drafts.publish')}))`;
}
