import type { Day, DisclosureContent, Notice, NoticeSummary, NoticeType, NoticeWindows, OpinionSummary, SeatResult } from '@sunlit/contract';
import { daysLeft, noticeState, type Calendar } from '@sunlit/rules';
import { sql, type Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { visible } from '../disclosures/visible.ts';
import { notFound } from '../problems.ts';
import { NEVER } from './days.ts';

/** A notice with what the agency set beside it and how many registered. */
export interface NoticeRow {
  readonly no: number;
  readonly id: string;
  readonly type: NoticeType;
  readonly from_on: string;
  readonly to_on: string;
  readonly published_on: string;
  readonly agency_id: string;
  readonly agency_name: string;
  readonly content: string;
  readonly windows: string | null;
  readonly summary: string | null;
  readonly result: string | null;
  readonly version: number | null;
  readonly presenters: number;
  readonly observers: number;
}

/** The notices of these numbers that are public, in no order. */
export async function noticeRows(db: Kysely<Tables>, numbers: readonly number[]): Promise<NoticeRow[]> {
  if (numbers.length === 0) return [];
  const registered = (role: string) => sql<number>`(select cast(count(*) as integer) from seat s where s.disclosure_no = n.disclosure_no and s.role = ${role})`;
  return db.selectFrom('notice as n').innerJoin('disclosure as d', 'd.no', 'n.disclosure_no')
    .innerJoin('revision as r', (on) => on.onRef('r.disclosure_no', '=', 'd.no').onRef('r.revision', '=', 'd.revision'))
    .innerJoin('agency as a', 'a.no', 'n.agency_no').leftJoin('notice_settings as s', 's.disclosure_no', 'n.disclosure_no')
    .select(['d.no', 'd.id', 'n.type', 'n.from_on', 'n.to_on', 'd.published_on', 'a.id as agency_id', 'a.name as agency_name', 'r.content', 's.windows', 's.summary', 's.result', 's.version'])
    .select([registered('presenter').as('presenters'), registered('observer').as('observers')])
    .where('n.disclosure_no', 'in', [...numbers]).where(visible).execute();
}

/** @throws ProblemError `not-found` for what is no notice, or is not public. */
export async function noticeRow(db: Kysely<Tables>, id: string): Promise<NoticeRow> {
  const found = await db.selectFrom('disclosure').select('no').where('id', '=', id).executeTakeFirst();
  const [row] = found === undefined ? [] : await noticeRows(db, [found.no]);
  if (row === undefined) throw notFound();
  return row;
}

export const windowsOf = ({ windows }: Pick<NoticeRow, 'windows'>): NoticeWindows => (windows === null ? {} : (JSON.parse(windows) as NoticeWindows));

/** Whether something is still taken: up to the end of its last day, and never longer than the notice itself stands. */
export const isOpen = ({ to_on }: Pick<NoticeRow, 'to_on'>, window: { readonly until: Day } | undefined, today: Day): boolean => window !== undefined && today <= window.until && today <= to_on;

/** As everybody sees it in a list. */
export function summaryOf(row: NoticeRow, calendar: Calendar, today: Day): NoticeSummary {
  const content = JSON.parse(row.content) as DisclosureContent;
  const { from, to } = shownDays(row, content);
  const { opinions, seats } = windowsOf(row);
  const window = <W extends { readonly until: Day }>(stated: W) => ({ ...stated, open: isOpen(row, stated, today), left: isOpen(row, stated, today) ? daysLeft(calendar, today, stated.until) : { days: 0, workdays: 0 } });
  return {
    id: row.id,
    type: row.type,
    title: content.title,
    subject: content.kind === 'notice' || content.kind === 'meeting' ? content.fields.subject : content.title,
    agency: { id: row.agency_id, name: row.agency_name },
    publishedOn: row.published_on,
    state: noticeState(row.from_on === NEVER ? {} : { from: row.from_on, to: row.to_on }, today),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to, left: daysLeft(calendar, today, to) }),
    ...(content.kind !== 'meeting' || content.fields.place === undefined ? {} : { place: content.fields.place }),
    ...(content.kind !== 'meeting' || content.fields.liveUrl === undefined ? {} : { liveUrl: content.fields.liveUrl }),
    ...(opinions === undefined ? {} : { opinions: window(opinions) }),
    ...(seats === undefined ? {} : { seats: { ...window(seats), registered: { presenters: row.presenters, observers: row.observers } } }),
    ...(row.result === null ? {} : { result: JSON.parse(row.result) as SeatResult }),
    summarised: row.summary !== null,
  };
}

/** As everybody sees it by itself. */
export function shownNotice(row: NoticeRow, calendar: Calendar, today: Day): Notice {
  const { kind, fields } = JSON.parse(row.content) as DisclosureContent;
  return {
    ...summaryOf(row, calendar, today),
    objections: kind === 'notice' ? fields.objections : [],
    roles: kind === 'meeting' ? fields.roles : [],
    ...(kind === 'meeting' && fields.selection !== undefined ? { selection: fields.selection } : {}),
    ...((kind === 'meeting' || kind === 'notice') && fields.outcome !== undefined ? { outcome: fields.outcome } : {}),
    ...(row.summary === null ? {} : { summary: JSON.parse(row.summary) as OpinionSummary }),
  };
}

/** Its days as it states them; of a hearing none, when it does not say on which day it is held. */
function shownDays({ from_on, to_on }: NoticeRow, content: DisclosureContent): { readonly from?: Day; readonly to?: Day } {
  if (content.kind === 'meeting' && content.fields.heldOn === undefined) return {};
  return from_on === NEVER ? {} : { from: from_on, to: to_on };
}
