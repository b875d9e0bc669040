import type { DisclosureSummary, TopicSummary } from '@sunlit/client';
import type { Posting } from '@sunlit/client/desk';

/** A part of the page of a posting knows more than the page: the posting as it now stands; without it, the page asks again. */
export class PostingEvent extends Event {
  static readonly type = 'desk-posting';
  readonly current: Posting | undefined;
  /** What was done by the part, to be said; nothing when somebody else did something. */
  readonly done: string | undefined;

  constructor(current: Posting | undefined, done?: string) {
    super(PostingEvent.type, { bubbles: true });
    this.current = current;
    this.done = done;
  }
}

/** Something like the posting was found: a topic to merge it into, or a disclosure that answers it. */
export class FoundEvent extends Event {
  static readonly type = 'desk-found';
  readonly found: { readonly topic: TopicSummary } | { readonly disclosure: DisclosureSummary };

  constructor(found: FoundEvent['found']) {
    super(FoundEvent.type, { bubbles: true });
    this.found = found;
  }
}

/** Disclosures were chosen from the directory. */
export class LinkedEvent extends Event {
  static readonly type = 'desk-linked';
  readonly linked: readonly LinkedDisclosure[];

  constructor(linked: readonly LinkedDisclosure[]) {
    super(LinkedEvent.type);
    this.linked = linked;
  }
}

export type LinkedDisclosure = Pick<DisclosureSummary, 'id' | 'title' | 'agency'>;
