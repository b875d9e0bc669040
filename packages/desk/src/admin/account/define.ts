import { define } from '../../../../../src/shared/define.ts';
import { DeskAgencyChoice } from '../agency-choice.ts';
import { DeskAccount } from './element.ts';
import { DeskOwnPassword } from './password.ts';
import { DeskPasskeys } from './passkeys.ts';
import { DeskTokens } from './tokens.ts';
import { DeskTwoFactor } from './two-factor.ts';

define('desk-agency-choice', DeskAgencyChoice);
define('desk-own-password', DeskOwnPassword);
define('desk-two-factor', DeskTwoFactor);
define('desk-passkeys', DeskPasskeys);
define('desk-tokens', DeskTokens);
define('desk-account', DeskAccount);
