import type { DemoDisclosure } from '../types.ts';
import { articles, bullets, chain, item, md, numbered, phoneOf, web } from './build.ts';

const LEGAL = 'qingchuan-legal-affairs';

const responsibility = item('city-enforcement-responsibility', '2013-03-18', {
  agencyId: LEGAL, categoryId: 'A20_06', kind: 'institution',
  title: '市级行政执法责任制和56个行政执法责任单位',
  summary: '市人民政府向56个行政执法责任单位下达行政执法责任书，把职责和要求分解到部门、岗位和执法人员。',
  formedOn: '2013-03-04',
  body: md('完善行政执法责任制度，把执法职责和执法要求层层分解到每一个部门、每一个岗位和每一名行政执法人员。', '市人民政府向56个行政执法责任单位下达行政执法责任书。责任书载明：', bullets('执法依据和执法权限', '执法岗位和责任人（按岗位）', '执法程序和标准', '违法或者不当执法的责任'), '单位名单随责任书在各单位目录公布。'),
  channels: [web('2013-03-18'), { carrier: 'meeting', on: '2013-03-15', place: '全市依法行政大会' }],
  fields: { type: 'system', appliesTo: '56个行政执法责任单位', contacts: [{ name: '市政府法制办行政执法监督处', phone: phoneOf(LEGAL) }], riskPoints: [{ post: '一线执法岗位', before: '依据、权限、程序、裁量基准公开', during: '持证上岗、亮证执法、全程记录', after: '案卷评查、评议考核、责任追究' }] },
});

const training = item('city-enforcement-training-2013', '2014-01-13', {
  agencyId: LEGAL, categoryId: 'A20_15', kind: 'personnel',
  title: '行政执法人员上岗培训情况（2013年）',
  summary: '市政府法制办组织培训班4期，培训499人；与相关部门联合举办3期，培训129人。',
  formedOn: '2014-01-03',
  body: md('严格执行“先培训、后发证”。2013年市政府法制办组织培训班4期，共培训市直单位和五区政府行政执法人员499人；与相关部门联合举办培训班3期，共培训行政执法人员129人。', '培训和考试情况记入个人学法档案。未经培训合格的，不发行政执法证件，不得从事执法。'),
  channels: [web('2014-01-13'), { carrier: 'meeting', on: '2014-01-10', place: '市政府法制办行政执法培训班', quantity: '自办4期499人，联合举办3期129人' }],
  fields: {
    type: 'training', from: '2013-01-01', to: '2013-12-31',
    posts: [
      { post: '市直单位和五区政府行政执法人员', count: 499, requirement: '上岗前培训并考试合格', note: '市政府法制办组织培训班4期' },
      { post: '相关部门行政执法人员', count: 129, requirement: '上岗前培训并考试合格', note: '与相关部门联合举办培训班3期' },
    ],
  },
});

const trainingFigures = item('city-enforcement-training-statistics', '2014-01-13', {
  agencyId: LEGAL, categoryId: 'A20_04', kind: 'statistics',
  title: '行政执法人员培训人数统计（2013年）',
  summary: '两类培训班合计7期、628人；合计数由公布的分项相加得出。',
  formedOn: '2014-01-03',
  body: md('分项数为公布数，合计由本表相加得出：4 + 3 = 7期，499 + 129 = 628人。'),
  channels: [web('2014-01-13')],
  fields: {
    period: '2013年',
    tables: [{ caption: '培训班期数和人数', columns: [{ key: 'name', title: '举办方式', type: 'text' }, { key: 'classes', title: '期数', type: 'integer', unit: '期' }, { key: 'people', title: '人数', type: 'integer', unit: '人' }], rows: [{ name: '市政府法制办组织', classes: 4, people: 499 }, { name: '与相关部门联合举办', classes: 3, people: 129 }, { name: '合计（相加得出）', classes: 7, people: 628 }], chart: { type: 'bar', label: 'name', values: ['people'] } }],
    checks: [{ statement: '4 + 3 = 7', holds: true }, { statement: '499 + 129 = 628', holds: true }],
  },
});

const discretion = item('city-discretion-notice', '2013-05-27', {
  agencyId: LEGAL, categoryId: 'A20_06', kind: 'normative',
  title: '关于进一步完善行政裁量权基准规范行政执法行为的通知',
  summary: '督促各执法单位及时修订完善裁量权基准，并把基准的规范适用作为行政处罚案卷评查的重要指标。',
  docNo: '清政法〔2013〕13号', formedOn: '2013-05-13', effectiveOn: '2013-06-01',
  body: articles('各执法单位应当及时修订完善行政裁量权基准，确保依法适用。', '裁量权基准按违法行为、处罚依据、裁量阶次、适用情形、裁量幅度编制，以表格形式公布。', '法律、法规、规章修改的，相关基准同步修订，修订前后的文本均可查询。', '行政处罚决定书应当说明裁量的理由。不适用基准的，应当说明原因并经集体讨论。', '将裁量权基准的规范适用作为行政处罚案卷评查的一项重要指标，评查结果公布。'),
  channels: [web('2013-05-27')],
  fields: { genre: 'normative-document', issuers: ['清川市人民政府法制办公室'], registrationNo: '清规〔2013〕009' },
}, { attachments: [{ name: '行政裁量权基准表（空白格式）.csv', mediaType: 'text/csv', text: '违法行为,处罚依据,裁量阶次,适用情形,裁量幅度\n,,,,\n' }] });

