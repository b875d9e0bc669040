import type { ReportSection, ReportTemplate } from '@sunlit/contract';
import type { AnnualLine, DISPUTES, DISPUTE_RESULTS } from './annual.ts';
import type { AnnualColumn } from './outcomes.ts';

/* The words of the forms, as they are printed (国办公开办函〔2021〕30号). A report is a Chinese document whatever language its writer reads. */

export const LINE_NAMES: Readonly<Record<AnnualLine, string>> = {
  newReceived: '一、本年新收政府信息公开申请数量',
  carriedOver: '二、上年结转政府信息公开申请数量',
  granted: '三、本年度办理结果（一）予以公开',
  partial: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
  'denied.stateSecret': '（三）不予公开 1.属于国家秘密',
  'denied.lawForbidden': '2.其他法律行政法规禁止公开',
  'denied.safetyStability': '3.危及“三安全一稳定”',
  'denied.thirdPartyRights': '4.保护第三方合法权益',
  'denied.internalAffairs': '5.属于三类内部事务信息',
  'denied.processInfo': '6.属于四类过程性信息',
  'denied.enforcementFile': '7.属于行政执法案卷',
  'denied.specialQuery': '8.属于行政查询事项',
  'unable.notHeld': '（四）无法提供 1.本机关不掌握相关政府信息',
  'unable.needsCreation': '2.没有现成信息需要另行制作',
  'unable.stillUnclear': '3.补正后申请内容仍不明确',
  'notProcessed.petition': '（五）不予处理 1.信访举报投诉类申请',
  'notProcessed.repeat': '2.重复申请',
  'notProcessed.publication': '3.要求提供公开出版物',
  'notProcessed.excessive': '4.无正当理由大量反复申请',
  'notProcessed.reconfirm': '5.要求行政机关确认或重新出具已获取信息',
  'other.uncorrected': '（六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  'other.unpaid': '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  'other.other': '3.其他',
  total: '（七）总计',
  carriedForward: '四、结转下年度继续办理',
};

/** Of the two head rows of the form, one. */
export const COLUMN_NAMES: Readonly<Record<AnnualColumn | 'total', string>> = {
  naturalPerson: '自然人', business: '法人或其他组织：商业企业', research: '法人或其他组织：科研机构', publicInterest: '法人或其他组织：社会公益组织', legalService: '法人或其他组织：法律服务机构', other: '法人或其他组织：其他', total: '总计',
};

export const DISPUTE_NAMES: Readonly<Record<(typeof DISPUTES)[number], string>> = { reconsideration: '行政复议', litigationDirect: '行政诉讼：未经复议直接起诉', litigationAfter: '行政诉讼：复议后起诉' };
export const RESULT_NAMES: Readonly<Record<(typeof DISPUTE_RESULTS)[number] | 'total', string>> = { upheld: '结果维持', corrected: '结果纠正', otherResult: '其他结果', pending: '尚未审结', total: '总计' };
export const DOCUMENT_NAMES = { regulations: '规章', normativeDocs: '行政规范性文件' } as const;
export const DOCUMENT_STATES = { issued: '本年制发件数', repealed: '本年废止件数', inForce: '现行有效件数' } as const;
export const DECISION_NAMES = { licences: '行政许可', penalties: '行政处罚', coercions: '行政强制' } as const;
export const FEES_NAME = '行政事业性收费金额（单位：万元）';

/** What is counted beside the tables. */
export const COUNT_NAMES = {
  'disclosures.total': '本年主动公开政府信息条数', 'disclosures.normative': '本年公开规章和规范性文件条数',
  'topics.asked': '本年群众点题件数', 'topics.answered': '本年公开答复点题件数',
  'ratings.n': '本年收到评价条数', 'ratings.satisfied': '其中满意和非常满意条数',
} as const;
export type ReportCount = keyof typeof COUNT_NAMES;

