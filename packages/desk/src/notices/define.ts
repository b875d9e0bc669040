import { define } from '../../../../src/shared/define.ts';
import { DeskNotices } from './list.ts';
import { DeskNotice } from './notice.ts';
import { DeskOpinionSummary } from './summary.ts';
import { DeskNoticeWindows } from './windows.ts';

define('desk-notice-windows', DeskNoticeWindows);
define('desk-opinion-summary', DeskOpinionSummary);
define('desk-notice', DeskNotice);
define('desk-notices', DeskNotices);
