/** The asking side and the answering side of a worker: one question, one answer, in any number at once. */
type Question = { readonly id: number; readonly name: string; readonly given: readonly unknown[] };
type Answer = { readonly id: number } & ({ readonly result: unknown } | { readonly failed: string });

/** What a worker can be asked, by name. */
type Answers = Readonly<Record<string, (...given: never[]) => unknown>>;

export type Asking<A extends Answers> = <Name extends keyof A & string>(name: Name, ...given: Parameters<A[Name]>) => Promise<Awaited<ReturnType<A[Name]>>>;

export function asking<A extends Answers>(worker: Worker): Asking<A> {
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (reason: Error) => void }>();
  let last = 0;
  const fail = (id: number, reason: string) => {
    waiting.get(id)?.reject(new Error(reason));
    waiting.delete(id);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    if ('failed' in data) return fail(data.id, data.failed);
    waiting.get(data.id)?.resolve(data.result as never);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', (event) => {
    for (const id of [...waiting.keys()]) fail(id, event.message || 'The worker could not be started.');
  });
  return (name, ...given) => new Promise((resolve, reject) => {
    last += 1;
    waiting.set(last, { resolve, reject });
    worker.postMessage({ id: last, name, given } satisfies Question);
  });
}

export function answering(answers: Answers): void {
  addEventListener('message', ({ data: { id, name, given } }: MessageEvent<Question>) => {
    // Asynchronous, so that what is thrown becomes an answer, too.
    const answered = (async () => (answers[name] as (...all: unknown[]) => unknown)(...given))();
    answered.then((result) => postMessage({ id, result } satisfies Answer), (failed: unknown) => postMessage({ id, failed: String(failed) } satisfies Answer));
  });
}

/** The content of a file that was made at build. */
export async function dataOf(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${String(response.status)}.`);
  return response;
}
