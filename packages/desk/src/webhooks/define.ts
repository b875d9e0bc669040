import { define } from '../../../../src/shared/define.ts';
import { DeskAgencyChoice } from '../admin/agency-choice.ts';
import { DeskDeliveries } from './deliveries.ts';
import { DeskWebhooks } from './element.ts';
import { DeskNewWebhook } from './new.ts';
import { DeskWebhookSecret } from './secret.ts';
import { DeskWebhook } from './webhook.ts';

define('desk-agency-choice', DeskAgencyChoice);
define('desk-deliveries', DeskDeliveries);
define('desk-webhook', DeskWebhook);
define('desk-new-webhook', DeskNewWebhook);
define('desk-webhook-secret', DeskWebhookSecret);
define('desk-webhooks', DeskWebhooks);
