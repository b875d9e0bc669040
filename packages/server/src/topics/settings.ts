import type { AgencyKind, BoardSettings } from '@sunlit/contract';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** Months for which what was written is kept, after the end, where the board has not said how long. */
export const USUAL_MONTHS = 12;

/**
 * How an agency's board works: as it has said, or else as is usual. Village committees and public utilities say first that they
 * keep one, as they do of requests.
 */
export async function boardSettings(db: Kysely<Tables>, agencyId: string): Promise<BoardSettings | undefined> {
  const row = await db.selectFrom('agency').leftJoin('board_settings', 'board_settings.agency_no', 'agency.no').select(['agency.kind', 'board_settings.content']).where('agency.id', '=', agencyId).executeTakeFirst();
  if (row === undefined) return undefined;
  return row.content === null ? usual(row.kind) : (JSON.parse(row.content) as BoardSettings);
}

export async function keepBoardSettings(db: Kysely<Tables>, agencyId: string, settings: BoardSettings): Promise<void> {
  const { no } = await db.selectFrom('agency').select('no').where('id', '=', agencyId).executeTakeFirstOrThrow();
  const content = JSON.stringify(settings);
  await db.insertInto('board_settings').values({ agency_no: no, content }).onConflict((row) => row.column('agency_no').doUpdateSet({ content })).execute();
}

/** Answers within ten workdays, and low ratings followed up within fifteen, are what places have promised that have such boards (domain.md §4.8, §5). */
function usual(kind: AgencyKind): BoardSettings {
  return {
    open: kind !== 'committee' && kind !== 'utility',
    purposes: ['disclose', 'ask', 'correct'],
    moderated: true,
    categories: [],
    rounds: false,
    reviewWorkdays: 2,
    claimWorkdays: 5,
    answerWorkdays: 10,
    ratingWorkdays: 15,
    writtenMonths: USUAL_MONTHS,
  };
}
