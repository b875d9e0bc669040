import { define } from '../../../../src/shared/define.ts';
import { DeskDrafts } from './element.ts';
import { DeskNewDraft } from './new.ts';
import { DeskTogether } from './together.ts';

define('desk-drafts', DeskDrafts);
define('desk-new-draft', DeskNewDraft);
define('desk-together', DeskTogether);
