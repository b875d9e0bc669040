import { expect, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { all, atBoard, button, compose, one, supportOf, text, titles, waitUntil } from '../../test/widgets/board.ts';
import { problem } from '../../test/widgets/stub-api.ts';
import { sameWords } from '../../test/widgets/words.ts';
import { strings as composeEn } from './compose/strings/index.ts';
import { board, page, published, summaries, topic, waiting } from './examples.ts';
import { strings as pageEn } from './page/strings/index.ts';
import { queryOf, stateOf } from './state.ts';
import { strings } from './strings/index.ts';

/** Rows are pale until those that were asked for are there. */
const settled = (element: Element) => waitUntil(() => one(element, '.results')?.getAttribute('aria-busy') === 'false');

describe('<sunlit-topics>', () => {
  const at = atBoard();

  it('shows what waits, until when, and how the agency keeps its word, with what each figure is out of', async () => {
    const element = await at.show();
    await waitUntil(() => one(element, '.figures'));
    expect(titles(element)).to.deep.equal(summaries.map(({ title }) => title));
    expect(text(element, '.banner')).to.contain('还有 5 个工作日').and.to.contain('31/34').and.to.contain('现有 1 条已逾期').and.to.contain('21 人评价');
    expect(text(element, '.results')).to.contain('已逾期 3 个工作日').and.to.contain('今天到期').and.to.contain('已转柳河镇人民政府');
    expect(text(element)).not.to.match(/投票|票/);
    expect(at.lists()).to.deep.equal(['/v1/topics?agency=liuhe-heping&limit=20&sort=due&state=open']);
    await expect(element).to.be.accessible();
  });

  it('is accessible dark, in contrast and in the hall', async () => {
    for (const given of [html`<sunlit-topics api=${at.api.url} agency="liuhe-heping" scheme="dark" lang="zh-CN"></sunlit-topics>`, html`<sunlit-topics api=${at.api.url} agency="liuhe-heping" theme="hall" lang="zh-CN"></sunlit-topics>`, html`<sunlit-topics api=${at.api.url} agency="liuhe-heping" theme="contrast" lang="en"></sunlit-topics>`]) {
      const element = await at.show(given);
      await waitUntil(() => one(element, '.figures'));
      await expect(element).to.be.accessible();
      for (const target of all(element, 'button:not(.title), .field, summary')) expect(target.getBoundingClientRect().height, target.outerHTML).to.be.at.least(given.values.includes('hall') ? 60 : 44);
      element.remove();
    }
  });

  it('keeps the view in the address and comes back to it', async () => {
    const element = await at.show(html`<sunlit-topics api=${at.api.url} agency="liuhe-heping" deep-link lang="zh-CN"></sunlit-topics>`);
    button(element, '已解答').click();
    await waitUntil(() => titles(element)[0] === published.title);
    expect(new URL(location.href).searchParams.get('sunlit-view')).to.equal('answered');
    one(element, '.results .title')!.click();
    await waitUntil(() => one(element, '.topic'));
    expect(new URL(location.href).searchParams.get('sunlit-topic')).to.equal(published.id);
    history.back();
    await waitUntil(() => titles(element)[0] === published.title && element.shadowRoot!.activeElement?.getAttribute('data-topic') === published.id, 'back at the title');
    expect(at.lists().length).to.equal(2);
  });

  it('searches and narrows', async () => {
    const element = await at.show();
    const search = one<HTMLInputElement>(element, 'input[type=search]')!;
    search.value = '鱼塘';
    search.form!.requestSubmit();
    await waitUntil(() => at.lists().at(-1)?.includes(`q=${encodeURIComponent('鱼塘')}`));
    button(element, '筛选').click();
    await waitUntil(() => all(element, '#filters select').length === 2);
    const [category, place] = all<HTMLSelectElement>(element, '#filters select');
    category!.value = 'A20_07';
    category!.dispatchEvent(new Event('change'));
    await waitUntil(() => at.lists().at(-1)?.includes('category=A20_07'));
    place!.value = '东塘';
    place!.dispatchEvent(new Event('change'));
    await waitUntil(() => at.lists().at(-1)?.includes(`place=${encodeURIComponent('东塘')}`));
    await settled(element);
    await expect(element).to.be.accessible();
    at.api.answer('/v1/topics', { items: [], total: { value: 0, relation: 'eq' } });
    button(element, '已逾期').click();
    await waitUntil(() => text(element).includes('没有符合条件的点题'));
    button(element, '清除条件').click();
    await waitUntil(() => at.lists().at(-1) === '/v1/topics?agency=liuhe-heping&late=true&limit=20&sort=due');
  });

  it('narrows on a shared screen by buttons: no list opens there', async () => {
    const element = await at.show(html`<sunlit-topics agency="liuhe-heping" api=${at.api.url} device="shared" lang="zh-CN"></sunlit-topics>`);
    button(element, '筛选').click();
    await waitUntil(() => all(element, '#filters [role=group]').length === 2);
    expect(all(element, 'select').length).to.equal(0);
    const places = () => all(element, '#filters [aria-label=地点] button').map((one) => [one.textContent, one.getAttribute('aria-pressed')].join(' '));
    expect(places()[0]).to.equal('不限 true');
    button(element, '东塘').click();
    await waitUntil(() => at.lists().at(-1)?.includes(`place=${encodeURIComponent('东塘')}`));
    await settled(element);
    expect(places()).to.include('东塘 true').and.to.include('不限 false');
    await expect(element).to.be.accessible();
  });

  it('counts a support at the tap, and takes it back', async () => {
    let release: ((value: unknown) => void) | undefined;
    at.api.answer(`/v1/topics/${waiting.id}/supports`, () => new Promise((resolve) => (release = resolve)));
    const element = await at.show();
    const events: boolean[] = [];
    element.addEventListener('sunlit-topic-support', ({ supports }) => events.push(supports));
    supportOf(element, waiting.id).click();
    await element.updateComplete;
    expect(supportOf(element, waiting.id).getAttribute('aria-pressed')).to.equal('true');
    expect(text(supportOf(element, waiting.id).getRootNode() instanceof ShadowRoot ? element : element, `[data-support="${waiting.id}"] .count`)).to.equal('70');
    expect(events).to.deep.equal([]);
    await waitUntil(() => release);
    release!({ id: waiting.id, supports: { ...waiting.supports, web: 41, total: 72 } });
    await waitUntil(() => text(element, `[data-support="${waiting.id}"] .count`) === '72', 'what the server counted');
    await waitUntil(() => text(element, '[role=status]').includes('共72人支持'));
    element.remove();
    const again = await at.show();
    expect(supportOf(again, waiting.id).getAttribute('aria-pressed'), 'remembered').to.equal('true');
    supportOf(again, waiting.id).click();
    await waitUntil(() => supportOf(again, waiting.id).getAttribute('aria-pressed') === 'false' && at.sent.length === 2);
    expect(events).to.deep.equal([true]);
    const [first, second] = at.sent;
    expect(first?.body).to.deep.include({ basis: 'web' });
    expect(second?.body.token).to.equal(first?.body.token);
  });

  it('takes a support back with the reason when the server does not count it', async () => {
    for (const [status, code, said] of [[429, 'too-many-requests', '点的人太多'], [409, 'not-possible', '不能再支持'], [500, 'internal', '服务器没有算上']] as const) {
      at.api.answer(`/v1/topics/${waiting.id}/supports`, () => problem(status, code));
      const element = await at.show();
      supportOf(element, waiting.id).click();
      await waitUntil(() => text(element, '.refused').includes(said), code);
      expect(supportOf(element, waiting.id).getAttribute('aria-pressed')).to.equal('false');
      expect(text(element, `[data-support="${waiting.id}"] .count`)).to.equal('69');
      await expect(element).to.be.accessible();
      element.remove();
    }
    expect(localStorage.getItem(`sunlit topics ${at.api.url}`)).to.equal(null);
  });

  it('shows what this device wrote and supports, and where to go with what was returned', async () => {
    const element = await at.show(html`<sunlit-topics api=${at.api.url} agency="liuhe-heping" view="mine" request-href="/request.html" lang="zh-CN"></sunlit-topics>`);
    await waitUntil(() => text(element).includes('20260309-0004'));
    expect(text(element, '.results')).to.contain('特定档案').and.to.contain('等待工作人员看过后上栏');
    expect(button(element, '请走依申请公开').getAttribute('href')).to.equal('/request.html');
    expect(supportOf(element, waiting.id).getAttribute('aria-pressed')).to.equal('true');
    await expect(element).to.be.accessible();
    button(element, '忘掉本机记录').click();
    await waitUntil(() => at.sent.filter(({ path }) => path === '/v1/topics/mine').length === 2);
    const [before, after] = at.sent;
    expect(before?.body.token).not.to.equal(after?.body.token);
  });

  it('renews counts where they stand, and lets everything else wait for the reader', async () => {
    const element = await at.show();
    await waitUntil(() => at.api.streams.length > 0, 'follows');
    expect(at.api.streams).to.deep.equal(['/v1/topics/changes/stream?agency=liuhe-heping']);
    const [first] = summaries;
    at.api.emit({ seq: 101, id: first!.id, time: '2026-03-09T01:00:00Z', topic: { ...first!, supports: { ...first!.supports, web: 9, total: 9 } } } as never);
    await waitUntil(() => text(element, `[data-support="${first!.id}"] .count`) === '9', 'the count');
    expect(one(element, '.live-bar button')).to.equal(undefined);
    const other = { ...first!, id: '01JQ8ZK4T5V6W7X8Y9Z0ABC099', title: '新的一条' };
    const before = all(element, '.row').map((row) => row.getBoundingClientRect().top);
    at.api.emit({ seq: 102, id: other.id, time: '2026-03-09T01:00:01Z', topic: other } as never);
    await waitUntil(() => one(element, '.live-bar button'));
    expect(all(element, '.row').map((row) => row.getBoundingClientRect().top), 'nothing moves').to.deep.equal(before);
    expect(titles(element)).not.to.include('新的一条');
    await expect(element).to.be.accessible();
    at.api.answer('/v1/topics', { items: [other, ...summaries], total: { value: 5, relation: 'eq' } });
    button(element, '有 1 条更新').click();
    await waitUntil(() => titles(element)[0] === '新的一条');
    await waitUntil(() => !one(element, '.live-bar button'));
  });

  it('says what happens when the board is closed, empty or not to be had', async () => {
    at.api.answer('/v1/agencies/liuhe-heping/board', { ...board, open: false, round: undefined });
    at.api.answer('/v1/topics', { items: [], total: { value: 0, relation: 'eq' } });
    const empty = await at.show();
    await waitUntil(() => text(empty).includes('目前不接收新的点题'));
    expect(one(empty, '.write')).to.equal(undefined);
    expect(text(empty)).to.contain('没有等待解答的点题').and.to.contain('15个工作日内解答');
    await expect(empty).to.be.accessible();
    empty.remove();
    at.api.answer('/v1/topics', problem(400, 'invalid-input'));
    const failing = await at.show();
    await waitUntil(() => one(failing, '[role=alert]'));
    at.api.answer('/v1/topics', page);
    button(failing, '重试').click();
    await waitUntil(() => titles(failing).length > 0);
  });

  it('fits a phone', async () => {
    await setViewport({ width: 390, height: 800 });
    const element = await at.show();
    await waitUntil(() => one(element, '.figures'));
    expect(one(element, '.sunlit')!.scrollWidth).to.be.at.most(element.clientWidth);
    await compose(element);
    expect(one(element, '.sunlit')!.scrollWidth).to.be.at.most(element.clientWidth);
    element.remove();
    const opened = await at.show(html`<sunlit-topics api=${at.api.url} agency="liuhe-heping" topic=${topic.id} lang="zh-CN"></sunlit-topics>`);
    await waitUntil(() => one(opened, '.prose'));
    expect(one(opened, '.sunlit')!.scrollWidth).to.be.at.most(opened.clientWidth);
  });

  it('speaks three languages with the same keys and placeholders', async () => {
    for (const { bundled, load } of [strings, pageEn, composeEn]) sameWords(bundled, { en: await load.en(), 'zh-Hant': await load['zh-Hant']() });
  });

  it('makes of an address what it can be', () => {
    const scope = { agency: 'a', own: false, category: undefined, round: undefined, view: 'open' } as const;
    expect(stateOf({ view: 'answered', q: ' 水 ', topic: 'javascript:alert(1)', category: '../x' })).to.deep.equal({ view: 'answered', q: '水' });
    expect(queryOf({ view: 'mine' }, scope)).to.equal(undefined);
    expect(queryOf({ view: 'nonsense', agency: 'b' }, { ...scope, own: true, round: 'r', category: 'A20_07' })).to.deep.equal({ state: 'open', sort: 'due', agency: 'b', own: true, category: 'A20_07', round: 'r' });
  });
});
