import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DisclosurePage, DisclosureQuery, Snapshot } from '@sunlit/contract';
import { createReplica, memoryStorage, type KeyValueStorage, type Replica, type ReplicaStatus } from '../../../client/src/replica.ts';
import { saveAgencies, saveCategories } from '../agencies/tree.ts';
import { amend, publish, publishMany, withdraw } from '../disclosures/publication.ts';
import { CATEGORIES, CITY, content, listening, onEachEngine, type Server } from '../fixture.ts';
import { boards } from '../topics/fixture.ts';

const TITLES = ['河道采砂', '河道采砂管理办法', '中华人民共和国河道管理条例', '关于低保的通知', '最低生活保障办事指南', '２０２６年ＰＰＰ項目資訊', '农村道路养护计划', '犬只管理规定', '政府信息公开指南', '水、土保持方案', 'A3 图纸目录', '采砂许可结果公示'];
const AGENCIES = ['qinghe-water', 'qinghe-tax', 'dongshan', 'dongshan-water', 'liuhe', 'liuhe-tuanjie', 'province', 'qinghe'];

/** A hundred and twenty disclosures of every agency, kind and year. */
async function city(open: Parameters<Parameters<typeof onEachEngine>[1]>[0]) {
  const database = await open();
  await saveAgencies(database, CITY);
  await saveCategories(database, CATEGORIES);
  await publishMany(database, Array.from({ length: 120 }, (_, n) => ({
    content: content({
      title: `${TITLES[n % TITLES.length] ?? ''}${n < 12 ? '' : `（第${n}号）`}`, kind: (['notice', 'normative', 'report'] as const)[n % 3]!, agencyId: AGENCIES[n % AGENCIES.length]!,
      body: n % 2 === 0 ? '# 河道\n\n涉及**采砂**与低保资金的说明。' : '水土保持与道路。', summary: n % 5 === 0 ? '采砂许可摘要' : '摘要',
      categoryId: n % 8 === 0 ? 'qinghe-water.sand.results' : n % 4 === 0 ? 'A20_05' : 'A20_15', ...(n % 7 === 0 ? { docNo: `清水〔2026〕${n}号` } : {}),
    }),
    publishedOn: `${2023 + (n % 4)}-0${1 + (n % 9)}-1${n % 10}`,
  })));
  return { database, server: await listening(database) };
}

/** The same questions to both, whole listings page by page. */
const QUESTIONS: DisclosureQuery[] = [
  {}, { limit: 7 }, { sort: 'agency' }, { kind: 'notice' }, { agency: 'dongshan' }, { agency: 'dongshan', scope: 'only' }, { agency: 'qinghe', category: 'A20_05' }, { category: 'qinghe-water.sand' },
  { year: 2025, kind: 'report' }, { validity: 'in-force' }, { openTerm: 'long-term' }, { from: '2024-03-01', to: '2025-08-31' },
  ...['采砂', '河道采砂', '河道', '砂', '低保', 'dibao', 'hdcs', 'hedao', '项目', '項目', 'ppp', '2026', '采砂 河道', '低保 采砂', '水土', '土', '水土保持 道路', '号', 'a3', '第13号', '清水〔2026〕', '采砂许可 摘要', '公示', '管理规定 犬'].map((q) => ({ q })),
  { q: '采砂', sort: 'newest' }, { q: '采砂', sort: 'agency' }, { q: '采砂', kind: 'notice', year: 2024 }, { q: '河道', agency: 'dongshan' }, { q: 'hd', limit: 5 }, { q: '低保', limit: 3 },
  // Nothing, and what is proposed instead.
  ...['狗', '政府信息工开', '如何申请低保证明', '不存在的词语', '道路养护规划方案', 'xyz'].map((q) => ({ q })), { q: '河道采砂', kind: 'report', year: 2030 },
  { facets: true }, { q: '采砂', facets: true }, { agency: 'qinghe', facets: true, kind: 'notice' }, { q: '河道', agency: 'dongshan', facets: true, category: 'A20_15' }, { year: 2024, facets: true }, { agency: 'qinghe', scope: 'only', facets: true },
];

