import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page, Route } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { startProduct, type Product } from '../product.ts';
import { serveHostPages } from './host-page.ts';

/** What a page said that it should not have: errors, uncaught exceptions, violated policies. */
function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on('pageerror', (error) => heard.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') heard.push(`${message.type()}: ${message.text()}`);
  });
  return heard;
}

const rows = 'sunlit-directory ol > li';

describe('the embed on other people’s pages', () => {
  let product: Product;
  let browser: Browser;
  let host: Awaited<ReturnType<typeof serveHostPages>>;

  before(async () => {
    product = await startProduct();
    const script = `<script type="module" src="${product.url}/embed/sunlit.js"></script>`;
    const directory = '<sunlit-directory agency="qinghe-water" lang="zh-CN"><a href="/fallback">目录</a></sunlit-directory>';
    const preload = `<link rel="preload" as="fetch" crossorigin href="${product.url}/v1/disclosures?agency=qinghe-water&amp;facets=true&amp;limit=20">`;
    const linked = directory.replace(' lang', ' deep-link lang');
    const policy = [
      "default-src 'none'", `script-src ${product.url}`, "style-src 'self'", `connect-src ${product.url}`, "img-src 'self'",
      "require-trusted-types-for 'script'", 'trusted-types lit-html dompurify',
    ].join('; ');
    const horrors = `html{font-size:62.5%} *{color:#c00!important;font-size:12px;letter-spacing:.3em;line-height:1!important;text-transform:uppercase}
      a,button,input{all:unset!important} body{direction:ltr;white-space:nowrap;text-indent:2em} div,ol,li{float:left!important;width:40px!important}`;
    const oldLibraries = `<script>
      Array.from = function (list) { var out = []; for (var i = 0; i < (list.length || 0); i += 1) out.push(list[i]); return out; };
      JSON.stringify = (function (real) { return function (value) { return Array.isArray(value) ? '"' + real(value) + '"' : real(value); }; })(JSON.stringify);
      Array.prototype.extend = function () {}; Function.prototype.bind = function (self) { var f = this, a = [].slice.call(arguments, 1); return function () { return f.apply(self, a.concat([].slice.call(arguments))); }; };
    </script>`;
    host = await serveHostPages({
      '/plain': { body: `<!DOCTYPE html><html lang="zh-CN"><title>x</title>${script}<body><p id="own">原有内容</p>${directory}</body>` },
      '/strict': { body: `<!DOCTYPE html><html lang="zh-CN"><title>x</title>${script}<body>${directory}</body>`, headers: { 'content-security-policy': policy } },
      '/horrors': { body: `<!DOCTYPE html><html lang="zh-CN"><title>x</title><style>${horrors}</style>${script}<body><p id="own">x</p>${directory}</body>` },
      '/gbk': {
        // 目录 in GBK, so that the page is what it says it is.
        body: Buffer.concat([Buffer.from('<html lang="zh-CN"><title>'), Buffer.from([0xc4, 0xbf, 0xc2, 0xbc]), Buffer.from(`</title>${script}<body><sunlit-directory agency="qinghe-water"></sunlit-directory>`)]),
        headers: { 'content-type': 'text/html; charset=gbk' },
      },
      '/twice': { body: `<!DOCTYPE html><html lang="zh-CN"><title>x</title>${script}<script type="module" src="${product.url}/embed/sunlit.js?again"></script><body>${directory}</body>` },
      '/old': { body: `<html lang="zh-CN"><head>${oldLibraries}${script}</head><body>${directory}</body>` },
      '/later': { body: `<!DOCTYPE html><html lang="zh-CN"><title>x</title>${script}<body></body>` },
      '/rtl': { body: `<!DOCTYPE html><html lang="ug" dir="rtl"><title>x</title>${script}<body><sunlit-directory agency="qinghe-water"></sunlit-directory></body>` },
      '/early': { body: `<!DOCTYPE html><html lang="zh-CN"><title>x</title>${preload}${script}<body>${linked}</body>` },
      '/early?sunlit-kind=service': { body: `<!DOCTYPE html><html lang="zh-CN"><title>x</title>${preload}${script}<body>${linked}</body>` },
      '/wrong-api': { body: `<!DOCTYPE html><html lang="zh-CN"><title>x</title>${script}<body><p id="own">原有内容</p><sunlit-directory api="/here" agency="qinghe-water"></sunlit-directory></body>` },
      '/here/v1/disclosures': { body: '<html>login</html>' },
    });
    browser = await launchBrowser();
  });

  after(async () => {
    await browser?.close();
    await host?.close();
    await product?.stop();
  });

  const open = async (path: string): Promise<{ page: Page; heard: string[] }> => {
    const page = await (await browser.newContext({ viewport: { width: 1000, height: 900 } })).newPage();
    const heard = complaints(page);
    await page.goto(host.url + path);
    return { page, heard };
  };

  test('shows rows on a plain page of another origin and leaves the page as it was', async () => {
    const { page, heard } = await open('/plain');
    await page.locator(rows).first().waitFor();
    assert.equal(await page.locator('#own').textContent(), '原有内容');
    assert.deepEqual(await page.evaluate(() => [document.cookie, document.head.querySelectorAll('style').length, document.adoptedStyleSheets.length]), ['', 0, 0]);
    assert.deepEqual(heard, []);
  });

  test('runs under a strict policy with Trusted Types, texts included', async () => {
    const { page, heard } = await open('/strict');
    await page.locator(rows).first().waitFor();
    await page.locator(`${rows} a, ${rows} button`).first().click();
    await page.locator('sunlit-disclosure h2, sunlit-disclosure h1').first().waitFor();
    // Markdown goes through the sanitiser, the one place where text becomes markup; `plain` is what stands there when it was not allowed to.
    await page.locator('sunlit-disclosure .prose').first().waitFor();
    assert.equal(await page.locator('sunlit-disclosure p.plain').count(), 0);
    assert.deepEqual(heard, []);
  });

  test('keeps size, colour and spacing under hostile rules', async () => {
    const { page, heard } = await open('/horrors');
    await page.locator(rows).first().waitFor();
    const seen = await page.locator(`${rows} p`).first().evaluate((element) => {
      const style = getComputedStyle(element);
      return [style.letterSpacing, style.textTransform, style.whiteSpace, style.textIndent, style.color];
    });
    assert.deepEqual(seen.slice(0, 4), ['normal', 'none', 'normal', '0px']);
    assert.notEqual(seen[4], 'rgb(204, 0, 0)');
    const heights = await page.locator('sunlit-directory button:visible').evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height));
    assert.ok(heights.length > 3 && heights.every((height) => height >= 24), `targets of ${heights.join(', ')}`);
    assert.deepEqual(heard, []);
  });

  test('writes Chinese on a GBK page', async () => {
    const { page } = await open('/gbk');
    await page.locator(rows).first().waitFor();
    assert.equal(await page.title(), '目录');
    assert.match(await page.locator(rows).first().innerText(), /水利局/);
    assert.equal(await page.locator('sunlit-directory h2').first().innerText(), '政府信息公开目录');
  });

  test('loads twice without an error', async () => {
    const { page, heard } = await open('/twice');
    await page.locator(rows).first().waitFor();
    assert.deepEqual(heard, []);
  });

  test('works beside old libraries that bend built-ins', async () => {
    const { page } = await open('/old');
    await page.locator(rows).nth(5).waitFor();
  });

  test('finds elements that come later, and those in shadow roots it is told of', async () => {
    const { page } = await open('/later');
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<div><sunlit-agencies agency="qinghe-water"></sunlit-agencies></div>'));
    await page.locator('sunlit-agencies h2').waitFor();
    await page.evaluate(() => {
      const holder = document.body.appendChild(document.createElement('section'));
      const root = holder.attachShadow({ mode: 'open' });
      root.innerHTML = '<sunlit-search></sunlit-search>';
      (globalThis as unknown as { sunlit: { discover(root: ParentNode): void } }).sunlit.discover(root);
    });
    await page.locator('sunlit-search input').waitFor();
  });

  test('turns with a page that reads from the right', async () => {
    const { page } = await open('/rtl');
    await page.locator(rows).first().waitFor();
    assert.equal(await page.locator('sunlit-directory .sunlit').first().evaluate((element) => getComputedStyle(element).direction), 'rtl');
  });

  /** What a page asks the API for lists, and how often; a preflight is a question too. */
  const asking = async (path: string, answerFirst?: (route: Route) => Promise<void>) => {
    const page = await browser.newPage();
    const heard = complaints(page);
    const asked: string[] = [];
    page.on('request', (request) => request.url().includes('/v1/disclosures?') && asked.push(`${request.method()} ${new URL(request.url()).search}`));
    if (answerFirst) await page.route(/\/v1\/disclosures\?/, answerFirst, { times: 1 });
    await page.goto(host.url + path);
    await page.locator(rows).first().waitFor();
    await page.waitForLoadState('networkidle');
    return { page, asked, heard };
  };
  const first = 'GET ?agency=qinghe-water&facets=true&limit=20';

  test('takes what the page preloaded, and does not ask for it again', async () => {
    const { asked, heard } = await asking('/early');
    assert.deepEqual(asked, [first]);
    assert.deepEqual(heard, []);
  });

  test('asks for what a link says, whatever was preloaded', async () => {
    const { page, asked } = await asking('/early?sunlit-kind=service');
    assert.deepEqual(asked, [first, 'GET ?agency=qinghe-water&facets=true&kind=service&limit=20']);
    assert.deepEqual([...new Set(await page.locator(`${rows} .meta > :first-child`).allInnerTexts())], ['办事指南']);
  });

  test('asks again when the preloaded question was not answered', async () => {
    const { asked } = await asking('/early', (route) => route.fulfill({ status: 503, body: '' }));
    assert.deepEqual([asked[0], asked[asked.length - 1]], [first, first]);
    assert.ok(asked.length > 1);
  });

  test('says so when the API address answers a login page, and leaves the page intact', async () => {
    const { page } = await open('/wrong-api');
    await page.locator('sunlit-directory [role=alert]').first().waitFor();
    assert.match(await page.locator('sunlit-directory [role=alert]').first().innerText(), /无法识别|没有找到|接口地址/);
    assert.equal(await page.locator('#own').textContent(), '原有内容');
  });

  test('reports in place when an element cannot be fetched', async () => {
    const page = await browser.newPage();
    await page.route(/\/embed\/(?!sunlit\.js)/, (route) => route.abort());
    await page.goto(`${host.url}/later`);
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<sunlit-search></sunlit-search>'));
    await page.locator('sunlit-search', { hasText: '无法加载' }).waitFor();
  });
});
