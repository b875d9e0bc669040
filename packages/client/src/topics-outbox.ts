/** What is asked of an outbox here: to keep what cannot be sent now, and to send it when that is possible. */
export interface TopicsOutbox {
  add(entry: { operation: 'topics.submit' | 'topics.support'; params?: Record<string, string>; body: object; label?: string }): Promise<TopicsSubmission>;
}

/** What waits in an outbox, or went out. */
export type TopicsSubmission = { readonly id: string } & (
  | { readonly state: 'waiting' | 'sending' }
  | { readonly state: 'received'; readonly answer: unknown }
  | { readonly state: 'refused'; readonly problem: unknown }
);
