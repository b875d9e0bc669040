import { randomUUID } from 'node:crypto';
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { APPLICANT_TYPES, RATING_LEVELS, REQUEST_OUTCOMES, type Answer, type Operations } from '@sunlit/contract';
import { addCalendarDays, addMonths, dayInShanghai } from '@sunlit/rules';
import { migrate, openDatabase, optimise, publish, publishMany, saveAgencies, saveCategories, type Database } from '@sunlit/server';
import { sql } from 'kysely';
import pg from 'pg';
import { monotonicFactory } from 'ulid';
import { generate, randomNumbers } from '../../demo/generate.ts';
import { writing } from '../../packages/server/src/database/database.ts';
import { insertRows } from '../../packages/server/src/database/insert.ts';
import type { Tables } from '../../packages/server/src/database/tables.ts';
import { timedGet, times } from './http.ts';
import { BENCH, SEED, loaded, vocabulary } from './load.ts';
import { LATENCY_HEAD, conditions, latency, ms, table } from './report.ts';
import { serve, type Served } from './serving.ts';
import { enterTopics, makeTopic } from './topic-rows.ts';

/*
 * How long public figures take over real HTTP, and how soon a change shows in them. Requests, topics and ratings are put down as rows. With
 * `--postgres` and the address of a server where databases may be made, in one of its own; otherwise in SQLite.
 */
const { values } = parseArgs({ options: {
  disclosures: { type: 'string', default: '1000000' }, requests: { type: 'string', default: '200000' }, topics: { type: 'string', default: '100000' }, ratings: { type: 'string', default: '100000' },
  queries: { type: 'string', default: '100' }, postgres: { type: 'string' },
} });
const [disclosures, requests, topics, ratings, queries] = [Number(values.disclosures), Number(values.requests), Number(values.topics), Number(values.ratings), Number(values.queries)];
const random = randomNumbers(SEED + 9);
const upTo = (limit: number) => Math.floor(random() * limit);
const pick = <T>(from: readonly T[]): T => from[upTo(from.length)] as T;
const ulid = monotonicFactory();
const progress = (text: string) => process.stderr.write(`${text}\n`);
const TODAY = dayInShanghai(new Date());
/** Requests and topics of ten years, newest last. */
const YEARS = Array.from({ length: 10 }, (_, at) => new Date().getFullYear() - 9 + at);
const dayOf = (n: number, all: number): string => addCalendarDays(`${YEARS[0]}-01-01`, Math.floor((n / all) * 3640));

interface Filled {
  readonly env: Readonly<Record<string, string>>;
  readonly database: Database;
  readonly end: () => Promise<void>;
}

async function onSqlite(): Promise<Filled> {
  const archive = await loaded(disclosures);
  const directory = join(BENCH, `figures-${process.pid}`);
  for (const name of await readdir(BENCH)) if (name.startsWith('figures-')) await rm(join(BENCH, name), { recursive: true });
  await mkdir(directory, { recursive: true });
  await cp(archive, directory, { recursive: true });
  const database = openDatabase({ dataDirectory: directory });
  return { env: { SUNLIT_DATA: directory }, database, end: async () => rm(directory, { recursive: true }) };
}

