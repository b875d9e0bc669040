import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../demo/staff.ts';
import { journey, until } from './journey.ts';

describe('a topic, from a resident’s words to what they think of the answer', () => {
  const city = journey();

  async function signIn(username: string): Promise<Page> {
    const page = await city.open('/desk/');
    await page.getByLabel('用户名').fill(username);
    await page.getByLabel('密码').fill(DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '收件箱' }).waitFor();
    return page;
  }

  /** Writes a topic on the board of the village; answers its number and the page. */
  async function write(title: string, text: string): Promise<{ number: string; page: Page }> {
    const page = await city.open('/village/');
    await page.getByRole('button', { name: '我要点题' }).click();
    await page.getByRole('radio', { name: /请公开一件事/ }).check();
    await page.getByLabel('一句话说清楚').fill(title);
    await page.getByLabel(/还想补充的/).fill(text);
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('button', { name: '发送', exact: true }).click();
    await page.getByText('已经收到').first().waitFor({ timeout: 60_000 });
    const number = /\d{8}-\d{4,6}/.exec(await page.locator('sunlit-topics .sunlit').first().innerText())?.[0];
    assert.ok(number !== undefined);
    return { number, page };
  }

  async function openPosting(desk: Page, list: string, name: string | RegExp): Promise<void> {
    await desk.goto(`${city.product.url}/desk/topics${list}`);
    await desk.getByRole('link', { name }).click();
    await desk.getByRole('region', { name: '当前状态' }).waitFor();
  }

  /** Opens the form of a step, fills it in, and takes the step. */
  async function step(desk: Page, name: string, fill: (form: Locator) => Promise<unknown> = () => Promise.resolve(), go = name): Promise<void> {
    await desk.getByRole('group', { name: '可以办理的步骤' }).getByRole('button', { name, exact: true }).click();
    const form = desk.getByRole('form', { name, exact: true });
    await fill(form);
    await form.getByRole('button', { name: go, exact: true }).click();
    await form.waitFor({ state: 'detached' });
  }

  test('is moderated, merged, claimed in a round, answered with a disclosure, seen and rated', async () => {
    const TITLE = '公开农田水渠清淤的工钱';
    const { number, page: resident } = await write(TITLE, '去年冬天清淤花了多少，找王会计13800001111问不到。');
    const { number: second } = await write('农田水渠清淤的工钱是怎么付的', '想看清淤的工钱。');

    const desk = await signIn('village-topics');
    await openPosting(desk, '?state=unread', new RegExp(number));
    assert.equal(await desk.getByText('13800001111').count(), 0, 'nothing of what was written before it is opened');
    await step(desk, '准予上栏', async (form) => {
      await form.getByRole('button', { name: '去掉“13800001111”' }).click();
      await until(() => form.getByLabel('补充说明（选填）').inputValue(), (text) => text.includes('［电话］') && !text.includes('13800001111'), 'the number is taken out');
      await form.getByLabel('轮次').selectOption({ label: '本轮村务公开点题' });
    });
    await desk.getByText('已上栏，待分办').first().waitFor();

    await openPosting(desk, '?state=unread', new RegExp(second));
    // What is like it is found, and merging begins there.
    await desk.getByRole('button', { name: `并入这个：${TITLE}` }).click();
    const merging = desk.getByRole('form', { name: '合并', exact: true });
    await until(() => merging.getByRole('radio').first().isChecked(), Boolean, 'the topic it was begun from is chosen');
    await merging.getByRole('button', { name: '合并', exact: true }).click();
    await desk.getByRole('link', { name: '已并入另一个点题，点此查看' }).click();
    await desk.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await desk.getByText('2人支持').first().waitFor();

    await step(desk, '认领', async (form) => assert.equal(await form.getByRole('radio', { name: '随一轮点题' }).isChecked(), true, 'it is promised with its round'));
    await step(desk, '拟写答复', async (form) => {
      await form.getByLabel('答复结果').selectOption('disclosed');
      await form.getByLabel('答复内容').fill('## 清淤工钱\n\n已在**收支表**中列出。');
      await form.getByRole('searchbox', { name: '标题、文号或索引号' }).fill('收支');
      await form.getByRole('button', { name: '查找' }).click();
      await form.getByRole('button', { name: /^关联“/ }).first().click();
    }, '保存答复');
    await desk.getByText('还没有公布，外面看不到。').waitFor();
    await step(desk, '公布答复', async (form) => form.getByText(`公布对“${TITLE}”的答复吗？`).waitFor(), '确认公布');
    await desk.getByText('已公布答复').first().waitFor();

    await resident.goto(`${city.product.url}/village/`);
    await resident.getByRole('button', { name: '本机的' }).click();
    await resident.getByRole('link', { name: TITLE }).or(resident.getByRole('button', { name: TITLE })).first().click();
    await resident.getByRole('heading', { name: '清淤工钱' }).waitFor();
    await resident.getByText('2 人支持').first().waitFor();
    assert.equal(await resident.getByText('13800001111').count(), 0, 'what was taken out is nowhere to be read');
    await resident.getByRole('radio', { name: '满意', exact: true }).or(resident.getByRole('button', { name: '满意', exact: true })).first().click();
    await resident.getByText('已收到，谢谢您的评价。').first().waitFor({ timeout: 60_000 });

    await desk.reload();
    await desk.getByText('1人评价').waitFor();
    await desk.getByText('已公布，有评价').first().waitFor();
  });

  test('is supported on a sheet by each person once, and watched by who stands above and writes nothing', async () => {
    const desk = await signIn('village-topics');
    const NAME = '惠农补贴的面积是怎么核的';
    const enter = async (people: string) => {
      await openPosting(desk, '', NAME);
      await desk.getByRole('button', { name: '登记支持者' }).click();
      await desk.getByLabel('名单').fill(people);
      await desk.locator('desk-support-list input[type=file]').setInputFiles({ name: '签名表.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') });
      await desk.getByRole('button', { name: '登记', exact: true }).click();
    };
    await enter('1\t签名人甲\t13800002221\n2\t签名人乙\t13800002222');
    await desk.getByText('新增2人，0人此前已经计过。').waitFor();
    await enter('签名人乙，13800002222\n签名人丙，13800002223');
    await desk.getByText('新增1人，1人此前已经计过。').waitFor();

    const supervisor = await signIn('city-supervisor');
    await openPosting(supervisor, '?agency=qinghe-anping-shangwan', NAME);
    await supervisor.getByText('您的岗位可以查看，不能办理。').waitFor();
    await supervisor.getByText('新增1人，此前已计1人').first().waitFor();
    assert.equal(await supervisor.locator('desk-posting').getByRole('button').count(), 0);
  });
});
