import type { DemoDisclosure } from '../types.ts';
import { archive, bullets, chain, item, md, numbered, phoneOf, web } from './build.ts';

const LEGAL = 'qingchuan-legal-affairs';

const filing = item('city-filing-statistics', '2014-01-20', {
  agencyId: LEGAL, categoryId: 'A20_04', kind: 'statistics',
  title: '规章、规范性文件审查和备案统计（2013年）',
  summary: '审查149件次；向法定监督机关报备61件，报备率、及时率、规范率均为100%；接受区县报备122件，全部备案。',
  formedOn: '2014-01-10',
  body: md('进行政府或者政府办文件审查149件次；向法定监督机关报备规章、规范性文件61件，报备率、及时率和规范率均为100%；接受区县人民政府报备122件，全部予以备案。', '**指标含义** 报备率为已报备件数占应报备件数的比例；及时率为按期报备的比例；规范率为报备材料符合要求的比例。'),
  channels: [web('2014-01-20')],
  fields: {
    period: '2013年',
    tables: [
      { caption: '审查和备案件数', columns: [{ key: 'work', title: '工作', type: 'text' }, { key: 'n', title: '数量', type: 'integer' }, { key: 'unit', title: '单位', type: 'text' }], rows: [{ work: '政府或者政府办文件审查', n: 149, unit: '件次' }, { work: '向法定监督机关报备规章、规范性文件', n: 61, unit: '件' }, { work: '接受区县人民政府报备', n: 122, unit: '件' }], chart: { type: 'bar', label: 'work', values: ['n'] } },
      { caption: '报备质量', columns: [{ key: 'name', title: '指标', type: 'text' }, { key: 'share', title: '比例', type: 'percent', unit: '%' }, { key: 'base', title: '件数', type: 'integer', unit: '件' }], rows: [{ name: '报备率', share: 100, base: 61 }, { name: '及时率', share: 100, base: 61 }, { name: '规范率', share: 100, base: 61 }] },
    ],
    checks: [{ statement: '接受报备122件，全部予以备案', holds: true, note: '备案率为100%' }, { statement: '审查149件次与报备61件可以直接相减', holds: false, note: '“件次”包含同一文件的多次审查，两者口径不同，不可相减' }],
  },
});

const unified = item('city-three-unifications', '2013-05-20', {
  agencyId: LEGAL, categoryId: 'A20_01', kind: 'normative',
  title: '关于部门规范性文件“三统一”信息公示工作的通知',
  summary: '部门规范性文件统一登记、统一编号、统一公布，在政府门户网站公示；未统一公布的不得作为行政管理依据。',
  docNo: '清政法〔2013〕11号', formedOn: '2013-05-06', effectiveOn: '2013-06-01',
  body: md('## 统一登记', '部门起草的规范性文件经合法性审查后，由市政府法制办登记。', '## 统一编号', '登记后编列统一编号，格式为“清规〔年份〕序号”，一文一号，不得重复使用。', '## 统一公布', '在政府门户网站统一公布全文、登记编号、施行日期和有效期。', '## 效力', '未经统一登记、编号、公布的部门规范性文件，不得作为实施行政管理的依据，公民、法人和其他组织有权拒绝执行并向市政府法制办反映。'),
  basis: [{ title: '《清川市政府法制工作规定》', key: 'city-legal-work-rules' }],
  channels: [web('2013-05-20')],
  fields: { genre: 'normative-document', issuers: ['清川市人民政府法制办公室'], registrationNo: '清规〔2013〕008' },
});

