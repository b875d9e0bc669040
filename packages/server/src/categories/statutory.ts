import type { StatutoryCategory } from '@sunlit/contract';

/** What Reg. 20 (政府信息公开条例 第二十条) lists, item by item, shortened to headings. */
export const STATUTORY_NAMES: Readonly<Record<StatutoryCategory, string>> = {
  A20_01: '行政法规、规章和规范性文件',
  A20_02: '机关职能、机构设置和联系方式',
  A20_03: '规划及相关政策',
  A20_04: '统计信息',
  A20_05: '行政许可和其他对外管理服务事项',
  A20_06: '行政处罚、行政强制',
  A20_07: '财政预算、决算',
  A20_08: '行政事业性收费',
  A20_09: '政府集中采购',
  A20_10: '重大建设项目',
  A20_11: '扶贫、教育、医疗、社会保障、促进就业',
  A20_12: '突发公共事件应急',
  A20_13: '监督检查',
  A20_14: '公务员招考',
  A20_15: '其他应当主动公开的信息',
};
