/** Base of every event of the library: bubbles, crosses shadow roots, and can be cancelled where there is a default to stop. */
abstract class SunlitEvent extends Event {
  constructor(type: string, cancelable: boolean) {
    super(type, { bubbles: true, composed: true, cancelable });
  }
}

/** What a reader opens. */
export interface Subject {
  readonly type: 'disclosure' | 'agency' | 'topic';
  readonly id: string;
  readonly title: string;
}

/** A reader opens a disclosure, an agency or a topic. Cancel it to open the thing with the router of the page. */
export class SunlitSelectEvent extends SunlitEvent {
  static readonly type = 'sunlit-select';
  readonly subject: Subject;
  constructor(subject: Subject) {
    super(SunlitSelectEvent.type, true);
    this.subject = subject;
  }
}

/** A reader asks for something. Cancel it to answer the search elsewhere. */
export class SunlitSearchEvent extends SunlitEvent {
  static readonly type = 'sunlit-search';
  readonly q: string;
  constructor(q: string) {
    super(SunlitSearchEvent.type, true);
    this.q = q;
  }
}

/** What the widget shows has changed by an act of the reader (filters, page, item); `state` is what a deep link would hold. */
export class SunlitChangeEvent extends SunlitEvent {
  static readonly type = 'sunlit-change';
  readonly state: Readonly<Record<string, string>>;
  constructor(state: Readonly<Record<string, string>>) {
    super(SunlitChangeEvent.type, false);
    this.state = state;
  }
}

/** The widget has drawn its first content. */
export class SunlitReadyEvent extends SunlitEvent {
  static readonly type = 'sunlit-ready';
  constructor() {
    super(SunlitReadyEvent.type, false);
  }
}

/** Something could not be loaded; the widget shows it, the page may log it. */
export class SunlitLoadErrorEvent extends SunlitEvent {
  static readonly type = 'sunlit-load-error';
  readonly error: unknown;
  constructor(error: unknown) {
    super(SunlitLoadErrorEvent.type, false);
    this.error = error;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sunlit-select': SunlitSelectEvent;
    'sunlit-search': SunlitSearchEvent;
    'sunlit-change': SunlitChangeEvent;
    'sunlit-ready': SunlitReadyEvent;
    'sunlit-load-error': SunlitLoadErrorEvent;
  }
}
