import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { serveHostPages } from '../embed/host-page.ts';
import { chip, journey, rows, total, until } from './journey.ts';

const LISTS = /\/v1\/disclosures\?/;

describe('a server that is down, slow or broken', () => {
  const water = journey();
  const alert = (page: Page) => page.locator('sunlit-directory [role=alert]');

  /** The page around the widget is as it was. */
  const intact = async (page: Page) => {
    assert.equal(await page.locator('#banner h1').innerText(), '清河县水利局');
    assert.equal(await page.locator('#left .box').count(), 2);
  };

  test('down at load: the widget says so in the page, and a retry brings the content', async () => {
    // An API address where nobody listens; the script itself comes.
    const host = await serveHostPages({
      '/': { body: `<!DOCTYPE html><html lang="zh-CN"><title>x</title><script type="module" src="${water.product.url}/embed/sunlit.js"></script><body><p id="own">原有内容</p><sunlit-directory api="http://127.0.0.1:9" agency="qinghe-water"></sunlit-directory></body>` },
    });
    try {
      const page = await water.open(host.url);
      await alert(page).first().waitFor();
      assert.match(await alert(page).first().innerText(), /^连接不上服务器。请检查网络后重试。/);
      assert.equal(await page.locator('#own').innerText(), '原有内容');
      await page.locator('sunlit-directory').evaluate((directory, url) => directory.setAttribute('api', url), water.product.url);
      await rows(page).first().waitFor();
      assert.equal(await alert(page).count(), 0);
    } finally {
      await host.close();
    }
  });

  test('slow: bars stand where rows will be, and nothing jumps when they come', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const page = await water.open('/tax/');
    await page.route(LISTS, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${water.product.url}/water/`);
    const results = page.getByRole('region', { name: '公开信息列表' });
    await results.locator('.skeleton').first().waitFor();
    assert.equal(await results.getAttribute('aria-busy'), 'true');
    assert.equal(await rows(page).count(), 0);
    await intact(page);
    release();
    await rows(page).first().waitFor();
    assert.equal(await results.getAttribute('aria-busy'), 'false');
    assert.equal(await results.locator('.skeleton').count(), 0);
    const shift = await page.evaluate(async () => new Promise<number>((resolve) => {
      new PerformanceObserver((list) => resolve(list.getEntries().reduce((sum, entry) => sum + (entry as PerformanceEntry & { value: number }).value, 0))).observe({ type: 'layout-shift', buffered: true });
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(0))); // nothing moved, nothing is told
    }));
    assert.equal(shift, 0, 'layout shift');
  });

  test('500 half way: the rows stay, the error says what happened, and a retry goes on where it stopped', async () => {
    const page = await water.open('/water/');
    await rows(page).nth(19).waitFor();
    await page.route(/\/v1\/disclosures\?.*cursor=/, (route) =>
      route.fulfill({
        status: 500,
        contentType: 'application/problem+json',
        body: JSON.stringify({ type: 'urn:sunlit:problem:internal', title: '内部错误', status: 500, requestId: 'req-half-way' }),
      }));
    await page.getByRole('button', { name: '显示更多' }).click();
    await alert(page).waitFor();
    const said = await alert(page).innerText();
    assert.match(said, /服务器暂时出了故障，数据是安全的。请稍后重试。/);
    assert.match(said, /咨询时请告知编号：req-half-way/);
    assert.equal(await rows(page).count(), 20);
    await intact(page);
    await page.unroute(/\/v1\/disclosures\?.*cursor=/);
    await alert(page).getByRole('button', { name: '重试' }).click();
    await rows(page).nth(39).waitFor();
    assert.equal(await alert(page).count(), 0);
    assert.equal(new Set(await rows(page).locator('.title').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.id))).size, 40);
  });

  test('an answer that breaks off: the widget does not take half for whole', async () => {
    const page = await water.open('/tax/');
    await page.route(LISTS, (route) => route.fulfill({ status: 200, contentType: 'application/json', body: '{"items":[{"id":"018EPF4P00BKRGVBC7JT6S967M","title":"半' }));
    await page.goto(`${water.product.url}/water/`);
    await alert(page).first().waitFor();
    assert.match(await alert(page).first().innerText(), /服务器的回复无法识别/);
    assert.equal(await rows(page).count(), 0);
    await intact(page);
    await page.unroute(LISTS);
    await alert(page).first().getByRole('button', { name: '重试' }).click();
    await rows(page).first().waitFor();
  });

  test('offline: what was kept on the device is shown with the time it is from', async () => {
    const page = await water.open('/water/?sunlit-kind=power');
    await rows(page).nth(3).waitFor();
    await chip(page, '权力清单').click();
    const whole = await until(() => total(page), (n) => n > 90, 'the whole catalogue');
    await until(() => kept(page), (n) => n >= 2, 'the kept answers');

    await page.context().setOffline(true);
    await page.locator('sunlit-directory').evaluate((directory) => (directory as HTMLElement & { refresh(): Promise<void> }).refresh());
    const notice = page.locator('sunlit-directory [part=offline]');
    await notice.waitFor();
    assert.match(await notice.innerText(), /^网络未连接，以下为本机保存的内容，更新于\d{4}年\d{1,2}月\d{1,2}日.*\d{1,2}:\d{2}/);
    assert.equal(await total(page), whole);
    assert.equal(await rows(page).count(), 20);

    await page.context().setOffline(false);
    await notice.getByRole('button', { name: '重试' }).click();
    await notice.waitFor({ state: 'detached' });
    assert.equal(await rows(page).count(), 20);
  });

  // The last one: it ends the product of this file.
  test('stopped while the page is open: the next step says so, and the page stays', async () => {
    const page = await water.open('/water/');
    await rows(page).nth(19).waitFor();
    assert.equal(await water.product.stop(), 0);
    await page.getByRole('button', { name: '显示更多' }).click();
    await alert(page).waitFor();
    assert.match(await alert(page).innerText(), /连接不上服务器/);
    await alert(page).getByRole('button', { name: '重试' }).click();
    await alert(page).waitFor();
    assert.equal(await rows(page).count(), 20);
    await page.getByRole('combobox', { name: '搜索政府信息' }).fill('采砂');
    await page.keyboard.press('Enter');
    await rows(page).first().waitFor({ state: 'detached' });
    assert.match(await until(() => alert(page).allInnerTexts(), (all) => all.length === 1, 'one error').then(([text]) => text ?? ''), /连接不上服务器/);
    assert.equal(await page.locator('.total').innerText(), '', 'no number is claimed');
    await intact(page);
  });
});

/** How many answers the widget keeps on this device. */
async function kept(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const known = (await indexedDB.databases()).find(({ name }) => name?.startsWith('sunlit'));
    if (!known?.name) return 0;
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(known.name ?? '');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('closed'));
    });
    const stores = [...database.objectStoreNames];
    const counts = await Promise.all(stores.map((name) => new Promise<number>((resolve) => {
      const request = database.transaction(name).objectStore(name).count();
      request.onsuccess = () => resolve(request.result);
    })));
    database.close();
    return counts.reduce((sum, n) => sum + n, 0);
  });
}
