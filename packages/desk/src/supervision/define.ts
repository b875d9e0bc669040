import { define } from '../../../../src/shared/define.ts';
import { DeskAgencyChoice } from '../admin/agency-choice.ts';
import { DeskBreaches } from './breaches.ts';
import { DeskSupervision } from './element.ts';
import { DeskLate } from './late.ts';
import { DeskAssessment } from './sheet.ts';

define('desk-agency-choice', DeskAgencyChoice);
define('desk-late', DeskLate);
define('desk-assessment', DeskAssessment);
define('desk-breaches', DeskBreaches);
define('desk-supervision', DeskSupervision);
