import assert from 'node:assert/strict';
import { after, afterEach, before } from 'node:test';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { startProduct, type Product } from '../product.ts';

/** A started product and a browser for the tests of one file. */
export interface Journey {
  readonly product: Product;
  readonly browser: Browser;
  /** A page of a reader who was never here before. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** An answer of the API as it comes over the wire. */
  api<T>(path: string): Promise<T>;
}

const PATIENCE = 15_000;

/** Starts product and browser before the tests of a file and ends them after; a page with an uncaught error fails its test. */
export function journey(): Journey {
  let product: Product | undefined;
  let browser: Browser | undefined;
  const uncaught: string[] = [];
  const started = <T>(value: T | undefined): T => {
    assert.ok(value !== undefined, 'It was not started.');
    return value;
  };
  before(async () => {
    browser = await launchBrowser();
    product = await startProduct();
  });
  afterEach(async () => {
    const errors = uncaught.splice(0);
    for (const context of browser?.contexts() ?? []) await context.close();
    assert.deepEqual(errors, [], 'errors that a page did not catch');
  });
  after(async () => {
    await browser?.close();
    await product?.stop();
  });
  return {
    get product() {
      return started(product);
    },
    get browser() {
      return started(browser);
    },
    async open(path, options = {}) {
      const context = await started(browser).newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN', ...options });
      context.setDefaultTimeout(PATIENCE);
      const page = await context.newPage();
      page.on('pageerror', (error) => uncaught.push(error.message));
      await page.goto(new URL(path, started(product).url).href);
      return page;
    },
    async api<T>(path: string) {
      const answer = await fetch(new URL(path, started(product).url));
      assert.equal(answer.status, 200, path);
      return (await answer.json()) as T;
    },
  };
}

/** Waits until a value that is read again and again is the right one. */
export async function until<T>(read: () => Promise<T>, right: (value: T) => boolean, what: string): Promise<T> {
  const end = performance.now() + PATIENCE;
  for (;;) {
    const value = await read();
    if (right(value)) return value;
    assert.ok(performance.now() < end, `${what}: still ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The element with the focus, through all shadow roots, as what a reader would call it. */
export async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.textContent?.trim() ?? '';
  });
}

export const rows = (page: Page): Locator => page.locator('sunlit-directory .rows > li');

/** The applied filter of this name. */
export const chip = (page: Page, name: string): Locator => page.getByRole('list', { name: '已选条件' }).getByRole('button').filter({ has: page.getByText(name, { exact: true }) });

/** The number in 共…条. */
export async function total(page: Page): Promise<number> {
  const text = await until(async () => (await page.locator('sunlit-directory .total').innerText()).trim(), (said) => /^共[\d,]+条$/.test(said), 'the total');
  return Number(text.replace(/\D/g, ''));
}

/** The address of a disclosure by its exact title. */
export async function idOf({ api }: Journey, title: string): Promise<string> {
  const { items } = await api<{ items: { id: string; title: string }[] }>(`/v1/disclosures?limit=100&q=${encodeURIComponent(title)}`);
  const found = items.find((item) => item.title === title);
  assert.ok(found, title);
  return found.id;
}
