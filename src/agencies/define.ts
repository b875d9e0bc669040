import { define } from '../shared/define.ts';
import { SunlitAgencies } from './element.ts';

export { SunlitAgencies } from './element.ts';
define('sunlit-agencies', SunlitAgencies);
