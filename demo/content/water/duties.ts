import type { FieldsOf } from '@sunlit/contract';
import { by, channel, content, law, onKey, type Draft, type DemoDisclosure } from '../types.ts';
import { agencies } from '../agencies/index.ts';

const water = by('qinghe-water');
const ADDRESS = '清川市清河县滨河路6号';
const board = (on: string) => [channel('notice-board', on, '县水利局公示栏')];
const bureau = agencies.find((agency) => agency.id === 'qinghe-water');

type PowerItem = FieldsOf<'power'>['items'][number];

const POWERS: PowerItem[] = [
  { code: '清河水利-01', name: '河道采砂许可', actType: 'licence', basis: '《中华人民共和国水法》第三十九条；《中华人民共和国河道管理条例》第二十五条', holder: '业务股', conditions: '在可采区内，符合规划和禁采期规定', procedure: '受理、勘查、审查、公示、决定', days: 20 },
  { code: '清河水利-02', name: '取水许可', actType: 'licence', basis: '《中华人民共和国水法》第四十八条；《取水许可和水资源费征收管理条例》', holder: '水管站', conditions: '符合水资源规划，不损害第三者权益', procedure: '受理、核验、论证审查、决定', days: 45 },
  { code: '清河水利-03', name: '生产建设项目水土保持方案审批', actType: 'licence', basis: '《中华人民共和国水土保持法》第二十五条', holder: '水保站', conditions: '防治责任范围和措施明确', procedure: '受理、查勘、评审、批复', days: 20 },
  { code: '清河水利-04', name: '水资源费征收', actType: 'levy', basis: '《中华人民共和国水法》第四十八条；《取水许可和水资源费征收管理条例》', holder: '水管站', procedure: '核定取水量、送达缴纳通知、收缴入库' },
  { code: '清河水利-05', name: '对水事违法行为的行政处罚', actType: 'penalty', basis: '《中华人民共和国水法》；《中华人民共和国防洪法》；《中华人民共和国河道管理条例》', holder: '水政监察大队', procedure: '立案、调查、告知、决定、执行、公开' },
];
const ADDED: PowerItem[] = [
  { code: '清河水利-06', name: '河道管理范围内建设项目工程建设方案审批', actType: 'licence', basis: '《中华人民共和国水法》第三十八条；《中华人民共和国防洪法》第二十七条', holder: '业务股', conditions: '符合防洪标准和岸线规划', procedure: '受理、查勘、技术审查、决定', days: 20 },
  { code: '清河水利-07', name: '渔业捕捞许可', actType: 'licence', basis: '《中华人民共和国渔业法》第二十三条、第二十四条', holder: '渔政股', conditions: '作业水域、渔具和方法符合规定', procedure: '受理、核验、审查、决定', days: 20 },
  { code: '清河水利-08', name: '水政、渔政监督检查', actType: 'inspection', basis: '《中华人民共和国水法》第六十条；《中华人民共和国渔业法》', holder: '水政监察大队', procedure: '出示证件、检查、下发整改通知、复查、公开' },
];
const NOTE = '来源材料载明行政权力事项由5项调整为8项，未列各项名称；各项名称按所引法律设定的职权编列。';

const list = (items: PowerItem[], summary: string, body: string): Draft => ({
  kind: 'power', categoryId: 'qinghe-water.duties', title: '清河县水利局行政权力清单', formedOn: '2013-12-02', summary, body,
  basis: [law('中华人民共和国行政许可法', '第三十条')], channels: [...board('2013-12-09'), channel('website', '2013-12-09')], fields: { items }, note: NOTE,
});
const before = list(POWERS, '县水利局行政权力事项5项，列明编码、名称、类别、依据和承办股室。', '本清单所列事项以外，县水利局及其工作人员不得对公民、法人和其他组织行使行政权力。\n\n- 事项总数：**5项**\n- 许可3项，征收1项，处罚1项');
const after = list([...POWERS, ...ADDED], '县水利局行政权力事项8项，较原清单增加3项，列明编码、名称、类别、依据和承办股室。', '本清单所列事项以外，县水利局及其工作人员不得对公民、法人和其他组织行使行政权力。\n\n- 事项总数：**8项**（由原来的5项调整为8项）\n- 许可5项，征收1项，处罚1项，检查1项\n- 增加的事项：河道管理范围内建设项目工程建设方案审批、渔业捕捞许可、水政渔政监督检查');

