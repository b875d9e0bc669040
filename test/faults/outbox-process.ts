import { createOutbox, type SubmissionBody } from '@sunlit/client/outbox';
import { boxStorage } from '../../packages/kiosk/src/box/storage.ts';

/* A page's outbox in a process of its own for `kiosk.test.ts`, which kills it in the middle of what it does. */

export type OutboxCall = { readonly n: number } & ({ readonly do: 'submit'; readonly body: object } | { readonly do: 'hurry' | 'list' } | { readonly do: 'remove'; readonly id: string });

const [, , url = ''] = process.argv;
// As a page of the box asks: by paths, and from its own origin.
const page: typeof fetch = (input, init) => fetch(typeof input === 'string' && input.startsWith('/') ? url + input : input, { ...init, headers: { ...(init?.headers as Record<string, string>), origin: url } });
const outbox = createOutbox({ baseUrl: url, device: 'own', storage: boxStorage(page) });
outbox.start();

process.on('message', async (call: OutboxCall) => {
  const answer = await perform(call).catch((error: unknown) => ({ error: String(error) }));
  process.send?.({ n: call.n, answer });
});

async function perform(call: OutboxCall): Promise<unknown> {
  if (call.do === 'submit') return (await outbox.add({ operation: 'requests.submit', body: call.body as SubmissionBody<'requests.submit'> })).id;
  if (call.do === 'remove') return outbox.remove(call.id);
  const all = await outbox.list();
  if (call.do === 'list') return all;
  for (const submission of all) if (submission.state === 'refused' || (submission.state === 'waiting' && submission.until !== undefined)) await outbox.retry(submission.id);
  return undefined;
}
