import type { DemoDisclosure } from '../types.ts';
import { agencyOf, archive, item, law, md, numbered, ogi, web } from './build.ts';

const FINANCE = 'qingchuan-finance';

/** A table in its set form whose figures are not out yet: empty cells, never zeros. */
const skeleton = (caption: string, rows: string[], columns: [key: string, title: string][]) => ({
  caption,
  columns: [{ key: 'name', title: '项目', type: 'text' as const }, ...columns.map(([key, title]) => ({ key, title, type: 'money' as const, unit: '万元' }))],
  rows: rows.map((name) => ({ name, ...Object.fromEntries(columns.map(([key]) => [key, null])) })),
});

const budget = item('city-budget-2026', '2026-02-09', {
  agencyId: FINANCE, categoryId: 'A20_07', kind: 'budget',
  title: '清川市2026年市级预算公开表（格式）',
  summary: '市级预算公开表的格式已发布，数字待批准后填列；未公布的数字以空值列示。',
  formedOn: '2026-02-02',
  body: md('预算、预算调整、决算经批准后二十日内向社会公开。本表先公布格式和科目说明，便于公众对照阅读。', '数字未公布之前，表格留空，不以上年数、估计数代替。'),
  basis: [law('《中华人民共和国预算法》', '第十四条')],
  openTerm: { term: 'periodic', every: 'year' },
  channels: [web('2026-02-09')],
  note: '数字待批准和公布。',
  fields: { type: 'budget', fiscalYear: 2026, tables: [skeleton('一般公共预算收支', ['税收收入', '非税收入', '一般公共服务支出', '教育支出', '科学技术支出', '社会保障和就业支出', '卫生健康支出', '节能环保支出', '城乡社区支出'], [['planned', '预算数'], ['previous', '上年执行数']])] },
});

const accounts = item('city-accounts-format', '2026-09-14', {
  agencyId: FINANCE, categoryId: 'A20_07', kind: 'budget',
  title: '清川市2025年市级决算公开表（格式）',
  summary: '列明决算公开的科目和预算对照口径，数字待批准后填列。',
  formedOn: '2026-09-07',
  body: md('决算经批准后二十日内公开，与预算逐科目对照，差异较大的附说明。', '本页先公布对照表的格式和口径。数字未公布之前留空，不以预算数代替决算数。'),
  basis: [law('《中华人民共和国预算法》', '第十四条')],
  openTerm: { term: 'periodic', every: 'year' },
  channels: [web('2026-09-14')],
  note: '数字待批准和公布。',
  fields: { type: 'accounts', fiscalYear: 2025, tables: [skeleton('收支决算与预算对照', ['收入合计', '支出合计', '结转下年'], [['planned', '预算数'], ['actual', '决算数']])] },
});

const threePublic = (id: string, key: string, on: string): DemoDisclosure =>
  item(key, on, {
    agencyId: id, categoryId: 'A20_07', kind: 'budget',
    title: `${agencyOf(id).shortName}2026年“三公”经费预算公开表（格式）`,
    summary: `${agencyOf(id).shortName}因公出国（境）费、公务用车购置和运行费、公务接待费的公开格式，数字待批复。`,
    formedOn: on,
    body: md(`“三公消费”是公众普遍关注的行政管理成本。本表公布${agencyOf(id).shortName}“三公”经费的公开口径，数字待财政部门批复后二十日内填列。`, '上年数、本年数均空白的，表示尚未公布，不表示为零。'),
    basis: [law('《中华人民共和国预算法》', '第十四条')],
    openTerm: { term: 'periodic', every: 'year' },
    channels: [web(on)],
    note: '数字待财政部门批复。',
    fields: { type: 'three-public', fiscalYear: 2026, tables: [skeleton('“三公”经费', ['因公出国（境）费', '公务用车购置费', '公务用车运行维护费', '公务接待费', '合计'], [['previous', '2025年预算数'], ['planned', '2026年预算数']])] },
  });

