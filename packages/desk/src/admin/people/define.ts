import { define } from '../../../../../src/shared/define.ts';
import { DeskAgencyChoice } from '../agency-choice.ts';
import { DeskPeople } from './element.ts';
import { DeskNewPerson } from './new.ts';
import { DeskPerson } from './person.ts';

define('desk-agency-choice', DeskAgencyChoice);
define('desk-new-person', DeskNewPerson);
define('desk-person', DeskPerson);
define('desk-people', DeskPeople);
