import { KIOSK_STATES } from '@sunlit/contract';
import type { FastifyInstance } from 'fastify';
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { latestChange } from './changes/list.ts';
import type { Database } from './database/database.ts';
import { countKiosks } from './kiosks/kiosks.ts';

/** `/metrics` for Prometheus: how long answers take by route and status, the newest change, the process. */
export function serveMetrics(app: FastifyInstance, database: Database): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request’s arrival to the end of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
    registers: [registry],
  });
  new Gauge({
    name: 'sunlit_latest_change',
    help: 'The newest sequence number of the public change feed; absent when the database does not answer.',
    registers: [registry],
    async collect() {
      try {
        this.set(await latestChange(database));
      } catch (error) {
        app.log.error(error, 'metrics could not read the database');
        this.reset();
      }
    },
  });
  new Gauge({
    name: 'sunlit_kiosks',
    help: 'Kiosks by how they are: ok, amber, red, never (not heard of yet), revoked.',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      this.reset();
      try {
        const counts = await countKiosks(database);
        for (const state of KIOSK_STATES) this.set({ state }, counts.get(state) ?? 0);
      } catch (error) {
        app.log.error(error, 'metrics could not read the database');
      }
    },
  });
  app.addHook('onResponse', (request, reply, done) => {
    duration.observe({ method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode }, reply.elapsedTime / 1000);
    done();
  });
  app.get('/metrics', async (_request, reply) => {
    reply.header('content-type', registry.contentType).header('cache-control', 'no-store');
    return registry.metrics();
  });
}
