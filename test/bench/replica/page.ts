import { ReplicaPlaces } from '../../../packages/client/src/replica-places.ts';
import { ReplicaTopics } from '../../../packages/client/src/replica-topics.ts';
import { createReplica, type Replica, type ReplicaStatus } from '../../../packages/client/src/replica.ts';

/* What the benchmark of the replica asks in its page. */

let replica: Replica;

const until = (met: (status: ReplicaStatus) => boolean) => new Promise<void>((resolve) => {
  const stop = replica.watch((status) => {
    if (!met(status)) return;
    setTimeout(() => stop());
    resolve();
  });
});

/** Starts it and looks for something as soon as that is possible. */
export async function started(baseUrl: string, inWorker: boolean): Promise<{ readonly clock: number; readonly rows: number }> {
  const began = performance.now();
  replica = createReplica({ baseUrl, ...(inWorker && { worker: () => new Worker('/bench/replica-worker.js', { type: 'module' }) }) });
  await replica.start();
  await until(({ state }) => state === 'ready');
  await replica.search('采砂', { limit: 20 });
  return { clock: performance.now() - began, rows: replica.status().rows };
}

export async function searched(q: string): Promise<number> {
  const asked = performance.now();
  await replica.search(q).catch(() => undefined);
  return performance.now() - asked;
}

/** When what starts are quick by has been written, and what it takes the place of is gone. */
export async function packed(): Promise<void> {
  for (let before = -1; ; ) {
    const [name = ''] = (await indexedDB.databases()).flatMap((one) => (one.name?.startsWith('sunlit replica') ? [one.name] : []));
    const keys = await new Promise<IDBValidKey[]>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onerror = () => reject(new Error('no database'));
      opening.onsuccess = () => {
        const asked = opening.result.transaction('answers').objectStore('answers').getAllKeys();
        asked.onsuccess = () => (opening.result.close(), resolve(asked.result));
      };
    });
    if (keys.includes('head') && keys.some((key) => String(key).startsWith('pack ')) && keys.length === before) return;
    before = keys.length;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

export async function stopped(): Promise<void> {
  await replica.stop();
}

/** From the first question about changes until all of them are shown. */
export async function followed(baseUrl: string, rows: number): Promise<number> {
  let began = 0;
  const counted: typeof fetch = (input, init) => {
    began ||= performance.now();
    return fetch(input, init);
  };
  replica = createReplica({ baseUrl, fetch: counted });
  await replica.start();
  await until((status) => status.rows === rows);
  const took = performance.now() - began;
  await replica.stop();
  return took;
}

export function similar(asked: readonly { readonly title: string; readonly text: string }[], typed: readonly string[]): number[] {
  const places = new ReplicaPlaces([{ kind: 'agencies', items: [] }], undefined);
  const topics = new ReplicaTopics(places);
  const board = { id: 'board', name: '村' };
  asked.forEach(({ title, text }, n) => topics.put({
    summary: { id: `01JQ8ZK4T5V6W7X8Y9Z0${String(n).padStart(6, '0')}`, no: `20260309-${String(n).padStart(4, '0')}`, board, purpose: 'disclose', title, phase: 'open', supports: { total: 1, web: 1, kiosk: 0, paper: 0, counter: 0, hotline: 0 }, submittedOn: '2026-03-09', version: 1, updatedAt: '2026-03-09T00:00:00.000Z' },
    order: n, text, answers: '', disclosures: [], pinyin: { full: '', initials: '' },
  }));
  return typed.map((text) => {
    const began = performance.now();
    topics.similar(text, 'board');
    return performance.now() - began;
  });
}
