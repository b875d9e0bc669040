import { ANNUAL_LINES, ANNUAL_TABLE_COLUMNS, DISPUTES, DISPUTE_RESULTS, RATING_LEVELS, type ClosedFigures, type OpenTable } from '@sunlit/contract';
import { dayInShanghai } from '@sunlit/rules';
import type { Database } from '../database/database.ts';
import { annualFigures } from './annual.ts';
import { getDisclosureFigures } from './disclosed.ts';
import { freshnessWithin } from './freshness.ts';
import type { zhCn } from './locales/zh-CN.ts';
import { getOverview } from './overview.ts';
import { askedOf } from './tree.ts';

/*
 * The figures as tables that anybody may take away: the same numbers as the answers in JSON, kept back where those are. Counts that may be kept
 * back are text, since a table of whole numbers has no room for "a few".
 */

type FieldName = keyof (typeof zhCn)['field'];
type FieldType = 'string' | 'integer' | 'number' | 'date' | 'year';
export type OpenRow = Readonly<Record<string, string | number | null>>;

interface OpenTableOf {
  readonly fields: Readonly<Partial<Record<FieldName, FieldType>>>;
  readonly key: readonly FieldName[];
  readonly rows: (database: Database, place: OpenPlace) => Promise<readonly OpenRow[]>;
}

interface OpenPlace {
  readonly agency?: string;
  readonly year?: number;
}

const who = { agencyId: 'string', agency: 'string' } as const;
/** Fields whose counts may be kept back. */
export const KEPT_BACK: ReadonlySet<string> = new Set<FieldName>(['requestsReceived', 'requestsEnded', 'requestsInTime']);

export const TABLES: Readonly<Record<OpenTable, OpenTableOf>> = {
  agencies: {
    fields: {
      ...who, level: 'string', year: 'year', agencies: 'integer', publishing: 'integer', published: 'integer', inAll: 'integer', timed: 'integer', inTime: 'integer',
      requestsReceived: 'string', requestsEnded: 'string', requestsInTime: 'string', asked: 'integer', answers: 'integer', answeredInTime: 'integer', ratings: 'integer', late: 'integer',
    },
    key: ['agencyId', 'year'],
    rows: async (database, place) => (await placesOf(database, place)).map(({ agency, level, year, figures: { agencies, published, inAll, onTime, requests, topics, ratings, late } }) => ({
      ...agency, level, year, agencies: agencies.of, publishing: agencies.n, published, inAll, timed: onTime.of, inTime: onTime.n,
      requestsReceived: String(requests.received), requestsEnded: String(requests.ended), requestsInTime: String(requests.inTime),
      asked: topics.asked, answers: topics.answeredInTime.of, answeredInTime: topics.answeredInTime.n, ratings: ratings.n, late,
    })),
  },
  disclosures: {
    fields: { year: 'year', dimension: 'string', key: 'string', name: 'string', n: 'integer' },
    key: ['year', 'dimension', 'key'],
    rows: async (database, place) => {
      const { year, byCategory, byKind, byLevel, byCarrier, byMonth } = await getDisclosureFigures(database, place);
      const row = (dimension: string, key: string, n: number, name: string | null = null): OpenRow => ({ year, dimension, key, name, n });
      return [
        ...byCategory.map(({ category, n }) => row('category', category.id, n, category.name)),
        ...byKind.map(({ kind, n }) => row('kind', kind, n)),
        ...byLevel.map(({ level, n }) => row('level', level, n)),
        ...byCarrier.map(({ carrier, n }) => row('carrier', carrier, n)),
        ...byMonth.map((n, at) => row('month', `${year}-${String(at + 1).padStart(2, '0')}`, n)),
      ];
    },
  },
  timeliness: {
    fields: { year: 'year', kind: 'string', inTime: 'integer', of: 'integer' },
    key: ['year', 'kind'],
    rows: async (database, place) => {
      const { year, onTime } = await getDisclosureFigures(database, place);
      return onTime.map(({ kind, n, of }) => ({ year, kind, inTime: n, of }));
    },
  },
  freshness: {
    fields: { ...who, categoryId: 'string', category: 'string', state: 'string', lastOn: 'date', days: 'integer', limit: 'integer' },
    key: ['agencyId', 'categoryId'],
    rows: async ({ read, now }, { agency }) => (await freshnessWithin(read, await askedOf(read, agency), dayInShanghai(now()))).flatMap(({ place, columns }) =>
      columns.map(({ category, state, lastOn = null, days = null, limit }) => ({ agencyId: place.id, agency: place.name, categoryId: category.id, category: category.name, state, lastOn, days, limit }))),
  },
  proactive: {
    fields: { ...who, year: 'year', item: 'string', n: 'number' },
    key: ['agencyId', 'year', 'item'],
    rows: (database, place) => closedRows(database, place, ({ proactive }) => {
      if (proactive === undefined) return [];
      const { regulations, normativeDocs, ...others } = proactive;
      const documents = Object.entries({ regulations, normativeDocs }).flatMap(([name, counts]) => Object.entries(counts).map(([count, n]) => ({ item: `${name}.${count}`, n })));
      return [...documents, ...Object.entries(others).map(([item, n]) => ({ item, n }))];
    }),
  },
  requests: {
    fields: { ...who, year: 'year', line: 'string', column: 'string', n: 'integer' },
    key: ['agencyId', 'year', 'line', 'column'],
    rows: (database, place) => closedRows(database, place, ({ requests }) => ANNUAL_LINES.flatMap((line) => ANNUAL_TABLE_COLUMNS.map((column) => ({ line, column, n: requests[line][column] })))),
  },
  disputes: {
    fields: { ...who, year: 'year', dispute: 'string', result: 'string', n: 'integer' },
    key: ['agencyId', 'year', 'dispute', 'result'],
    rows: (database, place) => closedRows(database, place, ({ disputes }) =>
      (disputes === undefined ? [] : DISPUTES.flatMap((dispute) => [...DISPUTE_RESULTS, 'total' as const].map((result) => ({ dispute, result, n: disputes[dispute][result] }))))),
  },
  topics: {
    fields: {
      ...who, year: 'year', asked: 'integer', open: 'integer', answered: 'integer', declined: 'integer', merged: 'integer', returned: 'integer', claims: 'integer', claimedInTime: 'integer',
      answers: 'integer', answeredInTime: 'integer', overdue: 'integer', reopened: 'integer', deflections: 'integer', ratings: 'integer',
    },
    key: ['agencyId', 'year'],
    rows: async (database, place) => (await placesOf(database, place)).map(({ agency, year, figures: { topics: { claimedInTime, answeredInTime, ratings, ...counts } } }) => ({
      ...agency, year, ...counts, claims: claimedInTime.of, claimedInTime: claimedInTime.n, answers: answeredInTime.of, answeredInTime: answeredInTime.n, ratings: ratings.n,
    })),
  },
  ratings: {
    fields: { ...who, year: 'year', rating: 'string', n: 'integer' },
    key: ['agencyId', 'year', 'rating'],
    rows: async (database, place) => (await placesOf(database, place)).flatMap(({ agency, year, figures: { ratings } }) => RATING_LEVELS.map((rating) => ({ ...agency, year, rating, n: ratings.levels[rating] }))),
  },
};