const POST_RISKS = [
  { post: '水政监察大队', before: '学习法律法规，签订廉洁承诺，明确巡查路线和执法权限', during: '两人以上执法，出示证件，整改通知和处罚统一编号，执法过程留存影像', after: '案件回访，年度汇总公开，发现问题按行政问责规定处理' },
  { post: '业务股', before: '公布采砂、建设项目审批条件和招标投标规则，格式文本免费提供', during: '现场勘查两人以上，技术审查集体研究，拟许可结果公示', after: '许可结果公开，群众异议复核，工程项目竣工情况通报' },
  { post: '水管站', before: '公布取水许可条件和水资源费征收依据', during: '取水口现场核验留痕，计量数据与缴费通知核对', after: '取水户台账抽查，错误征收及时纠正并说明' },
  { post: '水保站', before: '公布方案报批要求和评审办法', during: '专家评审意见入档，批复期限提醒', after: '对批复项目开展跟踪检查，检查结果公开' },
];

const OFFICE_GUIDES: [name: string, items: string, services: string][] = [
  ['办公室', '首问登记、信息公开、来信来访接待', '来人来电由首问人登记；不属于本局职责的告知去向。负责公示栏更换和照片归档。'],
  ['水政监察大队', '河道巡查、违法采砂查处、毒鱼案件查处', '24小时接听举报；两人以上、持证执法；整改通知和处罚决定统一编号。'],
  ['业务股', '河道采砂许可、河道管理范围内建设项目方案审批、工程招标投标', '提供免费格式文本和样例；技术审查意见书面反馈；招标投标情况在公示栏公开。'],
  ['水管站', '取水许可、水资源费征收', '受理取水申请；核验取水口；公开征收依据和标准的查询途径。'],
  ['水保站', '水土保持方案审批、水土保持监督检查', '受理方案；组织评审；对已批复项目跟踪检查。'],
  ['渔政股', '捕捞许可、增殖放流、禁渔宣传', '受理捕捞许可申请；公告禁渔期；组织鱼苗投放。'],
];

const officeGuides = OFFICE_GUIDES.map(([name, items, text], i) => {
  const phone = `000-8841 ${String(301 + i).padStart(4, '0')}`;
  return water(`water/office-${i + 1}`, '2013-12-16', {
    kind: 'institution', categoryId: 'qinghe-water.duties', title: `县水利局${name}办理事项、服务时限和联系方式`, formedOn: '2013-12-12', summary: `${name}对外办理：${items}。公布办公地点、时间、电话和服务要求。`,
    body: `## 对外办理\n${items}\n\n## 服务要求\n${text}\n\n## 时限\n各事项的法定时限和承诺时限见对应办事指南；超过承诺时限的，向申请人说明原因。\n\n## 监督\n对${name}的服务不满意的，向纪检组长反映，电话 000-8841 0109。`,
    basis: [onKey('首问负责制等三项制度实施细则', 'water/first-contact-rules')], channels: board('2013-12-16'),
    fields: { type: 'duties', appliesTo: `县水利局${name}`, contacts: [{ name, address: ADDRESS, hours: '工作日 8:30—12:00，14:00—17:30', phone }], riskPoints: POST_RISKS.filter((risk) => risk.post === name) },
  });
});

