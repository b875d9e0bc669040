import type { DemoDisclosure } from '../types.ts';
import { archive, articles, bullets, chain, item, law, md, numbered, ogi, phoneOf, web } from './build.ts';

const LEGAL = 'qingchuan-legal-affairs';

const decision = item('city-decision-rule-of-law', '2013-01-21', {
  agencyId: 'qingchuan', categoryId: 'A20_01', kind: 'normative',
  title: '关于进一步加快法治政府建设的决定',
  summary: '“一决定一纲要一规定”之一，是本市法治政府建设的行动纲领。',
  docNo: '清发〔2013〕2号', formedOn: '2013-01-07', effectiveOn: '2013-01-07',
  body: md('## 总体要求', '用法治的思维方式、法治的制度体系和法治的创新措施处理经济社会发展中的各类事务，以政府法制监督为重要抓手，全面规范政府行政行为，优化经济发展环境。', '## 主要任务', numbered('坚持用法治思维引领，每年召开一次全市依法行政大会，市政府常务会议专题学法形成制度', '构建制度体系，提高地方性法规、规章和规范性文件质量', '全面加强行政复议工作', '加强行政执法监督，落实执法责任', '健全重大行政决策规则，把公众参与、专家咨询、风险评估、合法性审查和集体讨论决定作为必经程序', '加强政府合同审查，推进简政放权'), '## 保障', '建立科学的法治建设指标体系和考核标准，发布政府法制建设报告。'),
  channels: [web('2013-01-21'), { carrier: 'gazette', on: '2013-01-28' }],
  fields: { genre: 'resolution', issuers: ['清川市人民政府'], registrationNo: '清规〔2013〕001' },
});

const outline = item('city-outline-social-management', '2013-02-04', {
  agencyId: 'qingchuan', categoryId: 'A20_03', kind: 'normative',
  title: '清川市推进社会管理法治化实施纲要',
  summary: '明确“建立切合实际的社会管理体制和机制”的基本目标和推进“十个法治化”的主要任务，纳入综治考核。',
  docNo: '清政发〔2013〕5号', formedOn: '2013-01-22', effectiveOn: '2013-02-01',
  body: md('**基本目标** 建立切合本市实际的社会管理体制和机制。', '**主要任务** 推进“十个法治化”，逐项制定工作方案，明确责任单位和时间表。', '**考核** 本纲要的实施情况纳入综治考核，建立科学的法治建设指标体系和考核标准。'),
  channels: [web('2013-02-04'), archive('2013-02-05')],
  note: '“十个法治化”的逐项名称载于各责任单位的工作方案，本页不另行列举。',
  fields: { genre: 'plan', issuers: ['清川市人民政府'], registrationNo: '清规〔2013〕002' },
});

const provisions = item('city-legal-work-rules', '2013-03-04', {
  agencyId: 'qingchuan', categoryId: 'A20_01', kind: 'normative',
  title: '清川市政府法制工作规定',
  summary: '规范政府法制工作的地方政府规章，规定法制机构职责、立法、规范性文件审查、执法监督、行政复议和合同审查。',
  docNo: '清川市人民政府令第3号', formedOn: '2013-02-18', effectiveOn: '2013-04-01',
  body: articles(
    '## 第一章 总则',
    '为了规范政府法制工作，推进依法行政，建设法治政府，根据有关法律、法规，结合本市实际，制定本规定。',
    '市、区县人民政府应当加强政府法制机构和队伍建设，保障其履行参谋、助手和法律顾问职责。',
    '## 第二章 制度建设',
    '市政府每年编制立法计划。起草涉及公民、法人和其他组织切身利益的规章，应当公开征求意见，可以举行立法听证会。',
    '立法听证会陈述人应当具有广泛性和代表性，其遴选过程公开，可以邀请新闻媒体全程参与。',
    '规范性文件实行统一登记、统一编号、统一公布。未经公布的，不得作为行政管理的依据。',
    '规章、规范性文件按照规定报送备案，已备案规范性文件目录及时在网上公布。',
    '定期清理规范性文件，不符合现行法律、法规规定或者阻碍发展的，按程序修改或者废止。',
    '## 第三章 行政执法监督',
    '行政执法人员实行先培训、后发证，持证上岗、亮证执法。不得聘用临时人员执法。',
    '行政机关应当制定并公布行政裁量权基准，案卷评查时检查其适用情况。',
    '## 第四章 行政复议和应诉',
    '行政复议机关依法受理复议申请，在法定期限内审结，可以依法调解。',
    '## 第五章 合同和决策',
    '政府合同签订前应当经法制机构审查。重大行政决策应当经合法性审查，未经审查或者审查不合法的，不得提交讨论。',
    '## 第六章 附则',
    '市政府法制办每年发布政府法制建设报告。',
    '本规定自2013年4月1日起施行。',
  ),
  channels: [web('2013-03-04'), { carrier: 'gazette', on: '2013-03-11' }, archive('2013-03-12')],
  fields: { genre: 'rules', issuers: ['清川市人民政府'], registrationNo: '清规〔2013〕003' },
});

