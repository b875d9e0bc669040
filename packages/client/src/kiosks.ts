import { Cache } from './cache.ts';
import type { EnrolledKiosk, Heartbeat, HeartbeatAnswer } from './contract.ts';
import { parseBaseUrl, type ClientOptions } from './reader.ts';
import type { CallOptions } from './http.ts';
import { WritingHttp } from './writing-http.ts';

export { SunlitError, isSunlitError, type ErrorCode, type ErrorDetails } from './errors.ts';
export type { CallOptions } from './http.ts';
export type { AgencyRef, EnrolledKiosk, Heartbeat, HeartbeatAnswer, KioskMessage, PinCheck, PrinterState } from './contract.ts';

/** With what a registered kiosk is known: what `enrol` answered, once. */
export type DeviceKey = Pick<EnrolledKiosk, 'id' | 'secret'>;

export type KioskClientOptions = Omit<ClientOptions, 'cache' | 'early'>;

/** What a touch screen says of itself to the server. Nothing of anybody who stands before it goes along, and nothing that they send names it. */
export class KioskClient {
  private readonly given: KioskClientOptions;

  /** @internal Made by `createKioskClient`. */
  constructor(given: KioskClientOptions) {
    this.given = given;
  }

  /**
   * Registers this device by the one-time code that the desk shows; blanks and hyphens in it do not matter. The secret is
   * answered this once: keep it where visitors and their pages cannot read it.
   *
   * @throws SunlitError `code-refused` (mistyped, used, or older than 24 hours), `invalid-input`, `too-many-requests`,
   * `unavailable`, `internal`, `network`, `offline`, `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createKioskClient } from '@sunlit/client/kiosk';
   *
   * const client = createKioskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * export const register = (code: string) => client.enrol(code);
   * ```
   */
  async enrol(code: string, options: CallOptions = {}): Promise<EnrolledKiosk> {
    return this.http().write({ method: 'POST', path: 'v1/kiosks/enrol', body: { code }, expect: 'secret' }, options);
  }

  /**
   * Says how the device is, and answers what it is to do and to show. Once a minute, as `interval` says.
   *
   * @throws SunlitError `device-refused` (the registration was ended, or another device took its place), `invalid-input`,
   * `too-many-requests`, `unavailable`, `internal`, `network`, `offline`, `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createKioskClient, type DeviceKey } from '@sunlit/client/kiosk';
   *
   * const client = createKioskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * export async function tell(key: DeviceKey) {
   *   const { message } = await client.heartbeat(key, { version: '1.0.0', uptime: 60, errors: 0, queue: 0, printer: 'unknown' });
   *   return message?.text;
   * }
   * ```
   */
  async heartbeat({ id, secret }: DeviceKey, heartbeat: Heartbeat, options: CallOptions = {}): Promise<HeartbeatAnswer> {
    return this.http(`Device ${id}.${secret}`).write({ method: 'POST', path: 'v1/kiosks/heartbeat', body: heartbeat, expect: 'interval' }, options);
  }

  private http(authorization?: string): WritingHttp {
    const { fetch: send = fetch } = this.given;
    const alone: typeof fetch = (input, init) => {
      const request = new Request(input, { ...init, cache: 'no-store', credentials: 'omit' });
      if (authorization !== undefined) request.headers.set('authorization', authorization);
      return send(request);
    };
    return new WritingHttp({ ...this.given, base: parseBaseUrl(this.given.baseUrl), fetch: alone, cache: new Cache(false) });
  }
}

/**
 * A client for the program of a touch screen.
 *
 * @throws SunlitError `invalid-base-url` as `createClient` does
 * @example
 * ```ts
 * import { createKioskClient } from '@sunlit/client/kiosk';
 *
 * const client = createKioskClient({ baseUrl: 'https://open.example.gov.cn/api' });
 * console.log((await client.enrol('1234567890')).name);
 * ```
 */
export function createKioskClient(options: KioskClientOptions): KioskClient {
  parseBaseUrl(options.baseUrl);
  return new KioskClient(options);
}
