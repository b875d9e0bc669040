import { ulid } from 'ulid';
import { writing, type Database } from '../database/database.ts';
import { UNHEARD, type NewKiosk } from './kiosks.ts';

/** Enters kiosks that are not there yet, by agency and name. No device is registered as them. */
export async function saveKiosks(database: Database, kiosks: readonly NewKiosk[]): Promise<void> {
  const present = await database.read.selectFrom('kiosk as k').innerJoin('agency as a', 'a.no', 'k.agency_no').select(['a.id', 'k.name']).execute();
  const missing = kiosks.filter(({ agencyId, name }) => !present.some((one) => one.id === agencyId && one.name === name));
  if (missing.length === 0) return;
  await writing(database, async ({ db, now }) => {
    for (const { agencyId, name, place } of missing) {
      const at = now();
      const { no } = await db.selectFrom('agency').select('no').where('id', '=', agencyId).executeTakeFirstOrThrow();
      await db.insertInto('kiosk').values({ ...UNHEARD, id: ulid(at.getTime()), agency_no: no, name, place, created_at: at.toISOString() }).execute();
    }
  });
}
