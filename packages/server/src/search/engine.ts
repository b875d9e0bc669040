import type { Query, Tier, Word } from '@sunlit/search';
import type { RawBuilder } from 'kysely';
import type { Database, Engine, Writing } from '../database/database.ts';
import type { Filters } from '../disclosures/filters.ts';
import type { IndexEntry } from './entry.ts';
import { postgresSearch } from './postgres.ts';
import { sqliteSearch } from './sqlite.ts';

/** Hits that rank alike; inside a stage the newest come first. */
export interface Stage {
  readonly name: 'equals' | 'begins' | 'contains' | 'mixed' | 'body' | 'pinyin';
  readonly tier: Tier;
  /** A query for `no`. */
  readonly hits: RawBuilder<unknown>;
}

/** What a database must be able to do for search; all answers are queries with the one column `no`. */
export interface SearchEngine {
  add(writing: Writing, entries: readonly IndexEntry[]): Promise<void>;
  remove(writing: Writing, no: number): Promise<void>;
  /** The hits of a query that pass the filters, in the order of their rank, no disclosure in two stages. */
  stages(query: Query, filters: Filters): Stage[];
  /** The same hits without order; of very many, the newest `most` or more. */
  everything(query: Query, filters: Filters, most?: number): RawBuilder<unknown>;
  /** Titles whose pinyin holds one of the readings. */
  soundsLike(readings: readonly string[], filters: Filters): RawBuilder<unknown>;
  titlesWith(words: readonly Word[]): RawBuilder<unknown>;
  textsWith(words: readonly Word[]): RawBuilder<unknown>;
  /** Makes the index as fast as it can be, after many additions. */
  optimise(database: Database): Promise<void>;
}

/** What is searched: disclosures, or the topics on the boards. Each has an index of its own, made and asked alike; only disclosures are filed by what filters ask for. */
export type Searched = 'disclosures' | 'topics';

export function searchEngine(engine: Engine, searched: Searched = 'disclosures'): SearchEngine {
  return engines[engine][searched];
}

const engines = {
  sqlite: { disclosures: sqliteSearch(''), topics: sqliteSearch('topic_') },
  postgres: { disclosures: postgresSearch(''), topics: postgresSearch('topic_') },
} as const;

/** For loaders: makes searching as fast as it can be after many additions. Takes a minute for a million disclosures. */
export function optimise(database: Database, searched?: Searched): Promise<void> {
  return searchEngine(database.engine, searched).optimise(database);
}
