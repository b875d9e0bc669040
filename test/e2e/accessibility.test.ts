import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { before, describe, test } from 'node:test';
import { DISCLOSURE_KINDS } from '@sunlit/contract';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { idOf, journey } from './journey.ts';

const OURS = 'sunlit-directory, sunlit-disclosure, sunlit-search, sunlit-agencies, sunlit-notices, sunlit-rating, sunlit-request, sunlit-stats, sunlit-topics, sunlit-track, demo-snippet';

const EVERYTHING = { type: 'tag' as const, values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };
const COLOURS = { type: 'rule' as const, values: ['color-contrast', 'link-in-text-block'] };

/** Pages with what has to be there before they are looked at. */
const PAGES: readonly [path: string, there: string][] = [
  ['/', 'sunlit-search input'],
  ['/water/', 'sunlit-directory .rows > li >> nth=19'],
  ['/tax/', 'sunlit-directory .rows > li >> nth=19'],
  ['/portal/', 'sunlit-directory [part=tree] li >> nth=3'],
  ['/portal/agencies.html', 'sunlit-agencies .card >> nth=0'],
  ['/portal/notices.html', 'sunlit-notices [part~=notice] >> nth=2'],
  ['/portal/statistics.html', 'sunlit-stats .bars >> nth=0'],
  ['/hall/', 'sunlit-directory .rows > li >> nth=19'],
  ['/water/request.html', 'sunlit-request #description'],
  ['/water/track.html', 'sunlit-track #secret'],
  ['/water/topics.html', 'sunlit-topics .figures'],
  ['/village/', 'sunlit-topics .figures'],
  ['/hall/topics.html', 'sunlit-topics .figures'],
  ['/hall/request.html', 'sunlit-request #description'],
  ['/hall/track.html', 'sunlit-track #secret'],
  ['/hall/evaluator.html', 'sunlit-rating [data-level] >> nth=4'],
  ['/snippet/', 'demo-snippet textarea'],
];

/** One item of a kind that draws something of its own each. */
const ITEMS = ['行政复议案件统计（2013年）', '河道采砂许可办事指南', '清河县河道采砂管理办法'];

describe('everybody can use it', () => {
  const city = journey();
  let axe: string;
  before(async () => {
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  });

  /** What axe finds wrong inside our elements, in wide and narrow, light and dark: where only colours are others. */
  const check = async (page: Page, widths = [1280, 390]) => {
    await page.evaluate(axe);
    const found: string[] = [];
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      for (const scheme of ['light', 'dark']) {
        await page.locator(OURS).evaluateAll((elements, value) => elements.forEach((element) => element.setAttribute('scheme', value)), scheme);
        await page.locator(`.sunlit[data-scheme=${scheme}]`).first().waitFor();
        const violations = await page.evaluate(async ({ ours, only }) => {
          const { axe: tool } = globalThis as unknown as { axe: { run(context: object, options: RunOptions): Promise<AxeResults> } };
          const include = ours.split(', ').filter((name) => document.querySelector(name)).map((name) => [name]);
          const { violations: all } = await tool.run({ include }, {
            runOnly: only,
            resultTypes: ['violations'],
            iframes: false,
          });
          return all.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary, html }) => `${id} ${JSON.stringify(target)} ${html.slice(0, 160)} ${failureSummary ?? ''}`));
        }, { ours: OURS, only: scheme === 'light' ? EVERYTHING : COLOURS });
        found.push(...violations.map((one) => `${String(width)} ${scheme}: ${one}`));
      }
    }
    return found;
  };

  /** Text of twice the size finds room: neither widget nor page scrolls sideways. */
  const enlarge = async (page: Page) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    const { small, large, widget, around } = await page.locator(OURS).first().evaluate(async (element) => {
      const content = element.shadowRoot?.querySelector('.sunlit');
      if (!(content instanceof HTMLElement)) throw new Error('Nothing is drawn.');
      const size = () => Number.parseFloat(getComputedStyle(content).fontSize);
      const before = size();
      (element as HTMLElement).style.setProperty('--sunlit-scale', '2');
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return { small: before, large: size(), widget: content.scrollWidth - content.clientWidth, around: document.documentElement.scrollWidth - innerWidth };
    });
    assert.deepEqual({ large, widget: Math.max(widget, 0), around: Math.max(around, 0) }, { large: small * 2, widget: 0, around: 0 }, 'text of twice the size');
  };

  for (const [path, there] of PAGES) {
    test(`${path} keeps WCAG 2.2 AA, and text of twice the size`, async () => {
      const page = await city.open(path);
      await page.locator(there).waitFor();
      assert.deepEqual(await check(page), []);
      await enlarge(page);
    });
  }

  for (const title of ITEMS) {
    test(`${title} keeps WCAG 2.2 AA, and text of twice the size`, async () => {
      const page = await city.open(`/portal/item.html?id=${await idOf(city, title)}`);
      await page.locator('sunlit-disclosure .prose').first().waitFor();
      assert.deepEqual(await check(page), []);
      await enlarge(page);
    });
  }

  test('an item of every kind keeps WCAG 2.2 AA on a phone', async () => {
    for (const kind of DISCLOSURE_KINDS) {
      const { items: [item] } = await city.api<{ items: { id: string }[] }>(`/v1/disclosures?kind=${kind}&limit=1`);
      assert.ok(item, kind);
      const page = await city.open(`/portal/item.html?id=${item.id}`);
      await page.locator('sunlit-disclosure h2').first().waitFor();
      assert.deepEqual(await check(page, [390]), [], kind);
    }
  });

  test('the check sees into our elements: a colour that is too pale is found', async () => {
    const page = await city.open('/water/');
    await page.locator('sunlit-directory .rows > li >> nth=19').waitFor();
    await page.locator('sunlit-directory').evaluate((element) => (element as HTMLElement).style.setProperty('--sunlit-muted', '#ccc'));
    assert.ok((await check(page)).some((found) => found.startsWith('1280 light: color-contrast')));
  });
});
