import { createOutbox, type SubmissionBody } from '@sunlit/client/outbox';
import { createReplica } from '@sunlit/client/replica';
import { boxAlive } from '../../packages/kiosk/src/box/alive.ts';
import { boxStorage } from '../../packages/kiosk/src/box/storage.ts';

/* The least page of a kiosk: it lives, shows how many disclosures it holds, and submits. For the fault runs, which want to be many. */

boxAlive({ every: 1_000 });

const shown = document.querySelector('#home') ?? document.body;
const replica = createReplica({ baseUrl: '/', agency: 'liuhe-tuanjie', interval: 2_000 });
replica.watch(({ state, rows }) => (shown.textContent = state === 'ready' ? `家 ${rows}` : state));
void replica.start();

const outbox = createOutbox({ baseUrl: '/', device: 'own', ...(location.search === '?storage=browser' ? {} : { storage: boxStorage() }) });
outbox.start();
Object.assign(globalThis, {
  /** Answers the key when what was submitted is stored: then the person is told so. */
  submit: async (body: SubmissionBody<'requests.submit'>) => (await outbox.add({ operation: 'requests.submit', body })).id,
  submissions: () => outbox.list(),
  hurry: async () => {
    for (const { id, state } of await outbox.list()) if (state === 'waiting') await outbox.retry(id);
  },
});
