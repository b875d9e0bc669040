import { define } from '../shared/define.ts';
import { SunlitSearch } from './element.ts';

export { SunlitSearch } from './element.ts';
define('sunlit-search', SunlitSearch);
