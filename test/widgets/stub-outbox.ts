import type { NewSubmission, Outbox, Submission } from '@sunlit/client/outbox';

export interface StubOutbox extends Outbox {
  /** What was given to it, in order. */
  readonly added: readonly NewSubmission[];
  /** Says what became of the n-th. */
  settle(n: number, stands: { readonly state: 'received'; readonly answer: unknown } | Pick<Extract<Submission, { readonly state: 'refused' }>, 'state' | 'problem'>): void;
}

/** An outbox that sends nothing by itself. With `full`, it has no room. */
export function stubOutbox({ full = false } = {}): StubOutbox {
  const added: NewSubmission[] = [];
  let all: Submission[] = [];
  const listeners = new Set<(submissions: readonly Submission[]) => void>();
  const tell = () => listeners.forEach((listener) => listener(all));
  return {
    added,
    settle(n, stands) {
      const { id, operation, createdAt, attempts } = all[n]!;
      all = all.map((one) => (one.id === id ? { id, operation, createdAt, attempts, ...stands } : one));
      tell();
    },
    canKeep: async () => !full,
    problem: () => undefined,
    async add(submission) {
      if (full) throw new Error('There is no room.');
      added.push(submission);
      const one: Submission = { id: submission.idempotencyKey ?? `key-${added.length}`, operation: submission.operation, createdAt: '2026-03-09T02:00:00.000Z', attempts: 0, state: 'waiting' };
      all = [...all, one];
      tell();
      return one;
    },
    list: async () => all,
    watch(listener) {
      listeners.add(listener);
      listener(all);
      return () => listeners.delete(listener);
    },
    start: () => undefined,
    stop: async () => undefined,
    retry: async () => undefined,
    async remove(id) {
      const before = all.length;
      all = all.filter((one) => one.id !== id || one.state === 'waiting');
      return all.length < before;
    },
    exchange: async () => undefined,
  };
}
