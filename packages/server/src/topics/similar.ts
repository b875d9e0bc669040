import type { Answer, Operations } from '@sunlit/contract';
import { dayInShanghai } from '@sunlit/rules';
import { ENOUGH_COMPARED, MOST_COMPARED, OWN_BOARD, nearest, similarAttempts } from '@sunlit/search';
import { sql } from 'kysely';
import { loadCalendar } from '../calendar/calendar.ts';
import type { Database } from '../database/database.ts';
import { newestOf } from '../disclosures/order.ts';
import { summaries } from '../disclosures/rows.ts';
import { visible } from '../disclosures/visible.ts';
import { invalid } from '../problems.ts';
import { searchEngine, type Searched } from '../search/engine.ts';
import { onBoard, topicSummaries } from './show.ts';

/** Topics and disclosures like what is being typed. It is asked for with every pause, so nothing of it reads more than a few hundred rows. */
export async function findSimilar(database: Database, { agencyId, text }: { readonly agencyId: string; readonly text: string }): Promise<Answer<Operations['topics.similar']>> {
  const board = await database.read.selectFrom('agency').select('no').where('id', '=', agencyId).executeTakeFirst();
  if (board === undefined) throw invalid({ pointer: '/body/agencyId', code: 'unknown-agency' });
  const [topics, disclosures] = await Promise.all([similarTopics(database, text, { board: board.no, limit: 5 }), similarDisclosures(database, text, 5)]);
  const { calendar } = topics.length === 0 ? { calendar: undefined } : await loadCalendar(database.read);
  return {
    topics: calendar === undefined ? [] : await topicSummaries(database.read, topics, calendar, dayInShanghai(database.now())),
    disclosures: (await summaries(database, disclosures.map((no) => ({ no })))).map(({ updatedAt: _, ...item }) => item),
  };
}

/** The numbers of the topics on the boards that are most like a text, the most alike first; what was merged is found as what it was merged into. */
export async function similarTopics(database: Database, text: string, { board, limit }: { readonly board: number; readonly limit: number }): Promise<number[]> {
  const candidates = await sharing(database, 'topics', text);
  if (candidates.length === 0) return [];
  const rows = await database.read.selectFrom('topic as t').select(['t.no', 't.title', 't.text', 't.board_no', 't.agency_no']).where('t.no', 'in', candidates).where(onBoard).where('t.phase', '<>', 'merged').execute();
  return nearest(text, rows.map(({ no, title, text: body, board_no, agency_no }) => ({ no, title: title ?? '', body: body ?? '', bonus: board_no === board || agency_no === board ? OWN_BOARD : 0 })), limit);
}

/** The same of disclosures, by their titles. */
export async function similarDisclosures(database: Database, text: string, limit: number): Promise<number[]> {
  const candidates = await sharing(database, 'disclosures', text);
  if (candidates.length === 0) return [];
  const { rows } = await sql<{ no: number; title: string }>`
    select d.no, r.title from disclosure d join revision r on r.disclosure_no = d.no and r.revision = d.revision where d.no in (${sql.join(candidates)}) and ${visible}`.execute(database.read);
  return nearest(text, rows.map(({ no, title }) => ({ no, title, body: '', bonus: 0 })), limit);
}

/** What holds all words of the text, or else what shares pieces of it: each read newest first and no further than needed. */
async function sharing(database: Database, searched: Searched, text: string): Promise<number[]> {
  const { titlesWith, textsWith } = searchEngine(database.engine, searched);
  const found = new Set<number>();
  for (const { words, where } of similarAttempts(text, searched === 'topics')) {
    if (found.size >= ENOUGH_COMPARED) break;
    for (const no of await newestOf(database, where === 'title' ? titlesWith(words) : textsWith(words), MOST_COMPARED - found.size)) found.add(no);
  }
  return [...found];
}