const certificates = item('city-enforcement-certificates', '2013-07-15', {
  agencyId: LEGAL, categoryId: 'A20_06', kind: 'institution',
  title: '行政执法人员持证上岗、亮证执法制度',
  summary: '先培训、后发证；不得聘用临时人员执法、无证执法；群众可以查验证件并投诉。',
  formedOn: '2013-07-01',
  body: md('全市行政执法队伍实行统一管理，遏制聘用临时人员执法、无证执法和执法违法。', numbered('执法人员经培训、考试合格，取得行政执法证件', '执法时主动出示证件，说明身份、事由和依据', '不出示证件的，当事人有权拒绝', '证件载明单位、岗位和编号，可以在网上查验', '离岗、调离的收回证件并公布'), '投诉渠道：12345市民服务热线、市政府法制办行政执法监督处。'),
  basis: [{ title: '《清川市政府法制工作规定》', key: 'city-legal-work-rules' }],
  channels: [web('2013-07-15')],
  fields: { type: 'system', appliesTo: '全市行政执法人员', contacts: [{ name: '市政府法制办行政执法监督处', phone: phoneOf(LEGAL, '监督投诉') }], riskPoints: [{ post: '行政执法人员', before: '培训考试后发证', during: '亮证执法、说明依据', after: '收回、注销和公告' }] },
});

const verify = item('city-enforcement-verify', '2013-07-15', {
  agencyId: LEGAL, categoryId: 'A20_05', kind: 'service',
  title: '行政执法证件查验和执法行为投诉指南',
  summary: '当事人可以当场查验证件，对无证执法、执法违法行为当场拒绝并投诉。',
  formedOn: '2013-07-01',
  body: md('查验时核对证件的单位、岗位和编号。查验结果可以在网上或者电话确认。', '投诉人的身份依法保密。'),
  basis: [{ title: '持证上岗、亮证执法制度', key: 'city-enforcement-certificates' }],
  channels: [web('2013-07-15')],
  fields: {
    actType: 'relief', audience: 'both', basis: ['《清川市政府法制工作规定》'], conditions: [], materials: [{ name: '执法单位名称、时间、地点', form: 'either' }],
    flow: chain(['要求出示证件', '核对单位、岗位、编号', '当事人'], ['网上或者电话查验', '', '当事人'], ['提出投诉', '写明经过', '当事人'], ['核查处理', '', '行政执法监督处'], ['告知结果', '', '行政执法监督处']),
    fees: [], windows: [{ name: '行政执法监督处', address: '清川市市府大道1号', phone: phoneOf(LEGAL, '监督投诉') }], result: '查验结果、投诉处理结果',
  },
});

const commentary = item('city-commentary-session', '2013-11-25', {
  agencyId: LEGAL, categoryId: 'A20_15', kind: 'meeting',
  title: '依法行政讲评会',
  summary: '对区县和市直部门的20个规范性文件和10个行政执法案例进行剖析和点评。',
  formedOn: '2013-11-18',
  body: md('召开依法行政讲评会，对区县和市直部门的20个规范性文件和10个行政执法案例，采用图文讲解方式进行深入、直观的剖析和点评。', '## 规范性文件讲评要点', bullets('制定权限是否合法', '程序是否完备，是否公开征求意见', '是否增设许可、处罚、收费', '是否规定有效期'), '## 执法案例讲评要点', bullets('事实是否清楚、证据是否充分', '依据是否正确', '程序是否合法', '裁量是否说明理由', '文书是否规范')),
  channels: [web('2013-11-25'), { carrier: 'meeting', on: '2013-11-18', place: '依法行政讲评会', quantity: '20个文件，10个案例' }],
  note: '讲评隐去当事人信息。',
  fields: { type: 'review', subject: '20个规范性文件和10个行政执法案例', roles: [], agenda: ['规范性文件讲评（20个）', '行政执法案例讲评（10个）', '交流讨论'], outcome: '讲评意见反馈制定和办案单位整改。' },
});

const appraisal = item('city-public-appraisal', '2013-10-21', {
  agencyId: LEGAL, categoryId: 'A20_15', kind: 'notice',
  title: '市直行政执法部门依法行政情况公开评议公告',
  summary: '向市人大代表、政协委员发送征求意见函，征求社会各界对市直行政执法部门依法行政工作的意见建议。',
  formedOn: '2013-10-08',
  body: md('结合依法行政示范单位创建，对市直行政执法部门依法行政情况进行公开评议。', '评议内容：执法是否公正、程序是否规范、服务是否便民、投诉是否办结。', '意见可以署名也可以不署名，署名的不公开姓名。评议结果公布。'),
  openTerm: { term: 'temporary', until: '2013-11-22' },
  channels: [web('2013-10-21')],
  fields: { subject: '市直行政执法部门依法行政情况', from: '2013-10-21', to: '2013-11-22', objections: [{ way: '电话', contact: phoneOf(LEGAL) }, { way: '来信', contact: '清川市市府大道1号 市政府法制办' }], outcome: '意见分类交有关部门整改，整改情况公开。' },
}, { expired: '2013-11-23' });

