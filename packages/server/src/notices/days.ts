import type { DisclosureContent, DisclosureKind, NoticeType } from '@sunlit/contract';
import type { Kysely } from 'kysely';
import type { Writing } from '../database/database.ts';
import { insertRows } from '../database/insert.ts';
import type { Tables } from '../database/tables.ts';
import { isDay } from '../disclosures/number.ts';
import { isVisible } from '../disclosures/visible.ts';

/*
 * The days of public notices (公示) and hearings (听证), kept beside their disclosures. They follow from what is published and from nothing else.
 */

type Row = Tables['disclosure'];
type Days = Tables['notice'];

/** A day that is not set yet. It sorts after every other. */
export const NEVER = '9999-12-31';

/** What kind of notice a content is, if it is one. */
export function noticeType(content: DisclosureContent): NoticeType | undefined {
  if (content.kind === 'notice') return 'notice';
  return content.kind === 'meeting' && content.fields.type === 'hearing' ? 'hearing' : undefined;
}

export function daysOf(row: Row, content: DisclosureContent): Days[] {
  const type = noticeType(content);
  if (type === undefined || !isVisible(row.state)) return [];
  const { from, to } = spanOf(row, content);
  // What was repealed before its time takes no more opinions.
  const until = row.repealed_on !== null && row.repealed_on < to ? row.repealed_on : to;
  return [{ disclosure_no: row.no, agency_no: row.agency_no, type, from_on: from, to_on: until }];
}

function spanOf({ published_on }: Row, content: DisclosureContent): { readonly from: string; readonly to: string } {
  // What another system once sent may name a day that does not exist.
  if (content.kind === 'notice') return { from: isDay(content.fields.from) ? content.fields.from : published_on, to: isDay(content.fields.to) ? content.fields.to : published_on };
  if (content.kind !== 'meeting') return { from: NEVER, to: NEVER };
  const { heldOn, outcome } = content.fields;
  if (heldOn !== undefined && isDay(heldOn)) return { from: heldOn, to: heldOn };
  // Something came of it, so it was held before that was published.
  const day = outcome === undefined ? NEVER : published_on;
  return { from: day, to: day };
}

export async function enterNoticeDays(w: Writing, entered: readonly { readonly row: Row; readonly content: DisclosureContent }[]): Promise<void> {
  await insertRows(w, 'notice', entered.flatMap(({ row, content }) => daysOf(row, content)));
}

/** The same for one that was another before. */
export async function renewNoticeDays(w: Writing, row: Row, content: DisclosureContent): Promise<void> {
  await w.db.deleteFrom('notice').where('disclosure_no', '=', row.no).execute();
  await enterNoticeDays(w, [{ row, content }]);
}

/** The same for everything that was published before these days were kept. */
export async function fillNotices(db: Kysely<Tables>): Promise<void> {
  // Kind by kind, along the index that has each in order.
  for (const kind of ['notice', 'meeting'] as const) await fillOfKind(db, kind);
}

async function fillOfKind(db: Kysely<Tables>, kind: DisclosureKind): Promise<void> {
  for (let after = -1; ; ) {
    const rows = await db.selectFrom('disclosure as d').innerJoin('revision as r', (on) => on.onRef('r.disclosure_no', '=', 'd.no').onRef('r.revision', '=', 'd.revision'))
      .selectAll('d').select('r.content').where('d.no', '>', after).where('d.kind', '=', kind).orderBy('d.no').limit(500).execute();
    const days = rows.flatMap(({ content, ...row }) => daysOf(row, JSON.parse(content) as DisclosureContent));
    if (days.length > 0) await db.insertInto('notice').values(days).execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.no;
  }
}
