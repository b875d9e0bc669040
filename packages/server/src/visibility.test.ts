import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change, Disclosure, DisclosurePage, Problem, Suggestion } from '@sunlit/contract';
import { saveAgencies } from './agencies/tree.ts';
import { publish, withdraw } from './disclosures/publication.ts';
import { storeFile } from './files.ts';
import { CITY, content, listening, onEachEngine } from './fixture.ts';

onEachEngine('visibility', (open) => {
  test('a withdrawn disclosure leaves every exit and stays as a tombstone and a change', async () => {
    const database = await open();
    await saveAgencies(database, CITY);
    const server = await listening(database);
    const file = await storeFile(server.settings.dataDirectory, Buffer.from('secret'), { name: '附件.txt', mediaType: 'text/plain' });
    const kept = await publish(database, { content: content({ title: '保留的公告' }), publishedOn: '2026-01-01' });
    const gone = await publish(database, {
      content: content({ title: '撤下的公告', body: '独特词语', attachments: [file], links: [{ type: 'clarifies', id: kept.id }] }), publishedOn: '2026-01-02',
    }, server.settings);
    const later = await publish(database, { content: content({ title: '后来的公告', links: [{ type: 'supersedes', id: gone.id }] }), publishedOn: '2026-01-03' });
    const exits = async () => {
      const list = await server.json<DisclosurePage>('/v1/disclosures?facets=true');
      const search = await server.json<DisclosurePage>(`/v1/disclosures?q=${encodeURIComponent('独特词语')}&facets=true`);
      const days = await server.json<DisclosurePage>('/v1/disclosures?from=2026-01-02&to=2026-01-02&facets=true');
      const suggested = await server.json<{ items: Suggestion[] }>(`/v1/suggest?q=${encodeURIComponent('撤下')}`);
      const pinyin = await server.json<DisclosurePage>('/v1/disclosures?q=cxdgg');
      const near = await server.json<DisclosurePage>(`/v1/disclosures?q=${encodeURIComponent('撤下的公布')}`);
      const before = await server.json<Disclosure>(`/v1/disclosures/${kept.id}`);
      const after = await server.json<Disclosure>(`/v1/disclosures/${later.id}`);
      const agency = await server.json<{ disclosures: number }>('/v1/agencies/qinghe-water');
      assert.ok(before.state === 'published' && after.state === 'published');
      return {
        listed: list.items.some(({ id }) => id === gone.id),
        total: list.total.value,
        facets: list.facets!.kind[0]!.count,
        searched: search.items.length,
        searchTotal: search.total.value,
        searchFacets: search.facets!.kind.length,
        days: [days.items.length, days.total.value, days.facets!.kind.length],
        suggested: suggested.items.length,
        pinyin: pinyin.items.length,
        near: near.search!.near.some(({ id }) => id === gone.id),
        chain: [before.chain.clarifiedBy.length, after.chain.supersedes.length],
        agency: agency.disclosures,
        atom: (await (await server.get('/v1/feeds/disclosures.atom')).text()).includes(gone.id),
        json: (await (await server.get('/v1/feeds/disclosures.json')).text()).includes(gone.id),
        revision: (await server.get(`/v1/disclosures/${gone.id}/revisions/1`)).status,
        file: (await server.get(`/v1/disclosures/${gone.id}/attachments/${encodeURIComponent('附件.txt')}`)).status,
      };
    };
    assert.deepEqual(await exits(), {
      listed: true, total: 3, facets: 3, searched: 1, searchTotal: 1, searchFacets: 1, days: [1, 1, 1], suggested: 1, pinyin: 1, near: true,
      chain: [1, 1], agency: 3, atom: true, json: true, revision: 200, file: 200,
    });

    await withdraw(database, gone.id, { on: '2026-02-01', ground: '含有第三方商业秘密', decidedBy: '清河市水利局办公室', replacedBy: later.id });

    assert.deepEqual(await exits(), {
      listed: false, total: 2, facets: 2, searched: 0, searchTotal: 0, searchFacets: 0, days: [0, 0, 0], suggested: 0, pinyin: 0, near: false,
      chain: [0, 0], agency: 2, atom: false, json: false, revision: 404, file: 404,
    });
    const stone = await server.json<Disclosure>(`/v1/disclosures/${gone.id}`);
    assert.ok(stone.state === 'withdrawn');
    assert.deepEqual([stone.title, stone.withdrawnOn, stone.ground, stone.replacedBy?.id], ['撤下的公告', '2026-02-01', '含有第三方商业秘密', later.id]);
    assert.ok(!JSON.stringify(stone).includes('独特词语'));
    const { items } = await server.json<{ items: Change[] }>('/v1/changes');
    const last = items.at(-1)!;
    assert.ok(last.type === 'withdrawn');
    assert.deepEqual(last.tombstone, stone);
    const problem = (await (await server.get(`/v1/disclosures/${gone.id}/revisions/1`)).json()) as Problem;
    assert.ok(!JSON.stringify(problem).includes('撤下的公告'));
  });
});
