import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../demo/staff.ts';
import { journey, rows, total } from './journey.ts';

describe('publishing, from the first word to the withdrawal', () => {
  const desk = journey();
  const title = '关于春季禁渔期巡查安排的公示';

  async function signIn(username: string): Promise<Page> {
    const page = await desk.open('/desk/');
    await page.getByLabel('用户名').fill(username);
    await page.getByLabel('密码').fill(DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await heading(page, '收件箱').waitFor();
    return page;
  }

  const heading = (page: Page, name: string): Locator => page.getByRole('heading', { level: 1, name });
  const dialog = (page: Page): Locator => page.locator('dialog[open]');

  /** Presses a button of the page and then the one of the same name that confirms it. */
  async function confirmed(page: Page, name: string): Promise<void> {
    await page.getByRole('main').getByRole('button', { name, exact: true }).click();
    await dialog(page).getByRole('button', { name, exact: true }).click();
    await dialog(page).waitFor({ state: 'detached' });
  }

  async function openFromInbox(page: Page, name: string): Promise<void> {
    await page.getByRole('link', { name }).first().click();
    await heading(page, name).waitFor();
  }

  async function write(page: Page): Promise<void> {
    await page.goto(`${desk.product.url}/desk/drafts/new`);
    await page.getByText('公示公告').click();
    await page.getByRole('button', { name: '开始起草' }).click();
    await page.getByLabel('标题', { exact: true }).fill(title);
    await page.getByLabel('摘要').fill('禁渔期内每日巡查河道的安排。');
    await page.getByLabel('主题分类').selectOption('渔业资源');
    await page.getByRole('textbox', { name: '正文' }).fill('一、巡查时间\n\n每日六时至二十时。\n\n二、监督电话\n\n见公开指南。');
    await page.getByLabel('主题', { exact: true }).fill('禁渔期巡查');
    await page.getByLabel('起始日期').fill('2026-04-01');
    await page.getByLabel('截止日期').fill('2026-06-30');
    await page.getByText(/^已保存/).first().waitFor();
  }

  test('three of one agency publish; an open page of a resident says so within two seconds and does not move', async () => {
    const editor = await signIn('water-editor');
    await write(editor);
    await confirmed(editor, '提交审查');

    const reviewer = await signIn('water-reviewer');
    await openFromInbox(reviewer, title);
    for (const question of await reviewer.getByRole('main').getByRole('checkbox').all()) await question.check();
    await confirmed(reviewer, '通过');

    const resident = await desk.open('/water/');
    await rows(resident).first().waitFor();
    const before = await rows(resident).first().innerText();
    const [count, place] = [await total(resident), await rows(resident).first().boundingBox()];

    const publisher = await signIn('water-publisher');
    await openFromInbox(publisher, title);
    await confirmed(publisher, '发布');
    const published = performance.now();
    const news = resident.getByRole('button', { name: /有1条更新/ });
    await news.waitFor({ timeout: 2000 });
    assert.ok(performance.now() - published < 2000);
    assert.deepEqual([await rows(resident).first().innerText(), await rows(resident).first().boundingBox()], [before, place], 'what is being read stays where it is');
    await news.click();
    await resident.getByRole('link', { name: title }).or(resident.getByRole('button', { name: title })).first().waitFor();
    assert.equal(await total(resident), count + 1);
  });

  test('nobody of another agency gets at it, and who stands above sees it and changes nothing', async () => {
    const editor = await signIn('water-editor');
    await write(editor);
    const { pathname } = new URL(editor.url());

    const foreign = await signIn('tax-editor');
    assert.equal(await foreign.getByText(title).count(), 0);
    await foreign.goto(desk.product.url + pathname);
    await foreign.getByRole('alert').filter({ hasText: '您的岗位不能对该机关进行这项操作' }).waitFor();
    assert.equal(await foreign.getByText(title).count(), 0);

    const supervisor = await signIn('city-supervisor');
    await supervisor.goto(desk.product.url + pathname);
    await heading(supervisor, title).waitFor();
    for (const command of ['提交审查', '通过', '退回', '发布']) assert.equal(await supervisor.getByRole('main').getByRole('button', { name: command, exact: true }).count(), 0, command);
  });

  test('a withdrawal leaves a tombstone that says on what ground, and an open item says so at once', async () => {
    const found = await desk.api<{ items: { id: string; title: string }[] }>('/v1/disclosures?agency=qinghe-water&kind=statistics&limit=1');
    const [item] = found.items;
    assert.ok(item);
    const resident = await desk.open(`/water/?sunlit-item=${item.id}`);
    await resident.getByRole('heading', { name: item.title }).first().waitFor();

    const publisher = await signIn('water-publisher');
    await publisher.goto(`${desk.product.url}/desk/published`);
    await publisher.getByRole('listitem').filter({ hasText: item.title }).getByRole('button', { name: /撤回/ }).first().click();
    await dialog(publisher).getByLabel('撤回依据').fill('含个人隐私（《政府信息公开条例》第十五条）');
    await dialog(publisher).getByLabel('由谁决定').fill('局办公室主任');
    await dialog(publisher).getByRole('button', { name: '确认撤回' }).click();
    await resident.getByRole('button', { name: /本件已于.*撤下/ }).click({ timeout: 2000 });
    await resident.getByText('含个人隐私（《政府信息公开条例》第十五条）').first().waitFor();
    const tombstone = await desk.api<{ state: string; ground: string; decidedBy: string }>(`/v1/disclosures/${item.id}`);
    assert.deepEqual([tombstone.state, tombstone.ground, tombstone.decidedBy], ['withdrawn', '含个人隐私（《政府信息公开条例》第十五条）', '局办公室主任']);
  });
});
