import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { lives } from '../faults/screen.ts';
import { journey } from './journey.ts';
import { keepRequest } from './kiosk-request.ts';

/** A loaded machine may take its time; what is waited for must come all the same. */
const PATIENCE = 60_000;
const UPRIGHT = { viewport: { width: 1080, height: 1920 } };

describe('the touch screen of a village', () => {
  const village = journey();

  async function open(query = ''): Promise<Page> {
    const page = await village.open(`/kiosk/${query}`, UPRIGHT);
    page.context().setDefaultTimeout(PATIENCE);
    await page.getByRole('heading', { name: '您想办什么？' }).waitFor();
    return page;
  }

  /** Until the page has its own copy of everything: the files of the page, and what is published. */
  async function ready(page: Page): Promise<void> {
    await page.evaluate(async () => navigator.serviceWorker.ready);
    await page.getByText(/^数据截至/).first().waitFor();
  }

  const tile = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) });
  const bar = (page: Page, name: string) => page.getByRole('navigation', { name: '屏幕下方的按钮' }).getByRole('button', { name: new RegExp(`^${name}`) });
  const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name });

  test('says in Chinese and in English that it gets ready, before it knows whose language it is to speak', async () => {
    const context = await village.browser.newContext(UPRIGHT);
    const page = await context.newPage();
    await page.route('**/kiosk/kiosk.js', (route) => route.abort());
    await page.goto(`${village.product.url}/kiosk/`);
    assert.deepEqual(await page.locator('sunlit-kiosk > p').evaluateAll((all) => all.map((one) => [(one as HTMLElement).innerText, one.closest<HTMLElement>('[lang]')?.lang])), [['正在准备……', 'zh-CN'], ['Getting ready …', 'en']]);
    await context.close();
  });

  test('starts, searches, opens and takes a request with the cable unplugged, and delivers it once when it is back', async () => {
    const first = await open();
    await ready(first);
    const context = first.context();
    await first.close();

    await context.setOffline(true);
    const page = await context.newPage();
    await page.goto(`${village.product.url}/kiosk/`);
    await page.getByRole('heading', { name: '您想办什么？' }).waitFor();
    await page.getByText('离线', { exact: true }).waitFor();
    // Else the service worker would think that this version never came to life, and go back to the one before.
    await lives(page);

    await page.getByRole('button', { name: '低保', exact: true }).click();
    await page.locator('sunlit-directory [data-id]').first().click();
    await page.locator('sunlit-disclosure article').waitFor();
    await bar(page, '返回').click();
    await page.locator('sunlit-directory [data-id]').first().waitFor();
    await bar(page, '首页').click();

    await tile(page, '申请信息公开').click();
    const reference = await keepRequest(page, { words: '本村二〇二五年度低保名单的公示时间和地点' });
    assert.ok(reference !== '', 'a code to come back with');
    await page.getByText('1件待发送').waitFor();
    await bar(page, '首页').click();

    await context.setOffline(false);
    await page.getByText('1件待发送').waitFor({ state: 'detached' });
    await tile(page, '查询进度').click();
    await page.getByRole('button', { name: /取件码/ }).click();
    await field(page, '取件码').fill(reference);
    await page.getByRole('button', { name: '查一查' }).click();
    await page.getByRole('heading', { name: /已经送到/ }).waitFor();
    assert.match(await page.locator('kiosk-exchange .card').innerText(), /\d{8}-\d{6}/);
  });

  test('keeps a topic while there is no network, and delivers it once', async () => {
    const TITLE = '公开村里路灯电费由谁出';
    const page = await open();
    await ready(page);
    const context = page.context();
    await context.setOffline(true);
    await tile(page, '点题公开').click();
    await page.getByRole('button', { name: '我要点题' }).click();
    await page.getByRole('radio', { name: /请公开一件事/ }).check();
    await field(page, '一句话说清楚').fill(TITLE);
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('button', { name: '发送', exact: true }).click();
    await page.getByRole('dialog').getByRole('heading', { name: '还没有送出' }).waitFor();
    const reference = await page.locator('output.reference').innerText();
    await page.getByRole('button', { name: '我记下了' }).click();
    await context.setOffline(false);
    await page.getByText('1件待发送').waitFor({ state: 'detached' });
    const answer = await fetch(new URL('/v1/sealed/receipt', village.product.url), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ reference }) });
    const { answer: topic } = (await answer.json()) as { answer: { no: string } };
    assert.match(topic.no, /^\d{8}-\d{4,6}$/);
  });

  test('leaves nothing of a person: not on screens, in storage, or behind the way back', async () => {
    const page = await open();
    await ready(page);
    const CANARY = '金丝雀';
    /** Writes into every field that is there now. */
    const canaries = () => page.evaluate((words) => {
      const all = function* (root: ParentNode): Generator<Element> {
        for (const element of root.querySelectorAll('*')) {
          yield element;
          if (element.shadowRoot) yield* all(element.shadowRoot);
        }
      };
      let count = 0;
      for (const element of all(document)) {
        if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) || ['radio', 'checkbox', 'file'].includes(element.type) || !element.checkVisibility()) continue;
        element.value = words;
        element.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        count += 1;
      }
      return count;
    }, CANARY);
    const leave = async () => {
      await bar(page, '首页').click();
      const ask = page.getByRole('button', { name: '清除并离开' });
      if (await ask.isVisible()) await ask.click();
      await page.getByRole('heading', { name: '您想办什么？' }).waitFor();
    };
    let written = await canaries();
    /** The screen of a tile, with words in every field it has. */
    const writeAt = async (name: string, there: string, open: () => Promise<unknown> = () => Promise.resolve()) => {
      await tile(page, name).click();
      await open();
      await page.locator(there).first().waitFor();
      const count = await canaries();
      assert.ok(count > 0, `no field at ${name}`);
      written += count;
    };
    await writeAt('找公开信息', 'sunlit-directory input');
    await leave();
    await writeAt('查询进度', 'sunlit-track input');
    await leave();
    await writeAt('查询进度', 'kiosk-exchange input', () => page.getByRole('button', { name: /取件码/ }).click());
    await leave();
    await writeAt('点题公开', 'sunlit-topics textarea', () => page.getByRole('button', { name: '我要点题' }).click());
    await leave();
    await writeAt('评价服务', 'sunlit-rating textarea', async () => {
      await page.locator('kiosk-rate').getByRole('button').first().click();
      await page.getByRole('button', { name: '非常不满意' }).click();
      const words = page.locator('sunlit-rating summary');
      await page.getByText('哪些方面需要改进？').waitFor();
      if (await words.isVisible()) await words.click();
    });
    await leave();
    await writeAt('申请信息公开', 'sunlit-request textarea');
    assert.ok(written >= 8, `${String(written)} fields were written into`);
    const steps = await page.evaluate(() => history.length);

    await page.evaluate(() => (document.querySelector('sunlit-kiosk') as unknown as { finish(): Promise<void> }).finish());
    await page.getByRole('button', { name: '轻触屏幕开始' }).waitFor();
    assert.deepEqual(await traces(page, CANARY), []);
    assert.equal(await page.evaluate(() => history.length), steps, 'no step in the history');
    // The touch that wakes the screen does nothing else.
    await page.mouse.click(540, 700);
    await page.getByRole('heading', { name: '您想办什么？' }).waitFor();
    await tile(page, '申请信息公开').click();
    await field(page, '请具体描述您需要的信息').waitFor();
    assert.deepEqual(await traces(page, CANARY), []);
    // Behind the page lies nothing but the empty one with which the browser began.
    await page.goBack();
    assert.equal(page.url(), 'about:blank');
    await page.goForward();
    await page.getByRole('heading', { name: '您想办什么？' }).waitFor();
    assert.deepEqual(await traces(page, CANARY), []);
  });

  test('asks whether somebody is still there, and wipes when nobody answers', async () => {
    const page = await open('?idle=15');
    await tile(page, '申请信息公开').click();
    await field(page, '请具体描述您需要的信息').waitFor();
    const asking = page.getByRole('alertdialog', { name: '还需要时间吗？' });
    await asking.waitFor();
    await asking.getByRole('button', { name: '还要用' }).click();
    await asking.waitFor({ state: 'hidden' });
    await field(page, '请具体描述您需要的信息').waitFor();
    await asking.waitFor();
    await page.getByRole('button', { name: '轻触屏幕开始' }).waitFor();
  });

  test('ends a visit once, however often that is asked: who touches it then is not thrown out', async () => {
    const page = await open();
    await tile(page, '帮助').click();
    // The second time, what there is to wipe is told late.
    await page.evaluate(() => {
      const databases = indexedDB.databases.bind(indexedDB);
      let times = 0;
      const late = new Promise<void>((resolve) => Object.assign(globalThis, { release: resolve }));
      indexedDB.databases = async () => {
        if ((times += 1) === 2) await late;
        return databases();
      };
      const kiosk = document.querySelector('sunlit-kiosk') as unknown as { finish(): Promise<void> };
      Object.assign(globalThis, { ended: Promise.all([kiosk.finish(), kiosk.finish()]) });
    });
    await page.getByRole('button', { name: '轻触屏幕开始' }).click();
    await tile(page, '帮助').click();
    await page.evaluate(async () => {
      const { release, ended } = globalThis as unknown as { release(): void; ended: Promise<unknown> };
      release();
      await ended;
    });
    assert.equal(await page.getByRole('button', { name: '轻触屏幕开始' }).count(), 0);
    await page.getByRole('heading', { name: '怎么用这台屏幕' }).waitFor();
  });

  test('leaves alone who touches it while it still waits for a new version after the visit before, and takes that when nobody is there', async () => {
    const page = await open();
    await ready(page);
    // A worker that is told to take over and does not yet, as one does whose old one is busy.
    await page.evaluate(async () => {
      const seen = { covered: false };
      Object.defineProperty(await navigator.serviceWorker.getRegistration(), 'waiting', { get: () => ({ postMessage: () => (seen.covered = customElements.get('kiosk-attract') !== undefined) }) });
      const kiosk = document.querySelector('sunlit-kiosk') as unknown as { finish(): Promise<void> };
      Object.assign(globalThis, { seen, ended: kiosk.finish() });
    });
    await page.getByRole('button', { name: '轻触屏幕开始' }).click();
    assert.equal(await page.evaluate(() => (globalThis as unknown as { seen: { covered: boolean } }).seen.covered), true, 'nobody waits for a version before an empty screen');
    await tile(page, '申请信息公开').click();
    const words = field(page, '请具体描述您需要的信息');
    await words.fill('本村路灯');
    const written = await words.elementHandle();
    await page.evaluate(async () => {
      navigator.serviceWorker.dispatchEvent(new Event('controllerchange'));
      await (globalThis as unknown as { ended: Promise<void> }).ended;
      await (document.querySelector('sunlit-kiosk') as unknown as { updateComplete: Promise<unknown> }).updateComplete;
    });
    assert.ok(await written?.evaluate((element) => element.isConnected), 'the form is the one that was written in');
    assert.equal(await words.inputValue(), '本村路灯');
    const renewed = page.waitForEvent('framenavigated');
    await page.evaluate(() => void (document.querySelector('sunlit-kiosk') as unknown as { finish(): Promise<void> }).finish());
    await renewed;
    await ready(page);
    assert.equal(await page.evaluate(() => 'seen' in globalThis), false);
  });

  test('is a sign on the wall that takes no input', async () => {
    const page = await village.open('/kiosk/?mode=wall', UPRIGHT);
    page.context().setDefaultTimeout(PATIENCE);
    await page.locator('kiosk-wall').getByRole('heading', { name: '最新公开' }).waitFor();
    await page.locator('kiosk-wall .news li').first().waitFor();
    assert.equal(await page.getByRole('button', { name: /^找公开信息/ }).count(), 0);
  });
});

