import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { STATUTORY_CATEGORIES } from '@sunlit/contract';
import { migrate, openDatabase, saveAgencies } from '@sunlit/server';
import { stringify } from 'csv-stringify';
import exceljs from 'exceljs';
import { generate } from '../../demo/generate.ts';
import { SEED, vocabulary } from './load.ts';
import { bytes, conditions, table } from './report.ts';

/*
 * Imports a large file by the command, as a person does: once new, once more with nothing changed. The memory is the most that the
 * process ever had (resident set, as the system counts it), of which the budget is 300 MB.
 */

const HEADERS = ['来源编号', '标题', '公开日期', '发文字号', '主题分类', '内容概述', '正文', '主题', '起始日期', '截止日期'] as const;
type Row = readonly string[];

/** Notices of one agency, as another system exports them. */
function* noticeRows(count: number): Generator<Row> {
  const disclosures = vocabulary.disclosures.filter(({ content }) => content.kind === 'notice');
  let n = 0;
  for (const { content, publishedOn } of generate({ count, seed: SEED, ...vocabulary, disclosures, years: [2010, 2025] })) {
    if (content.kind !== 'notice') continue;
    n += 1;
    const { subject, from, to } = content.fields;
    const category = STATUTORY_CATEGORIES[n % STATUTORY_CATEGORIES.length] ?? '';
    yield [`N${n}`, content.title, publishedOn, content.docNo ?? '', category, content.summary, content.body, subject, from, to];
  }
}

async function writeCsv(path: string, rows: Iterable<Row>): Promise<void> {
  const csv = stringify({ bom: true });
  csv.write([...HEADERS]);
  await pipeline(async function* () { for (const row of rows) yield row; }, csv, createWriteStream(path));
}

async function writeXlsx(path: string, rows: Iterable<Row>): Promise<void> {
  // As Excel writes it: texts in one table that all cells point into.
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true });
  const sheet = workbook.addWorksheet('公示');
  sheet.addRow([...HEADERS]).commit();
  for (const row of rows) sheet.addRow([...row]).commit();
  sheet.commit();
  await workbook.commit();
}

interface Run {
  readonly seconds: number;
  readonly peak: number;
}

const CLI = fileURLToPath(new URL('../../packages/server/src/cli.ts', import.meta.url));
// Prints the most memory it had when it ends.
const WATCH = `data:text/javascript,process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS+'\\n'))`;

async function run(directory: string, file: string): Promise<Run> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', WATCH, CLI, 'import', file, '--agency', 'bench', '--kind', 'notice'], {
    env: { ...process.env, SUNLIT_DATA: directory, DATABASE_URL: '' }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  const peak = Number(/peak (\d+)/.exec(printed)?.[1]) * 1024;
  if (code !== 0 || Number.isNaN(peak)) throw new Error(`The import ended with ${String(code)}:\n${printed}`);
  return { seconds: (performance.now() - started) / 1000, peak };
}

const { values } = parseArgs({ options: { rows: { type: 'string', default: '50000' } } });
const count = Number(values.rows);
const folder = await mkdtemp(join(tmpdir(), 'sunlit-import-'));
try {
  const results: string[][] = [];
  for (const [name, write] of [['CSV', writeCsv], ['XLSX', writeXlsx]] as const) {
    const file = join(folder, `rows.${name.toLowerCase()}`);
    await write(file, noticeRows(count));
    const directory = join(folder, name);
    const database = openDatabase({ dataDirectory: directory });
    await migrate(database);
    await saveAgencies(database, [{ id: 'bench', name: '测试机关', level: 'city', kind: 'department', phones: [], leaders: [], offices: [], venues: [] }]);
    await database.close();
    const { size } = await stat(file);
    for (const step of ['new', 'again, unchanged']) {
      process.stderr.write(`${name} ${step}\n`);
      const { seconds, peak } = await run(directory, file);
      results.push([`${name}, ${step}`, bytes(size), `${seconds.toFixed(1)} s`, String(Math.round(count / seconds)), bytes(peak)]);
    }
  }
  console.log(conditions({
    title: 'Importing a file',
    with: { Rows: count, Runs: 'each file once by the command `sunlit import`, in a process of its own', Database: 'SQLite, one transaction', Memory: 'the largest resident set of that process (ru_maxrss)', Seed: SEED },
  }));
  console.log('Goal: less than 300 MB.\n');
  console.log(table(['file', 'size', 'took', 'rows a second', 'most memory'], results));
} finally {
  await rm(folder, { recursive: true, force: true });
}
