import { bigramShare, ftsQuery, looseWords, titleBigrams, withoutLatin, type Query, type Word } from '@sunlit/search';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { cellConditions, type Filters } from '../disclosures/filters.ts';
import { firstNumber } from '../disclosures/number.ts';
import { newestOf } from '../disclosures/order.ts';
import { visible } from '../disclosures/visible.ts';
import { searchEngine } from './engine.ts';

const mostProposed = 5;
/** How many titles are compared with the query. */
const mostCompared = 300;
const mostReadAloud = 100_000;
/** About two syllables: few titles hold those that a query begins or ends with when they do not hold all of it. */
const lettersTried = 7;

/** Titles to propose when nothing was found: outside the filters, or that sound the same, that hold its words, or that share half of its pairs. */
export async function nearTitles(database: Database, query: Query, filters: Filters): Promise<number[]> {
  const engine = searchEngine(database.engine);
  const words = looseWords(query);
  const attempts: (() => Promise<number[]>)[] = [
    // Where filters left nothing, what they kept out is nearest; this also spares the slower attempts for common words.
    ...(Object.keys(filters).length > 0 ? [() => newestOf(database, engine.everything(query, {}, mostProposed), mostProposed)] : []),
    async () => soundingLike(database, (await import('@sunlit/search/pinyin')).queryPinyin(query)),
    ...distinct([words, withoutLatin(words)]).flatMap((some) => [
      () => newestOf(database, engine.titlesWith(some), mostProposed),
      () => newestOf(database, engine.textsWith(withoutSingles(some)), mostProposed),
    ]),
    () => sharing(database, titleBigrams(query)),
  ];
  for (const attempt of attempts) {
    const found = await attempt();
    if (found.length > 0) return found;
  }
  return [];
}

/** Readings are phrases of common syllables: in a very large directory only the newest titles are read aloud. */
async function soundingLike(database: Database, readings: readonly string[]): Promise<number[]> {
  if (readings.length === 0) return [];
  const { rows } = await sql<{ year: number; n: number }>`
    select year, cast(sum(n) as integer) as n from facet_cell c where ${cellConditions({})} group by year order by year desc`.execute(database.read);
  let passed = 0;
  const year = rows.find(({ n }) => (passed += n) >= mostReadAloud)?.year;
  const filters = year === undefined ? {} : { days: { from: firstNumber(`${year}-01-01`), before: Number.MAX_SAFE_INTEGER } };
  const holding = (runs: readonly string[], most: number) => newestOf(database, searchEngine(database.engine).soundsLike(runs, filters), most);
  // A long run of letters takes the index many lists, of mostly nothing; its first and last letters take few, and mostly say so already.
  const parts = [readings.map((reading) => reading.slice(0, lettersTried)), readings.map((reading) => reading.slice(-lettersTried))].map((some) => [...new Set(some)]);
  if (readings.some(({ length }) => length > lettersTried)) {
    for (const part of parts.sort((a, b) => a.length - b.length)) if ((await holding(part, 1)).length === 0) return [];
  }
  return holding(readings, mostProposed);
}

/** The attempts that can find something, each once. */
function distinct(attempts: readonly (readonly Word[])[]): (readonly Word[])[] {
  return [...new Map(attempts.map((words) => [ftsQuery(words), words])).entries()].flatMap(([query, words]) => (query === undefined ? [] : [words]));
}

/** Single characters stand in most texts: they narrow little there, and the lists of them are the longest. */
function withoutSingles(words: readonly Word[]): readonly Word[] {
  const longer = words.filter((word) => typeof word !== 'string' || [...word].length > 1);
  return longer.length > 0 ? longer : words;
}

/** Titles with at least half of the pairs, those with most first. They share pairs of both halves of the query, or neighbours. */
async function sharing(database: Database, pairs: readonly string[]): Promise<number[]> {
  const { titlesWith } = searchEngine(database.engine);
  const middle = Math.ceil(pairs.length / 2);
  const halves = [pairs.slice(0, middle), pairs.slice(middle)].filter((half) => half.length > 0);
  const neighbours = pairs.flatMap((pair, index) => {
    const next = pairs[index + 1];
    return next !== undefined && next.startsWith([...pair].at(-1) ?? ' ') ? [pair + [...next].slice(1).join('')] : [];
  });
  const candidates = [
    ...(await newestOf(database, titlesWith(halves), mostCompared)),
    ...(neighbours.length > 0 ? await newestOf(database, titlesWith([neighbours]), mostCompared) : []),
  ];
  if (candidates.length === 0) return [];
  const { rows } = await sql<{ no: number; title: string }>`
    select d.no, r.title from disclosure d join revision r on r.disclosure_no = d.no and r.revision = d.revision
    where d.no in (${sql.join(candidates)}) and ${visible}`.execute(database.read);
  return rows
    .map(({ no, title }) => ({ no, share: bigramShare(title, pairs) }))
    .filter(({ share }) => share >= 0.5)
    .sort((a, b) => b.share - a.share || b.no - a.no)
    .slice(0, mostProposed)
    .map(({ no }) => no);
}
