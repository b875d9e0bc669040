import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../demo/staff.ts';
import { journey } from './journey.ts';

describe('signing in at the desk', () => {
  const desk = journey();

  /** A page on a device that keeps passkeys behind a fingerprint. */
  async function device(): Promise<Page> {
    const page = await desk.open('/desk/');
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    });
    return page;
  }

  const byPasskey = (page: Page) => page.getByRole('button', { name: '使用通行密钥登录' }).click();
  const settings = (page: Page) => page.getByRole('link', { name: '设置' }).click();
  const inbox = (page: Page) => page.getByRole('heading', { level: 1, name: '收件箱' }).waitFor();

  async function signOut(page: Page): Promise<void> {
    await page.getByRole('button', { name: /^账户和设置/ }).click();
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByRole('heading', { name: '登录公开工作台' }).waitFor();
  }

  test('a passkey that was added by who signed in with a password signs them in from then on, until it is removed', async () => {
    const page = await device();
    await page.getByLabel('用户名').fill('water-editor');
    await page.getByLabel('密码').fill(DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await inbox(page);

    await settings(page);
    const passkeys = page.getByRole('region', { name: '通行密钥' });
    await passkeys.getByText('没有通行密钥。').waitFor();
    await passkeys.getByLabel('名称').fill('办公室的电脑');
    await page.keyboard.press('Enter');
    await passkeys.getByRole('listitem').filter({ hasText: '办公室的电脑' }).waitFor();
    await signOut(page);

    await byPasskey(page);
    await inbox(page);
    const me = await page.evaluate(async () => (await (await fetch('/v1/staff/me')).json()) as { username: string });
    assert.equal(me.username, 'water-editor');

    await settings(page);
    await passkeys.getByRole('button', { name: '移除“办公室的电脑”' }).click();
    await page.locator('dialog[open]').getByRole('button', { name: '移除' }).click();
    await passkeys.getByText('没有通行密钥。').waitFor();
    await signOut(page);
    await byPasskey(page);
    await page.getByRole('alert').filter({ hasText: '这个通行密钥在这里没有登记' }).waitFor();
  });

  test('a device without a passkey says so, and can go on with a password', async () => {
    const page = await device();
    await byPasskey(page);
    await page.getByRole('alert').filter({ hasText: '没有可用的通行密钥' }).waitFor();
    assert.equal(await page.getByLabel('用户名').isVisible(), true, 'name and password are still there');
  });
});
