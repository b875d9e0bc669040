import type { SubmissionBody } from '@sunlit/client/outbox';
import { expect, fixture, html, waitUntil as waitFor } from '@open-wc/testing';
import { RATING_LEVELS, RATING_REASONS, RATING_SUBJECTS } from '../../packages/contract/src/topic-words.ts';
import { problem, stubApi, type StubApi } from '../../test/widgets/stub-api.ts';
import { stubOutbox } from '../../test/widgets/stub-outbox.ts';
import { sameWords } from '../../test/widgets/words.ts';
import './define.ts';
import type { SunlitRating } from './element.ts';
import type { SunlitRatedEvent } from './events.ts';
import { challenge, followUp, nothingSaid, rated, said } from './examples.ts';
import { LEVELS, REASONS } from './levels.ts';
import { strings as en } from './strings/en.ts';
import { strings as zhCN } from './strings/zh-CN.ts';
import { strings as zhHant } from './strings/zh-Hant.ts';

const id = '01JQ8ZK4T5V6W7X8Y9Z0ABCDEF';
const shadow = (element: Element): ShadowRoot => element.shadowRoot!;
const waitUntil = (condition: () => unknown, message?: string) => waitFor(condition, message, { timeout: 10_000 });
const one = <E extends HTMLElement = HTMLElement>(element: Element, selector: string): E | null => shadow(element).querySelector<E>(selector);
const text = (element: Element) => shadow(element).textContent ?? '';
const tap = (element: Element, level: string) => one(element, `[data-level=${level}]`)!.click();
const status = (element: Element) => one(element, '#status')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const pressed = (element: Element) => [...shadow(element).querySelectorAll('.level[aria-pressed=true]')].map((level) => (level as HTMLElement).dataset.level);

interface Sent {
  readonly path: string;
  readonly receipt: string | null;
  readonly key: string | null;
  readonly body: { readonly subject?: object; readonly level: string; readonly reasons?: string[]; readonly words?: string; readonly token?: string };
}

