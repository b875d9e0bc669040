import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import { named, root, showPage, text, waitUntil, type DeskApi } from '../frame/testing.ts';
import { all, boardApi, part, words } from './bench.ts';
import type { DeskTopics } from './list.ts';
import { MANAGER, OFFICER, SUPERVISOR, due, posted } from './testing.ts';

describe('the queue of the topic board', () => {
  let api: DeskApi;
  beforeEach(async () => (api = await boardApi()));
  afterEach(() => api.restore());

  const showList = async (setting = {}, query = '') => {
    const shown = await showPage<DeskTopics>(api, html`<desk-topics .query=${new URLSearchParams(query)}></desk-topics>`, { me: OFFICER, ...setting });
    await waitUntil(() => part(shown.element, '.row .what a'), 'the rows are drawn');
    return shown;
  };

  for (const scheme of ['light', 'dark'] as const) {
    for (const language of ['zh-CN', 'en'] as const) it(`is accessible in ${scheme} and ${language}`, async () => expect((await showList({ scheme, language })).element).to.be.accessible());
  }

  it('says in words what the lights say, with whom a topic is, and shows nothing of what nobody has read', async () => {
    const { element } = await showList();
    expect(all(element, '.light').map(words)).to.deep.equal(['已超期2个工作日', '今天到期', '还剩12个工作日']);
    expect(all(element, '.light').map((one) => one.dataset.light)).to.deep.equal(['red', 'amber', 'green']);
    const [first, second] = all(element, '.row').map(words);
    expect(first).to.include('20260309-0001（未上栏）').and.to.include('待审核').and.not.to.include('值班');
    expect(second).to.include('现由清河县住房和城乡建设局办理').and.to.include('12人支持');
    named(element, 'button', '显示更多').click();
    await waitUntil(() => all(element, '.row').length === 4);
  });

  it('filters by group, agency, purpose, round and words, in the address too', async () => {
    const { element, frame } = await showList({}, 'state=late');
    expect(api.asked.find(({ path }) => path.startsWith('/v1/board'))!.path).to.equal('/v1/board?state=late');
    named(element, 'button', '待审核').click();
    await waitUntil(() => api.asked.at(-1)!.path === '/v1/board?state=unread');
    await waitUntil(() => all(element, 'select').length === 3, 'the rounds of the only agency are there');
    const [agency, purpose, round] = all(element, 'select') as HTMLSelectElement[];
    for (const [select, value] of [[agency, 'qinghe-water'], [purpose, 'ask']] as const) {
      select!.value = value;
      select!.dispatchEvent(new Event('change'));
    }
    await waitUntil(() => api.asked.some(({ path }) => path === '/v1/board?agency=qinghe-water&purpose=ask&state=unread'));
    round!.value = round!.options[1]!.value;
    round!.dispatchEvent(new Event('change'));
    const search = part(element, 'input[type=search]') as HTMLInputElement;
    search.value = ' 水库 ';
    search.dispatchEvent(new Event('change'));
    await waitUntil(() => decodeURIComponent(api.asked.at(-1)!.path).includes('q=水库'));
    expect(frame.noted.at(-1)).to.deep.equal({ state: 'unread', agency: 'qinghe-water', purpose: 'ask', round: round!.value, q: '水库' });
  });

  it('says what is new and shows it when asked, without moving a row meanwhile', async () => {
    const { element } = await showList();
    const tops = () => all(element, '.row').map((row) => row.getBoundingClientRect().top - element.getBoundingClientRect().top);
    const before = all(element, '.row').map(words);
    api.answer('/v1/board', { items: [posted('5', { next: due(-9) }), posted('2', { phase: 'assigned', next: due(0) }), posted('3', { phase: 'claimed', next: due(12) })], next: 'two' });
    await element.look();
    await element.updateComplete;
    expect(words(part(element, '.news'))).to.equal('有1件新的点题。 刷新列表');
    expect(all(element, '.row').length).to.equal(before.length, 'nothing was put in');
    expect(words(all(element, '.row')[1]!)).to.include('已分办，待认领', 'what changed is shown in its place');
    expect(words(all(element, '.row')[0]!)).to.equal(before[0]);
    expect(tops().length).to.equal(3);
    named(element, 'button', '刷新列表').click();
    await waitUntil(() => words(all(element, '.row')[0]!).includes('第5号'));
    expect(words(part(element, '.news'))).to.equal('');
    expect(root(element).activeElement?.tagName).to.equal('H1');
  });

  it('stays as it is when looking fails', async () => {
    const { element } = await showList();
    api.answer('/v1/board', new Response('', { status: 503 }));
    await element.look();
    await element.updateComplete;
    expect(all(element, '.row').length).to.equal(3);
    expect(text(element)).not.to.include('失败');
  });

  it('goes from row to row by arrows', async () => {
    const { element } = await showList();
    const links = all(element, '[data-row]');
    links[0]!.focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(root(element).activeElement).to.equal(links[1]);
    await sendKeys({ press: 'End' });
    expect(root(element).activeElement).to.equal(links[2]);
    await sendKeys({ press: 'ArrowDown' });
    expect(root(element).activeElement).to.equal(links[2]);
    await sendKeys({ press: 'Home' });
    expect(root(element).activeElement).to.equal(links[0]);
  });

  it('offers what the person may do, and nothing else', async () => {
    const offered = async (me: typeof OFFICER) => all((await showList({ me })).element, '.head a.button').map(words);
    expect(await offered(OFFICER)).to.deep.equal(['差评回访', '点题轮次', '录入点题']);
    expect(await offered(SUPERVISOR)).to.deep.equal(['差评回访', '点题轮次']);
    expect(await offered(MANAGER)).to.deep.equal(['点题栏设置', '差评回访', '点题轮次']);
  });

  it('fits a phone, and says when there is none', async () => {
    await setViewport({ width: 390, height: 800 });
    const { element } = await showList();
    expect(document.documentElement.scrollWidth).to.be.at.most(390);
    for (const control of all(element, 'button, .button')) expect(Math.round(control.getBoundingClientRect().height), control.textContent).to.be.at.least(44);
    api.answer('/v1/board', { items: [] });
    named(element, 'button', '已结束').click();
    await waitUntil(() => text(element).includes('没有符合条件的点题。'));
  });
});
