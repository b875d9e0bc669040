import type { Language } from '../../../src/shared/i18n.ts';

export const SIZES = ['normal', 'large', 'largest'] as const;
export const LOOKS = ['light', 'dark', 'contrast'] as const;

/** How one visitor wants to see and reach the screen. The next one begins anew. */
export interface Preferences {
  readonly language: Language;
  readonly size: (typeof SIZES)[number];
  readonly look: (typeof LOOKS)[number];
  /** Fewer choices, larger, and the field for handwriting first. */
  readonly elder: boolean;
  /** Everything to touch in the lower part of the screen, for who sits or is small. */
  readonly reach: boolean;
}

export const preferencesAtFirst = (language: Language): Preferences => ({ language, size: 'normal', look: 'light', elder: false, reach: false });

/** The one after, and after the last the first. */
export const after = <T>(all: readonly T[], one: T): T => all[(all.indexOf(one) + 1) % all.length] ?? one;