const unifiedService = item('city-three-unifications-service', '2013-06-03', {
  agencyId: LEGAL, categoryId: 'A20_05', kind: 'service',
  title: '部门规范性文件登记、编号、公布办事指南',
  summary: '市级部门申请规范性文件“三统一”的材料、流程和公布要求。',
  formedOn: '2013-05-27',
  body: md('本指南供市级各部门使用，同时公开，便于公众监督文件形成的过程。', '材料不全的一次性告知；审查意见书面出具，部门不采纳的应当书面说明理由。'),
  basis: [{ title: '三统一通知', key: 'city-three-unifications' }],
  channels: [web('2013-06-03')],
  fields: {
    actType: 'other', audience: 'organisation', basis: ['《关于部门规范性文件“三统一”信息公示工作的通知》'], conditions: ['属于规范性文件', '已公开征求意见', '经本部门集体讨论'],
    materials: [{ name: '文件草案和起草说明', form: 'either' }, { name: '征求意见和采纳情况', form: 'either' }, { name: '制定依据', form: 'copy' }],
    flow: chain(['部门报送', '', '起草部门'], ['合法性审查', '审查权限、程序、内容是否合法', '规范性文件审查处'], ['出具审查意见', '', '规范性文件审查处'], ['登记编号', '编列“清规”统一编号', '规范性文件审查处'], ['部门印发', '', '起草部门'], ['统一公布全文', '门户网站同步公布', '规范性文件审查处']),
    fees: [], windows: [{ name: '市政府法制办规范性文件审查处', address: '清川市市府大道1号', phone: phoneOf(LEGAL) }], result: '登记编号通知',
  },
});

const cleanup = item('city-cleanup', '2013-08-05', {
  agencyId: LEGAL, categoryId: 'A20_01', kind: 'normative',
  title: '关于开展规范性文件清理工作的通知',
  summary: '不符合现行法律法规规定、阻碍发展的各类文件，按程序废止或者修改，清理结果公布。',
  docNo: '清政法〔2013〕18号', formedOn: '2013-07-22', effectiveOn: '2013-08-01',
  body: md('## 清理标准', numbered('与现行法律、法规相抵触的，废止或者修改', '含有地方保护、限制公平竞争、阻碍发展内容的，废止或者修改', '适用期已过、调整对象已消失的，宣布失效', '内容重复的，合并'), '## 公布', '清理结果按继续有效、修改、废止、失效四类公布目录；废止和失效的文件保留全文并标注状态，便于查证过去的行为。'),
  channels: [web('2013-08-05')],
  fields: { genre: 'notice', issuers: ['清川市人民政府法制办公室'], registrationNo: '清规〔2013〕013', validUntil: '2013-12-31' },
}, { expired: '2014-01-01' });

const whitePaper = item('city-rule-of-law-report-2013', '2014-01-27', {
  agencyId: 'qingchuan', categoryId: 'A20_15', kind: 'report',
  title: '清川市政府法制建设报告（2013年）',
  summary: '政府法制建设“白皮书”：制度建设、复议、执法监督、合同审查、简政放权和热线等主要情况和存在的问题。',
  formedOn: '2014-01-17',
  body: md(
    '## 一、制度建设', '2013年列入立法计划的地方性法规草案项目13件、规章项目11件；规范性文件审查149件次，报备61件，接受区县报备122件。',
    '## 二、行政复议', '共收到行政复议申请431件，受理349件，旧存13件，审结316件，结案率87.29%。分项统计见统计表及其核对说明。',
    '## 三、执法监督', '向56个行政执法责任单位下达行政执法责任书；市政府法制办组织培训班4期，培训499人，联合举办培训班3期，培训129人；召开依法行政讲评会，讲评20个规范性文件和10个行政执法案例。',
    '## 四、合同审查', '完成政府合同审查（含文件）74件，审查金额1000多亿元，出具法律意见57份。',
    '## 五、存在的问题', bullets('依法行政的力度还需进一步加大', '措施还需进一步强化', '制度还需进一步完善和创新'),
    '## 六、下一步', numbered('牢固树立法治理念', '完善重大决策规则', '增强法制系统活力', '加强行政执法监督'),
  ),
  basis: [{ title: '规章、规范性文件审查和备案统计', key: 'city-filing-statistics' }, { title: '行政复议案件统计', key: 'city-reconsideration-2013' }],
  channels: [web('2014-01-27'), { carrier: 'gazette', on: '2014-02-10' }, archive('2014-02-10')],
  fields: {
    type: 'rule-of-law', from: '2013-01-01', to: '2013-12-31',
    figures: [
      { label: '地方性法规草案项目', value: 13, unit: '件' }, { label: '规章项目', value: 11, unit: '件' }, { label: '文件审查', value: 149, unit: '件次' }, { label: '规范性文件报备', value: 61, unit: '件' }, { label: '接受区县报备', value: 122, unit: '件' },
      { label: '复议申请', value: 431, unit: '件' }, { label: '复议受理', value: 349, unit: '件' }, { label: '复议审结', value: 316, unit: '件', note: '分项之和为315件，照公布数列示' }, { label: '结案率', value: 87.29, unit: '%' },
      { label: '行政执法责任单位', value: 56, unit: '个' }, { label: '合同审查', value: 74, unit: '件' }, { label: '法律意见', value: 57, unit: '份' },
    ],
  },
});

