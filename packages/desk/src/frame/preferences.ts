import { languageOf, type Language } from '../../../../src/shared/i18n.ts';
import { SCHEMES, type Scheme } from '../../../../src/shared/configuration.ts';

/** What a person chose for this device: nothing about them, and nothing of their work. */
export interface Preferences {
  readonly language: Language;
  readonly scheme: Scheme;
  /** Whether single keys do something (WCAG 2.1.4: they can be turned off). */
  readonly shortcuts: boolean;
}

const KEY = 'sunlit-desk';

export function readPreferences(): Preferences {
  let kept: Partial<Record<keyof Preferences, unknown>> = {};
  try {
    kept = (JSON.parse(localStorage.getItem(KEY) ?? '{}') ?? {}) as typeof kept;
  } catch {
    // Blocked or broken: as if nothing had been chosen.
  }
  return {
    language: languageOf(typeof kept.language === 'string' ? kept.language : navigator.language),
    scheme: SCHEMES.find((scheme) => scheme === kept.scheme) ?? 'auto',
    shortcuts: kept.shortcuts !== false,
  };
}

export function keepPreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // It lasts as long as the page.
  }
}
