import type { LateItem } from '@sunlit/client/desk';

/** Something late stands otherwise by now: it was urged, or an urging was answered. */
export class LateEvent extends Event {
  static readonly type = 'desk-late';
  readonly current: LateItem;

  constructor(current: LateItem) {
    super(LateEvent.type);
    this.current = current;
  }
}