const explained = item('city-legal-work-rules-explained', '2013-03-06', {
  agencyId: LEGAL, categoryId: 'A20_01', kind: 'normative',
  title: '《清川市政府法制工作规定》解读',
  summary: '说明为什么专门为政府法制工作立规章，以及对群众和企业的影响。',
  formedOn: '2013-03-06',
  body: md('**为什么制定。** 政府法制工作过去散见于各类文件，缺少统一规范。本规定与《关于进一步加快法治政府建设的决定》《推进社会管理法治化实施纲要》共同构成“一决定一纲要一规定”制度体系。', '**对群众有什么好处。** 规范性文件未经公布不得作为依据；执法人员不持证、不亮证的，可以拒绝并投诉；立法听证可以报名。', '**对企业有什么好处。** 政府合同签订前审查，减少履约风险；裁量基准公开，处罚幅度可以预期。'),
  channels: [web('2013-03-06')],
  fields: { genre: 'notice', issuers: ['清川市人民政府法制办公室'] },
}, { links: [{ type: 'interprets', key: 'city-legal-work-rules' }] });

const named = (no: string, name: string, lead: string, progress: string) => ({ no, name, lead, state: 'running' as const, progress });
const unnamed = (prefix: string, from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => ({ no: `${prefix}${from + i}`, name: `${prefix === '法' ? '地方性法规' : '规章'}项目第${from + i}件（名称未公布）`, lead: '清川市人民政府法制办公室', state: 'planned' as const }));

const progressOf = (september: boolean) => (september ? '组织制定工作正在稳步推进' : '已启动起草和调研');

const legislativePlan = (september: boolean) => ({
  agencyId: LEGAL, categoryId: 'A20_03', kind: 'plan' as const,
  title: '清川市2013年立法计划',
  summary: '列入计划的地方性法规草案项目13件、规章项目11件；已公布名称的项目和进展逐项列示。',
  docNo: '清政办发〔2013〕9号', formedOn: '2013-02-04',
  body: md('对于经济社会发展急需、目前缺失的制度规定，优先列入计划。2013年列入立法计划的地方性法规草案项目13件、规章项目11件。', '已公布名称的项目附有进展。其余项目的名称由起草单位在征求意见时公布，本表只列项目序号，不代拟名称。', ...(september ? ['《清川市电梯安全管理办法（征求意见稿）》的立法听证会已于2013年9月12日召开，该项目是否列入上述11件未逐件公布。'] : [])),
  openTerm: { term: 'staged' as const },
  channels: [web('2013-02-25')],
  fields: {
    from: '2013-01-01', to: '2013-12-31',
    items: [
      named('法1', '《清川市高新技术产业开发区条例》（地方性法规草案）', '清川市人民政府法制办公室', progressOf(september)),
      named('法2', '《清川市职工劳动权益保障条例》（地方性法规草案）', '清川市人民政府法制办公室', progressOf(september)),
      ...unnamed('法', 3, 13),
      named('规1', '《清川市企业国有资产监督管理办法》', '清川市人民政府法制办公室', progressOf(september)),
      named('规2', '《清川市地下空间开发利用管理办法》', '清川市人民政府法制办公室', progressOf(september)),
      ...unnamed('规', 3, 11),
    ],
  },
});

const legislative = item('city-legislative-plan-2013', '2013-02-25', legislativePlan(false), {
  amendments: [['2013-09-23', '补充电梯安全管理办法立法听证会的情况，更新项目进展', legislativePlan(true)]],
  attachments: [{ name: '2013年立法计划项目汇总.csv', mediaType: 'text/csv', text: '类别,件数,已公布名称\n地方性法规草案,13,高新技术产业开发区条例;职工劳动权益保障条例\n规章,11,企业国有资产监督管理办法;地下空间开发利用管理办法\n' }],
});