const reconsideration = item('city-reconsideration-2013', '2014-01-20', {
  agencyId: LEGAL, categoryId: 'A20_04', kind: 'statistics',
  title: '行政复议案件统计（2013年）',
  summary: '收到申请431件，受理349件，旧存13件，审结316件。分项之和为315件，与审结数相差1件，照公布数列示并注明。',
  formedOn: '2014-01-10',
  body: md(
    '共收到行政复议申请431件，受理349件，旧存13件，审结316件，所有案件均在法定期限内审结，结案率87.29%。其中维持275件，撤销及确认违法6件，驳回申请2件，经调解申请人撤回及其他方式结案32件。',
    '**公布数与核对。** 四项分项之和为315件，比审结316件少1件；公布的占比之和为99.69%。本页照公布数列示，不作修改，待更正后以修订版本公布。',
    '**结案率。** 按审结件数除以受理与旧存之和计算，316 ÷（349 + 13）= 87.29%。',
  ),
  channels: [web('2014-01-20')],
  note: '分项之和315件，不等于审结316件；占比之和99.69%，不等于100%。源数据如此公布，未作调整。',
  fields: {
    period: '2013年',
    tables: [
      { caption: '收案和结案', columns: [{ key: 'name', title: '项目', type: 'text' }, { key: 'n', title: '件数', type: 'integer', unit: '件' }], rows: [{ name: '收到申请', n: 431 }, { name: '受理', n: 349 }, { name: '旧存', n: 13 }, { name: '审结', n: 316 }] },
      {
        caption: '审结方式（公布数）',
        columns: [{ key: 'name', title: '结案方式', type: 'text' }, { key: 'n', title: '件数', type: 'integer', unit: '件' }, { key: 'share', title: '占审结案件比例', type: 'percent', unit: '%' }],
        rows: [{ name: '维持', n: 275, share: 87.03 }, { name: '撤销及确认违法', n: 6, share: 1.9 }, { name: '驳回申请', n: 2, share: 0.63 }, { name: '经调解申请人撤回及其他方式结案', n: 32, share: 10.13 }, { name: '审结合计', n: 316, share: null }],
        chart: { type: 'bar', label: 'name', values: ['n'] },
      },
    ],
    checks: [
      { statement: '275 + 6 + 2 + 32 = 316', holds: false, note: '四项之和为315，与公布的审结数相差1件' },
      { statement: '87.03% + 1.9% + 0.63% + 10.13% = 100%', holds: false, note: '四项之和为99.69%' },
      { statement: '316 ÷(349 + 13)= 87.29%', holds: true },
      { statement: '各项占比等于件数除以316', holds: true, note: '各项单独计算相符，缺少的1件使合计不足100%' },
    ],
  },
}, { attachments: [{ name: '2013年行政复议统计（公布数）.csv', mediaType: 'text/csv', text: '项目,件数,占比\n收到申请,431,\n受理,349,\n旧存,13,\n审结,316,\n维持,275,87.03%\n撤销及确认违法,6,1.9%\n驳回申请,2,0.63%\n经调解申请人撤回及其他,32,10.13%\n' }] });

