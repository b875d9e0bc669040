import { Type, type Static } from 'typebox';
import { CHANGE_TYPES } from './changes.ts';
import { operation } from './operation.ts';
import { AgencyId, Moment, Text, Ulid, closed, paging } from './schema.ts';

/**
 * Why a delivery did not arrive: the receiver answered another status than 2xx, or a redirect, which is not followed; it did
 * not answer in 10 seconds, or not at all; its address is one that no webhook may reach; or it answered that it is gone.
 */
export const WEBHOOK_REASONS = ['refused', 'redirected', 'too-slow', 'unreachable', 'forbidden-address', 'gone'] as const;
export type WebhookReason = (typeof WEBHOOK_REASONS)[number];

const reason = (description: string) => Type.Optional(Type.Enum(WEBHOOK_REASONS, { description }));
const Events = Type.Array(Type.Enum(CHANGE_TYPES), { minItems: 1, maxItems: CHANGE_TYPES.length, uniqueItems: true });

/** Where the public changes of an agency and all below it are sent, signed by Standard Webhooks. */
export const Webhook = closed(
  {
    id: Ulid,
    agencyId: AgencyId,
    url: Type.String({ maxLength: 2000 }),
    events: Events,
    state: Type.Enum(['on', 'off', 'disabled'], { description: '`disabled`: by the server, after repeated failure; nothing is lost, turning it on goes on where it stopped.' }),
    reason: reason('Why the last attempt failed; with `disabled`, why it was disabled.'),
    failures: Type.Integer({ minimum: 0, description: 'Failed attempts one after the other, up to now. With any, `nextAt` is when it is tried again.' }),
    nextAt: Type.Optional(Moment),
    createdAt: Moment,
  },
  { title: 'Webhook' },
);
export type Webhook = Static<typeof Webhook>;

/** One change on its way to one webhook. `id` is the `webhook-id` that the receiver sees, at every attempt. */
export const Delivery = closed(
  {
    id: Type.String({ pattern: '^msg_[0-7][0-9A-HJKMNP-TV-Z]{25}$' }),
    seq: Type.Integer({ minimum: 1, description: 'Of the change.' }),
    type: Type.Enum(CHANGE_TYPES),
    state: Type.Enum(['waiting', 'delivered', 'failed'], { description: '`failed`: given up after repeated attempts; it can be sent again.' }),
    attempts: Type.Integer({ minimum: 0 }),
    status: Type.Optional(Type.Integer({ description: 'HTTP status of the last answer.' })),
    reason: reason('Why the last attempt failed.'),
    createdAt: Moment,
    triedAt: Type.Optional(Moment),
    milliseconds: Type.Optional(Type.Integer({ minimum: 0, description: 'How long the last attempt took.' })),
  },
  { title: 'Delivery' },
);
export type Delivery = Static<typeof Delivery>;

const access = { permission: 'webhooks.write', of: 'webhook' } as const;
const params = closed({ id: Ulid });

export const listWebhooks = operation({
  id: 'webhooks.list',
  method: 'GET',
  path: '/v1/webhooks',
  summary: 'Webhooks of the caller’s agencies',
  access: { permission: 'webhooks.write', of: 'any' },
  responses: { 200: closed({ items: Type.Array(Webhook) }, { title: 'WebhookList' }) },
});

export const createWebhook = operation({
  id: 'webhooks.create',
  method: 'POST',
  path: '/v1/webhooks',
  summary: 'Send public changes to an address from now on; the secret that signs them is answered once',
  access: { permission: 'webhooks.write', of: 'body' },
  creates: true,
  body: closed({ agencyId: AgencyId, url: Text(2000, 1), events: Events }, { title: 'NewWebhook' }),
  responses: { 200: closed({ webhook: Webhook, secret: Type.String() }, { title: 'WebhookSecret' }) },
});

export const updateWebhook = operation({
  id: 'webhooks.update',
  method: 'PUT',
  path: '/v1/webhooks/{id}',
  summary: 'Turn a webhook off, or on again; it goes on where it stopped',
  access,
  params,
  body: closed({ state: Type.Enum(['on', 'off']) }, { title: 'WebhookState' }),
  responses: { 200: Webhook },
});

export const deleteWebhook = operation({
  id: 'webhooks.delete',
  method: 'DELETE',
  path: '/v1/webhooks/{id}',
  summary: 'End a webhook and forget what it delivered',
  access,
  params,
  responses: { 200: closed({ id: Ulid }, { title: 'WebhookDeleted' }) },
});

export const listDeliveries = operation({
  id: 'webhooks.deliveries',
  method: 'GET',
  path: '/v1/webhooks/{id}/deliveries',
  summary: 'What was sent to a webhook or waits for it, newest change first; delivered ones for 30 days',
  access,
  params,
  query: closed({ ...paging }),
  responses: { 200: closed({ items: Type.Array(Delivery), next: Type.Optional(Type.String()) }, { title: 'DeliveryPage' }) },
});

export const resendDelivery = operation({
  id: 'webhooks.resend',
  method: 'POST',
  path: '/v1/webhooks/{id}/deliveries/{delivery}/resend',
  summary: 'Send a change again, under the same `webhook-id`',
  access,
  params: closed({ id: Ulid, delivery: Delivery.properties.id }),
  responses: { 200: Delivery },
});