const files = item('city-case-file-review', '2013-08-26', {
  agencyId: LEGAL, categoryId: 'A20_06', kind: 'institution',
  title: '行政执法案卷评查办法',
  summary: '对行政处罚、行政许可案卷的主体、事实、依据、程序、裁量、文书进行评查，结果作为考核依据。',
  formedOn: '2013-08-12',
  body: md('评查采取随机抽取、交叉评查、集中讲评的方式。评查指标：', '| 指标 | 内容 |\n|---|---|\n| 主体 | 执法主体、执法人员资格 |\n| 事实证据 | 证据是否充分、合法 |\n| 依据 | 适用法律是否正确、准确 |\n| 程序 | 告知、听证、集体讨论、送达 |\n| 裁量 | 是否适用裁量权基准并说明理由 |\n| 文书归档 | 文书规范、卷宗完整 |', '评查发现的问题形成清单，交办整改，整改结果公布。案卷信息依法不予公开的部分除外。'),
  channels: [web('2013-08-26')],
  fields: { type: 'system', appliesTo: '市、区县行政执法机关', contacts: [], riskPoints: [] },
});

const withdrawnPenalty = item('city-penalty-withdrawn', '2013-04-08', {
  agencyId: 'qingchuan-industry-commerce', categoryId: 'A20_06', kind: 'decision',
  title: '行政处罚决定信息（清工商罚字〔2013〕第6号）',
  summary: '该处罚决定经行政复议撤销，处罚信息已撤回。',
  docNo: '清工商罚字〔2013〕第6号', formedOn: '2013-04-01',
  body: md('本条信息为行政处罚决定的公示信息，已因复议撤销而撤回。'),
  channels: [web('2013-04-08')],
  fields: { act: 'penalty', decisionNo: '清工商罚字〔2013〕第6号', party: '某经营部', basis: '市场监督管理有关法律、法规', decidedOn: '2013-04-01', authority: '清川市工商行政管理局', status: 'revoked', cause: '涉嫌违反市场经营管理规定', category: '罚款', result: '已由行政复议机关撤销' },
}, { withdrawn: { on: '2013-08-21', ground: '该处罚决定经行政复议撤销，属于2013年审结案件中“撤销及确认违法”的情形。处罚决定被撤销的，公示信息应当撤回并说明理由。', decidedBy: '清川市工商行政管理局' } });

const withdrawnForm = item('city-form-withdrawn', '2009-03-09', {
  agencyId: 'qingchuan-service-centre', categoryId: 'A20_08', kind: 'notice',
  title: '申请书范本领取和工本费公告',
  summary: '该公告规定的范本收费做法没有法定依据，已撤回。',
  formedOn: '2009-03-02',
  body: md('本公告已撤回。申请书格式文本和填写样例一律免费提供。'),
  channels: [web('2009-03-09')],
  fields: { subject: '申请书范本的领取', from: '2009-03-09', to: '2011-05-31', objections: [{ way: '现场', contact: '市行政服务中心一楼督查科' }] },
}, { withdrawn: { on: '2011-05-25', ground: '要求办事人员购买申请书范本没有法定依据，违反申请书格式文本不得收费的规定，经责令改正后撤回', decidedBy: '清川市行政服务中心', replacedBy: 'city-forms-free' } });

const freeForms = item('city-forms-free', '2011-05-25', {
  agencyId: 'qingchuan-service-centre', categoryId: 'A20_08', kind: 'institution',
  title: '申请书格式文本和填写样例免费提供办法',
  summary: '各窗口的申请书格式文本、填写样例一律免费，现场领取和网上下载并行。',
  formedOn: '2011-05-23',
  body: md('## 适用', '进驻市行政服务中心的全部窗口。', '## 办法', numbered('窗口摆放纸质格式文本和样例，随到随取，不登记、不收费', '网上提供同一版本，注明编制日期', '不得指定购买、不得指定代书', '发现收费的，当场退还并处理责任人'), '## 投诉', '督查科当场受理。'),
  basis: [{ title: '《中华人民共和国行政许可法》', article: '第五十八条' }],
  channels: [web('2011-05-25'), { carrier: 'service-hall', on: '2011-05-26', place: '市行政服务中心一楼大厅' }],
  fields: { type: 'system', appliesTo: '市行政服务中心各窗口', contacts: [{ name: '督查科', address: '清川市市府大道18号', phone: phoneOf('qingchuan-service-centre', '监督投诉') }], riskPoints: [] },
});

export const enforcement: DemoDisclosure[] = [responsibility, training, trainingFigures, discretion, certificates, verify, commentary, appraisal, files, withdrawnPenalty, withdrawnForm, freeForms];
