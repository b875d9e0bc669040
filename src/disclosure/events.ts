interface Subject {
  readonly id: string;
  readonly title: string;
}

/** A reader copies the address of a disclosure. Cancel it to share the address in another way; nothing is copied then. */
export class SunlitLinkEvent extends Event {
  static readonly type = 'sunlit-link';
  readonly subject: Subject;
  readonly href: string;
  constructor(subject: Subject, href: string) {
    super(SunlitLinkEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.subject = subject;
    this.href = href;
  }
}

/** A reader prints a disclosure. Cancel it to print in another way, for example on the receipt printer of a kiosk. */
export class SunlitPrintEvent extends Event {
  static readonly type = 'sunlit-print';
  readonly subject: Subject;
  constructor(subject: Subject) {
    super(SunlitPrintEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.subject = subject;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sunlit-link': SunlitLinkEvent;
    'sunlit-print': SunlitPrintEvent;
  }
}
