import { define } from '../../../../../src/shared/define.ts';
import { DeskAgencyChoice } from '../agency-choice.ts';
import { DeskMoveAgency, DeskNewAgency } from './below.ts';
import { DeskCategories } from './categories.ts';
import { DeskAgencies } from './element.ts';
import { DeskAgencyForm } from './form.ts';

define('desk-agency-choice', DeskAgencyChoice);
define('desk-agency-form', DeskAgencyForm);
define('desk-new-agency', DeskNewAgency);
define('desk-move-agency', DeskMoveAgency);
define('desk-categories', DeskCategories);
define('desk-agencies', DeskAgencies);
