import type { Day, DisputesTable, ProactiveTable } from '@sunlit/contract';
import { personBy } from '../cases/seed.ts';
import { writing, type Database } from '../database/database.ts';
import { closeWithin, enterWithin } from './closing.ts';

/** The figures of a year that agencies entered and closed, on a day and by the username of whoever did. */
export interface SeededYear {
  readonly year: number;
  readonly on: Day;
  readonly by: string;
  readonly agencies: readonly { readonly id: string; readonly proactive: ProactiveTable; readonly disputes: DisputesTable }[];
}

/** Enters and closes a year of each agency that has not closed it. */
export async function saveYear(database: Database, { year, on, by, agencies }: SeededYear): Promise<void> {
  const closed = await database.read.selectFrom('annual_version').innerJoin('agency', 'agency.no', 'agency_no').select('agency.id').where('year', '=', year).execute();
  const missing = agencies.filter(({ id }) => !closed.some((one) => one.id === id));
  if (missing.length === 0) return;
  // Offices in China open at nine.
  await writing({ ...database, now: () => new Date(`${on}T09:00:00+08:00`) }, async (w) => {
    const { person } = await personBy(w, by);
    for (const { id, ...entered } of missing) {
      await enterWithin(w, { id, year }, { version: 0, ...entered }, person);
      await closeWithin(w, { id, year }, { version: 0 }, person);
    }
  });
}
