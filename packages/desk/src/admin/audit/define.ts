import { define } from '../../../../../src/shared/define.ts';
import { DeskAudit } from './element.ts';

define('desk-audit', DeskAudit);
