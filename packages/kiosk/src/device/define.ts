import { define } from '../../../../src/shared/define.ts';
import { KioskEnrol } from './element.ts';

define('kiosk-enrol', KioskEnrol);
