import { define } from '../shared/define.ts';
import { SunlitFeedback } from './element.ts';

export { SunlitFeedback } from './element.ts';
define('sunlit-feedback', SunlitFeedback);
