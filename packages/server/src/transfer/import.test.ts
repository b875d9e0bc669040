import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import exceljs from 'exceljs';
import type { Disclosure } from '@sunlit/contract';
import { saveAgencies, saveCategories } from '../agencies/tree.ts';
import { latestChange } from '../changes/list.ts';
import type { Database } from '../database/database.ts';
import { amend, withdraw } from '../disclosures/publication.ts';
import { listDisclosures } from '../disclosures/list.ts';
import { getDisclosure } from '../disclosures/read.ts';
import { CATEGORIES, CITY, onEachEngine, temporaryDirectory } from '../fixture.ts';
import { ended, environmentOf, fileOf, started, sunlit } from './fixture.ts';

const HEADERS = '来源编号,标题,发布日期,文号,栏目,正文,体裁,发文机关';
const ROWS = [
  'W1,关于加强河道采砂管理的通知,2026年3月9日,清水〔2026〕1号,河道采砂,"第一条 采砂须经许可。\n第二条 ""禁采期""另行公告。",规范性文件,清河市水利局；清河市人民政府',
  'W2,关于防汛值守的通知,2026/3/10 09:30,清水〔2026〕2号,A20_12,各单位：,通知,清河市水利局',
  'W3,河道管理办法,46092,,A20_01,全文如下。,规章,清河市人民政府',
];
const csv = (rows: readonly string[] = ROWS, headers = HEADERS) => fileOf('rows.csv', [headers, ...rows].join('\r\n'));

/** A city, and the command's arguments for one of its agencies. */
async function city(open: () => Promise<Database>) {
  const database = await open();
  await saveAgencies(database, CITY);
  await saveCategories(database, CATEGORIES);
  const environment = await environmentOf(database);
  const run = (file: string, ...more: string[]) => sunlit(['import', file, '--agency', 'qinghe-water', '--kind', 'normative', ...more], environment);
  const all = async () => (await listDisclosures(database, { sort: 'newest', limit: 100 })).items;
  const one = async (title: string): Promise<Extract<Disclosure, { state: 'published' }>> => {
    const found = (await all()).find((item) => item.title === title);
    const disclosure = await getDisclosure(database, found!.id);
    assert.ok(disclosure.state === 'published');
    return disclosure;
  };
  return { database, environment, run, all, one };
}

