import { define } from '../../../../src/shared/define.ts';
import { KioskHome } from './home.ts';

define('kiosk-home', KioskHome);
