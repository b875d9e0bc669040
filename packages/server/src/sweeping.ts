import { Cron } from 'croner';
import type { FastifyBaseLogger } from 'fastify';
import type { Database } from './database/database.ts';
import { sweep } from './drafts/sweep.ts';
import { sweepNotices } from './notices/sweep.ts';
import { sweepRatings } from './ratings/sweep.ts';
import { openRequestStore } from './requests/store.ts';
import { sweepRequests } from './requests/sweep.ts';
import type { Settings } from './settings.ts';
import { sweepSnapshots } from './snapshot/snapshots.ts';
import { sweepBreaches } from './supervision/sweep.ts';
import { sweepFollows } from './topics/follows/follow.ts';
import { missedTold } from './topics/follows/told.ts';
import { sweepTopics } from './topics/sweep.ts';

/** Sweeps drafts, requests, topics, ratings, what became late, notices, and who follows topics, now and every minute until stopped; `stop` waits for the one that is running. */
export function startSweeping(database: Database, settings: Pick<Settings, 'dataDirectory' | 'dataKeys' | 'secret'>, log: Pick<FastifyBaseLogger, 'error'>): { stop(): Promise<void> } {
  // An error of the database may quote what a person wrote.
  const named = (error: unknown) => (error instanceof Error ? `${error.name} ${String((error as { code?: unknown }).code ?? '')}`.trim() : 'unknown');
  const failed = (item: object, error: unknown) => log.error({ ...item, failure: named(error) }, 'sweep');
  const told = (error: unknown) => failed({}, error);
  const requests = openRequestStore(database, settings);
  const stopping = new AbortController();
  let running = Promise.resolve();
  const steps = [
    () => sweep({ database, dataDirectory: settings.dataDirectory }, failed, stopping.signal), () => sweepRequests(requests, failed), () => sweepTopics(requests, failed), () => sweepRatings(database), () => sweepBreaches(requests, failed),
    () => sweepNotices(database),
    () => sweepFollows(requests), () => missedTold(requests), () => sweepSnapshots(settings),
  ];
  const runAll = async () => {
    for (const step of steps) await step().catch(told);
  };
  const run = () => (running = runAll());
  const minutely = new Cron('* * * * *', { protect: true }, run);
  void minutely.trigger();
  return {
    async stop() {
      minutely.stop();
      stopping.abort();
      await running;
    },
  };
}
