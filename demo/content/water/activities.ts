import { by, channel, content, law, onKey, type Draft, type DemoDisclosure } from '../types.ts';

const water = by('qinghe-water');
const county = by('qinghe');
const board = (on: string) => [channel('notice-board', on, '县水利局公示栏')];
const contact = { way: '电话或者书面', contact: '县水利局办公室，滨河路6号，000-8841 0301' };

const monitoring = (done: boolean): Draft => ({
  kind: 'project', categoryId: 'qinghe-water.works', title: '重点偷采地段电子监控设备安装项目', formedOn: done ? '2014-09-25' : '2014-06-19',
  openTerm: { term: 'staged', ...(done ? {} : { nextOn: '2014-09-26' }) },
  summary: done ? '投资3万元，在重点偷采地段安装电子监控设备，禁采区偷采现象得到遏制。' : '计划投资3万元，在重点偷采地段安装电子监控设备，正在组织安装。',
  body: `在重点偷采地段投资**3万元**安装电子监控设备，对禁采区进行监控。${done ? '\n\n设备已投入使用，禁采区偷采现象得到遏制。' : '\n\n当前处于安装调试阶段，完成后公布使用情况。'}\n\n- 监控点位在安装前公示，位置见监控点位公示。\n- 监控记录只用于水政执法，不对外提供。\n- 中标单位、设备数量和型号未公布。`,
  basis: [onKey('清河县河道采砂管理办法', 'water/sand-mining-measures', '第二十条')], channels: board(done ? '2014-09-26' : '2014-06-23'),
  fields: {
    type: 'project', lead: '清河县水利局', partners: ['水政监察大队', '业务股'], amountWanYuan: 3,
    stages: [
      { name: '立项', state: 'done', actor: '局务会议', detail: '确定在重点偷采地段安装电子监控设备，投资3万元' },
      { name: '点位公示', state: 'done', on: '2014-06-09', actor: '水政监察大队', detail: '监控点位设置情况向社会公示' },
      { name: '采购安装', state: done ? 'done' : 'current', actor: '业务股', detail: '按规定采购，安装调试' },
      { name: '投入使用', state: done ? 'done' : 'planned', actor: '水政监察大队', detail: done ? '禁采区偷采现象得到遏制' : '完成后公布' },
    ],
  },
});

const projects: DemoDisclosure[] = [
  water('water/monitoring-project', '2014-06-23', monitoring(false), { amendments: [{ on: '2014-09-26', reason: '项目完成，公布使用效果。', content: content({ ...monitoring(true), agencyId: 'qinghe-water' }) }] }),
  water('water/fry-release-project', '2014-05-26', {
    kind: 'project', categoryId: 'qinghe-water.fishery', title: '四大河流鱼苗增殖放流100万尾', formedOn: '2014-05-22', summary: '在县内四大河流投放鱼苗100万尾，促进渔业资源恢复。',
    body: '为恢复渔业资源，在县内四大河流投放鱼苗**100万尾**。\n\n放流水域严禁捕捞放流鱼苗。鱼苗品种和分河段数量未公布。',
    basis: [law('中华人民共和国渔业法', '第二十八条'), onKey('关于进一步加强水资源管理议案的决议', 'water/water-resources-resolution', '第四项')], channels: [...board('2014-05-26'), channel('broadcast', '2014-05-27', '县电视台')],
    fields: { type: 'project', lead: '清河县水利局渔政股', partners: ['沿河乡镇人民政府', '沿河村民委员会'], stages: [{ name: '公示放流安排', state: 'done', on: '2014-05-12', actor: '渔政股' }, { name: '现场投放', state: 'done', actor: '渔政股', detail: '四大河流共投放100万尾' }, { name: '巡查保护', state: 'done', actor: '水政监察大队', detail: '查处毒鱼等破坏渔业资源行为' }] },
  }),
  water('water/highway-sand-supply', '2014-08-11', {
    kind: 'project', categoryId: 'qinghe-water.sand', title: '安平高速公路建设期间河沙有序开采监管', formedOn: '2014-08-07', openTerm: { term: 'staged' }, summary: '安平高速公路开工建设以来河沙需求猛增，加大执法和处罚力度，做到河沙资源有序开采。',
    body: '安平高速公路开工建设以来，河沙需求猛增。县水利局采取多种手段，加大执法和处罚力度，做到河沙资源有序开采，确保生态环境健康、有序。\n\n## 监管措施\n1. 工程用砂从可采区有序供应，不因工程需要突破规划范围。\n2. 重点偷采地段安装电子监控设备。\n3. 水政监察大队加密巡查，发现问题下发整改通知。\n4. 许可、整改、处罚情况公开。',
    basis: [onKey('清河县河道采砂管理办法', 'water/sand-mining-measures', '第十九条')], channels: board('2014-08-11'),
    fields: { type: 'project', lead: '清河县水利局', partners: ['安平镇人民政府', '高速公路建设单位'], stages: [{ name: '需求摸底', state: 'done', actor: '业务股' }, { name: '可采区供应安排', state: 'done', actor: '业务股', detail: '符合采砂规划，实行许可' }, { name: '加密巡查', state: 'done', actor: '水政监察大队', detail: '电子监控与现场巡查结合' }, { name: '年度汇总公开', state: 'done', on: '2014-12-31', actor: '办公室', detail: '整改通知40份、处罚无证采砂5起' }] },
  }),
];

