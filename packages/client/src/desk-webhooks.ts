import type { Delivery, DeliveryPage, DeliveryQuery, NewWebhook, Webhook, WebhookList, WebhookSecret, WebhookState } from './desk-contract.ts';
import type { CreateOptions } from './desk-http.ts';
import { DeskResource } from './desk-resource.ts';
import type { CallOptions } from './http.ts';
import { cursorPaged, type PagedList } from './paged-list.ts';
import { path } from './path.ts';

/** Where public changes are sent as they happen, signed by Standard Webhooks. */
export class Webhooks extends DeskResource {
  /**
   * The webhooks of the caller's agencies.
   *
   * @throws SunlitError `not-signed-in`, `not-allowed`, `too-many-requests`, `unavailable`, `internal`, `network`, `offline`,
   * `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * console.log((await client.webhooks.list()).items.map(({ url, state, reason }) => `${url} ${state} ${reason ?? ''}`));
   * ```
   */
  async list(options: CallOptions = {}): Promise<WebhookList> {
    return this.http.json({ path: 'v1/webhooks', expect: 'items' }, options);
  }

  /**
   * Sends public changes of an agency and all below it to an address from now on. The secret that signs them is answered once.
   *
   * @throws SunlitError `invalid-input`, `key-reused`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { secret } = await client.webhooks.create({ agencyId: 'qinghe', url: 'https://portal.example.gov.cn/hooks', events: ['published', 'withdrawn'] });
   * console.log('Keep it now:', secret);
   * ```
   */
  async create(webhook: NewWebhook, options: CreateOptions = {}): Promise<WebhookSecret> {
    return this.http.create('v1/webhooks', webhook, 'secret', options);
  }

  /**
   * Turns a webhook off, or on again: it goes on where it stopped.
   *
   * @throws SunlitError `not-found`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.webhooks.update('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { state: 'off' });
   * ```
   */
  async update(id: string, state: WebhookState, options: CallOptions = {}): Promise<Webhook> {
    return this.http.write({ method: 'PUT', path: path`v1/webhooks/${id}`, body: state, expect: 'url' }, options);
  }

  /**
   * Ends a webhook and forgets what it delivered.
   *
   * @throws SunlitError `not-found`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.webhooks.delete('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF');
   * ```
   */
  async delete(id: string, options: CallOptions = {}): Promise<Pick<Webhook, 'id'>> {
    return this.http.write({ method: 'DELETE', path: path`v1/webhooks/${id}`, expect: 'id' }, options);
  }

  /**
   * What was sent to a webhook or waits for it, newest change first.
   *
   * @throws SunlitError `not-found`, `invalid-cursor`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * for await (const { seq, state, status } of client.webhooks.deliveries('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF')) console.log(seq, state, status);
   * ```
   */
  deliveries(id: string, query: DeliveryQuery = {}, options: CallOptions = {}): PagedList<Delivery, DeliveryPage> {
    return cursorPaged(query, (page) => this.http.json({ path: path`v1/webhooks/${id}/deliveries`, query: page, expect: 'items' }, options));
  }

  /**
   * Sends a change again, under the same `webhook-id`.
   *
   * @throws SunlitError `not-found`, `not-possible`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * export async function sendFailedAgain(id: string) {
   *   for await (const { id: delivery, state } of client.webhooks.deliveries(id)) if (state === 'failed') await client.webhooks.resend(id, delivery);
   * }
   * ```
   */
  async resend(id: string, delivery: string, options: CallOptions = {}): Promise<Delivery> {
    return this.http.write({ method: 'POST', path: path`v1/webhooks/${id}/deliveries/${delivery}/resend`, expect: 'seq' }, options);
  }
}
