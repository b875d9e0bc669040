import { define } from '../../../../src/shared/define.ts';
import { DeskWaitingCases } from './waiting.ts';

define('desk-waiting-cases', DeskWaitingCases);
