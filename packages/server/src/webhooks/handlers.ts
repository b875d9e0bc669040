import type { Database } from '../database/database.ts';
import type { HandlersOf } from '../handlers.ts';
import type { Destinations } from './address.ts';
import type { Seal } from './seal.ts';
import { createWebhook, deleteWebhook, listDeliveries, listWebhooks, resendDelivery, turnWebhook } from './webhooks.ts';

type WebhookOperation = 'webhooks.list' | 'webhooks.create' | 'webhooks.update' | 'webhooks.delete' | 'webhooks.deliveries' | 'webhooks.resend';

export interface WebhookTools {
  readonly seal: Seal;
  readonly destinations: Destinations;
}

export function webhookHandlers(database: Database, tools: WebhookTools): HandlersOf<WebhookOperation> {
  return {
    'webhooks.list': ({ actor }) => listWebhooks(database, actor),
    'webhooks.create': ({ body, actor, key }) => createWebhook(database, body, { actor, key, ...tools }),
    'webhooks.update': ({ params, body }) => turnWebhook(database, params.id, body.state),
    'webhooks.delete': ({ params }) => deleteWebhook(database, params.id),
    'webhooks.deliveries': ({ params, query }) => listDeliveries(database, params.id, query),
    'webhooks.resend': ({ params }) => resendDelivery(database, params.id, params.delivery),
  };
}
