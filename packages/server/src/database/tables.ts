import type { DisclosureTables } from './tables/disclosures.ts';
import type { NoticeTables } from './tables/notices.ts';
import type { RequestTables } from './tables/requests.ts';
import type { StaffTables } from './tables/staff.ts';
import type { TopicTables } from './tables/topics.ts';

export type { AgendaType, DisclosureState, Timeliness } from './tables/disclosures.ts';

/*
 * One schema for both databases. `no` is a number of the database's own, `id` is what the API shows.
 *
 * A disclosure's `no` rises with the day of publication, then with the order of entry (`disclosures/number.ts`). Newest
 * first is therefore `no` descending everywhere, in tables as in the full-text index, and a span of days is a span of `no`.
 */
export interface Tables extends DisclosureTables, NoticeTables, RequestTables, StaffTables, TopicTables {}
