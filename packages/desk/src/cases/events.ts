import type { Case, RedactedCopy } from '@sunlit/client/desk';

/** A part of the page of a case knows more than the page: the case as it now stands; without it, the page asks again. */
export class CaseEvent extends Event {
  static readonly type = 'desk-case';
  readonly current: Case | undefined;
  /** What was done by the part, to be said; nothing when somebody else did something. */
  readonly done: string | undefined;

  constructor(current: Case | undefined, done?: string) {
    super(CaseEvent.type, { bubbles: true });
    this.current = current;
    this.done = done;
  }
}

/** The files of a case are others now. */
export class FilesEvent extends Event {
  static readonly type = 'desk-case-files';

  constructor() {
    super(FilesEvent.type, { bubbles: true });
  }
}

/** A copy was made in which something is hidden. */
export class RedactedEvent extends Event {
  static readonly type = 'desk-redacted';
  readonly copy: RedactedCopy;

  constructor(copy: RedactedCopy) {
    super(RedactedEvent.type, { bubbles: true });
    this.copy = copy;
  }
}