describe('<sunlit-rating>', () => {
  let api: StubApi;
  let sent: Sent[];
  beforeEach(() => {
    localStorage.clear();
    sent = [];
    api = stubApi({ '/v1/ratings': () => (sent.length > 0 ? rated : said), '/v1/challenge': challenge });
    const stubbed = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (request.method === 'POST') sent.push({ path: new URL(request.url).pathname, receipt: request.headers.get('authorization'), key: request.headers.get('idempotency-key'), body: await request.clone().json() });
      return stubbed(request);
    };
  });
  afterEach(() => api.restore());

  const atWindow = (more = html``) => fixture<SunlitRating>(html`<sunlit-rating api=${api.url} subject="window" agency="qinghe" window="社保综合窗口" lang="zh-CN"></sunlit-rating>${more}`);
  const evaluator = (returnAfter = 60) => fixture<SunlitRating>(html`<sunlit-rating api=${api.url} mode="evaluator" return-after=${returnAfter} subject="window" agency="qinghe" window="社保综合窗口" lang="zh-CN"></sunlit-rating>`);

  for (const [theme, scheme] of [['site', 'light'], ['site', 'dark'], ['hall', 'light'], ['contrast', 'light']] as const) {
    for (const mode of ['page', 'evaluator'] as const) {
      it(`is accessible before and after a low rating, ${mode}, ${theme} ${scheme}`, async () => {
        const element = await fixture<SunlitRating>(html`<sunlit-rating api=${api.url} mode=${mode} theme=${theme} scheme=${scheme} subject="window" agency="qinghe" window="社保综合窗口" lang="zh-CN"></sunlit-rating>`);
        if (mode === 'page') await waitUntil(() => one(element, '.results'));
        await expect(element).to.be.accessible();
        const least = mode === 'evaluator' ? 96 : theme === 'hall' ? 60 : 44;
        for (const level of shadow(element).querySelectorAll('.level')) {
          const { width, height } = level.getBoundingClientRect();
          expect(Math.min(width, height), level.textContent ?? '').to.be.at.least(least);
        }
        api.answer('/v1/ratings', () => ({ ...rated, followUp }));
        tap(element, 'very-dissatisfied');
        await waitUntil(() => one(element, '.more'));
        await expect(element).to.be.accessible();
        for (const target of shadow(element).querySelectorAll('button')) expect(target.getBoundingClientRect().height, target.textContent ?? '').to.be.at.least(44);
      });
    }
  }

  it('sends with one tap, shows the new counts, and tells the page the level alone', async () => {
    const element = await atWindow();
    await waitUntil(() => text(element).includes('共51次评价，其中基本满意以上48次'));
    const told: SunlitRatedEvent[] = [];
    element.addEventListener('sunlit-rated', (event) => told.push(event));
    tap(element, 'satisfied');
    await element.updateComplete;
    expect([pressed(element), status(element)]).to.deep.equal([['satisfied'], zhCN.sending]);
    await waitUntil(() => status(element) === zhCN.received);
    expect(sent.map(({ body: { subject, level, token } }) => [subject, level, /^[0-9A-HJKMNP-TV-Z]{26}$/.test(token ?? '')])).to.deep.equal([[{ type: 'window', agencyId: 'qinghe', window: '社保综合窗口' }, 'satisfied', true]]);
    expect(text(element)).to.contain('共52次评价');
    expect([...shadow(element).querySelectorAll('.results .n')].map((n) => n.textContent)).to.deep.equal(['31', '13', '5', '2', '1']);
    expect(told.map(({ subject, level, state }) => [subject, level, state])).to.deep.equal([['window', 'satisfied', 'received']]);
    expect(text(element)).not.to.contain('%');
  });

  it('adds reasons and words to what was tapped, by the same token', async () => {
    const element = await atWindow();
    tap(element, 'satisfied');
    await waitUntil(() => one(element, '.more'));
    const [manner] = shadow(element).querySelectorAll<HTMLElement>('.reason');
    manner!.click();
    const field = one<HTMLTextAreaElement>(element, '#words')!;
    field.value = ' 很\u0007耐心\u202e ';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await element.updateComplete;
    one(element, '[type=submit]')!.click();
    await waitUntil(() => text(element).includes(zhCN['more.received']));
    expect(sent.map(({ body }) => [body.level, body.reasons, body.words])).to.deep.equal([['satisfied', undefined, undefined], ['satisfied', ['manner'], '很耐心']]);
    expect(new Set(sent.map(({ body }) => body.token)).size).to.equal(1);
    expect(new Set(sent.map(({ key }) => key)).size).to.equal(2);
    expect(localStorage.getItem('sunlit device')).to.equal(sent[0]!.body.token);
  });

  it('tells a low rating until when an officer looks into it, and says nothing of it otherwise', async () => {
    const element = await atWindow();
    api.answer('/v1/ratings', () => ({ ...rated, followUp: { ...followUp, provisional: true } }));
    tap(element, 'dissatisfied');
    await waitUntil(() => status(element).startsWith('已收到，谢谢您的评价。 工作人员会在5个工作日内跟进，最迟2026年3月16日。'));
    expect(status(element)).to.contain(zhCN.provisional);
    api.answer('/v1/ratings', rated);
    tap(element, 'satisfied');
    await waitUntil(() => status(element) === zhCN.received);
  });

  it('takes back what was not received, says why and what counts, and repeats it under the same key', async () => {
    const element = await atWindow();
    await waitUntil(() => one(element, '.results'));
    api.answer('/v1/ratings', problem(500, 'internal'));
    tap(element, 'satisfied');
    await waitUntil(() => one(element, '[data-action=retry]'));
    expect([pressed(element), status(element)]).to.deep.equal([[], '没有提交成功。 服务器出了故障，请稍后再试。 没有记下任何评价。 重试']);
    await expect(element).to.be.accessible();
    api.answer('/v1/ratings', rated);
    one(element, '[data-action=retry]')!.click();
    await waitUntil(() => status(element) === zhCN.received);
    expect(new Set(sent.map(({ key }) => key)).size).to.equal(1);
    api.answer('/v1/ratings', () => new Response(JSON.stringify({ type: 'urn:sunlit:problem:too-many-requests', title: 'x', status: 429 }), { status: 429, headers: { 'content-type': 'application/problem+json', 'retry-after': '240' } }));
    tap(element, 'very-dissatisfied');
    await waitUntil(() => status(element).includes('请在4分钟后再试。 仍按您先前的评价“满意”计。'));
    expect(pressed(element)).to.deep.equal(['satisfied']);
  });

  it('sends what is tapped meanwhile after what is under way', async () => {
    const element = await atWindow();
    await waitUntil(() => one(element, '.results'));
    let release = () => undefined as void;
    api.answer('/v1/challenge', async () => {
      await new Promise<void>((resolve) => (release = resolve));
      return challenge;
    });
    tap(element, 'satisfied');
    await waitUntil(() => api.asked.includes('/v1/challenge'));
    tap(element, 'dissatisfied');
    api.answer('/v1/challenge', challenge);
    release();
    await waitUntil(() => status(element) === zhCN.received);
    expect(sent.map(({ body }) => body.level)).to.deep.equal(['satisfied', 'dissatisfied']);
    expect(pressed(element)).to.deep.equal(['dissatisfied']);
  });

  it('says that nobody rated yet, and lets people rate when the counts do not come', async () => {
    api.answer('/v1/ratings', nothingSaid);
    const element = await fixture<SunlitRating>(html`<sunlit-rating api=${api.url} subject="disclosure" subject-id=${id} lang="zh-CN"></sunlit-rating>`);
    await waitUntil(() => text(element).includes(zhCN['results.none']));
    expect(api.asked).to.deep.equal([`/v1/ratings?id=${id}&type=disclosure`]);
    api.answer('/v1/ratings', problem(404, 'not-found'));
    const other = await fixture<SunlitRating>(html`<sunlit-rating api=${api.url} subject="answer" subject-id=${id} lang="zh-CN"></sunlit-rating>`);
    await waitUntil(() => text(other).includes(zhCN['results.failed']));
    api.answer('/v1/ratings', rated);
    tap(other, 'very-satisfied');
    await waitUntil(() => status(other) === zhCN.received);
    expect(sent.at(-1)?.body.subject).to.deep.equal({ type: 'answer', id });
  });

  it('rates a request with its receipt, which stands in one header and nowhere else', async () => {
    const receipt = { receiptNo: '20260309-012345', secret: '7KQ2-MX9R-41TB' };
    api.answer('/v1/requests/20260309-012345/rating', { id, followUp });
    const element = await fixture<SunlitRating>(html`<sunlit-rating api=${api.url} subject="request" .receipt=${receipt} lang="zh-CN"></sunlit-rating>`);
    tap(element, 'dissatisfied');
    await waitUntil(() => status(element).includes('最迟2026年3月16日'));
    expect(sent.map(({ path, receipt: held, body }) => [path, held, body])).to.deep.equal([['/v1/requests/20260309-012345/rating', 'Receipt 7KQ2-MX9R-41TB', { level: 'dissatisfied' }]]);
    expect(element.outerHTML + shadow(element).innerHTML).not.to.contain(receipt.secret);
    expect(api.asked.some((asked) => asked.startsWith('/v1/ratings') || asked.startsWith('/v1/challenge'))).to.equal(false);
  });

  it('says so where a page does not name what is rated', async () => {
    for (const subject of ['window', 'disclosure', 'request', 'something']) {
      const element = await fixture<SunlitRating>(html`<sunlit-rating api=${api.url} subject=${subject} lang="zh-CN"></sunlit-rating>`);
      expect(text(element)).to.contain(zhCN.unset);
    }
  });

  it('returns to the start by itself, with a new token for the next person and nothing of the last one', async () => {
    const element = await evaluator();
    tap(element, 'dissatisfied');
    await waitUntil(() => one(element, '.more'));
    expect(shadow(element).activeElement?.id).to.equal('status');
    const field = one<HTMLTextAreaElement>(element, '#words')!;
    field.value = '等了两个小时';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await element.updateComplete;
    element.returnAfter = 0.2;
    await waitUntil(() => one(element, '#question'));
    expect(shadow(element).activeElement?.id).to.equal('question');
    expect([pressed(element), shadow(element).querySelectorAll('.level').length]).to.deep.equal([[], 5]);
    element.returnAfter = 60;
    tap(element, 'satisfied');
    await waitUntil(() => one(element, '.more'));
    expect(one<HTMLTextAreaElement>(element, '#words')?.value).to.equal('');
    one(element, '[data-action=start]')!.click();
    await waitUntil(() => one(element, '#question'));
    expect(new Set(sent.map(({ body }) => body.token)).size).to.equal(2);
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).to.equal('{}');
  });

  it('sends nobody away while their rating is under way', async () => {
    const clock = await evaluator(0.2);
    const element = await evaluator(0.2);
    let release = () => undefined as void;
    api.answer('/v1/challenge', async () => {
      await new Promise<void>((resolve) => (release = resolve));
      return challenge;
    });
    tap(element, 'satisfied');
    await waitUntil(() => api.asked.includes('/v1/challenge'));
    api.answer('/v1/challenge', challenge);
    tap(clock, 'satisfied');
    await waitUntil(() => one(clock, '.more'));
    await waitUntil(() => one(clock, '#question'));
    expect(status(element)).to.equal(zhCN.sending);
    release();
    await waitUntil(() => sent.length === 2 && one(element, '#question'));
  });

  it('keeps a rating in the outbox while there is no network, and says no more than that', async () => {
    const outbox = stubOutbox();
    const element = await evaluator();
    element.outbox = outbox;
    api.answer('/v1/challenge', () => { throw new TypeError('Failed to fetch'); });
    tap(element, 'very-satisfied');
    await waitUntil(() => status(element) === zhCN.kept);
    expect(outbox.added.map(({ operation, body }) => {
      const { subject, level, token } = body as SubmissionBody<'ratings.create'>;
      return [operation, subject, level, token.length];
    })).to.deep.equal([['ratings.create', { type: 'window', agencyId: 'qinghe', window: '社保综合窗口' }, 'very-satisfied', 26]]);
    element.outbox = stubOutbox({ full: true });
    one(element, '[data-action=start]')!.click();
    await waitUntil(() => one(element, '#question'));
    tap(element, 'satisfied');
    await waitUntil(() => status(element).startsWith(zhCN.failed));
    expect(sent).to.deep.equal([]);
  });

  it('forgets everything when it is reset, and what comes later shows nothing', async () => {
    const element = await atWindow();
    await waitUntil(() => one(element, '.results'));
    let release = () => undefined as void;
    api.answer('/v1/challenge', async () => {
      await new Promise<void>((resolve) => (release = resolve));
      return challenge;
    });
    tap(element, 'satisfied');
    await waitUntil(() => api.asked.includes('/v1/challenge'));
    element.reset();
    release();
    await element.updateComplete;
    expect([pressed(element), status(element), sent]).to.deep.equal([[], '', []]);
  });

  it('has a face, a word and reasons for all that the contract knows', () => {
    expect([...LEVELS]).to.deep.equal([...RATING_LEVELS]);
    expect(Object.keys(REASONS).sort()).to.deep.equal([...RATING_SUBJECTS].sort());
    expect([...new Set(Object.values(REASONS).flat())].sort()).to.deep.equal([...RATING_REASONS].sort());
    for (const level of RATING_LEVELS) expect(zhCN).to.have.property(`level.${level}`);
    for (const reason of RATING_REASONS) expect(zhCN).to.have.property(`reason.${reason}`);
  });

  it('speaks three languages with the same keys and placeholders', async () => {
    sameWords(zhCN, { en, 'zh-Hant': zhHant });
    const element = await fixture<SunlitRating>(html`<sunlit-rating api=${api.url} subject="disclosure" subject-id=${id} lang="en"></sunlit-rating>`);
    await waitUntil(() => text(element).includes('Very dissatisfied'));
    await expect(element).to.be.accessible();
  });
});
