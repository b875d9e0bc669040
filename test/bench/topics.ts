import { randomUUID } from 'node:crypto';
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { TopicPage, TopicPhase, TopicPurpose } from '@sunlit/contract';
import type { TopicEvent } from '@sunlit/rules';
import { openDatabase, optimise } from '@sunlit/server';
import { monotonicFactory } from 'ulid';
import { randomNumbers } from '../../demo/generate.ts';
import { insertRows } from '../../packages/server/src/database/insert.ts';
import { writing, type Writing } from '../../packages/server/src/database/database.ts';
import type { Tables } from '../../packages/server/src/database/tables.ts';
import { searchEngine } from '../../packages/server/src/search/engine.ts';
import { timed, timedGet, times } from './http.ts';
import { BENCH, SEED, loaded, vocabulary } from './load.ts';
import { LATENCY_HEAD, conditions, latency, ms, quantile, table } from './report.ts';
import { serveApi } from './serving.ts';
import { searchTerms, type TermClass } from './terms.ts';

/*
 * What a board answers over real HTTP that holds many topics: lists by every order and filter, search, what is like what is being typed,
 * and how much posts cost that pay for nothing. `--data` names a directory that an earlier run has filled and left. Topics are put down as rows, since a hundred thousand officers' steps would take an hour.
 */
const { values } = parseArgs({ options: { rows: { type: 'string', default: '100000' }, disclosures: { type: 'string', default: '20000' }, queries: { type: 'string', default: '80' }, posts: { type: 'string', default: '5000' }, data: { type: 'string' } } });
const [rows, disclosures, queries, posts] = [Number(values.rows), Number(values.disclosures), Number(values.queries), Number(values.posts)];
const random = randomNumbers(SEED + 5);
const upTo = (limit: number) => Math.floor(random() * limit);
const pick = <T>(from: readonly T[]): T => from[upTo(from.length)] as T;
const progress = (text: string) => process.stderr.write(`${text}\n`);
const ulid = monotonicFactory();

const subjects = vocabulary.disclosures.flatMap(({ content }) => content.title.match(/\p{Script=Han}{4,}/gu) ?? []);
const PHRASES: readonly ((subject: string, place: string) => string)[] = [
  (subject) => `请公布${subject}的明细`, (subject, place) => `${place}${subject}什么时候公开`, (subject) => `想知道${subject}的结果`, (subject, place) => `${place}的${subject}花了多少钱`,
  (subject) => `${subject}在哪里可以查到`, (subject) => `${subject}和去年的不一样，请更正`, (subject, place) => `${subject}为什么没有${place}`,
];
const PLACES = ['东街', '西街', '柳树巷', '新村', '河沿', '学校门口', '菜市场', '三组', '五组', '老街口'] as const;
const day = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

/** How many of a hundred stand where; of those that wait, a fifth is late. */
const PHASES: readonly (readonly [TopicPhase, number])[] = [['rated', 40], ['published', 42], ['declined', 4], ['merged', 4], ['open', 3], ['assigned', 2], ['claimed', 2], ['answered', 1], ['submitted', 1], ['returned', 1]];
const phases = PHASES.flatMap(([phase, share]) => Array.from({ length: share }, () => phase));

type Event = Tables['topic_event'];

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
        const made = Array.from({ length: Math.min(5000, rows - from) }, (_, n) => makeTopic(from + n + 1, agencies, categories));
        await enter(w, made);
      });
      progress(`${Math.min(rows, from + 5000)} topics of ${rows}`);
    }
    await optimise(database, 'topics');
  } finally {
    await database.close();
  }
  return directory;
}

interface Made {
  readonly row: Tables['topic'];
  readonly events: readonly Event[];
}

