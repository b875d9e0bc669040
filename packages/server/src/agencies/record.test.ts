import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Agency, AgencyRecord, AgencySummary, AuditEntry, Category, DisclosurePage, Problem } from '@sunlit/contract';
import { publish } from '../disclosures/publication.ts';
import { complete, office } from '../drafts/office.ts';
import { content, onEachEngine } from '../fixture.ts';

const blank = { level: 'village', kind: 'committee', phones: [], leaders: [], offices: [], venues: [] };
const children = (answer: { items: AgencySummary[] }) => answer.items.map(({ id }) => id);

onEachEngine('agencies', (open) => {
  test('an administrator changes the particulars, the public reads them at once, and the second of two saves is told what the first wrote', async () => {
    const { person, server } = await office(open);
    const [first, second] = [await person('first', 'dongshan/administrator'), await person('second', 'qinghe/administrator')];
    const before = await server.get('/v1/agencies/liuhe');
    const seen = await first.do<AgencyRecord>('GET', '/v1/agencies/liuhe/content');
    const change = (more: object) => ({ version: seen.version, content: { ...seen.content, ...more } });
    const saved = await first.do<AgencyRecord>('PUT', '/v1/agencies/liuhe', change({ name: '柳河镇政府', duties: '办理本镇事务', leaders: [{ post: '镇长', portfolio: '主持全面工作' }] }));
    assert.notEqual(saved.version, seen.version);

    const after = await server.get('/v1/agencies/liuhe', { 'if-none-match': before.headers.get('etag') ?? '' });
    assert.equal(after.status, 200, 'its entity tag is another');
    assert.deepEqual([((await after.json()) as Agency).duties, (await server.json<Agency>('/v1/agencies/liuhe-tuanjie')).path.map(({ name }) => name)],
      ['办理本镇事务', ['清河市人民政府', '东山县人民政府', '柳河镇政府', '团结村村民委员会']]);

    const late = await second.call('PUT', '/v1/agencies/liuhe', change({ duties: '别的' }));
    const { status, type, current } = (await late.json()) as Problem;
    assert.deepEqual([status, type, current], [409, 'urn:sunlit:problem:changed-meanwhile', saved]);
    assert.equal((await server.json<Agency>('/v1/agencies/liuhe')).duties, '办理本镇事务', 'nothing of it was stored');
    await second.do('PUT', '/v1/agencies/liuhe', { version: saved.version, content: { ...saved.content, duties: '别的' } });
    const audit = (await second.do<{ items: AuditEntry[] }>('GET', '/v1/audit?operation=agencies.save')).items;
    assert.deepEqual(audit.map(({ name, subject, agencyId, outcome }) => [name, subject, agencyId, outcome]), [['second', 'liuhe', 'liuhe', 'done'], ['first', 'liuhe', 'liuhe', 'done']]);
  });

  test('nobody changes an agency that is not theirs, nor its place or its id by saving it', async () => {
    const { person } = await office(open);
    const county = await person('county', 'dongshan/administrator');
    const editor = await person('editor', 'dongshan/editor');
    const city = await person('city', 'qinghe/administrator');
    const water = await city.do<AgencyRecord>('GET', '/v1/agencies/qinghe-water/content');
    for (const id of ['qinghe-water', 'qinghe', 'province']) {
      assert.deepEqual(await county.refused('PUT', `/v1/agencies/${id}`, { version: water.version, content: { ...water.content, id } }), ['403 not-allowed']);
      assert.deepEqual(await county.refused('GET', `/v1/agencies/${id}/content`), ['403 not-allowed']);
    }
    assert.deepEqual(await editor.refused('GET', '/v1/agencies/dongshan/content'), ['403 not-allowed']);
    const own = await county.do<AgencyRecord>('GET', '/v1/agencies/dongshan/content');
    const { parentId: _, ...without } = own.content;
    assert.deepEqual(await county.refused('PUT', '/v1/agencies/dongshan', { version: own.version, content: without }), ['400 invalid-input', '/body/content/parentId constant']);
    assert.deepEqual(await county.refused('PUT', '/v1/agencies/dongshan', { version: own.version, content: { ...own.content, id: 'elsewhere' } }), ['400 invalid-input', '/body/content/id constant']);
    assert.deepEqual(await county.refused('PUT', '/v1/agencies/nowhere', { version: own.version, content: own.content }), ['404 not-found']);
  });

  test('an agency is entered below one of the administrator’s own, once for each key', async () => {
    const { person, server } = await office(open);
    const county = await person('county', 'dongshan/administrator');
    const village = { ...blank, id: 'liuhe-heping', parentId: 'liuhe', name: '和平村村民委员会' };
    const key = { 'idempotency-key': 'the-same-key' };
    const [one, two] = [await county.call('POST', '/v1/agencies', village, key), await county.call('POST', '/v1/agencies', village, key)];
    assert.deepEqual([one.status, await one.text()], [200, await two.text()]);
    assert.deepEqual(children(await server.json('/v1/agencies?parent=liuhe')), ['liuhe-tuanjie', 'liuhe-heping']);
    assert.deepEqual(await county.refused('POST', '/v1/agencies', village), ['400 invalid-input', '/body/id taken']);
    assert.deepEqual(await county.refused('POST', '/v1/agencies', { ...village, id: 'x', parentId: 'qinghe' }), ['403 not-allowed']);
    assert.deepEqual(await county.refused('POST', '/v1/agencies', { ...village, id: 'x', parentId: 'nowhere' }), ['400 invalid-input', '/body/parentId unknown-agency']);
    // Whoever has a role above has it there too.
    const editor = await person('editor', 'liuhe/editor');
    await editor.create({ content: complete({ agencyId: 'liuhe-heping' }) });
  });

  test('an agency is moved by whom both its old and its new place belong to; what it published is found there', async () => {
    const { person, server, database } = await office(open);
    await publish(database, { content: content({ agencyId: 'dongshan-water', title: '水库除险加固' }), publishedOn: '2026-03-02' });
    const [city, county, town] = [await person('city', 'qinghe/administrator'), await person('county', 'dongshan/administrator'), await person('town', 'liuhe/administrator')];
    const { version } = await county.do<AgencyRecord>('GET', '/v1/agencies/dongshan-water/content');
    const move = { version, parentId: 'liuhe' };
    assert.deepEqual(await town.refused('POST', '/v1/agencies/dongshan-water/move', move), ['403 not-allowed']);
    assert.deepEqual(await county.refused('POST', '/v1/agencies/dongshan-water/move', { version, parentId: 'qinghe' }), ['403 not-allowed']);
    assert.deepEqual(await county.refused('POST', '/v1/agencies/dongshan/move', { version, parentId: 'liuhe' }), ['403 not-allowed'], 'above it is another’s');
    const own = await city.do<AgencyRecord>('GET', '/v1/agencies/dongshan/content');
    assert.deepEqual(await city.refused('POST', '/v1/agencies/dongshan/move', { version: own.version, parentId: 'liuhe' }), ['400 invalid-input', '/body/parentId below-itself']);

    const found = async (agency: string) => (await server.json<DisclosurePage>(`/v1/disclosures?q=${encodeURIComponent('除险')}&agency=${agency}&facets=true`)).items.length;
    assert.deepEqual([await found('liuhe'), await found('dongshan')], [0, 1]);
    assert.equal((await county.do<AgencyRecord>('POST', '/v1/agencies/dongshan-water/move', move)).content.parentId, 'liuhe');
    assert.deepEqual([await found('liuhe'), await found('dongshan')], [1, 1]);
    assert.equal((await server.json<Agency>('/v1/agencies/liuhe')).disclosures, 1);
    assert.deepEqual(await county.refused('POST', '/v1/agencies/dongshan-water/move', { version, parentId: 'dongshan' }), ['409 changed-meanwhile']);
    await town.do('GET', '/v1/agencies/dongshan-water/content');
  });

  test('an agency keeps categories of its own, and removes those that nothing stands in', async () => {
    const { person, server } = await office(open);
    const admin = await person('admin', 'qinghe-water/administrator');
    const editor = await person('editor', 'qinghe-water/editor');
    const save = '/v1/agencies/qinghe-water/categories/qinghe-water.';
    assert.deepEqual(await admin.do<Category>('PUT', `${save}dams`, { parentId: 'A20_10', name: '水库大坝' }), { id: 'qinghe-water.dams', parentId: 'A20_10', agencyId: 'qinghe-water', name: '水库大坝' });
    await admin.do('PUT', `${save}dams.safety`, { parentId: 'qinghe-water.dams', name: '大坝安全' });
    const own = (await server.json<{ items: Category[] }>('/v1/categories?agency=qinghe-water')).items.filter(({ agencyId }) => agencyId !== undefined);
    assert.deepEqual(own.map(({ name }) => name), ['河道采砂', '采砂许可结果', '水库大坝', '大坝安全']);
    const wrong = (path: string, body: object) => admin.refused('PUT', `/v1/agencies/qinghe-water/categories/${path}`, body);
    assert.deepEqual(await wrong('dongshan.roads', { parentId: 'A20_10', name: '路' }), ['400 invalid-input', '/params/category pattern']);
    assert.deepEqual(await wrong('qinghe-water.x', { parentId: 'dongshan.roads', name: '路' }), ['400 invalid-input', '/body/parentId foreign-category']);
    assert.deepEqual(await wrong('qinghe-water.x', { parentId: 'A20_99', name: '路' }), ['400 invalid-input', '/body/parentId unknown-category']);
    assert.deepEqual(await wrong('qinghe-water.dams', { parentId: 'qinghe-water.dams.safety', name: '环', before: { parentId: 'A20_10', name: '水库大坝' } }), ['400 invalid-input', '/body/parentId below-itself']);
    assert.deepEqual(await admin.refused('PUT', '/v1/agencies/dongshan/categories/dongshan.x', { parentId: 'A20_10', name: '路' }), ['403 not-allowed']);

    const used = ['409 not-possible', '/params/category in-use'];
    assert.deepEqual(await admin.refused('DELETE', `${save}dams`), used, 'a category stands in it');
    const draft = await editor.create({ content: complete({ categoryId: 'qinghe-water.dams.safety' }) });
    assert.deepEqual(await admin.refused('DELETE', `${save}dams.safety`), used, 'a draft stands in it');
    await editor.step(draft, 'discard');
    for (const name of ['dams.safety', 'dams']) await admin.do('DELETE', save + name);
    assert.deepEqual(await admin.refused('DELETE', `${save}dams`), ['404 not-found']);
    assert.deepEqual(await admin.refused('DELETE', '/v1/agencies/qinghe-water/categories/A20_10'), ['404 not-found'], 'the statutory ones are nobody’s');
  });

  test('the second of two changes of a category is told what the first wrote', async () => {
    const { person, server } = await office(open);
    const [first, second] = [await person('first', 'qinghe-water/administrator'), await person('second', 'qinghe/administrator')];
    const path = '/v1/agencies/qinghe-water/categories/qinghe-water.dams';
    const before = { parentId: 'A20_10', name: '水库' };
    const made = await first.do<Category>('PUT', path, before);
    assert.deepEqual(await first.do('PUT', path, before), made, 'the same again is no change');
    const changed = await first.do<Category>('PUT', path, { parentId: 'A20_10', name: '水库大坝', before });
    const late = async (body: object) => {
      const { status, type, current } = (await (await second.call('PUT', path, body)).json()) as Problem;
      assert.deepEqual([status, type, current], [409, 'urn:sunlit:problem:changed-meanwhile', changed]);
    };
    await late({ parentId: 'A20_05', name: '别的', before });
    await late({ parentId: 'A20_05', name: '当作新的' });
    const own = (await server.json<{ items: Category[] }>('/v1/categories?agency=qinghe-water')).items.filter(({ id }) => id === 'qinghe-water.dams');
    assert.deepEqual(own, [changed], 'nothing of it was stored');
    await second.do('PUT', path, { parentId: 'A20_05', name: '别的', before: { parentId: changed.parentId, name: changed.name } });
    await first.do('DELETE', path);
    assert.deepEqual(await second.refused('PUT', path, { parentId: 'A20_05', name: '又一个', before: { parentId: 'A20_05', name: '别的' } }), ['404 not-found']);
  });
});
