import { AdminElement } from '../admin/page.ts';
import { webhookStrings, type WebhookKey } from './strings/index.ts';

/** What the page of webhooks and its parts are. */
export abstract class WebhookElement extends AdminElement<WebhookKey> {
  protected override readonly strings = webhookStrings;
}
