import type { Answer, Operations } from '@sunlit/contract';
import { dayInShanghai } from '@sunlit/rules';
import { looseWords, normalise, parseQuery, titleBigrams, tokens, type Query } from '@sunlit/search';
import { sql } from 'kysely';
import { loadCalendar } from '../calendar/calendar.ts';
import type { Database } from '../database/database.ts';
import { newestOf } from '../disclosures/order.ts';
import { summaries } from '../disclosures/rows.ts';
import { visible } from '../disclosures/visible.ts';
import { invalid } from '../problems.ts';
import { searchEngine, type Searched } from '../search/engine.ts';
import { onBoard, topicSummaries } from './show.ts';

/** How many are compared with the text, the newest of those that share words with it; no more is looked for once there are enough. */
const MOST_COMPARED = 60;
const ENOUGH = 20;
/** What shares less of its words with the text is about something else. */
const LEAST_SHARE = 0.4;
/** How much nearer something counts that stands on the board that is written on. */
const OWN_BOARD = 0.15;
const MOST_PIECES = 16;

/** Topics and disclosures like what is being typed. It is asked for with every pause, so nothing of it reads more than a few hundred rows. */
export async function findSimilar(database: Database, { agencyId, text }: { readonly agencyId: string; readonly text: string }): Promise<Answer<Operations['topics.similar']>> {
  const board = await database.read.selectFrom('agency').select('no').where('id', '=', agencyId).executeTakeFirst();
  if (board === undefined) throw invalid({ pointer: '/body/agencyId', code: 'unknown-agency' });
  const [topics, disclosures] = await Promise.all([similarTopics(database, [text], { board: board.no, limit: 5 }), similarDisclosures(database, [text], 5)]);
  const { calendar } = topics.length === 0 ? { calendar: undefined } : await loadCalendar(database.read);
  return {
    topics: calendar === undefined ? [] : await topicSummaries(database.read, topics, calendar, dayInShanghai(database.now())),
    disclosures: (await summaries(database, disclosures.map((no) => ({ no })))).map(({ updatedAt: _, ...item }) => item),
  };
}

/** The numbers of the topics on the boards that are most like one of the texts, the most alike first; what was merged is found as what it was merged into. */
export async function similarTopics(database: Database, texts: readonly string[], { board, limit }: { readonly board: number; readonly limit: number }): Promise<number[]> {
  const candidates = await sharing(database, 'topics', texts);
  if (candidates.length === 0) return [];
  const rows = await database.read.selectFrom('topic as t').select(['t.no', 't.title', 't.text', 't.board_no', 't.agency_no']).where('t.no', 'in', candidates).where(onBoard).where('t.phase', '<>', 'merged').execute();
  return nearest(texts, rows.map(({ no, title, text: body, board_no, agency_no }) => ({ no, title: title ?? '', body: body ?? '', bonus: board_no === board || agency_no === board ? OWN_BOARD : 0 })), limit);
}

/** The same of disclosures, by their titles. */
export async function similarDisclosures(database: Database, texts: readonly string[], limit: number): Promise<number[]> {
  const candidates = await sharing(database, 'disclosures', texts);
  if (candidates.length === 0) return [];
  const { rows } = await sql<{ no: number; title: string }>`
    select d.no, r.title from disclosure d join revision r on r.disclosure_no = d.no and r.revision = d.revision where d.no in (${sql.join(candidates)}) and ${visible}`.execute(database.read);
  return nearest(texts, rows.map(({ no, title }) => ({ no, title, body: '', bonus: 0 })), limit);
}

async function sharing(database: Database, searched: Searched, texts: readonly string[]): Promise<number[]> {
  return [...new Set((await Promise.all(texts.map((text) => sharingOne(database, searched, text)))).flat())];
}

/** What holds all words of the text, or else what shares pieces of it: each read newest first and no further than needed. */
async function sharingOne(database: Database, searched: Searched, text: string): Promise<number[]> {
  const query = parseQuery(text);
  if (query === undefined) return [];
  const { titlesWith, textsWith } = searchEngine(database.engine, searched);
  const words = looseWords(query).slice(0, MOST_PIECES);
  const found = new Set<number>();
  const attempts = [
    ...(words.length > 0 ? [() => titlesWith(words), ...(searched === 'topics' ? [() => textsWith(words)] : [])] : []),
    ...piecesOf(query).map((pieces) => () => titlesWith([pieces])),
  ];
  for (const attempt of attempts) {
    if (found.size >= ENOUGH) break;
    for (const no of await newestOf(database, attempt(), MOST_COMPARED - found.size)) found.add(no);
  }
  return [...found];
}

/** Pieces of a text of which a like title holds some: four characters, then three. Pairs stand in too much, and a text too short for pieces has its words. */
function piecesOf({ terms }: Query): (readonly string[])[] {
  return [4, 3].map((length) => terms.flatMap((term) => {
    const characters = [...term];
    if (/^[a-z0-9]+$/.test(term)) return [term];
    return Array.from({ length: Math.max(0, characters.length - length + 1) }, (_, start) => characters.slice(start, start + length).join(''));
  })).map((pieces) => spread([...new Set(pieces)])).filter((pieces) => pieces.length > 0);
}

/** Some of many, from all of the text. */
function spread(pieces: readonly string[]): string[] {
  const step = Math.max(1, pieces.length / MOST_PIECES);
  return Array.from({ length: Math.min(MOST_PIECES, pieces.length) }, (_, index) => pieces[Math.floor(index * step)] ?? '').filter(Boolean);
}

export interface Compared {
  readonly no: number;
  readonly title: string;
  readonly body: string;
  readonly bonus: number;
}

/** Ordered by how much of the shorter of both is in the other, of whichever text is nearer. */
export function nearest(texts: readonly string[], compared: readonly Compared[], limit: number): number[] {
  const wanted = texts.map(parseQuery).flatMap((query) => (query === undefined ? [] : [titleBigrams(query)]));
  return compared
    .map(({ no, title, body, bonus }) => ({ no, share: Math.max(0, ...wanted.flatMap((pairs) => [shareOf(pairs, title), 0.8 * shareOf(pairs, `${title}\n${body}`)])), bonus }))
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((a, b) => b.share + b.bonus - (a.share + a.bonus) || b.no - a.no)
    .slice(0, limit)
    .map(({ no }) => no);
}

function shareOf(pairs: readonly string[], other: string): number {
  const normal = normalise(other);
  const shared = pairs.filter((pair) => normal.includes(pair)).length;
  const least = Math.min(pairs.length, new Set(tokens(other)).size);
  return least === 0 ? 0 : shared / least;
}