/** Where words are still to be found: in any shadow root, in fields, stores and caches. */
async function traces(page: Page, words: string): Promise<string[]> {
  return page.evaluate(async (sought) => {
    const found: string[] = [];
    const look = (where: string, text: unknown) => {
      if (String(text).includes(sought)) found.push(where);
    };
    const all = function* (root: ParentNode): Generator<Element> {
      for (const element of root.querySelectorAll('*')) {
        yield element;
        if (element.shadowRoot) yield* all(element.shadowRoot);
      }
    };
    for (const element of all(document)) {
      look(`value of ${element.localName}`, (element as Partial<HTMLInputElement>).value ?? '');
      for (const node of element.childNodes) if (node instanceof Text) look(`text in ${element.localName}`, node.data);
      for (const { name, value } of element.attributes) look(`${name} of ${element.localName}`, value);
    }
    for (const [name, store] of [['session', sessionStorage], ['local', localStorage]] as const) for (const key of Object.keys(store)) look(`${name} ${key}`, key + (store.getItem(key) ?? ''));
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        look(`cache ${name}`, decodeURIComponent(request.url));
        // The files of the page are as they were built.
        if (!name.startsWith('sunlit kiosk ')) look(`cached ${request.url}`, await (await cache.match(request))?.text());
      }
    }
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error ?? new Error(name));
      });
      for (const store of database.objectStoreNames) {
        const values = await new Promise<unknown[]>((resolve, reject) => {
          const asking = database.transaction(store).objectStore(store).getAll();
          asking.onsuccess = () => resolve(asking.result);
          asking.onerror = () => reject(asking.error ?? new Error(store));
        });
        for (const value of values) look(`${name} ${store}`, value instanceof Uint8Array ? new TextDecoder().decode(value) : JSON.stringify(value));
      }
      database.close();
    }
    return found;
  }, words);
}
