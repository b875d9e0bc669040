import { define } from '../../../../src/shared/define.ts';
import { KioskExchange } from './exchange.ts';

define('kiosk-exchange', KioskExchange);
