import { expect, fixture, html, waitUntil as waitFor } from '@open-wc/testing';
import { problem, stubApi, type StubApi } from '../../test/widgets/stub-api.ts';
import { sameWords } from '../../test/widgets/words.ts';
import { challenge } from '../rating/examples.ts';
import './define.ts';
import type { SunlitFeedback } from './element.ts';
import { strings as en } from './strings/en.ts';
import { strings as zhCN } from './strings/zh-CN.ts';
import { strings as zhHant } from './strings/zh-Hant.ts';

const waitUntil = (condition: () => unknown) => waitFor(condition, undefined, { timeout: 10_000 });
const ID = '01JQ8ZK4T5V6W7X8Y9Z0ABCDEF';
const shadow = (element: SunlitFeedback) => element.shadowRoot!;
const status = (element: SunlitFeedback) => (shadow(element).querySelector('[role=status]')?.textContent ?? '').replace(/\s+/g, ' ').trim();

describe('sunlit-feedback', () => {
  let api: StubApi;
  beforeEach(() => {
    api = stubApi({ '/v1/challenge': challenge, [`/v1/disclosures/${ID}/feedback`]: { id: ID, useful: 31 } });
  });
  afterEach(() => api.restore());
  const asked = async (attributes: Partial<Record<'theme' | 'scheme' | 'topicsHref' | 'subjectId' | 'lang', string>> = {}) => {
    const element = document.createElement('sunlit-feedback');
    Object.assign(element, { api: api.url, subjectId: ID, agency: 'qinghe-water', lang: 'zh-CN', ...attributes });
    await fixture(html`<div>${element}</div>`);
    await element.updateComplete;
    return element;
  };
  const tap = (element: SunlitFeedback, at: number) => shadow(element).querySelectorAll<HTMLElement>('.answers .button')[at]!.click();

  for (const [theme, least] of [['site', 44], ['hall', 60], ['contrast', 44]] as const) {
    for (const scheme of ['light', 'dark']) {
      it(`is accessible, ${theme} ${scheme}`, async () => {
        const element = await asked({ theme, scheme, topicsHref: '/topics?disclosure={id}' });
        await expect(element).to.be.accessible();
        tap(element, 2);
        await waitUntil(() => shadow(element).querySelector('.offer'));
        await expect(element).to.be.accessible();
        for (const target of shadow(element).querySelectorAll('.button')) expect(target.getBoundingClientRect().height).to.be.at.least(least);
      });
    }
  }

  it('counts what is useful with one tap, and says so only when the server has it', async () => {
    const element = await asked();
    const told: string[] = [];
    element.addEventListener('sunlit-feedback', ({ said }) => told.push(said));
    tap(element, 0);
    await element.updateComplete;
    expect(status(element)).to.equal(zhCN.sending);
    await waitUntil(() => status(element) === '已收到，谢谢。共有31次认为有用。');
    expect(api.sent.map(({ body: { said, token } }) => [said, /^[0-9A-HJKMNP-TV-Z]{26}$/.test(token ?? '')])).to.deep.equal([['useful', true]]);
    expect(shadow(element).querySelector('.offer')).to.equal(null);
    expect(told).to.deep.equal(['useful']);
  });

  it('leads to the board with what is wrong: by the page’s router, its link, or in place', async () => {
    const linked = await asked({ topicsHref: '/topics?disclosure={id}' });
    tap(linked, 2);
    await waitUntil(() => shadow(linked).querySelector('.offer a'));
    expect(shadow(linked).querySelector('.offer a')!.getAttribute('href')).to.equal(`/topics?disclosure=${ID}`);
    const told: string[] = [];
    linked.addEventListener('sunlit-correct', (event) => {
      told.push(event.disclosureId);
      event.preventDefault();
    });
    shadow(linked).querySelector<HTMLElement>('.offer a')!.click();
    expect(told).to.deep.equal([ID]);

    const inPlace = await asked();
    tap(inPlace, 1);
    await waitUntil(() => shadow(inPlace).querySelector('.offer .button'));
    shadow(inPlace).querySelector<HTMLElement>('.offer .button')!.click();
    await waitUntil(() => shadow(inPlace).querySelector('sunlit-topics')?.shadowRoot?.querySelector('.composer'));
    const board = shadow(inPlace).querySelector('sunlit-topics')!;
    expect([board.getAttribute('disclosure'), board.getAttribute('agency')]).to.deep.equal([ID, 'qinghe-water']);
  });

  it('takes back what was not received, and says why', async () => {
    api.answer(`/v1/disclosures/${ID}/feedback`, problem(404, 'not-found'));
    const element = await asked();
    tap(element, 2);
    await waitUntil(() => status(element).includes(zhCN['problem.gone']));
    expect(shadow(element).querySelector('[aria-pressed=true]')).to.equal(null);
    api.answer(`/v1/disclosures/${ID}/feedback`, { id: ID, useful: 0 });
    shadow(element).querySelector<HTMLElement>('.notice .button')!.click();
    await waitUntil(() => status(element) === zhCN.received);
  });

  it('says when the page does not say of what, and the same in each language', async () => {
    expect(shadow(await asked({ subjectId: '' })).textContent).to.contain(zhCN.unset);
    sameWords(zhCN, { 'zh-Hant': zhHant, en });
  });
});
