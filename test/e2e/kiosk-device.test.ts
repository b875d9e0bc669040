import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { boxFor, cupsSaying } from '../../packages/server/src/box/fixture.ts';
import { DEMO_PASSWORD } from '../../demo/staff.ts';
import { journey } from './journey.ts';
import { keepRequest } from './kiosk-request.ts';

/** A loaded machine may take its time; what is waited for must come all the same. */
const PATIENCE = 60_000;
const UPRIGHT = { viewport: { width: 1080, height: 1920 }, locale: 'zh-CN' };
const PIN = '135790';
const APP = join(import.meta.dirname, '../../dist/kiosk');

describe('the life of a registered touch screen', () => {
  const village = journey();
  const home = (page: Page) => page.getByRole('heading', { name: '您想办什么？' }).waitFor();
  const resting = (page: Page) => page.getByRole('button', { name: '轻触屏幕开始' }).waitFor();
  const registered = (page: Page) => page.getByRole('heading', { name: '本设备已登记' }).waitFor();

  test('staff registers it by the code of the desk; it says how it is, shows the message, loads anew when nobody is there, and after a revocation it is registered anew with all that waits still there', async () => {
    const desk = await openDesk();
    const code = await desk.newCode();
    const page = await village.open('/kiosk/', UPRIGHT);
    page.context().setDefaultTimeout(PATIENCE);
    await page.clock.install();
    await page.reload();
    await home(page);
    await page.getByText(/^数据截至/).first().waitFor();
    const screen = staffAt(page);

    await screen.hold();
    await screen.register(code);
    await page.getByText(/^最近一次上报成功/).waitFor();
    await desk.page.reload();
    await desk.row.getByText('正常', { exact: true }).waitFor();
    await desk.message('今天下午停电');
    await desk.pin(PIN);
    await page.getByRole('button', { name: '回到首页' }).click();
    await resting(page);
    await screen.minute();
    await page.getByText('今天下午停电').waitFor();

    await screen.hold();
    for (const wrong of ['000000', '111111', '222222']) {
      await screen.enter(wrong);
      await page.getByRole('alert').filter({ hasText: wrong === '222222' ? /^输错太多次，请等\d+秒/ : '密码不对' }).waitFor();
    }
    assert.ok(await page.getByRole('button', { name: '1', exact: true }).isDisabled(), 'a fourth PIN is not taken at once');
    await page.clock.fastForward(31_000);
    await page.getByRole('button', { name: '1', exact: true }).and(page.locator(':enabled')).waitFor();
    await screen.enter(PIN);
    await registered(page);
    // Left open, it closes by itself.
    await page.clock.fastForward(91_000);
    await page.clock.fastForward(31_000);
    await resting(page);

    // Somebody writes while the desk orders a reload; who writes is given three minutes.
    await page.getByRole('button', { name: '轻触屏幕开始' }).click();
    await page.getByRole('button', { name: /^申请信息公开/ }).click();
    await page.getByRole('textbox', { name: '请具体描述您需要的信息' }).fill('本村路灯');
    await page.evaluate(() => Object.assign(globalThis, { before: true }));
    await desk.reload();
    await screen.minute();
    assert.ok(await page.evaluate(() => 'before' in globalThis), 'not under a hand');
    const reference = await screen.keepRequest('本村二〇二五年度路灯电费的收支明细');
    await screen.leave();
    await page.waitForFunction(() => !('before' in globalThis));
    await home(page);
    await page.getByText('1件待发送').waitFor();

    await desk.revoke();
    await page.getByRole('button', { name: /^找公开信息/ }).click();
    await screen.minute();
    assert.equal(await page.getByRole('heading', { name: '登记本设备' }).count(), 0, 'not while somebody uses it');
    await screen.leave();
    await page.getByRole('heading', { name: '登记本设备' }).waitFor();

    // A revocation is for good: the same screen is added as another.
    const heard = page.waitForRequest((request) => request.url().endsWith('/v1/kiosks/heartbeat'));
    await screen.register(await desk.add('村委会一楼触摸屏'));
    assert.equal(((await heard).postDataJSON() as { readonly queue: number }).queue, 1, 'it still has what waits');
    await page.getByText(/^最近一次上报成功/).waitFor();
    await page.getByText('村委会一楼触摸屏').waitFor();
    await desk.page.reload();
    await desk.rowOf('村委会一楼触摸屏').getByText(/^(不到)?\d+分钟前上报$/).waitFor();
    // By now the test has set its clock forward by minutes.
    assert.deepEqual(await desk.rowOf('村委会一楼触摸屏').locator('.wrong-list li > :first-child').allInnerTexts().then((all) => all.map((text) => text.replace(/\d+/, ''))), ['设备时钟快了分钟。']);
    await page.getByRole('button', { name: '回到首页' }).click();
    await resting(page);
    await screen.mendLine();
    assert.match((await delivered(reference)).receiptNo, /^\d{8}-\d{6}$/);
  });

  test('behind the box it says how the printer stands, and the desk what is to be done', async () => {
    const { url } = await boxFor(village.product.url, { agency: 'liuhe-tuanjie', appFolder: APP });
    const desk = await openDesk();
    const code = await desk.add('村委会小票机');
    const context = await village.browser.newContext(UPRIGHT);
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    await page.goto(`${url}/kiosk/`);
    await home(page);
    cupsSaying('printer slip now printing slip-1.  enabled since Mon Nov 30 02:08:50 2026\n\tAlerts: media-empty-error marker-supply-low-warning\n');
    const screen = staffAt(page);
    await screen.hold();
    await screen.register(code);
    await page.getByText(/^最近一次上报成功/).waitFor();
    await desk.page.reload();
    await desk.rowOf('村委会小票机').getByText(/^打印机缺纸或有故障/).waitFor();
  });

  /** The desk in a browser, at the row of this village's screen. */
  async function openDesk() {
    const page = await village.open('/desk/');
    page.context().setDefaultTimeout(PATIENCE);
    await page.getByLabel('用户名').fill('city-admin');
    await page.getByLabel('密码').fill(DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '触摸屏' }).click();
    const dialog = page.locator('dialog[open]');
    const rowOf = (name: string) => page.locator('desk-kiosk').filter({ hasText: name });
    const row = rowOf('村便民服务室触摸屏');
    const shownCode = async () => {
      const code = (await page.locator('desk-kiosk-code .code').innerText()).replace(/\s/g, '');
      await page.getByRole('button', { name: '已经记下' }).click();
      return code;
    };
    const manage = async (name: string) => {
      const button = row.getByRole('button', { name, exact: true });
      if (!(await button.isVisible())) await row.getByRole('button', { name: /^管理/ }).click();
      await button.click();
    };
    return {
      page,
      row,
      rowOf,
      async newCode() {
        await manage('生成新登记码');
        await dialog.getByRole('button', { name: '生成新登记码' }).click();
        return shownCode();
      },
      async add(name: string) {
        await page.getByRole('button', { name: '新增触摸屏' }).click();
        await dialog.getByRole('textbox', { name: '名称' }).fill(name);
        await dialog.getByLabel('摆放位置').fill('村委会一楼进门左手边');
        await dialog.getByRole('button', { name: '新增并生成登记码' }).click();
        return shownCode();
      },
      async message(text: string) {
        await manage('名称与今日提示');
        await dialog.getByRole('textbox', { name: '今日提示' }).fill(text);
        await dialog.getByLabel('显示到哪一天').fill('2099-01-01');
        await dialog.getByRole('button', { name: '保存' }).click();
        await dialog.waitFor({ state: 'detached' });
      },
      async pin(pin: string) {
        await manage('退出密码');
        await dialog.locator('input').fill(pin);
        await dialog.getByRole('button', { name: '设置' }).click();
        await page.getByText('的退出密码已设置。').waitFor();
      },
      async reload() {
        await manage('重新加载');
        await page.getByText('在没有人使用时重新加载').first().waitFor();
      },
      async revoke() {
        await manage('撤销登记');
        await dialog.getByRole('button', { name: '撤销登记' }).click();
        await page.getByText('的登记已撤销。').waitFor();
      },
    };
  }

  /** What is done at the screen, whose clock goes on when the test says so. */
  function staffAt(page: Page) {
    const touch = async (keys: string) => {
      for (const key of keys) await page.getByRole('button', { name: key, exact: true }).click();
    };
    return {
      /** The corner, for five seconds. */
      async hold() {
        await page.mouse.move(5, 5);
        await page.mouse.down();
        await page.clock.fastForward(5000);
        await page.getByRole('heading', { name: '工作人员菜单' }).waitFor();
        await page.mouse.up();
      },
      async enter(pin: string) {
        await touch(pin);
        await page.getByRole('button', { name: '确定' }).click();
      },
      async register(code: string) {
        await touch(code);
        await page.getByRole('button', { name: '登记', exact: true }).click();
        await registered(page);
      },
      /** To the time of the next heartbeat; its answer is here then. */
      async minute() {
        const heard = page.waitForResponse((answer) => answer.url().endsWith('/v1/kiosks/heartbeat'));
        await page.clock.fastForward(70_000);
        await heard;
      },
      /** As when it was left alone, without the wait. */
      leave: () => page.evaluate(() => void (document.querySelector('sunlit-kiosk') as unknown as { finish(): Promise<void> }).finish()),
      async keepRequest(words: string) {
        await page.route(SENDING, (route) => route.abort());
        return keepRequest(page, { words });
      },
      /** What waits is sent when its pause is over, which is five minutes at most. */
      async mendLine() {
        await page.unroute(SENDING);
        await page.clock.fastForward(300_000);
        await page.getByText('1件待发送').waitFor({ state: 'detached' });
      },
    };
  }

  /** What the slip with this reference is for. */
  async function delivered(reference: string): Promise<{ readonly receiptNo: string }> {
    const answer = await fetch(`${village.product.url}/v1/sealed/receipt`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ reference }) });
    return ((await answer.json()) as { readonly answer: { readonly receiptNo: string } }).answer;
  }
});

/** What the screen asks before it sends anything. */
const SENDING = '**/v1/challenge';