const spending = item('city-spending-rules', '2011-09-26', {
  agencyId: FINANCE, categoryId: 'A20_07', kind: 'institution',
  title: '“三公”经费公开口径和阅读说明',
  summary: '说明三项经费的含义、公开时间、与预算决算的关系，以及没有公布时怎样查询。',
  formedOn: '2011-09-13',
  body: md('## 含义', numbered('因公出国（境）费：因公出国（境）的旅费、住宿费等', '公务用车购置和运行维护费：购置公务用车及其燃料、维修等费用', '公务接待费：按照规定开支的各类公务接待费用'), '## 公开时间', '随部门预算、决算公开。', '## 没有公布怎么办', '可以点题，也可以申请公开。答复不得以“内部掌握”为由拒绝。'),
  basis: [{ title: '群众最关心的信息专题', key: 'city-collection-cost' }],
  channels: [web('2011-09-26')],
  fields: { type: 'guide', appliesTo: '社会公众', contacts: [], riskPoints: [] },
});

const feeList = item('city-fee-catalogue', '2014-04-14', {
  agencyId: FINANCE, categoryId: 'A20_08', kind: 'institution',
  title: '行政事业性收费目录公开办法',
  summary: '收费项目、依据、标准、对象、执收单位一表公开，目录之外的收费可以拒绝并投诉。',
  formedOn: '2014-04-01',
  body: md('目录应当列明：', '| 栏目 | 要求 |\n|---|---|\n| 项目名称 | 与批准文件一致 |\n| 执收单位 | 具体到收费窗口 |\n| 收费对象 | 明确 |\n| 收费标准 | 数额或者计算方法 |\n| 收费依据 | 批准文件的名称和文号 |', '没有列入目录的收费，公民、法人和其他组织有权拒绝并向市财政局投诉。收费场所设置收费公示栏，公布同一内容。'),
  basis: [ogi('第二十条第八项')],
  channels: [web('2014-04-14'), { carrier: 'leaflet', on: '2014-04-14', place: '各收费窗口收费表' }, archive('2014-04-15')],
  fields: { type: 'system', appliesTo: '市级执收单位', contacts: [], riskPoints: [{ post: '收费窗口', before: '目录公示', during: '票据管理', after: '投诉核查，违规收费退还' }] },
}, { attachments: [{ name: '收费公示栏格式.csv', mediaType: 'text/csv', text: '项目名称,执收单位,收费对象,收费标准,收费依据,投诉电话\n' }] });

const procurement = item('city-procurement-rules', '2014-06-09', {
  agencyId: FINANCE, categoryId: 'A20_09', kind: 'institution',
  title: '政府采购信息公开工作规则',
  summary: '公开采购公告、中标成交结果、采购合同等信息，明确公开主体和时限。',
  formedOn: '2014-05-26',
  body: md('公开内容：采购项目公告、采购文件、采购预算金额、采购结果、采购合同和监督处罚信息。', '采购结果公告中列明中标、成交供应商名称、主要标的、单价或者总价；依法不予公开的商业秘密除外。', '采购合同自签订之日起按规定期限公开。'),
  basis: [law('《中华人民共和国政府采购法》'), ogi('第二十条第九项')],
  channels: [web('2014-06-09')],
  fields: { type: 'system', appliesTo: '市级采购人、采购代理机构', contacts: [], riskPoints: [{ post: '评审专家抽取', before: '专家库公开抽取规则', during: '评审全程录像', after: '结果公开和投诉处理' }] },
});

export const finances: DemoDisclosure[] = [
  budget, accounts, spending, feeList, procurement,
  threePublic('qingchuan-finance', 'city-three-public-finance', '2026-02-24'), threePublic('qingchuan-economy', 'city-three-public-economy', '2026-02-25'), threePublic('qingchuan-statistics', 'city-three-public-statistics', '2026-02-25'),
  threePublic('qingchuan-foreign-trade', 'city-three-public-foreign-trade', '2026-02-24'), threePublic('qingchuan-public-utilities', 'city-three-public-utilities', '2026-02-24'),
];
