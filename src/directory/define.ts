import { SunlitSearch } from '../search/element.ts';
import { define } from '../shared/define.ts';
import { SunlitDirectory } from './element.ts';

export { SunlitDirectory } from './element.ts';
define('sunlit-search', SunlitSearch);
define('sunlit-directory', SunlitDirectory);
