import { expect, fixture, html, waitUntil as waitFor } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { problem, stubApi, type StubApi } from '../../test/widgets/stub-api.ts';
import { sameWords } from '../../test/widgets/words.ts';
import { challenge } from '../rating/examples.ts';
import './define.ts';
import type { SunlitNotices } from './element.ts';
import { hearing, notice, over, pageOf, registrations } from './examples.ts';
import { isOn, minuteOf, parseSchedule } from './schedule.ts';
import { strings as en } from './strings/en.ts';
import { strings as zhCN } from './strings/zh-CN.ts';
import { strings as zhHant } from './strings/zh-Hant.ts';

const waitUntil = (condition: () => unknown) => waitFor(condition, undefined, { timeout: 10_000 });
const shadow = (element: SunlitNotices) => element.shadowRoot!;
const one = <E extends HTMLElement>(element: SunlitNotices, selector: string) => shadow(element).querySelector<E>(selector);
const text = (element: SunlitNotices) => (shadow(element).textContent ?? '').replace(/\s+/g, ' ');
const sha256 = async (of: string) => [...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(of)))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

describe('sunlit-notices', () => {
  let api: StubApi;
  beforeEach(() => {
    api = stubApi({
      '/v1/notices': (url: URL) => (url.searchParams.get('state') === 'over' ? pageOf(over) : pageOf(notice, hearing)),
      [`/v1/notices/${notice.id}`]: notice, [`/v1/notices/${hearing.id}`]: hearing, [`/v1/notices/${over.id}`]: over,
      '/v1/challenge': challenge, '/v1/agencies/qinghe-water': { id: 'qinghe-water', name: '清河县水利局' },
      [`/v1/notices/${notice.id}/opinions`]: { id: registrations.other }, [`/v1/notices/${hearing.id}/seats`]: { id: registrations.chosen },
    });
  });
  afterEach(() => api.restore());

  const shown = async (attributes: Partial<Record<'mode' | 'schedule' | 'theme' | 'scheme' | 'lang' | 'notice' | 'itemHref' | 'boardHref', string>> = {}, ready = '.notice-row, .ticker .line, .wall') => {
    const element = document.createElement('sunlit-notices');
    element.api = api.url;
    element.agency = 'qinghe-water';
    Object.assign(element, { lang: 'zh-CN', ...attributes });
    await fixture(html`<div>${element}</div>`);
    await waitUntil(() => one(element, ready));
    await element.updateComplete;
    return element;
  };
  const open = async (element: SunlitNotices, at: number) => {
    const button = shadow(element).querySelectorAll<HTMLElement>('.notice-row > .what > .button')[at]!;
    button.click();
    await waitUntil(() => one(element, '.panel:not([hidden]) > :not(.skeleton)') && !one(element, '.panel .skeleton'));
    await element.updateComplete;
  };
  const fill = async (element: SunlitNotices, id: string, value: string) => {
    const field = one<HTMLInputElement>(element, `#${id}`)!;
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await element.updateComplete;
  };
  const choose = async (element: SunlitNotices, at: number) => {
    shadow(element).querySelectorAll<HTMLElement>('.choice input')[at]!.click();
    await element.updateComplete;
  };
  const submit = (element: SunlitNotices) => one(element, '.form [type=submit]')!.click();

  for (const theme of ['site', 'hall', 'contrast']) {
    for (const scheme of ['light', 'dark']) {
      it(`is accessible in its list, forms and summary, ${theme} ${scheme}`, async () => {
        const element = await shown({ theme, scheme });
        await open(element, 0);
        await expect(element).to.be.accessible();
        await open(element, 1);
        await expect(element).to.be.accessible();
        const least = theme === 'hall' ? 60 : 44;
        for (const target of shadow(element).querySelectorAll('button, .choice, .field')) expect(target.getBoundingClientRect().height, target.textContent ?? '').to.be.at.least(least);
        shadow(element).querySelectorAll<HTMLElement>('.which .button')[1]!.click();
        await waitUntil(() => text(element).includes('城区供水'));
        await open(element, 0);
        await expect(element).to.be.accessible();
      });
    }
  }

  it('shows what is current with its remaining days, and what may be said until when', async () => {
    const element = await shown();
    expect(text(element)).to.contain('公示剩余 5 天其中工作日5天').and.to.contain('2026年3月2日至2026年3月13日').and.to.contain('可以提意见，截止2026年3月13日');
    expect(text(element)).to.contain('距举行 22 天').and.to.contain('地点：清河县水利局一楼会议室').and.to.contain('可以报名，截止2026年3月20日');
    expect(api.asked[0]).to.equal('/v1/notices?agency=qinghe-water&state=current');
    await open(element, 1);
    expect(text(element)).to.contain('听证陈述人（用水户）10人').and.to.contain('抽签的种子取自：福彩3D第2026071期开奖号码').and.to.contain('10席，已有4人报名');
  });

  it('sends an opinion only when it is complete, shows it as sent only when it is, and tells the page nothing of it', async () => {
    const element = await shown();
    await open(element, 0);
    submit(element);
    await element.updateComplete;
    expect(one(element, '.faults')!.textContent).to.contain('有2处需要填写').and.to.contain(zhCN['fault.words']);
    expect(shadow(element).activeElement?.id).to.equal('opinion-faults');
    expect(api.sent).to.deep.equal([]);
    await choose(element, 1);
    await fill(element, 'opinion-words', '  离学校太近\u202e，请联系13800138000 ');
    expect(text(element)).to.contain('看起来像个人信息').and.to.contain('去掉“13800138000”');
    [...shadow(element).querySelectorAll<HTMLElement>('.form .button')].find((button) => button.textContent?.includes('去掉'))!.click();
    await element.updateComplete;
    await fill(element, 'opinion-name', '甲某');
    const told: Event[] = [];
    element.addEventListener('sunlit-notice-sent', (event) => told.push(event));
    submit(element);
    await element.updateComplete;
    expect(text(element)).not.to.contain('意见已收到');
    await waitUntil(() => text(element).includes('意见已收到'));
    const { token, challenge: _, ...body } = api.sent[0]!.body;
    expect(body).to.deep.equal({ stance: 'object', words: '离学校太近，请联系', name: '甲某', channel: 'web' });
    expect(token).to.match(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(shadow(element).activeElement?.id).to.equal('opinion-sent');
    expect(JSON.stringify(told.map((event) => ({ ...event })))).not.to.contain('学校');
    expect(told.map((event) => (event as Event & { what: string }).what)).to.deep.equal(['opinion']);
  });

  it('keeps what was written when it is not taken, and says why', async () => {
    api.answer(`/v1/notices/${notice.id}/opinions`, problem(409, 'not-possible'));
    const element = await shown();
    await open(element, 0);
    await choose(element, 0);
    await fill(element, 'opinion-words', '同意');
    submit(element);
    await waitUntil(() => text(element).includes(zhCN['problem.closed']));
    expect(one<HTMLTextAreaElement>(element, '#opinion-words')!.value).to.equal('同意');
    element.reset();
    await element.updateComplete;
    await open(element, 0);
    expect(one<HTMLTextAreaElement>(element, '#opinion-words')!.value).to.equal('');
  });

  it('registers for a seat, by another token for each visit where many use the screen, and gives the number', async () => {
    const element = await shown({ theme: 'hall' });
    const tokens: string[] = [];
    for (let visit = 0; visit < 2; visit += 1) {
      await open(element, 1);
      await choose(element, 1);
      await fill(element, 'seat-name', '甲某');
      await fill(element, 'seat-contact', '8800001');
      submit(element);
      await waitUntil(() => text(element).includes('报名已收到'));
      expect(one(element, '.sent code')!.textContent).to.equal(registrations.chosen);
      expect(api.sent[visit]!.body).to.include({ role: 'observer', name: '甲某', contact: '8800001', channel: 'kiosk' });
      tokens.push(api.sent[visit]!.body['token']!);
      element.reset();
      await element.updateComplete;
    }
    expect(new Set(tokens).size).to.equal(2);
  });

  it('shows how opinions were taken, and lets whoever registered draw their lot again', async () => {
    const seed = '5 0 9';
    const hashes = await Promise.all([registrations.chosen, registrations.other].map(async (id) => ({ id, hash: await sha256(seed + id) })));
    const [lower, higher] = hashes.sort((a, b) => (a.hash < b.hash ? -1 : 1));
    const drawn = { ...over, result: { on: '2026-02-21', seed, draws: [{ role: 'presenter' as const, registered: 2, chosen: 1, last: lower!.hash }, { role: 'observer' as const, registered: 0, chosen: 0 }] } };
    api.answer('/v1/notices', pageOf(drawn));
    api.answer(`/v1/notices/${over.id}`, drawn);
    const element = await shown({ notice: over.id });
    await waitUntil(() => one(element, '.summary'));
    expect(text(element)).to.contain('赞成9条，反对5条，建议3条').and.to.contain('部分采纳 一次涨得太多 5条意见').and.to.contain('理由：低保户每月免收八吨').and.to.contain('2026年3月5日公布，2026年3月6日更新');
    expect(text(element)).to.contain('听证陈述人：2人报名，产生1人').and.to.contain('抽签种子：5 0 9');
    const check = async (id: string, expected: string) => {
      one<HTMLInputElement>(element, '#check')!.value = id;
      one(element, '.check [type=submit]')!.click();
      await waitUntil(() => one(element, '.check [role=status]')!.textContent === expected);
    };
    await check(lower!.id.toLowerCase(), zhCN['check.yes']);
    await check(higher!.id, zhCN['check.no']);
    await check('12345', zhCN['check.wrong']);
    await expect(element).to.be.accessible();
  });

  it('opens the whole notice by the link of the page, by its router, or in place', async () => {
    const linked = await shown({ itemHref: '/item?id={id}' });
    await open(linked, 0);
    const link = one<HTMLAnchorElement>(linked, '.panel a.button')!;
    expect(link.getAttribute('href')).to.equal(`/item?id=${notice.id}`);
    const told: string[] = [];
    linked.addEventListener('sunlit-select', (event) => {
      told.push(event.subject.id);
      event.preventDefault();
    });
    link.click();
    expect(told).to.deep.equal([notice.id]);
    const inPlace = await shown();
    await open(inPlace, 0);
    [...shadow(inPlace).querySelectorAll<HTMLElement>('.panel .button')].find((button) => button.textContent === zhCN.whole)!.click();
    await waitUntil(() => one(inPlace, 'sunlit-disclosure'));
    expect(one(inPlace, 'sunlit-disclosure')!.getAttribute('item-id')).to.equal(notice.id);
  });

  it('says that there is none, that it failed, and asks again', async () => {
    api.answer('/v1/notices', pageOf());
    expect(text(await shown({}, '.empty'))).to.contain(zhCN['none.current']);
    api.answer('/v1/notices', problem(500, 'internal'));
    const element = document.createElement('sunlit-notices');
    element.api = `${api.url}/`;
    element.lang = 'zh-CN';
    await fixture(html`<div>${element}</div>`);
    await waitUntil(() => one(element, '[part=error]'));
    api.answer('/v1/notices', pageOf(notice));
    one(element, '[part=error] .button')!.click();
    await waitUntil(() => one(element, '.notice-row'));
  });

  it('shows one line after the other, which stops, and goes on by hand', async () => {
    const element = await shown({ mode: 'ticker', itemHref: '/item?id={id}' });
    await expect(element).to.be.accessible();
    expect(text(element)).to.contain('公示剩余 5 天').and.to.contain('第1条，共2条');
    one(element, `[aria-label="${zhCN.following}"]`)!.click();
    await element.updateComplete;
    expect(text(element)).to.contain('听证会的公告').and.to.contain('第2条，共2条');
    one(element, `[aria-label="${zhCN.following}"]`)!.click();
    await element.updateComplete;
    expect(text(element)).to.contain('第1条，共2条').and.to.contain(zhCN.resume);
    for (const target of shadow(element).querySelectorAll('button, a')) expect(target.getBoundingClientRect().height).to.be.at.least(44);
  });

  it('hangs on a wall without anything to operate, by its hours', async () => {
    await setViewport({ width: 1920, height: 1080 });
    const long = '关于农村供水价格调整、困难家庭免收和分两年执行安排，以及老旧小区供水管网改造费用分担办法的意见征求稿';
    api.answer('/v1/notices', pageOf({ ...notice, subject: long }, hearing, { ...notice, id: over.id, subject: long }));
    const element = await shown({ mode: 'wall', schedule: '08:00-18:00', boardHref: 'https://qinghe.example/notices' });
    element.now = () => new Date('2026-03-09T02:00:00Z');
    await waitUntil(() => text(element).includes('清河县水利局') && one(element, '.wall ol'));
    await expect(element).to.be.accessible();
    expect(shadow(element).querySelectorAll('button, a, input').length).to.equal(0);
    expect(one(element, '.wall')!.scrollHeight).to.be.at.most(1080);
    expect(api.asked.some((path) => path.includes('limit=30'))).to.equal(true);
    element.now = () => new Date('2026-03-09T13:05:00Z');
    await element.updateComplete;
    expect(text(element)).to.contain('21:05').and.to.contain('08:00开始显示').and.not.to.contain('公示剩余');
    await expect(element).to.be.accessible();
  });

  it('knows hours, also over midnight, and takes anything else for no hours', () => {
    const at = (time: string, minute: number) => isOn(parseSchedule(time), minute);
    expect([at('08:00-18:00', 480), at('08:00-18:00', 1079), at('08:00-18:00', 1080), at('22:00-06:00', 60), at('22:00-06:00', 720)]).to.deep.equal([true, true, false, true, false]);
    for (const nonsense of [undefined, '', '8-18', '25:00-26:00', '08:00-08:00', '08:61-09:00', '<b>']) expect(parseSchedule(nonsense), String(nonsense)).to.equal(undefined);
    expect(minuteOf(new Date('2026-03-09T16:30:00Z'))).to.equal(30);
  });

  it('says the same in each language', async () => {
    sameWords(zhCN, { 'zh-Hant': zhHant, en });
    const element = await shown({ lang: 'en' });
    await waitUntil(() => text(element).includes('Still open for 5 days'));
  });
});
