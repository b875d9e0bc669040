/** Somebody gave an opinion to a notice, or registered for a hearing. `received`: the server has it; `kept`: it waits on this device. What was written is told to nobody. */
export class SunlitNoticeSentEvent extends Event {
  static readonly type = 'sunlit-notice-sent';
  readonly noticeId: string;
  readonly what: 'opinion' | 'seat';
  readonly state: 'received' | 'kept';
  constructor(noticeId: string, what: 'opinion' | 'seat', state: 'received' | 'kept') {
    super(SunlitNoticeSentEvent.type, { bubbles: true, composed: true });
    this.noticeId = noticeId;
    this.what = what;
    this.state = state;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sunlit-notice-sent': SunlitNoticeSentEvent;
  }
}
