import type { NoticeDesk } from '@sunlit/client/desk';

/** A notice stands otherwise now. */
export class NoticeDeskEvent extends Event {
  static readonly type = 'desk-notice';
  readonly desk: NoticeDesk;

  constructor(desk: NoticeDesk) {
    super(NoticeDeskEvent.type, { bubbles: true });
    this.desk = desk;
  }
}
