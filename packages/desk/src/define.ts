import { define } from '../../../src/shared/define.ts';
import { DeskPassword } from './frame/password.ts';
import { SunlitDesk } from './frame/shell.ts';
import { DeskSignIn } from './frame/sign-in.ts';

define('desk-sign-in', DeskSignIn);
define('desk-password', DeskPassword);
define('sunlit-desk', SunlitDesk);
