import type { KeyValueStorage } from '@sunlit/client';
import { createKioskClient, isSunlitError, type AgencyRef, type EnrolledKiosk, type Heartbeat, type HeartbeatAnswer, type KioskMessage, type PrinterState } from '@sunlit/client/kiosk';
import { PinGuard, type PinAnswer } from './pin.ts';

/** What the shell knows of the device; seconds and counts, and of errors only their codes. */
export interface Facts {
  readonly version: string;
  /** The stamp of the snapshot that is shown. */
  readonly dataDate?: string | undefined;
  readonly uptime: number;
  readonly errors: number;
  readonly lastError?: string | undefined;
  readonly queue: number;
  readonly printer: PrinterState;
  readonly touchAge?: number | undefined;
}

/** What is shown of this device, known also without a network. */
export interface Registration {
  readonly name: string;
  readonly agency: AgencyRef;
  readonly message?: KioskMessage;
  /** Whether leaving the app takes a PIN. */
  readonly pin: boolean;
  /** Seconds by which the clock of the device is ahead, at the last answer. */
  readonly skew?: number;
}

/** What the shell is to do. */
export type Order =
  /** It was registered, or what is shown of it has changed. */
  | { readonly type: 'registered'; readonly registration: Registration }
  /** Load the page anew when nobody uses it, after `done`: the same order is given once. */
  | { readonly type: 'reload'; readonly id: string; readonly done: () => Promise<void> }
  /** The registration was ended: what stands on the screen of it goes, and staff may register it again. */
  | { readonly type: 'revoked' };

export interface DeviceOptions {
  /** Where the key is kept: that of the box, or IndexedDB. */
  readonly storage: KeyValueStorage;
  /** Base URL of the API. */
  readonly api: string;
  readonly facts: () => Promise<Facts>;
  readonly on: (order: Order) => void;
  readonly signal: AbortSignal;
  readonly language?: string | undefined;
  readonly fetch?: typeof fetch | undefined;
}

/** This device as the server knows it. */
export interface DeviceLife {
  /** Undefined while it is not registered. */
  readonly registration: Registration | undefined;
  /** When the server last took a heartbeat of this page, by the server's clock. */
  readonly heardAt: string | undefined;
  /** Why the last one did not arrive. */
  readonly error: unknown;
  /** Seconds until a PIN may be tried again. */
  readonly pinWait: number;
  /** @throws SunlitError as `enrol` of `@sunlit/client/kiosk`, or what the storage threw; then the code is used up and a new one is needed. */
  enrol(code: string): Promise<void>;
  /** Compares without a network. Where no PIN was set, any is right. */
  checkPin(pin: string): Promise<PinAnswer>;
}

/** What is kept of the registration: the key, and what the server last said, for days without a network. */
interface Kept {
  readonly key: EnrolledKiosk;
  readonly told?: HeartbeatAnswer;
  readonly reloaded?: string;
}

const KEY = 'device';
const USUAL_SECONDS = 60;
/** What a device cannot say in its words. */
const OTHER = 'other';

