import type { Answer, Operations, SnapshotBoard, Topic, TopicSummary } from '@sunlit/contract';
import { sql, type RawBuilder } from 'kysely';
import { pathsOf } from '../changes/list.ts';
import type { Database } from '../database/database.ts';
import { visible } from '../disclosures/visible.ts';
import { requestForm } from '../requests/submit.ts';
import { readingRequests, type RequestStore } from '../requests/store.ts';
import type { Settings } from '../settings.ts';
import { publishedAnswers } from '../topics/answers.ts';
import { getBoard } from '../topics/board.ts';
import { getRound, listRounds } from '../topics/rounds.ts';
import { onBoard } from '../topics/show.ts';
import { getTopic } from '../topics/topic.ts';
import type { Scope } from './rows.ts';

/** What is taken along of a topic: its row, and what `topics.get` answers. */
export type CarriedTopic = Answer<Operations['snapshot.topics']>['items'][number];

const TOGETHER = 100;

/** The topics on the boards of a scope or with one of its agencies, oldest first, some at a time. */
export async function* topicsOf(store: RequestStore, scope: Scope | undefined): AsyncGenerator<CarriedTopic[], void, undefined> {
  const at = (position: RawBuilder<unknown>) => (scope === undefined ? sql`true`
    : sql`(${position} between ${scope.position} and ${scope.last} or ${position} in (select position from agency where position < ${scope.position} and last >= ${scope.last}))`);
  for (let after = 0; ; ) {
    const { rows, last } = await some(store, sql`t.no > ${after} and (${at(sql`t.board_position`)} or ${at(sql`t.agency_position`)})`);
    if (last === undefined) return;
    yield rows;
    after = last;
  }
}

/** These topics as far as they are on a board, and the boards of all agencies whose figures hold them. */
export async function topicsById(store: RequestStore, ids: readonly string[], settings: Pick<Settings, 'mail'>): Promise<Answer<Operations['snapshot.topics']>> {
  const { rows: items } = await some(store, sql`t.id in (${sql.join(ids)})`);
  const { read } = store.database;
  const agencies = [...new Set(items.flatMap(({ summary: { board, agency = board } }) => [board.id, agency.id]))];
  const numbers = agencies.length === 0 ? [] : await read.selectFrom('agency').select('no').where('id', 'in', agencies).execute();
  const concerned = new Set([...(await pathsOf(store.database, numbers.map(({ no }) => no))).values()].flat());
  const boards: SnapshotBoard[] = [];
  for (const id of concerned) boards.push(await boardOf(store, id, settings));
  return { items, boards };
}

/** What the public operations say of an agency's board, its rounds and its request form. */
export async function boardOf(store: RequestStore, agency: string, { mail }: Pick<Settings, 'mail'>): Promise<SnapshotBoard> {
  const { database } = store;
  const rounds: SnapshotBoard['rounds'] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await listRounds(database, { agency, limit: 100, ...(cursor === undefined ? {} : { cursor }) });
    for (const { id } of page.items) {
      const { ranking: _, ...round } = await getRound(database, id);
      rounds.push(round);
    }
    if (page.next === undefined) break;
    cursor = page.next;
  }
  return { board: await getBoard(database, agency, mail !== undefined), rounds, form: await requestForm(store, agency) };
}

async function some(store: RequestStore, condition: RawBuilder<unknown>): Promise<{ readonly rows: CarriedTopic[]; readonly last: number | undefined }> {
  const { titlePinyin } = await import('@sunlit/search/pinyin');
  const { read } = store.database;
  const { rows: found } = await sql<{ no: number; id: string }>`select t.no, t.id from topic t where ${onBoard} and ${condition} order by t.no limit ${TOGETHER}`.execute(read);
  const rows: CarriedTopic[] = [];
  for (const { no, id } of found) {
    const record = await getTopic(readingRequests(store), id);
    const answers = (await publishedAnswers(read, no)).map(({ text }) => text).join('\n');
    rows.push({ summary: summaryOf(record), order: no, text: record.text ?? '', answers, disclosures: await namedBy(store.database, no), pinyin: titlePinyin(record.title), record });
  }
  return { rows, last: found.at(-1)?.no };
}

/** A topic as lists show it. */
function summaryOf({ text: _0, disclosure: _1, answer: _2, earlierAnswers: _3, declined: _4, merged: _5, deadlines: _6, steps: _7, ratings: _8, may: _9, ...summary }: Topic): TopicSummary {
  return summary;
}

/** Whatever a topic is about or was answered by, as far as it is public. */
async function namedBy({ read }: Database, no: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select d.id from disclosure d where ${visible} and d.no in (select disclosure_no from topic where no = ${no} union select disclosure_no from topic_link where topic_no = ${no}) order by d.no`.execute(read);
  return rows.map(({ id }) => id);
}
