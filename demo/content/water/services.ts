import { by, channel, content, law, licenceFlow, onKey, straightFlow, type Draft, type DemoDisclosure } from '../types.ts';

const water = by('qinghe-water');
const ADDRESS = '清川市清河县滨河路6号';
const HOURS = '工作日 8:30—12:00，14:00—17:30';
const window = (name: string, line: string) => ({ name, address: ADDRESS, hours: HOURS, phone: `000-8841 ${line}` });
const centre = { name: '县政务服务中心水利窗口', address: '清川市清河县政府路20号', hours: HOURS, phone: '000-8847 0301' };
const board = (on: string) => [channel('notice-board', on, '县水利局公示栏'), channel('service-hall', on, '县政务服务中心水利窗口')];
const form = (name: string) => ({ name, form: 'original' as const, copies: 2, note: '格式文本和填写样例免费领取，不得要求购买' });
const identity = { name: '申请人身份证明或者营业执照', form: 'copy' as const, copies: 1, note: '交验原件；身份证明只供核对，不对外公开' };

const sand = (pledgedDays: number): Draft => ({
  kind: 'service', categoryId: 'qinghe-water.sand', title: '河道采砂许可办事指南', formedOn: '2013-06-13',
  summary: '在县内河道可采区采砂的申请条件、材料、流程、时限和窗口，结果在公示栏和网站公开。',
  body: `## 办理提示\n- 禁采区、禁采期内不受理采砂申请，请先查看当年公告。\n- 拟许可结果公示期间，沿河群众可以提出异议。\n- 法定期限二十日；本局承诺在${pledgedDays}个工作日内作出决定，现场勘查所需时间计算在内。\n- 申请书格式文本免费领取，窗口备有填写样例。\n\n## 结果公开\n许可决定公开许可编号、采砂范围、期限和作业方式，公众有权查阅。`,
  basis: [law('中华人民共和国水法', '第三十九条'), law('中华人民共和国河道管理条例', '第二十五条'), onKey('清河县河道采砂管理办法', 'water/sand-mining-measures', '第十一条')], channels: board('2013-06-17'),
  fields: {
    actType: 'licence', audience: 'both', basis: ['《中华人民共和国水法》第三十九条', '《中华人民共和国河道管理条例》第二十五条', '《中华人民共和国行政许可法》第四十二条', '《清河县河道采砂管理办法》'],
    conditions: ['采砂地点在公告的可采区内', '符合河道采砂规划和禁采期规定', '有弃料处理和河道平复方案', '采砂范围、深度、作业方式明确'],
    materials: [form('河道采砂申请书'), identity, { name: '采砂地点位置图和作业范围图', form: 'original', copies: 2 }, { name: '弃料处理和河道平复方案', form: 'original', copies: 2 }, { name: '与第三者有利害关系的说明或者协议', form: 'either', note: '仅在涉及他人重大利益时提交' }],
    flow: licenceFlow('业务股', [
      { label: '现场勘查', actor: '业务股、水政监察大队', detail: '核对采砂地点是否在可采区内', days: 4 },
      { label: '技术审查', actor: '业务股', detail: '审查河势、防洪影响和平复方案', days: 4 },
      { label: '拟许可结果公示', actor: '办公室', detail: '在网站、公示栏和沿河村公开栏公示，受理异议', days: 5 },
    ], { actor: '分管副局长审核，局长签发', days: 2 }, '颁发河道采砂许可证'),
    statutoryDays: 20, pledgedDays, fees: [], windows: [centre, window('业务股', '0303')], result: '准予许可的颁发河道采砂许可证；不予许可的书面说明理由',
  },
  note: '采砂有关规费以办理时有效的国家和省规定为准，本指南不载明数额。',
});