const draftNotice = item('city-elevator-draft', '2013-07-22', {
  agencyId: LEGAL, categoryId: 'A20_01', kind: 'notice',
  title: '关于《清川市电梯安全管理办法（征求意见稿）》公开征求意见的公告',
  summary: '就电梯使用管理者的确定、住宅小区电梯安全管理要求、电梯安全监控要求等问题征求意见。',
  formedOn: '2013-07-15',
  body: md('现将征求意见稿主要内容公布如下。', '## 一、电梯使用管理者的确定', bullets('业主自行管理的，由业主为使用管理者', '委托物业服务企业管理的，受委托的物业服务企业为使用管理者', '出租、出借场所的，在合同中约定使用管理者，没有约定或者约定不明的由所有权人承担'), '## 二、住宅小区电梯安全管理要求', bullets('建立安全技术档案和日常巡查记录', '在轿厢显著位置张贴使用登记标志、安全注意事项和应急电话', '停止使用、故障维修及时公告'), '## 三、电梯安全监控要求', '新装电梯应当具备与监控、紧急报警装置连接的条件；在用电梯的监控要求分步实施。', '**提意见方式** 网上、来信、来电均可，并说明理由。意见采纳情况将公布。'),
  basis: [law('《中华人民共和国立法法》'), { title: '《清川市政府法制工作规定》', key: 'city-legal-work-rules' }],
  openTerm: { term: 'temporary', until: '2013-08-26' },
  channels: [web('2013-07-22'), { carrier: 'print', on: '2013-07-22', place: '本市报纸' }],
  fields: { subject: '《清川市电梯安全管理办法（征求意见稿）》', from: '2013-07-22', to: '2013-08-26', objections: [{ way: '来信', contact: '清川市市府大道1号 市政府法制办立法处' }, { way: '电话', contact: phoneOf(LEGAL) }], outcome: '意见整理后提交立法听证会，主要争议点列为听证事项。' },
}, { expired: '2013-08-27' });

const select = item('city-elevator-selection', '2013-08-19', {
  agencyId: LEGAL, categoryId: 'A20_15', kind: 'notice',
  title: '《清川市电梯安全管理办法》立法听证会陈述人、旁听人遴选公告',
  summary: '公开报名遴选10名陈述人和旁听人，由新闻媒体全程参与遴选。',
  formedOn: '2013-08-12',
  body: md('立法听证会陈述人共10人，来自市（居）民、电梯企业、物业服务企业、律师、媒体、街道等方面。', '遴选办法：按类别报名，同类人数超过名额的公开抽取；新闻媒体全程参与，抽取过程和结果当场公布。'),
  openTerm: { term: 'temporary', until: '2013-09-05' },
  channels: [web('2013-08-19'), { carrier: 'print', on: '2013-08-19' }],
  fields: { subject: '立法听证会陈述人和旁听人', from: '2013-08-19', to: '2013-09-05', objections: [{ way: '电话', contact: phoneOf(LEGAL) }], entries: ['市（居）民代表', '电梯企业代表', '物业服务企业代表', '律师代表', '媒体代表', '街道代表'], outcome: '选出陈述人10名、旁听人代表3名，媒体全程参与，对遴选程序没有异议。' },
}, { expired: '2013-09-06' });

const hearing = item('city-elevator-hearing', '2013-09-16', {
  agencyId: LEGAL, categoryId: 'A20_15', kind: 'meeting',
  title: '《清川市电梯安全管理办法（征求意见稿）》立法听证会',
  summary: '2013年9月12日召开，10名陈述人分别阐述意见并辩论，3名旁听人代表发表意见，媒体全程参与陈述人遴选。',
  formedOn: '2013-09-12',
  body: md(
    '## 听证事项', numbered('电梯使用管理者的确定', '住宅小区电梯安全管理要求', '电梯安全监控要求'),
    '## 经过', '来自社会各界的10位陈述人围绕主要问题分别阐述意见和建议，并进行了积极热烈的辩论。3名旁听人代表也发表了意见。',
    '## 说明', '陈述人来自六个方面，各方面的人数没有分别公布，本页只列总数和来源。陈述人不公布姓名。',
  ),
  basis: [{ title: '遴选公告', key: 'city-elevator-selection' }, { title: '征求意见公告', key: 'city-elevator-draft' }],
  channels: [web('2013-09-16'), { carrier: 'meeting', on: '2013-09-12', place: '清川市人民政府', quantity: '陈述人10名，旁听人代表3名' }],
  fields: {
    type: 'hearing', subject: '《清川市电梯安全管理办法（征求意见稿）》', heldOn: '2013-09-12', place: '清川市人民政府',
    roles: [
      { role: '陈述人', group: '市（居）民、电梯企业、物业服务企业、律师、媒体、街道等方面的代表', count: 10 },
      { role: '旁听人代表', group: '发表意见的旁听人', count: 3 },
    ],
    selection: '公开报名、分类遴选，创新采取由新闻媒体全程参与遴选的方式。',
    agenda: ['听证主持人宣布听证事项和纪律', '起草单位说明', '陈述人陈述', '辩论', '旁听人代表发言', '陈述人核对笔录'],
    outcome: '听证意见整理为听证报告，作为修改征求意见稿的依据；采纳情况另行公布。',
  },
});

