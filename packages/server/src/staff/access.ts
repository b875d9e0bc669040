import type { Access, AccessTarget } from '@sunlit/contract';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { invalid, notFound, type ProblemError } from '../problems.ts';
import { holds, type Place, type StaffActor } from './actor.ts';

/** What of a call says which agency it is about. */
export interface Called {
  readonly params: { readonly id?: string };
  readonly query?: { readonly agency?: string };
  readonly body?: unknown;
}

/** What was decided about a call, and the agency it is about: of the record it names, or else the caller's own. */
export interface Decision {
  readonly allowed: boolean;
  readonly agencyNo: number | null;
}

/** Who of the staff may call what, for all operations. @throws ProblemError when what the call is about does not exist. */
export async function decide(database: Database, access: Exclude<Access, 'public' | 'receipt' | 'device'>, actor: StaffActor, called: Called): Promise<Decision> {
  const own = actor.grants[0]?.agency.no ?? null;
  if (access === 'staff') return { allowed: true, agencyNo: own };
  const { permission, of } = access;
  switch (of) {
    case 'any': return { allowed: holds(actor, permission), agencyNo: own };
    case 'whole': return { allowed: actor.grants.some(({ agency, permissions }) => agency.top && permissions.includes(permission)), agencyNo: own };
    default: {
      const places = await placesOf(database, of, called);
      const held = (place: Target) => holds(actor, permission, place);
      // A topic is the matter of the agency it is with, and of the one on whose board it stands. Elsewhere, somebody with a role at
      // several places is for those who stand above all of them.
      if (of !== 'topic') return { allowed: places.every(held), agencyNo: places[0].no };
      const place = places.find(held);
      return { allowed: place !== undefined, agencyNo: (place ?? places[0]).no };
    }
  }
}

type Target = Place & { readonly no: number };

/** Where the agencies are that a call is about: one, or all of a person's. */
async function placesOf({ read }: Database, of: Exclude<AccessTarget, 'any' | 'whole'>, { params, query, body }: Called): Promise<[Target, ...Target[]]> {
  const id = params.id ?? '';
  const agency = (named: string) => read.selectFrom('agency').select(['no', 'position']).where('id', '=', named).execute();
  switch (of) {
    case 'agency': return found(await agency(id));
    case 'above': {
      const { parentId = '' } = body as { readonly parentId?: string };
      // One at the top of the tree has nothing above it but itself.
      const now = params.id === undefined ? [] : [found(await read.selectFrom('agency as own').innerJoin('agency as above', (on) => on.on('above.no', '=', sql`coalesce(own.parent_no, own.no)`))
        .select(['above.no', 'above.position']).where('own.id', '=', id).execute())[0]];
      return found([...now, ...found(await agency(parentId), invalid({ pointer: '/body/parentId', code: 'unknown-agency' }))]);
    }
    case 'body': {
      const named = agencyOf(body);
      return found(await agency(named.id), invalid({ pointer: named.pointer, code: 'unknown-agency' }));
    }
    case 'query': return found(await agency(query?.agency ?? ''), invalid({ pointer: '/query/agency', code: 'unknown-agency' }));
    case 'draft': return found(await read.selectFrom('draft').innerJoin('agency', 'agency.no', 'draft.agency_no').select(['agency.no', 'agency.position']).where('draft.id', '=', id).execute());
    case 'disclosure': return found(await read.selectFrom('disclosure').select(['agency_no as no', 'agency_position as position']).where('id', '=', id).execute());
    case 'person': return found(await read.selectFrom('grant').innerJoin('agency', 'agency.no', 'grant.agency_no').select(['agency.no', 'agency.position']).where('grant.person_id', '=', id).orderBy('agency.position').execute());
    case 'case': return found(await read.selectFrom('request_case').innerJoin('agency', 'agency.no', 'request_case.agency_no').select(['agency.no', 'agency.position']).where('request_case.id', '=', id).execute());
    case 'topic': return found(await read.selectFrom('topic').innerJoin('agency', (join) => join.on((on) => on.or([on('agency.no', '=', on.ref('topic.board_no')), on('agency.no', '=', on.ref('topic.agency_no'))]))).select(['agency.no', 'agency.position']).where('topic.id', '=', id).execute());
    case 'round': return found(await read.selectFrom('round').innerJoin('agency', 'agency.no', 'round.agency_no').select(['agency.no', 'agency.position']).where('round.id', '=', id).execute());
    case 'rating': return found(await read.selectFrom('rating_task').innerJoin('agency', 'agency.no', 'rating_task.agency_no').select(['agency.no', 'agency.position']).where('rating_task.id', '=', id).execute());
    case 'urging': return found(await read.selectFrom('urging').innerJoin('agency', 'agency.no', 'urging.agency_no').select(['agency.no', 'agency.position']).where('urging.id', '=', id).execute());
    case 'kiosk': return found(await read.selectFrom('kiosk').innerJoin('agency', 'agency.no', 'kiosk.agency_no').select(['agency.no', 'agency.position']).where('kiosk.id', '=', id).execute());
    case 'webhook': return found(await read.selectFrom('webhook').innerJoin('agency', 'agency.no', 'webhook.agency_no').select(['agency.no', 'agency.position']).where('webhook.id', '=', id).execute());
  }
}

function found([first, ...more]: Target[], otherwise: ProblemError = notFound()): [Target, ...Target[]] {
  if (first === undefined) throw otherwise;
  return [first, ...more];
}

/** The schema of each such body requires one of the two. */
function agencyOf(body: unknown): { readonly id: string; readonly pointer: string } {
  const { agencyId, content } = body as { readonly agencyId?: string; readonly content?: { readonly agencyId: string } };
  return agencyId === undefined ? { id: content?.agencyId ?? '', pointer: '/body/content/agencyId' } : { id: agencyId, pointer: '/body/agencyId' };
}
