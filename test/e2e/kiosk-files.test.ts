import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { cp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { Receipt, RequestSettings } from '@sunlit/contract';
import { publishMany, saveAgencies } from '@sunlit/server';
import { chromium, type Page } from 'playwright-core';
import { boxFor, fromPage, lineTo } from '../../packages/server/src/box/fixture.ts';
import { CITY, content, listening, openSqlite } from '../../packages/server/src/fixture.ts';
import { holder, type Opening } from '../../packages/server/src/requests/fixture.ts';
import { findBrowser } from '../browser.ts';
import { eventually, folderFor } from '../faults/screen.ts';
import { keepRequest, writeRequest } from './kiosk-request.ts';

/*
 * Files that residents give a touch screen, with a network and without, in a real browser with the real app: where they lie until they are
 * sent, that nobody can read them there, and that they arrive whole, once.
 */

/** A loaded machine may take its time; what is waited for must come all the same. */
const PATIENCE = 60_000;
const APP = join(import.meta.dirname, '../../dist/kiosk');
const VILLAGE = { agency: 'liuhe-tuanjie', requests: 'liuhe' };

/** Where files go, on their own or sealed. */
const FILES = /\/attachments(\?|$)/;

const WORDS = '本村二〇二五年度路灯电费的收支明细';
const MARK = Buffer.from('持证人：试用人，住址：团结村一组。'.repeat(20));
/** Three chunks, and a picture by its first bytes. */
const CARD = { name: '试用人的身份证.jpg', mimeType: 'image/jpeg', buffer: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), MARK, randomBytes(2_500_000)]) };
const NOTE = { name: '路灯照片.txt', mimeType: 'text/plain', buffer: Buffer.from('村口第三根路灯杆') };
/** What must not be found on any disk, in whatever way a browser or the box writes it down. */
const SECRETS = [WORDS, '410101195001011234', CARD.name, NOTE.name, String(NOTE.buffer), String(MARK.subarray(0, 51))].flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le'), Buffer.from(Buffer.from(text).toString('base64').slice(0, -4))]);

test('on the box, with its line cut: a request with files is kept, the browser’s profile is deleted, and when the line is back both arrive once and whole', async () => {
  const at = await town();
  const line = await lineTo(at.server.url);
  const folder = folderFor('box');
  const { url } = await boxFor(line.url, { agency: VILLAGE.agency, folder, appFolder: APP, configuration: { requests: VILLAGE.requests } });
  assert.ok(url !== undefined);
  const kept = async (prefix: string) => ((await (await fromPage(url, '/box/store')).json()) as { readonly keys: readonly string[] }).keys.filter((key) => key.startsWith(prefix)).length;

  const first = await visit(`${url}/kiosk/`);
  await eventually(async () => (await kept('keys')) > 0 || undefined);
  line.cut();
  await begun(first.page);
  const reference = await keepRequest(first.page, asked(first.page));
  assert.deepEqual([await kept('item '), await kept('chunk ')], [1, 4]);
  await first.close();
  assert.deepEqual([await told(folder), await told(first.profile)], [[], []]);
  await rm(first.profile, { recursive: true });

  line.mend();
  const again = await visit(`${url}/kiosk/`);
  await arrivedWhole(at, reference);
  await again.page.getByText('1件待发送').waitFor({ state: 'detached' });
  await again.page.reload();
  await atHome(again.page);
  // Nobody is there: what has arrived is forgotten.
  await leave(again.page);
  await eventually(async () => (await kept('item ')) + (await kept('chunk ')) === 0 || undefined);
  await again.close();
});

test('in the browser alone, files lie sealed, and what a page left that was closed while it stored them is swept by another', async () => {
  const at = await town();
  const { page, context, profile, close } = await visit(at.url);
  await eventually(async () => (await stored(page)).includes('keys') || undefined);
  const chunks = async () => (await stored(page)).filter((name) => name.startsWith('chunk ')).length;

  // A second page ends after the first chunk of a file.
  const second = await context.newPage();
  await begin(second, at.url);
  await context.setOffline(true);
  await second.evaluate(() => {
    const { subtle } = crypto;
    const encrypt = subtle.encrypt.bind(subtle);
    let times = 0;
    subtle.encrypt = (...given) => ((times += 1) > 2 ? new Promise<never>(() => undefined) : encrypt(...given));
  });
  await begun(second);
  await writeRequest(second, asked(second));
  await second.getByRole('button', { name: '发送申请' }).click();
  await eventually(async () => (await chunks()) > 0 || undefined);
  await second.close();

  // What wakes the page that is left is the next thing somebody gives it.
  await begun(page);
  const reference = await keepRequest(page, asked(page));
  await eventually(async () => (await chunks()) === 4 || undefined);
  await close();
  assert.deepEqual(await told(profile), []);

  const again = await visit(at.url, profile);
  await arrivedWhole(at, reference);
  await again.close();
});

