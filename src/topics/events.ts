/** A topic was written, and the server has it. */
export class SunlitTopicSentEvent extends Event {
  static readonly type = 'sunlit-topic-sent';
  readonly topicId: string;
  readonly topicNo: string;
  readonly agencyId: string;
  constructor(topicId: string, topicNo: string, agencyId: string) {
    super(SunlitTopicSentEvent.type, { bubbles: true, composed: true });
    this.topicId = topicId;
    this.topicNo = topicNo;
    this.agencyId = agencyId;
  }
}

/** Somebody supports a topic, or no more, and the server has counted it. */
export class SunlitTopicSupportEvent extends Event {
  static readonly type = 'sunlit-topic-support';
  readonly topicId: string;
  readonly supports: boolean;
  constructor(topicId: string, supports: boolean) {
    super(SunlitTopicSupportEvent.type, { bubbles: true, composed: true });
    this.topicId = topicId;
    this.supports = supports;
  }
}

/** Somebody who was about to write found that a topic, or what is already public, answers them. */
export class SunlitTopicAnsweredEvent extends Event {
  static readonly type = 'sunlit-topic-answered';
  readonly by: { readonly type: 'topic' | 'disclosure'; readonly id: string };
  readonly agencyId: string;
  constructor(by: SunlitTopicAnsweredEvent['by'], agencyId: string) {
    super(SunlitTopicAnsweredEvent.type, { bubbles: true, composed: true });
    this.by = by;
    this.agencyId = agencyId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sunlit-topic-sent': SunlitTopicSentEvent;
    'sunlit-topic-support': SunlitTopicSupportEvent;
    'sunlit-topic-answered': SunlitTopicAnsweredEvent;
  }
}
