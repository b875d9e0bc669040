import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { journey, until } from './journey.ts';

describe('the page that makes embed codes', () => {
  const maker = journey();
  const code = (page: Page) => page.getByRole('textbox', { name: '代码' }).inputValue();
  const choose = (page: Page, name: string, value: string) => page.locator(`demo-snippet select[name="${name}"]`).selectOption(value);
  const ready = async () => {
    const page = await maker.open('/snippet/');
    await page.locator('demo-snippet select[name=agency] option[value=fangbei-tax]').waitFor({ state: 'attached' });
    await until(() => code(page), (text) => text.includes('modulepreload') && text.includes('清河县水利局'), 'the code');
    return page;
  };

  test('writes what was chosen into the code', async () => {
    const page = await ready();
    const tag = async () => (await code(page)).split('\n').find((line) => line.startsWith('<sunlit-')) ?? '';
    assert.match(await tag(), /^<sunlit-directory agency="qinghe-water" lang="zh-CN"><a href="[^"]+agency=qinghe-water">清河县水利局政府信息公开目录<\/a><\/sunlit-directory>$/);
    await choose(page, 'agency', 'fangbei-tax');
    await until(tag, (text) => text.includes(' agency="fangbei-tax" '), 'the agency');
    await choose(page, 'theme', 'hall');
    await until(tag, (text) => text.includes(' theme="hall"'), 'the theme');
    await choose(page, 'scheme', 'dark');
    await until(tag, (text) => text.includes(' scheme="dark"'), 'the scheme');
    await choose(page, 'language', 'zh-Hant');
    await until(tag, (text) => text.includes(' lang="zh-Hant"'), 'the language');
    await page.getByRole('checkbox', { name: '把浏览状态写进网址' }).check();
    await until(tag, (text) => text.includes(' deep-link'), 'the deep link');
    await page.getByRole('checkbox', { name: '显示机构树' }).uncheck();
    await until(tag, (text) => text.includes(' without-tree'), 'the tree');
    await choose(page, 'element', 'agencies');
    assert.equal(await until(tag, (text) => text.startsWith('<sunlit-agencies '), 'the element').then((text) => /deep-link|without-tree/.test(text)), false);
    await choose(page, 'element', 'rating');
    await page.getByRole('textbox', { name: '窗口名称' }).fill('取水许可窗口');
    await page.getByRole('textbox', { name: '窗口名称' }).press('Tab');
    assert.match(await until(tag, (text) => text.includes('取水许可窗口'), 'the window'), /^<sunlit-rating agency="fangbei-tax" subject="window" window="取水许可窗口" lang="zh-Hant" theme="hall" scheme="dark"><p>/);
    await choose(page, 'element', 'stats');
    assert.match(await until(tag, (text) => text.startsWith('<sunlit-stats '), 'the figures'), /^<sunlit-stats agency="fangbei-tax" lang="zh-Hant" theme="hall" scheme="dark" deep-link><a href="[^"]+\/v1\/open-data\?agency=fangbei-tax">/);
    const files = [...(await code(page)).matchAll(/(?:href|src)="([^"]+\/embed\/[^"]+)"/g)].map(([, file]) => file ?? '');
    assert.ok(files.length >= 2);
    for (const file of files) assert.equal((await fetch(file)).status, 200, file);
  });

  test('shows just this code at work', async () => {
    const page = await ready();
    const frame = page.frameLocator('demo-snippet iframe');
    // What the code preloads is just what its directory asks.
    const lists = () => page.frames()[1]?.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.includes('/v1/disclosures?')).length);
    await frame.locator('sunlit-directory .rows > li').nth(5).waitFor();
    assert.equal(await lists(), 1);
    await choose(page, 'agency', 'fangbei-tax');
    await choose(page, 'language', 'en');
    await until(() => code(page), (text) => text.includes('fangbei-tax') && text.includes('lang="en"'), 'the code');
    const preview = await page.locator('demo-snippet iframe').getAttribute('srcdoc') ?? await page.locator('demo-snippet iframe').evaluate((iframe) => (iframe as HTMLIFrameElement).srcdoc);
    assert.equal(preview, `<!DOCTYPE html><html lang="en"><meta charset="utf-8"><body>${await code(page)}</body></html>`);
    await frame.getByRole('heading', { name: 'Disclosure catalogue' }).waitFor();
    await frame.locator('sunlit-directory[agency=fangbei-tax] .rows > li').nth(5).waitFor();
  });

  test('copies the code', async () => {
    const page = await ready();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: '复制代码' }).click();
    await page.getByRole('status').filter({ hasText: '已复制' }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await code(page));
  });
});
