import type { Page } from 'playwright-core';

interface Asked {
  readonly words: string;
  readonly identity?: string;
  /** Gives the files, where the agency takes some. */
  readonly attach?: () => Promise<void>;
}

/** A request on the touch screen, one question at a time, from the first up to the button that sends it. */
export async function writeRequest(page: Page, { words, identity = '410101195001011234', attach }: Asked): Promise<void> {
  const field = (name: string | RegExp) => page.getByRole('textbox', { name });
  let step = 1;
  const next = async () => {
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText(new RegExp(`^第 ${String((step += 1))} 步`)).waitFor();
  };
  await field('请具体描述您需要的信息').fill(words);
  await next();
  await next();
  await page.getByRole('radio', { name: '公民（个人）' }).waitFor();
  await next();
  await field('姓名或名称').fill('试用人');
  await next();
  await field('证件号码').fill(identity);
  await next();
  await field(/^电话/).fill('13900001234');
  await next();
  await page.getByRole('radio').first().waitFor();
  await next();
  await (attach ? attach() : page.getByRole('radio').first().waitFor());
  await next();
  await page.getByRole('button', { name: '发送申请' }).waitFor();
}

/** Sends it where that cannot go well, and answers the reference on the slip. */
export async function keepRequest(page: Page, asked: Asked): Promise<string> {
  await writeRequest(page, asked);
  await page.getByRole('button', { name: '发送申请' }).click();
  await page.getByRole('heading', { name: '还没有送出' }).waitFor();
  return /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await page.locator('sunlit-request .receipt').innerText())?.[0] ?? '';
}
