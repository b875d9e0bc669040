import { define } from '../shared/define.ts';
import { SunlitProvider } from './element.ts';

export { SunlitProvider } from './element.ts';
define('sunlit-provider', SunlitProvider);
