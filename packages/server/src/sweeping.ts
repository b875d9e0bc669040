import { Cron } from 'croner';
import type { FastifyBaseLogger } from 'fastify';
import type { Database } from './database/database.ts';
import { sweep } from './drafts/sweep.ts';
import { openRequestStore } from './requests/store.ts';
import { sweepRequests } from './requests/sweep.ts';
import type { Settings } from './settings.ts';
import { sweepSnapshots } from './snapshot/snapshots.ts';

/** Sweeps drafts and requests now and every minute until stopped; `stop` waits for the one that is running. */
export function startSweeping(database: Database, settings: Pick<Settings, 'dataDirectory' | 'dataKeys' | 'secret'>, log: Pick<FastifyBaseLogger, 'error'>): { stop(): Promise<void> } {
  // An error of the database may quote what a person wrote.
  const named = (error: unknown) => (error instanceof Error ? `${error.name} ${String((error as { code?: unknown }).code ?? '')}`.trim() : 'unknown');
  const failed = (item: object, error: unknown) => log.error({ ...item, failure: named(error) }, 'sweep');
  const told = (error: unknown) => failed({}, error);
  const requests = openRequestStore(database, settings);
  let running = Promise.resolve();
  const run = () => (running = sweep({ database, dataDirectory: settings.dataDirectory }, failed).catch(told).then(() => sweepRequests(requests, failed)).catch(told)
    .then(() => sweepSnapshots({ database, dataDirectory: settings.dataDirectory })).catch(told));
  const minutely = new Cron('* * * * *', { protect: true }, run);
  void minutely.trigger();
  return {
    async stop() {
      minutely.stop();
      await running;
    },
  };
}
