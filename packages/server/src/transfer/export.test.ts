import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import exceljs from 'exceljs';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { saveAgencies, saveCategories } from '../agencies/tree.ts';
import type { Database } from '../database/database.ts';
import { publish, publishMany, withdraw } from '../disclosures/publication.ts';
import { CATEGORIES, CITY, KINDS, content, listening, onEachEngine, staffMember, temporaryDirectory } from '../fixture.ts';
import { guarded } from './export.ts';
import { environmentOf, sunlit } from './fixture.ts';

/** More disclosures than are read at a time; one is withdrawn, one is dangerous to a spreadsheet. */
async function filled(database: Database): Promise<void> {
  await saveAgencies(database, CITY);
  await saveCategories(database, CATEGORIES);
  const titles = Array.from({ length: 1203 }, (_, index) => `河道公告第${index}号`);
  await publishMany(database, titles.map((title, index) => ({
    content: content({ kind: KINDS[index % KINDS.length]!, agencyId: index % 2 ? 'qinghe-water' : 'liuhe', title }), publishedOn: `20${10 + (index % 10)}-0${1 + (index % 9)}-15`,
  })));
  const gone = await publish(database, { content: content({ title: '已撤下的公告' }), publishedOn: '2026-01-01' });
  await withdraw(database, gone.id, { on: '2026-01-02', ground: '依据', decidedBy: '办公室' });
  await publish(database, { content: content({ title: '=HYPERLINK("http://x.example","点击")', summary: '含"引号"、逗号,与空格 ', docNo: '@SUM(1)', categoryId: 'qinghe-water.sand' }), publishedOn: '2026-01-03' });
}

