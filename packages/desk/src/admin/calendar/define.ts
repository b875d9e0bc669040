import { define } from '../../../../../src/shared/define.ts';
import { DeskCalendar } from './element.ts';

define('desk-calendar', DeskCalendar);