const services: DemoDisclosure[] = [
  water('water/guide-sand-licence', '2013-06-17', sand(20), {
    amendments: [{ on: '2014-03-10', reason: '根据规范权力运行工作要求压缩承诺时限，由20个工作日改为15个工作日。', content: content({ ...sand(15), agencyId: 'qinghe-water' }) }],
    attachments: [{ name: '河道采砂申请书（样例）.txt', mediaType: 'text/plain', text: '河道采砂申请书（样例）\n\n申请人：____________________\n采砂地点：______河______段（附位置图）\n采砂范围和深度：____________________\n作业方式：____________________\n弃料处理和河道平复方案：见附件\n申请期限：自____年__月__日至____年__月__日\n\n填写说明：\n1. 采砂地点应当在公告的可采区内。\n2. 本格式文本免费提供。\n' }],
  }),
  water('water/guide-water-abstraction', '2013-07-08', {
    kind: 'service', categoryId: 'qinghe-water.resources', title: '取水许可办事指南', formedOn: '2013-07-04', summary: '利用取水工程或者设施直接从江河、湖泊、地下取水的许可申请指南，列明不需要申请的情形。',
    body: '## 不需要申请取水许可的情形\n家庭生活和零星散养、圈养畜禽饮用等少量取水，不需要申请领取取水许可证。\n\n## 办理提示\n- 取水申请批准后方可兴建取水工程或者设施；工程验收合格的，核发取水许可证。\n- 取水许可证有效期届满需要延续的，按规定提前提出申请。\n- 涉及他人重大利害关系的，告知申请人和利害关系人听证权利。',
    basis: [law('中华人民共和国水法', '第四十八条'), law('取水许可和水资源费征收管理条例', '第十九条')], channels: board('2013-07-08'),
    fields: {
      actType: 'licence', audience: 'both', basis: ['《中华人民共和国水法》第七条、第四十八条', '《取水许可和水资源费征收管理条例》'],
      conditions: ['取水符合水资源规划和节约用水要求', '不损害第三者合法权益', '退水方案符合水资源保护要求', '按规定计量用水'],
      materials: [form('取水许可申请书'), identity, { name: '与第三者利害关系的相关说明', form: 'original', copies: 1 }, { name: '建设项目水资源论证材料', form: 'original', copies: 2, note: '按规定应当开展论证的建设项目提交' }, { name: '备案或者核准文件', form: 'copy', note: '属于备案、核准项目的提交' }],
      flow: licenceFlow('水管站', [
        { label: '现场核验取水口', actor: '水管站', days: 5 }, { label: '水资源论证审查', actor: '水管站、专家', detail: '不需要论证的跳过', days: 10 }, { label: '公告或者告知利害关系人', actor: '水管站', detail: '涉及公共利益或者他人重大利害关系时进行', days: 5 },
      ], { actor: '分管副局长审核，局长签发', days: 5 }, '签发取水申请批准文件，工程验收合格后核发取水许可证'),
      statutoryDays: 45, pledgedDays: 30, fees: [{ item: '水资源费', standard: '按省规定的标准执行', basis: '《取水许可和水资源费征收管理条例》' }], windows: [centre, window('水管站', '0304')], result: '取水申请批准文件、取水许可证',
    },
  }),
  water('water/guide-soil-conservation', '2013-07-15', {
    kind: 'service', categoryId: 'qinghe-water.soil', title: '生产建设项目水土保持方案审批办事指南', formedOn: '2013-07-11', summary: '可能造成水土流失的生产建设项目报批水土保持方案的条件、材料和程序。',
    body: '## 谁需要办理\n在山区、丘陵区、风沙区以及水土保持规划确定的容易发生水土流失的其他区域开办可能造成水土流失的生产建设项目，生产建设单位应当编制水土保持方案，报县级以上人民政府水行政主管部门审批。\n\n## 办理提示\n- 水土保持方案未经批准的，生产建设项目不得开工建设。\n- 水土保持设施应当与主体工程同时设计、同时施工、同时投产使用。\n- 方案变更的，应当补充、修改并报原审批机关批准。',
    basis: [law('中华人民共和国水土保持法', '第二十五条'), law('中华人民共和国水土保持法', '第二十六条')], channels: board('2013-07-15'),
    fields: {
      actType: 'licence', audience: 'organisation', basis: ['《中华人民共和国水土保持法》第二十五条、第二十六条、第二十七条', '《中华人民共和国行政许可法》第四十二条'],
      conditions: ['方案编制深度与项目所处阶段相适应', '水土流失防治责任范围和措施明确', '水土保持投资有安排'],
      materials: [form('水土保持方案审批申请'), { name: '水土保持方案', form: 'original', copies: 3 }, { name: '项目批准、核准或者备案文件', form: 'copy', copies: 1 }],
      flow: licenceFlow('水保站', [{ label: '现场查勘', actor: '水保站', days: 3 }, { label: '技术评审', actor: '水保站、专家', days: 7 }], { actor: '分管副局长审核，局长签发', days: 3 }, '下达水土保持方案批复'),
      statutoryDays: 20, pledgedDays: 15, fees: [], windows: [centre, window('水保站', '0305')], result: '水土保持方案批复，批复结果在公示栏公开',
    },
  }),
  water('water/guide-fishing-licence', '2014-03-31', {
    kind: 'service', categoryId: 'qinghe-water.fishery', title: '捕捞许可办事指南', formedOn: '2014-03-28', summary: '在县内天然水域从事捕捞应当取得捕捞许可证，列明条件、材料、程序和禁渔期限制。',
    body: '## 办理提示\n- 从事捕捞作业应当按照捕捞许可证关于作业类型、场所、时限、渔具数量的规定进行。\n- 捕捞许可证不得买卖、出租和以其他形式转让，不得涂改、伪造、变造。\n- 禁渔期内持证也不得在禁渔水域捕捞。\n- 毒鱼、电鱼、炸鱼任何时候都不予许可。',
    basis: [law('中华人民共和国渔业法', '第二十三条'), law('中华人民共和国渔业法', '第二十四条'), onKey('清河县人民政府禁渔令', 'water/fishing-ban-order')], channels: board('2014-03-31'),
    fields: {
      actType: 'licence', audience: 'both', basis: ['《中华人民共和国渔业法》第二十三条、第二十四条、第二十五条', '《中华人民共和国行政许可法》第四十二条'],
      conditions: ['使用渔船作业的，有渔业船舶检验证书和登记证书', '作业水域不在禁渔区', '渔具、捕捞方法符合规定'],
      materials: [form('捕捞许可证申请书'), identity, { name: '渔业船舶检验证书和登记证书', form: 'copy', copies: 1, note: '使用渔船的提交' }, { name: '渔具和捕捞方法说明', form: 'original', copies: 1 }],
      flow: licenceFlow('渔政股', [{ label: '核验渔船渔具', actor: '渔政股', days: 3 }, { label: '审查作业水域和方法', actor: '渔政股', days: 4 }], { actor: '分管副局长审核，局长签发', days: 2 }, '核发捕捞许可证'),
      statutoryDays: 20, pledgedDays: 12, fees: [], windows: [centre, window('渔政股', '0306')], result: '捕捞许可证',
    },
  }),
  water('water/guide-river-works', '2014-01-20', {
    kind: 'service', categoryId: 'qinghe-water.resources', title: '河道管理范围内建设项目工程建设方案审批办事指南', formedOn: '2014-01-16', summary: '在河道管理范围内建设桥梁、码头、跨河管道等工程，工程建设方案报水利部门审查同意的办理指南。',
    body: '## 适用范围\n在河道管理范围内建设桥梁、码头和其他拦河、跨河、临河建筑物、构筑物，铺设跨河管道、电缆。\n\n## 办理提示\n- 工程建设应当符合防洪标准和有关技术要求。\n- 工程建设方案应当报经审查同意后，方可按照基本建设程序办理其他手续。\n- 施工期间占用河道的，应当编制度汛措施并服从防汛调度。\n- 公路等重点工程用砂，另按河道采砂许可办理。',
    basis: [law('中华人民共和国水法', '第三十八条'), law('中华人民共和国防洪法', '第二十七条')], channels: board('2014-01-20'),
    fields: {
      actType: 'licence', audience: 'organisation', basis: ['《中华人民共和国水法》第三十八条', '《中华人民共和国防洪法》第二十七条', '《中华人民共和国河道管理条例》', '《中华人民共和国行政许可法》第四十二条'],
      conditions: ['符合防洪标准和岸线规划', '对河势、堤防、行洪影响有防治措施', '有施工度汛措施'],
      materials: [form('工程建设方案审查申请'), { name: '工程建设方案和图纸', form: 'original', copies: 3 }, { name: '防洪影响评价材料', form: 'original', copies: 2, note: '按规定应当评价的提交' }, { name: '与第三者有利害关系的说明', form: 'original', copies: 1 }],
      flow: licenceFlow('业务股', [{ label: '现场查勘', actor: '业务股、水政监察大队', days: 4 }, { label: '防洪影响技术审查', actor: '业务股、专家', days: 8 }], { actor: '分管副局长审核，局长签发', days: 3 }, '下达审查同意书'),
      statutoryDays: 20, pledgedDays: 18, fees: [], windows: [centre, window('业务股', '0303')], result: '审查同意书',
    },
  }),
  water('water/guide-report-violation', '2014-04-14', {
    kind: 'service', categoryId: 'qinghe-water.enforcement', title: '举报违法采砂、毒鱼行为办事指南', formedOn: '2014-04-11', summary: '发现偷采河砂、毒鱼、电鱼怎样举报，举报以后怎样处理和答复，身份怎样保密。',
    body: '## 可以这样举报\n电话、来信、来访，或者向沿河乡镇、村委会反映，由其转报。\n\n## 请尽量说明\n时间、河段、正在发生还是已经结束、作业方式。不要求提供举报人身份；提供的只用于答复。\n\n## 保密\n举报人和作证人的身份不进入公开材料、不向被举报人透露。泄露举报人信息的，按照行政问责规定处理。\n\n## 不属于举报受理的\n对已经作出的处罚不服，请依法申请行政复议或者提起行政诉讼；对工作人员作风的意见，请向纪检组长反映。',
    basis: [onKey('清河县河道采砂管理办法', 'water/sand-mining-measures', '第二十三条'), onKey('清河县人民政府禁渔令', 'water/fishing-ban-order', '第七条')], channels: board('2014-04-14'),
    fields: {
      actType: 'inspection', audience: 'both', basis: ['《清河县河道采砂管理办法》第二十三条', '《清河县人民政府禁渔令》第七条'], conditions: ['反映的事项发生在本县河道管理范围或者渔业水域内'], materials: [],
      flow: {
        nodes: [
          { id: 'start', type: 'start', label: '接到举报', actor: '首问责任人', detail: '登记编号，不公开举报人信息' },
          { id: 'scope', type: 'decision', label: '是否属于本局职责', actor: '水政监察大队' },
          { id: 'transfer', type: 'end', label: '移送有权部门并告知举报人', actor: '办公室' },
          { id: 'site', type: 'step', label: '到现场核查', actor: '水政监察大队', detail: '正在发生的立即出动', days: 1 },
          { id: 'found', type: 'decision', label: '违法行为是否属实', actor: '水政监察大队' },
          { id: 'act', type: 'step', label: '下发整改通知或者立案处罚', actor: '水政监察大队', days: 10 },
          { id: 'reply', type: 'end', label: '答复举报人', actor: '水政监察大队', days: 2 },
        ],
        edges: [
          { from: 'start', to: 'scope' }, { from: 'scope', to: 'transfer', label: '不属于' }, { from: 'scope', to: 'site', label: '属于' }, { from: 'site', to: 'found' },
          { from: 'found', to: 'act', label: '属实' }, { from: 'found', to: 'reply', label: '不属实' }, { from: 'act', to: 'reply' },
        ],
      },
      pledgedDays: 15, fees: [], windows: [window('水政监察大队（24小时值班）', '0302')], result: '答复核查和处理情况',
    },
  }),
  water('water/guide-information-request', '2020-03-16', {
    kind: 'service', categoryId: 'qinghe-water.duties', title: '向县水利局申请政府信息公开办事指南', formedOn: '2020-03-12', summary: '未主动公开的水利信息怎样申请、需要填写什么、多长时间答复、是否收费。',
    body: '## 申请内容\n申请人姓名或者名称、身份证明、联系方式；申请公开的信息名称、文号或者便于查询的其他特征；形式要求。**不需要说明用途。** 书写有困难的，可以口头提出，由工作人员代为填写。\n\n## 时限\n能当场答复的当场答复；不能当场答复的，自收到申请之日起二十个工作日内答复，需要延长的经批准可以延长，延长最长不超过二十个工作日并告知申请人。申请内容不明确的，七个工作日内一次性告知补正。\n\n## 已经公开的不必申请\n整改通知、处罚、许可结果、招投标情况等已在本目录公开，可以直接检索、下载。',
    basis: [law('中华人民共和国政府信息公开条例（国务院令第711号）', '第二十九条、第三十条、第三十三条')], channels: [channel('website', '2020-03-16'), channel('notice-board', '2020-03-17', '县水利局公示栏')],
    fields: {
      actType: 'other', audience: 'both', basis: ['《中华人民共和国政府信息公开条例》第二十七条、第二十九条、第三十条、第三十三条、第四十二条'], conditions: ['申请内容应当明确', '申请信息由本局制作或者获取'],
      materials: [{ name: '政府信息公开申请表', form: 'either', note: '可以当面、邮寄、网上提交' }, { name: '身份证明', form: 'copy', note: '仅供核对，不公开' }],
      flow: straightFlow([
        { label: '登记申请', actor: '办公室', detail: '当面提交的以提交之日为收到申请之日' }, { label: '检索信息，征求意见', actor: '办公室、承办股室', detail: '涉及第三方的书面征求意见，所需时间不计算在内' }, { label: '审查是否公开', actor: '办公室、分管领导' }, { label: '作出答复并送达', actor: '办公室', detail: '不予公开的说明理由和救济途径' },
      ]),
      statutoryDays: 20, pledgedDays: 15, fees: [{ item: '政府信息公开申请', standard: '不收取费用；数量、频次明显超过合理范围的可以收取信息处理费', basis: '《中华人民共和国政府信息公开条例》第四十二条' }], windows: [window('县水利局依申请公开受理点', '0301')], result: '书面答复',
    },
  }),
];

export { services };
