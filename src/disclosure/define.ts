import { define } from '../shared/define.ts';
import { SunlitDisclosure } from './element.ts';

export { SunlitDisclosure } from './element.ts';
define('sunlit-disclosure', SunlitDisclosure);

declare global {
  interface HTMLElementTagNameMap {
    'sunlit-disclosure': SunlitDisclosure;
  }
}
