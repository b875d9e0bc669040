import { by, channel, law, licenceFlow, onKey, straightFlow, type DemoDisclosure } from '../types.ts';

const HOURS = '工作日 8:30—12:00，14:00—17:30';
const land = by('qinghe-land');
const agriculture = by('qinghe-agriculture');
const civil = by('qinghe-civil-affairs');
const finance = by('qinghe-finance');
const centre = by('qinghe-service-centre');
const centreWindow = { name: '清河县政务服务中心综合受理窗口', address: '清川市清河县政府路20号', hours: HOURS, phone: '000-8847 0301' };
const board = (on: string, place = '清河县政务公开栏') => [channel('notice-board', on, place)];

const civilOf = (agencyId: string, name: string, phone: string, address: string, on: string): DemoDisclosure =>
  by(agencyId)(`grassroots/assistance-${agencyId}`, on, {
    kind: 'service', categoryId: 'A20_11', title: `${name}最低生活保障申请办事指南`, formedOn: on, summary: '申请最低生活保障由家庭向乡镇、街道提出，经调查、公示、审批，公布结果和投诉方式。',
    body: `## 申请\n由共同生活的家庭成员向户籍所在地的乡镇人民政府、街道办事处提出书面申请；个人申请有困难的，可以委托村民委员会、居民委员会代为提出。\n\n## 公示\n审核意见在申请人所在村、社区公示。公示只列户主称呼和人数，不公布身份证件号码、疾病情况和家庭住址门牌。\n\n## 监督\n认为不应享受或者应享受未享受的，向民政部门反映。标准以当年公布的文件为准。\n\n## 审批和投诉\n${name}救助窗口，${address}，电话 ${phone}。`, basis: [law('社会救助暂行办法', '第十一条')], channels: [channel('notice-board', on, '村、社区公开栏')],
    fields: { actType: 'payment', audience: 'person', basis: ['《社会救助暂行办法》第十一条'], conditions: ['共同生活的家庭成员人均收入低于当地最低生活保障标准', '符合家庭财产状况规定'], materials: [{ name: '最低生活保障申请书', form: 'original', note: '免费领取' }, { name: '户口簿、身份证明', form: 'copy', note: '仅供核对，不对外公开' }, { name: '家庭收入、财产状况声明', form: 'original' }],
      flow: {
        nodes: [{ id: 'start', type: 'start', label: '家庭提出书面申请', actor: '申请人' }, { id: 'survey', type: 'step', label: '入户调查、邻里访问、信函索证、群众评议', actor: '乡镇、街道' }, { id: 'notice', type: 'step', label: '审核意见在村、社区公示', actor: '乡镇、街道' }, { id: 'decide', type: 'decision', label: '是否符合条件', actor: name }, { id: 'grant', type: 'end', label: '批准并在村、社区公布', actor: name }, { id: 'refuse', type: 'end', label: '书面说明不批准理由', actor: name }],
        edges: [{ from: 'start', to: 'survey' }, { from: 'survey', to: 'notice' }, { from: 'notice', to: 'decide' }, { from: 'decide', to: 'grant', label: '符合' }, { from: 'decide', to: 'refuse', label: '不符合' }],
      }, fees: [], windows: [{ name: `${name}救助窗口`, address, hours: HOURS, phone }], result: '批准享受或者书面说明理由' },
  });