onEachEngine('export', (open) => {
  test('of everything, as CSV, XLSX and JSON Lines, holds every visible row once, newest first, and no formula', async () => {
    const database = await open();
    await filled(database);
    const environment = await environmentOf(database);
    const folder = temporaryDirectory();
    for (const format of ['csv', 'xlsx', 'jsonl']) {
      const { code, err } = await sunlit(['export', '--out', join(folder, `all.${format}`)], environment);
      assert.deepEqual([code, /已导出 1204 条/.test(err)], [0, true], err);
    }
    const bytes = readFileSync(join(folder, 'all.csv'));
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], 'Excel needs the mark to read UTF-8');
    const [head, ...rows] = parse(bytes, { bom: true });
    assert.deepEqual(head!.slice(0, 4), ['索引号', '名称', '内容概述', '生成日期'], 'Reg. 12');
    assert.equal(rows.length, 1204);
    const days = rows.map((row) => row[head!.indexOf('公开日期')]!);
    assert.deepEqual(days, [...days].sort().reverse());
    assert.equal(new Set(rows.map((row) => row.at(-1))).size, 1204);
    assert.deepEqual(rows[0]!.slice(1, 3), ['\'=HYPERLINK("http://x.example","点击")', '含"引号"、逗号,与空格 ']);
    assert.ok(rows[0]!.includes('河道采砂') && rows[0]!.includes('清河市水利局') && rows[0]!.includes('公示公告') && rows[0]!.includes("'@SUM(1)"));

    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(join(folder, 'all.xlsx'));
    const sheet = workbook.worksheets[0]!;
    assert.equal(sheet.rowCount, 1205);
    const values = (n: number) => (sheet.getRow(n).values as unknown[]).slice(1).map((value) => String(value ?? ''));
    assert.deepEqual([values(1), values(2).slice(0, 3)], [head, rows[0]!.slice(0, 3)]);
    sheet.eachRow((row) => row.eachCell((cell) => assert.notEqual(cell.type, exceljs.ValueType.Formula)));

    const lines = readFileSync(join(folder, 'all.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as { id: string; title: string; body: string });
    assert.deepEqual(lines.map(({ id }) => id), rows.map((row) => row.at(-1)));
    assert.deepEqual([lines[0]!.title, lines[0]!.body], ['=HYPERLINK("http://x.example","点击")', '正文']);
    assert.ok(!readFileSync(join(folder, 'all.jsonl'), 'utf8').includes('已撤下'));
    assert.deepEqual(readdirSync(folder).sort(), ['all.csv', 'all.jsonl', 'all.xlsx'], 'nothing half written is left');
  });

  test('takes the filters of the search, and says which is wrong', async () => {
    const database = await open();
    await filled(database);
    const environment = await environmentOf(database);
    const titles = async (...args: string[]) => {
      const { code, out, err } = await sunlit(['export', '--out', '-', '--format', 'jsonl', ...args], environment);
      assert.equal(code, 0, err);
      return out.trim().split('\n').filter(Boolean).map((line) => (JSON.parse(line) as { title: string }).title);
    };
    assert.equal((await titles('--agency', 'dongshan')).length, 602);
    assert.equal((await titles('--agency', 'dongshan', '--scope', 'only')).length, 0);
    assert.equal((await titles('--agency', 'liuhe', '--kind', 'normative', '--year', '2010')).length, (await database.read.selectFrom('disclosure as d').innerJoin('agency as a', 'a.no', 'd.agency_no')
      .select('d.id').where('a.id', '=', 'liuhe').where('d.kind', '=', 'normative').where('published_on', 'like', '2010-%').execute()).length);
    assert.deepEqual(await titles('--q', '第777号'), ['河道公告第777号']);
    assert.deepEqual(await titles('--category', 'A20_05'), ['=HYPERLINK("http://x.example","点击")']);
    assert.equal((await titles('--from', '2019-01-01', '--to', '2019-12-31')).length, 120);
    const out = join(temporaryDirectory(), 'x.csv');
    for (const [args, code] of [[['--agency', 'nobody'], 1], [['--from', '2026-02-30'], 1], [['--kind', 'thing'], 2], [['--year', 'last'], 2], [['--format', 'pdf'], 2]] as const) {
      const result = await sunlit(['export', '--out', out, ...args], environment);
      assert.equal(result.code, code, result.err);
      assert.ok(!existsSync(out));
    }
    writeFileSync(out, 'what was there');
    assert.equal((await sunlit(['export', '--out', out, '--lang', 'en', '--q', '第777号'], environment)).code, 0);
    assert.match(readFileSync(out, 'utf8'), /^\ufeffIndex number,Title,Summary,Date made/);
  });

  test('over HTTP is for those who may, in the language of the caller, as a download', async () => {
    const database = await open();
    await filled(database);
    const server = await listening(database);
    const { headers } = await staffMember(database, { username: 'publisher', grants: [{ agencyId: 'qinghe', role: 'publisher' }] });
    const ask = (query: string, more: Record<string, string> = {}) => server.get(`/v1/exports/disclosures?${query}`, more);
    assert.equal((await ask('format=csv')).status, 401);
    const csv = await ask('format=csv&agency=qinghe-water&year=2026', { ...headers, 'accept-language': 'en' });
    assert.deepEqual([csv.status, csv.headers.get('content-type'), csv.headers.get('content-disposition'), csv.headers.get('cache-control')], [200, 'text/csv; charset=utf-8', 'attachment; filename="disclosures.csv"', 'no-store']);
    assert.equal(parse(Buffer.from(await csv.arrayBuffer()), { bom: true }).length, 2);
    const xlsx = await ask('format=xlsx', headers);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(await xlsx.arrayBuffer());
    assert.equal(workbook.worksheets[0]!.rowCount, 1205);
    const wrong = await ask('format=csv&agency=nobody', headers);
    assert.deepEqual([wrong.status, ((await wrong.json()) as { errors: { pointer: string }[] }).errors[0]!.pointer], [400, '/query/agency']);
    assert.equal((await ask('format=pdf', headers)).status, 400);
  });
});

test('no cell begins as a formula, and none other is changed', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝', '－').chain((first) => fc.string().map((rest) => first + rest))), (cell) => {
    const safe = String(guarded(cell));
    assert.doesNotMatch(safe, /^[=+\-@\t\r＝＋－＠]/);
    assert.ok(safe === cell || safe === `'${cell}`);
    assert.equal(safe === cell, !/^[=+\-@\t\r＝＋－＠]/.test(cell));
  }));
});
