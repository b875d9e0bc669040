import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DisclosurePage, DisclosureQuery, Snapshot } from '@sunlit/contract';
import { createReplica, memoryStorage, type KeyValueStorage, type Replica, type ReplicaStatus } from '../../../client/src/replica.ts';
import { saveAgencies, saveCategories } from '../agencies/tree.ts';
import { amend, publish, publishMany, withdraw } from '../disclosures/publication.ts';
import { CATEGORIES, CITY, content, listening, onEachEngine, type Server } from '../fixture.ts';

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
    assert.equal((await ready(second, ({ problem }) => problem !== undefined)).problem, 'network');
    await second.stop();

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
      if (!lie || !String(input).includes('/v1/changes')) return response;
      const page = (await response.json()) as { items: { leaf: string }[]; latest: number };
      return Response.json({ ...page, latest: 3 });
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
    assert.equal((await server.get('/v1/snapshot/rows?ids=x')).status, 400);
  });
});