/** Each place directly below, or one that has none below it. */
async function placesOf(database: Database, place: OpenPlace) {
  const { year, agency, whole, below } = await getOverview(database, place);
  const places = below.map(({ agency: { id, name, level }, figures }) => ({ agency: { agencyId: id, agency: name }, level, year, figures }));
  if (places.length > 0 || agency === undefined) return places;
  const { level } = await database.read.selectFrom('agency').select('level').where('id', '=', agency.id).executeTakeFirstOrThrow();
  return [{ agency: { agencyId: agency.id, agency: agency.name }, level, year, figures: whole }];
}

/** Rows of a year that was closed, of an agency with all below it, or of each one at the top; none of a year that nobody has closed. */
async function closedRows(database: Database, { agency, year = Number(dayInShanghai(database.now()).slice(0, 4)) }: OpenPlace, rowsOf: (figures: ClosedFigures) => readonly OpenRow[]): Promise<OpenRow[]> {
  const asked = await askedOf(database.read, agency);
  const rows: OpenRow[] = [];
  for (const { id, name, position, last } of asked.tree.filter(({ parentNo, ...one }) => (asked.agency === undefined ? parentNo === null : one.id === asked.agency.id))) {
    const closed = await database.read.selectFrom('annual_version').innerJoin('agency', 'agency.no', 'agency_no').select('version')
      .where('year', '=', year).where('position', '>=', position).where('position', '<=', last).limit(1).executeTakeFirst();
    if (closed === undefined) continue;
    const { figures } = await annualFigures(database, { agency: id, year, below: true });
    rows.push(...rowsOf(figures).map((row) => ({ agencyId: id, agency: name, year, ...row })));
  }
  return rows;
}