const reconsiderationGap = item('city-clarify-reconsideration', '2014-02-17', {
  agencyId: LEGAL, categoryId: 'A20_15', kind: 'clarification',
  title: '关于行政复议统计分项与合计相差1件的说明',
  summary: '分项之和315件与审结316件相差1件属实，源数据如此；在查明之前不改动已公布的数字。',
  formedOn: '2014-02-17',
  body: md('有读者指出行政复议统计表分项相加不等于审结数，该意见属实。', '公布数来自年度工作材料，四项分项之和比审结数少1件，占比之和为99.69%。在查明缺少的1件属于哪一类之前，本办不自行补入任何一项。', '感谢指正。'),
  channels: [web('2014-02-17')],
  fields: { claim: '“统计表里275、6、2、32加起来是315，审结却写316，数字是不是编的？”', fact: '数字照源材料公布，分项与合计确实相差1件。结案率87.29%按316件计算，与公布数一致。缺少的1件归属未查明，保持原数并标注。', evidence: [{ title: '行政复议案件统计（2013年）', key: 'city-reconsideration-2013' }] },
}, { links: [{ type: 'clarifies', key: 'city-reconsideration-2013' }] });

const accept = item('city-reconsideration-acceptance', '2013-04-22', {
  agencyId: LEGAL, categoryId: 'A20_01', kind: 'normative',
  title: '行政复议立案审查规则',
  summary: '建立申请材料提交、送达地址确认等程序，保障案件审理和有效送达。',
  docNo: '清政复〔2013〕3号', formedOn: '2013-04-08', effectiveOn: '2013-05-01',
  body: md('## 材料提交', '接收申请材料时出具清单，写明名称、份数和日期。材料不齐全或者表述不清楚的，一次性告知补正。', '## 送达地址确认', '申请人、第三人签署送达地址确认书，写明邮寄地址、电子送达方式和代收人。变更的应当及时告知；未告知的，按原确认地址送达。', '## 立案审查', bullets('是否有明确的申请人和被申请人', '是否有具体的复议请求和理由', '是否属于行政复议范围', '是否在法定申请期限内', '是否已由其他行政复议机关受理或者人民法院立案'), '符合条件的受理；不符合的书面告知理由。'),
  channels: [web('2013-04-22')],
  fields: { genre: 'normative-document', issuers: ['清川市人民政府法制办公室'], registrationNo: '清规〔2013〕006' },
});

const hearingRules = item('city-reconsideration-hearing', '2013-06-24', {
  agencyId: LEGAL, categoryId: 'A20_01', kind: 'normative',
  title: '清川市行政复议听证程序规定',
  summary: '明确行政复议听证范围、听证程序和听证结果的使用，保障当事人参与行政复议的权利。',
  docNo: '清政复〔2013〕5号', formedOn: '2013-06-10', effectiveOn: '2013-07-01',
  body: md('## 听证范围', '案情重大、复杂、事实争议较大或者当事人要求听证且有必要的，可以听证。', '## 听证程序', numbered('通知当事人听证的时间、地点、参加人和权利义务', '申请人陈述请求和理由', '被申请人说明行政行为的事实、证据和依据', '举证、质证、辩论', '最后陈述、核对笔录'), '## 结果使用', '听证笔录是作出行政复议决定的重要依据。未采纳当事人主要意见的，在决定书中说明理由。'),
  channels: [web('2013-06-24')],
  fields: { genre: 'normative-document', issuers: ['清川市人民政府法制办公室'], registrationNo: '清规〔2013〕010' },
});

