import { by, channel, content, law, onKey, straightFlow, type Draft, type DemoDisclosure } from '../types.ts';

const tax = by('fangbei-tax');
const ADDRESS = '清川市坊北区北关路15号一楼';
const HALL = { name: '办税服务厅', address: ADDRESS, hours: '工作日 8:30—12:00，14:00—17:30', phone: '000-8851 0305' };
const board = (on: string) => [channel('notice-board', on, '坊北分局公示栏'), channel('screen', on, '办税服务厅电子显示屏')];
const screen = (on: string) => [channel('screen', on, '办税服务厅电子触摸屏'), channel('leaflet', on, '发送资料和上门辅导')];
const category = 'fangbei-tax.process';

const system = (key: string, on: string, title: string, appliesTo: string, summary: string, body: string): DemoDisclosure =>
  tax(key, on, { kind: 'institution', categoryId: category, title, summary, body, channels: board(on), fields: { type: 'system', appliesTo, contacts: [{ name: '纳税服务科', address: ADDRESS, phone: '000-8851 0305' }], riskPoints: [] } });

const pledge = (later: boolean): Draft => ({
  kind: 'institution', categoryId: category, title: '办税服务厅服务承诺', formedOn: later ? '2011-08-25' : '2010-03-11', summary: '公布首问、一次性告知、即时办理和监督投诉的服务承诺。',
  body: `1. 首问负责：第一位接待纳税人的工作人员负责办理或者引导。\n2. 一次性告知：材料不齐全的，一次告知全部补正内容。\n3. 资料齐全、符合规定的咨询、申报和证明事项，窗口即时办理。\n4. 需要调查审核的，告知办理时限和结果领取方式。\n5. 收费为零，资料免费。${later ? '\n6. 每次服务后请使用服务质量评价器评价；评价为不满意的，由纳税服务科回访并说明改进情况。' : ''}`,
  channels: board(later ? '2011-08-29' : '2010-03-15'), fields: { type: 'system', appliesTo: '办税服务厅全体工作人员', contacts: [{ name: '监察室（投诉）', address: ADDRESS, phone: '000-8851 0109' }], riskPoints: [] },
});

const guides: [slug: string, title: string, summary: string, conditions: string[], materials: string[], steps: [string, string][], fact: string][] = [
  ['guide-registration', '税务登记办事指南', '从事生产、经营的纳税人办理税务登记的条件、材料和流程。', ['已领取营业执照', '在坊北区内从事生产经营'], ['税务登记表', '营业执照副本', '经营场所证明'], [['提交申请', '纳税人'], ['核对材料，一次性告知补正', '办税服务厅'], ['录入登记信息', '办税服务厅'], ['发放税务登记证件，告知申报期限', '办税服务厅']], '纳税人自领取营业执照之日起三十日内申报办理税务登记。'],
  ['guide-declaration', '地方税费纳税申报办事指南', '按期申报缴纳地方税费的方式、材料和申报期限提示。', ['已办理税务登记', '在规定的申报期限内'], ['纳税申报表', '财务会计报表', '代扣代缴报告表（扣缴义务人提交）'], [['选择上门、邮寄或者数据电文方式申报', '纳税人'], ['接收并核对申报表', '办税服务厅'], ['开具完税凭证', '办税服务厅']], '没有应纳税款的，也应当按照规定办理纳税申报；享受减税、免税待遇的，减免期间也应当办理纳税申报。'],
  ['guide-invoice', '发票领购办事指南', '需要使用发票的单位和个人领购发票的条件、材料和流程。', ['已办理税务登记', '确需使用发票'], ['发票领购申请', '税务登记证件', '经办人身份证明（仅供核对）', '发票专用章印模'], [['提出领购申请', '纳税人'], ['核定发票种类和数量', '征收管理科'], ['发售发票并告知保管要求', '办税服务厅']], '虚开、伪造发票属于违法行为，请按规定开具和保管。'],
  ['guide-tax-certificate', '开具完税证明办事指南', '缴纳税款后需要完税证明的办理指南，即时办理。', ['已在坊北分局缴纳税款'], ['身份证明（仅供核对）', '原缴款凭证'], [['提出申请', '纳税人'], ['核对缴款记录', '办税服务厅'], ['开具完税证明', '办税服务厅']], '税务机关征收税款时，必须给纳税人开具完税凭证。'],
  ['guide-complaint', '对税务人员违法违纪行为投诉举报办事指南', '对税务人员吃拿卡要、推诿拖延等行为的投诉举报渠道、程序和答复。', ['反映的对象是坊北分局工作人员'], ['投诉情况说明（口头、书面均可）'], [['受理投诉并登记，保护投诉人', '监察室'], ['调查核实', '监察室'], ['落实责任、限期整改', '纪检组长'], ['答复投诉人', '监察室']], '可以当面、电话或者投入社会满意度测评箱反映；投诉人身份保密。'],
  ['guide-consult', '税收政策咨询和培训报名办事指南', '免费咨询税收政策、领取《学税法》小册子和培训光盘、报名参加培训。', ['坊北区内纳税人'], ['报名单位名称和参加人数'], [['提出咨询或者报名', '纳税人'], ['解答或者安排培训', '纳税服务科'], ['发放学习资料', '纳税服务科']], '咨询、培训和资料一律免费；近三年免费培训企业财务人员6000余人次。'],
];

