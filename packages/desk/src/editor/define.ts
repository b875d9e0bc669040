import { define } from '../../../../src/shared/define.ts';
import { DeskEditor } from './element.ts';

export { DeskEditor } from './element.ts';
export { forgetLocalCopies } from './local-copy.ts';
define('desk-editor', DeskEditor);

declare global {
  interface HTMLElementTagNameMap {
    'desk-editor': DeskEditor;
  }
}
