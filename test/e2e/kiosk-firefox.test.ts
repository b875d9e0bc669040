import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inFirefox, untilTold } from '../assistive.ts';
import { findFirefox, launchFirefox } from '../firefox.ts';
import { journey } from './journey.ts';
import { STILL, VISIT, go } from './kiosk-visit.ts';

const PATIENCE = 60_000;

describe('every screen of a village, in Firefox', () => {
  const village = journey();

  test('tells the same as in Chromium, where a request is filed on the way', async (t) => {
    const program = await findFirefox();
    if (program === undefined) return t.skip('No Firefox is installed: set FIREFOX_PATH, or install firefox-esr.');
    const browser = await launchFirefox(program);
    try {
      const page = await browser.newPage();
      page.setDefaultTimeout(PATIENCE);
      await page.setViewport({ width: 1080, height: 1920 });
      const uncaught: string[] = [];
      page.on('pageerror', (error) => uncaught.push(String(error)));
      await page.goto(`${village.product.url}/kiosk/`);
      const assistive = await inFirefox(browser, page);
      for (const { screen, way, told } of VISIT) {
        for (const step of way) await go(step, assistive, page.mouse, () => page.waitForSelector('>>> kiosk-staff'));
        await untilTold(assistive, told, screen);
      }
      await page.goto(`${village.product.url}/kiosk/?idle=15`);
      await assistive.press('button', '帮助');
      await untilTold(assistive, STILL, 'the question');
      assert.deepEqual(uncaught, []);
    } finally {
      await browser.close();
    }
  });
});
