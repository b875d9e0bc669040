import { define } from '../shared/define.ts';
import { SunlitRating } from './element.ts';

export { SunlitRating } from './element.ts';
define('sunlit-rating', SunlitRating);
