import { define } from '../../../../src/shared/define.ts';
import { KioskAttract } from './element.ts';

define('kiosk-attract', KioskAttract);
