import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { chip, focused, idOf, journey, rows, total, until } from './journey.ts';

const POWER_LIST = '清河县水利局行政权力清单';

describe('the catalogue in the page of a county water bureau', () => {
  const water = journey();

  test('opens the power list from a deep link, compares its revisions, and leads back to row and place', async () => {
    const page = await water.open('/water/?sunlit-kind=power&other=1', { viewport: { width: 1280, height: 500 } });
    await chip(page, '权力清单').waitFor();
    assert.equal(await total(page), 4);
    assert.equal(await rows(page).count(), 4);

    const title = page.getByRole('link', { name: POWER_LIST, exact: true });
    await title.scrollIntoViewIfNeeded();
    await page.evaluate(() => scrollBy(0, 40));
    await title.evaluate((link: HTMLElement) => link.focus({ preventScroll: true }));
    const before = await page.evaluate(() => scrollY);
    assert.ok(before > 0, 'the page is scrolled');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: POWER_LIST, exact: true }).waitFor();
    assert.equal(await until(() => focused(page), (text) => text === '返回目录', 'the focus'), '返回目录');
    assert.match(page.url(), /other=1&sunlit-kind=power&sunlit-item=/);

    await page.getByRole('button', { name: '第1版与第2版有何不同' }).click();
    const difference = page.getByRole('region', { name: '第1版与第2版的差异' });
    await difference.locator('.difference-sum').waitFor();
    assert.match(await difference.innerText(), /由原来的5项调整为8项/);
    const summary = difference.locator('.lines > li').filter({ hasText: '摘要' });
    assert.deepEqual(await summary.locator('del').first().evaluate((del) => del.textContent.trim()), '删除: 5');
    assert.match(await summary.locator('ins').first().evaluate((ins) => ins.textContent.trim()), /^新增: 8/);
    const added = difference.locator('.change.added');
    assert.deepEqual(await added.locator('.badge').allInnerTexts(), ['新增', '新增', '新增']);
    assert.deepEqual((await added.locator('strong').allInnerTexts()).map((text) => /清河水利-\d\d/.exec(text)?.[0]), ['清河水利-06', '清河水利-07', '清河水利-08']);
    assert.equal(await difference.locator('.change.removed').count(), 0);

    await page.goBack();
    await title.waitFor();
    assert.equal(await until(() => focused(page), (text) => text === POWER_LIST, 'the focus'), POWER_LIST);
    assert.equal(await until(() => page.evaluate(() => scrollY), (y) => y === before, 'the place on the page'), before);
    assert.equal(await page.locator('sunlit-disclosure').count(), 0);
    assert.equal(await rows(page).count(), 4);
  });

  test('shows an item again when its address is loaded anew, without asking for the list first', async () => {
    const id = await idOf(water, POWER_LIST);
    const page = await water.open(`/water/?sunlit-kind=power&sunlit-item=${id}`);
    await page.getByRole('heading', { level: 2, name: POWER_LIST, exact: true }).waitFor();
    const preloaded = (await page.locator('link[rel=preload][as=fetch]').evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href))).join();
    const lists: string[] = [];
    // The page's own preload knows nothing of the address.
    page.on('request', (request) => new URL(request.url()).pathname === '/v1/disclosures' && request.url() !== preloaded && lists.push(request.url()));
    await page.reload();
    await page.getByRole('heading', { level: 2, name: POWER_LIST, exact: true }).waitFor();
    assert.deepEqual(lists, []);
    await page.getByRole('button', { name: '返回目录' }).click();
    await rows(page).nth(3).waitFor();
    assert.deepEqual([await rows(page).count(), lists.length], [4, 1]);
    assert.equal(new URL(page.url()).search, '?sunlit-kind=power');
  });

  test('marks what was searched for in titles and texts', async () => {
    const page = await water.open('/water/');
    await rows(page).first().waitFor();
    await page.getByRole('combobox', { name: '搜索政府信息' }).fill('采砂');
    await page.keyboard.press('Enter');
    await chip(page, '“采砂”').waitFor();
    await rows(page).locator('mark').first().waitFor();
    assert.deepEqual([...new Set(await rows(page).locator('mark').allInnerTexts())], ['采砂']);
    const unmarked = await rows(page).evaluateAll((all) => all.filter((row) => !row.querySelector('mark')).length);
    assert.equal(unmarked, 0, 'rows that do not show why they were found');
    assert.ok((await rows(page).first().locator('.title').innerText()).includes('采砂'), 'titles first');
    assert.equal(new URL(page.url()).searchParams.get('sunlit-q'), '采砂');
  });

  test('proposes near titles when nothing is found, and opens one', async () => {
    const page = await water.open(`/water/?sunlit-q=${encodeURIComponent('河道采沙')}`);
    await page.getByText('没有找到包含“河道采沙”的信息。').waitFor();
    const near = page.getByRole('list', { name: '您要找的可能是' }).getByRole('button');
    assert.ok((await near.allInnerTexts()).every((title) => title.includes('河道采砂')));
    await near.filter({ hasText: '河道采砂许可办事指南' }).click();
    await page.getByRole('heading', { level: 2, name: '河道采砂许可办事指南', exact: true }).waitFor();
    assert.equal(new URL(page.url()).searchParams.get('sunlit-item'), await idOf(water, '河道采砂许可办事指南'));
  });

  test('follows the language of the page', async () => {
    const page = await water.open('/water/');
    await rows(page).first().waitFor();
    const speak = (lang: string) => page.evaluate((language) => {
      document.querySelector('sunlit-directory')?.removeAttribute('lang'); // so that the page decides
      document.documentElement.lang = language;
    }, lang);
    await speak('en');
    await page.getByRole('heading', { name: 'Disclosure catalogue' }).waitFor();
    await rows(page).locator('.meta .badge', { hasText: /^[A-Z][a-z ]+$/ }).first().waitFor();
    assert.ok((await rows(page).locator('.meta .badge').allInnerTexts()).every((text) => !/\p{Script=Han}/u.test(text)), 'labels in English');
    await page.getByRole('button', { name: 'Search', exact: true }).waitFor();
    await speak('zh-TW');
    await page.getByRole('heading', { name: '政府信息公開目錄' }).waitFor();
    await speak('zh-CN');
    await page.getByRole('heading', { name: '政府信息公开目录' }).waitFor();
    assert.equal(await page.locator('sunlit-directory .sunlit').first().getAttribute('lang'), 'zh-CN');
  });
});
