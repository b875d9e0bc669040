import { expect, fixture, html, waitUntil as waitFor } from '@open-wc/testing';
import { REQUEST_EVENT_TYPES, REQUEST_OUTCOMES, REQUEST_PARTIES, REQUEST_PHASES, REQUEST_TERM_IDS, REQUEST_TRIGGERS, SILENCE_EFFECTS } from '../../packages/contract/src/request-words.ts';
import { problem, stubApi, type StubApi } from '../../test/widgets/stub-api.ts';
import { sameWords } from '../../test/widgets/words.ts';
import { prepare, translator, type Language } from '../shared/i18n.ts';
import './define.ts';
import type { SunlitTrack } from './element.ts';
import { branch, states, tracked } from './examples.ts';
import { standingOf } from './standing.ts';
import { strings as en } from './strings/en.ts';
import { strings } from './strings/index.ts';
import { strings as zhCN } from './strings/zh-CN.ts';
import { strings as zhHant } from './strings/zh-Hant.ts';
import { eventText } from './timeline.ts';

const shadow = (element: Element): ShadowRoot => element.shadowRoot!;
const waitUntil = (condition: () => unknown, message?: string) => waitFor(condition, message, { timeout: 10_000 });
const one = <E extends HTMLElement = HTMLElement>(element: Element, selector: string): E | null => shadow(element).querySelector<E>(selector);
const text = (element: Element) => shadow(element).textContent ?? '';
const button = (element: Element, name: string) => [...shadow(element).querySelectorAll('button')].find((each) => (each.getAttribute('aria-label') ?? each.textContent?.trim()) === name)!;
const write = (element: Element, id: string, value: string) => {
  const field = one<HTMLInputElement>(element, `#${id}`)!;
  field.value = value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
};

const path = `/v1/requests/${tracked.receiptNo}`;
const secret = '7KQ2-MX9R-41TB';

