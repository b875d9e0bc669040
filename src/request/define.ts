import { define } from '../shared/define.ts';
import { SunlitRequest } from './element.ts';

export { SunlitRequest } from './element.ts';
define('sunlit-request', SunlitRequest);
