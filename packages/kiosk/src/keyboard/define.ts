import { define } from '../../../../src/shared/define.ts';
import { SunlitKeyboard } from './element.ts';

define('sunlit-keyboard', SunlitKeyboard);