describe('<sunlit-track>', () => {
  let api: StubApi;
  let asked: { readonly path: string; readonly receipt: string | null; readonly body: string }[];
  beforeEach(() => {
    asked = [];
    api = stubApi({ [path]: tracked });
    const stubbed = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      asked.push({ path: new URL(request.url).pathname, receipt: request.headers.get('authorization'), body: request.method === 'POST' ? await request.clone().text() : '' });
      return stubbed(request);
    };
  });
  afterEach(() => api.restore());

  const show = async (attributes = html`<sunlit-track api=${api.url} lang="zh-CN"></sunlit-track>`) => fixture<SunlitTrack>(attributes);
  const enter = async (element: SunlitTrack, number = '20260309 o12345', code = '7kq2mx9r4ltb') => {
    write(element, 'number', number);
    write(element, 'secret', code);
    await element.updateComplete;
    button(element, '查询').click();
  };
  const opened = async (element: SunlitTrack) => {
    await enter(element);
    await waitUntil(() => one(element, '.standing'));
  };

  for (const [name, state] of Object.entries(states)) {
    for (const [theme, scheme] of [['site', 'light'], ['site', 'dark'], ['hall', 'light'], ['contrast', 'light']] as const) {
      it(`is accessible when ${name}, ${theme} ${scheme}`, async () => {
        api.answer(path, state);
        const element = await show(html`<sunlit-track api=${api.url} theme=${theme} scheme=${scheme} lang="zh-CN"></sunlit-track>`);
        await opened(element);
        for (const details of shadow(element).querySelectorAll('details')) details.open = true;
        await expect(element).to.be.accessible();
        const least = theme === 'hall' ? 60 : 44;
        for (const target of shadow(element).querySelectorAll('button, summary')) expect(target.getBoundingClientRect().height, target.textContent ?? '').to.be.at.least(least);
      });
    }
  }

  it('takes a receipt as it is typed, shows and hides the secret, and keeps it in one header', async () => {
    const element = await show();
    await expect(element).to.be.accessible();
    const field = one<HTMLInputElement>(element, '#secret')!;
    expect([field.type, field.autocomplete]).to.deep.equal(['password', 'off']);
    button(element, '显示').click();
    await element.updateComplete;
    expect(field.type).to.equal('text');
    await opened(element);
    await waitUntil(() => shadow(element).activeElement?.id === 'opened');
    expect(asked).to.deep.equal([{ path, receipt: `Receipt ${secret}`, body: '' }]);
    expect(element.outerHTML + shadow(element).innerHTML).not.to.contain(secret);
    expect([JSON.stringify(sessionStorage), JSON.stringify(localStorage), location.href].join()).not.to.contain(secret);
  });

  it('says the same of a wrong number, a wrong secret and what is no receipt', async () => {
    api.answer(path, problem(401, 'receipt-refused'));
    const said = new Set<string>();
    for (const [number, code] of [['20260309-012345', '0000-0000-0000'], ['1', '0000-0000-0000'], ['20260309-012345', '查询码']] as const) {
      const element = await show();
      await enter(element, number, code);
      await waitUntil(() => shadow(element).activeElement?.id === 'problem');
      said.add(one(element, '#problem')?.textContent?.trim() ?? '');
      await expect(element).to.be.accessible();
    }
    expect([...said]).to.deep.equal(['申请编号或查询码不对。请对照回执，两项都检查一遍。']);
  });

  it('says how long to wait after too many attempts', async () => {
    api.answer(path, () => new Response(JSON.stringify({ type: 'urn:sunlit:problem:too-many-requests', title: 'x', status: 429 }), { status: 429, headers: { 'content-type': 'application/problem+json', 'retry-after': '900' } }));
    const element = await show();
    await enter(element);
    await waitUntil(() => one(element, '#problem'));
    expect(text(element)).to.contain('15分钟后再试');
  });

  it('says whose move it is, and proves each period day by day', async () => {
    const element = await show();
    await opened(element);
    expect(one(element, '.now')?.textContent).to.equal('清河县水利局最迟在2026年4月14日答复，还有9个工作日。');
    one(element, '.deadline summary')!.click();
    const days = [...shadow(element).querySelectorAll('.days > li')].map((day) => day.querySelector('.hidden-text')?.textContent);
    expect(days[0]).to.equal('2026年3月11日：计入，第1个（工作日）');
    expect(days).to.include('2026年3月17日：不计入（征求第三方意见）').and.to.include('2026年4月6日：不计入（放假调休）').and.to.include('2026年4月14日：计入，第20个（工作日）');
    expect(text(element)).to.contain('第三十三条').and.to.contain('2026-1');
  });

  it('corrects with the points in sight and the old words in the field', async () => {
    api.answer(path, states.correcting);
    api.answer(`${path}/correction`, tracked);
    const element = await show();
    await opened(element);
    button(element, '补正申请').click();
    await waitUntil(() => shadow(element).activeElement?.id === 'act');
    expect(text(element)).to.contain('请说明需要哪一年度的批文');
    expect(one<HTMLTextAreaElement>(element, '#description')?.value).to.equal(tracked.wanted.description);
    write(element, 'description', ' ');
    button(element, '提交补正').click();
    await waitUntil(() => shadow(element).activeElement?.id === 'description');
    await expect(element).to.be.accessible();
    write(element, 'description', '2024 年度核定开采量');
    button(element, '提交补正').click();
    await waitUntil(() => text(element).includes('补正已提交'));
    expect(JSON.parse(asked[asked.length - 1]!.body)).to.deep.equal({ branch: 'main', wanted: { title: tracked.wanted.title, description: '2024 年度核定开采量' } });
  });

  it('gives reasons, and withdraws only when that is confirmed', async () => {
    api.answer(path, states.explaining);
    api.answer(`${path}/reasons`, tracked);
    api.answer(`${path}/withdrawal`, { ...tracked, branches: [{ ...branch, phase: 'closed', outcome: 'withdrawn', endedOn: '2026-03-20', may: [] }] });
    const element = await show();
    await opened(element);
    button(element, '说明理由').click();
    await waitUntil(() => one(element, '#reasons'));
    write(element, 'reasons', '研究需要');
    button(element, '提交理由').click();
    await waitUntil(() => text(element).includes('理由已提交'));
    button(element, '撤回申请').click();
    await waitUntil(() => button(element, '确认撤回'));
    expect(asked.some(({ path: at }) => at.endsWith('withdrawal'))).to.equal(false);
    button(element, '取消').click();
    await waitUntil(() => button(element, '撤回申请'));
    button(element, '撤回申请').click();
    await waitUntil(() => button(element, '确认撤回'));
    button(element, '确认撤回').click();
    await waitUntil(() => one(element, '.now')?.textContent?.includes('您已于2026年3月20日撤回申请'));
  });

  it('fetches a fresh link at each tap, and gives it to tap where no window opens', async () => {
    let n = 0;
    api.answer(path, states.partial);
    api.answer(`${path}/links`, () => ({ url: `/v1/papers/t${String((n += 1))}`, expiresAt: '2026-04-02T01:05:00Z' }));
    const element = await show(html`<sunlit-track api=${api.url} device="shared" lang="zh-CN"></sunlit-track>`);
    await opened(element);
    for (const token of ['t1', 't2']) {
      button(element, '下载2024年采砂许可批文（区分处理）.pdf').click();
      await waitUntil(() => one<HTMLAnchorElement>(element, '.ready a')?.href === `${api.url}/v1/papers/${token}`);
    }
    expect(text(element)).to.contain('先申请行政复议').and.to.contain('2026年6月1日');
  });

  it('shows the parts after a transfer, and nothing of the request itself on a shared device until it is unfolded', async () => {
    api.answer(path, states.transferred);
    const element = await show(html`<sunlit-track api=${api.url} device="shared" lang="zh-CN"></sunlit-track>`);
    await opened(element);
    expect(shadow(element).querySelectorAll('.branch').length).to.equal(2);
    expect(text(element)).to.contain('由清河县水利局转来');
    expect(one<HTMLDetailsElement>(element, '.own')?.open).to.equal(false);
  });

  it('asks how a request was handled once the reply was served, with its receipt', async () => {
    api.answer(path, states.partial);
    api.answer(`${path}/rating`, { id: '01JQ8ZK4T5V6W7X8Y9Z0ABCDEF' });
    const element = await show();
    await opened(element);
    const rating = one(element, 'sunlit-rating')!;
    await waitUntil(() => rating.shadowRoot?.querySelector('[data-level]'));
    rating.shadowRoot!.querySelector<HTMLElement>('[data-level=satisfied]')!.click();
    await waitUntil(() => rating.shadowRoot!.querySelector('.said.good'));
    expect(asked.at(-1)).to.deep.equal({ path: `${path}/rating`, receipt: `Receipt ${secret}`, body: '{"level":"satisfied"}' });
    await expect(element).to.be.accessible();
    api.answer(path, tracked);
    element.refresh();
    await waitUntil(() => !one(element, 'sunlit-rating'));
  });

  it('closes by itself on a shared device, says so before, and stays when somebody is there', async () => {
    const element = await show(html`<sunlit-track api=${api.url} theme="hall" close-after="15" lang="zh-CN"></sunlit-track>`);
    await opened(element);
    await waitUntil(() => one(element, '.closing'));
    await expect(element).to.be.accessible();
    element.closeAfter = 60;
    button(element, '继续查看').click();
    await waitUntil(() => !one(element, '.closing'));
    element.closeAfter = 1;
    await waitUntil(() => one(element, '#number'));
    expect(text(element)).to.contain('已自动关闭').and.not.to.contain('柳林河');
    expect(one<HTMLInputElement>(element, '#number')?.value).to.equal('');
  });

  it('forgets everything when it is closed, and what comes later shows nothing', async () => {
    const element = await show();
    await opened(element);
    let release = () => undefined as void;
    api.answer(path, async () => {
      await new Promise<void>((resolve) => (release = resolve));
      return tracked;
    });
    element.refresh();
    await waitUntil(() => asked.length === 2);
    button(element, '关闭查询').click();
    release();
    await waitUntil(() => shadow(element).activeElement?.id === 'number');
    expect(text(element)).not.to.contain(tracked.wanted.description);
    element.refresh();
    expect(asked.length).to.equal(2);
  });

  it('has words for every phase, outcome, event, term, party and silence in all languages', async () => {
    for (const language of ['zh-CN', 'zh-Hant', 'en'] satisfies Language[]) {
      await prepare(strings, language);
      const t = translator(strings, language);
      const say = { t, language };
      const missing: string[] = [];
      const whole = (what: string, said: string) => { if (!said || /^[a-z]+\.|undefined|\{\{/.test(said)) missing.push(`${language} ${what}: ${said}`); };
      for (const phase of REQUEST_PHASES) whole(phase, standingOf({ ...branch, phase }, say).text);
      for (const outcome of REQUEST_OUTCOMES) {
        whole(outcome, standingOf({ ...branch, phase: 'served', outcome, endedOn: '2026-04-02' }, say).text);
        whole(outcome, t(`outcome.${outcome}`));
      }
      for (const type of REQUEST_EVENT_TYPES) {
        for (const party of ['third-party', 'co-maker'] as const) whole(type, eventText({ n: 1, type, on: '2026-03-09', by: 'agency', party, opinion: 'consents', bound: party, term: 'reply', outcome: 'granted' }, say));
      }
      for (const term of REQUEST_TERM_IDS) whole(term, t(`term.${term}`));
      for (const party of REQUEST_PARTIES) whole(party, t(`binds.${party}`));
      for (const trigger of REQUEST_TRIGGERS) whole(trigger, t(`trigger.${trigger}`));
      for (const silence of SILENCE_EFFECTS) whole(silence, t(`silence.${silence}`));
      expect(missing).to.deep.equal([]);
    }
  });

  it('speaks three languages with the same keys and placeholders', () => {
    sameWords(zhCN, { en, 'zh-Hant': zhHant });
  });
});
