import { define } from '../../../../src/shared/define.ts';
import '../../../../src/notices/define.ts';
import '../../../../src/stats/define.ts';
import '../../../../src/topics/define.ts';
import { KioskWall } from './element.ts';

define('kiosk-wall', KioskWall);
