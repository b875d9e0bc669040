import { parentPort, workerData } from 'node:worker_threads';
import { createOutbox, type SubmissionBody } from '@sunlit/client/outbox';
import { boxStorage } from '../../packages/kiosk/src/box/storage.ts';

/* A page's outbox in a thread of its own for `kiosk.test.ts`, which ends it in the middle of what it does. */

export type OutboxCall = { readonly n: number } & ({ readonly do: 'submit'; readonly body: object } | { readonly do: 'hurry' | 'list' } | { readonly do: 'remove'; readonly id: string });

const url = workerData as string;
// As a page of the box asks: by paths, and from its own origin.
const page: typeof fetch = (input, init) => fetch(typeof input === 'string' && input.startsWith('/') ? url + input : input, { ...init, headers: { ...(init?.headers as Record<string, string>), origin: url } });
const outbox = createOutbox({ baseUrl: url, device: 'own', storage: boxStorage(page) });
outbox.start();

parentPort?.on('message', async (call: OutboxCall) => {
  const answer = await perform(call).catch((error: unknown) => ({ error: String(error) }));
  parentPort?.postMessage({ n: call.n, answer });
});

async function perform(call: OutboxCall): Promise<unknown> {
  if (call.do === 'submit') return (await outbox.add({ operation: 'requests.submit', body: call.body as SubmissionBody<'requests.submit'> })).id;
  if (call.do === 'remove') return outbox.remove(call.id);
  const all = await outbox.list();
  if (call.do === 'list') return all;
  for (const { id, state } of all) if (state === 'waiting' || state === 'refused') await outbox.retry(id);
  return undefined;
}
