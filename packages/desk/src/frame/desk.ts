import { createContext } from '@lit/context';
import type { DeskClient, Me, Permission } from '@sunlit/client/desk';
import type { Language } from '../../../../src/shared/i18n.ts';
import type { Scheme } from '../../../../src/shared/configuration.ts';

/** What the frame gives to every page in it: `this.desk` of a `DeskElement`. */
export interface Desk {
  /** Calls wait while a session that ran out is signed in again, so a page never sees `not-signed-in`. */
  readonly client: DeskClient;
  readonly me: Me;
  readonly language: Language;
  readonly scheme: Scheme;
  /** Whether the person holds a permission for at least one agency; the server decides about each. */
  may(permission: Permission): boolean;
  /** The address of a place of the desk: `href('drafts/new')` is `/desk/drafts/new`. Links in pages are followed without loading. */
  href(place: string): string;
  /** Goes there, after asking when something is unsaved. `replace` leaves no step in the history. */
  go(place: string, how?: 'push' | 'replace'): void;
  /** Keeps what the page shows (its filters) in the address, so that a reload and a copied link show the same. */
  note(query: Readonly<Record<string, string>>): void;
  /** Says what was done, for a few seconds and aloud. */
  say(text: string): void;
}

export const deskContext = createContext<Desk>(Symbol.for('sunlit.desk'));

/** What the frame asks of the element of a page, where it has it. */
export interface DeskPage extends HTMLElement {
  readonly updateComplete?: Promise<unknown>;
  /** Something typed would be lost by leaving: the frame asks first. */
  readonly unsaved?: boolean;
  /** The person signs out: nothing more is sent, and nothing of theirs stays on the device. */
  abandon?(): void | Promise<void>;
}

/** The page has another name than its route says, for example that of the draft it shows. */
export class DeskTitleEvent extends Event {
  static readonly type = 'desk-title';
  readonly title: string;

  constructor(title: string) {
    super(DeskTitleEvent.type, { bubbles: true, composed: true });
    this.title = title;
  }
}

/** The person chose another language or look, on a page instead of in the panel of their account. */
export class DeskPreferEvent extends Event {
  static readonly type = 'desk-prefer';
  readonly preferred: { readonly language?: Language; readonly scheme?: Scheme };

  constructor(preferred: DeskPreferEvent['preferred']) {
    super(DeskPreferEvent.type, { bubbles: true, composed: true });
    this.preferred = preferred;
  }
}
