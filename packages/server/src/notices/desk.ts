import { createHash } from 'node:crypto';
import { STANCES, type Answer, type NoticeDesk, type NoticeWindows, type Operations, type OpinionSummary, type SeatResult, type Stance } from '@sunlit/contract';
import { dayInShanghai, giveSeats, tidyWords } from '@sunlit/rules';
import { sql, type Kysely } from 'kysely';
import { loadCalendar } from '../calendar/calendar.ts';
import { writing, type Database, type Writing } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { isDay } from '../disclosures/number.ts';
import type { Call } from '../handlers.ts';
import { ProblemError, invalid, type InvalidPart } from '../problems.ts';
import { isOpen, noticeRow, shownNotice, windowsOf, type NoticeRow } from './show.ts';

/** A notice with its windows and how many opinions came, for whoever may publish it. @throws ProblemError `not-found`. */
export async function noticeDesk(db: Kysely<Tables>, now: Date, id: string): Promise<NoticeDesk> {
  const row = await noticeRow(db, id);
  return { notice: shownNotice(row, (await loadCalendar(db)).calendar, dayInShanghai(now)), windows: windowsOf(row), counts: await countStances(db, row.no), version: versionOf(row) };
}

/** How many opinions of each stance came by the form. */
async function countStances(db: Kysely<Tables>, no: number): Promise<OpinionSummary['counts']> {
  const { rows } = await sql<{ stance: Stance; n: number }>`select stance, cast(count(*) as integer) as n from opinion where disclosure_no = ${no} group by stance`.execute(db);
  return Object.fromEntries(STANCES.map((stance) => [stance, rows.find((row) => row.stance === stance)?.n ?? 0])) as OpinionSummary['counts'];
}

/** Nothing was set yet of the first. */
const versionOf = ({ version }: NoticeRow): number => version ?? 1;

type Changes = Partial<Pick<Tables['notice_settings'], 'windows' | 'ends_on' | 'summary' | 'result'>>;

/** One change of what stands beside a notice. @throws ProblemError with how it now stands, when it is not the one that was seen. */
function change(database: Database, id: string, version: number, work: (w: Writing, row: NoticeRow, today: string) => Promise<Changes>): Promise<NoticeDesk> {
  return writing(database, async (w) => {
    const row = await noticeRow(w.db, id);
    if (versionOf(row) !== version) throw new ProblemError('changed-meanwhile', [], { current: await noticeDesk(w.db, w.now(), id) });
    const changes = { ...(await work(w, row, dayInShanghai(w.now()))), version: version + 1 };
    await w.db.insertInto('notice_settings').values({ disclosure_no: row.no, windows: '{}', ends_on: null, summary: null, result: null, ...changes })
      .onConflict((conflict) => conflict.column('disclosure_no').doUpdateSet(changes)).execute();
    return noticeDesk(w.db, w.now(), id);
  });
}

/** Sets until when what is taken. */
export function configureNotice(database: Database, { params: { id }, body: { version, windows } }: Pick<Call<'notices.configure'>, 'params' | 'body'>): Promise<NoticeDesk> {
  return change(database, id, version, (_, row, today) => {
    const faults = [...dayFaults(row, windows), ...seatFaults(row, windows, today)];
    if (faults.length > 0) throw invalid(...faults);
    return Promise.resolve({ windows: JSON.stringify(windows), ends_on: [windows.opinions?.until, windows.seats?.until].filter((day) => day !== undefined).sort().at(-1) ?? null });
  });
}

function dayFaults({ to_on }: NoticeRow, { opinions, seats }: NoticeWindows): InvalidPart[] {
  return Object.entries({ opinions, seats }).flatMap(([name, window]): InvalidPart[] => {
    const pointer = `/body/windows/${name}/until`;
    if (window === undefined) return [];
    if (!isDay(window.until)) return [{ pointer, code: 'day' }];
    return window.until > to_on ? [{ pointer, code: 'after-notice', values: { due: to_on } }] : [];
  });
}

/** How seats are given stands from the day on which registration ended: nobody changes the rule when they know who registered. */
function seatFaults(row: NoticeRow, { seats }: NoticeWindows, today: string): InvalidPart[] {
  const pointer = '/body/windows/seats';
  if (seats !== undefined && row.type !== 'hearing') return [{ pointer, code: 'not-hearing' }];
  const { seats: before } = windowsOf(row);
  if (JSON.stringify(before) === JSON.stringify(seats)) return [];
  if (row.result !== null) return [{ pointer, code: 'seats-given' }];
  return before !== undefined && !isOpen(row, before, today) && row.presenters + row.observers > 0 ? [{ pointer, code: 'rule-stands' }] : [];
}

/** Publishes how opinions were taken, once none can come any more. */
export function answerOpinions(database: Database, { params: { id }, body: { version, words, points } }: Pick<Call<'opinions.answer'>, 'params' | 'body'>): Promise<NoticeDesk> {
  const written = { words: tidyWords(words), points };
  if (written.words === '') throw invalid({ pointer: '/body/words', code: 'minLength', values: { limit: 1 } });
  return change(database, id, version, async ({ db }, row, today) => {
    if (isOpen(row, windowsOf(row).opinions, today)) throw new ProblemError('not-possible', [{ pointer: '', code: 'window-open' }]);
    const before = row.summary === null ? undefined : (JSON.parse(row.summary) as OpinionSummary);
    const summary: OpinionSummary = { ...written, counts: await countStances(db, row.no), on: before?.on ?? today, ...(before === undefined ? {} : { revisedOn: today }) };
    return { summary: JSON.stringify(summary) };
  });
}

/** Gives the seats by the rule that was published, once; public are how many, and with lots what they were drawn by. */
export function selectSeats(database: Database, { params: { id }, body: { version, seed: stated } }: Pick<Call<'seats.select'>, 'params' | 'body'>): Promise<Answer<Operations['seats.select']>> {
  return change(database, id, version, async ({ db }, row, today) => {
    const { seats } = windowsOf(row);
    if (seats === undefined) throw new ProblemError('not-possible', [{ pointer: '', code: 'no-seats' }]);
    if (row.result !== null) throw new ProblemError('not-possible', [{ pointer: '', code: 'seats-given' }]);
    if (isOpen(row, seats, today)) throw new ProblemError('not-possible', [{ pointer: '', code: 'window-open' }]);
    const seed = seats.selection.way === 'lot' ? (stated ?? '').trim() : undefined;
    if (seed === '') throw invalid({ pointer: '/body/seed', code: 'required', values: { name: 'seed' } });
    const wanted = await db.selectFrom('seat').select(['id', 'role']).where('disclosure_no', '=', row.no).orderBy('no').execute();
    const given = giveSeats(wanted, { presenter: seats.presenters, observer: seats.observers }, seats.selection, seed, (text) => createHash('sha256').update(text).digest('hex'));
    await db.updateTable('seat').set({ chosen: 0 }).where('disclosure_no', '=', row.no).execute();
    for (const seat of given.flatMap(({ chosen }) => chosen)) await db.updateTable('seat').set({ chosen: 1 }).where('id', '=', seat).execute();
    const result: SeatResult = { on: today, ...(seed === undefined ? {} : { seed }), draws: given.map(({ chosen, ...draw }) => ({ ...draw, chosen: chosen.length })) };
    return { result: JSON.stringify(result) };
  });
}
