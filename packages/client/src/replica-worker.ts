import { isSunlitError } from './errors.ts';
import { ReplicaCore, type ToWorker } from './replica-core.ts';

/* Runs a replica beside the page: copying, unpacking and searching take none of its time. `createReplica` is told of it by `worker`. */

const page = globalThis as unknown as { onmessage: ((event: MessageEvent<ToWorker>) => void) | null; postMessage(message: unknown): void };
let core: ReplicaCore | undefined;

page.onmessage = ({ data }) => {
  if (data.type === 'start') {
    core = new ReplicaCore({ ...data.options, onStatus: (status, sentinel) => page.postMessage({ type: 'status', status, sentinel }) });
    void core.start().then(() => page.postMessage({ type: 'started' }));
    return;
  }
  const work = data.type === 'list' ? core?.list(data.query) : data.type === 'read' ? core?.read(data.question) : core?.stop();
  void Promise.resolve(work).then(
    (answer) => page.postMessage({ type: 'answer', n: data.n, answer }),
    (error: unknown) => page.postMessage({ type: 'answer', n: data.n, error: isSunlitError(error) ? { code: error.code, message: error.message, hint: error.hint, errors: error.errors } : { code: 'internal', message: String(error), hint: '' } }),
  );
};
