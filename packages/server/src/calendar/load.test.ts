import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer, CalendarLoad, CalendarPreview, Draft, DueItem, Operations, Problem } from '@sunlit/contract';
import { migrate } from '../database/database.ts';
import { complete, office } from '../drafts/office.ts';
import { onEachEngine } from '../fixture.ts';

type Years = Answer<Operations['calendar.get']>;
type History = Answer<Operations['calendar.history']>;
const year = { year: 2027, notice: '国办发明电〔2026〕9号', off: ['2027-01-01', '2027-01-11'], work: ['2027-02-14'] };

onEachEngine('loading a calendar', (open) => {
  test('shows first which due days would move, then moves them and says who did it and why', async () => {
    const { person, server, database, setDay } = await office(open);
    const [writer, administrator] = [await person('writer', 'dongshan-water/editor'), await person('administrator', 'qinghe/administrator')];
    const draft = await writer.create({ content: complete({ agencyId: 'dongshan-water', formedOn: '2026-12-21', title: '采砂规划' }) });
    const still = await writer.create({ content: complete({ agencyId: 'dongshan-water', formedOn: '2026-03-02', title: '不动' }) });
    assert.deepEqual([draft.dueOn, draft.term?.provisional], ['2027-01-19', true]);

    const before = await server.get('/v1/calendar');
    const preview = await administrator.do<CalendarPreview>('POST', '/v1/calendar/2027/preview', year);
    assert.deepEqual(preview, {
      version: ((await before.json()) as Years).version, added: { off: year.off, work: year.work }, removed: { off: [], work: [] }, moved: 1, movedCases: 0,
      drafts: [{ id: draft.id, title: '采砂规划', agency: { id: 'dongshan-water', name: '东山县水利局' }, from: '2027-01-19', to: '2027-01-20' }],
    });
    assert.equal((await writer.do<Draft>('GET', `/v1/drafts/${draft.id}`)).dueOn, '2027-01-19', 'a preview changes nothing');

    setDay('2026-11-05');
    const load = await administrator.do<CalendarLoad>('PUT', '/v1/calendar/2027', { ...year, version: preview.version, reason: '国务院办公厅公布2027年放假安排' });
    assert.deepEqual({ ...load, after: '' }, {
      year: 2027, notice: year.notice, at: '2026-11-05T01:00:00.000Z', by: { id: administrator.id, name: 'administrator', post: '工作人员' },
      reason: '国务院办公厅公布2027年放假安排', before: preview.version, after: '', moved: 1, movedCases: 0, drafts: preview.drafts,
    });
    const moved = await writer.do<Draft>('GET', `/v1/drafts/${draft.id}`);
    assert.deepEqual([moved.dueOn, moved.term?.provisional, moved.version], ['2027-01-20', false, draft.version]);
    assert.deepEqual((await writer.do<{ items: DueItem[] }>('GET', '/v1/due')).items.map(({ due }) => due), [still.dueOn, '2027-01-20']);
    assert.deepEqual((await writer.do<History>('GET', '/v1/calendar/loads')).items, [load], 'whoever writes sees why');
    const foreign = await person('foreign', 'qinghe-tax/editor');
    assert.deepEqual((await foreign.do<History>('GET', '/v1/calendar/loads')).items, [{ ...load, drafts: [] }], 'a draft is for its own agency');
    const after = await server.get('/v1/calendar', { 'if-none-match': before.headers.get('etag') ?? '' });
    assert.deepEqual([after.status, ((await after.json()) as Years).version], [200, load.after]);

    // A correction, and a start of the server after it.
    const corrected = { ...year, off: ['2027-01-01'], work: [] };
    const { removed } = await administrator.do<CalendarPreview>('POST', '/v1/calendar/2027/preview', corrected);
    assert.deepEqual(removed, { off: ['2027-01-11'], work: ['2027-02-14'] });
    await administrator.do('PUT', '/v1/calendar/2027', { ...corrected, version: load.after, reason: '更正' });
    await migrate(database);
    assert.equal((await writer.do<Draft>('GET', `/v1/drafts/${draft.id}`)).dueOn, '2027-01-19');
    const newest = await writer.do<History>('GET', '/v1/calendar/loads?limit=1');
    assert.deepEqual(newest.items.map(({ reason }) => reason), ['更正']);
    assert.deepEqual((await writer.do<History>('GET', `/v1/calendar/loads?limit=1&cursor=${newest.next ?? ''}`)).items, [load]);
    await assert.rejects(database.write.deleteFrom('calendar_load').execute(), /only appended to/);
  });

  test('is refused to those below the top, after somebody else’s, and for a wrong file', async () => {
    const { person, server } = await office(open);
    const [administrator, county] = [await person('administrator', 'qinghe/administrator'), await person('county', 'dongshan/administrator')];
    const { version } = await server.json<Years>('/v1/calendar');
    const body = { ...year, version, reason: '放假安排' };
    assert.deepEqual(await county.refused('PUT', '/v1/calendar/2027', body), ['403 not-allowed']);
    assert.deepEqual(await county.refused('POST', '/v1/calendar/2027/preview', year), ['403 not-allowed']);
    const wrong = (changed: object) => administrator.refused('PUT', '/v1/calendar/2027', { ...body, ...changed });
    assert.deepEqual(await wrong({ off: ['2027-02-30', '2026-12-31', '2027-01-01', '2027-01-01'], work: ['2027-01-01', '2027-01-04'] }), [
      '400 invalid-input', '/body/off/0 day', '/body/off/1 other-year', '/body/off/3 unique', '/body/work/0 unique', '/body/work/1 not-weekend',
    ]);
    assert.deepEqual(await wrong({ year: 2028, off: [], work: [] }), ['400 invalid-input', '/body/year constant']);
    assert.equal((await server.json<Years>('/v1/calendar')).version, version);
    await administrator.do('PUT', '/v1/calendar/2027', body);
    const second = await administrator.call('PUT', '/v1/calendar/2027', { ...body, off: [] });
    const { status, current } = (await second.json()) as Problem;
    assert.deepEqual([status, (current as Years).years.at(-1)], [409, year]);
  });
});
