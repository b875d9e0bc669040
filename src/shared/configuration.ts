import { createContext } from '@lit/context';

/** `site` for web pages, `hall` for touch screens and older readers, `contrast` for low sight. */
export const THEMES = ['site', 'hall', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

/** Dark is the page's choice: most host pages are light whatever the system says. */
export const SCHEMES = ['light', 'dark', 'auto'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** What surrounds a widget: from `<sunlit-provider>`, or from the script tag's `data-*`. */
export interface Configuration {
  readonly api?: string | undefined;
  readonly agency?: string | undefined;
  readonly theme?: string | undefined;
  readonly scheme?: string | undefined;
}

export const configurationContext = createContext<Configuration>(Symbol.for('sunlit.configuration'));

/** The outermost and weakest source: what the embed script of this page was given. */
export function pageConfiguration(): Configuration {
  return globalThis.sunlit?.configuration ?? {};
}
