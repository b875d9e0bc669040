import type { Envelope, EnvelopeLabel, Problem, SealedAnswer } from './contract.ts';
import { SunlitError, isSunlitError } from './errors.ts';
import { during, lead, unless } from './leader.ts';
import { sealingKeyRing } from './outbox-keys.ts';
import { routeOf, type SubmissionBody, type SubmissionOperation } from './outbox-operations.ts';
import type { NewFile } from './outbox-files.ts';
import { attempt, attemptFile, exchangeReference, filled, type Outcome } from './outbox-sending.ts';
import { OutboxStore, lastingStorage, type Content, type Kept, type KeptFile } from './outbox-store.ts';
import { parseBaseUrl } from './reader.ts';
import { newReference } from './reference.ts';
import type { KeyValueStorage } from './storage.ts';
import { newKey } from './writing-http.ts';

export { SunlitError, isSunlitError, type ErrorCode, type ErrorDetails } from './errors.ts';
export type { NewFile } from './outbox-files.ts';
export type { SubmissionAnswer, SubmissionBody, SubmissionOperation } from './outbox-operations.ts';
export { memoryStorage, type KeyValueStorage } from './storage.ts';
export type { NewRating, NewRequest, NewSupport, NewTopic, Problem, Rated, Receipt, SealedAnswer, SubmittedTopic, Supported } from './contract.ts';

export interface OutboxOptions {
  /** Where the API is, as `createClient` takes it. */
  baseUrl: string | URL;
  /** `shared` where many people use the device, as a kiosk: what is stored is sealed to the server, so that nobody can read it there. */
  device: 'own' | 'shared';
  /** Sends the requests instead of the platform's own `fetch`. */
  fetch?: typeof fetch | undefined;
  /** The language of problems. Default: what the platform sends. */
  language?: string | undefined;
  /** Where submissions are kept. Default: IndexedDB, in a database of its own; where there is none, nothing can be kept. */
  storage?: KeyValueStorage | undefined;
}

export interface NewSubmission<O extends SubmissionOperation = SubmissionOperation> {
  operation: O;
  /** The values of the path, such as the id of a topic. */
  params?: Readonly<Record<string, string>> | undefined;
  /** What the operation takes, without `challenge`: that is solved when it is sent. */
  body: SubmissionBody<O>;
  /** The key under which it was sent before without an answer, so that it arrives once. Default: a new one. */
  idempotencyKey?: string | undefined;
  /** Files that go with a request, on a shared device: sealed before they are stored, and sent after it. Elsewhere they are added with the receipt. */
  files?: readonly NewFile[] | undefined;
  /** Words for a list of what waits. On a shared device they are not stored. */
  label?: string | undefined;
}

/** A submission and where it stands. `received` only when the server's receipt is here. */
export type Submission = {
  /** Also its `Idempotency-Key`. */
  readonly id: string;
  readonly operation: SubmissionOperation;
  /** By the clock of the device. */
  readonly createdAt: string;
  readonly label?: string | undefined;
  /** How often it was sent, answered or not. */
  readonly attempts: number;
  /** On a shared device, and only as `add` answers it: to be printed on the slip and exchanged for the receipt later. It is stored nowhere. */
  readonly reference?: string | undefined;
  /** How many of its files are still to be sent. It is there once the server has the submission itself: its receipt can be had for the reference then. */
  readonly filesLeft?: number | undefined;
} & (
  /** `until` is when it is sent next, by the clock of the device; without it, as soon as its turn comes. */
  | { readonly state: 'waiting'; readonly until?: string | undefined }
  | { readonly state: 'sending' }
  /** On a shared device `answer` says only that it arrived. */
  | {
    readonly state: 'received';
    readonly answer: unknown;
    /** How many of its files the server did not take; without it, all that there were. */
    readonly refusedFiles?: number | undefined;
  }
  | { readonly state: 'refused'; readonly problem: Problem }
);

