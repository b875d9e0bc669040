/** The words of the open tables: their titles, and what each field means. */
export const zhCn = {
  package: '{{agency}}政务公开统计数据（{{year}}年）',
  everything: '全部机关',
  table: {
    agencies: { title: '各机关概况', description: '所选机关的每个直接下级连同其全部下级；没有下级的，为该机关自身。' },
    disclosures: { title: '主动公开', description: '当年公开的件数，按分类、种类、层级、载体、月份各分一次；同一件信息可以有多个载体。' },
    timeliness: { title: '公开及时率', description: '法律规定了公开期限的件数，其中按期公开的件数。' },
    freshness: { title: '栏目更新', description: '所选机关及其全部下级的栏目，按国办秘函〔2019〕19号核对，截至查询之日。' },
    proactive: { title: '主动公开政府信息情况（年报第二部分）', description: '仅限已办结年报数据的机关。' },
    requests: { title: '收到和处理政府信息公开申请情况（年报第三部分）', description: '仅限已办结年报数据的机关。' },
    disputes: { title: '行政复议、行政诉讼情况（年报第四部分）', description: '仅限已办结年报数据的机关，按公布的数字。' },
    topics: { title: '点题公开', description: '按题目提交之日计入当年。' },
    ratings: { title: '评价', description: '当年的评价，按等级。' },
  },
  few: '1 至 4 件，或者为避免由此推算而不公布的，写作 few。',
  field: {
    agencyId: '机关标识', agency: '机关名称', level: '层级', year: '年度', dimension: '分组方式', key: '组', name: '组的名称', n: '件数', kind: '种类', inTime: '按期', of: '总数',
    agencies: '机关数', publishing: '有公开信息的机关数', published: '当年公开件数', inAll: '现有公开件数', timed: '有公开期限的件数', requestsReceived: '收到申请', requestsEnded: '办结申请', requestsInTime: '按期办结申请', late: '现逾期件数',
    categoryId: '栏目标识', category: '栏目', state: '状态', lastOn: '最近更新日期', days: '距今天数', limit: '更新期限（天）', item: '事项', line: '行', column: '列', dispute: '类别', result: '结果',
    asked: '提交题目', open: '待办', answered: '已答复', declined: '不予答复', merged: '已合并', returned: '已退回', claims: '应认领', claimedInTime: '按期认领', answers: '应答复', answeredInTime: '按期答复',
    overdue: '逾期', reopened: '重新打开', deflections: '已有内容即解决', ratings: '评价数', rating: '评价等级',
  },
};

export type FigureStrings = typeof zhCn;
