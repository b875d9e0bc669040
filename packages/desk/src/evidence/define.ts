import { define } from '../../../../src/shared/define.ts';
import { DeskEvidence } from './element.ts';
import { DeskNewProof } from './new.ts';

define('desk-new-proof', DeskNewProof);
define('desk-evidence', DeskEvidence);
