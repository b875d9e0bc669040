import { define } from '../../../src/shared/define.ts';
import { SunlitKiosk } from './shell/element.ts';

define('sunlit-kiosk', SunlitKiosk);
