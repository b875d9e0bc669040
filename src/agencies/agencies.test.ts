import { expect, fixture, fixtureSync, html, waitUntil as waitFor } from '@open-wc/testing';
import { problem, stubApi, type StubApi } from '../../test/widgets/stub-api.ts';
import './define.ts';
import type { SunlitAgencies } from './element.ts';
import { below, bureau, city } from './examples.ts';

const shadow = (element: Element): ShadowRoot => element.shadowRoot!;
// A loaded machine may take its time; what is waited for must come all the same.
const waitUntil = (condition: () => unknown, message?: string) => waitFor(condition, message, { timeout: 8000 });
const heading = (element: Element) => shadow(element).querySelector('h2')?.textContent;
const button = (element: Element, name: string) =>
  [...shadow(element).querySelectorAll('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent?.trim()) === name)!;

describe('<sunlit-agencies>', () => {
  let api: StubApi;
  beforeEach(() => {
    api = stubApi({
      '/v1/agencies/qingchuan': city,
      '/v1/agencies/qinghe-water': bureau,
      '/v1/agencies?parent=qingchuan&limit=100': { items: below },
      '/v1/agencies?limit=1': { items: [{ ...below[0], id: 'qingchuan' }] },
    });
  });
  afterEach(() => api.restore());

  const show = async (attributes = html`<sunlit-agencies api=${api.url} agency="qingchuan" lang="zh-CN"></sunlit-agencies>`) => {
    const element = await fixture<SunlitAgencies>(attributes);
    await waitUntil(() => heading(element) !== undefined && shadow(element).querySelectorAll('.tree li').length > 1, 'tree and detail are drawn');
    return element;
  };

  for (const theme of ['site', 'hall', 'contrast']) {
    for (const lang of ['zh-CN', 'zh-Hant', 'en']) {
      it(`is accessible in the ${theme} theme in ${lang}`, async () => {
        const element = await show(html`<sunlit-agencies api=${api.url} agency="qingchuan" selected="qinghe-water" theme=${theme} lang=${lang}></sunlit-agencies>`);
        expect(shadow(element).textContent).to.contain('000-8802 0110');
        await expect(element).to.be.accessible();
      });
    }
  }

  it('opens an agency by its button, moves the focus to its name and says so', async () => {
    const element = await show();
    const opened: string[] = [];
    element.addEventListener('sunlit-select', (event) => opened.push(`${event.subject.type} ${event.subject.id}`));
    button(element, '清河县水利局').click();
    await waitUntil(() => heading(element) === '清河县水利局');
    await waitUntil(() => shadow(element).activeElement?.localName === 'h2');
    expect(opened).to.deep.equal(['agency qinghe-water']);
    expect(button(element, '清河县水利局').getAttribute('aria-current')).to.equal('true');
  });

  it('leaves opening to the page when the event is cancelled', async () => {
    const element = await show();
    element.addEventListener('sunlit-select', (event) => event.preventDefault());
    button(element, '清河县水利局').click();
    await element.updateComplete;
    expect(heading(element)).to.equal('清川市人民政府');
  });

  it('folds a branch and opens it again without asking twice', async () => {
    const element = await show();
    const fold = button(element, '展开清川市人民政府的下级机构');
    fold.click();
    await element.updateComplete;
    expect(fold.getAttribute('aria-expanded')).to.equal('false');
    expect(shadow(element).querySelectorAll('.tree li').length).to.equal(1);
    fold.click();
    await element.updateComplete;
    expect(shadow(element).querySelectorAll('.tree li').length).to.equal(3);
    expect(api.asked.filter((path) => path.includes('parent=')).length).to.equal(1);
  });

  it('goes down by the chart and up by the path where there is no room for the tree', async () => {
    const element = await show();
    element.style.setProperty('width', '24em');
    expect(getComputedStyle(shadow(element).querySelector('.tree')!).display).to.equal('none');
    [...shadow(element).querySelectorAll<HTMLElement>('.chart button')].find((one) => one.textContent?.includes('水利局'))!.click();
    await waitUntil(() => heading(element) === '清河县水利局');
    [...shadow(element).querySelectorAll<HTMLElement>('.path button')].find((one) => one.textContent === '清川市人民政府')!.click();
    await waitUntil(() => heading(element) === '清川市人民政府');
  });

  it('finds the top of the tree by itself', async () => {
    const element = await show(html`<sunlit-agencies api=${api.url}></sunlit-agencies>`);
    expect(heading(element)).to.equal('清川市人民政府');
  });

  it('says what happened when the server fails, and tries again', async () => {
    api.answer('/v1/agencies/qingchuan', problem(404, 'not-found'));
    const element = await fixture<SunlitAgencies>(html`<sunlit-agencies api=${api.url} agency="qingchuan" lang="zh-CN"></sunlit-agencies>`);
    await waitUntil(() => shadow(element).querySelector('[role=alert]'));
    expect(shadow(element).querySelector('[role=alert]')?.textContent).to.contain('没有找到');
    await expect(element).to.be.accessible();
    api.answer('/v1/agencies/qingchuan', city);
    button(element, '重试').click();
    await waitUntil(() => heading(element) === '清川市人民政府');
  });

  it('works after it was moved on the page', async () => {
    const element = await show();
    const elsewhere = fixtureSync(html`<section></section>`);
    elsewhere.append(element);
    button(element, '清河县水利局').click();
    await waitUntil(() => heading(element) === '清河县水利局');
  });

  it('takes API, agency and theme from a surrounding provider', async () => {
    await import('../provider/define.ts');
    const provider = await fixture(html`<sunlit-provider api=${api.url} agency="qinghe-water" theme="hall"><div><sunlit-agencies></sunlit-agencies></div></sunlit-provider>`);
    const element = provider.querySelector('sunlit-agencies')!;
    await waitUntil(() => heading(element) === '清河县水利局');
    expect(shadow(element).querySelector('.sunlit')?.getAttribute('data-theme')).to.equal('hall');
    provider.setAttribute('theme', 'contrast');
    await waitUntil(() => shadow(element).querySelector('.sunlit')?.getAttribute('data-theme') === 'contrast');
  });
});
