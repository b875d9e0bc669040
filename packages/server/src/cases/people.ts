import { ROLES, ROLE_PERMISSIONS, type Permission, type PersonRef } from '@sunlit/contract';
import type { RequestReading } from '../requests/store.ts';

/** Who can be given the work of an agency: those who hold the permission for it there or above. */
export async function handlersOf({ db }: Pick<RequestReading, 'db'>, { position }: { readonly position: number }, permission: Permission = 'requests.handle'): Promise<PersonRef[]> {
  return db.selectFrom('person').select(['person.id', 'person.name', 'person.post']).where('disabled_at', 'is', null)
    .where('person.id', 'in', db.selectFrom('grant').innerJoin('agency', 'agency.no', 'grant.agency_no').select('grant.person_id')
      .where('role', 'in', ROLES.filter((role) => ROLE_PERMISSIONS[role].includes(permission))).where('agency.position', '<=', position).where('agency.last', '>=', position))
    .orderBy('person.no').execute();
}

export async function mayHandle(reading: Pick<RequestReading, 'db'>, place: { readonly position: number }, id: string, permission: Permission = 'requests.handle'): Promise<boolean> {
  return (await handlersOf(reading, place, permission)).some((person) => person.id === id);
}
