import { expect } from '@open-wc/testing';
import { html } from 'lit';
import './define.ts';
import { problem, stubApi, type StubApi } from '../../test/widgets/stub-api.ts';
import type { SunlitSelectEvent } from '../shared/events.ts';
import { examples, more, withdrawn } from './examples.ts';
import { mount, mountWidget, part, settled, until } from './test-context.ts';

const { normative, service, statistics } = examples;
const { repealed } = more;
const at = (id: string) => `/v1/disclosures/${id}`;

describe('<sunlit-disclosure>', () => {
  let api: StubApi;
  beforeEach(() => {
    api = stubApi({ [at(normative.id)]: normative, [at(repealed.id)]: repealed, [at(statistics.id)]: statistics, [at(withdrawn.id)]: withdrawn });
  });
  afterEach(() => api.restore());

  it('asks below a service guide how satisfied people are, where the page wants that, and below nothing else', async () => {
    api.answer(at(service.id), service);
    api.answer('/v1/ratings', { n: 0, levels: { 'very-satisfied': 0, satisfied: 0, 'fairly-satisfied': 0, dissatisfied: 0, 'very-dissatisfied': 0 }, reasons: [] });
    const element = await mountWidget(html`<sunlit-disclosure rating api=${api.url} item-id=${service.id}></sunlit-disclosure>`);
    await until(() => element.renderRoot.querySelector('sunlit-rating')?.shadowRoot?.querySelector('.results'));
    await expect(element).to.be.accessible();
    expect(api.asked).to.include(`/v1/ratings?id=${service.id}&type=disclosure`);
    const plain = await mountWidget(html`<sunlit-disclosure api=${api.url} item-id=${service.id}></sunlit-disclosure>`);
    const other = await mountWidget(html`<sunlit-disclosure rating api=${api.url} item-id=${normative.id}></sunlit-disclosure>`);
    expect([plain, other].map((one) => one.renderRoot.querySelector('sunlit-rating'))).to.deep.equal([null, null]);
  });

  it('waits with a skeleton, loads once, then says that it is ready', async () => {
    let answer: (value: unknown) => void = () => undefined;
    api.answer(at(normative.id), () => new Promise((resolve) => (answer = resolve)));
    let ready = 0;
    const holder = mount(html`<sunlit-disclosure @sunlit-ready=${() => (ready += 1)} api=${api.url} item-id=${normative.id}></sunlit-disclosure>`);
    const element = holder.querySelector('sunlit-disclosure');
    if (!element) throw new Error('none');
    await until(() => element.renderRoot.querySelector('.waiting'));
    await expect(element).to.be.accessible();
    expect(ready).to.equal(0);
    await until(() => api.asked.length > 0);
    answer(normative);
    await until(() => ready === 1);
    await settled(element);
    expect(part(element, '#title').textContent).to.equal(normative.title);
    expect(api.asked).to.deep.equal([at(normative.id)]);
  });

  it('shows nothing and asks nothing without an id', async () => {
    const element = await mountWidget(html`<sunlit-disclosure api=${api.url}></sunlit-disclosure>`);
    expect(element.renderRoot.textContent?.trim()).to.equal('');
    expect(api.asked).to.deep.equal([]);
  });

  it('names a category of the agency’s own by the name it was given, a statutory one in the reader’s language', async () => {
    api.answer(at(normative.id), { ...normative, categoryId: 'qinghe-water.sand', categoryName: '河道采砂' });
    const own = await mountWidget(html`<sunlit-disclosure api=${api.url} item-id=${normative.id}></sunlit-disclosure>`);
    expect(part(own, '.particulars').textContent).to.contain('河道采砂');
    const statutory = await mountWidget(html`<sunlit-disclosure lang="en" api=${api.url} item-id=${statistics.id}></sunlit-disclosure>`);
    expect(part(statutory, '.particulars').textContent).not.to.contain(statistics.categoryName);
  });

  it('says that nothing is there, or that it failed, and tries again', async () => {
    let errors = 0;
    const element = await mountWidget(html`<sunlit-disclosure @sunlit-load-error=${() => (errors += 1)} api=${api.url} item-id="01JQ8ZK4T5V6W7X8Y9Z0GGGGGG"></sunlit-disclosure>`);
    expect(part(element, '[role="alert"]').textContent).to.contain('没有找到');
    expect(errors).to.equal(1);
    await expect(element).to.be.accessible();
    api.answer(at('01JQ8ZK4T5V6W7X8Y9Z0GGGGGG'), { ...normative, id: '01JQ8ZK4T5V6W7X8Y9Z0GGGGGG' });
    part(element, '[role="alert"] button').click();
    await until(() => element.renderRoot.querySelector('#title'));
    const wrong = await mountWidget(html`<sunlit-disclosure api="https://" item-id=${normative.id}></sunlit-disclosure>`);
    expect(part(wrong, '[role="alert"]').textContent).to.contain('接口地址');
  });

  it('shows what the device kept when the network is gone, and as of when', async () => {
    api.answer(at(normative.id), () => new Response(JSON.stringify(normative), { headers: { 'content-type': 'application/json', etag: '"1"' } }));
    const element = await mountWidget(html`<sunlit-disclosure api=${api.url} item-id=${normative.id}></sunlit-disclosure>`);
    await new Promise((resolve) => setTimeout(resolve, 100)); // kept a moment after it is shown
    api.answer(at(normative.id), () => Promise.reject(new TypeError('Failed to fetch')));
    element.refresh();
    await until(() => element.renderRoot.querySelector('[part="offline"], [role="alert"]'), 'the offline notice');
    expect(part(element, '[part="offline"]').textContent).to.contain('网络未连接');
    expect(part(element, '#title').textContent).to.equal(normative.title);
    await expect(element).to.be.accessible();
  }).timeout(20_000);

  it('says first that a document is repealed, and what holds now', async () => {
    const element = await mountWidget(html`<sunlit-disclosure api=${api.url} item-id=${repealed.id}></sunlit-disclosure>`);
    expect(part(element, '.banner').textContent.replace(/\s+/g, '')).to.contain('这份文件已于2013年7月1日废止，仅供查阅。');
    expect(part(element, '.banner a').textContent).to.equal(normative.title);
  });

  it('keeps the tombstone of what was withdrawn', async () => {
    const element = await mountWidget(html`<sunlit-disclosure api=${api.url} item-id=${withdrawn.id}></sunlit-disclosure>`);
    const text = element.renderRoot.textContent ?? '';
    for (const said of [withdrawn.title, withdrawn.ground, withdrawn.decidedBy, '2014年7月9日', statistics.title]) expect(text).to.contain(said);
    expect(element.renderRoot.querySelector('.actions')).to.equal(null);
  });

  it('opens what it links to in place, with the focus on the title and a way back', async () => {
    const states: unknown[] = [];
    const element = await mountWidget(html`<sunlit-disclosure @sunlit-change=${(event: Event & { state: unknown }) => states.push(event.state)} api=${api.url} item-id=${repealed.id}></sunlit-disclosure>`);
    part(element, '.banner a').click();
    await until(() => element.renderRoot.querySelector('#title')?.textContent === normative.title);
    await until(() => element.shadowRoot?.activeElement?.id === 'title');
    expect(states).to.deep.equal([{ item: normative.id }]);
    part(element, '.back').click();
    await until(() => element.renderRoot.querySelector('#title')?.textContent === repealed.title);
    expect(element.renderRoot.querySelector('.back')).to.equal(null);
    expect(states.length).to.equal(2);
  });

  it('leaves opening to the page that cancels, and to the browser for another tab', async () => {
    const asked: unknown[] = [];
    const element = await mountWidget(html`<sunlit-disclosure link="/item/{id}" @sunlit-select=${(event: SunlitSelectEvent) => { asked.push(event.subject); event.preventDefault(); }} .disclosure=${repealed} api=${api.url}></sunlit-disclosure>`);
    const link = part<HTMLAnchorElement>(element, '.banner a');
    expect(link.href).to.equal(`${location.origin}/item/${normative.id}`);
    link.click();
    await settled(element);
    expect(asked).to.deep.equal([{ type: 'disclosure', id: normative.id, title: normative.title }]);
    expect(part(element, '#title').textContent).to.equal(repealed.title);
    const event = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, ctrlKey: true });
    let left = false;
    addEventListener('click', (seen) => { left = !seen.defaultPrevented; seen.preventDefault(); }, { once: true });
    link.dispatchEvent(event);
    expect(left).to.equal(true);
    expect(asked.length).to.equal(1);
  });

  it('goes back to an object it was given, after something was opened from it', async () => {
    const element = await mountWidget(html`<sunlit-disclosure .disclosure=${repealed} api=${api.url}></sunlit-disclosure>`);
    part(element, '.banner a').click();
    await until(() => element.renderRoot.querySelector('#title')?.textContent === normative.title);
    element.reset();
    await settled(element);
    expect(part(element, '#title').textContent).to.equal(repealed.title);
    element.disclosure = statistics;
    await settled(element);
    expect(part(element, '#title').textContent).to.equal(statistics.title);
  });

  it('sorts by keyboard: up, down, as published; and says so', async () => {
    const element = await mountWidget(html`<sunlit-disclosure .disclosure=${statistics}></sunlit-disclosure>`);
    const table = part(element, '.table-room');
    const button = table.querySelector<HTMLButtonElement>('[data-column="n"]');
    const cells = () => [...table.querySelectorAll('tbody tr')].map((row) => row.querySelector('.number')?.textContent.trim());
    const published = cells();
    button?.focus();
    expect(element.shadowRoot?.activeElement).to.equal(button);
    const heading = () => table.querySelector('[data-column="n"]')?.closest('th')?.getAttribute('aria-sort');
    for (const [sort, order] of [['ascending', ['2', '6', '32', '275', '—（未公布）']], ['descending', ['275', '32', '6', '2', '—（未公布）']], ['none', published]] as const) {
      button?.click(); // what Enter and Space do on a button
      await element.updateComplete;
      expect(heading()).to.equal(sort);
      expect(cells()).to.deep.equal(order);
      expect(element.shadowRoot?.activeElement).to.equal(button);
    }
    expect(table.tabIndex).to.equal(0);
  });

  it('shows long tables in part until asked for all', async () => {
    const table = { caption: '长表', columns: [{ key: 'n', title: '序号', type: 'integer' as const }], rows: [...Array(2500).keys()].map((n) => ({ n })) };
    const element = await mountWidget(html`<sunlit-disclosure .disclosure=${{ ...examples.budget, fields: { ...examples.budget.fields, tables: [table] } }}></sunlit-disclosure>`);
    expect(element.renderRoot.querySelectorAll('tbody tr').length).to.equal(100);
    [...element.renderRoot.querySelectorAll('button')].find((button) => button.textContent.includes('2500'))?.click();
    await element.updateComplete;
    expect(element.renderRoot.querySelectorAll('tbody tr').length).to.equal(2500);
  });

  it('survives being moved, and a removal while it loads', async () => {
    const element = await mountWidget(html`<sunlit-disclosure api=${api.url} item-id=${normative.id}></sunlit-disclosure>`);
    const elsewhere = mount(html`<p></p>`);
    elsewhere.append(element);
    await settled(element);
    expect(part(element, '#title').textContent).to.equal(normative.title);
    expect(api.asked.length).to.equal(1);
    element.itemId = statistics.id;
    await element.updateComplete;
    element.remove();
    elsewhere.append(element);
    await until(() => element.renderRoot.querySelector('#title')?.textContent === statistics.title);
    await settled(element);
  });

  it('shows what a server in trouble says without breaking', async () => {
    api.answer(at(normative.id), problem(500, 'internal'));
    const element = await mountWidget(html`<sunlit-disclosure lang="en" api=${api.url} item-id=${normative.id}></sunlit-disclosure>`).catch(() => undefined);
    const shown = element ?? document.querySelector('sunlit-disclosure');
    await until(() => shown?.renderRoot.querySelector('[role="alert"]')?.textContent?.includes('fault') ?? false);
  }).timeout(20_000);
});
