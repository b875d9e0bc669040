import { ContextProvider } from '@lit/context';
import { expect, fixtureSync, waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import { configurationContext } from '../../../../src/shared/configuration.ts';
import type { DeviceLife } from '../device/index.ts';
import './define.ts';
import { KioskStaff } from './element.ts';

describe('the menu of staff', () => {
  it('says so when a PIN could not be checked, and stays closed', async () => {
    const device = { registration: { name: '一号屏', pin: true }, pinWait: 0, checkPin: () => Promise.reject(new Error('The disk is full.')) };
    const around = fixtureSync<HTMLElement>(html`<div lang="zh-CN"></div>`);
    new ContextProvider(around, { context: configurationContext, initialValue: { api: '/', theme: 'hall', scheme: 'light' } });
    const element = new KioskStaff();
    element.device = device as unknown as DeviceLife;
    around.append(element);
    await element.updateComplete;
    const press = (key: string) => element.shadowRoot?.querySelector<HTMLElement>(`[data-key="${key}"]`)?.click();
    press('1');
    press('enter');
    await waitUntil(() => element.shadowRoot?.querySelector('[role=alert]')?.textContent?.includes('没有核对成'), 'it is said');
    expect(element.shadowRoot?.querySelector('.menu')).to.equal(null);
  });
});
