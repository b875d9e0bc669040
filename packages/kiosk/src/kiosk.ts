import { createContext } from '@lit/context';
import type { KioskConfiguration } from './configuration.ts';
import type { Offline } from './offline/offline.ts';

/** Where a visitor is. There are no addresses: the next person must not come back to it. */
export type Place =
  | { readonly at: 'home' | 'request' | 'track' | 'agencies' | 'rate' | 'help' }
  | { readonly at: 'find'; readonly q?: string; readonly category?: string }
  | { readonly at: 'item'; readonly id: string }
  | { readonly at: 'topics'; readonly write?: boolean; readonly topic?: string }
  | { readonly at: 'exchange'; readonly reference?: string };

/** What the shell gives to every screen in it. */
export interface Kiosk {
  readonly configuration: KioskConfiguration;
  /** Undefined in the first moments. */
  readonly offline: Offline | undefined;
  /** There is a copy to read from: what could not be had before is asked for again. */
  readonly copied: boolean;
  /** The name of the agency, once it is known. */
  readonly name: string | undefined;
  /** Fewer choices, larger. */
  readonly elder: boolean;
  go(place: Place): void;
}

export const kioskContext = createContext<Kiosk>(Symbol.for('sunlit.kiosk'));

/** What the shell asks of what it shows. */
export interface Screen extends HTMLElement {
  /** Forgets everything that somebody did. */
  reset?(): void;
  /** One step back inside; false when it shows its beginning. */
  back?(): boolean;
}
