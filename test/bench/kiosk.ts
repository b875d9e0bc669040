import { launchBrowser } from '../browser.ts';
import { startProduct } from '../product.ts';
import { conditions } from './report.ts';

// How long the touch screen takes from nothing to its first page, without a network and on a processor that is four times slower. The goal is 1.5 s.

const RUNS = 5;
const SLOWDOWN = 4;

const product = await startProduct();
const browser = await launchBrowser();
try {
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 } });
  const address = `${product.url}/kiosk/`;
  const first = await context.newPage();
  await first.goto(address);
  await first.evaluate(async () => navigator.serviceWorker.ready);
  await first.getByText(/^数据截至/).first().waitFor({ timeout: 120_000 });
  await first.close();

  await context.setOffline(true);
  const took: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    await page.goto(address, { waitUntil: 'commit' });
    await page.locator('kiosk-home .tile').first().waitFor({ timeout: 60_000 });
    took.push(await page.evaluate(() => performance.now()));
    await page.close();
  }
  took.sort((a, b) => a - b);
  console.log(conditions({ title: 'The touch screen, from nothing to its first page', with: { Runs: `${RUNS}, without a network, on a processor ${SLOWDOWN} times slower (DevTools), the app and its data there by its service worker` } }));
  console.log(`Goal: 1.5 s.\n\nMedian ${Math.round(took[Math.floor(RUNS / 2)] ?? 0)} ms, of ${took.map((one) => Math.round(one)).join(', ')} ms`);
} finally {
  await browser.close();
  await product.stop();
}