/** Reads the registration of this device, says every minute how it is, and passes on what it is to do. It goes on until `signal` aborts. */
export async function deviceLife(options: DeviceOptions): Promise<DeviceLife> {
  const { storage, facts, on, signal } = options;
  const client = createKioskClient({ baseUrl: options.api, retry: 0, language: options.language, fetch: options.fetch });
  let skew: number | undefined;
  let [heardAt, error, ordered]: [string | undefined, unknown, string | undefined] = [undefined, undefined, undefined];
  /** Ends the pause before the next heartbeat. */
  let wake = (): void => undefined;
  signal.addEventListener('abort', () => wake(), { once: true });

  const pause = (seconds: number) => new Promise<void>((resolve) => {
    // Thousands of devices that came back with the line must not ask in the same second.
    const timer = setTimeout(resolve, seconds * 1000 * (0.9 + Math.random() / 5));
    wake = () => {
      clearTimeout(timer);
      resolve();
    };
    if (signal.aborted) wake();
  });

  /** What earlier pages kept. A storage that fails now may answer in a minute: the box tells once that a file is damaged, and has none then. */
  const opened = async (): Promise<readonly [PinGuard, Kept | undefined]> => {
    try {
      return [await new PinGuard(storage).open(), (await storage.get(KEY)) as Kept | undefined];
    } catch (failure) {
      if (!signal.aborted) await pause(USUAL_SECONDS);
      if (signal.aborted) throw failure;
      return opened();
    }
  };
  const [guard, before] = await opened();
  let kept = before;

  const keep = async (next: Kept) => {
    await storage.set(KEY, next);
    kept = next;
  };

  const registration = (): Registration | undefined => {
    if (kept === undefined) return undefined;
    const { key, told } = kept;
    const { name, agency, message, pin } = told ?? { ...key, message: undefined, pin: undefined };
    return { name, agency, ...(message === undefined ? {} : { message }), pin: pin !== undefined, ...(skew === undefined ? {} : { skew }) };
  };

  const announce = () => {
    const now = registration();
    if (now) on({ type: 'registered', registration: now });
  };

  /** One heartbeat. Answers the seconds until the next. */
  const beat = async (held: Kept): Promise<number> => {
    try {
      const said = heartbeatOf(await facts(), held.reloaded);
      const began = Date.now();
      const told = await client.heartbeat(held.key, said, { signal });
      // Half way between asking and the answer is when the server looked at its clock.
      skew = Math.round(((began + Date.now()) / 2 - Date.parse(told.time)) / 1000);
      [heardAt, error] = [told.time, undefined];
      // What is the same is not written each minute: the disk of a box is a card that wears out.
      if (shownOf(told) !== shownOf(held.told)) await keep({ ...held, told });
      announce();
      const { reload } = told;
      if (reload !== undefined && reload !== ordered && reload !== held.reloaded) {
        ordered = reload;
        on({ type: 'reload', id: reload, done: async () => (kept === undefined ? undefined : keep({ ...kept, reloaded: reload })) });
      }
      return told.interval;
    } catch (failure) {
      if (signal.aborted) throw failure;
      error = failure;
      if (!isSunlitError(failure)) return USUAL_SECONDS;
      // Only a server of ours says so; whatever answers in its place on the way cannot end a registration.
      if (failure.code === 'device-refused' && kept?.key.secret === held.key.secret) {
        await storage.del(KEY);
        kept = undefined;
        on({ type: 'revoked' });
      }
      return Math.max(failure.retryAfter ?? 0, failure.code === 'too-many-requests' ? 0 : USUAL_SECONDS);
    }
  };

  const live = async () => {
    announce();
    while (!signal.aborted) await pause(kept === undefined ? USUAL_SECONDS : await beat(kept));
  };
  // A storage that fails here is told with the next heartbeat that works; the device goes on.
  const goOn = (): void => void live().catch(async (failure: unknown) => {
    if (signal.aborted) return;
    error = failure;
    await pause(USUAL_SECONDS);
    goOn();
  });
  goOn();

  return {
    get registration() {
      return registration();
    },
    get heardAt() {
      return heardAt;
    },
    get error() {
      return error;
    },
    get pinWait() {
      return guard.wait;
    },
    async enrol(code) {
      const key = await client.enrol(code, { signal });
      await keep({ key });
      [heardAt, error, ordered] = [undefined, undefined, undefined];
      announce();
      wake();
    },
    async checkPin(pin) {
      const check = kept?.told?.pin;
      return check === undefined ? 'right' : guard.check(pin, check);
    },
  };
}

/** All of an answer but what differs each time. */
function shownOf(told: HeartbeatAnswer | undefined): string {
  return JSON.stringify(told && { ...told, time: '', reload: '' });
}

/** Facts as the contract takes them: one odd number must not silence a device. */
function heartbeatOf({ version, dataDate, uptime, errors, lastError, queue, printer, touchAge }: Facts, reloaded: string | undefined): Heartbeat {
  const whole = (number: number) => (Number.isFinite(number) ? Math.min(Math.max(0, Math.round(number)), 1_000_000_000) : 0);
  return {
    version: version.replace(/[^\w.+-]/g, '-').slice(0, 40),
    uptime: whole(uptime),
    errors: whole(errors),
    queue: whole(queue),
    printer,
    clock: new Date().toISOString(),
    ...(dataDate === undefined ? {} : { dataDate }),
    ...(lastError === undefined ? {} : { lastError: /^[a-z0-9-]{1,40}$/.test(lastError) ? lastError : OTHER }),
    ...(touchAge === undefined ? {} : { touchAge: whole(touchAge) }),
    ...(reloaded === undefined ? {} : { reloaded }),
  };
}
