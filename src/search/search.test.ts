import { expect, fixture, fixtureSync, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { problem, stubApi, type StubApi } from '../../test/widgets/stub-api.ts';
import { suggestions } from '../directory/examples.ts';
import type { SunlitSearchEvent, SunlitSelectEvent } from '../shared/events.ts';
import './define.ts';
import type { SunlitSearch } from './element.ts';

const inside = (element: SunlitSearch, selector: string): HTMLElement[] => [...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
const box = (element: SunlitSearch): HTMLInputElement => {
  const input = element.shadowRoot?.querySelector('input');
  if (!input) throw new Error('no box');
  return input;
};
const options = (element: SunlitSearch) => inside(element, '[role=option]');

describe('<sunlit-search>', () => {
  let api: StubApi;
  let complaints: unknown[][];
  const { error, warn } = console;
  beforeEach(() => {
    api = stubApi({ '/v1/suggest': suggestions });
    complaints = [];
    console.error = (...said: unknown[]) => complaints.push(said);
    console.warn = (...said: unknown[]) => complaints.push(said);
  });
  afterEach(() => {
    api.restore();
    Object.assign(console, { error, warn });
    expect(complaints.filter(([first]) => !String(first).startsWith('Lit is in dev mode'))).to.deep.equal([]);
  });

  const show = async (attributes = html`<sunlit-search api=${api.url} lang="zh-CN"></sunlit-search>`) => fixture<SunlitSearch>(attributes);

  const type = async (element: SunlitSearch, text: string, composing = false) => {
    box(element).focus();
    box(element).value = text;
    box(element).dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: composing }));
    await element.updateComplete;
  };
  const typed = async (element: SunlitSearch, text = '河道') => {
    await type(element, text);
    await waitUntil(() => options(element).length > 0, 'proposals come');
  };

  for (const theme of ['site', 'hall', 'contrast']) {
    it(`is accessible in the ${theme} theme, empty and with proposals`, async () => {
      const element = await show(html`<sunlit-search api=${api.url} theme=${theme} lang="zh-CN"></sunlit-search>`);
      await expect(element).to.be.accessible();
      await typed(element);
      await expect(element).to.be.accessible();
      const least = theme === 'hall' ? 60 : 44;
      for (const target of [...inside(element, 'button'), box(element), ...options(element)]) expect(target.getBoundingClientRect().height).to.be.at.least(least);
    });
  }

  it('is a combobox with grouped, marked proposals', async () => {
    const element = await show();
    expect(box(element).getAttribute('role')).to.equal('combobox');
    expect(box(element).getAttribute('aria-expanded')).to.equal('false');
    await typed(element);
    expect(box(element).getAttribute('aria-expanded')).to.equal('true');
    expect(inside(element, '[role=group]').length).to.equal(2);
    expect(options(element).map((one) => one.querySelector('bdi')?.textContent)).to.deep.equal(suggestions.items.map(({ text }) => text));
    expect(inside(element, 'mark')[0]?.textContent).to.equal('河道采砂');
  });

  it('asks once for fast typing, for the scope it was given, and never for nothing', async () => {
    const element = await show(html`<sunlit-search api=${api.url} agency="qinghe-water"></sunlit-search>`);
    await type(element, '河');
    await type(element, '河道');
    await typed(element, ' 河道采 ');
    expect(api.asked).to.deep.equal([`/v1/suggest?agency=qinghe-water&limit=8&q=${encodeURIComponent('河道采')}`]);
    await type(element, '');
    await waitUntil(() => options(element).length === 0);
    expect(api.asked.length).to.equal(1);
  });

  it('shows what belongs to the last letters, whatever comes last', async () => {
    const release: (() => void)[] = [];
    api.answer('/v1/suggest', async (url: URL) => {
      if (url.searchParams.get('q') === '河') await new Promise<void>((resolve) => release.push(resolve));
      return { items: [{ type: 'agency', id: 'a', text: `${url.searchParams.get('q') ?? ''}机构`, marks: [] }] };
    });
    const element = await show();
    await type(element, '河');
    await waitUntil(() => release.length === 1);
    await typed(element, '水');
    for (const go of release) go();
    await element.updateComplete;
    expect(options(element).map((one) => one.textContent?.trim())).to.deep.equal(['水机构']);
  });

  it('is worked by keyboard: down, up, round, Enter chooses, Escape closes and then clears', async () => {
    const element = await show();
    await typed(element);
    const active = () => options(element).findIndex((one) => one.getAttribute('aria-selected') === 'true');
    await sendKeys({ press: 'ArrowDown' });
    await element.updateComplete;
    expect(active()).to.equal(0);
    expect(box(element).getAttribute('aria-activedescendant')).to.equal(options(element)[0]?.id);
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ press: 'ArrowUp' });
    await element.updateComplete;
    expect(active()).to.equal(2);
    const chosen = oneEvent<SunlitSelectEvent>(element, 'sunlit-select');
    await sendKeys({ press: 'Enter' });
    expect((await chosen).subject).to.deep.equal({ type: 'agency', id: 'qinghe-river', title: '清河县河道管理处' });
    await element.updateComplete;
    expect(element.value).to.equal('清河县河道管理处');
    expect(options(element).length).to.equal(0);
    await typed(element);
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(options(element).length).to.equal(0);
    expect(element.value).to.equal('河道');
    await sendKeys({ press: 'Escape' });
    expect(element.value).to.equal('');
  });

  it('is worked by pointer, and the focus stays in the box', async () => {
    const element = await show();
    await typed(element);
    const chosen = oneEvent<SunlitSelectEvent>(element, 'sunlit-select');
    const press = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
    options(element)[1]?.dispatchEvent(press);
    options(element)[1]?.click();
    expect(press.defaultPrevented).to.equal(true);
    expect((await chosen).subject.type).to.equal('disclosure');
  });

  it('leaves the text alone when the page cancels a choice', async () => {
    const element = await show();
    element.addEventListener('sunlit-select', (event) => event.preventDefault());
    await typed(element);
    options(element)[0]?.click();
    await element.updateComplete;
    expect(element.value).to.equal('河道');
  });

  it('searches by button and by Enter, and says what for', async () => {
    const element = await show();
    const asked: string[] = [];
    element.addEventListener('sunlit-search', (event) => asked.push(event.q));
    await type(element, ' 采砂 ');
    inside(element, '[type=submit]')[0]?.click();
    await type(element, '禁渔');
    await sendKeys({ press: 'Enter' });
    expect(asked).to.deep.equal(['采砂', '禁渔']);
  });

  it('does not act on the Enter that ends an input method', async () => {
    const element = await show();
    let searched = false;
    element.addEventListener('sunlit-search', () => (searched = true));
    await type(element, 'caisha', true);
    for (const init of [{ isComposing: true }, { keyCode: 229 }]) {
      const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init });
      box(element).dispatchEvent(enter);
      expect(enter.defaultPrevented).to.equal(true);
    }
    expect(searched).to.equal(false);
    expect(api.asked).to.deep.equal([]);
    box(element).value = '采砂';
    box(element).dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: '采砂' }));
    await waitUntil(() => api.asked.length === 1);
  });

  it('clears: the text, and the search if there was one', async () => {
    const element = await show(html`<sunlit-search api=${api.url} value="采砂"></sunlit-search>`);
    const asked: string[] = [];
    element.addEventListener('sunlit-search', (event) => asked.push(event.q));
    inside(element, '.clear')[0]?.click();
    await element.updateComplete;
    expect([element.value, ...asked]).to.deep.equal(['', '']);
    await type(element, '禁渔');
    inside(element, '.clear')[0]?.click();
    expect(asked).to.deep.equal(['']);
  });

  it('goes to the action, unless the page cancels', async () => {
    const element = await show(html`<sunlit-search api=${api.url} action="#q={q}&all={q}"></sunlit-search>`);
    await type(element, '采砂&许可');
    inside(element, '[type=submit]')[0]?.click();
    expect(location.hash).to.equal(`#q=${encodeURIComponent('采砂&许可')}&all=${encodeURIComponent('采砂&许可')}`);
    location.hash = '';
    element.addEventListener('sunlit-search', (event) => event.preventDefault());
    inside(element, '[type=submit]')[0]?.click();
    expect(location.hash).to.equal('');
  });

  it('stays a search box when there are no proposals: a bad address, a server that fails', async () => {
    api.answer('/v1/suggest', problem(404, 'not-found'));
    for (const bad of ['http://[', api.url]) {
      const element = await show(html`<sunlit-search api=${bad}></sunlit-search>`);
      await type(element, '河道');
      const before = performance.now();
      await waitUntil(() => performance.now() - before > 200);
      expect(options(element).length).to.equal(0);
      const asked = oneEvent<SunlitSearchEvent>(element, 'sunlit-search');
      inside(element, '[type=submit]')[0]?.click();
      expect((await asked).q).to.equal('河道');
    }
  });

  it('shows titles as text', async () => {
    api.answer('/v1/suggest', { items: [{ type: 'agency', id: 'x', text: '<img src=x onerror=alert(1)>\u202e', marks: [[0, 4]] }] });
    const element = await show();
    await typed(element);
    expect(inside(element, 'img').length).to.equal(0);
    expect(options(element)[0]?.textContent?.trim()).to.equal('<img src=x onerror=alert(1)>\u202e');
  });

  it('shows its list above everything, also in a host that clips and filters', async () => {
    const host = fixtureSync<HTMLElement>(html`<div class="clip"><sunlit-search api=${api.url}></sunlit-search></div>`);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.clip { overflow: hidden; height: 50px; filter: grayscale(1); position: relative }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const element = host.querySelector('sunlit-search');
    if (!element) throw new Error('no element');
    await element.updateComplete;
    await typed(element);
    const at = inside(element, '.list')[0]?.getBoundingClientRect();
    const below = box(element).getBoundingClientRect();
    expect(at?.top).to.be.within(below.bottom, below.bottom + 10);
    expect(at?.width).to.be.closeTo(below.width, 2);
    const hit = element.shadowRoot?.elementFromPoint(at ? at.left + 30 : 0, at ? at.top + 60 : 0);
    expect(hit?.closest('.list')).to.not.equal(null);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  });

  it('speaks the language around it, live', async () => {
    const around = fixtureSync<HTMLElement>(html`<div lang="zh-CN"><sunlit-search api=${api.url}></sunlit-search></div>`);
    const element = around.querySelector('sunlit-search');
    if (!element) throw new Error('no element');
    await element.updateComplete;
    expect(inside(element, '[type=submit]')[0]?.textContent).to.equal('搜索');
    around.setAttribute('lang', 'en');
    await waitUntil(() => inside(element, '[type=submit]')[0]?.textContent === 'Search', 'English has come', { timeout: 5000 });
    around.setAttribute('lang', 'zh-TW');
    await waitUntil(() => inside(element, 'input')[0]?.getAttribute('placeholder')?.startsWith('標題'), 'zh-Hant has come', { timeout: 5000 });
  });

  it('leaves nothing behind', async () => {
    let listening = 0;
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    const counts = (target: EventTarget) => target === window || target === document;
    EventTarget.prototype.addEventListener = function (...given: Parameters<typeof addEventListener>) {
      if (counts(this ?? window)) listening += 1;
      addEventListener.apply(this ?? window, given);
    };
    EventTarget.prototype.removeEventListener = function (...given: Parameters<typeof removeEventListener>) {
      if (counts(this ?? window)) listening -= 1;
      removeEventListener.apply(this ?? window, given);
    };
    try {
      for (let n = 0; n < 50; n += 1) {
        const element = document.createElement('sunlit-search');
        element.api = api.url;
        document.body.append(element);
        await element.updateComplete;
        if (n === 0) await typed(element);
        element.remove();
      }
      expect(listening).to.equal(0);
    } finally {
      Object.assign(EventTarget.prototype, { addEventListener, removeEventListener });
    }
  });
});
