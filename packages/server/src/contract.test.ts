import assert from 'node:assert/strict';
import { test } from 'node:test';
import SwaggerParser from '@apidevtools/swagger-parser';
import { operations, type Operation, type OperationId } from '@sunlit/contract';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv, type ValidateFunction } from 'ajv';
import { saveAgencies, saveCategories } from './agencies/tree.ts';
import { amend, publish, withdraw } from './disclosures/publication.ts';
import { storeFile } from './files.ts';
import { CATEGORIES, CITY, KINDS, content, listening, onEachEngine, openSqlite } from './fixture.ts';

const ajv = new Ajv({ strict: true, formats: { binary: true } });
const validators = new Map<OperationId, ValidateFunction>();
const validator = (id: OperationId) => validators.get(id) ?? validators.set(id, ajv.compile(operations[id].responses[200])).get(id)!;

onEachEngine('contract', (open) => {
  test('every operation answers what its schema says', async () => {
    const database = await open();
    await saveAgencies(database, CITY);
    await saveCategories(database, CATEGORIES);
    const server = await listening(database);
    const file = await storeFile(server.settings.dataDirectory, Buffer.from('附件'), { name: '附件.txt', mediaType: 'text/plain' });
    const ids: string[] = [];
    for (const kind of KINDS) {
      ids.push((await publish(database, {
        content: content({ kind, docNo: '清水〔2026〕1号', categoryId: 'qinghe-water.sand', attachments: [file], openTerm: { term: 'periodic', every: 'quarter' }, links: ids.map((id) => ({ type: 'interprets' as const, id })) }),
        publishedOn: '2026-01-31',
      })).id);
    }
    const [first, second, third] = ids as [string, string, string];
    await amend(database, first, { content: content({ kind: KINDS[0]!, title: '更正' }), on: '2026-02-01', reason: '更正' });
    await withdraw(database, second, { on: '2026-02-02', ground: '依据', decidedBy: '办公室', replacedBy: third });
    const q = encodeURIComponent('采砂');
    const calls: Record<OperationId, string[]> = {
      'agencies.list': ['/v1/agencies', '/v1/agencies?parent=qinghe&limit=1'],
      'agencies.get': ['/v1/agencies/liuhe-tuanjie'],
      'categories.list': ['/v1/categories', '/v1/categories?agency=qinghe-water'],
      'disclosures.list': ['/v1/disclosures?facets=true&limit=1', `/v1/disclosures?q=${q}&facets=true`, '/v1/disclosures?q=hdcs&sort=newest', `/v1/disclosures?q=${q}&sort=agency`, '/v1/disclosures?from=2026-01-01&facets=true', `/v1/disclosures?q=${encodeURIComponent('采纱管里')}`],
      'disclosures.get': ids.map((id) => `/v1/disclosures/${id}`),
      'disclosures.revision': [`/v1/disclosures/${first}/revisions/1`, `/v1/disclosures/${first}/revisions/2`],
      'disclosures.attachment': [`/v1/disclosures/${third}/attachments/${encodeURIComponent('附件.txt')}`],
      'suggestions.list': [`/v1/suggest?q=${q}`, '/v1/suggest?q=shuili'],
      'changes.list': ['/v1/changes', '/v1/changes?after=2&limit=1'],
      'feeds.atom': ['/v1/feeds/disclosures.atom', `/v1/feeds/disclosures.atom?q=${q}&agency=qinghe`],
      'feeds.json': ['/v1/feeds/disclosures.json', '/v1/feeds/disclosures.json?kind=report&lang=en'],
      'calendar.get': ['/v1/calendar'],
      'calendar.due': ['/v1/calendar/due?from=2026-02-13&workdays=20'],
      'health.live': ['/healthz'],
      'health.ready': ['/readyz'],
    };
    for (const [id, paths] of Object.entries(calls) as [OperationId, string[]][]) {
      for (const path of paths) {
        const response = await server.get(path);
        assert.equal(response.status, 200, path);
        const type = response.headers.get('content-type')!;
        const media: string = id === 'disclosures.attachment' ? 'text/plain' : ((operations[id] as Operation).media ?? 'application/json');
        assert.ok(type.startsWith(media), `${path}: ${type}`);
        const answer: unknown = /json/.test(media) ? await response.json() : await response.text();
        assert.ok(validator(id)(answer), `${path}: ${JSON.stringify(validator(id).errors)}`);
      }
    }
  });
});

test('feeds name themselves and their entries by absolute addresses that stay', async () => {
  const database = await openSqlite();
  await saveAgencies(database, CITY);
  const { id } = await publish(database, { content: content({ title: '标题 <b>&' }), publishedOn: '2026-01-31' });
  const server = await listening(database, { settings: { publicUrl: 'https://open.qinghe.example' } });
  const atom = await (await server.get('/v1/feeds/disclosures.atom?agency=qinghe-water')).text();
  assert.ok(atom.includes('<link rel="self" href="https://open.qinghe.example/v1/feeds/disclosures.atom?agency=qinghe-water"/>'), atom);
  assert.ok(atom.includes(`<id>urn:sunlit:disclosure:${id}</id>`));
  assert.ok(atom.includes('<published>2026-01-30T16:00:00.000Z</published>'));
  assert.ok(atom.includes('<title type="html"><![CDATA[标题 &lt;b&gt;&amp;]]></title>'), 'markup in titles is text');
  const json = (await (await server.get('/v1/feeds/disclosures.json')).json()) as { feed_url: string; items: { id: string; url: string; title: string }[] };
  assert.equal(json.feed_url, 'https://open.qinghe.example/v1/feeds/disclosures.json');
  assert.deepEqual(json.items.map(({ url, title }) => [url, title]), [[`https://open.qinghe.example/v1/disclosures/${id}`, '标题 <b>&']]);
});

test('/openapi.json is valid under two validators and names every operation', async () => {
  const server = await listening(await openSqlite());
  const document = await server.json<{ paths: Record<string, { get: { operationId: string } }> }>('/openapi.json');
  const { valid, errors } = await new Validator().validate(structuredClone(document));
  assert.ok(valid, JSON.stringify(errors));
  await SwaggerParser.validate(structuredClone(document) as never);
  assert.deepEqual(Object.values(document.paths).map(({ get }) => get.operationId).sort(), Object.keys(operations).sort());
});
