import { define } from '../shared/define.ts';
import { SunlitTopics } from './element.ts';

export { SunlitTopics } from './element.ts';
define('sunlit-topics', SunlitTopics);