async function whole(ask: (query: DisclosureQuery) => Promise<DisclosurePage>, query: DisclosureQuery) {
  const first = await ask(query);
  const items = [...first.items];
  for (let { next } = first; next !== undefined; ) {
    const page: DisclosurePage = await ask({ ...query, cursor: next });
    items.push(...page.items);
    next = page.next;
  }
  return { ...first, items, next: undefined };
}

function fromServer(server: Server) {
  return (query: DisclosureQuery) => server.json<DisclosurePage>(`/v1/disclosures?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString()}`);
}

async function same(server: Server, replica: Replica, questions = QUESTIONS, narrowed: DisclosureQuery = {}) {
  for (const query of questions) {
    const [here, there] = [await whole((one) => replica.list(one), query), await whole(fromServer(server), { ...narrowed, ...query })];
    assert.deepEqual(here, there, JSON.stringify(query));
  }
}

/** Questions by path, and by body where they are sent by POST, both answered alike. */
type Asked = readonly [path: string, query?: Readonly<Record<string, string>>, body?: object];

async function alike(server: Server, replica: Replica, questions: readonly Asked[]) {
  for (const [path, query = {}, body] of questions) {
    const response = await fetch(`${server.url}/${path}?${new URLSearchParams(query).toString()}`, body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    assert.equal(response.status, 200, path);
    const { next: _, ...there } = (await response.json()) as { next?: string };
    const { next: __, ...here } = ((await replica.read({ path, query, ...(body && { body }) }))?.answer ?? {}) as { next?: string };
    assert.deepEqual(here, there, JSON.stringify([path, query, body]));
  }
}

const ROUND = { id: '01JRXND0000000000000000001', title: '第一轮', opens_on: '2020-01-01', closes_on: '2099-01-01', answer_on: '2099-01-15', answer_workdays: 10, created_at: '2020-01-01T00:00:00.000Z', version: 1 };
const WISHES = ['清河河道采砂许可', '河道采砂许可结果', '村集体鱼塘发包合同', '低保名单', '低保申请办法', '农村道路养护', '养护计划', '污水处理厂', '学校招生范围', '２０２６年預算', '河道清淤', '采砂'];

/** The same with boards: topics in every state, a round, two that were merged. */
async function board(open: Parameters<Parameters<typeof onEachEngine>[1]>[0]) {
  const database = await open();
  const at = await boards(database);
  const published: { readonly id: string }[] = [];
  for (const [n, title] of TITLES.entries()) published.push(await publish(database, { content: content({ title, agencyId: AGENCIES[n % AGENCIES.length]! }), publishedOn: `2026-01-${10 + n}` }));
  await at.configure('liuhe-tuanjie', { open: true });
  const topics: string[] = [];
  for (const [n, title] of WISHES.entries()) {
    const agencyId = ['qinghe-water', 'liuhe-tuanjie', 'dongshan'][n % 3]!;
    const { id } = await at.open({ agencyId, title, text: n % 2 === 0 ? `想看到${title}的全部内容` : undefined, ...(n % 4 === 0 ? { place: '团结村' } : {}), ...(n % 5 === 0 ? { categoryId: 'A20_05' } : {}), purpose: n % 3 === 2 ? 'ask' : 'disclose' });
    for (let more = 0; more < n % 4; more += 1) await at.support(id);
    topics.push(id);
  }
  await at.take(topics[6]!, { type: 'merge', into: topics[0]! });
  await at.answer(topics[3]!, { text: '名单见公示栏，另有**补充**', disclosures: [] });
  const { no } = await database.read.selectFrom('agency').select('no').where('id', '=', 'qinghe-water').executeTakeFirstOrThrow();
  await database.write.insertInto('round').values({ ...ROUND, agency_no: no, intro: null, report: null, reported_on: null }).execute();
  await at.submit({ title: '没有人读过的', agencyId: 'qinghe-water' });
  return { ...at, database, topics, published };
}

const WORDS = ['采砂', '河道', '低保', 'dibao', 'hdcs', '养护', '名单', '补充', '团结村', '2026', '水厂 污水', '没有人读过', '想看到'];
const topicQuestions = (topics: readonly string[]): Asked[] => [
  ...(['newest', 'supports', 'answered', 'due'] as const).flatMap((sort): Asked[] => [['v1/topics', { sort }], ['v1/topics', { sort, limit: '5' }], ['v1/topics', { sort, q: '河道' }], ['v1/topics', { sort, agency: 'qinghe' }]]),
  ...['open', 'answered', 'declined', 'merged', 'all'].map((state): Asked => ['v1/topics', { state }]),
  ...([{ agency: 'dongshan' }, { agency: 'dongshan', own: 'true' }, { purpose: 'ask' }, { category: 'A20_05' }, { place: '团结村' }, { late: 'true' }, { late: 'false' }, { round: ROUND.id }, { agency: 'liuhe', state: 'open', sort: 'supports' }] as Record<string, string>[]).map((query): Asked => ['v1/topics', query]),
  ...WORDS.map((q): Asked => ['v1/topics', { q }]),
  ...topics.map((id): Asked => [`v1/topics/${id}`]),
  ...['河道采砂许可', '低保', '我想看低保名单', '养护', '鱼塘承包', '学校', 'x', '污水处理厂什么时候建', '采砂许可发给了谁'].flatMap((text): Asked[] => ['qinghe-water', 'liuhe-tuanjie'].map((agencyId) => ['v1/topics/similar', {}, { agencyId, text }])),
  ...CITY.flatMap(({ id }): Asked[] => [[`v1/agencies/${id}/board`], [`v1/agencies/${id}/request-form`], ['v1/rounds', { agency: id }], ['v1/topics/figures', { agency: id }]]),
  [`v1/rounds/${ROUND.id}`],
];

const ready = (replica: Replica, met: (status: ReplicaStatus) => boolean = ({ state, problem }) => state === 'ready' && problem === undefined) => new Promise<ReplicaStatus>((resolve) => {
  const stop = replica.watch((status) => {
    if (!met(status)) return;
    setImmediate(() => stop());
    resolve(status);
  });
});

const opened: Replica[] = [];
function replicaOf(server: Server, more: Partial<Parameters<typeof createReplica>[0]> = {}): Replica {
  const replica = createReplica({ baseUrl: server.url, interval: 50, storage: memoryStorage(), ...more });
  opened.push(replica);
  return replica;
}
test.afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.stop()));
});

