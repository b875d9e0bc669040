import { readFile } from 'node:fs/promises';
import type { CDPSession, Page } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { startProduct } from '../product.ts';
import { bytes, conditions, table } from './report.ts';

// Whether the touch screen's memory grows over a day: visitors who search, read, look at a topic and begin a request, and are wiped, as many as come in eight hours,
// with the clock of the page driven past the time between them. The goal is less than 10 %.
// `node --conditions=source test/bench/kiosk-memory.ts [visitors]`

const HOURS = 8;
const MINUTES_EACH = 4;
const VISITORS = Number(process.argv[2] ?? (HOURS * 60) / MINUTES_EACH);
/** Until everything was loaded once: the first visits load screens, and the copy. */
const WARM = 5;
const EVERY = Math.max(1, Math.round(VISITORS / 8));

const product = await startProduct();
const browser = await launchBrowser();
try {
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 }, locale: 'zh-CN' });
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(`${product.url}/kiosk/`);
  await page.getByText(/^数据截至/).first().waitFor();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');

  const rows: (readonly [number, Figures])[] = [];
  for (let visitor = 1; visitor <= WARM + VISITORS; visitor += 1) {
    await visit(page);
    const after = visitor - WARM;
    if (after >= 0 && (after % EVERY === 0 || after === VISITORS)) rows.push([after, await figures(session)]);
  }
  const [first, last] = [rows[0]?.[1], rows.at(-1)?.[1]];
  console.log(conditions({
    title: 'Memory of the touch screen over a day', browser: `Chromium ${browser.version()}`,
    with: { Visitors: `${VISITORS}, one every ${MINUTES_EACH} minutes of the page's clock (${HOURS} hours are ${(HOURS * 60) / MINUTES_EACH}), after ${WARM} that are not counted`, Each: 'searches, opens an item, looks at a topic, writes two answers of a request, goes away, is asked and wiped', Measured: 'on the attract loop, after the garbage was collected' },
  }));
  console.log(table(['after', 'JS heap', 'DOM nodes', 'listeners', 'documents', 'renderer resident'], rows.map(([visitors, { heap, nodes, listeners, documents, resident }]) => [visitors, bytes(heap), nodes, listeners, documents, bytes(resident)])));
  const growth = (of: keyof Figures) => (first && last ? `${((last[of] / first[of] - 1) * 100).toFixed(1)} %` : '–');
  console.log(`Goal: less than 10 %.\n\nGrowth: JS heap ${growth('heap')}, DOM nodes ${growth('nodes')}, listeners ${growth('listeners')}, resident ${growth('resident')}`);
} finally {
  await browser.close();
  await product.stop();
}

interface Figures {
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly documents: number;
  readonly resident: number;
}

/** One visitor, from the touch that wakes the screen to the attract loop. */
async function visit(page: Page): Promise<void> {
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const bar = (name: string) => page.getByRole('navigation', { name: '屏幕下方的按钮' }).getByRole('button', { name: new RegExp(`^${name}`) });
  const wake = button('轻触屏幕开始');
  if (await wake.isVisible()) await wake.click();
  await page.getByRole('heading', { name: '您想办什么？' }).waitFor();
  const field = page.getByRole('combobox', { name: '搜索政府信息' });
  await field.fill('低保');
  await field.press('Enter');
  await page.locator('sunlit-directory [data-id]').first().click();
  await page.locator('sunlit-disclosure article').waitFor();
  await bar('首页').click();
  await button(/^点题公开/).click();
  await button('惠农补贴的面积是怎么核的').first().click();
  await page.getByRole('heading', { name: '办理经过' }).waitFor();
  await bar('首页').click();
  await button(/^申请信息公开/).click();
  await page.getByRole('textbox', { name: '请具体描述您需要的信息' }).fill('本村低保名单的公示时间和地点');
  await button('下一步').click();
  await page.getByRole('textbox', { name: /^名称或主题/ }).fill('低保名单');
  // Who writes has three minutes, then half a minute to answer; and the rest of the time nobody is there.
  await page.clock.fastForward(181_000);
  await page.getByRole('alertdialog', { name: '还需要时间吗？' }).waitFor();
  await page.clock.fastForward(31_000);
  await wake.waitFor();
  await page.clock.fastForward(MINUTES_EACH * 60_000 - 212_000);
}

async function figures(session: CDPSession): Promise<Figures> {
  // Twice: what is let go of by finalisers goes with the second.
  for (let times = 0; times < 2; times += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners'), documents: of('Documents'), resident: await resident() };
}

/** Of the process that draws the page: among those of this browser the largest of its kind. Linux tells it; elsewhere there is no figure. */
async function resident(): Promise<number> {
  const root = await browser.newBrowserCDPSession();
  const { processInfo } = await root.send('SystemInfo.getProcessInfo');
  await root.detach();
  const sizes = await Promise.all(processInfo.filter(({ type }) => type === 'renderer').map(async ({ id }) => Number(/^VmRSS:\s+(\d+)/m.exec(await readFile(`/proc/${id}/status`, 'utf8').catch(() => ''))?.[1] ?? Number.NaN) * 1024));
  return Math.max(...sizes);
}
