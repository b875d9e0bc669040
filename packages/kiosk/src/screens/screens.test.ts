import { ContextProvider } from '@lit/context';
import { expect, fixture, fixtureSync, waitUntil } from '@open-wc/testing';
import { html, type LitElement, type TemplateResult } from 'lit';
import { configurationContext } from '../../../../src/shared/configuration.ts';
import { stubApi, type StubApi } from '../../../../test/widgets/stub-api.ts';
import { stubOutbox } from '../../../../test/widgets/stub-outbox.ts';
import { configurationOf } from '../configuration.ts';
import { kioskContext, type Kiosk, type Place } from '../kiosk.ts';
import type { Offline } from '../offline/offline.ts';
import './define-exchange.ts';
import './define-help.ts';
import './define-home.ts';
import './define-rate.ts';

const REFERENCE = '7KQ2-MX9R-41TB';
const shadow = (element: Element): ShadowRoot => element.shadowRoot!;
const buttons = (element: Element) => [...shadow(element).querySelectorAll('button')];
const named = (element: Element, name: string) => buttons(element).find((button) => button.textContent.trim().startsWith(name))!;

describe('the screens of the touch screen', () => {
  let api: StubApi;
  beforeEach(() => {
    api = stubApi({
      '/v1/disclosures': (url: URL) => ({ items: url.searchParams.get('q') === '采砂' ? [{ id: '1', title: '采砂' }] : [], total: { value: 0, relation: 'eq' }, facets: { agency: [], category: [{ value: 'A20_07', count: 4 }, { value: 'A20_15', count: 9 }], kind: [], year: [], validity: [], relation: 'eq' } }),
      '/v1/agencies/qinghe': { id: 'qinghe', name: '清河县人民政府', path: [], phones: [{ label: '办公电话', number: '000-8840 0101' }] },
    });
  });
  afterEach(() => api.restore());

  async function show<E extends LitElement>(screen: TemplateResult, { theme = 'hall', scheme = 'light', scale = '1', answer, elder = false }: { theme?: string; scheme?: string; scale?: string; answer?: unknown; elder?: boolean } = {}): Promise<{ element: E; gone: Place[] }> {
    const gone: Place[] = [];
    const outbox = { ...stubOutbox(), exchange: async () => answer } as unknown as Offline['outbox'];
    const kiosk: Kiosk = {
      configuration: configurationOf({ agency: 'qinghe', api: api.url, topics: ['采砂', '没有的词'], windows: [{ agency: 'qinghe', name: '社保综合窗口' }, { agency: 'qinghe', name: '医保窗口' }] }),
      offline: { outbox } as Offline, copied: true, name: '清河县', elder, go: (place) => gone.push(place),
    };
    const around = fixtureSync<HTMLElement>(html`<div lang="zh-CN"></div>`);
    around.style.background = theme === 'contrast' ? '#000' : scheme === 'dark' ? '#1d2228' : '#f6f7f9';
    around.style.setProperty('--sunlit-target', '64px');
    around.style.setProperty('--sunlit-scale', scale);
    new ContextProvider(around, { context: configurationContext, initialValue: { api: api.url, theme, scheme } });
    new ContextProvider(around, { context: kioskContext, initialValue: kiosk });
    const element = await fixture<E>(screen, { parentNode: around });
    await element.updateComplete;
    return { element, gone };
  }

  const SCREENS = { home: html`<kiosk-home></kiosk-home>`, rate: html`<kiosk-rate></kiosk-rate>`, help: html`<kiosk-help></kiosk-help>`, exchange: html`<kiosk-exchange></kiosk-exchange>` };
  for (const [name, screen] of Object.entries(SCREENS)) {
    for (const [theme, scheme, scale] of [['hall', 'light', '1'], ['hall', 'dark', '1.2'], ['contrast', 'light', '1.45']] as const) {
      it(`${name} is accessible and large enough to touch, ${theme} ${scheme} at ${scale}`, async () => {
        const { element } = await show(screen, { theme, scheme, scale });
        await expect(element).to.be.accessible();
        expect(shadow(element).querySelectorAll('h1').length, 'one title').to.equal(1);
        for (const button of buttons(element)) {
          const { width, height } = button.getBoundingClientRect();
          expect(Math.min(width, height), button.textContent ?? '').to.be.at.least(64);
        }
      });
    }
  }

  it('offers words that find something, then categories, and leads there', async () => {
    const { element, gone } = await show(SCREENS.home);
    await waitUntil(() => shadow(element).querySelector('.chip'), 'chips are drawn', { timeout: 10_000 });
    expect([...shadow(element).querySelectorAll('.chip')].map((chip) => chip.textContent)).to.deep.equal(['采砂', '财政预算决算']);
    named(element, '采砂').click();
    named(element, '申请信息公开').click();
    expect(gone).to.deep.equal([{ at: 'find', q: '采砂' }, { at: 'request' }]);
  });

  it('shows older people fewer tiles', async () => {
    const { element } = await show(SCREENS.home, { elder: true });
    expect([...shadow(element).querySelectorAll('.tile .name')].map((tile) => tile.textContent)).to.deep.equal(['找公开信息', '点题公开', '申请信息公开', '查询进度', '帮助']);
  });

  const exchange = async (answer: unknown, written = REFERENCE) => {
    const { element, gone } = await show<LitElement & { back(): boolean; reset(): void }>(SCREENS.exchange, { answer });
    const field = shadow(element).querySelector('input')!;
    field.value = written;
    field.dispatchEvent(new InputEvent('input'));
    named(element, '查一查').click();
    return { element, gone };
  };

  it('exchanges a reference for the receipt, and forgets it', async () => {
    const { element } = await exchange({ operation: 'requests.submit', answer: { receiptNo: '20260309-012345', secret: '1111-2222-3333' } });
    await waitUntil(() => shadow(element).querySelector('dd'), 'the receipt is shown', { timeout: 10_000 });
    expect([...shadow(element).querySelectorAll('dd')].map((one) => one.textContent)).to.deep.equal(['20260309-012345', '1111-2222-3333']);
    element.reset();
    await element.updateComplete;
    expect(shadow(element).textContent).not.to.contain('20260309');
    expect(shadow(element).querySelector('input')!.value).to.equal('');
  });

  it('says that something waits, never that it arrived, and takes nothing that is no reference', async () => {
    const waiting = await exchange(undefined);
    await waitUntil(() => shadow(waiting.element).textContent.includes('还没有送到'), 'it waits', { timeout: 10_000 });
    const unread = await exchange(undefined, '123');
    await waitUntil(() => shadow(unread.element).querySelector('[role=alert]'), 'it is no reference', { timeout: 10_000 });
    expect(shadow(unread.element).querySelector('input')!.getAttribute('aria-invalid')).to.equal('true');
  });
});
