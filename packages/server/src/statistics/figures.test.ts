import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CARRIERS, operations, type Answer, type DisclosureContent, type OpenTable, type Operations, type PlaceFigures, type Query } from '@sunlit/contract';
import { addCalendarDays } from '@sunlit/rules';
import excel from 'exceljs';
import fc from 'fast-check';
import { sql } from 'kysely';
import { saveAgencies, saveCategories } from '../agencies/tree.ts';
import { desk } from '../cases/desk.ts';
import type { Database } from '../database/database.ts';
import { fillCells, sumCells } from '../disclosures/cells.ts';
import { fillDueDays } from '../disclosures/due-days.ts';
import { amend, expire, publish, publishMany, repeal, withdraw } from '../disclosures/publication.ts';
import { CATEGORIES, CITY, answerOf, content, listening, onEachEngine, type Server } from '../fixture.ts';
import { fillInTime } from '../requests/projection.ts';

type Figures = 'statistics.overview' | 'statistics.disclosures' | 'statistics.freshness' | 'statistics.package';

/** Asks over HTTP and holds the answer to the contract. */
async function figures<Id extends Figures>(server: Server, id: Id, query: Query<Operations[Id]>): Promise<Answer<Operations[Id]>> {
  const answer = await server.json<Answer<Operations[Id]>>(`${operations[id].path}?${new URLSearchParams(Object.entries(query).map(([name, value]): [string, string] => [name, String(value)])).toString()}`);
  const valid = answerOf(operations[id]);
  assert.ok(valid(answer), `${id}: ${JSON.stringify(valid.errors)}`);
  return answer;
}

/** What somebody of an agency does to what is public. */
type Act = { readonly on: string } & (
  | { readonly does: 'publish'; readonly agencyId: string; readonly categoryId: string; readonly kind: 'notice' | 'report' | 'clarification'; readonly formed: number | undefined; readonly carriers: readonly (typeof CARRIERS)[number][]; readonly periodic: boolean }
  | { readonly does: 'amend' | 'withdraw' | 'repeal' | 'expire'; readonly which: number; readonly carriers: readonly (typeof CARRIERS)[number][] });

const days = fc.integer({ min: 0, max: 900 }).map((after) => addCalendarDays('2024-01-01', after));
const carriers = fc.array(fc.constantFrom(...CARRIERS), { maxLength: 3 });
const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    does: fc.constant('publish' as const), on: days, agencyId: fc.constantFrom(...CITY.map(({ id }) => id)), categoryId: fc.constantFrom('A20_02', 'A20_05', 'A20_15'), kind: fc.constantFrom('notice', 'report', 'clarification'),
    formed: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }), carriers, periodic: fc.boolean(),
  }),
  fc.record({ does: fc.constantFrom('amend', 'withdraw', 'repeal', 'expire'), on: days, which: fc.nat(), carriers }),
);

const channels = (names: readonly (typeof CARRIERS)[number][], on: string) => names.map((carrier) => ({ carrier, on }));

/** Does it with what is public, if it can be done. */
async function act(database: Database, one: Act): Promise<void> {
  if (one.does === 'publish') {
    const { agencyId, categoryId, kind, formed, on, periodic } = one;
    await publish(database, { publishedOn: on, content: content({
      agencyId, categoryId, kind, channels: channels(one.carriers, on), ...(formed === undefined ? {} : { formedOn: addCalendarDays(on, -formed) }), ...(periodic ? { openTerm: { term: 'periodic', every: 'quarter' } } : {}),
    }) });
    return;
  }
  const standing = await database.read.selectFrom('disclosure as d').innerJoin('revision as r', (join) => join.onRef('r.disclosure_no', '=', 'd.no').onRef('r.revision', '=', 'd.revision'))
    .select(['d.id', 'd.validity', 'r.content']).where('d.state', '=', 'published').orderBy('d.no').execute();
  const found = standing[one.which % Math.max(1, standing.length)];
  if (found === undefined || (found.validity !== 'in-force' && found.validity !== 'amended' && one.does !== 'withdraw')) return;
  const before = JSON.parse(found.content) as DisclosureContent;
  // What an amendment states of the day it was formed changes nothing about when it was published.
  if (one.does === 'amend') await amend(database, found.id, { content: { ...before, formedOn: one.on, channels: channels(one.carriers, one.on) }, on: one.on, reason: '更正' });
  else if (one.does === 'withdraw') await withdraw(database, found.id, { on: one.on, ground: '依据', decidedBy: '办公室' });
  else if (one.does === 'repeal') await repeal(database, found.id, { on: one.on, reason: '清理' });
  else await expire(database, found.id, { on: one.on });
}

