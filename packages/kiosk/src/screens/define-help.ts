import { define } from '../../../../src/shared/define.ts';
import { KioskHelp } from './help.ts';

define('kiosk-help', KioskHelp);
