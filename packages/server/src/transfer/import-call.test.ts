import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import exceljs from 'exceljs';
import { DISCLOSURE_KINDS, ImportReport, type AuditEntry, type Problem } from '@sunlit/contract';
import { Ajv } from 'ajv';
import { saveAgencies, saveCategories } from '../agencies/tree.ts';
import { latestChange } from '../changes/list.ts';
import { writing, type Database } from '../database/database.ts';
import { listDisclosures } from '../disclosures/list.ts';
import { CATEGORIES, CITY, listening, onEachEngine, openSqlite, staffMember } from '../fixture.ts';
import { importFields } from './import-fields.ts';

const WATER = 'qinghe-water';
const HEADERS = '来源编号,标题,发布日期,文号,栏目,正文,体裁,发文机关';
const ROWS = [
  'W1,关于加强河道采砂管理的通知,2026年3月9日,清水〔2026〕1号,河道采砂,第一条 采砂须经许可。,规范性文件,清河市水利局',
  'W2,关于防汛值守的通知,2026/3/10,清水〔2026〕2号,A20_12,各单位：,通知,清河市水利局',
];
const csv = (rows: readonly string[] = ROWS, headers = HEADERS) => Buffer.from([headers, ...rows].join('\r\n'));
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const isReport = new Ajv({ allErrors: true }).compile(ImportReport);

type Asked = Partial<Record<'agency' | 'kind' | 'name' | 'system' | 'mapping' | 'reviewedBy', string>>;

