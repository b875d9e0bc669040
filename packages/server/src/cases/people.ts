import { ROLES, ROLE_PERMISSIONS, type PersonRef } from '@sunlit/contract';
import type { RequestReading } from '../requests/store.ts';

const HANDLING = ROLES.filter((role) => ROLE_PERMISSIONS[role].includes('requests.handle'));

/** Who can be given cases of an agency: those who handle requests there or above. */
export async function handlersOf({ db }: Pick<RequestReading, 'db'>, { position }: { readonly position: number }): Promise<PersonRef[]> {
  return db.selectFrom('person').select(['person.id', 'person.name', 'person.post']).where('disabled_at', 'is', null)
    .where('person.id', 'in', db.selectFrom('grant').innerJoin('agency', 'agency.no', 'grant.agency_no').select('grant.person_id')
      .where('role', 'in', HANDLING).where('agency.position', '<=', position).where('agency.last', '>=', position))
    .orderBy('person.no').execute();
}

export async function mayHandle(reading: Pick<RequestReading, 'db'>, place: { readonly position: number }, id: string): Promise<boolean> {
  return (await handlersOf(reading, place)).some((person) => person.id === id);
}
