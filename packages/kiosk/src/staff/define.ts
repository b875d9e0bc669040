import { define } from '../../../../src/shared/define.ts';
import { KioskStaff } from './element.ts';

define('kiosk-staff', KioskStaff);
