/** A request was filed, and the server has it. Of the receipt only the number is told: the secret is for the applicant alone. */
export class SunlitRequestSentEvent extends Event {
  static readonly type = 'sunlit-request-sent';
  readonly receiptNo: string;
  readonly agencyId: string;
  constructor(receiptNo: string, agencyId: string) {
    super(SunlitRequestSentEvent.type, { bubbles: true, composed: true });
    this.receiptNo = receiptNo;
    this.agencyId = agencyId;
  }
}

/** Somebody who was about to ask found that what is already public answers them. */
export class SunlitRequestAnsweredEvent extends Event {
  static readonly type = 'sunlit-request-answered';
  readonly disclosureId: string;
  readonly agencyId: string;
  constructor(disclosureId: string, agencyId: string) {
    super(SunlitRequestAnsweredEvent.type, { bubbles: true, composed: true });
    this.disclosureId = disclosureId;
    this.agencyId = agencyId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sunlit-request-sent': SunlitRequestSentEvent;
    'sunlit-request-answered': SunlitRequestAnsweredEvent;
  }
}