export const TEMPLATE_TITLES: Readonly<Record<ReportTemplate, string>> = { annual: '政府信息公开工作年度报告', 'rule-of-law': '法治政府建设年度报告' };

type SectionTitles = Readonly<Record<ReportTemplate, readonly (readonly [ReportSection, string])[]>>;
export const SECTION_TITLES: SectionTitles = {
  annual: [
    ['general', '总体情况'], ['proactive', '主动公开政府信息情况'], ['requests', '收到和处理政府信息公开申请情况'], ['disputes', '政府信息公开行政复议、行政诉讼情况'], ['problems', '存在的主要问题及改进情况'], ['other', '其他需要报告的事项'],
  ],
  'rule-of-law': [
    ['general', '总体情况'], ['rules', '规章和规范性文件'], ['decisions', '重大行政决策'], ['enforcement', '行政执法'], ['disputes', '行政复议和行政诉讼'], ['disclosure', '政务公开'], ['problems', '存在的主要问题'], ['plans', '下一步工作安排'],
  ],
};

const REQUESTS_SUMMARY = '收到政府信息公开申请{{requests.newReceived.total}}件，上年结转{{requests.carriedOver.total}}件，办结{{requests.total.total}}件，结转下年度继续办理{{requests.carriedForward.total}}件';
const TOPICS_SUMMARY = '群众点题{{topics.asked}}件，公开答复{{topics.answered}}件；收到评价{{ratings.n}}条，其中满意和非常满意{{ratings.satisfied}}条';

/** What a report says before anybody has written in it: what follows from the figures and nothing else. Problems, decisions and plans nobody can propose. */
export function proposalOf(template: ReportTemplate, section: ReportSection, { agency, year }: { readonly agency: string; readonly year: number }): string {
  const texts: Readonly<Record<ReportTemplate, Readonly<Partial<Record<ReportSection, string>>>>> = {
    annual: {
      general: `根据《中华人民共和国政府信息公开条例》第五十条的规定，编制本报告。数据统计期限为${year}年1月1日至12月31日。\n\n${year}年，${agency}主动公开政府信息{{disclosures.total}}条；${REQUESTS_SUMMARY}。\n\n${TOPICS_SUMMARY}。`,
      proactive: '主动公开政府信息的情况见下表。',
      requests: '收到和处理政府信息公开申请的情况见下表。办理结果中，予以公开{{requests.granted.total}}件，部分公开{{requests.partial.total}}件。',
      disputes: '因政府信息公开引起的行政复议、行政诉讼情况见下表。',
    },
    'rule-of-law': {
      general: `现将${agency}${year}年法治政府建设情况报告如下。数据统计期限为${year}年1月1日至12月31日。`,
      rules: '制发规章{{proactive.regulations.issued}}件，废止{{proactive.regulations.repealed}}件，现行有效{{proactive.regulations.inForce}}件；制发行政规范性文件{{proactive.normativeDocs.issued}}件，废止{{proactive.normativeDocs.repealed}}件，现行有效{{proactive.normativeDocs.inForce}}件。',
      enforcement: '作出行政许可决定{{proactive.licences}}件、行政处罚决定{{proactive.penalties}}件、行政强制决定{{proactive.coercions}}件。行政事业性收费{{proactive.feesWanYuan}}万元。',
      disputes: '因政府信息公开引起的行政复议{{disputes.reconsideration.total}}件，其中结果维持{{disputes.reconsideration.upheld}}件、结果纠正{{disputes.reconsideration.corrected}}件、其他结果{{disputes.reconsideration.otherResult}}件、尚未审结{{disputes.reconsideration.pending}}件。'
        + '未经复议直接起诉{{disputes.litigationDirect.total}}件，复议后起诉{{disputes.litigationAfter.total}}件。',
      disclosure: `主动公开政府信息{{disclosures.total}}条；${REQUESTS_SUMMARY}。${TOPICS_SUMMARY}。`,
    },
  };
  return texts[template][section] ?? '';
}
