import { bigramShare, ftsQuery, looseWords, titleBigrams, withoutLatin, type Query, type Word } from '@sunlit/search';
import { queryPinyin } from '@sunlit/search/pinyin';
import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../database/database.ts';
import { newestOf } from '../disclosures/order.ts';
import { visible } from '../disclosures/visible.ts';
import { searchEngine } from './engine.ts';

const mostProposed = 5;

/** Titles to propose when nothing was found: outside the filters, or that sound the same, that hold its words, or that share half of its pairs. */
export async function nearTitles(database: Database, query: Query): Promise<number[]> {
  const engine = searchEngine(database.engine);
  const words = looseWords(query);
  const bigrams = titleBigrams(query);
  const attempts: (() => Promise<number[]>)[] = [
    // Where filters left nothing, what they kept out is nearest; this also spares the slower attempts for common words.
    () => newestOf(database, engine.everything(query, {}), mostProposed),
    () => first(database, engine.soundsLike(queryPinyin(query))),
    ...[words, withoutLatin(words)].filter(searchable).flatMap((some) => [
      () => first(database, engine.best(engine.titlesWith(some))),
      () => first(database, engine.textsWith(some)),
    ]),
    () => sharing(database, engine.best(engine.titlesWith([bigrams])), bigrams),
  ];
  for (const attempt of attempts) {
    const found = await attempt();
    if (found.length > 0) return found;
  }
  return [];
}

function searchable(words: readonly Word[]): boolean {
  return ftsQuery(words) !== undefined;
}

async function first({ read }: Database, hits: RawBuilder<unknown>): Promise<number[]> {
  const { rows } = await sql<{ no: number }>`
    select d.no from (${hits} limit 50) hits join disclosure d on d.no = hits.no where ${visible} order by d.no desc limit ${mostProposed}`.execute(read);
  return rows.map(({ no }) => no);
}

/** The titles with at least half of the pairs, those with most first. */
async function sharing({ read }: Database, hits: RawBuilder<unknown>, bigrams: readonly string[]): Promise<number[]> {
  const { rows } = await sql<{ no: number; title: string }>`
    select d.no, r.title from (${hits} limit 200) hits
    join disclosure d on d.no = hits.no join revision r on r.disclosure_no = d.no and r.revision = d.revision
    where ${visible}`.execute(read);
  return rows
    .map(({ no, title }) => ({ no, share: bigramShare(title, bigrams) }))
    .filter(({ share }) => share >= 0.5)
    .sort((a, b) => b.share - a.share || b.no - a.no)
    .slice(0, mostProposed)
    .map(({ no }) => no);
}
