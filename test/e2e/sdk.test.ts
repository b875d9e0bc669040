import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { createClient, type Change, type DisclosureSummary } from '@sunlit/client';
import { createNotices } from '@sunlit/client/notices';
import { operations } from '@sunlit/contract';
import { leafHash } from '@sunlit/log';
import { startProduct, type Product } from '../product.ts';

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());

/** A stream has no end to wait for; what a link of a letter or of a request leads to, files of answers, and a year that is closed, the tests of the server take. */
const LEFT_OUT = ['changes.stream', 'topics.stream', 'requests.paper', 'follows.page', 'follows.confirmPage', 'follows.stopPage', 'topics.attachment', 'statistics.annual'];

describe('the SDK against the running product', () => {
  let product: Product;
  before(async () => {
    product = await startProduct();
  });
  after(async () => product?.stop());

  const client = () => createClient({ baseUrl: product.url });
  const raw = async <T>(path: string): Promise<T> => (await fetch(product.url + path)).json() as Promise<T>;

  test('gives the rows that raw HTTP gives', async () => {
    const page = await client().disclosures.list({ q: '采砂', agency: 'qinghe', facets: true, limit: 15 });
    const plain = await raw<typeof page>(`/v1/disclosures?q=${encodeURIComponent('采砂')}&agency=qinghe&facets=true&limit=15`);
    assert.equal(page.items.length, 15);
    assert.deepEqual(page, plain);
    const [first] = page.items;
    assert.ok(first);
    assert.deepEqual(await client().disclosures.get(first.id), await raw(`/v1/disclosures/${first.id}`));
  });

  test('iterates every item of an agency, once each, in the order of the pages', async () => {
    const { total } = await client().disclosures.list({ agency: 'qinghe-water', limit: 1 });
    const items: DisclosureSummary[] = [];
    for await (const item of client().disclosures.list({ agency: 'qinghe-water', limit: 7 })) items.push(item);
    assert.equal(total.value, items.length);
    assert.ok(items.length > 90);
    assert.equal(new Set(items.map(({ id }) => id)).size, items.length);
    const whole = await raw<{ items: DisclosureSummary[] }>('/v1/disclosures?agency=qinghe-water&limit=100');
    assert.deepEqual(items, whole.items);
  });

  test('follows every change from the first, without a gap, and any leaf can be computed anew', async () => {
    const { latest } = await client().changes.list({ limit: 1 });
    const stop = new AbortController();
    const changes: Change[] = [];
    for await (const change of client().changes.follow({ after: 0, signal: stop.signal })) {
      changes.push(change);
      if (change.seq === latest) break;
    }
    assert.deepEqual(changes.map(({ seq }) => seq), Array.from({ length: latest }, (_, at) => at + 1));
    assert.deepEqual([...new Set(changes.map(({ type }) => type))].sort(), ['amended', 'expired', 'published', 'repealed', 'withdrawn']);
    for (const { seq, time, type, id, revision, contentHash, leaf } of changes) {
      assert.equal(leafHash({ seq, time, type, subject: id, revision, contentHash }, sha256), leaf, `leaf ${String(seq)}`);
    }
    const [one] = changes;
    assert.ok(one);
    assert.notEqual(leafHash({ ...one, subject: one.id, contentHash: '0'.repeat(64) }, sha256), one.leaf, 'another content is another leaf');
  });

  test('gives feeds that parse and hold the newest of the listing', async () => {
    const atom = await client().feeds.atom({ agency: 'qinghe-water' });
    const entries = [...atom.matchAll(/<entry>([^]*?)<\/entry>/g)].map(([, entry]) => /urn:sunlit:disclosure:(\w{26})/.exec(entry ?? '')?.[1]);
    const { items } = await client().disclosures.list({ agency: 'qinghe-water', limit: 10 });
    assert.deepEqual(entries.slice(0, 10), items.map(({ id }) => id));
    assertWellFormed(atom);
    const json = await client().feeds.json({ agency: 'qinghe-water' });
    assert.deepEqual(json.items.map(({ id }) => id.split(':').pop()), entries);
  });

  test('answers every public operation of the contract, and says what is wrong in a documented way', async () => {
    const { items } = await client().disclosures.list({ q: '行政复议案件统计', limit: 1 });
    const disclosure = await client().disclosures.get(items[0]?.id ?? '');
    assert.ok(disclosure.state !== 'withdrawn');
    const { items: [topic] } = await client().topics.list({ limit: 1 });
    const { items: [round] } = await client().rounds.list({ agency: 'qinghe-anping-shangwan' });
    const { items: [notice] } = await createNotices({ baseUrl: product.url, cache: false }).notices.list({ state: 'over', limit: 1 });
    const { parts: [part] } = await raw<{ parts: { sha256: string }[] }>('/v1/snapshot?agency=qinghe-water');
    assert.ok(topic && round && notice && part);
    const values: Record<string, Record<string, string>> = {
      'topics.get': { id: topic.id },
      'topics.board': { id: 'qinghe-water' },
      'topics.standing': { id: topic.id },
      'rounds.list': { agency: 'qinghe-water' },
      'rounds.get': { id: round.id },
      'snapshot.get': { agency: 'qinghe-water' },
      'snapshot.part': { sha256: part.sha256 },
      'snapshot.changes': { after: '0', agency: 'qinghe-water' },
      'snapshot.topics': { ids: topic.id },
      'notices.get': { id: notice.id },
      'agencies.get': { id: 'qinghe-water' },
      'requests.form': { id: 'qinghe-water' },
      'disclosures.get': { id: disclosure.id },
      'disclosures.revision': { id: disclosure.id, revision: '1' },
      'disclosures.attachment': { id: disclosure.id, name: disclosure.attachments[0]?.name ?? '' },
      'suggestions.list': { q: 'hdcs' },
      'statistics.freshness': { agency: 'qinghe-water' },
      'statistics.table': { table: 'agencies' },
      'calendar.due': { from: '2026-02-10', workdays: '20' },
    };
    for (const [id, operation] of Object.entries(operations)) {
      // What staff may do is in the matrix of the server's tests.
      if (operation.access !== 'public' || operation.method !== 'GET' || LEFT_OUT.includes(id)) continue;
      const given = values[id] ?? {};
      const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(given[name] ?? ''));
      const query = Object.fromEntries(Object.entries(given).filter(([name]) => !operation.path.includes(`{${name}}`)));
      const good = await fetch(`${product.url}${path}?${new URLSearchParams(query).toString()}`);
      assert.equal(good.status, 200, id);
      const media = id === 'statistics.table' ? 'text/csv' : 'media' in operation ? operation.media : 'application/json';
      if (id !== 'disclosures.attachment') assert.ok(good.headers.get('content-type')?.startsWith(media), `${id}: ${String(good.headers.get('content-type'))}`);
      await good.arrayBuffer();

      const wrong = await fetch(`${product.url}${path}?${new URLSearchParams({ ...query, nonsense: '1' }).toString()}`);
      if (wrong.status === 200) {
        await wrong.arrayBuffer(); // takes no parameters at all
        assert.ok(!('query' in operation), `${id} takes a parameter that it does not know`);
        continue;
      }
      assert.equal(wrong.headers.get('content-type')?.split(';')[0], 'application/problem+json', id);
      const problem = (await wrong.json()) as { type: string; status: number; requestId: string; errors: { pointer: string }[] };
      assert.deepEqual([problem.type, problem.status], ['urn:sunlit:problem:invalid-input', 400], id);
      assert.ok(problem.requestId && problem.errors.length > 0, id);
    }
  });
});

/** Tags that open are closed in order, outside of CDATA. */
function assertWellFormed(xml: string): void {
  const open: string[] = [];
  for (const [, closing, name = '', self] of xml.replace(/<!\[CDATA\[[^]*?\]\]>/g, '').replace(/<\?[^>]*\?>/g, '').matchAll(/<(\/?)([\w:]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (closing) assert.equal(open.pop(), name);
    else if (!self) open.push(name);
  }
  assert.deepEqual(open, []);
  assert.match(xml, /^<\?xml[^>]*\?>\s*<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom">/);
}
