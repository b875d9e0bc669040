import { assert, fixture, html, waitUntil } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import { stubApi, type StubApi } from '../../test/widgets/stub-api.ts';
import './define.ts';
import type { SunlitDirectory } from './element.ts';
import { categories, countyAgencies, page, rowsOf, suggestions, topAgencies, townAgencies, villageAgency } from './examples.ts';

/** What the tests of the directory share: a stubbed API full of examples, and eyes. */
export const LONG = { timeout: 8000 };
export const all = (element: SunlitDirectory, selector: string): HTMLElement[] => [...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
export const text = (element: SunlitDirectory, selector = '.sunlit'): string => all(element, selector).map((one) => one.textContent?.replace(/\s+/g, ' ').trim()).join(' ');
export const titles = (element: SunlitDirectory) => all(element, 'article .title').map((one) => one.textContent?.trim());

/** The button or link whose name begins so. */
export function named(element: SunlitDirectory, name: string): HTMLElement {
  const one = all(element, 'button, a').find((each) => (each.getAttribute('aria-label') ?? each.textContent ?? '').replace(/\s+/g, ' ').trim().startsWith(name));
  if (!one) throw new Error(`no “${name}”`);
  return one;
}

export const settled = async (element: SunlitDirectory) => waitUntil(() => all(element, '.results')[0]?.getAttribute('aria-busy') === 'false', 'settles', LONG);

/** Sets the stage anew for each test of a suite, and sees that nothing complains on the console. */
export function stage() {
  let api: StubApi;
  let complaints: unknown[][];
  const { error, warn } = console;
  const address = location.href;

  beforeEach(async () => {
    await setViewport({ width: 1280, height: 900 });
    api = stubApi({
      '/v1/disclosures': (url: URL) => (url.searchParams.has('cursor') ? { items: rowsOf(12, 12), total: page.total } : page),
      '/v1/agencies': (url: URL) => ({ qinghe: countyAgencies, 'qinghe-liulin': townAgencies, none: topAgencies })[url.searchParams.get('parent') ?? 'none'],
      '/v1/agencies/qinghe-liulin-dongtan': villageAgency,
      '/v1/categories': categories,
      '/v1/suggest': suggestions,
    });
    complaints = [];
    console.error = (...said: unknown[]) => complaints.push(said);
    console.warn = (...said: unknown[]) => complaints.push(said);
  });
  afterEach(() => {
    api.restore();
    history.replaceState(null, '', address);
    Object.assign(console, { error, warn });
    assert.deepEqual(complaints.filter(([first]) => !String(first).startsWith('Lit is in dev mode')), []);
  });

  const lists = () => api.asked.filter((one) => one.startsWith('/v1/disclosures?'));
  const draw = async (attributes: TemplateResult = html`<sunlit-directory api=${api.url} lang="zh-CN"></sunlit-directory>`) => fixture<SunlitDirectory>(attributes);
  return {
    address,
    get api() {
      return api;
    },
    /** The listings that were asked for. */
    lists,
    draw,
    drawn: async (attributes?: TemplateResult) => {
      const element = await draw(attributes);
      await waitUntil(() => titles(element).length > 0 && all(element, '.panel h3').length > 1, 'rows and filters come', LONG);
      return element;
    },
    /** Waits for a listing to be asked for, beyond those before. */
    asks: async (how: string, before: number) => {
      await waitUntil(() => lists().length > before && lists().at(-1)?.includes(how), `asks for ${how}, asked ${api.asked.join(' ')}`, LONG);
    },
  };
}
