/** A reader copies the address of a disclosure. Cancel it to share the address in another way; nothing is copied then. */
export class SunlitLinkEvent extends Event {
  static readonly type = 'sunlit-link';
  constructor(readonly subject: { readonly id: string; readonly title: string }, readonly href: string) {
    super(SunlitLinkEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

/** A reader prints a disclosure. Cancel it to print in another way, for example on the receipt printer of a kiosk. */
export class SunlitPrintEvent extends Event {
  static readonly type = 'sunlit-print';
  constructor(readonly subject: { readonly id: string; readonly title: string }) {
    super(SunlitPrintEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sunlit-link': SunlitLinkEvent;
    'sunlit-print': SunlitPrintEvent;
  }
}
