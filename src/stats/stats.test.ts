import type { Overview } from '@sunlit/client/statistics';
import { expect, fixture, html, waitUntil as waitFor } from '@open-wc/testing';
import { CARRIERS } from '../../packages/contract/src/disclosures.ts';
import { ANNUAL_CHECKS, ANNUAL_LINES, ANNUAL_TABLE_COLUMNS, DISPUTES, DISPUTE_RESULTS, FRESHNESS_RULES } from '../../packages/contract/src/statistic-words.ts';
import { requestsTableFaults } from '../../packages/rules/src/annual.ts';
import { problem, stubApi, type StubApi } from '../../test/widgets/stub-api.ts';
import { missingWords, sameWords } from '../../test/widgets/words.ts';
import './define.ts';
import type { SunlitStats } from './element.ts';
import { annual, disclosures, freshness, nothing, overview, path, water } from './examples.ts';
import { SUBJECTS } from './state.ts';
import { strings as en } from './strings/en.ts';
import { strings as zhCN } from './strings/zh-CN.ts';
import { strings as zhHant } from './strings/zh-Hant.ts';

const shadow = (element: Element): ShadowRoot => element.shadowRoot!;
const waitUntil = (condition: () => unknown, message?: string) => waitFor(condition, message, { timeout: 10_000 });
const one = <E extends HTMLElement = HTMLElement>(element: Element, selector: string): E | null => shadow(element).querySelector<E>(selector);
const all = (element: Element, selector: string): HTMLElement[] => [...shadow(element).querySelectorAll<HTMLElement>(selector)];
const text = (element: Element) => (shadow(element).textContent ?? '').replace(/\s+/g, ' ');
const textOf = (element: Element, selector: string) => (one(element, selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
const ready = (element: Element) => waitUntil(() => one(element, '.shown') && !one(element, '[aria-busy=true]'), 'everything is there');
const button = (element: Element, name: string) => all(element, 'button, a').find((each) => each.textContent?.trim().startsWith(name))!;

const API = {
  '/v1/statistics/overview': (url: URL): Overview => {
    if (url.searchParams.get('year') === '2024') return nothing;
    const of = url.searchParams.get('agency') === 'qinghe-water' ? water : overview;
    return { ...of, year: Number(url.searchParams.get('year') ?? '2026') };
  },
  '/v1/statistics/disclosures': disclosures,
  '/v1/statistics/annual': (url: URL) => (url.searchParams.get('year') === '2025' ? annual : problem(404, 'not-found')),
  '/v1/statistics/freshness': freshness,
  '/v1/agencies/qinghe-water': { id: 'qinghe-water', name: '清河县水利局', path: [...path.qinghe, { id: 'qinghe-water', name: '清河县水利局' }] },
};

describe('<sunlit-stats>', () => {
  let api: StubApi;
  beforeEach(() => {
    api = stubApi(API);
  });
  afterEach(() => {
    api.restore();
    history.replaceState(null, '', location.pathname);
  });

  const stats = async (more: { subject?: string; year?: string; theme?: string; scheme?: string; lang?: string; width?: string; link?: boolean; unranked?: boolean; agency?: string | undefined } = {}) => {
    const around = await fixture<HTMLElement>(html`<div><sunlit-stats api=${api.url} agency=${more.agency ?? 'qinghe'} subject=${more.subject ?? 'overview'} year=${more.year ?? ''} theme=${more.theme ?? 'site'} scheme=${more.scheme ?? 'light'} lang=${more.lang ?? 'zh-CN'} ?deep-link=${more.link ?? false} ?without-ranking=${more.unranked ?? false}></sunlit-stats></div>`);
    if (more.width) around.style.width = more.width;
    const element = around.querySelector<SunlitStats>('sunlit-stats')!;
    await ready(element);
    return element;
  };

  for (const [theme, scheme] of [['site', 'light'], ['site', 'dark'], ['contrast', 'light'], ['hall', 'light']] as const) {
    for (const subject of SUBJECTS) {
      it(`is accessible: ${subject}, ${theme} ${scheme}`, async () => {
        const element = await stats({ subject, theme, scheme, year: '2025' });
        for (const fold of all(element, '.fold')) fold.click();
        await element.updateComplete;
        await expect(element).to.be.accessible();
        for (const target of all(element, 'button, select, .subject, .tile')) expect(target.getBoundingClientRect().height, target.textContent ?? '').to.be.at.least(theme === 'hall' && !target.matches('.link') ? 60 : 24);
      });
    }
  }

  it('says each figure with its number and period, shares as n of n, and never a percentage', async () => {
    const element = await stats();
    expect(all(element, '.large .figure').map((figure) => figure.textContent?.replace(/\s+/g, ' ').trim())).to.deep.equal([
      '2026年公开信息 1,284 现在可查的共9,312件', '2026年按时公开 1,102 / 1,146 有法定期限的1,146件中，1,102件按时', '2026年收到申请 214 办结201件，其中按时197件', '2026年点题按时解答 233 / 257 应解答257件中，233件按时；共收到326件',
      '2026年收到评价 779 其中基本满意以上736次', '已公开信息的机关 22 / 77 77个机关中，22个已公开信息', '现在超期 12 超期未解答的点题和该公开而没有公开的定期信息',
    ]);
    expect(text(element)).to.contain('数据截至2026年11月29日 11:10');
    for (const subject of SUBJECTS) expect(text(await stats({ subject, year: '2025' }))).not.to.contain('%');
  });

  it('tells nobody how many a few are', async () => {
    const element = await stats();
    button(element, '清河县水利局').click();
    await waitUntil(() => textOf(element, '#place').startsWith('清河县水利局'));
    await ready(element);
    expect(textOf(element, '.large .figure:nth-child(3)')).to.equal('2026年收到申请 18 办结少于5件，其中按时少于5件');
    expect(text(element)).to.contain(zhCN['few.why']);
  });

  it('goes down the tree and up again, says where it is, and lets the page take over', async () => {
    const element = await stats();
    const told: string[] = [];
    const stop = (event: Event) => event.preventDefault();
    element.addEventListener('sunlit-select', stop);
    button(element, '清河县水利局').click();
    await element.updateComplete;
    expect(textOf(element, '.path')).to.equal('清河县人民政府');
    element.removeEventListener('sunlit-select', stop);
    element.addEventListener('sunlit-change', ({ state }) => told.push(JSON.stringify(state)));
    button(element, '清河县水利局').click();
    await waitUntil(() => textOf(element, '.path') === '清河县人民政府清河县水利局' || textOf(element, '.path').replace(/\s/g, '') === '清河县人民政府清河县水利局');
    await waitUntil(() => shadow(element).activeElement?.id === 'place');
    expect(textOf(element, '[role=status]')).to.equal('已显示清河县水利局2026年的数据：总览。');
    expect(one(element, '.tiles')).to.equal(null);
    button(element, '清河县人民政府').click();
    await waitUntil(() => one(element, '.tiles'));
    expect(told).to.deep.equal(['{"agency":"qinghe-water"}', '{}']);
  });

  it('keeps subject, place and year in the address where the page wants that, and reads them from it', async () => {
    history.replaceState(null, '', '?page=7&sunlit-subject=disclosures&sunlit-year=2025&sunlit-agency=qinghe-water');
    const element = await stats({ link: true });
    expect(textOf(element, '#place')).to.equal('清河县水利局 · 主动公开 · 2025年');
    expect((button(element, '点题公开') as HTMLAnchorElement).href).to.match(/\?page=7&sunlit-subject=topics&sunlit-agency=qinghe-water&sunlit-year=2025$/);
    button(element, '点题公开').click();
    await element.updateComplete;
    expect(location.search).to.equal('?page=7&sunlit-subject=topics&sunlit-agency=qinghe-water&sunlit-year=2025');
    history.back();
    await waitUntil(() => textOf(element, '#place').includes('主动公开'));
    history.replaceState(null, '', '?sunlit-year=1066&sunlit-subject=x');
    expect(textOf(await stats({ link: true }), '#place')).to.equal('清河县人民政府 · 总览 · 2026年');
  });

  it('leaves the address alone where the page does not ask for it', async () => {
    const element = await stats();
    button(element, '主动公开').click();
    await ready(element);
    expect([location.search, textOf(element, '#place')]).to.deep.equal(['', '清河县人民政府 · 主动公开 · 2026年']);
  });

  it('changes the year, and says of an empty one that there is nothing', async () => {
    const element = await stats();
    const years = one<HTMLSelectElement>(element, '[name=year]')!;
    expect([...years.options].map(({ value }) => value)).to.deep.equal(['2026', '2025', '2024']);
    years.value = '2024';
    years.dispatchEvent(new Event('change'));
    await waitUntil(() => text(element).includes('2024年没有数据。'));
    expect(one(element, '.large')).to.equal(null);
    expect(api.asked.filter((asked) => asked.startsWith('/v1/statistics'))).to.deep.equal(['/v1/statistics/overview?agency=qinghe', '/v1/statistics/overview?agency=qinghe&year=2024']);
  });

  it('says of each chart what it shows, in words and in a table that unfolds', async () => {
    const element = await stats({ subject: 'disclosures' });
    const months = one(element, '.months')!;
    expect(months.getAttribute('role')).to.equal('img');
    expect(months.getAttribute('aria-label')).to.equal('每月公开件数：2026年到现在共1,284件，上一年全年1,105件。1月至10月比上一年同期多192件。最多的是11月，183件。');
    expect(all(element, '.chart .words').map((words) => words.textContent)).to.deep.equal([
      '2026年到现在共1,284件，上一年全年1,105件。1月至10月比上一年同期多192件。最多的是11月，183件。', '共1,284件，分10项。最多的是行政许可和服务事项，402件。', '共1,284件，分7项。最多的是公示公告，388件。',
      '有期限的1,150件中，1,102件按时。晚得最多的是规章和规范性文件：154件中22件没有按时。', '共1,284件，分3项。最多的是区县，1,012件。', '共4项。最多的是网站，1,284件。',
    ]);
    const fold = one(element, '.fold')!;
    expect([fold.getAttribute('aria-expanded'), one(element, '#months-table')!.hidden]).to.deep.equal(['false', true]);
    fold.focus();
    fold.click();
    await element.updateComplete;
    expect([fold.getAttribute('aria-expanded'), one(element, '#months-table')!.hidden, shadow(element).activeElement]).to.deep.equal(['true', false, fold]);
    expect(textOf(element, '#months-table tbody tr:nth-child(3)')).to.equal('3月141118');
    expect(all(element, '#months rect, .columns rect.now').length).to.equal(12);
  });

  it('draws bars as long as their numbers', async () => {
    const element = await stats();
    const wide = all(element, '.bars .part').map((bar) => Number.parseFloat(bar.getAttribute('width') ?? ''));
    expect(wide[0]).to.equal(100);
    expect(wide[1]).to.be.closeTo((100 * 203) / 286, 0.01);
    const levels = all(element, '.stack .level').map((level) => Number.parseFloat(level.getAttribute('width') ?? ''));
    expect(levels.reduce((sum, width) => sum + width, 0)).to.be.closeTo(100, 0.05);
    expect(all(element, '.stack .level').map((level) => level.getAttribute('fill'))).to.deep.equal([null, null, null, 'url(#ratings-dissatisfied)', 'url(#ratings-very-dissatisfied)']);
  });

  it('ranks by what is chosen, and not at all where the page does not want that', async () => {
    const element = await stats();
    const measure = one<HTMLSelectElement>(element, '[name=measure]')!;
    measure.value = 'late';
    measure.dispatchEvent(new Event('change'));
    await element.updateComplete;
    const labels = () => all(element, '.bar-label').map((label) => label.textContent);
    expect([labels()[0], labels()[6]]).to.deep.equal(['清河县教育局', '清河县住房和城乡建设局']);
    measure.value = 'onTime';
    measure.dispatchEvent(new Event('change'));
    await element.updateComplete;
    expect(labels()).not.to.contain('清河县档案馆'); // nothing there had a last day
    expect([labels()[0], textOf(element, '.bar-n')]).to.deep.equal(['安平镇人民政府', '133 / 134']);
    const unranked = await stats({ unranked: true });
    expect([one(unranked, '[name=measure]'), text(unranked).includes('排名')]).to.deep.equal([null, false]);
    expect(all(unranked, '.bar-label').map((label) => label.textContent)).to.deep.equal(overview.below.map(({ agency }) => agency.name));
  });

  it('shows the tables of a closed year as they were published, with what does not add up noted beside', async () => {
    const element = await stats({ subject: 'requests', year: '2025' });
    expect(api.asked).to.include('/v1/statistics/annual?agency=qinghe&below=true&year=2025');
    const t3 = one(element, '.wide table')!;
    expect([...t3.querySelectorAll('tbody tr:not(.group)')].map((row) => row.querySelectorAll('td').length)).to.deep.equal(ANNUAL_LINES.map(() => 7));
    expect(textOf(element, '.wide tbody tr:first-child')).to.equal('一、本年新收政府信息公开申请121384217 3185'.replace(' ', ''));
    expect(all(element, '.fault').map((cell) => cell.textContent?.trim())).to.deep.equal(['316※1']);
    expect(textOf(element, '.faults')).to.contain('行政复议：公布316，各项相加为315。');
    one(element, '.fault a')!.click();
    expect(shadow(element).activeElement?.id).to.equal('fault-1');
    expect(text(element)).to.contain('9个机关中，8个已公布这一年的数据');
    expect(textOf(element, '.versions')).to.contain('补登一件邮寄申请');
    expect(text(element)).to.contain('1,035.6');
    button(element, '仅本机关').click();
    await waitUntil(() => api.asked.includes('/v1/statistics/annual?agency=qinghe&below=false&year=2025'));
  });

  it('says that a year is not closed yet, and leads to one that is', async () => {
    const element = await stats({ subject: 'requests' });
    expect(text(element)).to.contain('2026年的年度数据还没有公布。');
    expect(text(element)).to.contain('收到申请 214件'.replace(' ', ''));
    button(element, '看2025年').click();
    await waitUntil(() => one(element, '.wide'));
  });

  it('asks for an agency where figures are of one', async () => {
    for (const subject of ['requests', 'freshness']) {
      api.answer('/v1/statistics/overview', { ...overview, agency: undefined });
      const element = await stats({ subject, agency: '' });
      expect(all(element, '.choose button').length).to.equal(7);
    }
  });

  it('shows how current columns are, and which rules are broken', async () => {
    const element = await stats({ subject: 'freshness' });
    expect(all(element, '.checks .badge').map((badge) => badge.textContent)).to.deep.equal(['符合', '符合', '不符合', '符合', '符合']);
    expect(textOf(element, 'tbody tr:nth-child(2)')).to.equal('财政预算决算过久没有更新2026年2月11日291180');
    expect(textOf(element, 'tbody tr:nth-child(3)')).to.equal('突发公共事件空白从未更新—180');
  });

  it('links each table to the same as open data, of the place and the year that are shown', async () => {
    const element = await stats({ subject: 'requests', year: '2025' });
    const hrefs = all(element, '.data a').map((link) => (link as HTMLAnchorElement).href.slice(api.url.length));
    expect(hrefs.slice(0, 3)).to.deep.equal(['csv', 'json', 'xlsx'].map((format) => `/v1/open-data/requests?agency=qinghe&format=${format}&year=2025`));
    expect(hrefs.filter((href) => href.includes('format=csv')).map((href) => href.slice(14, href.indexOf('?')))).to.deep.equal(['requests', 'proactive', 'disputes']);
    expect(button(element, zhCN['data.described']).getAttribute('href')).to.equal(`${api.url}/v1/open-data?agency=qinghe&year=2025`);
  });

  it('says what went wrong, and tries again', async () => {
    api.answer('/v1/statistics/overview', problem(500, 'internal'));
    const around = await fixture(html`<sunlit-stats api=${api.url} agency="qinghe" lang="zh-CN"></sunlit-stats>`);
    await waitUntil(() => one(around, '[part=error]'));
    await expect(around).to.be.accessible();
    api.answer('/v1/statistics/overview', overview);
    one(around, '[part=error] button')!.click();
    await ready(around);
    api.answer('/v1/statistics/disclosures', problem(500, 'internal'));
    button(around, '主动公开').click();
    await waitUntil(() => one(around, '[part=error]'));
    expect(one(around, '.subjects')).not.to.equal(null);
    api.answer('/v1/statistics/disclosures', disclosures);
    one(around, '[part=error] button')!.click();
    await waitUntil(() => one(around, '.months'));
  });

  it('shows what is kept on the device without a network, and as of when', async () => {
    const dated = () => new Response(JSON.stringify(overview), { headers: { 'content-type': 'application/json', 'sunlit-as-of': '2026-11-28T01:00:00.000Z' } });
    api.answer('/v1/statistics/overview', dated);
    const element = await stats();
    expect(textOf(element, '[part=offline]')).to.contain('更新于2026年11月28日 09:00');
  });

  it('fits 320 px, also with letters twice as large, and scrolls by no more than its tables', async () => {
    for (const subject of SUBJECTS) {
      const element = await stats({ subject, year: '2025', width: '320px' });
      for (const size of ['16px', '32px']) {
        element.style.setProperty('--sunlit-font-size', size);
        for (const fold of all(element, '.fold[aria-expanded=false]')) fold.click();
        await element.updateComplete;
        const edge = element.getBoundingClientRect().right + 1;
        const over = all(element, '.sunlit *').filter((each) => each.getBoundingClientRect().right > edge && !each.closest('.table-room, .hidden-text, svg'));
        expect(over.map((each) => `${subject} ${size} ${each.className}: ${(each.textContent ?? '').trim().slice(0, 30)}`)).to.deep.equal([]);
      }
    }
  });

  it('keeps the place of what is coming', async () => {
    let release = () => undefined as void;
    api.answer('/v1/statistics/overview', async () => {
      await new Promise<void>((resolve) => (release = resolve));
      return overview;
    });
    const element = await fixture(html`<sunlit-stats api=${api.url} agency="qinghe" lang="zh-CN"></sunlit-stats>`);
    expect(all(element, '.large .skeleton').length).to.equal(7);
    await waitUntil(() => api.asked.length > 0);
    release();
    await ready(element);
  });

  it('follows what the page sets: agency, subject, year', async () => {
    const element = await stats();
    element.subject = 'topics';
    element.year = '2025';
    await waitUntil(() => textOf(element, '#place') === '清河县人民政府 · 点题公开 · 2025年');
    expect(textOf(element, '.small-figures')).to.contain('318件中301件');
    element.agency = 'qinghe-water';
    await waitUntil(() => textOf(element, '#place') === '清河县水利局 · 点题公开 · 2025年');
    element.reset();
    await waitUntil(() => textOf(element, '#place') === '清河县水利局 · 点题公开 · 2025年');
  });

  it('speaks three languages, and has a word for all that the contract knows', async () => {
    sameWords(zhCN, { 'zh-Hant': zhHant, en });
    for (const words of [zhCN, zhHant, en]) {
      expect(missingWords(words, { line: ANNUAL_LINES, col: ANNUAL_TABLE_COLUMNS, dispute: DISPUTES, result: DISPUTE_RESULTS, fault: ANNUAL_CHECKS, rule: FRESHNESS_RULES, carrier: CARRIERS })).to.deep.equal([]);
    }
    const element = await stats({ lang: 'en' });
    await waitUntil(() => text(element).includes('Published in time, 2026'));
    expect(textOf(element, '.chart .words')).to.equal('779 ratings, 736 fairly satisfied or better, 43 dissatisfied.');
  });

  it('has an example that adds up', () => {
    expect(requestsTableFaults(annual.figures.requests)).to.deep.equal([]);
  });
});

describe('<sunlit-stats mode="wall">', () => {
  let api: StubApi;
  beforeEach(() => {
    api = stubApi(API);
  });
  afterEach(() => api.restore());

  for (const scheme of ['light', 'dark'] as const) {
    it(`shows large figures and charts, takes no input, ${scheme}`, async () => {
      const element = await fixture(html`<sunlit-stats api=${api.url} agency="qinghe" mode="wall" scheme=${scheme} lang="zh-CN"></sunlit-stats>`);
      await waitUntil(() => one(element, '.wall .months, .wall .bars'));
      await expect(element).to.be.accessible();
      expect(all(element, 'button, a, select').length).to.equal(0);
      expect(all(element, '.figure').length).to.equal(7);
    });
  }

  it('shows one chart after the other where that may move, and all of them where it may not', async () => {
    const element = await fixture(html`<sunlit-stats api=${api.url} agency="qinghe" mode="wall" lang="zh-CN"></sunlit-stats>`);
    await waitUntil(() => one(element, '.wall [role=img]'));
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    await waitUntil(() => all(element, '.wall-chart').length === (still ? 4 : 1));
    expect(textOf(element, '.wall footer')).to.equal(still ? '' : '第1页，共4页');
  });
});
