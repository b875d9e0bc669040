import { define } from '../../../../src/shared/define.ts';
import { DeskDue } from './element.ts';

define('desk-due', DeskDue);