const notices: DemoDisclosure[] = [
  water('water/monitoring-sites', '2014-06-09', {
    kind: 'notice', categoryId: 'qinghe-water.enforcement', title: '关于河道采砂电子监控设备设置地点的公示', formedOn: '2014-06-06', openTerm: { term: 'temporary', until: '2014-06-20' }, summary: '在重点偷采地段设置电子监控设备前，向社会公示设置范围和用途。',
    body: '县水利局拟在重点偷采地段安装电子监控设备，现予公示。\n\n- **用途**：发现和固定禁采区违法采砂线索，只用于水政执法。\n- **范围**：禁采区重点偷采地段。设备不拍摄沿河农户住宅院内。\n- **异议**：认为点位影响正常生产生活的，公示期内提出。',
    basis: [onKey('清河县河道采砂管理办法', 'water/sand-mining-measures', '第二十条')], channels: [...board('2014-06-09'), channel('notice-board', '2014-06-09', '上湾村、下湾村、河沿村公开栏')],
    fields: { subject: '电子监控设备设置地点', from: '2014-06-09', to: '2014-06-20', objections: [contact], entries: ['安平镇沿河禁采区重点偷采地段', '河口镇沿河禁采区重点偷采地段'], outcome: '公示期满后组织安装，使用效果见项目公开。' },
    note: '来源材料载明“在重点偷采地段投资3万元安装电子监控设备”，未列具体点位；乡镇为演示城市地名。',
  }, { expired: '2014-06-20' }),
  water('water/monitoring-contacts', '2014-06-10', {
    kind: 'notice', categoryId: 'qinghe-water.enforcement', title: '电子监控设备安装联系人名单', formedOn: '2014-06-09', summary: '安装期间沿河村联系人名单。', body: '安装期间沿河村联系人名单见附表。', channels: board('2014-06-10'),
    fields: { subject: '安装联系人', from: '2014-06-10', to: '2014-06-30', objections: [] },
  }, { withdrawn: { on: '2014-06-12', ground: '名单含沿河村民个人联系方式，公开前未征得本人同意，涉及个人隐私，予以撤下；联系方式改为县水利局水政监察大队值班电话。', decidedBy: '清河县水利局局务会议', replacedBy: 'water/monitoring-sites' } }),
  water('water/no-mining-zones', '2013-06-24', {
    kind: 'notice', categoryId: 'qinghe-water.sand', title: '关于公布河道禁采区类型和禁采期的公告', formedOn: '2013-06-20', summary: '依据河道采砂管理办法，公布五类禁采区和汛期禁采要求，现场设置警示标志。',
    body: '下列五类区域禁止采砂：工程安全保护范围；饮用水水源保护区；重要渔业水域；易发生险情的河段；法律法规规定的其他区域。\n\n汛期以及公告的其他影响防洪安全的时段为禁采期。禁采区现场设置警示标志，任何人不得移动、损毁。',
    basis: [onKey('清河县河道采砂管理办法', 'water/sand-mining-measures', '第八条至第十条')], channels: [channel('website', '2013-06-24'), ...board('2013-06-24'), channel('notice-board', '2013-06-25', '沿河乡镇、村公开栏')],
    fields: { subject: '河道禁采区和禁采期', from: '2013-06-24', to: '2013-07-24', objections: [contact], entries: ['堤防、护岸、桥梁、涵闸、水文测站等工程及其安全保护范围', '饮用水水源保护区', '鱼类产卵场、索饵场、越冬场等重要渔业水域', '河势不稳、易发生险情的河段', '法律法规规定禁止采砂的其他区域'] },
  }),
  water('water/fry-release-notice', '2014-05-12', {
    kind: 'notice', categoryId: 'qinghe-water.fishery', title: '关于四大河流鱼苗投放安排的公示', formedOn: '2014-05-09', openTerm: { term: 'temporary', until: '2014-05-23' }, summary: '公示在县内四大河流投放鱼苗的安排，请沿河村民代表现场监督。',
    body: '县水利局将在县内四大河流投放鱼苗，总量100万尾。沿河村可推选村民代表到现场监督鱼苗规格、数量和投放过程。投放后严禁捕捞、收购放流鱼苗。', basis: [onKey('清河县人民政府禁渔令', 'water/fishing-ban-order')], channels: board('2014-05-12'),
    fields: { subject: '鱼苗投放安排', from: '2014-05-12', to: '2014-05-23', objections: [contact], outcome: '投放情况见增殖放流项目公开。' },
  }, { expired: '2014-05-23' }),
  water('water/tender-disclosure', '2014-07-07', {
    kind: 'notice', categoryId: 'qinghe-water.works', title: '水利工程项目招标投标情况公示办法及公示样式', formedOn: '2014-07-03', summary: '项目招标投标情况在网站、电视、公示栏公示的内容和样式，中标候选人公示期不少于三日。',
    body: '项目招标投标情况公示下列内容：项目名称、招标方式、资格条件、评标办法、中标候选人名称和报价、公示起止日期、异议和投诉渠道。\n\n依法必须进行招标的项目，自收到评标报告之日起三日内公示中标候选人，公示期不得少于三日。对公示结果有异议的，招标人应当在收到异议之日起三日内答复，答复前暂停招标投标活动。',
    basis: [law('中华人民共和国招标投标法实施条例', '第五十四条'), onKey('重要事项公示制度实施办法', 'water/notice-system')], channels: [...board('2014-07-07'), channel('broadcast', '2014-07-08', '县电视台')],
    fields: { subject: '招标投标情况公示样式', from: '2014-07-07', to: '2014-07-18', objections: [contact, { way: '投诉', contact: '纪检组长，000-8841 0109' }], entries: ['招标公告', '评标办法', '中标候选人', '中标结果', '合同履行和变更情况'] },
  }),
];

