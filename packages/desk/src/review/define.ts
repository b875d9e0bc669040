import { define } from '../../../../src/shared/define.ts';
import { DeskReview } from './element.ts';

export { DeskReview } from './element.ts';
define('desk-review', DeskReview);

declare global {
  interface HTMLElementTagNameMap {
    'desk-review': DeskReview;
  }
}
