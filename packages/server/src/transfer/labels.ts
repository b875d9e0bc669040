import type { DisclosureKind } from '@sunlit/contract';

/*
 * How the columns of other systems are called, and what stands in them for the values of the contract. The first name of a
 * property is the one our own exports and messages use. The words are those of the widgets.
 */

/** Names of what every disclosure has, by path. */
export const COMMON_LABELS: Readonly<Record<string, readonly string[]>> = {
  sourceId: ['来源编号', '来源系统编号', '原系统编号', '原编号', '信息编号', '文章编号', '信息ID', '文章ID', 'ID'],
  publishedOn: ['公开日期', '公开时间', '发布日期', '发布时间', '公布日期'],
  indexNo: ['索引号', '信息索引号'],
  title: ['标题', '名称', '信息名称', '文件名称', '公文标题', '信息标题'],
  summary: ['内容概述', '摘要', '概述', '简介'],
  body: ['正文', '内容', '全文', '信息内容', '正文内容'],
  categoryId: ['主题分类', '分类', '信息分类', '类别', '栏目', '公开类别'],
  docNo: ['发文字号', '文号'],
  formedOn: ['成文日期', '生成日期', '发文日期', '印发日期', '成文时间'],
  effectiveOn: ['施行日期', '生效日期', '实施日期'],
  note: ['备注', '说明'],
  basis: ['公开依据', '依据'],
  channels: ['公开渠道'],
  openTerm: ['公开期限', '公开时限'],
  'openTerm.term': ['公开期限类型'],
  'openTerm.every': ['公开周期'],
  'openTerm.nextOn': ['下次公开'],
  'openTerm.until': ['公开至'],
};

/** Names of the properties of `fields`; `kind.property` where one kind calls it otherwise. */
export const FIELD_LABELS: Readonly<Record<string, readonly string[]>> = {
  genre: ['体裁', '文种'], issuers: ['发布机关', '发文机关', '制发机关'], registrationNo: ['登记号', '统一登记号'], validUntil: ['有效期至', '有效期'],
  items: ['事项'], actType: ['行政行为类别', '职权类别'], audience: ['办理对象', '服务对象'], basis: ['依据', '法律依据', '设定依据'], conditions: ['条件', '办理条件'],
  materials: ['材料', '申请材料'], flow: ['办理流程'], statutoryDays: ['法定时限（工作日）', '法定时限', '法定办结时限'], pledgedDays: ['承诺时限（工作日）', '承诺时限', '承诺办结时限'],
  fees: ['收费', '收费标准'], windows: ['办理窗口', '办理地点'], result: ['结果', '办理结果'], subject: ['主题', '公示事项', '议题'], from: ['起始日期', '公示开始日期'],
  to: ['截止日期', '公示截止日期'], objections: ['异议渠道'], entries: ['名单'], outcome: ['结果', '公示结果'], act: ['决定类别'],
  decisionNo: ['决定文书号', '行政决定文书号', '处罚决定书文号', '许可决定文书号', 'CF_WSH', 'XK_WSH'], party: ['当事人', '行政相对人', '行政相对人名称', 'CF_XDR_MC', 'XK_XDR_MC'],
  creditCode: ['统一社会信用代码', 'CF_XDR_SHXYM', 'XK_XDR_SHXYM'], decidedOn: ['决定日期', '处罚决定日期', '许可决定日期', 'CF_JDRQ', 'XK_JDRQ'],
  authority: ['决定机关', '处罚机关', '许可机关', 'CF_XZJG', 'XK_XZJG'], status: ['状态', '当前状态', 'CF_ZT', 'XK_ZT'], content: ['许可内容'],
  validFrom: ['有效期自'], validTo: ['有效期至'], cause: ['事实和理由', '处罚事由', '违法事实', 'CF_SY'], category: ['处罚类别', 'CF_CFLB1'], demand: ['整改要求'],
  dueOn: ['完成期限', '整改期限'], fiscalYear: ['年度', '预算年度'], approvedOn: ['批准日期'], approvedBy: ['批准机关'], tables: ['表格'], period: ['时期', '统计时期'], checks: ['核对'],
  peers: ['同类比较'], no: ['编号'], lead: ['责任单位', '牵头单位'], partners: ['参与单位'], amountWanYuan: ['金额（万元）', '金额'], stages: ['阶段'], posts: ['岗位'], heldOn: ['举行日期', '会议日期'],
  place: ['地点'], roles: ['参加人员'], selection: ['产生方式'], liveUrl: ['直播', '直播地址'], agenda: ['议程'], figures: ['数据'], appliesTo: ['适用范围'], contacts: ['联系方式'],
  riskPoints: ['风险点'], claim: ['传言', '不实信息'], fact: ['事实', '澄清内容'], evidence: ['证据', '澄清依据'], type: ['类别', '类型'],
  'decision.basis': ['依据', '处罚依据', '许可依据', 'CF_YJ'], 'decision.result': ['处罚结果', 'CF_JG'], 'project.no': ['项目编号'],
};

/** What stands for a value: by property, or `kind.property`. */
export const VALUE_LABELS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  term: { 'long-term': '长期公开', periodic: '定期公开', staged: '分阶段公开', temporary: '临时公开' },
  every: { month: '每月', quarter: '每季度', 'half-year': '每半年', year: '每年' },
  genre: { rules: '规章', 'normative-document': '规范性文件', order: '命令', resolution: '决议', notice: '通知', plan: '方案' },
  actType: {
    licence: '行政许可', penalty: '行政处罚', coercion: '行政强制', levy: '行政征收', payment: '行政给付', inspection: '行政检查', confirmation: '行政确认', reward: '行政奖励',
    adjudication: '行政裁决', procurement: '政府采购', contract: '行政合同', guidance: '行政指导', relief: '行政救济', other: '其他',
  },
  audience: { person: '个人', organisation: '法人和其他组织', both: '个人、法人和其他组织' },
  form: { original: '原件', copy: '复印件', either: '原件或复印件', electronic: '电子件' },
  act: { licence: '行政许可决定', penalty: '行政处罚决定', correction: '责令整改通知' },
  status: { valid: '有效', changed: '已变更', revoked: '已撤销', performed: '已履行' },
  'budget.type': { budget: '预算', accounts: '决算', 'three-public': '“三公”经费', spending: '专项支出' },
  'project.type': { project: '工程项目', case: '案件', approval: '审批事项' },
  'personnel.type': { appointment: '任免', recruitment: '招考', training: '培训', roster: '岗位名录' },
  'meeting.type': { hearing: '听证会', meeting: '会议', reception: '接待日', review: '评议' },
  'report.type': { work: '工作报告', annual: '年度报告', 'rule-of-law': '法治政府建设报告', inspection: '检查报告' },
  'institution.type': { guide: '公开指南', system: '制度', duties: '机构职能' },
};

export function fieldLabels(kind: DisclosureKind, property: string): readonly string[] {
  return FIELD_LABELS[`${kind}.${property}`] ?? FIELD_LABELS[property] ?? [];
}

/** How people call a value of a property, if it has a name of its own. */
export function valueLabel(kind: DisclosureKind, property: string, value: string): string | undefined {
  return (VALUE_LABELS[`${kind}.${property}`] ?? VALUE_LABELS[property])?.[value];
}
