import { define } from '../../../../src/shared/define.ts';
import { DeskPublished } from './element.ts';
import { DeskRepeal } from './repeal.ts';
import { DeskWithdraw } from './withdraw.ts';

define('desk-published', DeskPublished);
define('desk-withdraw', DeskWithdraw);
define('desk-repeal', DeskRepeal);