/** All cells that count anything, in one order. */
async function cells({ read }: Database): Promise<unknown[]> {
  const all = await Promise.all((['facet_cell', 'published_cell', 'carrier_cell'] as const).map((table) => read.selectFrom(table).selectAll().where('n', '>', 0).execute()));
  return all.flat().map((row) => JSON.stringify(Object.entries(row).sort())).sort();
}

onEachEngine('figures for everybody', (open) => {
  test('after any history, the cells are what counting from scratch gives, and a subtree is the sum of its parts', async () => {
    const database: Database = { ...(await open()), now: () => new Date('2026-11-02T09:00:00+08:00') };
    await saveAgencies(database, CITY);
    await saveCategories(database, CATEGORIES);
    const server = await listening(database);
    await fc.assert(fc.asyncProperty(fc.array(acts, { minLength: 4, maxLength: 12 }), fc.constantFrom('dongshan', 'qinghe'), async (history, above) => {
      for (const one of history) await act(database, one);
      await saveAgencies(database, CITY.map((agency) => (agency.id === 'dongshan-water' ? { ...agency, parentId: above } : agency)));
      const kept = await cells(database);
      const due = await database.read.selectFrom('disclosure').select(['no', 'due_on']).orderBy('no').execute();
      await database.write.deleteFrom('published_cell').execute();
      await database.write.deleteFrom('carrier_cell').execute();
      await database.write.updateTable('disclosure').set({ due_on: null }).execute();
      await fillDueDays(database.write);
      await fillCells(database.write, database.engine);
      await sumCells(database.write);
      assert.deepEqual(await cells(database), kept);
      assert.deepEqual(await database.read.selectFrom('disclosure').select(['no', 'due_on']).orderBy('no').execute(), due);

      const counts = ({ published, inAll, onTime, agencies, late, ratings }: PlaceFigures) => [published, inAll, onTime.n, onTime.of, agencies.n, agencies.of, late, ratings.n];
      for (const year of [2024, 2025, 2026]) {
        const { whole, below } = await figures(server, 'statistics.overview', { year });
        assert.deepEqual(counts(whole), below.map(({ figures: part }) => counts(part)).reduce((sum, part) => sum.map((n, at) => n + (part[at] ?? 0))), 'everything is its trees');
        for (const agency of [undefined, 'qinghe', 'dongshan', 'qinghe-water']) {
          const place = { year, ...(agency === undefined ? {} : { agency }) };
          const [seen, told] = [await figures(server, 'statistics.overview', place), await figures(server, 'statistics.disclosures', place)];
          const rows = await database.read.selectFrom('disclosure as d').innerJoin('agency as a', 'a.no', 'd.agency_no').innerJoin('agency as top', (join) => join.onRef('top.position', '<=', 'a.position').onRef('a.position', '<=', 'top.last'))
            .select(['d.no', 'd.published_on', 'd.due_on']).$if(agency !== undefined, (query) => query.where('top.id', '=', agency ?? '')).where('d.state', '=', 'published').distinct().execute();
          const own = rows.filter(({ published_on }) => published_on.startsWith(String(year)));
          const timed = own.filter(({ due_on }) => due_on !== null);
          assert.deepEqual([seen.whole.published, seen.whole.inAll, seen.whole.onTime], [own.length, rows.length, { n: timed.filter(({ due_on, published_on }) => published_on <= (due_on ?? '')).length, of: timed.length }]);
          const sum = (all: readonly { n: number }[]) => all.reduce((total, { n }) => total + n, 0);
          assert.deepEqual([told.total, sum(told.byCategory), sum(told.byKind), sum(told.byLevel), told.byMonth.reduce((a, b) => a + b), sum(told.onTime), told.onTime.reduce((total, { of }) => total + of, 0)],
            [own.length, own.length, own.length, own.length, own.length, seen.whole.onTime.n, timed.length]);
          assert.equal(told.lastYear.total, (await figures(server, 'statistics.overview', { ...place, year: year - 1 })).whole.published);
          assert.ok(told.missedPeriods <= seen.whole.late);
        }
      }
    }), { numRuns: 3 });
  });

  test('a change shows at once, and nobody may answer for us for long', async () => {
    const room = await desk(open);
    const before = await figures(room.server, 'statistics.overview', { agency: 'qinghe-water' });
    await publishMany(room.database, [{ publishedOn: '2026-03-09', content: content() }, { publishedOn: '2026-03-09', content: content({ agencyId: 'liuhe', formedOn: '2025-12-01' }) }]);
    const { whole, below, years } = await figures(room.server, 'statistics.overview', { agency: 'qinghe' });
    assert.deepEqual([before.whole.published, whole.published, whole.onTime, years], [0, 2, { n: 0, of: 1 }, [2026]]);
    assert.deepEqual(below.map(({ agency, figures: { published } }) => [agency.id, agency.below, published]), [['qinghe-water', false, 1], ['qinghe-tax', false, 0], ['dongshan', true, 1]]);
    assert.equal((await room.server.get('/v1/statistics/overview')).headers.get('cache-control'), 'public, max-age=3');
    for (const path of ['/v1/statistics/overview?agency=nowhere', '/v1/statistics/disclosures?agency=nowhere', '/v1/statistics/freshness?agency=nowhere', '/v1/open-data?agency=nowhere', '/v1/open-data/agencies?agency=nowhere', '/v1/open-data/agencies?format=pdf', '/v1/statistics/overview?year=1999']) {
      assert.equal((await room.server.get(path)).status, 400, path);
    }
  });

  test('requests are told where they are many or none, and of those that ended how many in time', async () => {
    const room = await desk(open);
    room.setDay('2026-01-05');
    const file = async (agencyId: string, of: typeof room.officer, on: string, ended?: string) => {
      room.setDay(on);
      const filed = await of.do<{ id: string }>('POST', '/v1/cases', { agencyId, channel: 'counter', applicant: { type: 'naturalPerson', name: '申请人甲', identity: { type: 'other', number: 'A-0001' }, contact: { phone: '13800000000' } }, wanted: { description: '采砂许可' }, form: 'paper', route: 'counter' });
      await room.take(filed.id, 'register', {}, of);
      if (ended === undefined) return;
      room.setDay(ended);
      await room.take(filed.id, 'decide', { reply: { outcome: 'granted', remedy: 'either' } }, of);
      await room.take(filed.id, 'serve', { way: 'hand' }, of);
    };
    for (let n = 0; n < 6; n++) await file('qinghe-water', room.officer, '2026-01-05', n < 5 ? '2026-01-20' : '2026-03-05');
    for (let n = 0; n < 2; n++) await file('dongshan-water', room.neighbour, '2026-01-06');
    room.setDay('2026-03-09');
    const requests = async (agency?: string) => {
      const { whole, below } = await figures(room.server, 'statistics.overview', { year: 2026, ...(agency === undefined ? {} : { agency }) });
      return [whole, ...below.map(({ figures: part }) => part)].map(({ requests: { received, ended, inTime } }) => [received, ended, inTime]);
    };
    assert.deepEqual(await requests('qinghe'), [[8, 6, 5], ['few', 6, 5], [0, 0, 0], ['few', 0, 0]], 'six could be found from eight: it is not told either');
    assert.deepEqual(await requests('qinghe-water'), [['few', 6, 5]], 'nor where somebody asks for it alone');
    assert.deepEqual(await requests('dongshan-water'), [['few', 0, 0]]);
    assert.deepEqual(await requests(), [[8, 6, 5], [8, 6, 5], [0, 0, 0]]);
    const kept = await room.database.read.selectFrom('request_case').select(['no', 'in_time']).orderBy('no').execute();
    assert.deepEqual(kept.map(({ in_time }) => in_time), [1, 1, 1, 1, 1, 0, null, null]);
    await room.database.write.updateTable('request_case').set({ in_time: null }).execute();
    await fillInTime(room.database.write);
    assert.deepEqual(await room.database.read.selectFrom('request_case').select(['no', 'in_time']).orderBy('no').execute(), kept, 'what was there before is counted alike');
    const rows = (await (await room.server.get('/v1/open-data/agencies?agency=qinghe&year=2026&format=json')).json()) as { agencyId: string; requestsReceived: string }[];
    assert.deepEqual(rows.map((row) => [row.agencyId, row.requestsReceived]), [['qinghe-water', 'few'], ['qinghe-tax', '0'], ['dongshan', 'few']], 'nor in the open table');
  });

  test('columns are current, stale or empty, and the rules of the inspection say when that is too much', async () => {
    const room = await desk(open);
    room.setDay('2026-11-02');
    const ago = (n: number) => addCalendarDays('2026-11-02', -n);
    await publishMany(room.database, [
      { publishedOn: ago(15), content: content({ categoryId: 'A20_15' }) }, { publishedOn: ago(183), content: content({ categoryId: 'A20_02' }) }, { publishedOn: ago(184), content: content({ categoryId: 'A20_07' }) },
      { publishedOn: ago(10), content: content({ categoryId: 'qinghe-water.sand.results' }) }, { publishedOn: ago(400), content: content({ agencyId: 'liuhe', categoryId: 'A20_15', openTerm: { term: 'periodic', every: 'month' } }) },
    ]);
    const { checks, columns, below } = await figures(room.server, 'statistics.freshness', { agency: 'qinghe-water' });
    assert.deepEqual(columns.map(({ category, state, days, limit }) => [category.id, state, days, limit]), [
      ['A20_01', 'empty', undefined, 183], ['A20_02', 'current', 183, 183], ['A20_03', 'empty', undefined, 183], ['A20_05', 'current', 10, 183], ['A20_07', 'stale', 184, 183], ['A20_15', 'stale', 15, 14],
      ['qinghe-water.sand', 'current', 10, 183], ['qinghe-water.sand.results', 'current', 10, 183],
    ]);
    assert.deepEqual(checks.map(({ rule, n, limit, holds }) => [rule, n, limit, holds]), [['news', 0, 1, true], ['stale', 2, 5, true], ['due', 0, 10, true], ['empty', 2, 5, true], ['messages', 0, 1, true]]);
    assert.deepEqual(below, []);
    const above = await figures(room.server, 'statistics.freshness', { agency: 'qinghe' });
    assert.deepEqual(above.below.map(({ agency, agencies, broken, stale, empty }) => [agency.id, agencies, broken, stale, empty]), [['qinghe-water', 1, 0, 2, 2], ['qinghe-tax', 1, 1, 0, 5], ['dongshan', 4, 4, 1, 10 + 5 + 8 + 2]]);
    assert.deepEqual((await figures(room.server, 'statistics.freshness', { agency: 'liuhe' })).checks.map(({ n }) => n), [1, 1, 1, 8, 0]);
    assert.equal((await figures(room.server, 'statistics.disclosures', { agency: 'dongshan' })).missedPeriods, 1);
    assert.equal((await figures(room.server, 'statistics.overview', { agency: 'dongshan' })).whole.late, 1);
    // A message that nobody answered for three months.
    const { no, position } = await room.database.read.selectFrom('agency').select(['no', 'position']).where('id', '=', 'qinghe-water').executeTakeFirstOrThrow();
    await sql`insert into topic (id, topic_no, board_no, agency_no, board_position, agency_position, purpose, channel, phase, approved, terms, submitted_at, submitted_on, claims, claims_in_time, answers, answers_in_time, reopened, version, updated_at, supports, web, kiosk, counter, paper, hotline)
      values ('01K0000000000000000000000A', '20260801-0001', ${no}, ${no}, ${position}, ${position}, 'ask', 'web', 'open', 1, '{}', '', '2026-08-01', 0, 0, 0, 0, 0, 1, '', 0, 0, 0, 0, 0, 0)`.execute(room.database.write);
    assert.deepEqual((await figures(room.server, 'statistics.freshness', { agency: 'qinghe-water' })).checks.at(-1), { rule: 'messages', n: 1, limit: 1, holds: false });
  });

  test('every table is there to take away, described, in three formats', async () => {
    const room = await desk(open);
    room.setDay('2026-02-02');
    await publishMany(room.database, [{ publishedOn: '2025-06-02', content: content({ formedOn: '2025-05-30', categoryId: 'qinghe-water.sand', channels: channels(['website', 'notice-board'], '2025-06-02') }) }]);
    const keeper = await room.person('keeper', 'qinghe-water/publisher');
    const described = await (await room.server.get('/v1/open-data?agency=qinghe&year=2025', { 'accept-language': 'en' })).json() as Answer<Operations['statistics.package']>;
    const isPackage = answerOf(operations['statistics.package']);
    assert.ok(isPackage(described), JSON.stringify(isPackage.errors));
    assert.equal(described.title, 'Figures of open government, 清河市人民政府, 2025');
    const rowsOf = async (table: OpenTable) => (await (await room.server.get(`/v1/open-data/${table}?agency=qinghe&year=2025&format=json`)).json()) as Record<string, unknown>[];
    for (const { name, path, schema: { fields, primaryKey } } of described.resources) {
      const csv = await fetch(path);
      assert.deepEqual([csv.status, csv.headers.get('content-type'), csv.headers.get('cache-control')], [200, 'text/csv; charset=utf-8', 'public, max-age=3']);
      assert.ok(csv.headers.get('content-disposition')?.endsWith(`sunlit-${name}-qinghe-2025.csv`));
      const [head, ...lines] = (await csv.text()).split('\r\n');
      assert.equal(head?.replace(/^\uFEFF/, ''), fields.map((field) => field.name).join());
      assert.ok(primaryKey.every((key) => fields.some((field) => field.name === key)));
      const rows = await rowsOf(name);
      assert.equal(lines.length - 1, rows.length, name);
      assert.ok(fields.every(({ title }) => !title.includes('.')), 'every field has a title');
      for (const row of rows) {
        assert.deepEqual(Object.keys(row), fields.map((field) => field.name));
        for (const { name: field, type } of fields) {
          const value = row[field];
          if (value === null) continue;
          const fits = { string: typeof value === 'string', integer: Number.isInteger(value), number: typeof value === 'number', date: /^\d{4}-\d\d-\d\d$/.test(String(value)), year: Number.isInteger(value) }[type];
          assert.ok(fits, `${name}.${field}: ${JSON.stringify(value)}`);
        }
      }
      assert.equal(new Set(rows.map((row) => JSON.stringify(primaryKey.map((key) => row[key])))).size, rows.length, `${name}: the key tells rows apart`);
      const workbook = new excel.Workbook();
      await workbook.xlsx.load(await (await fetch(path.replace('format=csv', 'format=xlsx'))).arrayBuffer());
      assert.equal(workbook.worksheets[0]?.rowCount, rows.length + 1);
    }
    assert.deepEqual((await rowsOf('disclosures')).filter(({ n }) => n !== 0), [
      { year: 2025, dimension: 'category', key: 'A20_05', name: '行政许可和其他对外管理服务事项', n: 1 }, { year: 2025, dimension: 'kind', key: 'notice', name: null, n: 1 }, { year: 2025, dimension: 'level', key: 'city', name: null, n: 1 },
      { year: 2025, dimension: 'carrier', key: 'website', name: null, n: 1 }, { year: 2025, dimension: 'carrier', key: 'notice-board', name: null, n: 1 }, { year: 2025, dimension: 'month', key: '2025-06', name: null, n: 1 },
    ]);
    assert.deepEqual(await rowsOf('timeliness'), [{ year: 2025, kind: 'notice', inTime: 1, of: 1 }]);
    assert.deepEqual([await rowsOf('proactive'), await rowsOf('requests'), await rowsOf('disputes')], [[], [], []], 'nobody has closed the year');
    const none = { upheld: 0, corrected: 0, otherResult: 0, pending: 0, total: 0 };
    await keeper.do('PUT', '/v1/agencies/qinghe-water/statistics/2025', {
      version: 0, proactive: { regulations: { issued: 0, repealed: 0, inForce: 2 }, normativeDocs: { issued: 3, repealed: 1, inForce: 9 }, licences: 40, penalties: 12, coercions: 0, feesWanYuan: 1.25 },
      disputes: { reconsideration: { ...none, upheld: 2, total: 2 }, litigationDirect: none, litigationAfter: none },
    });
    await keeper.do('POST', '/v1/agencies/qinghe-water/statistics/2025/versions', { version: 0 });
    const [proactive, requests, disputes] = [await rowsOf('proactive'), await rowsOf('requests'), await rowsOf('disputes')];
    assert.deepEqual([proactive.find(({ item }) => item === 'feesWanYuan')?.['n'], proactive.find(({ item }) => item === 'normativeDocs.inForce')?.['n'], requests.length, disputes.find(({ dispute, result }) => dispute === 'reconsideration' && result === 'upheld')?.['n']], [1.25, 9, 25 * 7, 2]);
  });
});
