import type { NoticeSummary } from '@sunlit/client/notices';
import type { NoticeDesk } from '@sunlit/client/desk';
import { WATER } from '../frame/testing.ts';

export const ID = '01JQ8ZK4T5V6W7X8Y9Z0ABCDEF';

export const hearing: NoticeSummary = {
  id: ID, type: 'hearing', title: '关于举行农村供水价格听证会的公告', subject: '农村供水价格', agency: WATER, publishedOn: '2026-03-02', state: 'coming', from: '2026-03-31', to: '2026-03-31', left: { days: 20, workdays: 14 },
  opinions: { until: '2026-03-20', open: false, left: { days: 0, workdays: 0 } },
  seats: { until: '2026-03-20', presenters: 2, observers: 1, selection: { way: 'lot', source: '福彩3D第2026071期' }, open: false, left: { days: 0, workdays: 0 }, registered: { presenters: 3, observers: 1 } },
  summarised: false,
};

export const record = (changed: Partial<NoticeDesk['notice']> = {}, version = 2): NoticeDesk => ({
  notice: { ...hearing, objections: [], roles: [], ...changed },
  windows: { opinions: { until: '2026-03-20' }, seats: { until: '2026-03-20', presenters: 2, observers: 1, selection: { way: 'lot', source: '福彩3D第2026071期' } } },
  counts: { support: 1, object: 1, suggest: 0 }, version,
});

export const opinions = { items: [{ id: `${ID.slice(0, -1)}G`, stance: 'object', channel: 'web', at: '2026-03-09T02:00:00.000Z', words: '涨得太多', name: '甲某' }, { id: `${ID.slice(0, -1)}H`, stance: 'support', channel: 'kiosk', at: '2026-03-09T03:00:00.000Z' }] };

export const seats = { items: [{ id: `${ID.slice(0, -1)}J`, role: 'presenter', channel: 'web', at: '2026-03-09T02:00:00.000Z', name: '乙某', contact: '8800001', group: '用水户' }] };
