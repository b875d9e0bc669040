import { define } from '../../../src/shared/define.ts';
// What everybody sees first comes in the same file.
import './screens/define-home.ts';
import { SunlitKiosk } from './shell/element.ts';

define('sunlit-kiosk', SunlitKiosk);