const guide = (law711: boolean): Draft => ({
  kind: 'institution', categoryId: 'qinghe-water.duties', title: '清河县水利局政府信息公开指南', formedOn: law711 ? '2019-05-13' : '2010-06-07',
  summary: '县水利局公开哪些信息、怎样编排、到哪里查阅、怎样申请、怎样监督。',
  body: law711
    ? '## 公开的信息\n机构职能、规范性文件、办事指南、许可和处罚结果、工程和采购、执法统计、工作制度。以公开为常态、不公开为例外。\n\n## 编排\n按法定主动公开内容分类，设河道采砂、水资源管理、水土保持、渔业资源、水政执法等本局类目；每条信息载明索引号、名称、内容概述、生成日期。\n\n## 获取方式\n网站、公示栏、县政务服务中心、沿河村公开栏、农村书屋查阅网点。公开信息任何人均可查阅，不需登记和审批。\n\n## 依申请公开\n向办公室提出，不需说明用途。二十个工作日内答复，经批准可以延长，延长最长不超过二十个工作日。不予公开的，说明依据和救济途径。\n\n## 监督\n认为本局未依法履行公开义务的，可以向县人民政府政府信息公开工作主管部门投诉、举报。'
    : '## 公开的信息\n机构职能、规范性文件、办事指南、行政许可结果、工程招标投标情况、工作制度。\n\n## 编排\n按类目编排，载明名称、内容概述和生成日期。\n\n## 获取方式\n网站、公示栏、查阅场所。\n\n## 依申请公开\n根据自身生产、生活、科研等特殊需要，可以向本局申请获取相关信息。十五个工作日内答复，需要延长的经批准可以延长，延长最长不超过十五个工作日。\n\n## 监督\n可以向县人民政府办公室或者监察机关举报。',
  basis: law711 ? [law('中华人民共和国政府信息公开条例（国务院令第711号）', '第十二条')] : [law('中华人民共和国政府信息公开条例（国务院令第492号）', '第十九条')],
  channels: [channel('website', law711 ? '2019-05-15' : '2010-06-10'), ...board(law711 ? '2019-05-15' : '2010-06-10')],
  fields: { type: 'guide', appliesTo: '县水利局及所属站、大队', contacts: [{ name: '县水利局办公室', address: ADDRESS, hours: '工作日 8:30—12:00，14:00—17:30', phone: '000-8841 0102' }], riskPoints: [] },
});