async function room(database: Database, settings = {}) {
  await saveAgencies(database, CITY);
  await saveCategories(database, CATEGORIES);
  const server = await listening(database, { settings });
  const person = async (username: string, role: 'publisher' | 'editor' | 'supervisor', agencyId = WATER) => (await staffMember(database, { username, grants: [{ agencyId, role }] })).headers;
  const publisher = await person('publisher', 'publisher');
  const send = (path: string, bytes: Uint8Array, asked: Asked, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/v1/imports${path}?${new URLSearchParams({ agency: WATER, kind: 'normative', name: '目录.csv', ...asked })}`,
      { method: 'POST', body: Buffer.from(bytes), headers: { 'content-type': 'application/octet-stream', ...publisher, ...headers } });
  const answer = async (response: Response): Promise<ImportReport> => {
    const report = (await response.json()) as ImportReport;
    assert.equal(response.status, 200, JSON.stringify(report));
    assert.ok(isReport(report), JSON.stringify(isReport.errors));
    return report;
  };
  return {
    server, person, publisher, send,
    preview: async (bytes: Uint8Array, asked: Asked = {}, headers = {}) => answer(await send('/preview', bytes, asked, headers)),
    run: async (bytes: Uint8Array, asked: Asked = {}) => answer(await send('', bytes, { reviewedBy: '局保密审查员', ...asked })),
    /** `status code`, then `pointer code` of its parts. */
    refused: async (bytes: Uint8Array, asked: Asked = {}, path = '/preview', headers = {}) => {
      const { status, type, errors = [] } = (await (await send(path, bytes, asked, headers)).json()) as Problem;
      for (const { detail } of errors) assert.ok(!detail.includes('{{') && !detail.startsWith('不符合要求'), detail);
      return [`${status} ${type.replace('urn:sunlit:problem:', '')}`, ...errors.map(({ pointer, code }) => `${pointer} ${code}`)];
    },
    titles: async () => (await listDisclosures(database, { sort: 'newest', limit: 100 })).items.map(({ title }) => title),
    /** What is left of the files that came in. */
    left: () => readdirSync(join(server.settings.dataDirectory, 'uploads')),
  };
}

async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1000; turn++) {
    if (condition()) return;
    await pause(10);
  }
  assert.fail('It never came to be.');
}

onEachEngine('imports over HTTP', (open) => {
  test('a preview says what the columns are, what there would be to choose, and what would be published; the import publishes it once', async () => {
    const database = await open();
    const { preview, run, titles, left, publisher, person, server } = await room(database);
    const bytes = csv();
    const seen = await preview(bytes);
    assert.deepEqual([seen.imported, seen.counts, seen.bad, seen.badCells, seen.problem], [false, { rows: 2, bad: 0, published: 2, amended: 0, unchanged: 0, withdrawn: 0 }, [], 0, undefined]);
    assert.deepEqual([seen.mapping, seen.name, seen.size, seen.sha256], ['guessed', '目录.csv', bytes.length, sha256(bytes)]);
    assert.deepEqual(seen.columns[2], { header: '发布日期', samples: ['2026-03-09', '2026-03-10'], paths: ['publishedOn'], guess: 'publishedOn' });
    assert.deepEqual(seen.fields.filter(({ required }) => required).map(({ path }) => path), ['sourceId', 'publishedOn', 'categoryId', 'title', 'body', 'fields.genre', 'fields.issuers']);
    assert.deepEqual(seen.fields.find(({ path }) => path === 'fields.genre')?.values?.[1], { value: 'normative-document', label: '规范性文件' });
    assert.deepEqual(await titles(), []);

    const done = await run(bytes);
    assert.deepEqual([done.imported, done.counts?.published], [true, 2]);
    assert.deepEqual(await titles(), ['关于防汛值守的通知', '关于加强河道采砂管理的通知']);
    const feed = await latestChange(database);
    const again = await run(bytes);
    assert.deepEqual([again.imported, again.mapping, again.counts], [true, 'remembered', { rows: 2, bad: 0, published: 0, amended: 0, unchanged: 2, withdrawn: 0 }]);
    assert.equal(await latestChange(database), feed);
    const changed = await run(csv(ROWS.map((row) => row.replace('各单位：', '各单位、各乡镇：'))));
    assert.deepEqual([changed.counts?.amended, changed.counts?.unchanged, (await titles()).length], [1, 1, 2]);
    assert.equal((await run(bytes, { system: '旧网站' })).counts?.published, 2, 'another system has ids of its own');
    assert.deepEqual(left(), []);

    const { items } = (await (await fetch(`${server.url}/v1/audit`, { headers: await person('supervisor', 'supervisor') })).json()) as { items: AuditEntry[] };
    const imports = items.filter(({ operation }) => /import/.test(operation)).reverse();
    assert.deepEqual(imports.map(({ operation, name, via, agencyId, outcome }) => `${operation} ${name} ${via} ${agencyId} ${outcome}`), [
      `imports.preview publisher token ${WATER} done`, ...Array.from({ length: 4 }, () => `imports.run publisher token ${WATER} done`),
    ]);
    const file = `目录.csv（SHA-256 ${sha256(bytes)}）`;
    assert.equal(imports[0]?.detail, `${file}；规章和规范性文件 2 行：公开 2，更新 0，没有变化 0，已撤下未动 0；仅核对`);
    assert.equal(imports[1]?.detail, `${file}；规章和规范性文件 2 行：公开 2，更新 0，没有变化 0，已撤下未动 0；保密审查：局保密审查员`);
    assert.match(imports[4]?.detail ?? '', /来源系统 旧网站；/);
    assert.equal((await fetch(`${server.url}/v1/audit`, { headers: publisher })).status, 403);
  });

  test('every bad row is named with its column and reason, in the language of the caller, and nothing is imported', async () => {
    const database = await open();
    const { preview, run, titles, left, person, server } = await room(database);
    const bytes = csv([ROWS[0]!, 'X1,标题,明天,,没有这一类,正文,通知,清河市水利局', 'X2,,2026-01-01,,A20_01,正文,怪文,清河市水利局']);
    const english = await preview(bytes, {}, { 'accept-language': 'en' });
    assert.deepEqual(english.bad.map(({ row, column, code }) => `${row} ${column} ${code}`), ['3 发布日期 day', '3 栏目 unknown-category', '4 体裁 enum', '4 标题 required']);
    assert.match(english.bad[0]!.detail, /^not a day/);
    const { imported, counts, bad, badCells } = await run(bytes);
    assert.deepEqual([imported, counts?.rows, counts?.bad, badCells], [false, 3, 2, 4]);
    assert.match(bad[0]!.detail, /^不是日期/);
    assert.deepEqual([await titles(), left()], [[], []]);
    const { items } = (await (await fetch(`${server.url}/v1/audit?operation=imports.run`, { headers: await person('supervisor', 'supervisor') })).json()) as { items: AuditEntry[] };
    assert.match(items[0]!.detail ?? '', /3 行：2 行不合要求，未导入；保密审查：局保密审查员$/);

    const many = await preview(csv(Array.from({ length: 2100 }, (_, index) => `N${index},标题,没有日期,,A20_01,正文,通知,清河市水利局`)));
    assert.deepEqual([many.bad.length, many.badCells, many.counts?.bad], [2000, 2100, 2100]);
  });

  test('a mapping that does not fit is answered with what is wrong and what there is; put right, it works and is remembered', async () => {
    const { preview, run, refused } = await room(await open());
    const bytes = csv(['7,通知甲,2026-01-05,正文'], 'no,名称,when,内容');
    const wrong = await preview(bytes, {}, { 'accept-language': 'en' });
    assert.deepEqual([wrong.problem?.code, wrong.counts, wrong.columns.map(({ header, paths, guess }) => [header, paths, guess])], [
      'import-map-required', undefined, [['no', [], undefined], ['名称', ['title'], 'title'], ['when', [], undefined], ['内容', ['body'], 'body']],
    ]);
    assert.equal((await run(bytes)).imported, false);
    const constants = { 'fields.genre': '通知', 'fields.issuers': '清河市水利局', categoryId: '河道采砂' };
    const mapping = JSON.stringify({ columns: { no: 'sourceId', when: ['publishedOn', 'formedOn'] }, constants });
    const seen = await preview(bytes, { mapping });
    assert.deepEqual([seen.mapping, seen.counts?.published, seen.constants, seen.columns[2]], ['given', 1, constants, { header: 'when', samples: ['2026-01-05'], paths: ['publishedOn', 'formedOn'] }]);
    assert.equal((await run(bytes, { mapping })).imported, true);
    const later = await preview(csv(['正文,8,2026-01-06,通知乙'], '内容,no,when,名称'));
    assert.deepEqual([later.mapping, later.counts?.published], ['remembered', 1]);

    const problems: [object, string][] = [
      [{ columns: { 没有: 'title' } }, 'import-map-column'], [{ columns: { no: 'fields.nothing' } }, 'import-map-path'], [{ columns: { no: 'title' } }, 'import-map-twice'],
      [{ columns: { no: 'constructor' } }, 'import-map-path'], [{ constants: { 'fields.__proto__': {} } }, 'import-map-path'], [{ columns: { no: '__proto__' } }, 'import-map-path'],
    ];
    for (const [given, code] of problems) assert.equal((await preview(bytes, { mapping: JSON.stringify(given) })).problem?.code, code, JSON.stringify(given));
    assert.deepEqual(await refused(bytes, { mapping: '{' }), ['400 invalid-input', '/query/mapping import-map-syntax']);
  });

  test('the content says what a file is, whatever it is called', async () => {
    const { preview, refused, left } = await room(await open());
    const workbook = new exceljs.Workbook();
    const sheet = workbook.addWorksheet('目录');
    sheet.addRows([HEADERS.split(','), ['W1', '甲号文件', 46090, '', 'A20_01', '正文', '规范性文件', '清河市水利局']]);
    const xlsx = new Uint8Array(await workbook.xlsx.writeBuffer());
    const object = { 来源编号: 'W1', 标题: '甲号文件', 公开日期: '2026-03-09', 分类: 'A20_01', 正文: '正文', 体裁: '规范性文件', 发文机关: ['清河市水利局'] };
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(` [${JSON.stringify(object)}]`, 'utf16le')]);
    for (const bytes of [xlsx, Buffer.from(`\ufeff[\n${JSON.stringify(object)}]`), Buffer.from(`${JSON.stringify(object)}\n`), utf16, csv(['W1,甲号文件,2026-03-09,,A20_01,正文,通知,清河市水利局'])]) {
      const { counts, bad, columns } = await preview(bytes, { name: '目录.doc' });
      assert.deepEqual([counts?.published, bad, columns.find(({ paths }) => paths[0] === 'publishedOn')?.samples], [1, [], ['2026-03-09']]);
    }
    const cases: [Uint8Array, string][] = [
      [Buffer.alloc(0), 'import-empty'], [Buffer.from('标题,标题\n1,2'), 'import-header-twice'], [Uint8Array.of(0xff, 0x80, 0x0a), 'import-encoding'], [Buffer.from('[{"a":1},]x'), 'import-json'],
      [xlsx.subarray(0, xlsx.length - 100), 'file-damaged'], [Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'import-old-workbook'], [Buffer.from('"a\nb'), 'import-csv'],
    ];
    for (const [bytes, code] of cases) assert.deepEqual(await refused(bytes, { name: '目录.xlsx' }), ['400 invalid-input', `/body ${code}`]);
    assert.deepEqual(left(), []);
  });

  // A refusal that leaves the rest of a body unread would hold the connection for more than a minute.
  test('nobody imports for an agency that is not theirs, without a secrecy review, or more than there may be', { timeout: 60_000 }, async () => {
    const database = await open();
    const { refused, person, left, titles } = await room(database, { fileLimit: 1024 * 1024 });
    const [editor, foreigner] = [await person('editor', 'editor'), await person('foreigner', 'publisher', 'qinghe-tax')];
    for (const [path, reviewed] of [['/preview', {}], ['', { reviewedBy: '局保密审查员' }]] as const) {
      assert.deepEqual(await refused(csv(), { agency: 'qinghe-tax', ...reviewed }, path), ['403 not-allowed']);
      assert.deepEqual(await refused(csv(), reviewed, path, editor), ['403 not-allowed'], 'it would publish without a review');
      assert.deepEqual(await refused(csv(), reviewed, path, foreigner), ['403 not-allowed']);
      assert.deepEqual(await refused(csv(), reviewed, path, { authorization: '' }), ['401 not-signed-in']);
      assert.deepEqual(await refused(Buffer.alloc(1024 * 1024 + 1, 'a'), reviewed, path), ['413 too-large', '/body file-too-large']);
    }
    assert.deepEqual(await refused(csv(), {}, ''), ['400 invalid-input', '/query/reviewedBy required']);
    assert.deepEqual(await refused(csv(), { reviewedBy: ' ' }, ''), ['400 invalid-input', '/query/reviewedBy required']);
    assert.deepEqual(await refused(csv(), { reviewedBy: '长'.repeat(101) }, ''), ['400 invalid-input', '/query/reviewedBy maxLength']);
    assert.deepEqual(await refused(csv(), { kind: 'nothing' }), ['400 invalid-input', '/query/kind enum']);
    assert.deepEqual([left(), await titles()], [[], []]);
  });

  test('who hangs up while it is sent, judged or published leaves nothing behind', async () => {
    const database = await open();
    const { server, publisher, left, titles } = await room(database);
    const { hostname, port } = new URL(server.url);
    const call = (length: number) => {
      const request = httpRequest({
        hostname, port, method: 'POST', headers: { 'content-type': 'application/octet-stream', 'content-length': length, ...publisher },
        path: `/v1/imports?${new URLSearchParams({ agency: WATER, kind: 'normative', name: 'a.csv', reviewedBy: '审查员' })}`,
      });
      request.on('error', () => undefined);
      return request;
    };
    const cut = call(10_000_000);
    cut.write(csv());
    await until(() => left().length > 0);
    cut.destroy();
    await until(() => left().length === 0);

    // All has arrived, and waits for its turn to write while somebody else does.
    const bytes = csv(Array.from({ length: 3000 }, (_, index) => `N${index},公告第${index}号,2026-01-05,,A20_01,正文,通知,清河市水利局`));
    const whole = call(bytes.length);
    await writing(database, async () => {
      whole.end(bytes);
      await until(() => left().some((name) => name.endsWith('.csv')));
      whole.destroy();
    });
    await until(() => left().length === 0);
    assert.deepEqual([await titles(), await latestChange(database)], [[], 0]);
    assert.deepEqual(await database.read.selectFrom('source').select('hash').execute(), []);
    assert.equal((await server.get('/healthz')).status, 200);
  });
});

test('every kind offers fields that can be mapped, with those it cannot do without', async () => {
  const { preview } = await room(await openSqlite());
  for (const kind of DISCLOSURE_KINDS) {
    const fields = importFields(kind);
    const needed = fields.filter(({ required }) => required);
    // A row that has nothing but these lacks nothing: what is said against it is about the values.
    const { bad, problem, columns } = await preview(csv([needed.map(({ values }, index) => values?.[0]?.value ?? String(index)).join(',')], needed.map(({ path }) => path).join(',')), { kind });
    assert.equal(problem, undefined, kind);
    assert.deepEqual(columns.map(({ paths }) => paths[0]), needed.map(({ path }) => path), kind);
    const lacking = bad.filter(({ code, column }) => code === 'required' && !column.includes('.') && fields.some(({ path }) => path === column));
    assert.deepEqual(lacking, [], kind);
  }
});
