import type { DisclosureSummary } from '@sunlit/client';
import { baseStyles } from '../../../src/shared/base-styles.ts';
import { tokens } from '../../../src/shared/tokens.ts';
import { directoryStyles } from '../../../src/directory/styles.ts';
import { prepare, translator } from '../../../src/shared/i18n.ts';
import { formatDay } from '../../../src/shared/format.ts';
import { strings } from '../../../src/directory/strings/index.ts';

/** What every way of rendering is given: rows, and an empty list in the directory's own styles. */
export type Row = Pick<DisclosureSummary, 'id' | 'kind' | 'title' | 'summary' | 'agency' | 'publishedOn' | 'validity'> & { readonly docNo?: string };
export type Render = (rows: readonly Row[], list: HTMLElement) => void;

void prepare(strings, 'zh-CN');
export const t = translator(strings, 'zh-CN');

const known = new Map<string, string>();
const once = (value: string, find: () => string): string => {
  let found = known.get(value);
  if (found === undefined) known.set(value, (found = find()));
  return found;
};

/** The words and days of a row, each looked up once, for the ways that are not ours: words are not what is compared. */
export const kindName = ({ kind }: Row): string => once(kind, () => t(`kind.${kind}`));
export const validityName = ({ validity }: Row): string => once(validity, () => t(`validity.${validity}`));
export const dayName = ({ publishedOn }: Row): string => once(publishedOn, () => formatDay(publishedOn, 'zh-CN'));
export const tone = ({ validity }: Row): string => ({ 'in-force': 'good', amended: 'warn', expired: 'bad', repealed: 'bad' })[validity];

export interface Measured {
  readonly script: number;
  /** Script and layout. */
  readonly laidOut: number;
  /** Until the frame after that has been painted. */
  readonly painted: number;
  readonly elements: number;
}

declare global {
  var measure: (rows: readonly Row[]) => Promise<Measured>;
}

/** Lets the page measure one way of rendering. */
export function measureWith(render: Render): void {
  globalThis.measure = async (rows) => {
    const host = document.body.appendChild(document.createElement('div'));
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [tokens, baseStyles, directoryStyles].map(({ styleSheet }) => styleSheet as CSSStyleSheet);
    root.innerHTML = '<div class="sunlit" lang="zh-CN" data-theme="site" data-scheme="light"><section class="results"><div class="list"></div></section></div>';
    const list = root.querySelector<HTMLElement>('.list') as HTMLElement;
    await painted();
    const start = performance.now();
    render(rows, list);
    const script = performance.now() - start;
    list.getBoundingClientRect();
    const laidOut = performance.now() - start;
    await painted();
    return { script, laidOut, painted: performance.now() - start, elements: list.querySelectorAll('*').length };
  };
}

/** What a frame posts to itself arrives when the frame has been painted. */
async function painted(): Promise<void> {
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
  });
}
