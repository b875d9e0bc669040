import { by, channel, law, licenceFlow, onKey, type DemoDisclosure } from '../types.ts';

const tax = by('fangbei-tax');
const ADDRESS = '清川市坊北区北关路15号一楼';
const board = (on: string) => [channel('notice-board', on, '坊北分局公示栏')];
const category = 'fangbei-tax.work';
const ISSUER = { issuers: ['清川市地方税务局坊北分局'] };
const rule = (key: string, on: string, title: string, summary: string, docNo: string, body: string): DemoDisclosure =>
  tax(key, on, { kind: 'normative', categoryId: category, title, docNo, summary, body, channels: board(on), fields: { genre: 'normative-document', ...ISSUER } });

const QUARTERS: [key: string, on: string, label: string, span: string][] = [['q1', '2010-04-26', '第一季度', '1月至3月'], ['q2', '2010-07-26', '第二季度', '4月至6月'], ['q3', '2010-10-25', '第三季度', '7月至9月'], ['q4', '2011-01-24', '第四季度', '10月至12月']];

const spending = QUARTERS.map(([key, on, label, span]) =>
  tax(`tax/spending-2010-${key}`, on, {
    kind: 'budget', categoryId: category, title: `坊北分局2010年${label}财务开支公开`, openTerm: { term: 'periodic', every: 'quarter' }, summary: `定期公开${label}（${span}）经费支出分类；各类金额未公布，列为空白。`,
    body: `按照民主理财监督的要求，定期公开财务开支。${span}支出按下列类别公开；金额未公布，表中以空白表示，不作为零处理。\n\n下一次公开为下一季度结束后。过期未公开的，可以向监察室反映。`, basis: [onKey('民主理财监督暂行办法', 'tax/finance-supervision'), onKey('经费集中核算办法', 'tax/finance-central')], channels: [channel('notice-board', on, '坊北分局内部公示栏')],
    fields: { type: 'spending', fiscalYear: 2010, tables: [{ caption: `2010年${label}经费支出`, columns: [{ key: 'item', title: '支出类别', type: 'text' }, { key: 'amount', title: '金额', type: 'money', unit: '元' }], rows: ['办公费', '会议培训费', '差旅费', '车辆运行费', '接待费', '设备购置费', '其他支出'].map((item) => ({ item, amount: null })) }] },
    note: '金额未公布，按来源材料如实留空。',
  }),
);