onEachEngine('a replica', (open) => {
  test('answers every question as the server does: rows, order, tiers, marks, counts, facets, proposals', async () => {
    const { server } = await city(open);
    const replica = replicaOf(server);
    await replica.start();
    const { rows, kept, asOf } = await ready(replica);
    assert.deepEqual([rows, kept, typeof asOf], [120, true, 'string']);
    await same(server, replica);
    for (const query of [{ q: '。。' }, { agency: 'nowhere' }, { category: 'nothing' }, { sort: 'relevance' }] as DisclosureQuery[]) await assert.rejects(replica.list(query), { code: 'invalid-input' }, JSON.stringify(query));
    await assert.rejects(replica.list({ cursor: 'x' }), { code: 'invalid-cursor' });
  });

  test('has every record, the agencies, the categories and the suggestions as the server answers them', async () => {
    const { server } = await city(open);
    const replica = replicaOf(server);
    await replica.start();
    await ready(replica);
    const { items } = await whole(fromServer(server), { limit: 100 });
    await alike(server, replica, [
      ...items.map(({ id }): Asked => [`v1/disclosures/${id}`]),
      ...CITY.flatMap(({ id }): Asked[] => [[`v1/agencies/${id}`], ['v1/agencies', { parent: id }], ['v1/categories', { agency: id }]]),
      ['v1/agencies'], ['v1/agencies', { parent: 'qinghe', limit: '1' }], ['v1/categories'],
      ...['采', '河道', '采砂', 'cs', 'hedao', '水利', 'slj', '清河', '低保', '犬', '2026', '河道 管理', '。', 'x', '团结'].flatMap((q): Asked[] => [['v1/suggest', { q }], ['v1/suggest', { q, limit: '3' }], ['v1/suggest', { q, agency: 'dongshan' }]]),
    ]);
    assert.equal(await replica.read({ path: 'v1/disclosures/01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', query: {} }), undefined);
    assert.equal(await replica.read({ path: 'v1/calendar', query: {} }), undefined);
  });

  test('has the boards as the server answers them, and follows them', async () => {
    const { server, database, topics, open: write, support, answer, published } = await board(open);
    const replica = replicaOf(server);
    await replica.start();
    await ready(replica);
    await alike(server, replica, topicQuestions(topics));
    const before = replica.status().asOf ?? '';
    const { id: added } = await write({ agencyId: 'dongshan', title: '新的点题' });
    await support(topics[4]!);
    await answer(topics[9]!, { text: '养护计划已公开', disclosures: [published[2]!.id] });
    const follower = await publish(database, { content: content({ title: '解读', links: [{ type: 'clarifies', id: published[4]!.id }] }), publishedOn: '2026-12-01' });
    await ready(replica, ({ asOf }) => asOf !== undefined && asOf > before);
    for (;;) {
      const answers = await Promise.all([`v1/topics/${added}`, `v1/disclosures/${follower.id}`].map((path) => replica.read({ path, query: {} })));
      const answered = (await replica.read({ path: `v1/topics/${topics[9]!}`, query: {} }))?.answer as { phase?: string } | undefined;
      if (answers.every((one) => one !== undefined) && answered?.phase === 'published') break;
      await new Promise(setImmediate);
    }
    await alike(server, replica, [...topicQuestions([...topics, added]), ['v1/topics', { disclosure: published[2]!.id }], [`v1/disclosures/${published[4]!.id}`], [`v1/disclosures/${follower.id}`]]);
    const kept = replicaOf(server, { agency: 'liuhe-tuanjie' });
    await kept.start();
    await ready(kept);
    const { items } = (await kept.read({ path: 'v1/topics', query: { limit: '100' } }))?.answer as { items: { board: { id: string } }[] };
    assert.deepEqual([...new Set(items.map(({ board: { id } }) => id))].sort(), ['dongshan', 'liuhe-tuanjie']);
  });

  test('follows what changes: new, amended, withdrawn', async () => {
    const { server, database } = await city(open);
    const replica = replicaOf(server);
    await replica.start();
    await ready(replica);
    const { items: [first, second] } = await replica.list({ limit: 2 });
    const before = replica.status().asOf ?? '';
    await publish(database, { content: content({ title: '新的河道采砂公告', agencyId: 'liuhe' }), publishedOn: '2026-12-01' });
    await amend(database, first!.id, { content: content({ title: '改过的题目', agencyId: first!.agency.id, kind: first!.kind as 'notice', categoryId: first!.categoryId }), reason: '更正', on: '2026-12-02' });
    await withdraw(database, second!.id, { ground: '重复公开', decidedBy: '局长办公会', on: '2026-12-03' });
    const { latest } = await server.json<{ latest: number }>('/v1/changes?limit=1');
    assert.equal(latest, 123);
    await ready(replica, ({ asOf }) => asOf !== undefined && asOf > before);
    for (;;) {
      const { items } = await replica.list({ limit: 100 });
      if (items.some(({ title }) => title === '改过的题目') && items.some(({ title }) => title === '新的河道采砂公告') && !items.some(({ id }) => id === second!.id)) break;
      await new Promise(setImmediate);
    }
    await same(server, replica, QUESTIONS.slice(0, 24));
  });

  test('asks once for all that changed, with less where the line breaks off; what named something that is gone does not any more', async () => {
    const { server, database } = await city(open);
    const asked: string[] = [];
    let isWeak = false;
    const weak: typeof fetch = (input, init) => {
      const { pathname, searchParams } = new URL(String(input));
      if (pathname !== '/v1/snapshot/changes') return fetch(input, init);
      asked.push(searchParams.get('limit') ?? '');
      return isWeak && Number(searchParams.get('limit')) > 100 ? Promise.reject(new TypeError('fetch failed')) : fetch(input, init);
    };
    const storage = memoryStorage();
    const one = replicaOf(server, { storage, fetch: weak });
    await one.start();
    await ready(one);
    const { items: [named] } = await one.list({ limit: 1 });
    await one.stop();
    const follower = await publish(database, { content: content({ title: '解读', links: [{ type: 'clarifies', id: named!.id }] }), publishedOn: '2026-12-01' });
    await publishMany(database, Array.from({ length: 129 }, (_, n) => ({ content: content({ title: `新的第${n}号` }), publishedOn: '2026-12-01' })));
    asked.length = 0;
    isWeak = true;
    const again = replicaOf(server, { storage, fetch: weak });
    await again.start();
    await ready(again, ({ rows }) => rows === 250);
    assert.deepEqual(asked.slice(0, 4), ['1000', '250', '62', '1000']);
    await alike(server, again, [[`v1/disclosures/${named!.id}`], [`v1/disclosures/${follower.id}`]]);
    await withdraw(database, follower.id, { ground: '重复公开', decidedBy: '局长办公会', on: '2026-12-03' });
    await ready(again, ({ rows }) => rows === 249);
    await alike(server, again, [[`v1/disclosures/${named!.id}`]]);
    assert.equal(await again.read({ path: `v1/disclosures/${follower.id}`, query: {} }), undefined);
    const { items, gone, seq, latest } = await server.json<{ items: unknown[]; gone: string[]; seq: number; latest: number }>('/v1/snapshot/changes?after=120&limit=131');
    assert.deepEqual([items.length, gone, seq, latest], [130, [follower.id], 251, 251]);
    const part = await server.json<{ items: unknown[]; seq: number }>('/v1/snapshot/changes?after=100&limit=20&agency=liuhe');
    assert.ok(part.items.length > 0 && part.items.length < 20);
    await same(server, again, QUESTIONS.slice(0, 12));
  });

  test('of one agency holds it with all below, and what those above it published themselves', async () => {
    const { server } = await city(open);
    const replica = replicaOf(server, { agency: 'liuhe' });
    await replica.start();
    await ready(replica);
    const { items } = await whole((query) => replica.list(query), { limit: 100 });
    const counted = new Set(items.map(({ agency }) => agency.id));
    assert.deepEqual([...counted].sort(), ['dongshan', 'liuhe', 'liuhe-tuanjie', 'qinghe']);
    await same(server, replica, [{ agency: 'liuhe' }, { agency: 'liuhe', q: '采砂' }, { agency: 'dongshan', scope: 'only' }, { agency: 'liuhe', facets: true }]);
    assert.equal((await fetch(`${server.url}/v1/snapshot?agency=nowhere`)).status, 400);
  });

  test('starts without a network from what is kept; a lost or damaged part is noticed and everything copied anew', async () => {
    const { server } = await city(open);
    const kept = new Map<string, unknown>();
    const storage: KeyValueStorage = { get: async (key) => structuredClone(kept.get(key)), set: async (key, value) => void kept.set(key, structuredClone(value)), del: async (key) => void kept.delete(key), keys: async () => [...kept.keys()] };
    const first = replicaOf(server, { storage });
    await first.start();
    await ready(first);
    await first.stop();
    const offline: typeof fetch = () => Promise.reject(new TypeError('fetch failed'));
    const second = replicaOf(server, { storage, fetch: offline });
    await second.start();
    assert.deepEqual([second.status().state, second.status().rows], ['ready', 120], 'as soon as it is started');
    await same(server, second, QUESTIONS.slice(0, 40));
    assert.equal((await ready(second, ({ problem }) => problem !== undefined)).problem, 'network');
    await second.stop();

    // The rows lie in the pack alone. Once it is damaged they are copied anew, and before that a whole one gives the parts that are asked for.
    const packed = [...kept.keys()].find((key) => key.startsWith('pack '))!;
    const pack = kept.get(packed) as { readonly pack: { readonly columns: Uint16Array } };
    const head = kept.get('head') as object;
    kept.delete('head');
    let parts = 0;
    const watching: typeof fetch = (input, init) => (String(input).includes('/parts/') && (parts += 1), fetch(input, init));
    const again = replicaOf(server, { storage, fetch: watching });
    await again.start();
    await ready(again);
    await again.stop();
    assert.deepEqual([parts, kept.has(packed), kept.has('head')], [0, true, true]);
    kept.set('head', head);
    // What is damaged in it, one bit of any piece: rows that are whole are read from it, others are missed until they are copied; nothing is found wrong, or found missing.
    const whole = new Map(kept);
    for (const name of [' keys', ' bodies 0', ' sounds', ' rows 0']) {
      const piece = [...kept.keys()].find((key) => key.startsWith('piece ') && key.endsWith(name))!;
      const bytes = new Uint8Array((kept.get(piece) as ArrayBuffer).slice());
      bytes[bytes.length >> 1]! ^= 1;
      kept.set(piece, bytes.buffer);
      const broken = replicaOf(server, { storage, fetch: offline });
      await broken.start();
      const isWhole = name === ' keys' || name === ' bodies 0';
      if (isWhole) await same(server, broken, [{ q: '采砂' }, { limit: 7 }, { q: 'hdcs' }]);
      await ready(broken, ({ rebuilt }) => rebuilt);
      assert.deepEqual([broken.status().state, broken.status().rows, broken.status().kept, kept.has(packed)], [isWhole ? 'ready' : 'empty', isWhole ? 120 : 0, true, false], name);
      if (!isWhole) await assert.rejects(broken.list({ q: '采砂' }), { code: 'unavailable' });
      await broken.stop();
      const mended = replicaOf(server, { storage, interval: 3_600_000 });
      await mended.start();
      await ready(mended);
      await same(server, mended, QUESTIONS.slice(0, 20));
      await mended.stop();
      kept.clear();
      for (const [key, value] of whole) kept.set(key, value);
    }
    // The pack itself, a number in it: it is not there.
    kept.set(packed, { ...pack, pack: { ...pack.pack, columns: pack.pack.columns.map((one) => one ^ 1) } });
    const broken = replicaOf(server, { storage, fetch: offline });
    await broken.start();
    assert.deepEqual([broken.status().state, broken.status().rebuilt], ['empty', true]);
    await broken.stop();
    kept.set(packed, pack);

    const part = [...kept.keys()].find((key) => key.startsWith('part '))!;
    const damaged = new Uint8Array(kept.get(part) as ArrayBuffer);
    damaged[damaged.length >> 1]! ^= 1;
    const third = replicaOf(server, { storage, fetch: offline });
    await third.start();
    assert.deepEqual([third.status().state, third.status().rebuilt], ['empty', true]);
    await assert.rejects(third.list(), { code: 'unavailable' });
    await third.stop();
    let asked = 0;
    const counting: typeof fetch = (input, init) => (String(input).includes('/parts/') && (asked += 1), fetch(input, init));
    const fourth = replicaOf(server, { storage, fetch: counting });
    await fourth.start();
    await ready(fourth);
    assert.equal(asked, 1, 'the parts that are whole are not asked for again');
    assert.equal((await fourth.list()).total.value, 120);
  });

  test('a pack that was not finished is not there: it starts from the parts, and is packed then', async () => {
    const { server } = await city(open);
    const storage = memoryStorage();
    let isCut = true;
    const cut: KeyValueStorage = { ...storage, set: async (key, value) => (isCut && key.startsWith('pack ') ? Promise.reject(new Error('closed')) : storage.set(key, value)) };
    const first = replicaOf(server, { storage: cut });
    await first.start();
    await ready(first);
    await first.stop();
    const packs = async () => (await storage.keys()).filter((key) => key.startsWith('pack ')).length;
    assert.equal(await packs(), 0);
    isCut = false;
    const second = replicaOf(server, { storage: cut });
    await second.start();
    assert.deepEqual([second.status().state, second.status().rows, second.status().rebuilt], ['ready', 120, false]);
    await ready(second);
    await same(server, second, QUESTIONS.slice(0, 20));
    while ((await packs()) === 0) await new Promise(setImmediate);
    await second.stop();
    const third = replicaOf(server, { storage: cut, fetch: () => Promise.reject(new TypeError('fetch failed')) });
    await third.start();
    await same(server, third, QUESTIONS.slice(0, 20));
  });

  test('what it says is here is kept: from then on it starts without a network, also where it ended while it packed', async () => {
    const { server } = await city(open);
    const storage = memoryStorage();
    const over = Promise.withResolvers<void>();
    const slow: KeyValueStorage = { ...storage, set: async (key, value) => (key.startsWith('pack ') ? over.promise : storage.set(key, value)) };
    try {
      const first = replicaOf(server, { storage: slow });
      await first.start();
      await ready(first);
      const second = replicaOf(server, { storage, fetch: () => Promise.reject(new TypeError('fetch failed')) });
      await second.start();
      assert.deepEqual([second.status().state, second.status().rows, second.status().asOf], ['ready', 120, first.status().asOf]);
      await same(server, second, QUESTIONS.slice(0, 20));
    } finally {
      over.resolve();
    }
  });

  test('without room works from memory and says so; a feed with another past is refused, and the last good copy shown', async () => {
    const { server } = await city(open);
    const full = () => Promise.reject(Object.assign(new Error('full'), { name: 'QuotaExceededError' }));
    const replica = replicaOf(server, { storage: { ...memoryStorage(), set: full } });
    await replica.start();
    const status = await ready(replica);
    assert.deepEqual([status.kept, status.rows], [false, 120]);
    await replica.stop();
    let lie = false;
    const lying: typeof fetch = async (input, init) => {
      const response = await fetch(input, init);
      if (!lie || !String(input).includes('/v1/snapshot/changes')) return response;
      return Response.json({ ...((await response.json()) as object), latest: 3 });
    };
    const deceived = replicaOf(server, { fetch: lying });
    await deceived.start();
    await ready(deceived);
    lie = true;
    assert.equal((await ready(deceived, ({ historyChanged }) => historyChanged)).state, 'ready');
    assert.equal((await deceived.list()).total.value, 120);
  });

  test('a snapshot is made once an hour, shares its parts, and forgets nobody’s agency', async () => {
    const { server } = await city(open);
    const [one, other] = await Promise.all([server.json<Snapshot>('/v1/snapshot'), server.json<Snapshot>('/v1/snapshot')]);
    assert.deepEqual(one, other);
    assert.equal(one.parts.reduce((sum, { rows, kind }) => sum + (kind === 'disclosures' ? rows : 0), 0), one.rows);
    const part = await server.get(`/v1/snapshot/parts/${one.parts[0]!.sha256}`, { 'accept-encoding': 'gzip' });
    assert.match(part.headers.get('cache-control') ?? '', /max-age=31536000/);
    assert.equal((await server.get(`/v1/snapshot/parts/${'0'.repeat(64)}`)).status, 404);
    assert.equal((await server.get('/v1/snapshot/changes?after=x')).status, 400);
    assert.equal((await server.get('/v1/snapshot/changes?after=0&agency=nowhere')).status, 400);
  });
});
