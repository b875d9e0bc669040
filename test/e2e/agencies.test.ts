import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { focused, journey, until } from './journey.ts';

describe('the agencies of the city', () => {
  const city = journey();

  test('leads through four levels to a village by clicks alone', async () => {
    const page = await city.open('/portal/agencies.html');
    const tree = page.getByRole('navigation', { name: '机构树' });
    for (const name of ['清河县人民政府', '清河县安平镇人民政府']) {
      const unfold = tree.getByRole('button', { name: `展开${name}的下级机构` });
      assert.equal(await unfold.getAttribute('aria-expanded'), 'false');
      await unfold.click();
      await tree.getByRole('button', { name: `展开${name}的下级机构`, expanded: true }).waitFor();
    }
    const village = tree.getByRole('button', { name: '安平镇上湾村村民委员会', exact: true });
    await village.click();
    await page.getByRole('heading', { level: 2, name: '安平镇上湾村村民委员会', exact: true }).waitFor();
    assert.equal(await until(() => focused(page), (text) => text === '安平镇上湾村村民委员会', 'the focus'), '安平镇上湾村村民委员会');
    assert.equal(await village.getAttribute('aria-current'), 'true');
    const above = page.getByRole('navigation', { name: '上级机构' }).getByRole('button');
    assert.deepEqual(await above.allInnerTexts(), ['清川市人民政府', '清河县人民政府', '清河县安平镇人民政府']);
    assert.match(await page.locator('sunlit-agencies .detail header').innerText(), /社区村 · 村（居）民委员会/);

    await above.nth(1).click();
    await page.getByRole('heading', { level: 2, name: '清河县人民政府', exact: true }).waitFor();
    assert.equal(await village.getAttribute('aria-current'), 'false');
  });

  test('names leaders by post, never by name, and phones that can be called', async () => {
    const page = await city.open('/portal/agencies.html');
    const tree = page.getByRole('navigation', { name: '机构树' });
    await tree.getByRole('button', { name: '展开清河县人民政府的下级机构' }).click();
    await tree.getByRole('button', { name: '清河县水利局', exact: true }).click();
    await page.getByRole('heading', { level: 2, name: '清河县水利局', exact: true }).waitFor();

    const { leaders, phones } = await city.api<{ leaders: { post: string; portfolio: string; name?: string; phone?: string }[]; phones: { label: string; number: string }[] }>('/v1/agencies/qinghe-water');
    const cards = page.locator('sunlit-agencies section').filter({ has: page.getByRole('heading', { name: '领导分工' }) }).locator('.card');
    assert.ok(leaders.length >= 2 && leaders.every(({ name }) => name === undefined));
    assert.deepEqual((await cards.locator('p.strong').allInnerTexts()).map((text) => text.trim()), leaders.map(({ post }) => post));
    for (const [at, { portfolio }] of leaders.entries()) assert.ok((await cards.nth(at).innerText()).includes(portfolio), portfolio);

    assert.ok(phones.length > 0);
    for (const { number } of phones) {
      const link = page.locator('sunlit-agencies .facts').getByRole('link', { name: number, exact: true });
      assert.equal(await link.getAttribute('href'), `tel:${number.replace(/\D/g, '')}`);
    }
  });
});
