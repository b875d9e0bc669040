import { define } from '../shared/define.ts';
import { SunlitNotices } from './element.ts';

export { SunlitNotices } from './element.ts';
define('sunlit-notices', SunlitNotices);