const servicesOf = guides.map(([slug, title, summary, conditions, materials, steps, fact]) =>
  tax(`tax/${slug}`, '2010-04-19', {
    kind: 'service', categoryId: category, title, formedOn: '2010-04-15', summary, body: `## 提示\n${fact}\n\n## 办理要求\n窗口工作人员设桌卡、佩戴胸卡，岗位和职务以现场公示为准。资料一律免费。\n\n## 监督\n不满意的，请在评价器上评价，或者向监察室反映。`,
    basis: [law('中华人民共和国税收征收管理法')], channels: screen('2010-04-19'),
    fields: { actType: slug === 'guide-complaint' || slug === 'guide-consult' ? 'guidance' : 'other', audience: 'both', basis: ['《中华人民共和国税收征收管理法》'], conditions, materials: materials.map((name) => ({ name, form: 'either' })), flow: straightFlow(steps.map(([label, actor]) => ({ label, actor }))), pledgedDays: slug === 'guide-complaint' ? 15 : 1, fees: [], windows: [HALL], result: '当场或者按承诺时限办结，告知结果领取方式' },
  }),
);

const wallCharts: [slug: string, title: string, summary: string, body: string][] = [
  ['wall-chart-org', '上墙图一：工作机构示意图', '坊北分局内设机构和分工示意，告诉纳税人什么事找哪个科。', '局长\n\n- 副局长（征收管理）：征收管理科、税政科\n- 副局长（稽查）：稽查局，下设选案、检查、审理、执行岗位\n- 副局长（服务）：纳税服务科、办税服务厅\n- 纪检组长：监察室\n- 办公室\n\n找不到对应科室的，请向办税服务厅首问窗口询问。'],
  ['wall-chart-procedure', '上墙图二：各项工作程序图', '登记、申报、定税、减免税、稽查五项工作程序图上墙，便于纳税人监督。', '1. **登记**：提交材料—核对—录入—发证\n2. **申报**：选择方式—核对申报表—开具凭证\n3. **定税**：自报—实地调查—代表评议—业户申辩—综合评定—软件生成—公示—审批—通知书\n4. **减免税**：受理—科室审查—分管领导审核—局长审批—公示\n5. **稽查**：选案—稽查—审理—执行—回访'],
  ['wall-chart-rules', '上墙图三：各项工作制度', '首问负责、一次性告知、限时办结、责任追究等工作制度上墙。', '- 首问负责制\n- 一次性告知制\n- 限时办结制\n- 查前告知和查后回访制度\n- 税额核定公示制度\n- 减免税公示制度\n- 责任追究制度\n\n制度全文在触摸屏可以查询。'],
  ['wall-chart-conduct', '上墙图四：工作人员行为规范', '仪表、语言、纪律和廉洁方面的行为规范上墙，接受纳税人对照监督。', '1. 佩戴胸卡，着装整洁，摆放桌卡。\n2. 语言文明，不推诿、不训斥。\n3. 依法征税，不搞人情税。\n4. 不接受纳税人宴请、礼品。\n5. 检查时出示证件和文书。\n6. 为纳税人保守商业秘密。'],
];

