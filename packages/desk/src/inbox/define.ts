import { define } from '../../../../src/shared/define.ts';
import { DeskInbox } from './element.ts';

define('desk-inbox', DeskInbox);
