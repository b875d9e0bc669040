import { ContextProvider } from '@lit/context';
import { expect, fixture, fixtureSync, waitUntil as waitFor } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import { configurationContext } from '../../../../src/shared/configuration.ts';
import { hearing, notice, pageOf } from '../../../../src/notices/examples.ts';
import { disclosures, overview } from '../../../../src/stats/examples.ts';
import { problem, stubApi, type StubApi } from '../../../../test/widgets/stub-api.ts';
import { configurationOf } from '../configuration.ts';
import { kioskContext, type Kiosk } from '../kiosk.ts';
import './define.ts';
import type { KioskWall } from './element.ts';

const waitUntil = (condition: () => unknown, message?: string) => waitFor(condition, message, { timeout: 10_000 });

describe('the wall of the touch screen', () => {
  let api: StubApi;
  let turns: (() => void)[];
  const { setInterval } = globalThis;
  beforeEach(() => {
    turns = [];
    // The hand that turns it is the test’s.
    globalThis.setInterval = ((run: () => void, milliseconds: number) => (milliseconds === 20_000 ? (turns.push(run), 0) : setInterval(run, milliseconds))) as typeof globalThis.setInterval;
    api = stubApi({ '/v1/notices': pageOf(notice, hearing), '/v1/statistics/overview': overview, '/v1/statistics/disclosures': disclosures });
  });
  afterEach(async () => {
    globalThis.setInterval = setInterval;
    await setViewport({ width: 800, height: 600 });
    Reflect.deleteProperty(navigator, 'onLine');
    api.restore();
  });

  const hang = async (): Promise<{ turn: () => Promise<string | undefined>; figures: () => ShadowRoot | null | undefined; notices: () => ShadowRoot | null | undefined; box: (selector: string) => DOMRect }> => {
    const kiosk: Kiosk = { configuration: configurationOf({ agency: 'qinghe', api: api.url }), offline: undefined, copied: false, name: '清河县', elder: false, go: () => undefined };
    const around = fixtureSync<HTMLElement>(html`<div lang="zh-CN"></div>`);
    new ContextProvider(around, { context: configurationContext, initialValue: { api: api.url, theme: 'hall', scheme: 'light' } });
    new ContextProvider(around, { context: kioskContext, initialValue: kiosk });
    const element = await fixture<KioskWall>(html`<kiosk-wall></kiosk-wall>`, { parentNode: around });
    const root = element.shadowRoot;
    const [first] = turns;
    return {
      turn: async () => {
        first?.();
        await element.updateComplete;
        return root?.querySelector<HTMLElement>('.wall')?.dataset.turn;
      },
      figures: () => root?.querySelector('sunlit-stats')?.shadowRoot,
      notices: () => root?.querySelector('sunlit-notices')?.shadowRoot,
      /** As on the screen, which it fills. */
      box: (selector: string) => {
        element.style.cssText = 'display: block; height: 100vh';
        return root?.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
      },
    };
  };

  it('shows notices and figures after what is new and what people asked for', async () => {
    const { turn, figures, notices } = await hang();
    await waitUntil(() => figures()?.querySelector('.large') && notices()?.querySelector('.wall li'), 'the figures and notices');
    expect([await turn(), await turn(), await turn(), await turn()]).to.deep.equal(['topics', 'notices', 'figures', 'news']);
  });

  it('gives each turn all of the screen, upright and lying', async () => {
    const { figures, notices, box } = await hang();
    await waitUntil(() => figures()?.querySelector('.large') && notices()?.querySelector('.wall li'), 'the figures and notices');
    for (const [width, height] of [[1080, 1920], [1920, 1080]] as const) {
      await setViewport({ width, height });
      const top = box('.wall').top;
      expect(box('header').top - top, 'what is new begins at the top').to.be.below(100);
      expect(box('.news').bottom - top, 'and ends at the bottom').to.be.within(height - 100, height);
      for (const whole of ['sunlit-topics', 'sunlit-notices', 'sunlit-stats']) expect(box(whole).height, `${whole} at ${String(width)}`).to.equal(height);
    }
  });

  it('has no turn for notices where none is on', async () => {
    api.restore();
    api = stubApi({ '/v1/notices': pageOf(), '/v1/statistics/overview': overview, '/v1/statistics/disclosures': disclosures });
    const { turn, figures, notices } = await hang();
    await waitUntil(() => figures()?.querySelector('.large') && notices()?.querySelector('.wall'), 'figures, and that there are no notices');
    expect([await turn(), await turn(), await turn()]).to.deep.equal(['topics', 'figures', 'news']);
  });

  it('leaves those turns out without a network, and where there are none', async () => {
    const there = await hang();
    await waitUntil(() => there.figures()?.querySelector('.large') && there.notices()?.querySelector('.wall li'), 'the figures and notices');
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    expect([await there.turn(), await there.turn(), await there.turn()]).to.deep.equal(['topics', 'news', 'topics']);
    Reflect.deleteProperty(navigator, 'onLine');
    turns = [];
    api.restore();
    api = stubApi({ '/v1/notices': problem(500, 'internal'), '/v1/statistics/overview': problem(500, 'internal') });
    const failed = new Set<string>();
    const fail = (event: Event) => failed.add((event.composedPath()[0] as Element).localName);
    document.addEventListener('sunlit-load-error', fail);
    const none = await hang();
    await waitUntil(() => failed.has('sunlit-notices') && failed.has('sunlit-stats'), 'that they did not come');
    document.removeEventListener('sunlit-load-error', fail);
    expect([await none.turn(), await none.turn()]).to.deep.equal(['topics', 'news']);
  });
});
