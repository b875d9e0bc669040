import { define } from '../../../../src/shared/define.ts';
import { DeskDrafts } from './element.ts';
import { DeskNewDraft } from './new.ts';

define('desk-drafts', DeskDrafts);
define('desk-new-draft', DeskNewDraft);
