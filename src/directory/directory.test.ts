import { expect, fixtureSync, html, oneEvent, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { problem } from '../../test/widgets/stub-api.ts';
import type { SunlitSelectEvent } from '../shared/events.ts';
import type { SunlitDirectory } from './element.ts';
import { found, idOf, nothingFound, page, rowsOf } from './examples.ts';
import { LONG, all, named, settled, stage, text, titles } from './testing.ts';

describe('<sunlit-directory> shows and narrows', () => {
  const here = stage();

  describe('states', () => {
    for (const [theme, scheme] of [['site', 'light'], ['site', 'dark'], ['hall', 'light'], ['contrast', 'light']]) {
      it(`is accessible with rows in ${theme} ${scheme}`, async () => {
        const element = await here.drawn(html`<sunlit-directory api=${here.api.url} theme=${theme} scheme=${scheme} lang="zh-CN" deep-link="hash"></sunlit-directory>`);
        await expect(element).to.be.accessible();
      });
    }

    it('draws the skeleton first, as tall as rows, then rows', async () => {
      let go = () => {};
      const wait = new Promise<void>((resolve) => (go = resolve));
      here.api.answer('/v1/disclosures', async () => (await wait, page));
      const element = await here.draw();
      expect(text(element, '[part=loading]')).to.contain('正在加载');
      const skeleton = all(element, '.row')[1]?.offsetHeight ?? 0;
      await expect(element).to.be.accessible();
      go();
      await waitUntil(() => titles(element).length === 12);
      expect(skeleton).to.be.closeTo(all(element, '.row')[1]?.offsetHeight ?? 0, 2);
      expect(text(element, '.total')).to.equal('共312条');
    });

    it('draws rows that the page asked for early at once, those of the first screen before the others', async () => {
      await setViewport({ width: 1280, height: 450 });
      const response = new Response(null, { headers: { 'content-type': 'application/json' } });
      const early = new Map([[`${here.api.url}/v1/disclosures?facets=true&limit=20`, Promise.resolve({ response, body: JSON.stringify(page) })]]);
      globalThis.sunlit = { configuration: {}, discover: () => undefined, early };
      try {
        const ready = oneEvent(document, 'sunlit-ready');
        const element = fixtureSync<SunlitDirectory>(html`<sunlit-directory api=${here.api.url} lang="zh-CN"></sunlit-directory>`);
        await element.updateComplete;
        expect([titles(element).length, all(element, '[part=loading], sunlit-search, .end').length]).to.deep.equal([5, 0]);
        const top = all(element, '.title')[0]!.getBoundingClientRect().top;
        await ready;
        await waitUntil(() => titles(element).length === 12, 'the others come', LONG);
        expect(all(element, 'sunlit-search, .end').length).to.equal(2);
        await waitUntil(() => all(element, 'sunlit-search')[0]!.shadowRoot?.querySelector('input'), 'the search box is drawn', LONG);
        expect(all(element, '.title')[0]!.getBoundingClientRect().top, 'nothing moves').to.equal(top);
        expect(here.lists()).to.deep.equal([]);
      } finally {
        globalThis.sunlit = undefined;
      }
    });

    it('says what was searched when nothing is found, proposes near titles, and offers a way out', async () => {
      history.replaceState(null, '', `?sunlit-q=${encodeURIComponent('采沙 许可')}&sunlit-year=2025`);
      here.api.answer('/v1/disclosures', nothingFound);
      const element = await here.draw(html`<sunlit-directory api=${here.api.url} deep-link lang="zh-CN"></sunlit-directory>`);
      await waitUntil(() => text(element, '[part=empty]') !== '');
      expect(text(element, '[part=empty]')).to.contain('“采沙”、“许可”').and.to.contain('清河县河道采砂管理办法');
      await expect(element).to.be.accessible();
      const near = oneEvent<SunlitSelectEvent>(element, 'sunlit-select');
      element.addEventListener('sunlit-select', (event) => event.preventDefault());
      named(element, '清河县河道采砂管理办法').click();
      expect((await near).subject.id).to.equal(idOf(0));
      here.api.answer('/v1/disclosures', page);
      all(element, '[part=empty] > .button')[0]?.click();
      await waitUntil(() => titles(element).length === 12);
      expect(new URL(location.href).searchParams.has('sunlit-q')).to.equal(false);
    });

    it('says so when nothing is there at all', async () => {
      here.api.answer('/v1/disclosures', { items: [], total: { value: 0, relation: 'eq' } });
      here.api.answer('/v1/agencies', { items: [] });
      const element = await here.draw();
      await waitUntil(() => text(element, '[part=empty]') === '这里还没有公开的信息。');
      await expect(element).to.be.accessible();
    });

    it('shows a total that is only a lower bound as one', async () => {
      here.api.answer('/v1/disclosures', found);
      const element = await here.drawn();
      expect(text(element, '.total')).to.equal('共10,000+条');
      expect(all(element, 'mark').map((one) => one.textContent)).to.include('采砂');
    });
  });

  describe('bad answers', () => {
    const cases: [string, () => string | Response | Promise<unknown>, string][] = [
      ['a sign-in page', () => new Response('<html>', { headers: { 'content-type': 'text/html' } }), '无法识别'],
      ['half an answer', () => new Response('{"items":[{"id"', { headers: { 'content-type': 'application/json' } }), '无法识别'],
      ['another API', () => new Response('{"data":[]}', { headers: { 'content-type': 'application/json' } }), '无法识别'],
      ['a wrong filter', () => problem(400, 'invalid-input'), '查询条件有误'],
      ['another answer than this version knows', () => Response.json({ items: null, total: { value: 0, relation: 'eq' } }), '没有显示出来'],
      ['rows that are none', () => Response.json({ ...page, items: [{ id: page.items[0]?.id }] }), '没有显示出来'],
      ['a failing server', () => problem(500, 'internal'), '暂时出了故障'],
      ['no answer', () => Promise.reject(new TypeError('Failed to fetch')), '连接不上服务器'],
    ];
    for (const [name, answer, said] of cases) {
      it(`says what happened with ${name}, tells the page, and tries again`, async () => {
        here.api.answer('/v1/disclosures', answer);
        const errors: unknown[] = [];
        const host = fixtureSync<HTMLElement>(html`<div><p>页面</p><sunlit-directory api=${here.api.url} lang="zh-CN"></sunlit-directory><p>还在</p></div>`);
        const element = host.querySelector('sunlit-directory');
        if (!element) throw new Error('no element');
        element.addEventListener('sunlit-load-error', (event) => errors.push(event.error));
        await waitUntil(() => all(element, '[role=alert]').length === 1, 'the error is shown', LONG);
        expect(text(element, '[role=alert]')).to.contain(said);
        expect(errors.length).to.be.at.least(1);
        expect(host.querySelectorAll('p').length).to.equal(2);
        await expect(element).to.be.accessible();
        here.api.answer('/v1/disclosures', page);
        named(element, '重试').click();
        await waitUntil(() => titles(element).length === 12);
      });
    }

    it('shows what the device kept, and as of when, while the network is away', async () => {
      const kept = () => new Response(JSON.stringify(page), { headers: { 'content-type': 'application/json', etag: '"1"' } });
      here.api.answer('/v1/disclosures', kept);
      const element = await here.drawn();
      here.api.answer('/v1/disclosures', () => Promise.reject(new TypeError('Failed to fetch')));
      await element.refresh();
      await waitUntil(() => all(element, '[part=offline]').length === 1, 'it says so', LONG);
      expect(titles(element).length).to.equal(12);
      await expect(element).to.be.accessible();
      here.api.answer('/v1/disclosures', kept);
      named(element, '重试').click();
      await waitUntil(() => all(element, '[part=offline]').length === 0, 'and takes it back', LONG);
    });

    it('says that the address is wrong when it is none', async () => {
      const element = await here.draw(html`<sunlit-directory api="http://[oops" lang="zh-CN"></sunlit-directory>`);
      await waitUntil(() => text(element, '[role=alert]').includes('接口地址设置有误'));
      await expect(element).to.be.accessible();
      element.api = here.api.url;
      await waitUntil(() => titles(element).length === 12);
      element.api = 'no://url';
      await waitUntil(() => all(element, '[role=alert]').length === 1);
    });

    it('shows the rows when only the agencies and categories fail', async () => {
      here.api.answer('/v1/agencies', problem(404, 'not-found'));
      here.api.answer('/v1/categories', problem(404, 'not-found'));
      const element = await here.drawn();
      expect(text(element, '.panel')).to.contain('机构列表没有加载出来').and.to.contain('规章和规范性文件');
      await expect(element).to.be.accessible();
    });

    it('shows titles as text, each in a direction of its own', async () => {
      const title = '<script>alert(1)</script>\u202e通告';
      here.api.answer('/v1/disclosures', { ...page, items: rowsOf(2).map((row) => ({ ...row, title, summary: '<img src=x onerror=alert(1)>' })) });
      const element = await here.drawn();
      expect(titles(element)[0]).to.equal(title);
      expect(all(element, 'script, img').length).to.equal(0);
      expect(all(element, '.title > bdi').length).to.equal(2);
    });
  });

  describe('choosing', () => {
    it('asks for the list first, and for everything once', async () => {
      await here.drawn();
      expect(here.api.asked).to.deep.equal(['/v1/disclosures?facets=true&limit=20', '/v1/categories', '/v1/agencies?limit=100', '/v1/agencies?limit=100&parent=qinghe']);
    });

    it('narrows by facets, shows chips, and drops them', async () => {
      const element = await here.drawn();
      const states: unknown[] = [];
      element.addEventListener('sunlit-change', (event) => states.push(event.state));
      named(element, '公示公告').click();
      await here.asks('kind=notice', 1);
      await settled(element);
      expect(named(element, '公示公告').getAttribute('aria-pressed')).to.equal('true');
      named(element, '2025年').click();
      await here.asks('kind=notice&limit=20&year=2025', 2);
      await settled(element);
      expect(text(element, '.chips')).to.contain('公示公告').and.to.contain('2025年');
      await expect(element).to.be.accessible();
      named(element, '去掉条件：公示公告').click();
      await here.asks('limit=20&year=2025', 3);
      await waitUntil(() => element.shadowRoot?.activeElement?.className === 'total', 'the focus is kept');
      await settled(element);
      named(element, '2025年').click();
      await here.asks('facets=true&limit=20', 4);
      expect(states).to.deep.equal([{ kind: 'notice' }, { kind: 'notice', year: '2025' }, { year: '2025' }, {}]);
      await waitUntil(() => text(element, '[role=status]').includes('共312条'));
    });

    it('opens the agency tree level by level and narrows to an agency', async () => {
      const element = await here.drawn();
      expect(text(element, '[part=tree]')).to.contain('县水利局 214').and.not.to.contain('东滩');
      const twig = named(element, '展开清河县柳林镇');
      twig.click();
      await waitUntil(() => text(element, '[part=tree]').includes('东滩'));
      named(element, '清河县柳林镇东滩村').click();
      await here.asks('agency=qinghe-liulin-dongtan', 1);
      await waitUntil(() => text(element, '.chips').includes('东滩村'));
      expect(here.api.asked.filter((one) => one.includes('/v1/agencies/')).length).to.equal(0);
    });

    it('unfolds long lists', async () => {
      const element = await here.drawn();
      expect(text(element, '.panel')).not.to.contain('其他主动公开内容');
      named(element, '全部10项').click();
      await element.updateComplete;
      expect(text(element, '.panel')).to.contain('其他主动公开内容');
    });

    it('sorts; by relevance only where there are words', async () => {
      const element = await here.drawn();
      const offered = () => [...(element.shadowRoot?.querySelectorAll('.sort button') ?? [])].map((one) => [one.textContent, one.getAttribute('aria-pressed')]);
      expect(offered()).to.deep.equal([['最新公开', 'true'], ['按机构', 'false']]);
      named(element, '按机构').click();
      await here.asks('sort=agency', 1);
      expect(offered()).to.deep.equal([['最新公开', 'false'], ['按机构', 'true']]);
    });

    it('stays inside what the page fixed', async () => {
      const element = await here.drawn(html`<sunlit-directory api=${here.api.url} agency="qinghe" kind="notice" category="A20_15" lang="zh-CN"></sunlit-directory>`);
      expect(here.lists()[0]).to.equal('/v1/disclosures?agency=qinghe&category=A20_15&facets=true&kind=notice&limit=20');
      expect(here.api.asked).to.include('/v1/agencies?limit=100&parent=qinghe').and.to.include('/v1/categories?agency=qinghe');
      expect(text(element, '.panel')).not.to.contain('信息类型').and.not.to.contain('公开类别');
    });

    it('leaves out what the page does not want, also when a framework says so with ""', async () => {
      const element = await here.draw(html`<sunlit-directory api=${here.api.url} without-tree .withoutFacets=${''} without-search></sunlit-directory>`);
      await waitUntil(() => titles(element).length === 12);
      expect(all(element, '.panel, sunlit-search, .filter').length).to.equal(0);
      expect(here.api.asked).to.deep.equal(['/v1/disclosures?limit=20']);
      await expect(element).to.be.accessible();
    });

    it('shows more, moves to the first new row and says so', async () => {
      const element = await here.drawn(html`<sunlit-directory api=${here.api.url} page-size="12" lang="zh-CN"></sunlit-directory>`);
      named(element, '显示更多').click();
      await waitUntil(() => titles(element).length === 24);
      await waitUntil(() => element.shadowRoot?.activeElement === all(element, 'article .title')[12], 'the focus is on the first new row');
      expect(here.lists().at(-1)).to.contain('cursor=c2');
      expect(text(element, '[role=status]')).to.contain('新增显示12条，现显示24条，共312条');
      expect(all(element, '.more').length).to.equal(0);
    });

    it('keeps the rows and offers another try when more does not come', async () => {
      here.api.answer('/v1/disclosures', (url: URL) => (url.searchParams.has('cursor') ? problem(400, 'invalid-cursor') : page));
      const element = await here.drawn();
      named(element, '显示更多').click();
      await waitUntil(() => all(element, '[role=alert]').length === 1);
      expect(titles(element).length).to.equal(12);
    });

    it('groups long lists by 50', async () => {
      here.api.answer('/v1/disclosures', { ...page, items: rowsOf(120) });
      const element = await here.drawn();
      expect(all(element, 'ol').map((one) => one.children.length)).to.deep.equal([50, 50, 20]);
      expect(all(element, 'ol').map((one) => getComputedStyle(one).contentVisibility)).to.deep.equal(['auto', 'auto', 'visible']);
    });

    it('opens the filters on a phone, and fits 320 pixels', async () => {
      await setViewport({ width: 320, height: 640 });
      const element = await here.drawn();
      const filter = named(element, '筛选');
      expect(all(element, '.panel')[0]?.offsetHeight).to.equal(0);
      filter.click();
      await element.updateComplete;
      expect(filter.getAttribute('aria-expanded')).to.equal('true');
      expect(all(element, '.panel')[0]?.offsetHeight).to.be.greaterThan(100);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      await expect(element).to.be.accessible();
      named(element, '查看312条结果').click();
      await waitUntil(() => element.shadowRoot?.activeElement === filter);
    });
  });
});