/** What people submit, kept on the device until the server has it: over lost networks, reloads, crashes and power cuts, and once. */
export interface Outbox {
  /**
   * Whether this device can keep a submission, to be asked before a person types. `problem()` then says why not. Private
   * windows may say yes and forget everything when they are closed; no page can tell.
   */
  canKeep(): Promise<boolean>;
  /** Why the device cannot keep submissions: `storage-unavailable`, `storage-full`, `no-sealing-key`, `not-secure`; undefined when it can, as far as is known. */
  problem(): SunlitError | undefined;
  /**
   * Stores a submission, and only then resolves.
   *
   * @throws SunlitError `storage-unavailable`, `storage-full`, `no-sealing-key`, `not-secure`, `invalid-input` for a missing parameter, or for files where they are not sealed; nothing was stored then
   */
  add<O extends SubmissionOperation>(submission: NewSubmission<O>): Promise<Submission>;
  /** All of them, oldest first. @throws SunlitError as `add` */
  list(): Promise<Submission[]>;
  /** Tells all submissions now and after every change, also of other tabs. Answers how to stop that. */
  watch(listener: (submissions: readonly Submission[]) => void): () => void;
  /** Begins to send: one tab at a time, whatever is due, until `stop`. */
  start(): void;
  /** Ends sending; what was under way counts as not answered. Resolves when nothing runs any more. */
  stop(): Promise<void>;
  /** Sends one now: one that waits, or one that was refused and is as right as before. @throws SunlitError as `add` */
  retry(id: string): Promise<void>;
  /** Forgets what is received or refused. Answers whether it did: what waits stays. @throws SunlitError as `add` */
  remove(id: string): Promise<boolean>;
  /** What a sealed submission was answered, for the reference on the slip; undefined until it has arrived. @throws SunlitError `too-many-requests`, `network`, … */
  exchange(reference: string): Promise<SealedAnswer | undefined>;
}

/** What the outboxes of two tabs tell each other. */
interface Changed {
  readonly retried?: string;
}

/** The version of the forms that this package knows; bound into what it seals. */
const FORM_VERSION = '1';
const SHORTEST_BACKOFF_SECONDS = 2;
const LONGEST_BACKOFF_SECONDS = 300;
/** Whoever asks for more patience than this is broken. */
const LONGEST_RETRY_AFTER_SECONDS = 24 * 3600;
/** `online` lies, and messages of other tabs get lost: now and then it looks by itself. */
const LOOK_MILLISECONDS = 60_000;
const KEYS_MILLISECONDS = 6 * 3_600_000;

/**
 * An outbox for one API. Nothing is opened or asked before it is used; what an earlier page left in it is sent after `start`.
 *
 * @throws SunlitError `invalid-base-url` as `createClient` does
 * @example
 * ```ts
 * import { createOutbox, type SubmissionBody } from '@sunlit/client/outbox';
 *
 * const outbox = createOutbox({ baseUrl: 'https://open.example.gov.cn/api', device: 'own' });
 * outbox.start();
 * outbox.watch((all) => console.log(all.map(({ label, state }) => `${label ?? ''} ${state}`)));
 *
 * export async function file(body: SubmissionBody<'requests.submit'>) {
 *   if (!(await outbox.canKeep())) throw outbox.problem();
 *   return outbox.add({ operation: 'requests.submit', body, label: body.wanted.title });
 * }
 * ```
 */
