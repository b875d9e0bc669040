import { parseQuery } from '@sunlit/search';
import type { RoundPage, RoundReport, Similar, SimilarQuery, SnapshotBoard, Suggestions, TopicFiguresByAgency } from './contract.ts';
import { pageFrom, refuse } from './replica-paging.ts';
import type { ReplicaPlaces } from './replica-places.ts';
import { askedBy, type Asked, type Question } from './replica-questions.ts';
import type { ReplicaRows } from './replica-rows.ts';
import type { ReplicaTopics } from './replica-topics.ts';

/** What a replica answers from. */
export interface Held {
  readonly places: ReplicaPlaces;
  readonly rows: ReplicaRows;
  readonly topics: ReplicaTopics;
  /** The day of what is shown. */
  readonly today: string;
  readonly record: (of: 'disclosure' | 'topic', id: string) => Promise<unknown>;
}

const MOST_SUGGESTIONS = 8;

type Answering = (held: Held, query: Readonly<Record<string, string>>, id: string, body: unknown) => unknown;

/** `undefined` where it is not held. */
const ANSWERS: Readonly<Record<Asked, Answering>> = {
  disclosures: ({ rows }, query) => rows.list(typed(query)),
  disclosure: ({ record }, _, id) => record('disclosure', id),
  suggest: suggestions,
  agencies: ({ places, rows }, query) => places.list(typed(query), rows.counted),
  agency: ({ places, rows }, _, id) => places.agency(id, rows.counted),
  board: ({ places }, _, id) => places.board(id)?.board,
  form: ({ places }, _, id) => places.board(id)?.form,
  categories: ({ places }, { agency }) => places.categories(agency),
  topics: ({ topics, today }, query) => topics.list(typed(query), today),
  figures,
  topic: ({ record }, _, id) => record('topic', id),
  similar,
  rounds,
  round,
};

/** As the server answers; `undefined` for what is not held here. @throws SunlitError `invalid-input`, `invalid-cursor` @internal */
export async function answerFrom(held: Held, { path, query, body }: Question): Promise<unknown> {
  const found = askedBy(body === undefined ? 'GET' : 'POST', path);
  return found && ANSWERS[found.asked](held, query, decodeURIComponent(found.id), body);
}

async function suggestions({ places, rows }: Held, { q = '', agency, limit }: Readonly<Record<string, string>>): Promise<Suggestions> {
  const query = parseQuery(q);
  if (query === undefined) return { items: [] };
  if (agency !== undefined && !places.hasAgency(agency)) refuse('agency', `there is no agency "${agency}" in this replica`);
  const most = limit === undefined ? MOST_SUGGESTIONS : Number(limit);
  const agencies = places.named(query, agency, most);
  return { items: [...agencies, ...(await rows.titles(query, agency, most - agencies.length))] };
}

/** Of all days only, and where every agency below is held. */
function figures({ places }: Held, { agency, ...days }: Readonly<Record<string, string>>): TopicFiguresByAgency | undefined {
  const whole = agency === undefined ? undefined : places.board(agency);
  const below = agency === undefined ? [] : places.below(agency).flatMap(({ id }) => places.board(id)?.board ?? []);
  if (whole === undefined || agency === undefined || Object.keys(days).length > 0 || below.length !== places.agency(agency, new Map())?.children) return undefined;
  return { whole: whole.board.figures, below: below.map(({ agency: { id, name }, figures: own }) => ({ agency: { id, name }, figures: own })) };
}

async function similar({ places, rows, topics }: Held, _query: unknown, _id: string, body: unknown): Promise<Similar | undefined> {
  const { agencyId, text } = body as SimilarQuery;
  if (!places.hasAgency(agencyId)) return undefined;
  return { topics: topics.similar(text, agencyId), disclosures: await rows.similar(text) };
}

function rounds({ places }: Held, { agency, cursor, limit }: Readonly<Record<string, string>>): RoundPage | undefined {
  const board = agency === undefined ? undefined : places.board(agency);
  if (board === undefined) return undefined;
  const { items, next } = pageFrom(board.rounds, cursor, limit === undefined ? undefined : Number(limit));
  return { items: items.map(({ report: _, ...one }) => one), ...next };
}

function round({ places, topics }: Held, _: unknown, id: string): RoundReport | undefined {
  for (const { rounds: all } of places.boards) {
    const found = all.find((one: SnapshotBoard['rounds'][number]) => one.id === id);
    if (found) return { ...found, ranking: topics.ranking(id) };
  }
  return undefined;
}

const NUMBERS: readonly string[] = ['limit', 'year'];
const FLAGS: readonly string[] = ['facets', 'own', 'late'];

/** What a query says, as the contract types it. */
function typed(query: Readonly<Record<string, string>>): object {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, NUMBERS.includes(name) ? Number(value) : FLAGS.includes(name) ? value === 'true' : value]));
}
