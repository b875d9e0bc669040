import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../demo/staff.ts';
import { journey } from './journey.ts';

describe('counting and supervising', () => {
  const city = journey();

  async function signIn(username: string): Promise<Page> {
    const page = await city.open('/desk/');
    await page.getByLabel('用户名').fill(username);
    await page.getByLabel('密码').fill(DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '收件箱' }).waitFor();
    return page;
  }

  test('anybody goes down the tree to the figures of a county, its closed tables, and the files they can take away', async () => {
    const page = await city.open('/portal/statistics.html');
    const stats = page.locator('sunlit-stats');
    await stats.getByRole('heading', { name: /清川市人民政府 · 总览/ }).waitFor();
    await stats.getByLabel('年份').selectOption('2025');
    await stats.getByRole('button', { name: /^清河县人民政府/ }).or(stats.getByRole('link', { name: /^清河县人民政府/ })).first().click();
    await stats.getByRole('heading', { name: /清河县人民政府 · 总览 · 2025年/ }).waitFor();
    await stats.getByText('依申请公开', { exact: true }).first().click();
    const table = stats.getByRole('table', { name: /收到和处理政府信息公开申请情况/ });
    await table.waitFor();
    const { figures } = await city.api<{ figures: { requests: { newReceived: { total: number }; total: { total: number } } } }>('/v1/statistics/annual?agency=qinghe&year=2025&below=true');
    const row = async (name: RegExp) => Number((await table.getByRole('row', { name }).getByRole('cell').last().innerText()).replaceAll(',', ''));
    assert.equal(await row(/^一、/), figures.requests.newReceived.total);
    assert.equal(await row(/（七）总计/), figures.requests.total.total);
    assert.ok(figures.requests.newReceived.total > 0, 'a year in which something happened');

    const csv = await stats.getByRole('link', { name: /CSV/ }).first().getAttribute('href');
    assert.ok(csv !== null);
    const file = await fetch(new URL(csv, city.product.url));
    assert.match(file.headers.get('content-type') ?? '', /^text\/csv/);
    assert.match(await file.text(), /newReceived/);
  });

  test('a supervisor urges about what is late, the agency answers, and both see it', async () => {
    const supervisor = await signIn('city-supervisor');
    await supervisor.goto(`${city.product.url}/desk/supervision`);
    await supervisor.getByText('红灯（已超期）').first().waitFor();
    const item = (page: Page): Locator => page.getByRole('listitem').filter({ hasText: '取水许可办了多少、给了谁' });
    await item(supervisor).getByRole('button', { name: /督办/ }).click();
    await supervisor.getByLabel('督办内容').fill('请本周内答复。');
    await supervisor.getByLabel('答复期限').fill('2999-01-01');
    await supervisor.getByRole('button', { name: '发出督办' }).click();
    await supervisor.getByText('已督办清河县水利局。').first().waitFor();
    await item(supervisor).getByText('请本周内答复。').waitFor();

    const officer = await signIn('water-topics');
    await officer.goto(`${city.product.url}/desk/supervision`);
    await officer.getByText('等待本单位答复的督办：1件').waitFor();
    await officer.getByRole('button', { name: '答复', exact: true }).first().click();
    await officer.getByLabel('答复内容').fill('名单已整理，周五公开。');
    await officer.getByRole('button', { name: '发出答复' }).click();
    await officer.getByText('已答复督办。').first().waitFor();

    await supervisor.reload();
    await item(supervisor).getByText('名单已整理，周五公开。').waitFor();
  });

  test('the annual report is written with figures by reference, and becomes a draft with its files', async () => {
    const publisher = await signIn('water-publisher');
    await publisher.goto(`${city.product.url}/desk/statistics?agency=qinghe-water&year=2025`);
    await publisher.getByRole('heading', { level: 1, name: '年报数据' }).waitFor();
    await publisher.goto(`${city.product.url}/desk/reports/2025/annual?agency=qinghe-water`);
    const section = (name: string) => publisher.getByRole('textbox', { name: new RegExp(name) });
    await section('总体情况').waitFor();
    assert.match(await section('总体情况').inputValue(), /\{\{requests\.newReceived\.total\}\}/);
    await section('存在的主要问题及改进情况').fill('答复时间还可以更短。');
    await section('其他需要报告的事项').fill('没有其他事项。本年收到{{requests.newReceived.total}}件申请。');
    await publisher.getByRole('button', { name: '保存', exact: true }).click();
    await publisher.getByText('报告已保存。').first().waitFor();
    const { requests } = (await city.api<{ figures: { requests: { newReceived: { total: number } } } }>('/v1/statistics/annual?agency=qinghe-water&year=2025')).figures;
    await publisher.getByRole('button', { name: '预览', exact: true }).click();
    await publisher.getByText(`本年收到${String(requests.newReceived.total)}件申请。`).first().waitFor();
    await publisher.keyboard.press('Escape');
    await publisher.getByRole('button', { name: '生成文稿' }).click();
    await publisher.getByText('文稿已生成。').first().waitFor();
    await publisher.goto(`${city.product.url}/desk/drafts`);
    await publisher.getByText('清河县水利局2025年政府信息公开工作年度报告').first().waitFor();
  });

  test('a resident says what they think of a notice, which only the agency reads', async () => {
    const page = await city.open('/portal/notices.html');
    const notice = page.locator('sunlit-notices').getByRole('listitem').filter({ hasText: '关于下一年度禁渔期安排征求意见的公示' });
    await notice.getByRole('button', { name: '查看和参与' }).click();
    await notice.getByRole('button', { name: '提交意见' }).click();
    await notice.getByText('请选择您的态度').first().waitFor();
    await notice.getByRole('radio', { name: '有建议' }).check();
    await notice.getByRole('textbox', { name: /意见和理由/ }).fill('建议把禁渔期提前到三月。');
    await notice.getByRole('button', { name: '提交意见' }).click();
    await notice.getByText('意见已收到。').waitFor({ timeout: 60_000 });

    const officer = await signIn('water-publisher');
    await officer.goto(`${city.product.url}/desk/notices`);
    await officer.getByRole('link', { name: '关于下一年度禁渔期安排征求意见的公示' }).click();
    assert.equal(await officer.getByText('建议把禁渔期提前到三月。').count(), 0, 'nothing before it is opened');
    await officer.getByRole('button', { name: '查看意见' }).click();
    await officer.getByText('建议把禁渔期提前到三月。').waitFor();
  });
});