async function onPostgres(server: string): Promise<Filled> {
  const name = `sunlit_bench_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`create database ${name} encoding 'UTF8' locale 'C.UTF-8' template template0`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const dataDirectory = join(BENCH, name);
  const database = openDatabase({ url: url.href, dataDirectory });
  await migrate(database);
  await saveAgencies(database, vocabulary.agencies);
  await saveCategories(database, vocabulary.categories.filter(({ agencyId }) => agencyId !== undefined));
  await publishMany(database, generate({ count: disclosures, seed: SEED, ...vocabulary }));
  return { env: { SUNLIT_DATA: dataDirectory, DATABASE_URL: url.href }, database, end: async () => {
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
    await rm(dataDirectory, { recursive: true, force: true });
  } };
}

type Agency = Pick<Tables['agency'], 'no' | 'id' | 'position' | 'name'>;

async function enterRequests(database: Database, agencies: readonly Agency[]): Promise<void> {
  for (let from = 0; from < requests; from += 5000) {
    const made = Array.from({ length: Math.min(5000, requests - from) }, (_, at) => {
      const no = from + at + 1;
      const on = dayOf(no, requests);
      // What came in within four weeks is open; the rest has ended, and what is personal of it is gone after the usual months, so that sweeps find as much to do as in life.
      const ended = on < addCalendarDays(TODAY, -28) ? addCalendarDays(on, 3 + upTo(30)) : null;
      // A few agencies are asked for most, as in life.
      const agency = agencies[Math.floor(random() ** 2 * agencies.length)] as Agency;
      const common = { agency_no: agency.no, applicant_type: pick(APPLICANT_TYPES) };
      const request = {
        no, id: ulid(), receipt_no: `B${no}`, secret_hash: '', channel: 'online', submitted_at: `${on}T01:00:00.000Z`, submitted_on: on, form: 'electronic', route: 'online', files_announced: 0,
        same_applicant: null, key_id: null, wrapped_key: null, content: '', erased_on: ended !== null && ended < addMonths(TODAY, -60) ? ended : null, ...common,
      } satisfies object;
      const one = {
        no, id: ulid(), request_no: no, branch: 'main', parent_no: null, agency_name: agency.name, phase: ended === null ? 'processing' : 'served', outcome: ended === null ? null : pick(REQUEST_OUTCOMES), label: null, handler_id: null,
        received_on: on, ended_on: ended, due_on: ended === null ? addCalendarDays(on, 28) : null, in_time: ended === null ? null : ended <= addCalendarDays(on, 28) ? 1 : 0, urged: 0, version: 4, updated_at: '', ...common,
      } satisfies object;
      return { request, one };
    });
    await writing(database, async (w) => {
      await insertRows(w, 'request', made.map(({ request }) => request) as unknown as readonly Tables['request'][], '');
      await insertRows(w, 'request_case', made.map(({ one }) => one) as unknown as readonly Tables['request_case'][], '');
    });
  }
}

async function enterRest(database: Database, agencies: readonly Agency[]): Promise<void> {
  const categories = (await database.read.selectFrom('category').select('id').execute()).map(({ id }) => id);
  const answered: { id: string; agency_no: number; on: string }[] = [];
  for (let from = 0; from < topics; from += 5000) {
    const made = Array.from({ length: Math.min(5000, topics - from) }, (_, n) => makeTopic(from + n + 1, topics, agencies, categories));
    for (const { row } of made) if (row.answered_on !== null) answered.push({ id: row.id, agency_no: row.agency_no, on: row.answered_on });
    await writing(database, async (w) => enterTopics(w, made));
  }
  // Of the answer that each topic has now.
  await writing(database, async (w) => insertRows(w, 'topic_event', (await w.db.selectFrom('topic').select(['no', 'answered_on', 'submitted_at']).where('answered_on', 'is not', null).execute()).map(({ no, answered_on, submitted_at }) => ({
    topic_no: Number(no), n: 3, at: submitted_at, type: 'publish', on_day: answered_on ?? '', role: 'agency' as const, person_id: null, person_name: null, person_post: null, step: '{"type":"publish"}', public_words: null, said: null,
  }))));
  const rows = Array.from({ length: ratings }, (_, n) => {
    const of = n % 2 === 0 ? pick(answered) : undefined;
    const day = of?.on ?? dayOf(n, ratings);
    return {
      no: n + 1, id: ulid(), agency_no: of?.agency_no ?? pick(agencies).no, type: of === undefined ? 'window' : 'answer', subject_key: of?.id ?? '综合窗口', device: randomUUID(), day, unique_day: of === undefined ? day : 'answer 3',
      level: pick(RATING_LEVELS), reasons: '[]', replaced: 0, written: null, key_id: null, wrapped_key: null, at: '',
    };
  });
  await writing(database, async (w) => insertRows(w, 'rating', rows as unknown as readonly Tables['rating'][], ''));
}

const filled = values.postgres === undefined ? await onSqlite() : await onPostgres(values.postgres);
const { database, env, end } = filled;
let server: Served | undefined;
try {
  const agencies = await database.read.selectFrom('agency').select(['no', 'id', 'position', 'name']).execute();
  // The rows name their own numbers, so that each fits to the other.
  if (database.engine === 'postgres') for (const name of ['request', 'request_case', 'topic', 'rating']) await sql`alter table ${sql.table(name)} alter column no set generated by default`.execute(database.write);
  progress('requests');
  await enterRequests(database, agencies);
  progress('topics and ratings');
  await enterRest(database, agencies);
  // They are rows without their steps: nothing is to be found in them by who looks for what ended late.
  const at = new Date().toISOString();
  await database.write.insertInto('breach_sweep').values([{ type: 'request', at, no: 0 }, { type: 'topic', at, no: 0 }]).onConflict((row) => row.column('type').doUpdateSet({ at, no: 0 })).execute();
  await optimise(database, 'topics');
  server = await serve({ args: ['packages/server/src/start.ts'], env: { RATE_LIMIT: '1000000', LOG_LEVEL: 'warn', ...env }, ready: '/readyz' });
  const { url } = server;
  const oneOf = (level: string) => pick(vocabulary.agencies.filter((agency) => agency.level === level)).id;
  const ask = (path: string, question: Readonly<Record<string, string | number>>) => `${url}/v1/${path}?${new URLSearchParams(Object.entries(question).map(([name, value]): [string, string] => [name, String(value)])).toString()}`;
  const year = () => pick(YEARS);
  const QUESTIONS: Readonly<Record<string, () => string>> = {
    'overview of everything': () => ask('statistics/overview', { year: year() }),
    'overview of the city': () => ask('statistics/overview', { agency: 'qingchuan', year: year() }),
    'overview of a county': () => ask('statistics/overview', { agency: pick(['qinghe', 'fangbei', 'nanping', 'xiling']), year: year() }),
    'overview of a village': () => ask('statistics/overview', { agency: oneOf('village'), year: year() }),
    'disclosures, everything': () => ask('statistics/disclosures', { year: year() }),
    'disclosures of an agency': () => ask('statistics/disclosures', { agency: pick(vocabulary.agencies).id, year: year() }),
    'columns of the city': () => ask('statistics/freshness', { agency: 'qingchuan' }),
    'columns of an agency': () => ask('statistics/freshness', { agency: pick(vocabulary.agencies).id }),
    'what tables there are': () => ask('open-data', { year: year() }),
    'table of agencies': () => ask('open-data/agencies', { agency: 'qingchuan', year: year() }),
    'table of columns': () => ask('open-data/freshness', {}),
    'table of disclosures, JSON': () => ask('open-data/disclosures', { agency: pick(vocabulary.agencies).id, year: year(), format: 'json' }),
  };
  // In turns, so that what the server does each minute meets all of them alike.
  const samples = new Map(Object.keys(QUESTIONS).map((name): [string, number[]] => [name, []]));
  for (let n = -20; n < queries; n += 1) {
    if (n % 20 === 0) progress(`round ${n}`);
    for (const [name, make] of Object.entries(QUESTIONS)) {
      const took = await times([make()]);
      if (n >= 0) samples.get(name)?.push(...took);
    }
  }
  const rows = [...samples].map(([name, took]) => [name, ...latency(took)]);
  const all = [...samples.values()].flat();

  progress('a change');
  const published = async () => (await timedGet(ask('statistics/overview', { agency: 'qinghe-water' }))).json<Answer<Operations['statistics.overview']>>().whole.inAll;
  const shown: number[] = [];
  const [one] = [...generate({ count: 1, seed: 7, ...vocabulary })];
  if (one === undefined) throw new Error('Nothing was generated.');
  for (let n = 0; n < 10; n += 1) {
    const before = await published();
    await publish(database, { content: { ...one.content, agencyId: 'qinghe-water', categoryId: 'A20_15' }, publishedOn: new Date().toISOString().slice(0, 10) });
    const started = performance.now();
    while ((await published()) === before) if (performance.now() - started > 60_000) throw new Error('The change does not show.');
    shown.push(performance.now() - started);
  }

  console.log(conditions({
    title: `Public figures over HTTP (${database.engine === 'sqlite' ? 'SQLite' : 'PostgreSQL'})`,
    with: { Disclosures: disclosures, Requests: requests, Topics: topics, Ratings: ratings, Agencies: agencies.length, Runs: `${queries} questions a class after 20 others to warm up, classes in turns, one at a time, gzip, of ten years in turns; caches of the system warm`, Seed: SEED },
  }));
  console.log('Goals: each p95 ≤ 100 ms; a change shows within 5 s, of which shared caches may keep it back for 3.\n');
  console.log(table(['figures', ...LATENCY_HEAD], [...rows, ['all of them', ...latency(all)]]));
  console.log(table(['a publication shows', 'n', 'longest'], [['in the overview', shown.length, `${ms(Math.max(...shown))} ms`]]));
} finally {
  await server?.stop();
  await database.close();
  await end();
}
