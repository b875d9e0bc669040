import { define } from '../../../../src/shared/define.ts';
import { KioskRate } from './rate.ts';

define('kiosk-rate', KioskRate);
