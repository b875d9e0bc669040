import type { TransferStrings } from './zh-CN.ts';

export const zhHant: TransferStrings = {
  column: {
    id: '標識', indexNo: '索引號', title: '名稱', kind: '類型', agency: '公開機關', agencyId: '機關編號', category: '主題分類', categoryId: '分類編號', docNo: '發文字號', formedOn: '生成日期',
    effectiveOn: '施行日期', publishedOn: '公開日期', repealedOn: '廢止日期', validity: '有效性', openTerm: '公開期限', summary: '內容概述', revision: '版次', updatedAt: '更新時間',
  },
  kind: {
    normative: '規章和規範性文件', power: '權力清單', service: '辦事指南', notice: '公示公告', decision: '行政決定', plan: '規劃計劃', budget: '預算決算', statistics: '統計數據',
    project: '項目和事項進展', personnel: '人事資訊', meeting: '聽證和會議', report: '工作報告', institution: '機構和制度', clarification: '澄清說明',
  },
  validity: { 'in-force': '有效', amended: '已修改', expired: '失效', repealed: '廢止' },
  term: { 'long-term': '長期公開', periodic: '定期公開', staged: '分階段公開', temporary: '臨時公開' },
};
