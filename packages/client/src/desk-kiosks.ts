import type { Kiosk, KioskChange, KioskCode, KioskList, KioskQuery, NewKiosk } from './desk-contract.ts';
import type { CreateOptions } from './desk-http.ts';
import { DeskResource } from './desk-resource.ts';
import type { CallOptions } from './http.ts';
import { path } from './path.ts';

/** The touch screens of the caller's agencies: how they are, and what they are told. */
export class Kiosks extends DeskResource {
  /**
   * All kiosks of the caller's agencies, or of one and all below it, with how each is at this moment (`at`) and why.
   *
   * @throws SunlitError `invalid-input`, `not-signed-in`, `not-allowed`, `too-many-requests`, `unavailable`, `internal`,
   * `network`, `offline`, `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { items } = await client.kiosks.list({ agency: 'qinghe' });
   * console.log(items.filter(({ state }) => state === 'red').map(({ name, place }) => `${name}, ${place}`));
   * ```
   */
  async list(query: KioskQuery = {}, options: CallOptions = {}): Promise<KioskList> {
    return this.http.json({ path: 'v1/kiosks', query, expect: 'items' }, options);
  }

  /**
   * Adds a kiosk to an agency. The code that registers its device is answered once, and is good for 24 hours.
   *
   * @throws SunlitError `key-reused`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { code } = await client.kiosks.create({ agencyId: 'qinghe', name: '一号屏', place: '政务大厅东门' });
   * console.log('Type on the device:', code);
   * ```
   */
  async create(kiosk: NewKiosk, options: CreateOptions = {}): Promise<KioskCode> {
    return this.http.create('v1/kiosks', kiosk, 'code', options);
  }

  /**
   * A new code in place of the last. The device that is registered stays so until the code is used.
   *
   * @throws SunlitError `not-found`, `not-possible` (it was revoked). Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * console.log((await client.kiosks.renewCode('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF')).code);
   * ```
   */
  async renewCode(id: string, options: CallOptions = {}): Promise<KioskCode> {
    return this.http.write({ method: 'POST', path: path`v1/kiosks/${id}/code`, expect: 'code' }, options);
  }

  /**
   * Changes the name and the place of a kiosk, and the message of the day: without one, it shows none.
   *
   * @throws SunlitError `not-found`, `not-possible` (it was revoked). Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.kiosks.save('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { name: '一号屏', place: '东门', message: { text: '今日下午停电', until: '2026-03-09' } });
   * ```
   */
  async save(id: string, change: KioskChange, options: CallOptions = {}): Promise<Kiosk> {
    return this.http.write({ method: 'PUT', path: path`v1/kiosks/${id}`, body: change, expect: 'state' }, options);
  }

  /**
   * Sets the PIN of 6 to 12 digits with which staff leave the app on the device; `undefined` takes it away.
   *
   * @throws SunlitError `not-found`, `not-possible` (it was revoked). Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.kiosks.setPin('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', undefined);
   * ```
   */
  async setPin(id: string, pin: string | undefined, options: CallOptions = {}): Promise<Kiosk> {
    return this.http.write({ method: 'PUT', path: path`v1/kiosks/${id}/pin`, body: pin === undefined ? {} : { pin }, expect: 'state' }, options);
  }

  /**
   * Has the device load its page anew, when nobody uses it.
   *
   * @throws SunlitError `not-found`, `not-possible` (it was revoked). Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.kiosks.reload('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF');
   * ```
   */
  async reload(id: string, options: CallOptions = {}): Promise<Kiosk> {
    return this.http.write({ method: 'POST', path: path`v1/kiosks/${id}/reload`, expect: 'state' }, options);
  }

  /**
   * Ends the registration of a device, for good: what it says afterwards is refused.
   *
   * @throws SunlitError `not-found`, `not-possible` (it was revoked). Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.kiosks.revoke('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF');
   * ```
   */
  async revoke(id: string, options: CallOptions = {}): Promise<Kiosk> {
    return this.http.write({ method: 'POST', path: path`v1/kiosks/${id}/revoke`, expect: 'state' }, options);
  }
}
