import { AGENCIES, published, ulid } from './build.ts';
import type { WithdrawnDisclosure } from '../types.ts';

export const plan = published<'plan'>({
  kind: 'plan',
  title: '2014年法治水利建设任务清单',
  summary: '年度任务7项，逐项公开责任单位、期限和进展。',
  body: '',
  categoryId: 'A20_03',
  publishedOn: '2014-01-15',
  openTerm: { term: 'periodic', every: 'quarter' },
  nextDueOn: '2014-10-15',
  fields: {
    from: '2014-01-01',
    to: '2014-12-31',
    items: [
      { no: '1', name: '在县电视台播放水资源保护宣传片', lead: '办公室', dueOn: '2014-03-31', state: 'done', progress: '“世界水日”“中国水周”期间已播出' },
      { no: '2', name: '印制并发放宣传单15000份', lead: '办公室', dueOn: '2014-04-30', state: 'done' },
      { no: '3', name: '制作悬挂宣传标语56幅', lead: '水管站', dueOn: '2014-04-30', state: 'done' },
      { no: '4', name: '重点偷采地段安装电子监控设备', lead: '水政监察大队', dueOn: '2014-06-30', state: 'running', progress: '试运行' },
      { no: '5', name: '投放鱼苗100万尾', lead: '水政监察大队', dueOn: '2014-06-30', state: 'done' },
      { no: '6', name: '制定重大决策听证制度实施办法', lead: '业务股', dueOn: '2014-11-30', state: 'planned' },
      { no: '7', name: '组建综合执法队伍', lead: '县政府办公室', state: 'stopped', progress: '待县级机构改革方案确定' },
    ],
  },
});

export const budget = published<'budget'>({
  kind: 'budget',
  title: '清河县水利局2014年“三公”经费决算',
  summary: '“三公”经费决算数与预算数、上年数比较。',
  body: '公务用车运行维护费含水政巡查用车。',
  categoryId: 'A20_07',
  publishedOn: '2015-08-20',
  openTerm: { term: 'periodic', every: 'year' },
  nextDueOn: '2016-08-31',
  fields: {
    type: 'three-public', fiscalYear: 2014, approvedOn: '2015-08-05', approvedBy: '清河县人民代表大会常务委员会',
    tables: [{
      caption: '“三公”经费决算表',
      columns: [{ key: 'name', title: '项目', type: 'text' }, { key: 'plan', title: '2014年预算', type: 'money', unit: '万元' }, { key: 'actual', title: '2014年决算', type: 'money', unit: '万元' }, { key: 'before', title: '2013年决算', type: 'money', unit: '万元' }],
      rows: [{ name: '因公出国（境）费', plan: 0, actual: 0, before: 0 }, { name: '公务接待费', plan: 6.5, actual: 4.12, before: 7.86 }, { name: '公务用车购置费', plan: 0, actual: 0, before: null }, { name: '公务用车运行维护费', plan: 11, actual: 10.4, before: 12.25 }],
      chart: { type: 'bar', label: 'name', values: ['plan', 'actual'] },
    }],
  },
});

const trades = ['餐饮', '零售', '修理'];
const areas = ['永兴街道', '方泽街道', '河口镇'];
const quotas = [2400, 2650, 2800, 3100, 2950, 3300, 1200, 1350, 1500, 1280, 1420, 1600, 1150, 860, null, 940];

export const statistics = published<'statistics'>({
  kind: 'statistics',
  title: '2014年行政复议案件和个体工商户定额统计',
  summary: '复议案件办理情况按公布数列示；个体工商户定额可与同行业、同规模业户比较。',
  body: '',
  categoryId: 'A20_04',
  agency: AGENCIES.tax,
  publishedOn: '2015-02-02',
  openTerm: { term: 'periodic', every: 'half-year' },
  nextDueOn: '2015-08-02',
  fields: {
    period: '2014年1月至12月',
    tables: [
      {
        caption: '审结案件的结果',
        columns: [{ key: 'result', title: '结果', type: 'text' }, { key: 'n', title: '件数', type: 'integer', unit: '件' }, { key: 'share', title: '占审结案件', type: 'percent', unit: '%' }],
        rows: [{ result: '维持', n: 275, share: 87.03 }, { result: '撤销及确认违法', n: 6, share: 1.9 }, { result: '驳回申请', n: 2, share: 0.63 }, { result: '调解撤回及其他', n: 32, share: 10.13 }, { result: '移送', n: null, share: null }],
        chart: { type: 'bar', label: 'result', values: ['n'] },
      },
      {
        caption: '个体工商户月定额',
        columns: [{ key: 'no', title: '编号', type: 'text' }, { key: 'trade', title: '行业', type: 'text' }, { key: 'area', title: '街道', type: 'text' }, { key: 'quota', title: '月定额', type: 'money', unit: '元' }],
        rows: quotas.map((quota, at) => ({ no: `DE-${String(at + 1).padStart(3, '0')}`, trade: trades[at < 6 ? 0 : at < 13 ? 1 : 2] ?? '', area: areas[at % 3] ?? '', quota })),
      },
      {
        caption: '近五年受理申请',
        columns: [{ key: 'year', title: '年份', type: 'text' }, { key: 'received', title: '收到申请', type: 'integer', unit: '件' }, { key: 'accepted', title: '受理', type: 'integer', unit: '件' }],
        rows: [{ year: '2010', received: 288, accepted: 231 }, { year: '2011', received: 322, accepted: 262 }, { year: '2012', received: 365, accepted: null }, { year: '2013', received: 402, accepted: 330 }, { year: '2014', received: 431, accepted: 349 }],
        chart: { type: 'line', label: 'year', values: ['received', 'accepted'] },
      },
    ],
    checks: [
      { statement: '维持275 + 撤销及确认违法6 + 驳回2 + 其他32 = 审结316', holds: false, note: '各项相加为315件，比公布的审结数少1件。公布机关尚未说明差额。' },
      { statement: '维持275 ÷ 审结316 = 87.03%', holds: true },
    ],
    peers: { table: 1, group: 'trade', value: 'quota', minimumCell: 5 },
  },
});

