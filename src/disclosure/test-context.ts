import { render, type TemplateResult } from 'lit';
import { prepare, translator, type Language } from '../shared/i18n.ts';
import type { SunlitDisclosure } from './element.ts';
import { strings } from './strings/index.ts';
import type { Context } from './types.ts';

const mounted: HTMLElement[] = [];

/** Draws a template into the page. Unlike a fixture it waits for no frame: a tab in the background has none. */
export function mount(template: TemplateResult): HTMLElement {
  const holder = document.createElement('div');
  render(template, holder);
  document.body.append(holder);
  mounted.push(holder);
  return holder;
}

afterEach(() => {
  for (const holder of mounted.splice(0)) holder.remove();
});

/** Until something holds, asked again every few milliseconds. */
export async function until<T>(get: () => T | null | undefined | false, what = 'what was waited for'): Promise<T> {
  for (let round = 0; round < 300; round += 1) {
    const value = get();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`${what} did not come`);
}

/** The widget within a template, once all of its text is drawn. */
export async function mountWidget(template: TemplateResult): Promise<SunlitDisclosure> {
  const element = mount(template).querySelector('sunlit-disclosure');
  if (!element) throw new Error('no <sunlit-disclosure> in the template');
  await settled(element);
  return element;
}

export async function settled(element: SunlitDisclosure): Promise<void> {
  await element.updateComplete;
  await until(() => !element.renderRoot.querySelector('[aria-busy="true"]'), 'an end of loading');
  await element.updateComplete;
}

/** One part of the widget; a test that asks for what is not there fails. */
export function part<T extends Element = HTMLElement>(element: SunlitDisclosure, selector: string): T {
  const found = element.renderRoot.querySelector<T>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

/** A context for tests of single parts: nothing sorted, nothing opened. */
export async function contextForTest(language: Language = 'zh-CN', given: Partial<Context> = {}): Promise<Context> {
  await prepare(strings, language);
  return {
    t: translator(strings, language),
    language,
    today: '2014-10-10',
    room: 44,
    href: (id) => `https://example.org/${id}`,
    open: () => undefined,
    rich: () => 'failed',
    sorting: () => undefined,
    sort: () => undefined,
    isWhole: () => false,
    showWhole: () => undefined,
    ...given,
  };
}
