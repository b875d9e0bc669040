import { createOutbox, type Outbox, type Submission } from '@sunlit/client/outbox';
import { createReplica, replicaFetch, type Replica } from '@sunlit/client/replica';
import { boxAlive } from '../box/alive.ts';
import { boxStorage } from '../box/storage.ts';
import type { KioskConfiguration } from '../configuration.ts';
import { ownScript } from './own-scripts.ts';

export { lexiconOf } from './lexicon.ts';

/** What the screen has while the line is down: a copy of what is published, and a box for what people send. */
export interface Offline {
  readonly replica: Replica;
  readonly outbox: Outbox;
  /** Network first, then the copy. */
  readonly fetch: typeof fetch;
}

/** `kept` is told what had to be kept: with a reference that its writer must have now, since it is stored nowhere. */
export function startOffline({ api, directory, box: onBox }: KioskConfiguration, kept: (submission: Submission) => void): Offline {
  const replica = createReplica({ baseUrl: api, agency: directory, worker: () => new Worker(ownScript('replica.worker.js'), { type: 'module' }) });
  const box = createOutbox({ baseUrl: api, device: 'shared', ...(onBox && { storage: boxStorage() }) });
  if (onBox) boxAlive();
  const outbox: Outbox = {
    ...box,
    // No words of anybody stay in memory for a list that a shared screen does not show.
    add: async ({ label: _, ...submission }) => {
      const added = await box.add(submission);
      kept(added);
      return added;
    },
  };
  const opened = replica.start();
  const held = replicaFetch(replica);
  outbox.start();
  return {
    replica,
    outbox,
    // Without a network there is nothing to answer from before the copy is open.
    fetch: async (input, init) => {
      if (!navigator.onLine) await opened;
      return held(input, init);
    },
  };
}