const publicity: DemoDisclosure[] = [
  water('water/publicity-statistics', '2014-12-29', {
    kind: 'statistics', categoryId: 'qinghe-water.publicity', title: '水法治宣传工作量统计', formedOn: '2014-12-26', openTerm: { term: 'periodic', every: 'year' }, summary: '印制宣传单15000份、悬挂标语56幅，并通过电视、宣传车和集中活动宣传水法律法规。',
    body: '宣传载体、数量和地点见表。电视宣传片播出次数、宣传车出动次数未公布。', channels: [channel('leaflet', '2014-03-24', '四大河流沿岸群众聚集区', '15000份'), channel('other', '2014-03-24', '县域境内醒目位置', '标语56幅'), channel('broadcast', '2014-03-24', '县电视台'), channel('visit', '2014-03-25', '县城和沿河乡镇主要街道', '宣传车巡回')],
    fields: {
      period: '2014年', checks: [],
      tables: [{ caption: '水法治宣传载体和数量', columns: [{ key: 'carrier', title: '载体', type: 'text' }, { key: 'place', title: '地点', type: 'text' }, { key: 'quantity', title: '数量', type: 'integer' }, { key: 'unit', title: '单位', type: 'text' }],
        rows: [{ carrier: '宣传单', place: '四大河流沿岸群众聚集区', quantity: 15000, unit: '份' }, { carrier: '宣传标语', place: '县域境内醒目位置', quantity: 56, unit: '幅' }, { carrier: '电视宣传片', place: '县电视台', quantity: null, unit: '次' }, { carrier: '宣传车', place: '县城和沿河乡镇主要街道', quantity: null, unit: '次' }, { carrier: '集中宣传活动', place: '“世界水日”“中国水周”现场', quantity: null, unit: '次' }] }],
    },
  }, { attachments: [{ name: '宣传标语文字.txt', mediaType: 'text/plain', text: '节约用水，保护水资源。\n未经许可，不得在河道采砂。\n禁止毒鱼、电鱼、炸鱼。\n举报偷采河砂，举报人身份保密。\n保护河流，人人有责。\n' }] }),
  water('water/publicity-plan', '2014-03-10', {
    kind: 'plan', categoryId: 'qinghe-water.publicity', title: '2014年水法治宣传计划及完成情况', formedOn: '2014-03-07', summary: '宣传片、宣传单、标语、宣传车、集中活动五项宣传计划和完成情况。', body: '五项工作均已完成，数量见宣传工作量统计。宣传目的：提高群众遵纪守法意识，降低水事违法案件发生率，增强领导干部依法决策和执法人员依法办事的能力。',
    basis: [onKey('关于进一步加强水资源管理议案的决议', 'water/water-resources-resolution', '第五项')], channels: board('2014-03-10'),
    fields: { from: '2014-03-10', to: '2014-12-31', items: [
      { no: '1', name: '在县电视台播放水资源保护宣传片', lead: '办公室', state: 'done' }, { no: '2', name: '印制宣传单在四大河流沿岸群众聚集区发放', lead: '办公室', state: 'done', progress: '15000份' },
      { no: '3', name: '在县域境内醒目位置悬挂宣传标语', lead: '水政监察大队', state: 'done', progress: '56幅' }, { no: '4', name: '宣传车在县城和沿河乡镇主要街道巡回宣讲', lead: '水政监察大队', state: 'done' }, { no: '5', name: '“世界水日”“中国水周”集中宣传', lead: '各股室', dueOn: '2014-03-31', state: 'done' }] },
  }),
  water('water/monitoring-spending', '2014-10-13', {
    kind: 'budget', categoryId: 'A20_07', title: '电子监控设备购置支出公开', formedOn: '2014-10-10', summary: '重点偷采地段电子监控设备投资3万元的支出公开，未公布的分项留空。', body: '支出总额3万元。设备、安装、维护分项金额未公布，表中以空白表示，不作为零。', channels: board('2014-10-13'),
    fields: { type: 'spending', fiscalYear: 2014, tables: [{ caption: '电子监控设备购置支出', columns: [{ key: 'item', title: '支出项目', type: 'text' }, { key: 'amount', title: '金额', type: 'money', unit: '万元' }], rows: [{ item: '设备购置', amount: null }, { item: '安装调试', amount: null }, { item: '合计', amount: 3 }] }] },
  }),
];

