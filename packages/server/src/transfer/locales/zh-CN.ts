/** The words of an exported catalogue. */
export const zhCn = {
  column: {
    id: '标识', indexNo: '索引号', title: '名称', kind: '类型', agency: '公开机关', agencyId: '机关编号', category: '主题分类', categoryId: '分类编号', docNo: '发文字号', formedOn: '生成日期',
    effectiveOn: '施行日期', publishedOn: '公开日期', repealedOn: '废止日期', validity: '有效性', openTerm: '公开期限', summary: '内容概述', revision: '版次', updatedAt: '更新时间',
  },
  kind: {
    normative: '规章和规范性文件', power: '权力清单', service: '办事指南', notice: '公示公告', decision: '行政决定', plan: '规划计划', budget: '预算决算', statistics: '统计数据',
    project: '项目和事项进展', personnel: '人事信息', meeting: '听证和会议', report: '工作报告', institution: '机构和制度', clarification: '澄清说明',
  },
  validity: { 'in-force': '有效', amended: '已修改', expired: '失效', repealed: '废止' },
  term: { 'long-term': '长期公开', periodic: '定期公开', staged: '分阶段公开', temporary: '临时公开' },
};

export type TransferStrings = typeof zhCn;