export const personnel = published<'personnel'>({
  kind: 'personnel',
  title: '2014年行政执法人员上岗培训安排',
  summary: '严格执行“先培训、后发证”，全年培训班7期。',
  body: '',
  categoryId: 'A20_14',
  agency: AGENCIES.legal,
  publishedOn: '2014-02-17',
  fields: {
    type: 'training', from: '2014-03-01', to: '2014-11-30',
    posts: [
      { post: '市直单位和五区行政执法人员', count: 499, requirement: '未取得执法证的在编人员', note: '培训班4期' },
      { post: '联合培训的部门执法人员', count: 129, requirement: '持证满三年', note: '培训班3期' },
      { post: '执法监督员', requirement: '从社会各界聘请' },
    ],
  },
});

export const report = published<'report'>({
  kind: 'report',
  title: '清河县水利局2014年依法行政工作报告',
  summary: '公开水政执法、渔业资源保护、宣传和制度建设的主要数据。',
  body: '## 一、执法\n\n全年下发整改通知40份，处罚无证采砂行为5起。\n\n## 二、渔业\n\n查处毒鱼案件6起，没收渔具15套，投放鱼苗100万尾。\n\n## 三、不足\n\n- 执法人员平均年龄超过50岁；\n- 多部门协作有待加强。',
  categoryId: 'A20_02',
  publishedOn: '2015-01-20',
  fields: {
    type: 'rule-of-law', from: '2014-01-01', to: '2014-12-31',
    figures: [
      { label: '整改通知', value: 40, unit: '份' }, { label: '处罚无证采砂', value: 5, unit: '起' }, { label: '查处毒鱼案件', value: 6, unit: '起', note: '没收渔具15套' },
      { label: '投放鱼苗', value: 1_000_000, unit: '尾', note: '投放于县内四大河流' }, { label: '宣传单', value: 15_000, unit: '份' }, { label: '电子监控投资', value: 3, unit: '万元' },
    ],
  },
});

export const institution = published<'institution'>({
  kind: 'institution',
  title: '清河县水利局关键岗位风险防控制度',
  summary: '对关键岗位和重点环节采取前期预防、中期监督和后期补救。',
  body: '',
  publishedOn: '2014-07-01',
  fields: {
    type: 'system', appliesTo: '水政监察大队、业务股、水管站、水保站',
    contacts: [{ name: '局办公室', address: '清河县滨河路6号', hours: '工作日 9:00—17:00', phone: '0000-8810001' }, { name: '监督举报', phone: '0000-8810009' }],
    riskPoints: [
      { post: '水政监察大队', before: '执法前两人以上编组，公开执法依据和程序', during: '全过程记录，案件集体讨论', after: '案卷评查，结果公示，追究责任' },
      { post: '业务股', before: '许可条件和时限上墙公开', during: '电子监察，超时自动提醒', after: '办结回访，投诉限期答复' },
      { post: '水管站', before: '收费项目和标准公示', during: '收费开票系统留痕', after: '年度审计，多收退还' },
    ],
  },
});

export const withdrawn: WithdrawnDisclosure = {
  state: 'withdrawn', id: ulid(900), indexNo: 'QC-2014-0900', agency: AGENCIES.tax, title: '2014年第二季度个体工商户定额公示', publishedOn: '2014-07-02', withdrawnOn: '2014-07-09',
  ground: '公示表误列个人住址，涉及个人隐私，更正后重新公示。', decidedBy: '方泽分局副局长（分管纳税服务）',
  replacedBy: { id: statistics.id, title: statistics.title, agency: AGENCIES.tax, kind: 'statistics', validity: 'in-force' },
};