const homestead = by('qinghe-anping-town')('grassroots/homestead-guide', '2021-03-15', {
  kind: 'service', categoryId: 'A20_05', title: '农村村民宅基地审批办事指南', formedOn: '2021-03-11', summary: '农村村民一户一宅的宅基地申请、村级审查公示、乡镇审核批准程序。', body: '## 一户一宅\n农村村民一户只能拥有一处宅基地，面积不得超过省规定的标准。出卖、出租、赠与住宅后再申请宅基地的，不予批准。\n\n## 全过程公开\n申请、村级讨论、公示、审核、审批结果各环节都在村务公开栏公开。\n\n## 占用农用地\n涉及占用农用地的，依法先办理农用地转用审批手续。', basis: [law('中华人民共和国土地管理法', '第六十二条')], channels: [channel('notice-board', '2021-03-15', '安平镇政务公开栏'), channel('notice-board', '2021-03-16', '上湾村、下湾村、河沿村公开栏')],
  fields: { actType: 'licence', audience: 'person', basis: ['《中华人民共和国土地管理法》第六十二条', '《中华人民共和国行政许可法》第四十二条'], conditions: ['符合一户一宅', '符合乡（镇）土地利用总体规划、村庄规划', '尽量使用原有的宅基地和村内空闲地'], materials: [{ name: '宅基地申请表', form: 'original', note: '免费领取' }, { name: '户口簿', form: 'copy', note: '仅供核对' }, { name: '村级讨论同意材料', form: 'original' }],
    flow: licenceFlow('安平镇便民服务大厅', [{ label: '村级讨论并公示', actor: '村民委员会', detail: '经村民会议或者村民代表会议讨论通过并公示' }, { label: '到场审查', actor: '镇有关机构', detail: '审查申请人是否符合条件、拟用地是否符合规划' }], { actor: '安平镇人民政府' }, '批准宅基地并公布结果'), statutoryDays: 20, pledgedDays: 18, fees: [], windows: [{ name: '安平镇便民服务大厅', address: '清川市清河县安平镇政府街1号', hours: HOURS, phone: '000-8870 0303' }], result: '农村宅基地批准书，结果在村务公开栏公布' },
});

const EXPROPRIATION: [label: string, actor: string, detail: string, days?: number][] = [
  ['发布土地征收预公告', '县人民政府', '在拟征收土地所在的乡镇和村公布，时间不少于十个工作日', 10],
  ['土地现状调查和社会稳定风险评估', '县人民政府', '调查结果由所有权人、使用权人确认'],
  ['公告征地补偿安置方案，听取意见', '县人民政府', '公告时间不少于三十日；多数村民认为方案不符合规定的，组织听证'],
  ['办理补偿登记', '县人民政府', '在公告载明的期限内持权属证明办理'],
  ['签订征地补偿安置协议', '县人民政府', '如实说明个别未达成协议的情况'],
  ['报有批准权的人民政府批准', '县国土资源局', '批准前不得实施征收'],
  ['批准后公告并实施', '县人民政府', '收到批准文件之日起十五个工作日内公告；补偿费足额支付', 15],
];

