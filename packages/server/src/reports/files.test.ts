import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as after } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import { PDFDict, PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { blocksOf } from './blocks.ts';
import { reportDocx } from './docx.ts';
import { textOfDocx, textOfPdf } from './fixture.ts';
import { reportPdf } from './pdf.ts';

const TITLE = '清河市水利局2025年政府信息公开工作年度报告';
const rows = Array.from({ length: 70 }, (_, row) => `| 第${row + 1}行，内容较长以便在格内换行显示 | ${row} | 1.25 |`).join('\n');
const MARKDOWN = `## 一、总体情况\n\n主动公开 *政府信息* 8条，占 34.5%（A4）。\n\n- 第一项\n- 第二项\n\n1. 甲\n2. 乙\n\n| 项目 | 件数 | 上年 |\n| --- | ---: | ---: |\n${rows}\n\n> 注：数字按原数列出。\n\n## 二、其他\n\n生僻字：毖谰铧，序号①②Ⅲ，<b>标记</b> & 符号‰。`;

test('Markdown becomes paragraphs, and nothing that was written gets lost', () => {
  const blocks = blocksOf(MARKDOWN);
  assert.deepEqual(blocks.filter(({ kind }) => kind !== 'table').map((block) => `${block.kind} ${'text' in block ? block.text : ''}`), [
    'heading 一、总体情况', 'text 主动公开 政府信息 8条，占 34.5%（A4）。', 'item • 第一项', 'item • 第二项', 'item 1. 甲', 'item 2. 乙', 'note 注：数字按原数列出。', 'heading 二、其他', 'text 生僻字：毖谰铧，序号①②Ⅲ，<b>标记</b> & 符号‰。',
  ]);
  const table = blocks.find((block) => block.kind === 'table');
  assert.deepEqual([table?.head, table?.rows.length, table?.rows[0]], [['项目', '件数', '上年'], 70, ['第1行，内容较长以便在格内换行显示', '0', '1.25']]);
  assert.deepEqual(blocksOf('甲\u0000\u202e乙  \n丙'), [{ kind: 'text', text: '甲乙\n丙' }], 'what no file can hold is left out');
});

test('a DOCX file says what the report says, names nobody and no time, and is the same each time', async () => {
  const docx = await reportDocx(TITLE, blocksOf(MARKDOWN));
  const text = textOfDocx(docx);
  for (const said of [TITLE, '一、总体情况', '主动公开 政府信息 8条', '第70行', '1.25', '<b>标记</b> & 符号‰', '毖谰铧']) assert.ok(text.includes(said), said);
  const parts = Object.fromEntries(Object.entries(unzipSync(docx)).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
  assert.ok(parts['word/document.xml']?.includes('<w:tblHeader/>'), 'its head is repeated on each page');
  assert.ok(!/dcterms:(created|modified)/.test(parts['docProps/core.xml'] ?? ''));
  // The time of a ZIP has steps of two seconds.
  await after(2100);
  assert.deepEqual(Buffer.from(await reportDocx(TITLE, blocksOf(MARKDOWN))).equals(docx), true);
});

test('a PDF says what the report says on pages of A4, in its language and with its structure, and is the same each time', async () => {
  const pdf = await reportPdf(TITLE, blocksOf(MARKDOWN));
  const pages = await textOfPdf(pdf);
  const text = pages.join('');
  for (const said of [TITLE, '一、总体情况', '主动公开 政府信息 8条，占 34.5%（A4）。', '第70行', '1.25', '生僻字：毖谰铧，序号①②III，<b>标记</b> & 符号‰。']) assert.ok(text.replaceAll(/\s/g, '').includes(said.replaceAll(/\s/g, '')), said);
  assert.ok(!text.includes('\ufffd'), 'every glyph says which character it is');
  assert.ok(pages.length >= 3);
  for (const page of pages.slice(0, -1)) assert.ok(page.includes('项目件数上年'), 'the head stands on each page of the table');
  pages.forEach((page, index) => assert.ok(page.includes(`— ${index + 1} —`)));
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  assert.deepEqual([document.getTitle(), document.getPages().map((page) => Math.round(page.getHeight())).at(-1)], [TITLE, 842]);
  assert.equal(document.catalog.lookup(PDFName.of('Lang'), PDFString).asString(), 'zh-CN');
  assert.equal(document.catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked'))?.toString(), 'true');
  assert.ok(document.catalog.has(PDFName.of('StructTreeRoot')));
  assert.ok(pdf.length < 400_000, 'only the characters that it needs');
  await after(1100);
  assert.equal(Buffer.from(await reportPdf(TITLE, blocksOf(MARKDOWN))).equals(pdf), true);
});

test('a character that no font has is shown as a mark, not left out', async () => {
  const [page = ''] = await textOfPdf(await reportPdf('报告', blocksOf('字𠮷，符\u{10FFFD}')));
  assert.ok(page.includes('〓'), page);
});

test('what no page holds in one piece still has a file', async () => {
  const long = '很长的一格。'.repeat(3000);
  const pages = await textOfPdf(await reportPdf('报告', blocksOf(`| 甲 | 乙 |\n| --- | --- |\n| ${long} | 1 |\n\n${long}`)));
  assert.ok(pages.length > 10);
  assert.equal(pages.map((page) => page.replace(/— \d+ —/, '')).join('').split('很长的一格').length - 1, 6000);
});