function makeTopic(no: number, agencies: readonly { no: number; id: string; position: number }[], categories: readonly string[]): Made {
  const phase = pick(phases);
  const ago = Math.round(((rows - no) / rows) * 1500);
  // A few boards have most of it, as in life, and one topic of ten is another agency's matter.
  const board = agencies[Math.floor(random() ** 2 * agencies.length)] ?? agencies[0];
  const agency = random() < 0.1 ? pick(agencies) : board;
  if (board === undefined || agency === undefined) throw new Error('There is no agency.');
  const purpose: TopicPurpose = pick(['disclose', 'disclose', 'disclose', 'ask', 'correct']);
  const title = pick(PHRASES)(pick(subjects), pick(PLACES)).slice(0, 100);
  const approved = phase !== 'submitted' && phase !== 'returned';
  const waits = phase === 'open' || phase === 'assigned' || phase === 'claimed' || phase === 'answered';
  const due = waits ? { term: phase === 'open' || phase === 'assigned' ? 'claim' as const : 'answer' as const, from: day(10), due: random() < 0.2 ? day(3) : day(-7), workdays: 10, provisional: false } : undefined;
  const web = Math.floor(-Math.log(1 - random()) * 12);
  const at = new Date(Date.now() - ago * 86_400_000).toISOString();
  const row = {
    no, id: ulid(Date.parse(at)), topic_no: `${day(ago).replaceAll('-', '')}-${String(no).padStart(6, '0')}`, board_no: board.no, agency_no: agency.no, board_position: board.position, agency_position: agency.position,
    purpose, channel: 'web', title: approved ? title : null, text: approved ? `${title}。${pick(subjects)}也请一起说明。` : null, place: random() < 0.3 && approved ? pick(PLACES) : null, category_id: random() < 0.5 ? pick(categories) : null,
    disclosure_no: null, phase, outcome: phase === 'rated' || phase === 'published' ? pick(['disclosed', 'explained', 'already-public'] as const) : null, round_no: null,
    merged_into_no: null, approved: approved ? 1 : 0, key_id: null, wrapped_key: null, written: null, erased_on: ago > 300 ? day(ago - 300) : null, writer_hash: randomUUID(), handler_id: null, terms: '{"review":2,"claim":5,"answer":10}',
    submitted_at: at, submitted_on: day(ago), answered_on: phase === 'rated' || phase === 'published' ? day(Math.max(0, ago - 9)) : null, ended_on: waits || phase === 'submitted' ? null : day(Math.max(0, ago - 9)),
    due_on: due?.due ?? null, due_term: due?.term ?? null, due: due === undefined ? null : JSON.stringify(due), claims: waits ? 0 : 1, claims_in_time: waits ? 0 : 1, answers: waits ? 0 : 1, answers_in_time: waits ? 0 : upTo(2),
    reopened: 0, version: 2, updated_at: at, supports: web + 1, web: web + 1, kiosk: 0, counter: 0, paper: 0, hotline: 0,
  } satisfies Tables['topic'] | object as unknown as Tables['topic'];
  const entry = (n: number, { on, by: _, ...step }: TopicEvent): Event => ({
    topic_no: no, n, at, type: step.type, on_day: on, role: n === 1 ? 'resident' : 'system', person_id: null, person_name: null, person_post: null, step: JSON.stringify(step), public_words: null, said: null,
  });
  const by = { role: 'system' } as const;
  return { row, events: [entry(1, { type: 'submit', purpose, channel: 'web', board: board.id, on: day(ago), by }), ...(approved ? [entry(2, { type: 'approve', on: day(ago), by })] : [])] };
}

async function enter(w: Writing, made: readonly Made[]): Promise<void> {
  await insertRows(w, 'topic', made.map(({ row }) => row));
  await insertRows(w, 'topic_event', made.flatMap(({ events }) => events));
  const shown = made.filter(({ row }) => row.approved === 1);
  await searchEngine(w.engine, 'topics').add(w, shown.map(({ row }) => ({ no: Number(row.no), title: row.title ?? '', numbers: [row.topic_no], body: `${row.text ?? ''}\n${row.place ?? ''}` })));
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
