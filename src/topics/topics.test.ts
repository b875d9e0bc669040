import { expect, fixture, html, waitUntil as waitFor } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import { problem, stubApi, type StubApi } from '../../test/widgets/stub-api.ts';
import { stubOutbox } from '../../test/widgets/stub-outbox.ts';
import './define.ts';
import { strings as composeEn } from './compose/strings/index.ts';
import type { SunlitTopics } from './element.ts';
import { answeredPage, board, openTopic, own, page, published, similar, summaries, topic, waiting } from './examples.ts';
import { strings as pageEn } from './page/strings/index.ts';
import { queryOf, stateOf } from './state.ts';
import { strings } from './strings/index.ts';

const challenge = { parameters: { algorithm: 'SHA-256', nonce: '00', salt: '00', cost: 1, keyLength: 32, keyPrefix: '0' }, signature: 's' };
const waitUntil = (condition: () => unknown, message?: string) => waitFor(condition, message, { timeout: 10_000 });
const all = <E extends HTMLElement = HTMLElement>(element: Element, selector: string) => [...element.shadowRoot!.querySelectorAll<E>(selector)].filter((one) => !one.closest('[hidden]'));
const one = <E extends HTMLElement = HTMLElement>(element: Element, selector: string): E | undefined => all<E>(element, selector)[0];
const text = (element: Element, selector = '.sunlit > :not([hidden])') => all(element, selector).map((each) => each.textContent?.replace(/\s+/g, ' ').trim()).join(' ');
const titles = (element: Element) => all(element, '.results [data-topic]').map((each) => each.textContent?.trim());
const button = (element: Element, name: string) => {
  const found = all(element, 'button, a').find((each) => (each.getAttribute('aria-label') ?? each.textContent ?? '').replace(/\s+/g, ' ').trim().startsWith(name));
  if (!found) throw new Error(`no “${name}” in: ${text(element)}`);
  return found;
};
const supportOf = (element: Element, id: string) => one(element, `[data-support="${id}"]`)!;
const write = (element: Element, values: Record<string, string>) => {
  for (const [id, value] of Object.entries(values)) {
    const field = one<HTMLInputElement>(element, `#${id}`)!;
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
};
const choose = (element: Element, purpose: string) => {
  const radio = all<HTMLInputElement>(element, 'input[name=purpose]').find(({ value }) => value === purpose)!;
  radio.click();
};

interface Sent {
  readonly path: string;
  readonly key: string | null;
  readonly body: Record<string, unknown>;
}

describe('<sunlit-topics>', () => {
  let api: StubApi;
  let sent: Sent[];
  let complaints: unknown[][];
  const address = location.href;
  const { error, warn } = console;

  beforeEach(async () => {
    await setViewport({ width: 1280, height: 900 });
    localStorage.clear();
    sessionStorage.clear();
    sent = [];
    complaints = [];
    console.error = (...said: unknown[]) => complaints.push(said);
    console.warn = (...said: unknown[]) => complaints.push(said);
    api = stubApi({
      '/v1/agencies/liuhe-heping/board': board,
      '/v1/topics': (url: URL) => (url.searchParams.get('state') === 'answered' ? answeredPage : page),
      [`/v1/topics/${topic.id}`]: topic,
      [`/v1/topics/${openTopic.id}`]: openTopic,
      [`/v1/topics/${waiting.id}/supports`]: { id: waiting.id, supports: { ...waiting.supports, web: 39, total: 70 } },
      [`/v1/topics/${waiting.id}/supports/withdrawal`]: { id: waiting.id, supports: waiting.supports },
      '/v1/topics/similar': similar,
      '/v1/topics/mine': { items: own },
      '/v1/topics/figures': { whole: board.figures, below: [] },
      '/v1/categories': { items: [{ id: 'A20_07', name: '财政' }] },
      '/v1/challenge': challenge,
      '/v1/follows': { follow: 'asked' },
      '/v1/ratings': { ...topic.ratings, reasons: [] },
      [`/v1/topics/${published.id}/answers`]: { id: published.id },
    });
    api.answer('/v1/topics/01JQ8ZK4T5V6W7X8Y9Z0ABC020/standing', { id: '01JQ8ZK4T5V6W7X8Y9Z0ABC020', no: '20260309-0004', phase: 'submitted', submittedOn: '2026-03-09' });
    const stubbed = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (request.method === 'POST' && request.url.startsWith(api.url)) {
        const path = new URL(request.url).pathname;
        sent.push({ path, key: request.headers.get('idempotency-key'), body: (await request.clone().json()) as Record<string, unknown> });
        if (path === '/v1/topics') return stubbed(new Request(`${api.url}/submitted`, { method: 'POST', signal: request.signal }));
      }
      return stubbed(request);
    };
    api.answer('/submitted', { id: '01JQ8ZK4T5V6W7X8Y9Z0ABC030', no: '20260309-0007', phase: 'submitted' });
  });
  afterEach(() => {
    api.restore();
    history.replaceState(null, '', address);
    Object.assign(console, { error, warn });
    expect(complaints.filter(([first]) => !String(first).startsWith('Lit is in dev mode')).map(String).join()).to.equal('');
  });

  const show = async (given?: TemplateResult) => {
    const element = await fixture<SunlitTopics>(given ?? html`<sunlit-topics api=${api.url} agency="liuhe-heping" lang="zh-CN"></sunlit-topics>`);
    await waitUntil(() => titles(element).length > 0 || one(element, '.empty, .topic, [role=alert]'), 'something is drawn');
    return element;
  };
  const lists = () => api.asked.filter((path) => path.startsWith('/v1/topics?'));
  const compose = async (element: SunlitTopics) => {
    await waitUntil(() => one(element, '.write'));
    button(element, '我要点题').click();
    await waitUntil(() => one(element, '#words'), 'the form comes');
  };
  const go = async (element: Element, heading: string, name = '下一步') => {
    button(element, name).click();
    await waitUntil(() => one(element, '.compose h2')?.textContent === heading, `to “${heading}”: ${text(element)}`);
  };

  it('shows what waits, until when, and how the agency keeps its word, with what each figure is out of', async () => {
    const element = await show();
    await waitUntil(() => one(element, '.figures'));
    expect(titles(element)).to.deep.equal(summaries.map(({ title }) => title));
    expect(text(element, '.banner')).to.contain('还有 5 个工作日').and.to.contain('31/34').and.to.contain('现有 1 条已逾期').and.to.contain('21 人评价');
    expect(text(element, '.results')).to.contain('已逾期 3 个工作日').and.to.contain('今天到期').and.to.contain('已转柳河镇人民政府');
    expect(text(element)).not.to.match(/投票|票/);
    expect(lists()).to.deep.equal(['/v1/topics?agency=liuhe-heping&limit=20&sort=due&state=open']);
    await expect(element).to.be.accessible();
  });

  it('is accessible dark, in contrast and in the hall', async () => {
    for (const given of [html`<sunlit-topics api=${api.url} agency="liuhe-heping" scheme="dark" lang="zh-CN"></sunlit-topics>`, html`<sunlit-topics api=${api.url} agency="liuhe-heping" theme="hall" lang="zh-CN"></sunlit-topics>`, html`<sunlit-topics api=${api.url} agency="liuhe-heping" theme="contrast" lang="en"></sunlit-topics>`]) {
      const element = await show(given);
      await waitUntil(() => one(element, '.figures'));
      await expect(element).to.be.accessible();
      for (const target of all(element, 'button:not(.title), .field, summary')) expect(target.getBoundingClientRect().height, target.outerHTML).to.be.at.least(given.values.includes('hall') ? 60 : 44);
      element.remove();
    }
  });

  it('keeps the view in the address and comes back to it', async () => {
    const element = await show(html`<sunlit-topics api=${api.url} agency="liuhe-heping" deep-link lang="zh-CN"></sunlit-topics>`);
    button(element, '已解答').click();
    await waitUntil(() => titles(element)[0] === published.title);
    expect(new URL(location.href).searchParams.get('sunlit-view')).to.equal('answered');
    one(element, '.results .title')!.click();
    await waitUntil(() => one(element, '.topic'));
    expect(new URL(location.href).searchParams.get('sunlit-topic')).to.equal(published.id);
    history.back();
    await waitUntil(() => titles(element)[0] === published.title && element.shadowRoot!.activeElement?.getAttribute('data-topic') === published.id, 'back at the title');
    expect(lists().length).to.equal(2);
  });

  it('searches and narrows', async () => {
    const element = await show();
    const search = one<HTMLInputElement>(element, 'input[type=search]')!;
    search.value = '鱼塘';
    search.form!.requestSubmit();
    await waitUntil(() => lists().at(-1)?.includes(`q=${encodeURIComponent('鱼塘')}`));
    button(element, '筛选').click();
    await waitUntil(() => all(element, '#filters select').length === 2);
    const [category, place] = all<HTMLSelectElement>(element, '#filters select');
    category!.value = 'A20_07';
    category!.dispatchEvent(new Event('change'));
    await waitUntil(() => lists().at(-1)?.includes('category=A20_07'));
    place!.value = '东塘';
    place!.dispatchEvent(new Event('change'));
    await waitUntil(() => lists().at(-1)?.includes(`place=${encodeURIComponent('东塘')}`));
    await expect(element).to.be.accessible();
    api.answer('/v1/topics', { items: [], total: { value: 0, relation: 'eq' } });
    button(element, '已逾期').click();
    await waitUntil(() => text(element).includes('没有符合条件的点题'));
    button(element, '清除条件').click();
    await waitUntil(() => lists().at(-1) === '/v1/topics?agency=liuhe-heping&late=true&limit=20&sort=due');
  });

  it('counts a support at the tap, and takes it back', async () => {
    let release: (value: unknown) => void = () => undefined;
    api.answer(`/v1/topics/${waiting.id}/supports`, () => new Promise((resolve) => (release = resolve)));
    const element = await show();
    const events: boolean[] = [];
    element.addEventListener('sunlit-topic-support', ({ supports }) => events.push(supports));
    supportOf(element, waiting.id).click();
    await element.updateComplete;
    expect(supportOf(element, waiting.id).getAttribute('aria-pressed')).to.equal('true');
    expect(text(supportOf(element, waiting.id).getRootNode() instanceof ShadowRoot ? element : element, `[data-support="${waiting.id}"] .count`)).to.equal('70');
    expect(events).to.deep.equal([]);
    await waitUntil(() => sent.length === 1);
    release({ id: waiting.id, supports: { ...waiting.supports, web: 41, total: 72 } });
    await waitUntil(() => text(element, `[data-support="${waiting.id}"] .count`) === '72', 'what the server counted');
    await waitUntil(() => text(element, '[role=status]').includes('共72人支持'));
    element.remove();
    const again = await show();
    expect(supportOf(again, waiting.id).getAttribute('aria-pressed'), 'remembered').to.equal('true');
    supportOf(again, waiting.id).click();
    await waitUntil(() => supportOf(again, waiting.id).getAttribute('aria-pressed') === 'false' && sent.length === 2);
    expect(events).to.deep.equal([true]);
    const [first, second] = sent;
    expect(first?.body).to.deep.include({ basis: 'web' });
    expect(second?.body.token).to.equal(first?.body.token);
  });

  it('takes a support back with the reason when the server does not count it', async () => {
    for (const [status, code, said] of [[429, 'too-many-requests', '点的人太多'], [409, 'not-possible', '不能再支持'], [500, 'internal', '服务器没有算上']] as const) {
      api.answer(`/v1/topics/${waiting.id}/supports`, () => problem(status, code));
      const element = await show();
      supportOf(element, waiting.id).click();
      await waitUntil(() => text(element, '.refused').includes(said), code);
      expect(supportOf(element, waiting.id).getAttribute('aria-pressed')).to.equal('false');
      expect(text(element, `[data-support="${waiting.id}"] .count`)).to.equal('69');
      await expect(element).to.be.accessible();
      element.remove();
    }
    expect(localStorage.getItem(`sunlit topics ${api.url}`)).to.equal(null);
  });

  it('shows a topic with its answer, every step with its day, and what was owed', async () => {
    const element = await show(html`<sunlit-topics api=${api.url} agency="liuhe-heping" topic=${topic.id} lang="zh-CN"></sunlit-topics>`);
    await waitUntil(() => one(element, '.prose table') && one(element, '.follow form'), 'the text of the answer');
    const said = text(element, '.item');
    expect(said).to.contain(topic.text).and.to.contain('6.8 万元').and.to.contain('村会计').and.to.contain('2026年2月6日').and.to.contain('和平村2025年财务公开').and.to.contain('2025年道路养护支出明细.xlsx')
      .and.to.contain('认领，承诺2026年2月11日前解答').and.to.contain('2026年1月21日完成，逾期 1 个工作日').and.to.contain('修路的钱花到哪里去了').and.to.contain('网上 52 · 纸面 31').and.to.contain('每季度结束后10日内');
    expect(one(element, 'sunlit-rating')?.getAttribute('subject-id')).to.equal(topic.id);
    expect(said, 'only whoever wrote it').not.to.contain('没有解决我的问题');
    expect(lists(), 'the list is not asked for before it is wanted').to.deep.equal([]);
    for (const details of all<HTMLDetailsElement>(element, '.item details')) details.open = true;
    await expect(element).to.be.accessible();
    write(element, { 'follow-mail': 'me' });
    button(element, '发确认信给我').click();
    await waitUntil(() => one(element, '#follow-wrong'));
    write(element, { 'follow-mail': 'me@example.edu.cn' });
    button(element, '发确认信给我').click();
    await waitUntil(() => text(element, '.follow').includes('确认信已经发出'));
    expect(sent.at(-1)?.body).to.deep.include({ of: { topic: topic.id }, email: 'me@example.edu.cn', language: 'zh-CN' });
    button(element, '二维码').click();
    await waitUntil(() => element.shadowRoot!.querySelector('svg.qr'));
    button(element, '返回点题列表').click();
    await waitUntil(() => titles(element).length > 0);
  });

  it('says where a topic stands that is not public yet', async () => {
    const element = await fixture<SunlitTopics>(html`<sunlit-topics api=${api.url} agency="liuhe-heping" topic="01JQ8ZK4T5V6W7X8Y9Z0ABC020" lang="zh-CN"></sunlit-topics>`);
    await waitUntil(() => text(element, '.item').includes('等待工作人员看过后上栏'));
    expect(text(element, '.item')).to.contain('20260309-0004');
    await expect(element).to.be.accessible();
  });

  it('lets whoever wrote it say, once, that the answer was none', async () => {
    localStorage.setItem(`sunlit topics ${api.url}`, JSON.stringify([[topic.id, 'wrote']]));
    api.answer(`/v1/topics/${topic.id}/reopening`, { ...topic, may: [] });
    const element = await show(html`<sunlit-topics api=${api.url} agency="liuhe-heping" topic=${topic.id} lang="zh-CN"></sunlit-topics>`);
    await waitUntil(() => one(element, '.reopen'));
    one<HTMLDetailsElement>(element, '.reopen')!.open = true;
    button(element, '请重新解答').click();
    await waitUntil(() => one(element, '#reopen-wrong'));
    await expect(element).to.be.accessible();
    write(element, { 'reopen-words': '没有写\n人工是谁' });
    button(element, '请重新解答').click();
    await waitUntil(() => sent.some(({ path, body }) => path.endsWith('/reopening') && body.words === '没有写 人工是谁'));
  });

  it('shows what this device wrote and supports, and where to go with what was returned', async () => {
    const element = await show(html`<sunlit-topics api=${api.url} agency="liuhe-heping" view="mine" request-href="/request.html" lang="zh-CN"></sunlit-topics>`);
    await waitUntil(() => text(element).includes('20260309-0004'));
    expect(text(element, '.results')).to.contain('特定档案').and.to.contain('等待工作人员看过后上栏');
    expect(button(element, '请走依申请公开').getAttribute('href')).to.equal('/request.html');
    expect(supportOf(element, waiting.id).getAttribute('aria-pressed')).to.equal('true');
    await expect(element).to.be.accessible();
    button(element, '忘掉本机记录').click();
    await waitUntil(() => sent.filter(({ path }) => path === '/v1/topics/mine').length === 2);
    const [before, after] = sent;
    expect(before?.body.token).not.to.equal(after?.body.token);
  });

  it('without a network shows what a copy on the device has, as of when, what is known of its own topics, and what is like what is typed', async () => {
    const before = globalThis.sunlit;
    let down = false;
    const send: typeof fetch = async (input, init) => {
      const request = new Request(input, init);
      if (!down) return fetch(request);
      if (request.url.endsWith('/mine')) return problem(503, 'unavailable');
      const response = await fetch(request);
      return response.ok ? new Response(await response.arrayBuffer(), { headers: { 'content-type': 'application/json', 'sunlit-as-of': '2026-03-09T02:30:00.000Z' } }) : response;
    };
    globalThis.sunlit = { configuration: {}, discover: () => undefined, early: new Map(), fetch: send };
    try {
      const mine = () => show(html`<sunlit-topics api=${api.url} agency="liuhe-heping" view="mine" lang="zh-CN"></sunlit-topics>`);
      const asked = await mine();
      await waitUntil(() => text(asked).includes('20260309-0004'));
      expect(one(asked, '[part=offline]')).to.equal(undefined);
      down = true;
      const known = await mine();
      await waitUntil(() => one(known, '[part=offline]'));
      expect(text(known, '.results')).to.contain('20260309-0004').and.to.contain('特定档案').and.to.contain(waiting.title);
      await expect(known).to.be.accessible();
      const element = await show();
      await waitUntil(() => one(element, '[part=offline]'));
      expect(text(element, '[part=offline]')).to.contain('2026');
      await compose(element);
      write(element, { words: '鱼塘租金' });
      await waitUntil(() => one(element, '.similar'));
      expect(text(element, '.similar')).to.contain(similar.disclosures[0]!.title);
    } finally {
      globalThis.sunlit = before;
    }
  });

  it('finds what is there while somebody types, and counts that it answered', async () => {
    const element = await show();
    const answered: string[] = [];
    element.addEventListener('sunlit-topic-answered', ({ by }) => answered.push(`${by.type} ${by.id}`));
    await compose(element);
    await expect(element).to.be.accessible();
    write(element, { words: '鱼塘' });
    write(element, { words: '鱼塘租金' });
    await waitUntil(() => one(element, '.similar'));
    const asked = sent.filter(({ path }) => path === '/v1/topics/similar');
    expect(asked.map(({ body }) => body)).to.deep.equal([{ agencyId: 'liuhe-heping', text: '鱼塘租金' }]);
    expect(api.asked.join()).not.to.contain(encodeURIComponent('鱼塘'));
    await expect(element).to.be.accessible();
    button(element, '这个回答了我').click();
    await waitUntil(() => text(element, '.compose').includes('已经有答案'));
    await waitUntil(() => sent.some(({ path }) => path === `/v1/topics/${published.id}/answers`));
    expect(answered).to.deep.equal([`topic ${published.id}`]);
    expect(sent.at(-1)?.body).to.deep.equal({ agencyId: 'liuhe-heping', instead: 'topic' });
    button(element, '还要写一条').click();
    await waitUntil(() => one<HTMLInputElement>(element, '#words')?.value === '鱼塘租金', 'nothing is lost');
    button(element, '我也想知道').click();
    await waitUntil(() => text(element, '.compose').includes('算作'));
    expect(sent.some(({ path }) => path === `/v1/topics/${waiting.id}/supports`)).to.equal(true);
  });

  it('sends a topic in three steps, marks what looks personal and takes it out with one tap', async () => {
    const element = await show(html`<sunlit-topics api=${api.url} agency="liuhe-heping" request-href="/request.html" lang="zh-CN"></sunlit-topics>`);
    let told = '';
    element.addEventListener('sunlit-topic-sent', ({ topicNo }) => (told = topicNo));
    await compose(element);
    button(element, '下一步').click();
    await waitUntil(() => element.shadowRoot!.activeElement?.id === 'faults');
    expect(text(element, '#faults')).to.contain('请选一个').and.to.contain('请用一句话说清楚');
    await expect(element).to.be.accessible();
    choose(element, 'disclose');
    write(element, { words: '公开鱼塘合同', text: '我的电话是13800001234，想看我的档案' });
    await go(element, '在哪里、怎么找您');
    await waitUntil(() => one(element, '.marks'));
    expect(text(element, '.marks mark')).to.contain('13800001234');
    await expect(element).to.be.accessible();
    button(element, '去掉“13800001234”').click();
    await waitUntil(() => !one(element, '.marks'));
    write(element, { place: '东塘', email: 'me@' });
    button(element, '下一步').click();
    await waitUntil(() => one(element, '#email-fault'));
    write(element, { email: 'me@example.edu.cn' });
    await go(element, '再看一遍，发送');
    expect(text(element, '.check')).to.contain('公开鱼塘合同').and.to.contain('东塘').and.not.to.contain('13800001234');
    await expect(element).to.be.accessible();
    await go(element, '已经收到', '发送');
    const submitted = sent.find(({ path }) => path === '/v1/topics')!;
    const { token, challenge: solved, ...body } = submitted.body;
    expect(body).to.deep.equal({ agencyId: 'liuhe-heping', purpose: 'disclose', title: '公开鱼塘合同', text: '我的电话是〔略〕，想看我的档案', place: '东塘', channel: 'web' });
    expect(String(token)).to.match(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(JSON.parse(atob(String(solved))).challenge).to.deep.equal(challenge);
    expect(told).to.equal('20260309-0007');
    await waitUntil(() => element.shadowRoot!.querySelector('.slip-card svg.qr') && text(element, '.compose').includes('确认信已经发出'));
    expect(text(element, '.compose')).to.contain('20260309-0007').and.to.contain('2个工作日内').and.to.contain('2026年4月3日前解答');
    expect(sessionStorage.length, 'nothing of it stays').to.equal(0);
    await expect(element).to.be.accessible();
  });

  it('points to the request form where somebody wants their own records', async () => {
    const element = await show(html`<sunlit-topics api=${api.url} agency="liuhe-heping" request-href="/request.html" lang="zh-CN"></sunlit-topics>`);
    await compose(element);
    choose(element, 'disclose');
    write(element, { words: '我要查阅我的档案' });
    await go(element, '在哪里、怎么找您');
    expect(one(element, '.ways a')?.getAttribute('href')).to.equal('/request.html');
    await expect(element).to.be.accessible();
  });

  it('keeps what was written over a reload on one’s own device until it is erased, and nothing on a shared one', async () => {
    const element = await show();
    await compose(element);
    write(element, { words: '公开鱼塘合同' });
    await waitUntil(() => sessionStorage.length === 1);
    element.remove();
    const again = await show();
    await compose(again);
    expect(one<HTMLInputElement>(again, '#words')?.value).to.equal('公开鱼塘合同');
    expect(text(again, '.compose')).to.contain('已恢复');
    button(again, '清除重写').click();
    await waitUntil(() => one<HTMLInputElement>(again, '#words')?.value === '');
    expect(sessionStorage.length).to.equal(0);
    again.remove();

    const shared = await show(html`<sunlit-topics api=${api.url} agency="liuhe-heping" theme="hall" lang="zh-CN"></sunlit-topics>`);
    expect(all(shared, '.view').map((each) => each.textContent?.trim())).not.to.include('本机的');
    supportOf(shared, waiting.id).click();
    await waitUntil(() => sent.some(({ path }) => path.endsWith('/supports')));
    await compose(shared);
    choose(shared, 'ask');
    write(shared, { words: '张三家的事' });
    await shared.updateComplete;
    expect([sessionStorage.length, localStorage.length]).to.deep.equal([0, 0]);
    shared.reset();
    await waitUntil(() => titles(shared).length > 0);
    expect(shared.shadowRoot!.innerHTML).not.to.contain('张三');
    expect(supportOf(shared, waiting.id).getAttribute('aria-pressed')).to.equal('false');
    supportOf(shared, waiting.id).click();
    await waitUntil(() => sent.filter(({ path }) => path.endsWith('/supports')).length === 2);
    const [first, second] = sent.filter(({ path }) => path.endsWith('/supports'));
    expect(first?.body.basis).to.equal('kiosk');
    expect(first?.body.token).not.to.equal(second?.body.token);
  });

  it('loses nothing when nobody answers, sends the same again under the same key, and names what the server refuses', async () => {
    const element = await show();
    await compose(element);
    choose(element, 'ask');
    write(element, { words: '几点开门' });
    await go(element, '在哪里、怎么找您');
    await go(element, '再看一遍，发送');
    api.answer('/submitted', problem(503, 'unavailable'));
    button(element, '发送').click();
    await waitUntil(() => element.shadowRoot!.activeElement?.id === 'problem', 'says so');
    expect(text(element, '#problem')).to.contain('您写的都还在');
    await expect(element).to.be.accessible();
    api.answer('/submitted', new Response(JSON.stringify({ type: 'urn:sunlit:problem:invalid-input', title: 'x', status: 400, requestId: 'r', errors: [{ pointer: '/body/place', code: 'pattern', detail: '地点里有不能用的字符。' }] }), { status: 400, headers: { 'content-type': 'application/problem+json' } }));
    button(element, '重新发送').click();
    await waitUntil(() => one(element, '#place-fault'));
    expect(text(element, '#place-fault')).to.contain('不能用的字符');
    const keys = sent.filter(({ path }) => path === '/v1/topics').map(({ key }) => key);
    expect(new Set(keys).size).to.equal(1);
    write(element, { place: '村口' });
    api.answer('/submitted', { id: '01JQ8ZK4T5V6W7X8Y9Z0ABC030', no: '20260309-0007', phase: 'submitted' });
    await go(element, '再看一遍，发送');
    await go(element, '已经收到', '发送');
  });

  it('takes what nobody should write, tidied', async () => {
    const element = await show();
    await compose(element);
    choose(element, 'ask');
    write(element, { words: '<img src=x onerror=alert(1)>\u202e javascript:alert(1)', text: `😀${'😀'.repeat(50)}\u0000字` });
    await go(element, '在哪里、怎么找您');
    await go(element, '再看一遍，发送');
    expect(one(element, '.check img')).to.equal(undefined);
    await go(element, '已经收到', '发送');
    const { body } = sent.find(({ path }) => path === '/v1/topics')!;
    expect(body.title).to.equal('<img src=x onerror=alert(1)> javascript:alert(1)');
    expect(body.text).to.equal('😀😀😀字');
  });

  it('waits in the outbox without a network, and says that it has not arrived', async () => {
    const outbox = stubOutbox();
    const element = await show(html`<sunlit-topics api=${api.url} agency="liuhe-heping" lang="zh-CN" .outbox=${outbox}></sunlit-topics>`);
    await compose(element);
    choose(element, 'ask');
    write(element, { words: '几点开门' });
    await go(element, '在哪里、怎么找您');
    await go(element, '再看一遍，发送');
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    try {
      await go(element, '已存在这台设备上', '发送');
      button(element, '回到点题列表').click();
      await waitUntil(() => titles(element).length > 0);
      supportOf(element, waiting.id).click();
      await waitUntil(() => text(element, `[data-support="${waiting.id}"]`).includes('等待网络'));
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
    expect(outbox.added.map(({ operation }) => operation)).to.deep.equal(['topics.submit', 'topics.support']);
    expect(sent.filter(({ path }) => path === '/v1/topics' || path.endsWith('/supports'))).to.deep.equal([]);
    outbox.settle(1, { state: 'received', answer: { id: waiting.id, supports: { ...waiting.supports, total: waiting.supports.total + 1 } } });
    await waitUntil(() => supportOf(element, waiting.id).getAttribute('aria-pressed') === 'true' && !text(element, `[data-support="${waiting.id}"]`).includes('等待网络'));
    expect(await outbox.list()).to.have.length(1);
  });

  it('keeps under the same key what failed on its way, and has it in the form again when it is refused', async () => {
    const outbox = stubOutbox();
    const element = await show(html`<sunlit-topics api=${api.url} agency="liuhe-heping" lang="zh-CN" .outbox=${outbox}></sunlit-topics>`);
    await compose(element);
    choose(element, 'ask');
    write(element, { words: '几点开门' });
    await go(element, '在哪里、怎么找您');
    await go(element, '再看一遍，发送');
    api.answer('/submitted', () => { throw new TypeError('Failed to fetch'); });
    await go(element, '已存在这台设备上', '发送');
    expect(new Set([...sent.filter(({ path }) => path === '/v1/topics').map(({ key }) => key), outbox.added[0]?.idempotencyKey]).size).to.equal(1);
    outbox.settle(0, { state: 'refused', problem: { type: 'urn:sunlit:problem:invalid-input', title: '请求有误', status: 400, requestId: 'r', errors: [{ pointer: '/body/title', code: 'maxLength', detail: '太长了' }] } });
    await waitUntil(() => text(element, '#words-fault').includes('太长了'));
    expect(one<HTMLInputElement>(element, '#words')!.value).to.equal('几点开门');
    expect(await outbox.list()).to.deep.equal([]);
  });

  it('takes a correction of the disclosure that the page names', async () => {
    api.answer('/v1/disclosures/01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { id: '01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', title: '低保公示', state: 'published' });
    const element = await show(html`<sunlit-topics api=${api.url} agency="liuhe-heping" disclosure="01JQ8ZK4T5V6W7X8Y9Z0ABCDEF" lang="zh-CN"></sunlit-topics>`);
    await compose(element);
    await waitUntil(() => text(element, '.subject').includes('低保公示'));
    write(element, { words: '二月的没有贴' });
    await go(element, '在哪里、怎么找您');
    await go(element, '再看一遍，发送');
    await go(element, '已经收到', '发送');
    expect(sent.find(({ path }) => path === '/v1/topics')?.body).to.deep.include({ purpose: 'correct', disclosureId: '01JQ8ZK4T5V6W7X8Y9Z0ABCDEF' });
  });

  it('renews counts where they stand, and lets everything else wait for the reader', async () => {
    const element = await show();
    await waitUntil(() => api.streams.length > 0, 'follows');
    expect(api.streams).to.deep.equal(['/v1/topics/changes/stream?agency=liuhe-heping']);
    const [first] = summaries;
    api.emit({ seq: 101, id: first!.id, time: '2026-03-09T01:00:00Z', topic: { ...first!, supports: { ...first!.supports, web: 9, total: 9 } } } as never);
    await waitUntil(() => text(element, `[data-support="${first!.id}"] .count`) === '9', 'the count');
    expect(one(element, '.live-bar button')).to.equal(undefined);
    const other = { ...first!, id: '01JQ8ZK4T5V6W7X8Y9Z0ABC099', title: '新的一条' };
    const before = all(element, '.row').map((row) => row.getBoundingClientRect().top);
    api.emit({ seq: 102, id: other.id, time: '2026-03-09T01:00:01Z', topic: other } as never);
    await waitUntil(() => one(element, '.live-bar button'));
    expect(all(element, '.row').map((row) => row.getBoundingClientRect().top), 'nothing moves').to.deep.equal(before);
    expect(titles(element)).not.to.include('新的一条');
    await expect(element).to.be.accessible();
    api.answer('/v1/topics', { items: [other, ...summaries], total: { value: 5, relation: 'eq' } });
    button(element, '有 1 条更新').click();
    await waitUntil(() => titles(element)[0] === '新的一条');
    await waitUntil(() => !one(element, '.live-bar button'));
  });

  it('says what happens when the board is closed, empty or not to be had', async () => {
    api.answer('/v1/agencies/liuhe-heping/board', { ...board, open: false, round: undefined });
    api.answer('/v1/topics', { items: [], total: { value: 0, relation: 'eq' } });
    const empty = await show();
    await waitUntil(() => text(empty).includes('目前不接收新的点题'));
    expect(one(empty, '.write')).to.equal(undefined);
    expect(text(empty)).to.contain('没有等待解答的点题').and.to.contain('15个工作日内解答');
    await expect(empty).to.be.accessible();
    empty.remove();
    api.answer('/v1/topics', problem(400, 'invalid-input'));
    const failing = await show();
    await waitUntil(() => one(failing, '[role=alert]'));
    api.answer('/v1/topics', page);
    button(failing, '重试').click();
    await waitUntil(() => titles(failing).length > 0);
  });

  it('fits a phone', async () => {
    await setViewport({ width: 390, height: 800 });
    const element = await show();
    await waitUntil(() => one(element, '.figures'));
    expect(one(element, '.sunlit')!.scrollWidth).to.be.at.most(element.clientWidth);
    await compose(element);
    expect(one(element, '.sunlit')!.scrollWidth).to.be.at.most(element.clientWidth);
    element.remove();
    const opened = await show(html`<sunlit-topics api=${api.url} agency="liuhe-heping" topic=${topic.id} lang="zh-CN"></sunlit-topics>`);
    await waitUntil(() => one(opened, '.prose'));
    expect(one(opened, '.sunlit')!.scrollWidth).to.be.at.most(opened.clientWidth);
  });

  it('speaks three languages with the same keys and placeholders', async () => {
    const holes = (said: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(said).map(([key, value]) => [key, (value.match(/\{\{\w+\}\}/g) ?? []).sort().join()]));
    for (const { bundled, load } of [strings, pageEn, composeEn]) for (const language of ['en', 'zh-Hant'] as const) expect(holes(await load[language]())).to.deep.equal(holes(bundled));
  });

  it('makes of an address what it can be', () => {
    const scope = { agency: 'a', own: false, category: undefined, round: undefined, view: 'open' } as const;
    expect(stateOf({ view: 'answered', q: ' 水 ', topic: 'javascript:alert(1)', category: '../x' })).to.deep.equal({ view: 'answered', q: '水' });
    expect(queryOf({ view: 'mine' }, scope)).to.equal(undefined);
    expect(queryOf({ view: 'nonsense', agency: 'b' }, { ...scope, own: true, round: 'r', category: 'A20_07' })).to.deep.equal({ state: 'open', sort: 'due', agency: 'b', own: true, category: 'A20_07', round: 'r' });
  });
});