const adopted = item('city-elevator-opinions', '2013-10-14', {
  agencyId: LEGAL, categoryId: 'A20_15', kind: 'report',
  title: '《清川市电梯安全管理办法》立法听证报告',
  summary: '归纳听证会三个主要问题的不同意见和修改建议的处理原则。',
  formedOn: '2013-09-27',
  body: md('## 一、电梯使用管理者的确定', '争议在于物业服务企业的责任边界。处理原则：按照委托关系确定使用管理者，委托合同应当写明电梯管理内容。', '## 二、住宅小区电梯安全管理', '各方认可建立巡查和公告制度，对资金来源有不同意见。处理原则：与物业专项维修资金的使用衔接。', '## 三、安全监控', '争议在于在用电梯加装监控的范围和时限。处理原则：分步实施，先公共场所、后住宅。', '听证笔录经陈述人核对，存档备查。'),
  basis: [{ title: '立法听证会', key: 'city-elevator-hearing' }],
  channels: [web('2013-10-14')],
  fields: { type: 'work', from: '2013-09-12', to: '2013-09-27', figures: [{ label: '陈述人', value: 10, unit: '人' }, { label: '发表意见的旁听人代表', value: 3, unit: '人' }] },
});

const register = item('city-hearing-register', '2013-11-18', {
  agencyId: LEGAL, categoryId: 'A20_15', kind: 'institution',
  title: '听证代表名录管理办法',
  summary: '建立听证代表名录，按类别登记、公开抽取、定期更新，保证代表的广泛性和代表性。',
  formedOn: '2013-11-04',
  body: md('## 建立名录', '凡本市居民、企业和社会组织的人员可以自愿报名登入名录，按居民、企业、专业人士、媒体、街道社区等类别编组。', '## 使用名录', '举行听证时按听证事项所涉类别公开抽取，同一人员不得连续参加同类听证；抽取邀请媒体监督。', '## 公开范围', '公布各类别人数和抽取过程，不公布个人联系方式。'),
  channels: [web('2013-11-18')],
  fields: { type: 'system', appliesTo: '立法听证和重大行政决策听证', contacts: [{ name: '市政府法制办立法处', phone: phoneOf(LEGAL) }], riskPoints: [{ post: '听证代表抽取', before: '名录类别公开', during: '媒体全程参与', after: '抽取记录归档备查' }] },
});

const hearingService = item('city-hearing-signup', '2013-08-19', {
  agencyId: LEGAL, categoryId: 'A20_05', kind: 'service',
  title: '立法听证会和决策听证会报名指南',
  summary: '公民、法人和其他组织报名担任陈述人或者旁听人的条件、方式和遴选程序。',
  formedOn: '2013-08-12',
  body: md('报名不收费，不指定代理人。陈述人应当提交书面意见要点，便于主持人安排陈述次序。', '听证会笔录和报告在网上公布，部分听证会采用网络直播。'),
  basis: [ogi()],
  channels: [web('2013-08-19')],
  fields: {
    actType: 'other', audience: 'both', basis: ['《清川市政府法制工作规定》'], conditions: ['与听证事项有利害关系或者具有专业知识', '能够按时到会陈述'],
    materials: [{ name: '报名表', form: 'either', note: '免费格式文本' }, { name: '意见要点', form: 'either' }],
    flow: chain(['公告报名', '写明听证事项、类别和名额', '市政府法制办'], ['报名登记', '分类编组', '报名人'], ['公开遴选', '媒体全程参与', '市政府法制办'], ['通知和送达材料', '', '市政府法制办'], ['到会陈述或者旁听', '', '陈述人、旁听人'], ['公布听证报告', '说明采纳情况', '市政府法制办']),
    fees: [], windows: [{ name: '市政府法制办立法处', address: '清川市市府大道1号', phone: phoneOf(LEGAL) }], result: '陈述人或者旁听人通知书',
  },
});

export const lawmaking: DemoDisclosure[] = [decision, outline, provisions, explained, legislative, draftNotice, select, hearing, adopted, register, hearingService];