const more: DemoDisclosure[] = [
  water('water/power-list', '2013-12-09', before, { amendments: [{ on: '2014-06-16', reason: '按照简政放权、制定权力清单的要求重新梳理行政权力事项，由原来的5项调整为8项。', content: content({ ...after, agencyId: 'qinghe-water' }) }] }),
  water('water/disclosure-guide', '2010-06-10', guide(false), { amendments: [{ on: '2019-05-15', reason: '修订后的《政府信息公开条例》施行，取消申请的用途要求，答复期限改为二十个工作日。', content: content({ ...guide(true), agencyId: 'qinghe-water' }) }] }),
  water('water/leaders', '2013-12-16', {
    kind: 'institution', categoryId: 'qinghe-water.duties', title: '县水利局领导职务、分工和联系电话', formedOn: '2013-12-12', summary: '公布局长、副局长、纪检组长的分管工作和联系电话，群众可按分工反映问题。',
    body: (bureau?.leaders ?? []).map((leader) => `- **${leader.post}**：${leader.portfolio}；电话 ${leader.phone}`).join('\n') + '\n\n公示栏同时张贴照片。分工调整的，自调整之日起更新。',
    channels: board('2013-12-16'), fields: { type: 'duties', appliesTo: '县水利局领导班子', contacts: (bureau?.leaders ?? []).map((leader) => ({ name: leader.post, address: ADDRESS, ...(leader.phone && { phone: leader.phone }) })), riskPoints: [] },
  }),
  water('water/key-posts', '2014-01-22', {
    kind: 'institution', categoryId: 'qinghe-water.duties', title: '县水利局关键岗位和重点环节防控措施', formedOn: '2014-01-17', summary: '水政监察大队、业务股、水管站、水保站四个关键岗位的前期预防、中期监督、后期补救措施。',
    body: '结合规范权力运行工作，确定水政监察大队、业务股、水管站、水保站为本单位关键岗位和重点环节，采取**前期预防、中期监督、后期补救**的方式制定工作措施，规范运行流程，完善监督制度。\n\n具体措施见岗位表。群众可以对照公开的措施进行监督，意见由纪检组长受理。',
    channels: board('2014-01-22'), fields: { type: 'duties', appliesTo: '县水利局四个关键岗位', contacts: [{ name: '纪检组长', address: ADDRESS, phone: '000-8841 0205' }], riskPoints: POST_RISKS },
  }, { attachments: [{ name: '关键岗位防控措施.csv', mediaType: 'text/csv', text: `岗位,前期预防,中期监督,后期补救\n${POST_RISKS.map((risk) => [risk.post, risk.before, risk.during, risk.after].map((cell) => `"${cell}"`).join(',')).join('\n')}\n` }] }),
  water('water/publicity-channels', '2014-01-16', {
    kind: 'institution', categoryId: 'qinghe-water.duties', title: '县水利局公示事项和公示渠道一览', formedOn: '2014-01-14', summary: '审批事项、行政许可、方案批复、项目招投标情况分别通过哪些渠道公示、由谁负责。',
    body: '| 事项 | 网站 | 电视 | 公示栏 | 责任股室 |\n| --- | --- | --- | --- | --- |\n| 审批事项 | 是 | — | 是 | 办公室 |\n| 行政许可 | 是 | — | 是 | 业务股、水管站、水保站、渔政股 |\n| 方案批复 | 是 | — | 是 | 水保站 |\n| 项目招标投标情况 | 是 | 是 | 是 | 业务股 |\n| 禁采区、禁采期、禁渔期 | 是 | 是 | 是 | 水政监察大队、渔政股 |\n\n每次公示登记渠道、日期，公示栏张贴的留存照片。',
    basis: [onKey('重要事项公示制度实施办法', 'water/notice-system')], channels: board('2014-01-16'), fields: { type: 'system', appliesTo: '县水利局各股室', contacts: [{ name: '办公室', address: ADDRESS, phone: '000-8841 0301' }], riskPoints: [] },
  }),
  water('water/statute-collection', '2013-10-21', {
    kind: 'institution', categoryId: 'qinghe-water.publicity', title: '水利法律法规学习资料汇编目录', formedOn: '2013-10-17', summary: '发给每一位干部职工的水利法律法规汇编目录，公众可在公示栏资料架免费取阅。',
    body: '水利方面的法律法规汇编成学习资料，发放到每一位干部职工，采取干部例会领学、干部自学、党小组学习等形式学习。\n\n1. 中华人民共和国水法\n2. 中华人民共和国防洪法\n3. 中华人民共和国水土保持法\n4. 中华人民共和国渔业法\n5. 中华人民共和国河道管理条例\n6. 取水许可和水资源费征收管理条例\n7. 中华人民共和国行政许可法\n8. 中华人民共和国行政处罚法\n9. 清河县河道采砂管理办法',
    basis: [onKey('清河县河道采砂管理办法', 'water/sand-mining-measures')], channels: [channel('print', '2013-10-21', '全局干部职工'), channel('reading-point', '2013-10-22', '县水利局资料索取架')],
    fields: { type: 'guide', appliesTo: '县水利局干部职工和公众', contacts: [{ name: '办公室', address: ADDRESS, phone: '000-8841 0301' }], riskPoints: [] },
  }),
];

const powerPages = ADDED.map((item, i) =>
  water(`water/power-item-${i + 6}`, '2014-06-18', {
    kind: 'power', categoryId: 'qinghe-water.duties', title: `新增行政权力事项说明：${item.name}`, formedOn: '2014-06-16', summary: `权力清单由5项调整为8项时增加的事项之一，编码${item.code}，由${item.holder}承办。`,
    body: `- **编码**：${item.code}\n- **承办股室**：${item.holder}\n- **法律依据**：${item.basis}\n- **运行流程**：${item.procedure}\n\n## 为什么列入清单\n该事项由法律直接规定由县级水行政主管部门实施，此次梳理予以列明，使群众知道谁在行使、依据什么、按什么程序行使。\n\n## 监督\n发现超越清单行使权力的，向纪检组长反映。`,
    basis: [onKey('清河县水利局行政权力清单', 'water/power-list')], channels: board('2014-06-18'), fields: { items: [item] }, note: NOTE,
  }, { links: [{ type: 'clarifies', key: 'water/power-list' }] }),
);

export const duties: DemoDisclosure[] = [...more, ...officeGuides, ...powerPages];