const people: DemoDisclosure[] = [
  water('water/enforcement-roster', '2014-04-21', {
    kind: 'personnel', categoryId: 'qinghe-water.enforcement', title: '水行政执法岗位名录', formedOn: '2014-04-17', summary: '公布水行政执法岗位、执法权限和证件要求，执法时应当出示证件。', body: '执法人员按岗位公布，不公布姓名；执法证件编号以现场出示为准。群众有权要求执法人员出示证件，不出示的可以拒绝并投诉。\n\n未公布各岗位人数。', channels: board('2014-04-21'),
    fields: { type: 'roster', posts: [{ post: '水政监察大队大队长', requirement: '持有行政执法证件' }, { post: '水政监察员', requirement: '持有行政执法证件，两人以上执法' }, { post: '渔政检查人员', requirement: '持有渔业行政执法证件' }, { post: '水资源管理检查人员', requirement: '持有行政执法证件' }, { post: '水土保持监督检查人员', requirement: '持有行政执法证件' }] },
  }),
  water('water/learning-training', '2013-12-23', {
    kind: 'personnel', categoryId: 'qinghe-water.publicity', title: '水利系统干部职工学法培训安排', formedOn: '2013-12-19', summary: '以干部例会领学、干部自学、党小组学习形式，组织全局干部职工学习水利法律法规和行政效能督察办法。', body: '学习内容：水利法律法规汇编、《清河县行政效能督察办法》和省、市、县推进法治政府建设会议精神。\n\n学习形式：干部例会领学、干部自学、党小组学习。\n\n学习目的：使全局干部职工学法、知法、懂法、用法。', basis: [onKey('清河县行政效能督察办法', 'water/efficiency-supervision'), onKey('水利法律法规学习资料汇编目录', 'water/statute-collection')], channels: [channel('meeting', '2013-12-23', '干部例会')],
    fields: { type: 'training', from: '2013-12-23', to: '2014-12-31', posts: [{ post: '局领导', requirement: '领学、交流学法体会' }, { post: '各股室、站、大队干部职工', requirement: '人手一册汇编资料，自学并参加党小组学习' }] },
  }),
  water('water/mobilisation-meeting', '2014-01-24', {
    kind: 'meeting', categoryId: 'qinghe-water.systems', title: '推行法治政府、阳光政务学习动员会', formedOn: '2014-01-23', summary: '传达行政效能督察办法和法治政府建设会议精神，部署规范权力运行、公示和问责制度。', body: '会议传达了《清河县行政效能督察办法》和省、市、县大力推进法治政府建设会议精神，宣讲建设法治政府、打造阳光政务的重要意义，部署关键岗位防控、事项公示和制度建设工作。', basis: [onKey('清河县行政效能督察办法', 'water/efficiency-supervision')], channels: board('2014-01-24'),
    fields: { type: 'meeting', subject: '推行法治政府、阳光政务学习动员', heldOn: '2014-01-23', place: '县水利局会议室', roles: [], agenda: ['传达文件和会议精神', '部署关键岗位和重点环节防控', '部署重要事项公示', '征求干部职工意见'], outcome: '确定四个关键岗位，按三项实施办法落实听证、公示、通报制度。' },
  }),
  county('water/congress-session', '2014-02-25', {
    kind: 'meeting', categoryId: 'A20_15', title: '县十七届三次人代会审议水资源管理议案情况', formedOn: '2014-02-21', summary: '会议通过《关于进一步加强水资源管理议案的决议》，对水资源、河道、水生态、渔业资源保护提出要求。', body: '2014年召开的县十七届三次人代会通过《关于进一步加强水资源管理议案的决议》。县水利局按照决议要求落实取水许可、采砂管理、禁渔和增殖放流工作，执行情况向社会公开。', basis: [onKey('关于进一步加强水资源管理议案的决议', 'water/water-resources-resolution')], channels: [channel('website', '2014-02-25')],
    fields: { type: 'meeting', subject: '关于进一步加强水资源管理的议案', heldOn: '2014-02-21', roles: [], agenda: ['审议关于进一步加强水资源管理的议案', '通过决议'], outcome: '通过《关于进一步加强水资源管理议案的决议》。' },
  }),
  water('water/villager-symposium', '2014-10-27', {
    kind: 'meeting', categoryId: 'qinghe-water.sand', title: '沿河村民代表河道管理座谈会', formedOn: '2014-10-24', summary: '围绕偷采举报、弃料平复、举报人保密听取沿河村民意见，公开办理意见。', body: '座谈会听取沿河村民对河道管理的意见。针对“旁证害怕报复、不敢作证”的反映，明确举报人和作证人身份不进入公开材料；针对“信访不信法”，说明投诉举报、行政复议、行政诉讼、来访接待等合理渠道。', basis: [onKey('重大决策听证制度实施办法', 'water/hearing-system')], channels: board('2014-10-27'),
    fields: { type: 'reception', subject: '河道采砂监管和举报人保护', heldOn: '2014-10-24', place: '安平镇人民政府会议室', roles: [], selection: '由沿河村推选，不公布姓名；人数未公布', agenda: ['通报电子监控使用情况', '听取意见', '说明举报保密和救济渠道'], outcome: '意见分别交水政监察大队、办公室办理，办理情况在公示栏公开。' },
  }),
];

export const activities: DemoDisclosure[] = [...projects, ...notices, ...publicity, ...people];
