import type { Notice, NoticePage, NoticeSummary } from '@sunlit/client/notices';

const agency = { id: 'qinghe-water', name: '清河县水利局' };

export const notice: Notice = {
  id: '01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', type: 'notice', title: '关于河道采砂电子监控设备设置地点的公示', subject: '河道采砂电子监控设备设置地点', agency, publishedOn: '2026-03-02', state: 'open',
  from: '2026-03-02', to: '2026-03-13', left: { days: 5, workdays: 5 }, opinions: { until: '2026-03-13', open: true, left: { days: 5, workdays: 5 } }, summarised: false,
  objections: [{ way: '电话', contact: '000-8802 0110' }, { way: '来信', contact: '清河县滨河路6号' }], roles: [],
};

export const hearing: Notice = {
  id: '01JQ8ZK4T5V6W7X8Y9Z0ABCDEG', type: 'hearing', title: '关于举行农村供水价格调整听证会的公告', subject: '农村供水价格调整', agency, publishedOn: '2026-03-02', state: 'coming',
  from: '2026-03-31', to: '2026-03-31', left: { days: 23, workdays: 17 }, place: '清河县水利局一楼会议室', liveUrl: 'https://live.example.gov.cn/hearing',
  seats: { until: '2026-03-20', presenters: 10, observers: 3, selection: { way: 'lot', source: '福彩3D第2026071期开奖号码' }, open: true, left: { days: 12, workdays: 10 }, registered: { presenters: 4, observers: 1 } },
  summarised: false, objections: [], roles: [{ role: '听证陈述人', group: '用水户', count: 10 }, { role: '旁听人', count: 3 }], selection: '自愿报名，报名人数超过席位时抽签。',
};

/** The id that was chosen, and one that was not, by the seed below. */
export const registrations = { chosen: '01JQ8ZK4T5V6W7X8Y9Z0ABCDEH', other: '01JQ8ZK4T5V6W7X8Y9Z0ABCDEJ' } as const;

export const over: Notice = {
  ...hearing, id: '01JQ8ZK4T5V6W7X8Y9Z0ABCDEK', title: '关于举行城区供水价格调整听证会的公告', state: 'over', from: '2026-02-27', to: '2026-02-27', left: { days: 0, workdays: 0 },
  opinions: { until: '2026-02-20', open: false, left: { days: 0, workdays: 0 } },
  seats: { until: '2026-02-20', presenters: 1, observers: 0, selection: { way: 'lot', source: '福彩3D第2026049期开奖号码' }, open: false, left: { days: 0, workdays: 0 }, registered: { presenters: 2, observers: 0 } },
  summarised: true, outcome: '听证报告已报县人民政府。',
  summary: {
    words: '共收到意见十七条，逐条研究。', counts: { support: 9, object: 5, suggest: 3 }, on: '2026-03-05', revisedOn: '2026-03-06',
    points: [{ point: '一次涨得太多', n: 5, outcome: 'partly', reason: '改为分两年调整。' }, { point: '困难家庭免收', n: 3, outcome: 'taken', reason: '低保户每月免收八吨。' }, { point: '暂不调整', n: 4, outcome: 'not-taken', reason: '供水成本已连续三年高于价格，账目见附件。' }],
  },
};

/** What a list shows of a notice. */
export const summaryOf = ({ objections: _, roles: __, selection: ___, outcome: ____, summary: _____, ...shown }: Notice): NoticeSummary => shown;

export const pageOf = (...notices: Notice[]): NoticePage => ({ items: notices.map(summaryOf), total: { value: notices.length, relation: 'eq' } });