onEachEngine('import', (open) => {
  test('publishes what a table says: dates in every form, categories and values by name, lists, line breaks in quotes', async () => {
    const { run, all, one, database } = await city(open);
    const { code, out, err } = await run(csv());
    assert.equal(code, 0, err);
    assert.match(out, /文号 → docNo[\s\S]*体裁 → fields\.genre[\s\S]*公开 3 条，更新 0 条/);
    assert.deepEqual((await all()).map(({ title, publishedOn, docNo, categoryId }) => [title, publishedOn, docNo, categoryId]), [
      ['河道管理办法', '2026-03-11', undefined, 'A20_01'],
      ['关于防汛值守的通知', '2026-03-10', '清水〔2026〕2号', 'A20_12'],
      ['关于加强河道采砂管理的通知', '2026-03-09', '清水〔2026〕1号', 'qinghe-water.sand'],
    ]);
    const first = await one('关于加强河道采砂管理的通知');
    assert.equal(first.body, '第一条 采砂须经许可。\n第二条 "禁采期"另行公告。');
    assert.equal(first.summary, '第一条 采砂须经许可。 第二条 "禁采期"另行公告。');
    assert.deepEqual(first.kind === 'normative' && first.fields, { genre: 'normative-document', issuers: ['清河市水利局', '清河市人民政府'] });
    assert.equal((await listDisclosures(database, { q: '禁采期' })).total.value, 1, 'it is found like anything else');
    const audit = await database.read.selectFrom('audit').select(['operation', 'via', 'subject']).where('operation', '=', 'system.import').execute();
    assert.deepEqual(audit, [{ operation: 'system.import', via: 'system', subject: 'normative +3 ~0' }]);
  });

  test('publishes the same from GB18030, from a tab-separated UTF-16 file, from XLSX, JSON and JSON Lines', async () => {
    const table = [HEADERS.split(','), ...[['W1', '甲号文件', 46090, '清水〔2026〕1号', 'A20_01', '正文\n第二行', '规范性文件', '清河市水利局'], ['W2', '乙号文件㐂𠮷', '2026-03-10', '', 'A20_01', '正文', '通知', '清河市水利局']]];
    const quoted = (cell: unknown) => `"${String(cell).replaceAll('"', '""')}"`;
    const text = (delimiter: string) => table.map((row) => row.map(quoted).join(delimiter)).join('\n');
    const workbook = new exceljs.Workbook();
    const sheet = workbook.addWorksheet('目录');
    sheet.addRows(table);
    sheet.getCell('C2').numFmt = 'yyyy-mm-dd';
    sheet.getCell('B3').value = { richText: [{ text: '乙号' }, { font: { bold: true }, text: '文件㐂𠮷' }] };
    workbook.addWorksheet('说明').addRow(['不是数据']);
    const objects = table.slice(1).map((row) => Object.fromEntries(row.map((cell, index) => [HEADERS.split(',')[index], cell])));
    const files = [
      fileOf('gb.csv', gb18030(text(','))),
      fileOf('bom.csv', `\ufeff${text(',')}`),
      fileOf('utf16.txt', Buffer.from(`\ufeff${text('\t')}`, 'utf16le')),
      fileOf('rows.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer())),
      fileOf('rows.json', JSON.stringify(objects, null, 2)),
      fileOf('rows.jsonl', objects.map((one) => JSON.stringify(one)).join('\n')),
    ];
    for (const file of files) {
      const { run, all, one } = await city(open);
      const { code, err } = await run(file);
      assert.equal(code, 0, `${file} ${err}`);
      assert.deepEqual((await all()).map(({ title, publishedOn }) => [title, publishedOn]), [['乙号文件㐂𠮷', '2026-03-10'], ['甲号文件', '2026-03-09']], file);
      assert.equal((await one('甲号文件')).body, '正文\n第二行', file);
    }
  });

  test('of the same rows changes nothing, of changed ones amends them, and what was withdrawn stays withdrawn', async () => {
    const { run, all, one, database } = await city(open);
    await run(csv());
    const before = await all();
    const feed = await latestChange(database);
    const again = await run(csv([...ROWS].reverse()));
    assert.match(again.out, /沿用上次[\s\S]*公开 0 条，更新 0 条，3 条没有变化/);
    assert.equal(await latestChange(database), feed);

    const notice = await one('关于防汛值守的通知');
    const link = { type: 'interprets' as const, id: before[2]!.id };
    // An officer adds what the old system knows nothing of.
    const { state: _s, id, indexNo: _i, agency: _a, publishedOn: _p, validity: _v, revision: _r, chain: _c, nextDueOn: _n, repealedOn: _e, categoryName: _g, ...written } = notice;
    await amend(database, id, { content: { ...written, links: [link] }, on: '2026-04-01', reason: '补充关联' });
    await withdraw(database, (await one('河道管理办法')).id, { on: '2026-04-02', ground: '依据', decidedBy: '办公室' });
    const changed = await run(csv(ROWS.map((row) => row.replace('各单位：', '各单位、各乡镇：').replace('全文如下', '全文如此'))));
    assert.equal(changed.code, 0, changed.err);
    assert.match(changed.out, /更新 1 条，1 条没有变化。\n另有 1 条在来源中有变化，但此处已撤下/);
    const amended = await one('关于防汛值守的通知');
    assert.deepEqual([amended.body, amended.links, amended.revision, amended.validity], ['各单位、各乡镇：', [link], 3, 'amended']);
    assert.equal(amended.chain.revisions.at(-1)?.reason, '导入更新');
    assert.deepEqual((await all()).map(({ id: one }) => one), before.map(({ id: one }) => one).filter((one) => one !== before[0]!.id), 'no second copy, and none brought back');
    const other = await run(csv(), '--system', 'other');
    assert.match(other.out, /公开 3 条/, 'another system has ids of its own');
  });

  test('reports every bad row with its column and reason, and imports none', async () => {
    const { run, all, database } = await city(open);
    await run(csv(ROWS.slice(0, 1)));
    const before = await latestChange(database);
    const { code, out, err } = await run(csv([
      ROWS[0]!.replace('2026年3月9日', '2026-03-08'),
      'X1,标题,2026-02-30,,A20_01,正文,规范性文件,清河市水利局',
      'X2,标题,2026-01-01,,没有这一类,正文,怪文,清河市水利局',
      'X3,,,,A20_01,正文,通知,清河市水利局',
      'X4,标题,2999-01-01,,A20_01,,通知,清河市水利局',
      'X5,标题,2026-01-01,,dongshan.roads,正文,通知,清河市水利局',
      'X5,标题,2026-01-01,,A20_01,正文,通知,清河市水利局',
      'X5,标题,2026-01-01,,A20_01,正文,通知,清河市水利局',
      'X6,标题,2026-01-01,,A20_01,正文,通知,,多出的格',
      'X7,标题,2026-01-01,,A20_01,正文,通知,清河市水利局',
    ]));
    assert.equal(code, 1);
    assert.deepEqual(err.trim().split('\n'), [
      '第 3 行，“发布日期”：不是日期（应如 2026-03-09、2026/3/9、2026年3月9日）',
      '第 4 行，“体裁”：应为以下之一：规章, 规范性文件, 命令, 决议, 通知, 方案',
      '第 4 行，“栏目”：本机关没有类别“没有这一类”',
      '第 5 行，“发布日期”：缺少公开日期（publishedOn）',
      '第 5 行，“标题”：缺少标题（title）',
      '第 6 行，“正文”：规章和规范性文件须有全文',
      '第 7 行，“栏目”：本机关没有类别“dongshan.roads”',
      '第 8 行，“来源编号”：“X5”与第 7 行重复',
      '第 9 行，“来源编号”：“X5”与第 7 行重复',
      '第 10 行：单元格多于列名',
      '第 10 行，“发文机关”：缺少发布机关（fields.issuers）',
      '第 2 行，“发布日期”：已公开为 2026-03-09，不能改变',
      '10 行中有 9 行不合要求，一行也没有导入。请按上面的说明更正后重新导入。',
    ]);
    assert.doesNotMatch(out, /导入完成/);
    assert.deepEqual([await latestChange(database), (await all()).length], [before, 1]);
    const inJson = await run(csv(['X1,标题,2026-01-01,,A20_01,正文,通知,清河市水利局,"{""term"":""temporary"",""until"":""2026-02-30""}"'], `${HEADERS},公开期限`));
    assert.match(inJson.err, /第 2 行，“公开期限”：不是日期/);
    const english = await run(csv(['X1,标题,tomorrow,,A20_01,正文,通知,清河市水利局']), '--lang', 'en');
    assert.match(english.err, /Row 2, "发布日期": not a day/);
  });

  test('tries without doing; takes constants and columns from a file, keeps them, and remembers them for the same headers', async () => {
    const { run, all } = await city(open);
    const headers = 'no,名称,when,内容';
    const rows = csv(['7,通知甲,2026-01-05,正文'], headers);
    const unknown = await run(rows);
    assert.deepEqual([unknown.code, /没有一列是“来源编号”（sourceId）/.test(unknown.err)], [1, true], unknown.err);
    const map = fileOf('map.json', JSON.stringify({ columns: { no: 'sourceId', when: ['publishedOn', 'formedOn'] }, constants: { 'fields.genre': '通知', 'fields.issuers': ['清河市水利局'], categoryId: 'A20_01' } }));
    const kept = join(temporaryDirectory(), 'kept.json');
    const tried = await run(rows, '--map', map, '--save-map', kept, '--dry-run');
    assert.deepEqual([tried.code, (await all()).length, /将公开 1 条[\s\S]*什么也没有改动/.test(tried.out)], [0, 0, true], tried.err);
    assert.deepEqual(JSON.parse(readFileSync(kept, 'utf8')), {
      columns: { no: 'sourceId', 名称: 'title', when: ['publishedOn', 'formedOn'], 内容: 'body' }, constants: { 'fields.genre': '通知', 'fields.issuers': ['清河市水利局'], categoryId: 'A20_01' },
    });
    assert.equal((await run(rows, '--map', kept)).code, 0);
    const later = await run(csv(['正文,8,2026-01-06,通知乙'], '内容,no,when,名称'));
    assert.deepEqual([later.code, (await all()).map(({ title }) => title)], [0, ['通知乙', '通知甲']], later.err);
    for (const [map, reason] of [['{', /不是正确的列对应文件/], ['{"columns":{"没有":"title"}}', /列“没有”/], ['{"columns":{"no":"fields.nothing"}}', /没有属性“fields\.nothing”/], ['{"columns":{"no":"attachments"}}', /没有属性“attachments”/]] as const) {
      const { code, err } = await run(rows, '--map', fileOf('map.json', map));
      assert.deepEqual([code, reason.test(err)], [1, true], err);
    }
  });

  test('reads nested values by path, by JSON in a cell and by the columns of dual publicity, of which an identity number is never taken', async () => {
    const { environment, database } = await city(open);
    const headers = 'ID,标题,公开日期,分类,act,CF_WSH,CF_XDR_MC,CF_XDR_SFZ,CF_SY,CF_YJ,CF_CFLB1,CF_JG,CF_JDRQ,CF_XZJG,CF_ZT,basis.0.title,channels';
    const row = '1,行政处罚决定书,2026-01-09,A20_06,行政处罚决定,清水罚〔2026〕1号,某采砂企业,110101190001010000,无证采砂,水法第三十九条,罚款,罚款五万元,2026/1/5,清河市水利局,有效,水法,"[{""carrier"":""website"",""on"":""2026-01-09""}]"';
    const { code, out, err } = await sunlit(['import', csv([row], headers), '--agency', 'qinghe-water', '--kind', 'decision'], environment);
    assert.equal(code, 0, err);
    assert.match(out, /CF_XDR_SFZ → 不导入/);
    const [item] = (await listDisclosures(database, { kind: 'decision' })).items;
    const found = await getDisclosure(database, item!.id);
    assert.ok(found.state === 'published' && found.kind === 'decision' && found.fields.act === 'penalty');
    assert.deepEqual([found.fields.decidedOn, found.fields.result, found.fields.status, found.basis, found.channels], ['2026-01-05', '罚款五万元', 'valid', [{ title: '水法' }], [{ carrier: 'website', on: '2026-01-09' }]]);
    const stored = await database.read.selectFrom('revision').select('content').execute();
    assert.ok(stored.every(({ content: text }) => !text.includes('110101190001010000')));
  });

  test('says what is wrong with a file or a call as a whole, and changes nothing', async () => {
    const { run, environment, database } = await city(open);
    const cases: [string, string | Uint8Array, number, RegExp][] = [
      ['rows.csv', '', 1, /没有内容/], ['rows.csv', '标题,标题\n1,2', 1, /“标题”出现了两次/], ['rows.csv', Uint8Array.of(0xff, 0x80, 0x0a), 1, /既不是 UTF-8/], ['rows.xlsx', 'no workbook', 1, /不是可读取的 XLSX/],
      ['rows.json', '{"a":1}', 1, /不是正确的 JSON/], ['rows.jsonl', '{"a":1}\n{"a":', 1, /第 2 项不是正确的 JSON/], ['rows.doc', '', 1, /不认识文件/],
    ];
    await Promise.all(cases.map(async ([name, bytes, code, reason]) => {
      const result = await run(fileOf(name, bytes));
      assert.deepEqual([result.code, reason.test(result.err)], [code, true], `${name}: ${result.err}`);
    }));
    const calls: [string[], Record<string, string>, number, RegExp][] = [
      [['import'], environment, 2, /请给出文件/], [['import', 'a.csv'], environment, 2, /请给出 --agency/], [['import', 'a.csv', '--agency', 'x', '--kind', 'y'], environment, 2, /--kind：“y”不对/],
      [['import', 'a.csv', '--agency', 'nobody', '--kind', 'notice'], environment, 1, /没有编号为“nobody”的机关/], [['import', '/none.csv', '--agency', 'qinghe', '--kind', 'notice'], environment, 3, /打不开文件 \/none\.csv/],
      [['import', 'a.csv', '--more'], environment, 2, /--more/], [['nothing'], environment, 2, /没有命令“nothing”/],
      [['import', 'a.csv', '--agency', 'qinghe', '--kind', 'notice'], { SUNLIT_DATA: temporaryDirectory(), DATABASE_URL: '' }, 1, /没有数据库/],
    ];
    await Promise.all(calls.map(async ([args, where, code, reason]) => {
      const result = await sunlit(args, where);
      assert.deepEqual([result.code, reason.test(result.err)], [code, true], `${args.join(' ')}: ${result.err}`);
    }));
    assert.equal(await latestChange(database), 0);
  });

  test('that is interrupted while it publishes takes everything back', async () => {
    const { environment, database } = await city(open);
    const rows = Array.from({ length: 6000 }, (_, index) => `N${index},公告第${index}号,2026-01-0${1 + (index % 9)},,A20_01,正文,通知,清河市水利局`);
    const child = started(['import', csv(rows), '--agency', 'qinghe-water', '--kind', 'normative'], environment);
    const finished = ended(child);
    let said = '';
    while (!said.includes('正在公开')) said += String((await once(child.stderr!, 'data') as [Buffer])[0]);
    child.kill('SIGINT');
    const { code, err } = await finished;
    assert.deepEqual([code, /已中断。什么也没有改动/.test(err)], [130, true], err);
    assert.equal(await latestChange(database), 0);
    assert.deepEqual(await database.read.selectFrom('disclosure').select('id').execute(), []);
    assert.deepEqual(await database.read.selectFrom('source').select('hash').execute(), []);
  });
});

/** Node has no encoder of it. */
function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const known = new Map<string, number[]>();
  const learn = (bytes: number[]) => {
    const char = decoder.decode(Uint8Array.from(bytes));
    if ([...char].length === 1 && char !== '\ufffd' && !known.has(char)) known.set(char, bytes);
  };
  for (let a = 0x81; a <= 0xfe; a++) for (let b = 0x40; b <= 0xfe; b++) if (b !== 0x7f) learn([a, b]);
  // Of four bytes each, as Python's codec writes them.
  known.set('㐂', [0x81, 0x39, 0xef, 0x31]);
  known.set('𠮷', [0x95, 0x34, 0xb2, 0x35]);
  return Buffer.from([...text].flatMap((char) => ((char.codePointAt(0) ?? 0) < 0x80 ? [char.charCodeAt(0)] : (known.get(char) ?? assert.fail(char)))));
}

test('help is there in the languages, by --lang or by LANG', async () => {
  const environment = { SUNLIT_DATA: temporaryDirectory(), DATABASE_URL: '' };
  assert.match((await sunlit(['--help'], environment)).out, /用法：sunlit <命令>/);
  const languages = [[[], 'C.UTF-8', '用法：'], [['--lang', 'en'], 'zh_CN.UTF-8', 'Usage:'], [[], 'en_US.UTF-8', 'Usage:'], [['--lang=zh-Hant'], '', '語言']] as const;
  for (const [index, command] of ['import', 'export', 'archive', 'restore', 'backup', 'admin'].entries()) {
    const [args, terminal, expected] = languages[index % languages.length]!;
    const { code, out } = await sunlit([command, '--help', ...args], { ...environment, LANG: terminal, LC_ALL: '' });
    assert.deepEqual([code, out.includes(expected), out.includes(`sunlit ${command} `), out.includes('{{')], [0, true, true, false], out);
  }
});
