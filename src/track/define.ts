import { define } from '../shared/define.ts';
import { SunlitTrack } from './element.ts';

export { SunlitTrack } from './element.ts';
define('sunlit-track', SunlitTrack);
