import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../demo/staff.ts';
import { journey, until } from './journey.ts';

/** What an applicant takes home. */
interface Slip {
  readonly number: string;
  readonly secret: string;
}

describe('a request, from the form to the served reply', () => {
  const city = journey();

  async function signIn(username: string): Promise<Page> {
    const page = await city.open('/desk/');
    await page.getByLabel('用户名').fill(username);
    await page.getByLabel('密码').fill(DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '收件箱' }).waitFor();
    return page;
  }

  const next = (page: Page) => page.getByRole('button', { name: '下一步' }).click();

  async function slipOn(page: Page): Promise<Slip> {
    await page.getByText('服务器已收到您的申请').waitFor({ timeout: 60_000 });
    const text = await page.locator('sunlit-request .sunlit').innerText();
    const [number, secret] = [/\d{8}-\d{6}/.exec(text)?.[0], /\b(?:[0-9A-Z]{4}-){2}[0-9A-Z]{4}\b/.exec(text)?.[0]];
    assert.ok(number !== undefined && secret !== undefined, text);
    return { number, secret };
  }

  /** A page whose device believes that it is another time, if one is given. */
  async function at(path: string, clock: string | undefined): Promise<Page> {
    const page = await city.open(path);
    if (clock === undefined) return page;
    await page.clock.setFixedTime(clock);
    await page.reload();
    return page;
  }

  async function file(clock?: string): Promise<Slip> {
    const page = await at('/water/request.html', clock);
    await page.getByLabel('请具体描述您需要的信息').fill('柳林河的开采范围图');
    await next(page);
    await page.getByLabel('姓名或名称').fill('申请人甲');
    await page.getByLabel('证件号码').fill('11010119900307775X');
    await page.getByLabel('电话').fill('13800001111');
    await next(page);
    await page.locator('input[type=file]').first().setInputFiles({ name: '示意图.txt', mimeType: 'text/plain', buffer: Buffer.from('柳林河第三段') });
    await next(page);
    await page.getByRole('heading', { name: '核对后发送' }).waitFor();
    await page.getByRole('button', { name: '发送申请' }).click();
    const slip = await slipOn(page);
    await page.getByText('附件已全部上传').first().waitFor();
    return slip;
  }

  async function follow({ number, secret }: Slip, clock?: string): Promise<Page> {
    const page = await at('/water/track.html', clock);
    await page.getByLabel('申请编号').fill(number);
    // As somebody types it.
    await page.getByRole('textbox', { name: '查询码' }).fill(secret.toLowerCase().replaceAll('-', ' '));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: `申请 ${number}` }).waitFor();
    return page;
  }

  /** Opens the form of a step, fills it in, and takes the step. */
  async function step(desk: Page, name: string, fill: (form: Locator) => Promise<unknown> = () => Promise.resolve()): Promise<void> {
    await desk.getByRole('group', { name: '可以办理的步骤' }).getByRole('button', { name, exact: true }).click();
    const form = desk.getByRole('form', { name, exact: true });
    await fill(form);
    await form.getByRole('button', { name, exact: true }).click();
    await form.waitFor({ state: 'detached' });
  }

  async function openCase(desk: Page, number: string): Promise<void> {
    await desk.goto(`${city.product.url}/desk/cases`);
    await desk.getByRole('link', { name: number }).click();
    await desk.getByRole('heading', { level: 1, name: number }).waitFor();
  }

  test('is corrected, answered in part with what must not be shown taken out, taken home with its remedy, and rated', async () => {
    const slip = await file();
    const desk = await signIn('water-requests');
    await openCase(desk, slip.number);
    assert.equal(await desk.getByText('申请人甲').count(), 0, 'nothing personal before the papers are opened');
    await step(desk, '确认收到');
    await step(desk, '登记', (form) => form.getByLabel(/简要名称/).fill('开采范围图'));
    await step(desk, '告知补正', async (form) => {
      await form.getByLabel('需要补正的事项').fill('请写明是哪一年的范围图');
      await form.getByRole('button', { name: '查看和修改文书' }).click();
      const letter = form.getByLabel('正文', { exact: true });
      await until(() => letter.inputValue(), (text) => text.includes('申请人甲'), 'the letter is composed');
    });

    const resident = await follow(slip);
    await resident.getByText(/请最迟在.*补正/).waitFor();
    await resident.getByText('请写明是哪一年的范围图').first().waitFor();
    await resident.getByRole('button', { name: '补正申请' }).click();
    await resident.getByLabel('所需信息').fill('2024年柳林河的开采范围图');
    await resident.getByRole('button', { name: '提交补正' }).click();
    await resident.getByText('补正已提交').first().waitFor();

    await openCase(desk, slip.number);
    await desk.getByRole('button', { name: '打开材料' }).click();
    await desk.getByText('2024年柳林河的开采范围图').first().waitFor();
    await desk.getByText('示意图.txt').first().waitFor();
    await desk.getByRole('button', { name: '区分处理', exact: true }).click();
    const original = '采砂范围：柳林河第三段。联系人周某，电话13900002222。';
    await desk.getByLabel('公开件名称').fill('开采范围说明');
    const area = desk.getByLabel('原文', { exact: true });
    await area.fill(original);
    await area.evaluate((element, [start, end]) => (element as HTMLTextAreaElement).setSelectionRange(start ?? 0, end ?? 0), [original.indexOf('周某'), original.length - 1]);
    await area.dispatchEvent('select');
    await desk.getByLabel('遮盖内容的名称').first().fill('联系人姓名和电话');
    await desk.getByRole('button', { name: '遮盖', exact: true }).click();
    await desk.getByText('已遮盖1处').first().waitFor();
    await desk.getByRole('button', { name: '生成公开件' }).click();
    await desk.getByText(/已生成/).first().waitFor();
    await step(desk, '作出答复', async (form) => {
      await form.getByLabel('答复结果').selectOption('partial');
      assert.equal(await form.getByLabel('遮盖内容的名称').inputValue(), '联系人姓名和电话', 'what was taken out is stated');
    });
    await step(desk, '送达答复');

    await resident.getByRole('button', { name: '刷新' }).click();
    await resident.getByText(/答复：部分公开/).first().waitFor();
    await resident.getByText('应当先申请行政复议').first().waitFor();
    // It opens beside the page, by an address that anyone can ask while it is good.
    const take = async (name: RegExp): Promise<Buffer> => {
      const opened = resident.context().waitForEvent('request', (request) => request.url().includes('/v1/papers/'));
      await resident.getByRole('button', { name }).click();
      return Buffer.from(await (await fetch((await opened).url())).arrayBuffer());
    };
    assert.match((await take(/^查看政府信息部分公开答复书/)).toString(), /先向.*申请行政复议/);
    const copy = await take(/^下载开采范围说明/);
    assert.equal(copy.subarray(0, 2).toString(), 'PK', 'a DOCX file');

    // One tap counts; words may follow, which only an officer who opens them reads.
    await resident.getByRole('button', { name: '不满意', exact: true }).click();
    await resident.getByText(/工作人员会在\d+个工作日内跟进/).waitFor();
    await resident.getByRole('button', { name: '说得清不清楚' }).click();
    await resident.getByRole('textbox', { name: '还想说几句' }).fill('遮盖的理由看不明白');
    await resident.getByRole('button', { name: '提交', exact: true }).click();
    await resident.getByText('已一并收到。').waitFor();

    const officer = await signIn('water-topics');
    await officer.goto(`${city.product.url}/desk/topics/ratings`);
    const task = officer.getByRole('listitem').filter({ has: officer.getByRole('heading', { name: new RegExp(slip.number) }) });
    await task.getByText('答复清晰度').waitFor();
    assert.equal(await officer.getByText('遮盖的理由看不明白').count(), 0, 'nothing that was written before it is opened');
    await task.getByRole('button', { name: '查看评价文字' }).click();
    await task.getByText('遮盖的理由看不明白').waitFor();
    await task.getByRole('textbox', { name: '处理结果' }).fill('已电话说明遮盖的依据。');
    await task.getByRole('button', { name: '记下结果' }).click();
    await task.getByText('已电话说明遮盖的依据。').waitFor();
    await officer.goto(`${city.product.url}/desk/topics/ratings`);
    await officer.getByRole('heading', { level: 1, name: '差评回访' }).waitFor();
    assert.equal(await officer.getByRole('heading', { name: new RegExp(slip.number) }).count(), 0, 'it is done');
  });

  test('is seen by who stands above, who urges and opens no papers, and by nobody of another agency', async () => {
    const { number } = await file();
    const supervisor = await signIn('city-supervisor');
    await supervisor.goto(`${city.product.url}/desk/cases?agency=qinghe-water`);
    await openCase(supervisor, number);
    const address = supervisor.url();
    await supervisor.getByText('您的岗位不能查阅申请人的材料。').waitFor();
    await supervisor.getByRole('textbox', { name: '督办意见' }).fill('请尽快确认收到。');
    await supervisor.getByRole('button', { name: '督办', exact: true }).click();
    await supervisor.getByText('监督人员正在督办').first().waitFor();

    const foreign = await signIn('tax-requests');
    await foreign.goto(address);
    await foreign.getByRole('alert').filter({ hasText: '您的岗位不能对该机关进行这项操作' }).waitFor();

    const officer = await signIn('water-requests');
    await openCase(officer, number);
    await officer.getByRole('textbox', { name: '回复督办' }).fill('今天确认。');
    await officer.getByRole('button', { name: '回复', exact: true }).click();
    await officer.getByText('已回复督办。').first().waitFor();
  });

  test('that somebody speaks at the counter is written down, read back, and received on that day', async () => {
    const desk = await signIn('water-requests');
    await desk.goto(`${city.product.url}/desk/cases/new`);
    await desk.getByLabel('收到方式').selectOption('oral');
    await desk.getByLabel('申请人需要的信息').fill('村里水渠维修用了多少钱');
    await next(desk);
    await desk.getByLabel('姓名或名称').fill('申请人乙');
    await desk.getByLabel('证件号码').fill('11010119900307775X');
    await desk.getByLabel('通信地址').fill('柳林镇和平村');
    await next(desk);
    await next(desk);
    await desk.getByRole('heading', { name: '核对并读给申请人听' }).waitFor();
    await desk.getByLabel('已逐项读给申请人听，申请人确认无误').check();
    await desk.getByRole('button', { name: '发送申请' }).click();
    const slip = await slipOn(desk);
    const resident = await follow(slip);
    await resident.getByText(/最迟在.*答复/).first().waitFor();
  });

  test('is filed and followed on devices whose clocks are decades off', async () => {
    for (const clock of ['1999-01-01T00:00:00Z', '2099-01-01T00:00:00Z']) {
      const page = await follow(await file(clock), clock);
      await page.getByText('还没有确认收到').waitFor();
    }
  });

  test('leaves the screen of a service hall after a minute without touch', async () => {
    const slip = await file();
    const page = await city.open('/hall/track.html', { viewport: { width: 1080, height: 1920 } });
    await page.clock.install();
    await page.reload();
    await page.getByLabel('申请编号').fill(slip.number);
    await page.getByRole('textbox', { name: '查询码' }).fill(slip.secret);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: `申请 ${slip.number}` }).waitFor();
    await page.clock.runFor(50_000);
    await page.getByRole('button', { name: '继续查看' }).waitFor();
    await page.clock.runFor(20_000);
    await page.getByText('查询已自动关闭').waitFor();
    assert.equal(await page.getByText(slip.number).count(), 0);
    assert.equal(await page.getByLabel('申请编号').inputValue(), '');
  });

  test('asked for with a wrong secret shows nothing, and says the same for a wrong number', async () => {
    const { number } = await file();
    const wrong = async (typed: Slip) => {
      const page = await city.open('/water/track.html');
      await page.getByLabel('申请编号').fill(typed.number);
      await page.getByRole('textbox', { name: '查询码' }).fill(typed.secret);
      await page.keyboard.press('Enter');
      await page.getByText('申请编号或查询码不对').waitFor();
    };
    await wrong({ number, secret: 'AAAA-BBBB-CCCC' });
    await wrong({ number: '20200101-000000', secret: 'AAAA-BBBB-CCCC' });
  });
});
