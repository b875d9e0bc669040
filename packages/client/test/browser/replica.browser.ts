import { expect } from '@open-wc/testing';
import { createReader } from '../../src/reader.ts';
import { createReplica, replicaFetch, type Replica, type ReplicaOptions, type ReplicaStatus } from '../../src/replica.ts';
import { SERVER_TIME, TITLES, idOf, snapshotApi, type Fault, type SnapshotApi } from './snapshot-api.ts';

/* The replica in a real browser: IndexedDB, a worker, tabs, and everything that goes wrong with them. */

const opened: Replica[] = [];
function replicaOf(api: SnapshotApi, more: Partial<ReplicaOptions> = {}): Replica {
  const replica = createReplica({ baseUrl: api.baseUrl, interval: 20, fetch: api.fetch, ...more });
  opened.push(replica);
  return replica;
}

function until(replica: Replica, met: (status: ReplicaStatus) => boolean): Promise<ReplicaStatus> {
  return new Promise((resolve) => {
    const stop = replica.watch((status) => {
      if (!met(status)) return;
      setTimeout(() => stop());
      resolve(status);
    });
  });
}
const isReady = ({ state }: ReplicaStatus) => state === 'ready';
const titles = async (replica: Replica, q: string) => (await replica.search(q)).items.map(({ title }) => title);

async function copied(api: SnapshotApi): Promise<void> {
  const replica = replicaOf(api);
  await replica.start();
  await until(replica, (status) => isReady(status) && status.problem === undefined && status.kept);
  await replica.stop();
}

/** As it is found after damage: gone, or opened without an error and empty. */
function database(api: SnapshotApi, harm: 'deleted' | 'emptied'): Promise<void> {
  const name = `sunlit replica ${api.baseUrl} `;
  return new Promise((resolve, reject) => {
    const asked = harm === 'deleted' ? indexedDB.deleteDatabase(name) : indexedDB.open(name);
    asked.onerror = () => reject(asked.error ?? new Error('no database'));
    asked.onsuccess = () => {
      if (harm === 'deleted') return resolve();
      const { result } = asked as IDBOpenDBRequest;
      const clearing = result.transaction('answers', 'readwrite');
      clearing.objectStore('answers').clear();
      clearing.oncomplete = () => (result.close(), resolve());
    };
  });
}

