import type { Feedback } from '@sunlit/client/notices';

/** A reader said what they find of a disclosure, and the server has it. */
export class SunlitFeedbackEvent extends Event {
  static readonly type = 'sunlit-feedback';
  readonly disclosureId: string;
  readonly said: Feedback;
  constructor(disclosureId: string, said: Feedback) {
    super(SunlitFeedbackEvent.type, { bubbles: true, composed: true });
    this.disclosureId = disclosureId;
    this.said = said;
  }
}

/** A reader wants to write what is wrong or unclear. Cancel it to open the board with the router of the page. */
export class SunlitCorrectEvent extends Event {
  static readonly type = 'sunlit-correct';
  readonly disclosureId: string;
  constructor(disclosureId: string) {
    super(SunlitCorrectEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.disclosureId = disclosureId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sunlit-feedback': SunlitFeedbackEvent;
    'sunlit-correct': SunlitCorrectEvent;
  }
}
