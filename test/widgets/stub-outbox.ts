import { SunlitError, type NewSubmission, type Outbox, type Submission } from '@sunlit/client/outbox';

/** Where a submission stands. */
type Stands = Pick<Submission, 'filesLeft'> &
  ({ readonly state: 'waiting'; readonly until?: string } | { readonly state: 'received'; readonly answer: unknown; readonly refusedFiles?: number } | Pick<Extract<Submission, { readonly state: 'refused' }>, 'state' | 'problem'>);

export interface StubOutbox extends Outbox {
  /** What was given to it, in order. */
  readonly added: readonly NewSubmission[];
  /** Says what became of the n-th. */
  settle(n: number, stands: Stands): void;
  /** What is given for the reference of a shared device, once that can be had. */
  receipt: object | undefined;
}

/** An outbox that sends nothing by itself. With `full`, it has no room; with `reference`, it is that of a shared device. */
export function stubOutbox({ full = false, reference }: { readonly full?: boolean; readonly reference?: string } = {}): StubOutbox {
  const added: NewSubmission[] = [];
  let all: Submission[] = [];
  const listeners = new Set<(submissions: readonly Submission[]) => void>();
  const tell = () => listeners.forEach((listener) => listener(all));
  return {
    added,
    receipt: undefined,
    settle(n, stands) {
      const { id, operation, createdAt, attempts } = all[n]!;
      all = all.map((one) => (one.id === id ? { id, operation, createdAt, attempts, ...stands } : one));
      tell();
    },
    canKeep: async () => !full,
    problem: () => undefined,
    async add(submission) {
      if (full) throw new SunlitError('storage-full', 'There is no room.', { hint: '' });
      added.push(submission);
      const one: Submission = { id: submission.idempotencyKey ?? `key-${added.length}`, operation: submission.operation, createdAt: '2026-03-09T02:00:00.000Z', attempts: 0, state: 'waiting' };
      all = [...all, one];
      tell();
      return { ...one, ...(reference !== undefined && { reference }) };
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
    async exchange(asked) {
      return this.receipt && asked === reference ? { operation: 'requests.submit', receivedAt: '2026-03-09T02:00:01.000Z', answer: this.receipt } : undefined;
    },
  };
}
