import type { RatingLevel, RatingSubject } from '@sunlit/client/ratings';

/** A rating was given. `received`: the server has it; `kept`: it waits on this device for the network. What was written with it is told to nobody. */
export class SunlitRatedEvent extends Event {
  static readonly type = 'sunlit-rated';
  readonly subject: RatingSubject;
  readonly level: RatingLevel;
  readonly state: 'received' | 'kept';
  constructor(subject: RatingSubject, level: RatingLevel, state: 'received' | 'kept') {
    super(SunlitRatedEvent.type, { bubbles: true, composed: true });
    this.subject = subject;
    this.level = level;
    this.state = state;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'sunlit-rated': SunlitRatedEvent;
  }
}