export function createOutbox({ baseUrl, device, fetch: send, language, storage: given }: OutboxOptions): Outbox {
  const base = parseBaseUrl(baseUrl);
  const wire = { base, fetch: send, language };
  const storage = given ?? ('indexedDB' in globalThis ? lastingStorage(base.href) : nothingKept);
  const store = new OutboxStore(storage);
  const keys = device === 'shared' ? sealingKeyRing(wire, storage) : undefined;

  const listeners = new Set<(submissions: readonly Submission[]) => void>();
  const labels = new Map<string, string>();
  /** What was tried in vain and is not due yet. Timers count it, for clocks jump. */
  const resting = new Map<string, { readonly until: string; readonly timer: ReturnType<typeof setTimeout> }>();
  let sending: string | undefined;
  let trouble: SunlitError | undefined;
  let wake: () => void = () => undefined;
  let running: { readonly stop: AbortController; readonly ended: Promise<void> } | undefined;

  const other = 'BroadcastChannel' in globalThis ? new BroadcastChannel(`sunlit outbox ${base.href}`) : undefined;
  (other as { unref?: () => void } | undefined)?.unref?.();
  other?.addEventListener('message', ({ data }: MessageEvent<Changed>) => {
    if (data.retried !== undefined) due(data.retried);
    wake();
    void tell();
  });

  const shown = ({ id, operation, createdAt, label = labels.get(id), attempts, stands, arrived, files, refusedFiles }: Kept): Submission => {
    const common = { id, operation, createdAt, ...(label !== undefined && { label }), attempts, ...(arrived !== undefined && files && { filesLeft: files.length }) };
    if (stands.state === 'received') return { ...common, ...stands, ...(refusedFiles !== undefined && { refusedFiles }) };
    if (stands.state === 'refused') return { ...common, ...stands };
    if (sending === id) return { ...common, state: 'sending' };
    const until = resting.get(id)?.until;
    return { ...common, state: 'waiting', ...(until !== undefined && { until }) };
  };
  const list = async () => (await store.all()).map(shown);
  const tell = async () => {
    if (listeners.size === 0) return;
    const all = await list().catch(noted);
    if (all) for (const listener of listeners) listener(all);
  };
  const changed = async (told: Changed = {}) => {
    other?.postMessage(told);
    await tell();
  };
  const noted = (error: unknown): undefined => {
    if (!isSunlitError(error)) throw error;
    trouble = error;
  };
  /** What a person asks for: fails for them, and is remembered. */
  const asked = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (isSunlitError(error) && error.code !== 'invalid-input') trouble = error;
      throw error;
    }
  };
  const due = (id?: string) => {
    for (const [rester, { timer }] of resting) {
      if (id !== undefined && rester !== id) continue;
      clearTimeout(timer);
      resting.delete(rester);
    }
    wake();
  };
  const rest = (id: string, seconds: number) => {
    const timer = setTimeout(() => (due(id), void tell()), seconds * 1000);
    resting.set(id, { until: new Date(Date.now() + seconds * 1000).toISOString(), timer });
  };

  const settle = async (item: Kept, result: Outcome): Promise<void> => {
    if (result.outcome === 'later') {
      const seconds = Math.max(backoff(item.attempts), Math.min(result.retryAfter ?? 0, LONGEST_RETRY_AFTER_SECONDS));
      rest(item.id, seconds);
    } else if (result.outcome === 'refused') {
      await store.put({ ...item, stands: { state: 'refused', problem: result.problem } });
    } else {
      const { content, ...rest } = item;
      await store.put(rest.files === undefined ? { ...rest, stands: { state: 'received', answer: result.answer } } : { ...rest, arrived: result.answer });
    }
  };

  /** One of its files is at the server, or the server will never take it: the request is not held up by that. */
  const settleFile = async ({ files: [first, ...others] = [], arrived, ...item }: Kept, result: Exclude<Outcome, { readonly outcome: 'later' }>): Promise<void> => {
    const refusedFiles = (item.refusedFiles ?? 0) + (result.outcome === 'refused' ? 1 : 0);
    const next = { ...item, ...(refusedFiles > 0 && { refusedFiles }) };
    await store.put(others.length === 0 ? { ...next, stands: { state: 'received', answer: arrived } } : { ...next, files: others, arrived });
    await store.dropFiles(item.id, first?.n);
  };

  const sendNext = async (item: Kept, signal: AbortSignal): Promise<void> => {
    const { content, files: [file] = [] } = item;
    if (content !== undefined) return settle(item, await attempt(wire, { ...item, content }, signal));
    const sealed = file && (await store.file(item.id, file));
    const result: Outcome = sealed ? await attemptFile(wire, sealed, signal) : { outcome: 'refused', problem: LOST };
    return result.outcome === 'later' ? settle(item, result) : settleFile(item, result);
  };

  const deliver = async (item: Kept, signal: AbortSignal): Promise<void> => {
    sending = item.id;
    try {
      const counted = await store.put({ ...item, attempts: item.attempts + 1 });
      await tell();
      await sendNext(counted, signal);
    } catch (error) {
      if (signal.aborted) throw error;
      noted(error);
      // The storage failed. With the same key it can be sent again: what was received stays one.
      rest(item.id, backoff(item.attempts + 1));
    } finally {
      sending = undefined;
      await changed();
    }
  };

  /** What is done while files are stored of which no submission tells yet. */
  const adding = (id: string) => `outbox ${base.href} ${id}`;
  /** A page may have ended while it stored the files of what nobody was promised. Another may be storing such just now, or have promised it a moment ago. */
  const sweep = async (): Promise<void> => {
    for (const id of await store.unpromised()) await unless(adding(id), async () => {
      if ((await store.get(id)) === undefined) await store.dropFiles(id);
    });
  };

  const work = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      const woken = new Promise<void>((resolve) => (wake = resolve));
      const all = (await store.all().catch(noted)) ?? [];
      const next = all.find((item) => item.stands.state === 'waiting' && (item.content !== undefined || item.files !== undefined) && !resting.has(item.id));
      if (next) {
        await deliver(next, signal);
        continue;
      }
      if (keys) await sweep().catch(noted);
      await firstOf(woken, LOOK_MILLISECONDS, signal);
    }
  };

  /** Before the submission that names them: what has no submission was never promised. */
  const sealFiles = async (id: string, given: readonly NewFile[], seal: (file: object) => Promise<Envelope>): Promise<KeptFile[]> => {
    const files: KeptFile[] = [];
    try {
      for (const [n, file] of given.entries()) {
        const { chunks, sealed } = await store.storeFile(id, n, file);
        files.push({ n, chunks, envelope: await seal(sealed) });
      }
      return files;
    } catch (error) {
      await store.dropFiles(id).catch(noted);
      throw error;
    }
  };

  const online = () => due();
  /** Keys are got before they are needed: by then the network may be gone. */
  const keepKeys = async (signal: AbortSignal): Promise<void> => {
    while (keys && !signal.aborted) {
      const got = await keys.refresh(signal).then(() => true, () => false);
      await firstOf(undefined, got ? KEYS_MILLISECONDS : LOOK_MILLISECONDS, signal);
    }
  };

  return {
    async canKeep() {
      try {
        await asked(async () => {
          await store.probe();
          if (!keys) return;
          // One that cannot be asked for anew may still be good.
          await keys.refresh(AbortSignal.timeout?.(5_000) ?? new AbortController().signal).catch(() => undefined);
          await keys.check();
        });
        trouble = undefined;
        return true;
      } catch (error) {
        if (!isSunlitError(error)) throw error;
        return false;
      }
    },
    problem: () => trouble,
    add: ({ operation, params = {}, body, idempotencyKey: id = newKey(), files: given = [], label }) => asked(async () => {
      filled(routeOf(operation).path, params);
      if (given.length > 0 && (!keys || operation !== 'requests.submit')) throw new SunlitError('invalid-input', 'Files are kept with requests on shared devices only', { hint: 'Add them with the receipt: `requests.attach`.' });
      const createdAt = new Date().toISOString();
      const { agencyId } = body as { readonly agencyId?: unknown };
      const labelled: EnvelopeLabel = { idempotencyKey: id, operation, ...(typeof agencyId === 'string' && { agency: agencyId }), formVersion: FORM_VERSION, createdAt };
      const reference = keys && newReference();
      const content: Content = keys
        ? { type: 'sealed', envelope: await keys.seal({ params, body, reference }, labelled) }
        : { type: 'plain', params, body };
      if (keys && label !== undefined) labels.set(id, label);
      const item = { id, operation, createdAt, ...(!keys && label !== undefined && { label }), attempts: 0, content, stands: { state: 'waiting' } } as const;
      const kept = keys && given.length > 0
        ? await during(adding(id), async () => store.add({ ...item, files: await sealFiles(id, given, (file) => keys.seal({ body: file, reference }, { idempotencyKey: id, operation: 'requests.attach', formVersion: FORM_VERSION, createdAt })) }))
        : await store.add(item);
      const added: Submission = { ...shown(kept), ...(reference !== undefined && { reference }) };
      trouble = undefined;
      wake();
      await changed();
      return added;
    }),
    list: () => asked(list),
    watch(listener) {
      listeners.add(listener);
      void tell();
      return () => listeners.delete(listener);
    },
    start() {
      if (running) return;
      const stop = new AbortController();
      globalThis.addEventListener?.('online', online);
      const ended = Promise.all([lead(`outbox ${base.href}`, storage, stop.signal, work), keepKeys(stop.signal)]).then(() => undefined, (error: unknown) => void (stop.signal.aborted || noted(error)));
      running = { stop, ended };
    },
    async stop() {
      globalThis.removeEventListener?.('online', online);
      running?.stop.abort();
      await running?.ended;
      running = undefined;
      for (const { timer } of resting.values()) clearTimeout(timer);
      resting.clear();
    },
    retry: (id) => asked(async () => {
      const item = await store.get(id);
      if (item?.stands.state === 'refused') await store.put({ ...item, attempts: 0, stands: { state: 'waiting' } });
      due(id);
      await changed({ retried: id });
    }),
    remove: (id) => asked(async () => {
      const item = await store.get(id);
      if (item === undefined || item.stands.state === 'waiting') return false;
      await store.remove(id);
      labels.delete(id);
      await changed();
      return true;
    }),
    exchange: (reference) => exchangeReference(wire, new AbortController().signal, reference),
  };
}

/** Longer each time, up to five minutes, and never in step with the other devices that lost the same network. */
function backoff(attempts: number): number {
  const whole = Math.min(SHORTEST_BACKOFF_SECONDS * 2 ** Math.min(attempts, 10), LONGEST_BACKOFF_SECONDS);
  return (whole * (1 + Math.random())) / 2;
}

/** Ends when the first of them does: being woken, the time, or the signal. Leaves no timer. */
function firstOf(woken: Promise<void> | undefined, milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
    void woken?.then(end);
    if (signal.aborted) end();
  });
}

/** A chunk that the disk lost. */
const LOST: Problem = { type: 'urn:sunlit:problem:envelope-refused', title: 'A file is no more whole on this device', status: 409, requestId: '' };

const refuse = () => Promise.reject(new Error('There is no IndexedDB here'));
const nothingKept: KeyValueStorage = { get: refuse, set: refuse, del: refuse, keys: () => refuse() };
