import { define } from '../../../../src/shared/define.ts';
import { DeskImports } from './element.ts';

define('desk-imports', DeskImports);
