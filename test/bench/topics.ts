import { randomUUID } from 'node:crypto';
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { TopicPage } from '@sunlit/contract';
import { openDatabase, optimise } from '@sunlit/server';
import { randomNumbers } from '../../demo/generate.ts';
import { writing } from '../../packages/server/src/database/database.ts';
import { timed, timedGet, times } from './http.ts';
import { BENCH, SEED, loaded, vocabulary } from './load.ts';
import { LATENCY_HEAD, conditions, latency, ms, quantile, table } from './report.ts';
import { serveApi } from './serving.ts';
import { searchTerms, type TermClass } from './terms.ts';
import { PHRASES, PLACES, enterTopics, makeTopic, subjects } from './topic-rows.ts';

/*
 * What a board answers over real HTTP that holds many topics: lists by every order and filter, search, what is like what is being typed,
 * and how much posts cost that pay for nothing. `--data` names a directory that an earlier run has filled and left.
 */
const { values } = parseArgs({ options: { rows: { type: 'string', default: '100000' }, disclosures: { type: 'string', default: '20000' }, queries: { type: 'string', default: '80' }, posts: { type: 'string', default: '5000' }, data: { type: 'string' } } });
const [rows, disclosures, queries, posts] = [Number(values.rows), Number(values.disclosures), Number(values.queries), Number(values.posts)];
const random = randomNumbers(SEED + 5);
const upTo = (limit: number) => Math.floor(random() * limit);
const pick = <T>(from: readonly T[]): T => from[upTo(from.length)] as T;
const progress = (text: string) => process.stderr.write(`${text}\n`);

/** Fills a copy of an archive with topics, oldest first. */
async function filled(): Promise<string> {
  const archive = await loaded(disclosures);
  const directory = join(BENCH, `topics-${process.pid}`);
  for (const name of await readdir(BENCH)) if (name.startsWith('topics-')) await rm(join(BENCH, name), { recursive: true });
  await mkdir(directory, { recursive: true });
  await cp(archive, directory, { recursive: true });
  const database = openDatabase({ dataDirectory: directory });
  try {
    const agencies = await database.read.selectFrom('agency').select(['no', 'id', 'position']).execute();
    const categories = (await database.read.selectFrom('category').select('id').execute()).map(({ id }) => id);
    for (let from = 0; from < rows; from += 5000) {
      await writing(database, async (w) => {
        const made = Array.from({ length: Math.min(5000, rows - from) }, (_, n) => makeTopic(from + n + 1, rows, agencies, categories));
        await enterTopics(w, made);
      });
      progress(`${Math.min(rows, from + 5000)} topics of ${rows}`);
    }
    await optimise(database, 'topics');
  } finally {
    await database.close();
  }
  return directory;
}

type Question = Record<string, string>;
const agencyOf = (level: string) => pick(vocabulary.agencies.filter((agency) => agency.level === level)).id;
const LISTS: Readonly<Record<string, () => Question>> = {
  'no filter': () => ({}),
  'most supported': () => ({ sort: 'supports' }),
  'answered last': () => ({ sort: 'answered', state: 'answered' }),
  'due first': () => ({ sort: 'due', state: 'open' }),
  'agency, city with all below': () => ({ agency: agencyOf('city') }),
  'agency, county with all below': () => ({ agency: agencyOf('county') }),
  'agency, county, most supported, open': () => ({ agency: agencyOf('county'), sort: 'supports', state: 'open' }),
  'agency, township with all below': () => ({ agency: agencyOf('township') }),
  'agency, village': () => ({ agency: agencyOf('village') }),
  'agency, village, most supported': () => ({ agency: agencyOf('village'), sort: 'supports' }),
  'agency alone': () => ({ agency: pick(vocabulary.agencies).id, own: 'true' }),
  open: () => ({ state: 'open' }),
  declined: () => ({ state: 'declined' }),
  purpose: () => ({ purpose: pick(['disclose', 'ask', 'correct']) }),
  'statutory category': () => ({ category: pick(['A20_05', 'A20_10', 'A20_13', 'A20_15']) }),
  place: () => ({ place: pick(PLACES) }),
  late: () => ({ late: 'true' }),
  'late, county, due first': () => ({ late: 'true', agency: agencyOf('county'), sort: 'due' }),
};
const SEARCHES: readonly TermClass[] = ['2 characters', '3 characters', '4 characters', '6–8 characters', 'two words', 'pinyin initials', 'miss'];