test('with its line there, a request with files is filed at once; when the line breaks behind its receipt and the visitor leaves, the files arrive whole all the same', async () => {
  const at = await town();
  const { page, context, profile, close } = await visit(at.url);
  await eventually(async () => (await stored(page)).includes('keys') || undefined);
  await page.route(FILES, (route) => route.abort());
  await begun(page);
  await writeRequest(page, asked(page));
  await page.getByRole('button', { name: '发送申请' }).click();
  await page.getByRole('heading', { name: '服务器已收到您的申请' }).waitFor();
  const [receiptNo = '', secret = ''] = await page.locator('sunlit-request .receipt dd').allInnerTexts();
  await page.getByText(/^还有2个附件没有送到/).waitFor();
  await leave(page);
  await page.getByRole('button', { name: '轻触屏幕开始' }).waitFor();
  assert.deepEqual((await holder(at.server, { receiptNo, secret }).track()).attachments, [], 'the line broke before them');
  await context.unrouteAll();
  await close();
  assert.deepEqual(await told(profile), []);

  const again = await visit(at.url, profile);
  await whole(at, { receiptNo, secret });
  await again.close();
});

/** The server with the screen at `/kiosk/`, of a town that wants to see an image of the identity card. */
async function town() {
  const database = await openSqlite();
  await saveAgencies(database, CITY);
  await publishMany(database, [{ content: content({ agencyId: VILLAGE.requests }), publishedOn: '2026-03-09' }]);
  const settings: RequestSettings = { open: true, identityImage: 'required', routes: ['online', 'counter'], feeScale: 'cases', retentionMonths: 60, docNo: '柳河公开〔{year}〕第{n}号', wording: [] };
  const { no } = await database.read.selectFrom('agency').select('no').where('id', '=', VILLAGE.requests).executeTakeFirstOrThrow();
  await database.write.insertInto('request_settings').values({ agency_no: no, content: JSON.stringify(settings) }).execute();
  const app = folderFor('app');
  await cp(APP, app, { recursive: true });
  await writeFile(join(app, 'config.json'), JSON.stringify({ ...VILLAGE, api: '/' }));
  const server = await listening(database, { static: [{ prefix: '/kiosk', root: app }] });
  const rows = async () => (await database.read.selectFrom('request').select((row) => row.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n;
  return { server, url: `${server.url}/kiosk/`, rows };
}

type Town = Awaited<ReturnType<typeof town>>;

/** A browser of its own at the screen, whose profile lies in a folder. */
async function visit(url: string, profile = folderFor('profile')) {
  const { executablePath, args, env } = await findBrowser();
  const context = await chromium.launchPersistentContext(profile, { viewport: { width: 1080, height: 1920 }, locale: 'zh-CN', executablePath, args: [...args], env: { ...process.env, ...env } });
  const close = () => context.close();
  after(close);
  context.setDefaultTimeout(PATIENCE);
  const page = context.pages()[0] ?? (await context.newPage());
  await begin(page, url);
  return { page, context, profile, close };
}

/** Until the screen has what it needs without a network. */
async function begin(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await atHome(page);
  await page.evaluate(async () => navigator.serviceWorker.ready);
  await page.getByText(/^数据截至/).first().waitFor();
}

const atHome = (page: Page) => page.getByRole('heading', { name: '您想办什么？' }).waitFor();

/** As when it was left alone, without the wait. */
const leave = (page: Page) => page.evaluate(() => (document.querySelector('sunlit-kiosk') as unknown as { finish(): Promise<void> }).finish());

const begun = (page: Page) => page.getByRole('button', { name: /^申请信息公开/ }).click();

/** What is asked for, and the files that go with it. */
const asked = (page: Page) => ({
  words: WORDS,
  async attach() {
    await page.locator('input#identity').setInputFiles(CARD);
    await page.locator('input#files').setInputFiles(NOTE);
  },
});

/** Until the server has one request, which the reference leads to, with both files as they were. */
async function arrivedWhole(at: Town, reference: string): Promise<void> {
  await eventually(async () => (await at.rows()) > 0 || undefined);
  // Asked for once: who guesses at references must wait.
  const answer = await fetch(`${at.server.url}/v1/sealed/receipt`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ reference }) });
  await whole(at, ((await answer.json()) as { readonly answer: Receipt }).answer);
}

/** Until the server has this request alone, with both files as they were. */
async function whole({ server, rows }: Town, receipt: Opening): Promise<void> {
  const { track } = holder(server, receipt);
  const attachments = await eventually(async () => track().then((one) => (one.attachments.length === 2 ? one.attachments : undefined)));
  assert.deepEqual(attachments, [CARD, NOTE].map(({ name, buffer }) => ({ name, size: buffer.length, sha256: createHash('sha256').update(buffer).digest('hex') })));
  assert.equal(await rows(), 1, 'once');
}

/** The names under which the outbox keeps something in IndexedDB. */
function stored(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const { name } = (await indexedDB.databases()).find((one) => one.name?.startsWith('sunlit outbox ')) ?? {};
    if (name === undefined) return [];
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error ?? new Error(name));
    });
    const names = await new Promise<IDBValidKey[]>((resolve, reject) => {
      const asking = database.transaction('outbox').objectStore('outbox').getAllKeys();
      asking.onsuccess = () => resolve(asking.result);
      asking.onerror = () => reject(asking.error ?? new Error(name));
    });
    database.close();
    return names.map(String);
  });
}

/** The files below a folder in which something of the visitor can be read. */
async function told(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile()) continue;
    const bytes = await readFile(path);
    if (SECRETS.some((secret) => bytes.includes(secret))) found.push(path);
  }
  return found;
}
