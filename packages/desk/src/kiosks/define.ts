import { define } from '../../../../src/shared/define.ts';
import { DeskAgencyChoice } from '../admin/agency-choice.ts';
import { DeskKioskChange } from './change.ts';
import { DeskKioskCode } from './code.ts';
import { DeskKiosks } from './element.ts';
import { DeskKiosk } from './kiosk.ts';
import { DeskNewKiosk } from './new.ts';
import { DeskKioskPin } from './pin.ts';

define('desk-agency-choice', DeskAgencyChoice);
define('desk-kiosk', DeskKiosk);
define('desk-kiosk-change', DeskKioskChange);
define('desk-kiosk-code', DeskKioskCode);
define('desk-kiosk-pin', DeskKioskPin);
define('desk-new-kiosk', DeskNewKiosk);
define('desk-kiosks', DeskKiosks);