const directory = values.data ?? await filled();
const server = await serveApi(directory);
try {
  const list = (question: Question) => `${server.url}/v1/topics?${new URLSearchParams(question)}`;
  const measured = async (make: () => Question): Promise<number[]> => {
    const urls = Array.from({ length: queries * 2 }, () => list(make()));
    await times(urls.slice(0, queries));
    return times(urls.slice(queries));
  };
  const everyList: number[] = [];
  const lists: string[][] = [];
  for (const [name, make] of Object.entries(LISTS)) {
    progress(name);
    const samples = await measured(make);
    everyList.push(...samples);
    lists.push([name, ...latency(samples)]);
  }
  const deep: number[] = [];
  for (let cursor: string | undefined, page = 0; page < 60; page += 1) {
    const answer = await timedGet(list({ sort: 'supports', limit: '100', ...(cursor === undefined ? {} : { cursor }) }));
    cursor = answer.json<TopicPage>().next;
    if (page >= 30) deep.push(answer.ms);
  }

  const everySearch: number[] = [];
  const searches: string[][] = [];
  for (const kind of SEARCHES) {
    progress(kind);
    const terms = searchTerms(kind, queries * 6, vocabulary.disclosures, SEED);
    let next = 0;
    for (const [how, more] of [['', () => ({})], [', most supported', () => ({ sort: 'supports' })], [', in one agency', () => ({ agency: pick(vocabulary.agencies).id })]] as const) {
      const samples = await measured(() => ({ q: terms[next++ % terms.length] ?? '', ...more() }));
      everySearch.push(...samples);
      searches.push([kind + how, ...latency(samples)]);
    }
  }

  progress('similar');
  // As somebody types: a sentence that nobody wrote yet, two characters more at each pause.
  const similar: number[] = [];
  const whole: number[] = [];
  for (let n = 0; n < queries; n += 1) {
    const text = pick(PHRASES)(pick(subjects), pick(PLACES));
    const agencyId = pick(vocabulary.agencies).id;
    for (let length = 2; length <= text.length; length += 2) {
      const { ms: took } = await timed(`${server.url}/v1/topics/similar`, { body: { agencyId, text: text.slice(0, length) } });
      if (n >= 5) similar.push(took);
    }
    const { ms: took } = await timed(`${server.url}/v1/topics/similar`, { body: { agencyId, text: `${text}。${pick(subjects)}，${pick(subjects)}。` } });
    if (n >= 5) whole.push(took);
  }

  progress('others');
  const { items } = (await timedGet(list({ limit: '100' }))).json<TopicPage>();
  const others = [
    ['a topic', await times(items.map(({ id }) => `${server.url}/v1/topics/${id}`))],
    ['a board', await times(Array.from({ length: queries }, () => `${server.url}/v1/agencies/${pick(vocabulary.agencies).id}/board`))],
    ['figures of everything', await times(Array.from({ length: 20 }, () => `${server.url}/v1/topics/figures`))],
    ['figures of a county', await times(Array.from({ length: 40 }, () => `${server.url}/v1/topics/figures?agency=${agencyOf('county')}`))],
  ] as const;

  progress('posts without a challenge');
  const count = async () => (await timedGet(list({ limit: '1' }))).json<TopicPage>().items[0]?.no;
  const before = await count();
  const post = () => timed(`${server.url}/v1/topics`, {
    expected: 403, headers: { 'idempotency-key': randomUUID() },
    body: { agencyId: 'qinghe-water', purpose: 'ask', title: '广告', text: '广告'.repeat(300), channel: 'web', token: '0123456789ABCDEFGHJKMNPQRS', challenge: Buffer.from('{"challenge":{"parameters":{},"signature":"00"},"solution":{"counter":1,"derivedKey":"00"}}').toString('base64') },
  });
  const started = performance.now();
  const refused: number[] = [];
  for (let n = 0; n < posts; n += 1) refused.push((await post()).ms);
  const seconds = (performance.now() - started) / 1000;
  const added = (await count()) === before ? 0 : Number.NaN;

  console.log(conditions({
    title: `A board of ${rows.toLocaleString('en')} topics over HTTP (SQLite)`,
    with: { Topics: rows, Disclosures: disclosures, Runs: `${queries} questions a class after ${queries} others to warm up, one at a time, gzip, 20 rows a page; caches of the system warm`, Seed: SEED },
  }));
  console.log('Goals: lists p95 ≤ 20 ms, search p95 ≤ 60 ms, similar while typing p95 ≤ 50 ms.\n');
  console.log(table(['list', ...LATENCY_HEAD], [...lists, ['all of them', ...latency(everyList)], ['later half of 60 pages of 100, most supported', ...latency(deep)]]));
  console.log(table(['search', ...LATENCY_HEAD], [...searches, ['all of them', ...latency(everySearch)]]));
  console.log(table(['similar topics and disclosures', ...LATENCY_HEAD], [['while typing, at each pause', ...latency(similar)], ['of a whole text', ...latency(whole)]]));
  console.log(table(['others', ...LATENCY_HEAD], others.map(([name, samples]) => [name, ...latency(samples)])));
  console.log(table(['posts without a solved challenge', 'took', 'p95 ms', 'topics added'], [[posts, `${seconds.toFixed(1)} s`, ms(quantile(refused, 0.95)), added]]));
} finally {
  await server.stop();
}
