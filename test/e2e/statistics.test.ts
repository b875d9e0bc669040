import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { idOf, journey } from './journey.ts';

interface Withdrawal {
  readonly type: string;
  readonly id: string;
  readonly title: string;
  readonly tombstone: { readonly ground: string; readonly decidedBy: string; readonly replacedBy?: { readonly title: string } };
}

describe('figures and what was withdrawn', () => {
  const city = journey();

  test('shows figures that do not add up as they were published, and says so', async () => {
    const page = await city.open(`/portal/item.html?id=${await idOf(city, '行政复议案件统计（2013年）')}`);
    const table = page.getByRole('table', { name: /^审结方式（公布数）/ });
    await table.waitFor();
    const figures = await table.locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent.trim())));
    assert.deepEqual(figures.map(([, n]) => n), ['275', '6', '2', '32', '316']);
    assert.equal(figures.slice(0, 4).reduce((sum, [, n]) => sum + Number(n), 0), 315);
    assert.equal(figures[4]?.[2], '—（未公布）', 'what was not published is neither zero nor blank');

    assert.match(await page.locator('sunlit-disclosure [part=note]').innerText(), /分项之和315件，不等于审结316件/);
    const checks = page.locator('sunlit-disclosure .checks > li');
    const failing = checks.filter({ hasText: '按原文公布，合计不符' });
    assert.equal(await failing.count(), 2);
    assert.match(await failing.first().innerText(), /275 \+ 6 \+ 2 \+ 32 = 316[^]*四项之和为315，与公布的审结数相差1件/);
    assert.equal(await checks.filter({ hasText: '相符' }).filter({ hasText: '87.29%' }).count(), 1);
  });

  test('sorts a table by keyboard: up, down, and back to the published order', async () => {
    const page = await city.open(`/portal/item.html?id=${await idOf(city, '行政复议案件统计（2013年）')}`);
    const table = page.getByRole('table', { name: /^审结方式（公布数）/ });
    const column = table.getByRole('columnheader', { name: /^件数/ });
    const figures = () => table.locator('tbody tr').evaluateAll((all) => all.map((row) => Number(row.children[1]?.textContent)));
    await column.getByRole('button').focus();
    assert.equal(await column.getAttribute('aria-sort'), 'none');
    const orders: [string, number[]][] = [['ascending', [2, 6, 32, 275, 316]], ['descending', [316, 275, 32, 6, 2]], ['none', [275, 6, 2, 32, 316]]];
    for (const [direction, order] of orders) {
      await page.keyboard.press(direction === 'descending' ? 'Space' : 'Enter');
      await table.locator(`th[aria-sort=${direction}]`, { hasText: '件数' }).waitFor();
      assert.deepEqual(await figures(), order, direction);
    }
    assert.equal(await column.getByRole('button').evaluate((button) => button.matches(':focus')), true, 'the focus stays');
  });

  test('shows a tombstone where something was withdrawn, and leads to what replaced it', async () => {
    const withdrawals: Withdrawal[] = [];
    for (let after = 0, latest = 1; after < latest; ) {
      const page = await city.api<{ items: (Withdrawal & { seq: number })[]; latest: number }>(`/v1/changes?after=${String(after)}&limit=1000`);
      withdrawals.push(...page.items.filter(({ type }) => type === 'withdrawn'));
      latest = page.latest;
      after = page.items[page.items.length - 1]?.seq ?? latest;
    }
    const gone = withdrawals.find(({ title }) => title === '电子监控设备安装联系人名单');
    assert.ok(gone?.tombstone.replacedBy);
    const page = await city.open(`/portal/item.html?id=${gone.id}`);
    await page.getByRole('heading', { level: 2, name: gone.title, exact: true }).waitFor();
    const item = page.locator('sunlit-disclosure article');
    const said = await item.innerText();
    for (const part of ['已撤下', '2014年6月12日', gone.tombstone.ground, gone.tombstone.decidedBy]) assert.ok(said.includes(part), part);
    assert.equal(await item.locator('.prose, .actions').count(), 0, 'nothing of what was withdrawn');
    const { total } = await city.api<{ total: { value: number } }>(`/v1/disclosures?q=${encodeURIComponent(gone.title)}`);
    assert.equal(total.value, 0);

    await item.getByRole('link', { name: gone.tombstone.replacedBy.title, exact: true }).click();
    await page.getByRole('heading', { level: 2, name: gone.tombstone.replacedBy.title, exact: true }).waitFor();
    await page.getByRole('button', { name: '返回', exact: true }).click();
    await page.getByRole('heading', { level: 2, name: gone.title, exact: true }).waitFor();
  });
});
