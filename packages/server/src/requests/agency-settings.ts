import type { AgencyContent, RequestSettings } from '@sunlit/contract';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** Months for which what is personal is kept where the agency has not said how long its own rules ask. */
export const USUAL_RETENTION = 60;

/**
 * How an agency takes requests: as it has said, or else as is usual. Village committees are no administrative organs, and public
 * utilities follow the rules of their sector (Reg. 55), so that those say first that they take them.
 */
export async function requestSettings(db: Kysely<Tables>, agencyId: string): Promise<RequestSettings | undefined> {
  const row = await db.selectFrom('agency').leftJoin('request_settings', 'request_settings.agency_no', 'agency.no')
    .select(['agency.kind', 'agency.name', 'agency.short_name', 'request_settings.content']).where('agency.id', '=', agencyId).executeTakeFirst();
  if (row === undefined) return undefined;
  return row.content === null ? usual(row.kind, row.short_name ?? row.name) : (JSON.parse(row.content) as RequestSettings);
}

function usual(kind: AgencyContent['kind'], name: string): RequestSettings {
  return {
    open: kind !== 'committee' && kind !== 'utility',
    identityImage: 'optional',
    routes: ['online', 'email', 'post', 'counter'],
    feeScale: 'cases',
    retentionMonths: USUAL_RETENTION,
    docNo: `${name.replaceAll(/[{}]/g, '').slice(0, 30)}公开〔{year}〕第{n}号`,
    wording: [],
  };
}
