import type { Access, AccessTarget, Permission } from '@sunlit/contract';
import type { Database } from '../database/database.ts';
import { ProblemError, invalid, notFound } from '../problems.ts';
import { holds, type Actor, type Place, type StaffActor } from './actor.ts';

/** What of a call says which agency it is about. */
export interface Called {
  readonly params: { readonly id?: string };
  readonly body?: unknown;
}

/** Who may call what, for all operations. @throws ProblemError when the caller may not. */
export async function authorise(database: Database, access: Access, actor: Actor, called: Called): Promise<void> {
  if (access === 'public') return;
  if (actor.type === 'anonymous') throw new ProblemError('not-signed-in');
  if (access === 'staff') return;
  if (!(await allowed(database, access, actor, called))) throw new ProblemError('not-allowed');
}

async function allowed(database: Database, { permission, of }: Exclude<Access, string>, actor: StaffActor, called: Called): Promise<boolean> {
  switch (of) {
    case 'any': return holds(actor, permission);
    case 'whole': return actor.grants.some(({ agency, permissions }) => agency.top && permissions.includes(permission));
    // Somebody with a role elsewhere too is for those who stand above all of it.
    case 'person': return (await placesOfPerson(database, called.params.id)).every((place) => holds(actor, permission, place));
    default: return holdsAt(actor, permission, await placeOf(database, of, called));
  }
}

function holdsAt(actor: StaffActor, permission: Permission, place: Place | undefined): boolean {
  if (place === undefined) throw notFound();
  return holds(actor, permission, place);
}

async function placeOf({ read }: Database, of: Exclude<AccessTarget, 'any' | 'whole' | 'person'>, { params, body }: Called): Promise<Place | undefined> {
  const id = params.id ?? '';
  switch (of) {
    case 'agency': return read.selectFrom('agency').select('position').where('id', '=', id).executeTakeFirst();
    case 'body': {
      const named = agencyOf(body);
      const place = await read.selectFrom('agency').select('position').where('id', '=', named.id).executeTakeFirst();
      if (place === undefined) throw invalid({ pointer: named.pointer, code: 'unknown-agency' });
      return place;
    }
    case 'draft': return read.selectFrom('draft').innerJoin('agency', 'agency.no', 'draft.agency_no').select('agency.position').where('draft.id', '=', id).executeTakeFirst();
    case 'disclosure': return read.selectFrom('disclosure').select('agency_position as position').where('id', '=', id).executeTakeFirst();
    case 'webhook': return read.selectFrom('webhook').innerJoin('agency', 'agency.no', 'webhook.agency_no').select('agency.position').where('webhook.id', '=', id).executeTakeFirst();
  }
}

async function placesOfPerson({ read }: Database, id = ''): Promise<Place[]> {
  const places = await read.selectFrom('grant').innerJoin('agency', 'agency.no', 'grant.agency_no').select('agency.position').where('grant.person_id', '=', id).execute();
  if (places.length === 0) throw notFound();
  return places;
}

/** The schema of each such body requires one of the two. */
function agencyOf(body: unknown): { readonly id: string; readonly pointer: string } {
  const { agencyId, content } = body as { readonly agencyId?: string; readonly content?: { readonly agencyId: string } };
  return agencyId === undefined ? { id: content?.agencyId ?? '', pointer: '/body/content/agencyId' } : { id: agencyId, pointer: '/body/agencyId' };
}