const service = item('city-reconsideration-service', '2024-01-02', {
  agencyId: LEGAL, categoryId: 'A20_05', kind: 'service',
  title: '申请行政复议办事指南（市政府）',
  summary: '申请人可以自知道或者应当知道行政行为之日起六十日内申请行政复议；提供格式文本和调解。',
  formedOn: '2023-12-29',
  body: md('公民、法人或者其他组织认为行政行为侵犯其合法权益的，可以申请行政复议。申请不收费。', '复议期间一般不停止执行，法律规定可以停止的除外。可以先行调解，调解贯穿立案前、审理中、决定后。'),
  basis: [{ title: '《中华人民共和国行政复议法》' }, { title: '行政复议立案审查规则', key: 'city-reconsideration-acceptance' }],
  channels: [web('2024-01-02')],
  fields: {
    actType: 'adjudication', audience: 'both', basis: ['《中华人民共和国行政复议法》'],
    conditions: ['认为行政行为侵犯其合法权益', '自知道或者应当知道该行政行为之日起六十日内提出', '有明确的被申请人和具体的复议请求'],
    materials: [{ name: '行政复议申请书', form: 'either', note: '书写有困难的可以口头申请' }, { name: '身份证明', form: 'copy' }, { name: '行政行为的证据材料', form: 'copy' }, { name: '送达地址确认书', form: 'original' }],
    flow: {
      nodes: [
        { id: 'apply', type: 'start', label: '提出申请', actor: '申请人' }, { id: 'review', type: 'decision', label: '是否符合受理条件', detail: '自收到申请之日起五日内审查', actor: '行政复议处', days: 5 },
        { id: 'no', type: 'end', label: '不予受理并说明理由', actor: '行政复议处' }, { id: 'mediate', type: 'step', label: '调解', detail: '当事人自愿，任何阶段均可进行', actor: '行政复议处' },
        { id: 'hear', type: 'step', label: '审理', detail: '调取证据、听取意见，必要时听证', actor: '行政复议处' }, { id: 'decide', type: 'end', label: '作出决定并送达', actor: '清川市人民政府' },
      ],
      edges: [{ from: 'apply', to: 'review' }, { from: 'review', to: 'no', label: '不符合' }, { from: 'review', to: 'mediate', label: '符合' }, { from: 'mediate', to: 'hear' }, { from: 'hear', to: 'decide' }],
    },
    fees: [], windows: [{ name: '市政府法制办行政复议处', address: '清川市市府大道1号', phone: phoneOf(LEGAL) }], result: '行政复议决定书、调解书',
  },
});

const mediation = item('city-reconsideration-mediation', '2013-12-16', {
  agencyId: LEGAL, categoryId: 'A20_15', kind: 'report',
  title: '行政复议协调调解和行政司法互动情况报告',
  summary: '协调、调解处理行政复议案件30余起；建立行政司法互动机制，召开互动会议22次。',
  formedOn: '2013-12-02',
  body: md('抓住立案前、审理中、决定后各个环节，多个主体、多种渠道联动调解。主要方式：', bullets('召开案件协调会', '法律释明', '说服教育，引导换位思考，疏导情绪'), '协调、调解处理行政复议案件30余起。建立行政司法互动机制，召开行政司法互动会议22次，避免和化解行政争议。'),
  channels: [web('2013-12-16')],
  note: '“30余起”为公布的概数，未公布确切件数。',
  fields: { type: 'work', from: '2013-01-01', to: '2013-12-31', figures: [{ label: '协调、调解处理案件（概数，不少于）', value: 30, unit: '起' }, { label: '行政司法互动会议', value: 22, unit: '次' }] },
});

export const review: DemoDisclosure[] = [filing, unified, unifiedService, cleanup, whitePaper, reconsideration, reconsiderationGap, accept, hearingRules, service, mediation];