export const process: DemoDisclosure[] = [
  tax('tax/six-sunshine', '2010-03-08', {
    kind: 'institution', categoryId: category, title: '“六阳光六透明”政务公开办法', formedOn: '2010-03-04', summary: '阳光办税、定税、稽查、服务、管理、监督，对应流程、税负、执法、政策、工作、权力六个透明。',
    body: '| 做法 | 实现的透明 | 目录 |\n| --- | --- | --- |\n| 阳光办税 | 流程透明 | 办事指南、工作程序、服务承诺 |\n| 阳光定税 | 税负透明 | 定税公示、定额比较 |\n| 阳光稽查 | 执法透明 | 查前告知、四个环节、查后回访 |\n| 阳光服务 | 政策透明 | 税法宣传、培训、个性化服务 |\n| 阳光管理 | 工作透明 | 减免税审批、工作通报、财务公开 |\n| 阳光监督 | 权力透明 | 执法监督员、座谈会、评价器 |',
    channels: board('2010-03-08'), fields: { type: 'guide', appliesTo: '坊北分局各科室', contacts: [{ name: '办公室', address: ADDRESS, phone: '000-8851 0301' }], riskPoints: [] },
  }),
  tax('tax/service-pledge', '2010-03-15', pledge(false), { amendments: [{ on: '2011-08-29', reason: '安装服务质量评价器，增加评价和回访承诺。', content: content({ ...pledge(true), agencyId: 'fangbei-tax' }) }] }),
  tax('tax/open-subjects', '2010-03-09', {
    kind: 'institution', categoryId: category, title: '阳光办税公开事项和公开形式一览', formedOn: '2010-03-05', summary: '权利义务、税收法规、管理服务规范、廉洁规定、责任追究制度分别以哪些形式公开。',
    body: '| 公开事项 | 公示栏 | 发送资料 | 上门辅导 | 显示屏 | 触摸屏 |\n| --- | --- | --- | --- | --- | --- |\n| 纳税人的权利与义务 | 是 | 是 | 是 | 是 | 是 |\n| 地方税收法规 | 是 | 是 | 是 | 是 | 是 |\n| 管理服务工作规范 | 是 | — | — | — | 是 |\n| 税务干部廉洁自律规定 | 是 | 是 | — | 是 | 是 |\n| 责任追究制度 | 是 | — | — | — | 是 |',
    basis: [onKey('“六阳光六透明”政务公开办法', 'tax/six-sunshine')], channels: board('2010-03-09'), fields: { type: 'system', appliesTo: '坊北分局各科室', contacts: [HALL], riskPoints: [] },
  }),
  system('tax/two-cards', '2010-03-16', '“两卡四上墙”管理规定', '办税服务厅和各科室工作人员', '工作人员设桌卡、佩戴胸卡，机构图、程序、制度、行为规范四项上墙。', '## 两卡\n- 桌卡：摆放在服务窗口，载明岗位、职务、监督电话。\n- 胸卡：执勤和外出执法时佩戴，载明岗位和工号。\n\n## 四上墙\n工作机构示意图、各项工作程序、各项工作制度、工作人员行为规范。\n\n## 检查\n办公室每月检查一次，卡片缺失、上墙内容过期的即时更换。'),
  ...wallCharts.map(([slug, title, summary, body]) => system(`tax/${slug}`, '2010-03-17', title, '坊北分局', summary, body)),
  ...servicesOf,
];
