import { define } from '../shared/define.ts';
import { SunlitStats } from './element.ts';

export { SunlitStats } from './element.ts';
define('sunlit-stats', SunlitStats);
