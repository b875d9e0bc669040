import type { FigureStrings } from './zh-CN.ts';

export const zhHant: FigureStrings = {
  package: '{{agency}}政務公開統計數據（{{year}}年）',
  everything: '全部機關',
  table: {
    agencies: { title: '各機關概況', description: '所選機關的每個直接下級連同其全部下級；沒有下級的，為該機關自身。' },
    disclosures: { title: '主動公開', description: '當年公開的件數，按分類、種類、層級、載體、月份各分一次；同一件信息可以有多個載體。' },
    timeliness: { title: '公開及時率', description: '法律規定了公開期限的件數，其中按期公開的件數。' },
    freshness: { title: '欄目更新', description: '所選機關及其全部下級的欄目，按國辦秘函〔2019〕19號核對，截至查詢之日。' },
    proactive: { title: '主動公開政府信息情況（年報第二部分）', description: '僅限已辦結年報數據的機關。' },
    requests: { title: '收到和處理政府信息公開申請情況（年報第三部分）', description: '僅限已辦結年報數據的機關。' },
    disputes: { title: '行政複議、行政訴訟情況（年報第四部分）', description: '僅限已辦結年報數據的機關，按公佈的數字。' },
    topics: { title: '點題公開', description: '按題目提交之日計入當年。' },
    ratings: { title: '評價', description: '當年的評價，按等級。' },
  },
  few: '1 至 4 件，或者為避免由此推算而不公佈的，寫作 few。',
  field: {
    agencyId: '機關標識', agency: '機關名稱', level: '層級', year: '年度', dimension: '分組方式', key: '組', name: '組的名稱', n: '件數', kind: '種類', inTime: '按期', of: '總數',
    agencies: '機關數', publishing: '有公開信息的機關數', published: '當年公開件數', inAll: '現有公開件數', timed: '有公開期限的件數', requestsReceived: '收到申請', requestsEnded: '辦結申請', requestsInTime: '按期辦結申請', late: '現逾期件數',
    categoryId: '欄目標識', category: '欄目', state: '狀態', lastOn: '最近更新日期', days: '距今天數', limit: '更新期限（天）', item: '事項', line: '行', column: '列', dispute: '類別', result: '結果',
    asked: '提交題目', open: '待辦', answered: '已答覆', declined: '不予答覆', merged: '已合併', returned: '已退回', claims: '應認領', claimedInTime: '按期認領', answers: '應答覆', answeredInTime: '按期答覆',
    overdue: '逾期', reopened: '重新打開', deflections: '已有內容即解決', ratings: '評價數', rating: '評價等級',
  },
};