describe('replica in a browser', () => {
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((one) => one.stop()));
  });

  it('starts without a network from IndexedDB, and opens a record from there', async () => {
    const api = snapshotApi();
    await copied(api);
    api.fault = 'unreachable';
    const replica = replicaOf(api);
    await replica.start();
    expect(replica.status()).to.include({ state: 'ready', rows: 3, kept: true, rebuilt: false, asOf: SERVER_TIME });
    expect(await titles(replica, '采砂')).to.deep.equal([TITLES[0]]);
    const read = await replica.read({ path: `v1/disclosures/${idOf(1)}`, query: {} });
    expect((read?.answer as { body: string } | undefined)?.body).to.equal('# 全文');
  });

  it('does the same in a worker', async () => {
    const worker = () => new Worker(new URL('./stubbed.worker.ts', import.meta.url), { type: 'module' });
    const api = snapshotApi();
    const replica = replicaOf(api, { worker, fetch: undefined });
    await replica.start();
    await until(replica, isReady);
    expect(await titles(replica, '低保')).to.deep.equal([TITLES[1]]);
    expect((await replica.read({ path: `v1/disclosures/${idOf(2)}`, query: {} }))?.asOf).to.equal(SERVER_TIME);
    expect(await replica.list({ cursor: 'x' }).then(() => '', ({ code }: { code: unknown }) => code)).to.equal('invalid-cursor');
  });

  it('of two tabs one copies, and both show it', async () => {
    const api = snapshotApi();
    const tab = async () => {
      const frame = document.createElement('iframe');
      frame.srcdoc = `<script type="module">import { createReplica } from '${new URL('../../src/replica.ts', import.meta.url).href}'; window.createReplica = createReplica; window.frameElement.dispatchEvent(new Event('ready'));</script>`;
      const ready = new Promise((resolve) => frame.addEventListener('ready', resolve));
      document.body.append(frame);
      await ready;
      const make = (frame.contentWindow as unknown as { readonly createReplica: typeof createReplica }).createReplica;
      return { replica: make({ baseUrl: api.baseUrl, interval: 20, fetch: api.fetch }), close: () => frame.remove() };
    };
    const [first, second] = [await tab(), await tab()];
    await Promise.all([first.replica.start(), second.replica.start()]);
    await Promise.all([until(first.replica, isReady), until(second.replica, isReady)]);
    expect(api.asked.filter((path) => path === '/v1/snapshot').length).to.equal(1);
    expect(await titles(second.replica, '道路')).to.deep.equal([TITLES[2]]);
    await first.replica.stop();
    const before = api.asked.length;
    // The other follows now.
    while (api.asked.length === before) await new Promise((resolve) => setTimeout(resolve, 5));
    await second.replica.stop();
    first.close();
    second.close();
  });

  for (const harm of ['deleted', 'emptied'] as const) {
    it(`notices that its database was ${harm}, and builds it anew`, async () => {
      const api = snapshotApi();
      await copied(api);
      await database(api, harm);
      api.fault = 'unreachable';
      const replica = replicaOf(api);
      await replica.start();
      expect(replica.status()).to.include({ state: 'empty', rebuilt: true });
      api.fault = 'none';
      expect((await until(replica, isReady)).rows).to.equal(3);
    });
  }

  it('works from memory where storage is blocked or full, and says so', async () => {
    const { open } = IDBFactory.prototype;
    const { put } = IDBObjectStore.prototype;
    const blocked = () => (IDBFactory.prototype.open = () => {
      throw new DOMException('Storage is blocked', 'SecurityError');
    });
    const full = () => (IDBObjectStore.prototype.put = () => {
      throw new DOMException('There is no room', 'QuotaExceededError');
    });
    for (const harm of [blocked, full]) {
      harm();
      try {
        const replica = replicaOf(snapshotApi());
        await replica.start();
        expect(await until(replica, isReady)).to.include({ kept: false, rows: 3 });
        expect(await titles(replica, '低保')).to.deep.equal([TITLES[1]]);
        expect(await replica.read({ path: `v1/disclosures/${idOf(0)}`, query: {} })).not.to.equal(undefined);
        await replica.stop();
      } finally {
        IDBFactory.prototype.open = open;
        IDBObjectStore.prototype.put = put;
      }
    }
  });

  it('tells its age by the clock of the server, whatever the clock of the device says', async () => {
    const { now } = Date;
    try {
      for (const year of [1970, 2099]) {
        Date.now = () => Date.UTC(year, 0, 1);
        const api = snapshotApi();
        await copied(api);
        api.fault = 'unreachable';
        const replica = replicaOf(api);
        await replica.start();
        expect(replica.status()).to.include({ state: 'ready', asOf: SERVER_TIME });
        expect((await replica.read({ path: 'v1/disclosures', query: {} }))?.asOf).to.equal(SERVER_TIME);
        await replica.stop();
      }
    } finally {
      Date.now = now;
    }
  });

  it('copies over a line that comes and goes, and waits as long as the server asks', async () => {
    const api = snapshotApi();
    api.flapping = true;
    const replica = replicaOf(api);
    await replica.start();
    expect((await until(replica, isReady)).rows).to.equal(3);
    await replica.stop();
    const busy = snapshotApi();
    busy.fault = 'too many';
    const waiting = replicaOf(busy);
    await waiting.start();
    await until(waiting, ({ problem }) => problem === 'too-many-requests');
    const other = snapshotApi();
    await replicaOf(other).start();
    // As long as another takes for many looks.
    while (other.asked.length < 20) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(busy.asked.length).to.equal(1);
  });

  it('answers what widgets ask where the network gives nothing; what the API refuses is passed on', async () => {
    const api = snapshotApi();
    const replica = replicaOf(api);
    await replica.start();
    await until(replica, isReady);
    await replica.stop();
    const stored = replicaOf(api, { interval: 1_000_000 });
    await stored.start();
    for (const fault of ['unreachable', 'captive portal', 'half an answer', 'failing'] satisfies Fault[]) {
      api.fault = fault;
      const reader = createReader({ baseUrl: api.baseUrl, retry: 0, cache: false, fetch: replicaFetch(stored, { fetch: api.fetch }) });
      let asOf = '';
      const { items } = await reader.disclosures.list({ q: '采砂' }, { onSource: (source) => (asOf = source.from === 'cache' ? source.storedAt : '') });
      expect([items.map(({ title }) => title), asOf], fault).to.deep.equal([[TITLES[0]], SERVER_TIME]);
      expect((await reader.disclosures.get(idOf(0))).title, fault).to.equal(TITLES[0]);
      expect((await reader.agencies.get('liuhe-tuanjie')).disclosures, fault).to.equal(3);
    }
    api.fault = 'too many';
    const reader = createReader({ baseUrl: api.baseUrl, retry: 0, cache: false, fetch: replicaFetch(stored, { fetch: api.fetch }) });
    const refused = await reader.disclosures.list({ q: '采砂' }).then(() => undefined, (error: { code: unknown; retryAfter: unknown }) => [error.code, error.retryAfter]);
    expect(refused).to.deep.equal(['too-many-requests', 600]);
    api.fault = 'unreachable';
    const unknown = await reader.disclosures.get('01JQ8ZK4T5V6W7X8Y9Z0ABCDEZ').then(() => undefined, ({ code }: { code: unknown }) => code);
    expect(unknown).to.equal('network');
    // A line that does not answer at all.
    const mute: typeof fetch = (input, init) => new Promise((_, reject) => {
      const { signal } = new Request(input, init);
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    });
    const patient = replicaFetch(stored, { fetch: mute, patience: 20 });
    const answer = await patient(`${api.baseUrl}v1/disclosures?kind=notice`);
    expect([answer.status, answer.headers.get('sunlit-as-of')]).to.deep.equal([200, SERVER_TIME]);
  });
});
