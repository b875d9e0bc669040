import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { inChromium, untilTold } from '../assistive.ts';
import { journey } from './journey.ts';
import { STILL, VISIT, go } from './kiosk-visit.ts';

const PATIENCE = 60_000;
/** A screen that stands, one that lies, a tablet. */
const SHAPES = [{ width: 1080, height: 1920 }, { width: 1920, height: 1080 }, { width: 1024, height: 768 }] as const;
const LEAST_PIXELS = 64;

describe('every screen of a village', () => {
  const village = journey();

  test('says what it is and what can be done, has targets for fingers and room for its text, in each look, size and shape', async () => {
    const page = await village.open('/kiosk/', { viewport: SHAPES[0] });
    page.context().setDefaultTimeout(PATIENCE);
    await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    const assistive = await inChromium(page);
    const found: string[] = [];
    for (const [at, { screen, way, told }] of VISIT.entries()) {
      for (const step of way) await go(step, assistive, page.mouse, () => page.locator('kiosk-staff').waitFor());
      await untilTold(assistive, told, screen);
      // Each screen in each shape, look and size once, and over nine screens every three of them together.
      for (const [turn, shape] of SHAPES.entries()) {
        await page.setViewportSize(shape);
        for (const [name, times] of [['look', turn === 0 ? at % 3 : 1], ['size', turn === 0 ? Math.floor(at / 3) % 3 : 1]] as const) {
          // Pressed by script: a sheet may lie over it.
          for (let time = 0; time < times; time += 1) await page.locator(`[data-bar=${name}]`).evaluate((button) => (button as HTMLElement).click());
        }
        const here = await page.locator('sunlit-kiosk').evaluate((kiosk) => `${(kiosk as HTMLElement).dataset.size ?? ''} ${kiosk.shadowRoot?.querySelector('.sunlit')?.getAttribute('data-theme') ?? ''} ${kiosk.shadowRoot?.querySelector('.sunlit')?.getAttribute('data-scheme') ?? ''}`);
        found.push(...(await faults(page)).map((fault) => `${screen}, ${String(shape.width)} ${here}: ${fault}`));
      }
      await page.setViewportSize(SHAPES[0]);
    }
    assert.deepEqual(found, []);
  });

  test('asks whether somebody is still there so that everybody hears it', async () => {
    const page = await village.open('/kiosk/?idle=15', { viewport: SHAPES[0] });
    const assistive = await inChromium(page);
    await assistive.press('button', '帮助');
    await untilTold(assistive, STILL, 'the question');
    assert.deepEqual(await faults(page, false), []);
  });
});

/** What axe, a finger and the edge of the screen find wrong. */
async function faults(page: Page, withAxe = true): Promise<string[]> {
  return page.evaluate(async ({ least, withTool }) => {
    const found: string[] = [];
    const all = function* (root: ParentNode): Generator<HTMLElement> {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.inert) continue;
        yield element;
        if (element.shadowRoot) yield* all(element.shadowRoot);
      }
    };
    const at = (x: number, y: number) => {
      let element = document.elementFromPoint(x, y);
      while (element?.shadowRoot?.elementFromPoint(x, y) && element.shadowRoot.elementFromPoint(x, y) !== element) element = element.shadowRoot.elementFromPoint(x, y);
      return element;
    };
    const isIn = (element: Element | null, target: Element) => element !== null && (element === target || target.contains(element) || (element.getRootNode() as ShadowRoot).host === target);
    const kiosk = document.querySelector('sunlit-kiosk')?.shadowRoot;
    const sheet = kiosk?.querySelector<HTMLElement>('dialog[open]');
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    for (const element of all(sheet ?? document)) {
      if (element.localName === 'select') found.push('a select');
      if (!element.matches('button, a[href], input, textarea, summary, [role=button], [tabindex="0"]') || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const target = element.matches('input[type=radio], input[type=checkbox]') ? (element.closest('label') ?? element) : element;
      const name = `${element.localName} "${(element.getAttribute('aria-label') ?? target.textContent).replace(/\s+/g, ' ').trim().slice(0, 30)}"`;
      target.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, right, top, width, height } = target.getBoundingClientRect();
      if (width === 0) continue;
      if (left < -1 || right > innerWidth + 1) found.push(`${name} ends ${String(Math.round(Math.max(-left, right - innerWidth)))} px outside`);
      if (Math.min(width, height) >= least - 0.5) continue;
      // What is drawn smaller may be hit beside it.
      const [x, y] = [left + width / 2, top + height / 2];
      const reach = (byX: number, byY: number): number => {
        let far = 0;
        while (far < least && isIn(at(x + byX * far, y + byY * far), target)) far += 1;
        return far;
      };
      const wide = Math.max(width, reach(-1, 0) + reach(1, 0));
      const high = Math.max(height, reach(0, -1) + reach(0, 1));
      if (Math.min(wide, high) < least - 1) found.push(`${name} is ${String(Math.round(wide))} x ${String(Math.round(high))} px`);
    }
    const main = sheet ?? kiosk?.querySelector('main');
    if (main && main.scrollWidth > main.clientWidth + 1) found.push(`it scrolls sideways by ${String(main.scrollWidth - main.clientWidth)} px`);
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
    if (withTool) {
      // Who pinches would leave the screen enlarged for the next person; the bar has three sizes.
      const { axe } = globalThis as unknown as { axe: { run(context: object, options: RunOptions): Promise<AxeResults> } };
      const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }, rules: { 'meta-viewport': { enabled: false } }, resultTypes: ['violations'], iframes: false });
      found.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary = '' }) => `axe ${id} ${JSON.stringify(target)} ${failureSummary.slice(0, 200)}`)));
    }
    return found;
  }, { least: LEAST_PIXELS, withTool: withAxe });
}
