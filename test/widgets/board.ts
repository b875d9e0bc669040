import { expect, fixture, html, waitUntil as waitFor } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import { stubApi, type StubApi } from './stub-api.ts';
import '../../src/topics/define.ts';
import type { SunlitTopics } from '../../src/topics/element.ts';
import { answeredPage, board, openTopic, own, page, published, similar, topic, waiting } from '../../src/topics/examples.ts';

/** What the tests of the board share: an API with a board, what is sent to it, and how one reads and fills in what is drawn. */

/** To be solved at once. */
export const challenge = { parameters: { algorithm: 'SHA-256', nonce: '00', salt: '00', cost: 1, keyLength: 32, keyPrefix: '0' }, signature: 's' };
export const waitUntil = (condition: () => unknown, message?: string) => waitFor(condition, message, { timeout: 10_000 });
export const all = <E extends HTMLElement = HTMLElement>(element: Element, selector: string) => [...element.shadowRoot!.querySelectorAll<E>(selector)].filter((one) => !one.closest('[hidden]'));
export const one = <E extends HTMLElement = HTMLElement>(element: Element, selector: string): E | undefined => all<E>(element, selector)[0];
export const text = (element: Element, selector = '.sunlit > :not([hidden])') => all(element, selector).map((each) => each.textContent?.replace(/\s+/g, ' ').trim()).join(' ');
export const titles = (element: Element) => all(element, '.results [data-topic]').map((each) => each.textContent?.trim());
export const button = (element: Element, name: string) => {
  const found = all(element, 'button, a').find((each) => (each.getAttribute('aria-label') ?? each.textContent ?? '').replace(/\s+/g, ' ').trim().startsWith(name));
  if (!found) throw new Error(`no “${name}” in: ${text(element)}`);
  return found;
};
export const supportOf = (element: Element, id: string) => one(element, `[data-support="${id}"]`)!;
export const write = (element: Element, values: Record<string, string>) => {
  for (const [id, value] of Object.entries(values)) {
    const field = one<HTMLInputElement>(element, `#${id}`)!;
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
};
export const choose = (element: Element, purpose: string) => {
  const radio = all<HTMLInputElement>(element, 'input[name=purpose]').find(({ value }) => value === purpose)!;
  radio.click();
};

export interface Sent {
  readonly path: string;
  readonly key: string | null;
  readonly body: Record<string, unknown>;
}

export const compose = async (element: SunlitTopics) => {
  await waitUntil(() => one(element, '.write'));
  button(element, '我要点题').click();
  await waitUntil(() => one(element, '#words'), 'the form comes');
};
export const go = async (element: Element, heading: string, name = '下一步') => {
  button(element, name).click();
  await waitUntil(() => one(element, '.compose h2')?.textContent === heading, `to “${heading}”: ${text(element)}`);
};

interface AtBoard {
  api: StubApi;
  sent: Sent[];
  complaints: unknown[][];
  show(given?: TemplateResult): Promise<SunlitTopics>;
  /** The lists that were asked for. */
  lists(): string[];
}

/** A board for each test of a file, on which nothing may be complained of. */
export function atBoard(): AtBoard {
  const address = location.href;
  const { error, warn } = console;
  const at: AtBoard = {
    api: undefined as unknown as StubApi,
    sent: [],
    complaints: [],
    show: async (given?: TemplateResult) => {
      const element = await fixture<SunlitTopics>(given ?? html`<sunlit-topics api=${at.api.url} agency="liuhe-heping" lang="zh-CN"></sunlit-topics>`);
      await waitUntil(() => titles(element).length > 0 || one(element, '.empty, .topic, [role=alert]'), 'something is drawn');
      return element;
    },
    lists: () => at.api.asked.filter((path) => path.startsWith('/v1/topics?')),
  };

  beforeEach(async () => {
    await setViewport({ width: 1280, height: 900 });
    localStorage.clear();
    sessionStorage.clear();
    at.sent = [];
    at.complaints = [];
    console.error = (...said: unknown[]) => at.complaints.push(said);
    console.warn = (...said: unknown[]) => at.complaints.push(said);
    at.api = stubApi({
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
    at.api.answer('/v1/topics/01JQ8ZK4T5V6W7X8Y9Z0ABC020/standing', { id: '01JQ8ZK4T5V6W7X8Y9Z0ABC020', no: '20260309-0004', phase: 'submitted', submittedOn: '2026-03-09' });
    const stubbed = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (request.method === 'POST' && request.url.startsWith(at.api.url)) {
        const path = new URL(request.url).pathname;
        at.sent.push({ path, key: request.headers.get('idempotency-key'), body: (await request.clone().json()) as Record<string, unknown> });
        if (path === '/v1/topics') return stubbed(new Request(`${at.api.url}/submitted`, { method: 'POST', signal: request.signal }));
      }
      return stubbed(request);
    };
    at.api.answer('/submitted', { id: '01JQ8ZK4T5V6W7X8Y9Z0ABC030', no: '20260309-0007', phase: 'submitted' });
  });
  afterEach(() => {
    at.api.restore();
    history.replaceState(null, '', address);
    Object.assign(console, { error, warn });
    expect(at.complaints.filter(([first]) => !String(first).startsWith('Lit is in dev mode')).map(String).join()).to.equal('');
  });
  return at;
}
