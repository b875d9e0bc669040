import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operations, type OperationId } from '@sunlit/contract';
import { createClient, type CallOptions, type Client } from './index.ts';

const id = '01JQ8ZK4T5V6W7X8Y9Z0ABCDEF';

/** One method for every operation; an operation that is missing here does not compile. */
const methods: Record<OperationId, (client: Client, options: CallOptions) => PromiseLike<unknown>> = {
  'agencies.list': (client, options) => client.agencies.list({ parent: 'qinghe', limit: 5 }, options),
  'agencies.get': (client, options) => client.agencies.get('qinghe', options),
  'categories.list': (client, options) => client.categories.list({ agency: 'qinghe' }, options),
  'disclosures.list': (client, options) => client.disclosures.list({ q: '采砂', facets: true }, options),
  'disclosures.get': (client, options) => client.disclosures.get(id, options),
  'disclosures.revision': (client, options) => client.disclosures.revision(id, 2, options),
  'disclosures.attachment': (client, options) => client.disclosures.attachment(id, '图 1.pdf', options),
  'suggestions.list': (client, options) => client.disclosures.suggest({ q: 'hdcs' }, options),
  'changes.list': (client, options) => client.changes.list({ after: 7 }, options),
  'feeds.atom': (client, options) => client.feeds.atom({ kind: 'notice' }, options),
  'feeds.json': (client, options) => client.feeds.json({ kind: 'notice' }, options),
  'calendar.get': (client, options) => client.calendar.get(options),
  'calendar.due': (client, options) => client.calendar.due({ from: '2026-03-09', workdays: 20 }, options),
  'health.live': (client, options) => client.health.live(options),
  'health.ready': (client, options) => client.health.ready(options),
};

/** An answer that any method takes for its own. */
const anything = { items: [], latest: 0, id, state: 'published', content: {}, years: [], due: '2026-04-07', status: 'ok' };

for (const operation of Object.values(operations)) {
  test(`${operation.id} is asked for by its own method, path and parameters, and can be aborted`, async () => {
    const method = methods[operation.id];
    const asked: Request[] = [];
    const client = createClient({
      baseUrl: 'https://open.example/base',
      fetch: async (request) => {
        (request as Request).signal.throwIfAborted();
        asked.push(request as Request);
        return Response.json(anything);
      },
    });
    await method(client, {});
    const [request] = asked;
    assert.ok(request && asked.length === 1);
    const { pathname, searchParams, origin } = new URL(request.url);
    const path = new RegExp(`^/base${operation.path.replace(/\{\w+\}/g, '[^/]+')}$`);
    assert.deepEqual([request.method, origin], [operation.method, 'https://open.example']);
    assert.match(pathname, path);
    const known = Object.keys('query' in operation ? operation.query.properties : {});
    for (const name of searchParams.keys()) assert.ok(known.includes(name), `${name} is no parameter of ${operation.id}`);

    const reason = new Error('enough');
    await assert.rejects(async () => method(client, { signal: AbortSignal.abort(reason) }), (error) => error === reason);
  });
}

test('every public method of every resource has its operation, or asks nothing', () => {
  const silent = ['attachmentUrl', 'atomUrl', 'jsonUrl'];
  const derived = ['follow'];
  const client = createClient({ baseUrl: 'https://x', cache: false });
  const resources = [client.agencies, client.categories, client.disclosures, client.changes, client.feeds, client.calendar, client.health];
  const names = resources.flatMap((resource) => Object.getOwnPropertyNames(Object.getPrototypeOf(resource)).filter((name) => name !== 'constructor'));
  assert.equal(names.filter((name) => ![...silent, ...derived].includes(name)).length, Object.keys(operations).length);
});