export const services: DemoDisclosure[] = [
  homestead,
  civilOf('qinghe-civil-affairs', '清河县民政局', '000-8846 0301', '清川市清河县政府路7号', '2014-06-30'),
  civilOf('fangbei-civil-affairs', '坊北区民政局', '000-8854 0301', '清川市坊北区振兴路5号', '2014-07-01'),
  civilOf('nanping-civil-affairs', '南屏区民政局', '000-8862 0301', '清川市南屏区南门大街8号', '2014-07-02'),
  land('grassroots/expropriation-process', '2022-03-14', {
    kind: 'service', categoryId: 'A20_05', title: '征收集体土地全过程公开指南', formedOn: '2022-03-10', summary: '从预公告到批准后公告的每一个环节公开什么、公示多长时间、怎样提意见。', body: '土地征收的每一个环节、每一个程序都要公开，全过程接受群众监督。公告在乡镇公开栏、村务公开栏和网站同时发布，留存张贴照片。\n\n对补偿安置方案有意见的，可以书面提出，或者要求听证。', basis: [law('中华人民共和国土地管理法', '第四十七条'), law('中华人民共和国土地管理法实施条例', '第二十六条、第三十一条')], channels: board('2022-03-14'),
    fields: { actType: 'other', audience: 'both', basis: ['《中华人民共和国土地管理法》第四十七条', '《中华人民共和国土地管理法实施条例》'], conditions: ['因公共利益需要，符合法律规定的征收情形'], materials: [{ name: '土地、房屋等不动产权属证明', form: 'copy', note: '办理补偿登记时提交' }],
      flow: straightFlow(EXPROPRIATION.map(([label, actor, detail, days]) => ({ label, actor, detail, ...(days !== undefined && { days }) }))), fees: [], windows: [{ name: '县国土资源局耕地保护股', address: '清川市清河县政府路9号', hours: HOURS, phone: '000-8844 0301' }], result: '征收土地公告和补偿安置协议' },
  }),
  land('grassroots/land-approval-disclosure', '2012-04-16', {
    kind: 'institution', categoryId: 'A20_05', title: '土地审批环节公开要求和岗位风险防控', formedOn: '2012-04-12', summary: '土地审批从受理到结果每个环节公开的内容、岗位责任和防控措施。', body: '凡是涉及群众切身利益的敏感问题，如土地审批，每一个环节、每一个程序都要公开。\n\n- 受理：公开申请条件、材料、受理日期。\n- 审查：公开审查岗位和期限。\n- 公示：公开拟批结果和异议渠道。\n- 结果：公开批准结果；不予批准的说明理由。', basis: [onKey('清河县政务公开时间管理办法', 'grassroots/open-terms')], channels: board('2012-04-16'),
    fields: { type: 'duties', appliesTo: '县国土资源局审批岗位', contacts: [{ name: '土地利用股', phone: '000-8844 0302' }], riskPoints: [{ post: '受理岗', before: '公布材料清单和免费样例', during: '一次性告知，出具凭证', after: '受理台账抽查' }, { post: '审查岗', before: '公布审查标准', during: '两人以上现场踏勘', after: '审查意见归档' }, { post: '审批岗', before: '公布审批权限', during: '集体研究', after: '结果公开，接受异议' }] },
  }),
  agriculture('grassroots/policy-card', '2012-02-20', {
    kind: 'institution', categoryId: 'A20_11', title: '惠农政策明白卡（一户一卡）', formedOn: '2012-02-16', summary: '粮食直补、农资综合补贴、良种补贴、农机购置补贴的政策依据、办理方式、公示环节和咨询电话。',
    body: '| 政策 | 谁能享受 | 怎样公示 | 找谁问 |\n| --- | --- | --- | --- |\n| 种粮农民直接补贴 | 种粮农户 | 村级公示面积和金额 | 乡镇财政所 |\n| 农资综合补贴 | 种粮农户 | 村级公示 | 乡镇财政所 |\n| 良种补贴 | 使用良种的农户 | 村级公示 | 乡镇农业综合服务中心 |\n| 农机购置补贴 | 购机农户 | 公示购机信息 | 县农业局 |\n\n补贴标准以当年公布的文件为准。补贴资金发到户，任何单位不得截留、抵扣。对公示面积有异议的，当场提出，由乡镇核实。',
    channels: [channel('leaflet', '2012-02-20', '各村发放到户'), channel('notice-board', '2012-02-20', '各村公开栏')], fields: { type: 'guide', appliesTo: '清河县农户', contacts: [{ name: '县农业局政策股', address: '清川市清河县政府路11号', phone: '000-8845 0302' }], riskPoints: [] },
  }, { attachments: [{ name: '惠农政策明白卡.txt', mediaType: 'text/plain', text: '惠农政策明白卡\n\n一、种粮农民直接补贴\n二、农资综合补贴\n三、良种补贴\n四、农机购置补贴\n\n标准以当年公布的文件为准。补贴发放前在村公开栏公示。\n咨询：县农业局政策股 000-8845 0302\n' }], expired: '2015-12-31' }),
  by('xiling-agriculture')('grassroots/policy-card-xiling', '2012-03-12', {
    kind: 'institution', categoryId: 'A20_11', title: '西岭县农民负担监督和惠农政策明白卡', formedOn: '2012-03-08', summary: '公布惠农补贴发放程序、向农民收费须有依据的规定和举报方式。', body: '1. 惠农补贴通过公示程序发放到户，不得抵扣其他款项。\n2. 向农民收费，应当出示收费依据和标准；没有依据的，农民有权拒绝。\n3. 村级筹资筹劳须经村民会议或者村民代表会议讨论。\n4. 发现强制捐款、摊派的，向县农业局经营管理股举报。', channels: [channel('leaflet', '2012-03-12', '松坪镇、云峰乡'), channel('notice-board', '2012-03-12', '松坪村、上坪村、云峰村公开栏')], fields: { type: 'guide', appliesTo: '西岭县农户', contacts: [{ name: '县农业局经营管理股', phone: '000-8866 0301' }], riskPoints: [] },
  }),
  agriculture('grassroots/transfer-guide', '2020-06-15', {
    kind: 'service', categoryId: 'A20_05', title: '农村土地经营权流转办事指南', formedOn: '2020-06-11', summary: '土地经营权流转的原则、合同、备案和公开要求，免费提供合同样式。', body: '## 原则\n依法、自愿、有偿，任何组织和个人不得强迫或者阻碍流转；不得改变土地所有权性质和农业用途。\n\n## 公开\n流转双方姓名不公开；流转面积、期限和用途按规定备案，村级公开栏公示集体统一组织流转的情况。\n\n## 免费\n合同样式免费领取。', basis: [law('中华人民共和国农村土地承包法')], channels: board('2020-06-15'),
    fields: { actType: 'guidance', audience: 'both', basis: ['《中华人民共和国农村土地承包法》'], conditions: ['承包方自愿', '流转期限不超过承包期的剩余期限', '受让方有农业经营能力或者资质'], materials: [{ name: '流转合同', form: 'original', copies: 3, note: '样式免费' }, { name: '承包地权属证明', form: 'copy' }], flow: straightFlow([{ label: '双方协商', actor: '承包方、受让方' }, { label: '签订书面合同', actor: '承包方、受让方' }, { label: '向发包方备案', actor: '村集体经济组织或者村民委员会' }, { label: '登记归档', actor: '乡镇农业综合服务中心' }]), pledgedDays: 5, fees: [], windows: [{ name: '县农业局经营管理股', address: '清川市清河县政府路11号', hours: HOURS, phone: '000-8845 0301' }], result: '流转合同备案' },
  }),
  finance('grassroots/charge-display', '2012-03-26', {
    kind: 'institution', categoryId: 'A20_08', title: '清河县收费项目、依据、标准公示要求和收费表样式', formedOn: '2012-03-22', summary: '县直单位和乡镇应当公示收费项目、收费依据、收费标准，无依据的不得收费。', body: '| 栏目 | 填写要求 |\n| --- | --- |\n| 收费项目 | 与批准文件一致 |\n| 收费依据 | 文件名称、文号 |\n| 收费标准 | 数额和计量单位；免费的写“免费” |\n| 收费对象 | 谁缴、何时缴 |\n| 减免规定 | 写明减免条件 |\n| 监督电话 | 财政、价格主管部门电话 |\n\n未公示的项目，群众有权拒绝缴纳。', basis: [onKey('清河县“一栏一台一网一会”政务公开实施办法', 'grassroots/four-forms')], channels: board('2012-03-26'), fields: { type: 'system', appliesTo: '清河县县直单位和乡镇', contacts: [{ name: '县财政局综合股', phone: '000-8843 0302' }], riskPoints: [] },
  }, { attachments: [{ name: '收费表样式.csv', mediaType: 'text/csv', text: '收费项目,收费依据,收费标准,收费对象,减免规定,监督电话\n(按批准文件填写),(文件名称和文号),(数额或者免费),,,000-8843 0302\n' }] }),
  finance('grassroots/subsidy-stages', '2012-04-23', {
    kind: 'project', categoryId: 'A20_11', title: '惠农补贴资金发放全过程公开', formedOn: '2012-04-19', openTerm: { term: 'staged' }, summary: '惠农政策落实由结果公开转向过程公开，申报、核实、公示、发放、核查各环节公布。', body: '凡是涉及群众切身利益的惠农政策落实，每一个环节、每一个程序都要公开。金额、户数以各村公示为准，未公布。', channels: board('2012-04-23'),
    fields: { type: 'approval', lead: '清河县财政局', partners: ['清河县农业局', '各乡镇人民政府'], stages: [{ name: '农户申报', state: 'done', actor: '村民委员会' }, { name: '乡镇核实', state: 'done', actor: '农业综合服务中心' }, { name: '村级公示', state: 'done', actor: '村民委员会', detail: '公示面积和金额，接受异议' }, { name: '资金发放', state: 'current', actor: '乡镇财政所', detail: '发放到户' }, { name: '抽查核实', state: 'planned', actor: '县财政局' }] },
  }),
  civil('grassroots/village-affairs-rule', '2012-05-14', {
    kind: 'institution', categoryId: 'A20_15', title: '村务公开内容和时间要求', formedOn: '2012-05-10', summary: '村务公开应当公布的事项、公布时间和村民查询监督权。', body: '1. 由村民会议、村民代表会议讨论决定的事项及其实施情况。\n2. 政府拨付和接受社会捐赠的救灾救助、补贴补助等资金、物资的管理使用情况。\n3. 村民委员会协助人民政府开展工作的情况。\n4. 涉及本村村民利益，村民普遍关心的其他事项。\n\n一般事项至少每季度公布一次；集体财务往来较多的，财务收支情况应当每月公布一次；涉及村民利益的重大事项应当随时公布。村民委员会应当保证所公布事项的真实性，并接受村民的查询。', basis: [law('中华人民共和国村民委员会组织法', '第三十条')], channels: board('2012-05-14'), fields: { type: 'system', appliesTo: '清河县各村', contacts: [{ name: '县民政局基层政权股', phone: '000-8846 0302' }], riskPoints: [] },
  }),
  centre('grassroots/window-fees', '2012-03-29', {
    kind: 'institution', categoryId: 'A20_08', title: '县政务服务中心窗口收费公示牌制度', formedOn: '2012-03-27', summary: '各窗口公示收费项目、依据和标准，免费事项写明“免费”，不得要求购买格式文本。', body: '1. 每个窗口摆放收费公示牌。\n2. 申请表、样例、办事指南免费提供。\n3. 没有公示的收费一律不得收取。\n4. 多收、错收的当场更正，由督查股登记。', basis: [onKey('清河县收费项目、依据、标准公示要求', 'grassroots/charge-display')], channels: [channel('service-hall', '2012-03-29', '县政务服务中心')], fields: { type: 'system', appliesTo: '进驻窗口', contacts: [{ name: '督查股', phone: '000-8847 0302' }], riskPoints: [] },
  }),
  centre('grassroots/request-counter', '2012-05-21', {
    kind: 'service', categoryId: 'A20_05', title: '依申请公开受理点当面申请指南', formedOn: '2012-05-17', summary: '在政务服务中心窗口当面申请政府信息公开，由工作人员协助填写，出具登记凭证。', body: '当面提交的，以提交之日为收到申请之日。书写有困难的，工作人员协助填写。窗口接收后转交制作该信息的行政机关，申请人凭登记凭证查询。', basis: [law('中华人民共和国政府信息公开条例（国务院令第492号）', '第二十条')], channels: [channel('service-hall', '2012-05-21', '县政务服务中心')],
    fields: { actType: 'other', audience: 'both', basis: ['《中华人民共和国政府信息公开条例》'], conditions: ['申请的信息不属于已公开内容'], materials: [{ name: '政府信息公开申请表', form: 'original', note: '免费领取' }, { name: '身份证明', form: 'copy', note: '仅供核对' }], flow: straightFlow([{ label: '填写或者口述申请', actor: '申请人' }, { label: '窗口登记，出具凭证', actor: '受理窗口' }, { label: '转交有权答复的机关', actor: '受理窗口' }, { label: '机关答复申请人', actor: '承办机关' }]), statutoryDays: 15, pledgedDays: 15, fees: [], windows: [centreWindow], result: '登记凭证、书面答复' },
  }),
];
