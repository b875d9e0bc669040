import { expect, fixture, waitUntil } from '@open-wc/testing';
import { SunlitError } from '@sunlit/client/kiosk';
import { html } from 'lit';
import './define.ts';
import type { KioskEnrol } from './element.ts';
import { enrolForm } from './index.ts';
import type { DeviceLife, Registration } from './life.ts';

const REGISTRATION: Registration = { name: '一号屏', agency: { id: 'liuhe-tuanjie', name: '团结村村民委员会' }, pin: true };

/** A device whose server takes one code. */
function device(registration?: Registration): DeviceLife & { readonly tried: string[] } {
  const tried: string[] = [];
  let held = registration;
  return {
    tried,
    get registration() {
      return held;
    },
    heardAt: undefined,
    error: undefined,
    pinWait: 0,
    async enrol(code) {
      tried.push(code);
      if (code !== '1234567890') throw new SunlitError('code-refused', 'refused', { hint: '登记码不能使用', requestId: 'r', status: 403 });
      held = REGISTRATION;
      await Promise.resolve();
    },
    checkPin: () => Promise.resolve('right'),
  };
}

const show = async (life: DeviceLife): Promise<KioskEnrol> => (await fixture<HTMLElement>(html`<div>${enrolForm(life)}</div>`)).querySelector<KioskEnrol>('kiosk-enrol')!;
const text = (element: KioskEnrol): string => element.shadowRoot!.textContent.replaceAll(/\s+/g, ' ');
const press = (element: KioskEnrol, keys: string): void => {
  for (const key of keys) element.shadowRoot!.querySelector<HTMLElement>(`[data-key="${key}"]`)!.click();
};
const act = (element: KioskEnrol, name: string): void => element.shadowRoot!.querySelector<HTMLElement>(`[data-key="${name}"], [data-action="${name}"]`)!.click();

describe('<kiosk-enrol>', () => {
  it('takes ten digits by its own buttons, and shows as what the device was registered', async () => {
    const life = device();
    const element = await show(life);
    await element.updateComplete;
    await expect(element).to.be.accessible();
    press(element, '12345678');
    act(element, 'enter');
    expect(life.tried, 'too short').to.deep.equal([]);
    press(element, '0');
    act(element, 'delete');
    press(element, '907');
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('[role=status]')!.getAttribute('aria-label')).to.equal('已输入：1 2 3 4 5 6 7 8 9 0');
    act(element, 'enter');
    await waitUntil(() => text(element).includes('本设备已登记'));
    expect(life.tried).to.deep.equal(['1234567890']);
    expect(text(element)).to.include('一号屏').and.include('团结村村民委员会').and.include('还没有上报成功');
    await expect(element).to.be.accessible();
  });

  it('says that a code is wrong, and keeps nothing of it after a wipe', async () => {
    const element = await show(device());
    await element.updateComplete;
    press(element, '0000000000');
    act(element, 'enter');
    await waitUntil(() => text(element).includes('登记码不对'));
    element.reset();
    await element.updateComplete;
    expect(text(element)).not.to.include('登记码不对');
    expect(element.shadowRoot!.querySelector('.code')!.textContent).to.equal('––––––––––');
  });

  it('registers anew only when somebody asks for it', async () => {
    const element = await show(device(REGISTRATION));
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('.keys')).to.equal(null);
    act(element, 'again');
    await element.updateComplete;
    expect(text(element)).to.include('原来的登记继续有效');
    act(element, 'keep');
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('.keys')).to.equal(null);
  });

  it('has buttons of 64 px and more', async () => {
    const element = await show(device());
    await element.updateComplete;
    for (const button of element.shadowRoot!.querySelectorAll('button')) {
      const { width, height } = button.getBoundingClientRect();
      expect(Math.min(width, height), button.textContent).to.be.at.least(64);
    }
  });
});
