import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { chip, focused, idOf, journey, rows, total, until } from './journey.ts';

describe('a reader of the city portal', () => {
  const city = journey();

  test('finds 河道采砂 from the hub by its initials, and opens it', async () => {
    const page = await city.open('/');
    const box = page.getByRole('combobox');
    await box.pressSequentially('hdcs');
    const option = page.getByRole('option', { name: /^清河县河道采砂管理办法/ });
    await option.waitFor();
    assert.equal(await box.getAttribute('aria-expanded'), 'true');
    const proposed = await page.getByRole('group', { name: '公开信息' }).getByRole('option').allInnerTexts();
    assert.ok(proposed.length > 1 && proposed.every((text) => text.includes('河道采砂')), proposed.join('; '));

    await option.click();
    await page.waitForURL(/\/portal\/item\.html\?id=/);
    await page.getByRole('heading', { level: 2, name: '清河县河道采砂管理办法', exact: true }).waitFor();
  });

  test('narrows the catalogue by facets, and the count is the count of the rows', async () => {
    const page = await city.open('/portal/');
    await rows(page).first().waitFor();
    const all = await total(page);
    const kinds = page.getByRole('list', { name: '信息类型' });
    const report = kinds.getByRole('button', { name: /^工作报告/ });
    const promised = Number((await report.locator('.count').innerText()).replace(/\D/g, ''));
    assert.ok(promised > 1 && promised < all);
    await report.click();
    await chip(page, '工作报告').waitFor();
    assert.equal(await until(() => total(page), (n) => n !== all, 'the total'), promised);
    assert.equal(await report.getAttribute('aria-pressed'), 'true');
    await until(() => rows(page).count(), (n) => n === Math.min(promised, 20), 'the rows');
    assert.deepEqual([...new Set(await rows(page).locator('.meta .badge:first-child').allInnerTexts())], ['工作报告']);

    const year = page.getByRole('list', { name: '公开年份' }).getByRole('button').first();
    const name = (await year.locator('bdi').innerText()).trim();
    const left = Number((await year.locator('.count').innerText()).replace(/\D/g, ''));
    assert.ok(left < promised);
    await year.click();
    await chip(page, name).waitFor();
    assert.equal(await until(() => total(page), (n) => n !== promised, 'the total'), left);
    await until(() => rows(page).count(), (n) => n === left, 'the rows');
    assert.ok((await rows(page).locator('time').allInnerTexts()).every((day) => day.startsWith(name)));

    await page.getByRole('button', { name: '清除全部条件' }).click();
    assert.equal(await until(() => total(page), (n) => n !== left, 'the total'), all);
    assert.match(await until(() => focused(page), (text) => text !== '', 'the focus'), /^共/);
  });

  test('gets the next page below the first, with the focus on its first row', async () => {
    const page = await city.open('/portal/');
    await rows(page).nth(19).waitFor();
    assert.equal(await rows(page).count(), 20);
    const first = await rows(page).locator('.title').allInnerTexts();
    await page.getByRole('button', { name: '显示更多' }).click();
    await rows(page).nth(39).waitFor();
    const both = await rows(page).locator('.title').evaluateAll((titles) => titles.map((title) => (title as HTMLElement).dataset.id));
    assert.equal(new Set(both).size, 40, 'no row twice');
    const now = await rows(page).locator('.title').allInnerTexts();
    assert.deepEqual(now.slice(0, 20), first);
    assert.equal(await until(() => focused(page), (text) => text === now[20], 'the focus'), now[20]);
    await page.locator('sunlit-directory [role=status]').filter({ hasText: /新增显示20条，现显示40条/ }).waitFor({ state: 'attached' });
  });

  test('opens an item at an address of the site, with its chain, and goes back', async () => {
    const id = await idOf(city, '清河县河道采砂管理办法');
    const page = await city.open(`/portal/#sunlit-q=${encodeURIComponent('河道采砂管理办法')}`);
    await page.getByRole('link', { name: '清河县河道采砂管理办法', exact: true }).click();
    await page.waitForURL(new RegExp(`/portal/item\\.html\\?id=${id}$`));
    await page.getByRole('heading', { level: 2, name: '清河县河道采砂管理办法', exact: true }).waitFor();
    const { indexNo, chain } = await city.api<{ indexNo: string; chain: Record<'supersedes' | 'interpretedBy', { title: string }[]> }>(`/v1/disclosures/${id}`);
    assert.ok((await page.locator('sunlit-disclosure .particulars').innerText()).includes(indexNo));
    const shown = page.locator('sunlit-disclosure section').filter({ has: page.getByRole('heading', { name: '来龙去脉' }) });
    const related = [...chain.supersedes, ...chain.interpretedBy].map(({ title }) => title);
    assert.ok(related.length > 0, 'a document with a chain');
    for (const title of related) assert.equal(await shown.getByRole('link', { name: title, exact: true }).count(), 1, title);

    await page.goBack();
    await chip(page, '“河道采砂管理办法”').waitFor();
    await page.getByRole('link', { name: '清河县河道采砂管理办法', exact: true }).waitFor();
  });
});