export const work: DemoDisclosure[] = [
  tax('tax/three-level-approval-rules', '2010-01-18', {
    kind: 'normative', categoryId: category, title: '“三级审批一公示”减免税阳光审批办法', docNo: '清地税坊发〔2010〕2号', formedOn: '2010-01-14', effectiveOn: '2010-01-18', summary: '减免税实行科室审查、分管领导审核、局长审批三级审批，审批结果公示。', body: '1. **受理**：税政科受理申请，一次性告知补正内容。\n2. **一级**：税政科审查资料，提出意见。\n3. **二级**：分管副局长审核。\n4. **三级**：局长审批；超出权限的报上级机关。\n5. **公示**：减免项目、依据、减免税额和异议渠道，保护纳税人商业秘密。\n6. 收到异议的，核实后处理并答复。', basis: [law('中华人民共和国税收征收管理法', '第三十三条')], channels: board('2010-01-18'), fields: { genre: 'normative-document', ...ISSUER },
  }),
  tax('tax/relief-guide', '2010-02-08', {
    kind: 'service', categoryId: category, title: '减免税申请办事指南', formedOn: '2010-02-04', summary: '三级审批一公示的减免税申请条件、材料、流程，公示减免结果。', body: '纳税人依法享有申请减税、免税的权利。材料不齐全的一次性告知。审批结果公示，有异议的可以提出。', basis: [onKey('“三级审批一公示”减免税阳光审批办法', 'tax/three-level-approval-rules')], channels: board('2010-02-08'),
    fields: { actType: 'relief', audience: 'both', basis: ['《中华人民共和国税收征收管理法》第三十三条'], conditions: ['符合法律、行政法规规定的减免税条件', '已按规定申报'], materials: [{ name: '减免税申请书', form: 'original', note: '免费领取' }, { name: '符合减免条件的证明材料', form: 'copy' }, { name: '财务会计报表', form: 'copy' }],
      flow: licenceFlow('税政科', [{ label: '一级：税政科审查', actor: '税政科', days: 5 }, { label: '二级：分管副局长审核', actor: '分管副局长', days: 3 }], { actor: '三级：局长审批', days: 3 }, '下达减免税文书并公示'), pledgedDays: 15, fees: [], windows: [{ name: '税政科', address: ADDRESS, phone: '000-8851 0303' }], result: '减免税审批文书，审批结果公示' },
  }),
  tax('tax/relief-approval-project', '2010-03-01', {
    kind: 'project', categoryId: category, title: '减免税“三级审批一公示”办理过程', formedOn: '2010-02-25', openTerm: { term: 'staged' }, summary: '公开减免税受理、三级审批、公示的过程，三年来共减免各项税收1513.5万元。', body: '“三级审批一公示”减免政策阳光审批制度实行以来，三年来共减免各项税收**1513.5万元**。单个项目名称和金额未公布。', basis: [onKey('“三级审批一公示”减免税阳光审批办法', 'tax/three-level-approval-rules')], channels: board('2010-03-01'),
    fields: { type: 'approval', lead: '税政科', partners: ['征收管理科'], amountWanYuan: 1513.5, stages: [{ name: '受理', state: 'done', actor: '税政科' }, { name: '一级审查', state: 'done', actor: '税政科' }, { name: '二级审核', state: 'done', actor: '分管副局长' }, { name: '三级审批', state: 'done', actor: '局长' }, { name: '公示', state: 'current', actor: '办公室', detail: '公示减免结果，接受异议' }] },
  }),
  tax('tax/relief-statistics', '2010-12-20', {
    kind: 'statistics', categoryId: category, title: '减免各项税收情况统计', formedOn: '2010-12-16', openTerm: { term: 'periodic', every: 'year' }, summary: '三年来减免各项税收共1513.5万元，分年、分税种金额未公布。', body: '三年来共减免各项税收1513.5万元。分年度、分税种金额和户数未公布，表中留空。', channels: board('2010-12-20'),
    fields: { period: '三年来', checks: [{ statement: '分年度合计与总额可以核对', holds: false, note: '分年度金额未公布，不能核对' }], tables: [{ caption: '减免各项税收', columns: [{ key: 'year', title: '年度', type: 'text' }, { key: 'amount', title: '减免金额', type: 'money', unit: '万元' }], rows: [{ year: '第一年', amount: null }, { year: '第二年', amount: null }, { year: '第三年', amount: null }, { year: '三年合计', amount: 1513.5 }] }] },
  }),
  tax('tax/relief-notice', '2010-11-15', {
    kind: 'notice', categoryId: category, title: '减免税审批结果公示', formedOn: '2010-11-11', openTerm: { term: 'temporary', until: '2010-11-22' }, summary: '经三级审批的减免税结果公示，有异议可以向监察室、税政科提出。', body: '公示内容：减免项目、依据和程序。涉及纳税人商业秘密的内容按规定处理。申请人、金额未公布。', basis: [onKey('减免税“三级审批一公示”办理过程', 'tax/relief-approval-project')], channels: board('2010-11-15'),
    fields: { subject: '减免税审批结果', from: '2010-11-15', to: '2010-11-22', objections: [{ way: '当面或者书面', contact: '税政科，000-8851 0303' }, { way: '举报', contact: '监察室，000-8851 0306' }] },
  }, { expired: '2010-11-22' }),
  rule('tax/finance-central', '2009-06-15', '坊北分局经费集中核算办法', '经费由分局集中核算，不设账外账。', '清地税坊发〔2009〕12号', '1. 分局各科室经费由办公室集中核算。\n2. 支出须有审批手续和合法票据。\n3. 不设账外账、“小金库”。\n4. 核算情况定期在职工中公开。'),
  rule('tax/petty-cash', '2009-06-22', '日常零星支出周转金制度', '规定零星支出的周转金管理、报账和检查办法。', '清地税坊发〔2009〕13号', '1. 日常零星支出实行周转金管理。\n2. 支出逐笔登记，凭票报账。\n3. 周转金使用情况定期公开，由民主理财人员核对。'),
  rule('tax/large-spending', '2009-06-29', '大额支出预算审批制度', '大额支出列入预算，集体研究，事后公开。', '清地税坊发〔2009〕14号', '1. 大额支出应当列入预算。\n2. 未列入预算的大额支出，由局务会议集体研究。\n3. 支出执行情况定期公开。'),
  rule('tax/finance-supervision', '2009-07-06', '民主理财监督暂行办法', '职工代表参加理财监督，定期公开财务开支。', '清地税坊发〔2009〕15号', '1. 民主理财监督人员由职工推选。\n2. 监督人员查阅支出凭证，对不合理支出提出意见。\n3. 财务开支定期公开，接受职工监督。\n4. 监督意见由办公室答复。'),
  ...spending,
  tax('tax/handbook', '2010-09-13', {
    kind: 'institution', categoryId: category, title: '《地税管理简明手册》主要内容', formedOn: '2010-09-09', summary: '按照规范用权、公开示权、合理分权、科技控权、追究制权的思路，规范干部职工日常行为。', body: '工作思路：规范用权、公开示权、合理分权、科技控权、追究制权。\n\n手册内容：岗位职责、征收管理流程、稽查程序、服务规范、财务管理、请示报告。\n\n配套编印《干部职工廉洁自律手册》。', channels: [channel('print', '2010-09-13', '全局干部职工')], fields: { type: 'guide', appliesTo: '坊北分局干部职工', contacts: [], riskPoints: [] },
  }),
  tax('tax/dialogue-day', '2010-10-18', {
    kind: 'meeting', categoryId: category, title: '“局长职工民主对话日”情况通报', formedOn: '2010-10-15', openTerm: { term: 'periodic', every: 'quarter' }, summary: '局长与职工面对面，了解职工需求，规范权力程序，意见逐条答复。', body: '“局长职工民主对话日”请职工提出意见，逐条答复并公开。发言人不公开。收集的事项归入权力程序规范清单。', channels: [channel('meeting', '2010-10-18', '坊北地税工作通报会')], fields: { type: 'reception', subject: '职工意见和建议', heldOn: '2010-10-15', place: '坊北分局会议室', roles: [{ role: '局长', count: 1 }], selection: '职工自愿参加', agenda: ['职工发言', '局长答复', '登记待办事项'], outcome: '当场能够答复的已答复；其他事项分工办理后在工作通报会说明。' },
  }),
  tax('tax/weekly-visits', '2010-10-25', {
    kind: 'report', categoryId: category, title: '“每周下基层访谈”活动情况报告', formedOn: '2010-10-21', summary: '通过每周下基层访谈了解职工需求、规范权力程序，公开访谈的形式和要求。', body: '访谈由分局领导和科室负责人到基层岗位进行，内容包括工作条件、征管困难、职工需求和对权力运行的意见。访谈记录分类交办，次周反馈。\n\n访谈次数和人数未公布。', channels: board('2010-10-25'), fields: { type: 'work', from: '2010-01-01', to: '2010-09-30', figures: [] },
  }),
  tax('tax/work-bulletin', '2010-11-01', {
    kind: 'meeting', categoryId: category, title: '坊北地税工作通报会', formedOn: '2010-10-28', openTerm: { term: 'periodic', every: 'quarter' }, summary: '定期通报组织收入、减免税审批、稽查、财务开支和职工意见办理情况。', body: '通报会公开工作进展、问题和下一步安排。涉及权力运行的事项逐项说明程序和责任岗位。', basis: [onKey('“局长职工民主对话日”情况通报', 'tax/dialogue-day')], channels: [channel('meeting', '2010-11-01', '分局会议室')],
    fields: { type: 'meeting', subject: '季度工作通报', heldOn: '2010-10-28', place: '坊北分局会议室', roles: [], agenda: ['组织收入和征管情况', '减免税三级审批情况', '稽查工作情况', '财务开支公开情况', '职工意见办理情况'] },
  }),
];
