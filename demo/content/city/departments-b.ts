import type { DemoDisclosure } from '../types.ts';
import { articles, bullets, item, law, md, numbered, ogi, web } from './build.ts';
import { system } from './departments-a.ts';

const systems: DemoDisclosure[] = [
  system({ key: 'city-bidding-rules', on: '2012-10-15', agency: 'qingchuan-construction-commission', category: 'A20_10', title: '工程建设项目招标投标信息公开规则', summary: '公告、中标候选人、结果、合同履行全过程公开，候选人公示不少于三日。', body: md('依法必须进行招标的项目，招标公告、中标候选人和中标结果按规定的媒介发布。', '中标候选人公示期不少于三日。公示应当写明候选人排序、投标报价、异议渠道。', '评标专家对具体投标文件的讨论依法不予公开，评标结果和理由应当公开。'), appliesTo: '招标人、招标代理机构', basis: [law('《中华人民共和国招标投标法实施条例》', '第五十四条')], risk: ['评标', '专家随机抽取并回避', '全过程记录', '公示、异议和投诉处理'] }),
  system({ key: 'city-science-publicity', on: '2013-03-25', agency: 'qingchuan-science', category: 'A20_15', title: '科技计划项目立项公示规则', summary: '公示项目名称、承担单位、立项依据和异议渠道，评审打分过程依法不予公开。', body: md('立项前公示下列内容：', bullets('项目名称、承担单位', '立项依据和评审程序', '公示期和异议渠道'), '公示期间有异议的，由异议处理人员核实；属实的不予立项，并公布结果。'), appliesTo: '科技计划项目', risk: ['立项评审', '评审标准公布', '专家回避、分值可复核', '公示和结题公开'] }),
  system({ key: 'city-relief-publicity', on: '2013-07-08', agency: 'qingchuan-civil-affairs', category: 'A20_11', title: '社会救助信息公示和个人隐私保护规则', summary: '公布标准、程序、结果，公示只列必要信息，保护未成年人和个人隐私。', body: md('## 长期公开', bullets('救助标准、条件、程序、申请渠道'), '## 公示', '享受救助家庭的公示只列必要信息：户主、保障人口、保障金额、监督电话。不列身份证件号码、银行账号、病情、未成年人信息。', '## 监督', '群众举报的，核查人员两人以上，结果反馈举报人并保密。'), appliesTo: '市、区县、乡镇街道社会救助经办机构', risk: ['救助审核', '标准程序公开', '两人以上入户核查', '公示和抽查复核'] }),
  system({ key: 'city-appointment-publicity', on: '2012-05-21', agency: 'qingchuan-personnel', category: 'A20_15', title: '人事任免信息公开办法', summary: '任前公示、任职公布和机构负责人岗位信息更新的内容和程序。', body: md('重要人事任免信息由任免机关公开。公开内容包括职务、任免决定和日期。', '任前公示公布拟任职务和意见渠道，反映问题的人身份保密。', '人事管理的内部事务信息依法可以不予公开。'), appliesTo: '市政府任免机关', basis: [ogi('第十六条')], risk: ['任前公示', '公示内容统一格式', '意见登记、保密', '核查结果存档'] }),
  system({ key: 'city-road-notice', on: '2014-07-07', agency: 'qingchuan-urban-construction', category: 'A20_15', title: '占道施工现场公示牌管理规定', summary: '施工现场公示许可编号、范围、期限、施工单位和监督电话，同步上网。', body: md('公示牌应当写明：', bullets('许可决定文号和范围', '开工、恢复日期', '建设、施工单位和负责岗位', '监督电话和投诉渠道'), '超过期限仍未恢复的，自次日起在网上公示。'), appliesTo: '占用、挖掘城市道路的建设单位', risk: ['现场监管', '许可即公示', '巡查拍照', '超期处理并公布'] }),
  system({ key: 'city-repair-fund-publicity', on: '2013-01-14', agency: 'qingchuan-housing', category: 'A20_11', title: '物业专项维修资金信息公开规则', summary: '账户余额、使用项目、决议和费用分摊在小区公布，业主可以查询本户账目。', body: md('物业服务企业、业主委员会在小区公布：', bullets('资金账户收支', '使用项目、方案和表决结果', '费用分摊情况'), '业主可以查询本户账目，他人查询应当符合个人信息保护规定。', '对账目有疑问的，可以要求说明，也可以向所在地房产主管部门反映。'), appliesTo: '物业服务企业、业主委员会', basis: [law('《清川市物业专项维修资金管理办法》')], risk: ['资金使用', '方案公布', '业主表决', '决算公布和审计'] }),
  system({ key: 'city-system-access', on: '2011-05-23', agency: 'qingchuan-information-industry', category: 'A20_15', title: '政务信息系统接入信息公开专栏规范', summary: '业务系统向公开专栏推送可公开信息时的来源编号、数据项、更新频率和脱敏要求。', body: md('接入应当：', numbered('每条记录保留来源系统编号', '先完成保密审查和脱敏', '标注生成日期、更新日期、效力状态', '数据更正留存历史', '推送失败有记录，恢复后补传'), '行政处罚信息不推送身份证件号码。'), appliesTo: '各业务系统主管部门', risk: ['数据推送', '数据项目录公布', '脱敏校验', '抽查和撤回'] }),
  system({ key: 'city-health-inspection', on: '2012-04-16', agency: 'qingchuan-health', category: 'A20_13', title: '卫生监督检查信息公开办法', summary: '按批次公布检查对象、内容、结论和整改情况，复查合格的及时注明。', body: md('公布内容：检查时间、对象、项目、结论、整改要求、复查结论。', '未经核实的情况不公布；复查合格的在原记录旁注明，不删除原结论。', '突发公共卫生信息由法定机关统一发布。'), appliesTo: '市、区县卫生监督机构', risk: ['现场检查', '检查标准公开', '两人持证、记录签字', '整改复查公布'] }),
  system({ key: 'city-environment-emergency', on: '2012-06-25', agency: 'qingchuan-environment', category: 'A20_12', title: '突发环境事件信息报告和公开规则', summary: '首报、续报、处置结果公开的内容和统一发布机关，避免传言扩大。', body: md('发现或者得知突发环境事件，立即核实并报告。', '向社会公布：事件时间、地点、影响范围、已采取措施、公众注意事项。', '情况未查清的，先公布已核实部分，写明下一次发布时间。', '涉及饮用水、空气质量的监测结果及时公布。'), appliesTo: '市、区县环境保护部门', basis: [law('《中华人民共和国环境保护法》')] }),
  system({ key: 'city-statistics-reading', on: '2014-02-24', agency: 'qingchuan-statistics', category: 'A20_04', title: '怎样看公布数与核对结果：统计信息阅读说明', summary: '说明占比舍入、分项与合计不符、概数和未公布数的标注方法。', body: md('## 一、照公布数列示', '公布数不为“好看”而修改。分项与合计不符的，在核对栏写明，并公布原因（如已查明）。', '## 二、舍入', '占比保留一位小数时，分项之和可能与100%相差0.1个百分点，不属于错误；相差更多的，应当查明。', '## 三、概数', '“2000多亿元”等概数不得当作精确数使用，表中注明“概数”。', '## 四、未公布数', '用空值列示，不画作零。', '## 五、举例', '行政复议审结316件，分项之和315件，核对栏注明相差1件。'), appliesTo: '社会公众和统计报表编制人员' }),
  system({ key: 'city-utility-openness', on: '2011-03-21', agency: 'qingchuan-public-utilities', category: 'A20_15', title: '公用企业办事公开监督办法', summary: '供水、供气、供热、公交等公用企业公开服务承诺、收费和办事程序，接受用户监督。', body: md('公用企业应当在营业场所和网上公开：', bullets('服务承诺和办理程序', '收费项目、标准及依据', '投诉和监督方式', '停水、停气、线路调整等影响公众的通知'), '信息“雾里看花”、难以查找的，由本局督促整改并公布。'), appliesTo: '公用企业', basis: [ogi('第五十五条')], risk: ['收费公示', '收费表张贴', '现场核查', '违规退费并公布'] }),
  system({ key: 'city-tax-rights', on: '2014-04-21', agency: 'qingchuan-local-tax', category: 'A20_15', title: '纳税人权利和义务公告', summary: '列明纳税人依法享有的14项权利和应尽的10项义务，以及救济途径。', body: md('依照国家税务总局公告，纳税人享有14项权利：', numbered('知情权', '保密权', '税收监督权', '纳税申报方式选择权', '申请延期申报权', '申请延期缴纳税款权', '申请退还多缴税款权', '依法享受税收优惠权', '委托税务代理权', '陈述与申辩权', '对未出示税务检查证和税务检查通知书的拒绝检查权', '税收法律救济权', '依法要求听证的权利', '索取有关税收凭证的权利'), '应尽10项义务：', numbered('依法进行税务登记', '依法设置账簿、保管账簿和有关资料以及依法开具、使用、取得和保管发票', '财务会计制度和会计核算软件备案', '按照规定安装、使用税控装置', '按时、如实申报', '按时缴纳税款', '代扣、代收税款', '接受依法检查', '及时提供信息', '报告其他涉税信息')), appliesTo: '纳税人', basis: [law('国家税务总局公告2009年第1号《关于纳税人权利与义务的公告》')] }),
  system({ key: 'city-tax-discretion', on: '2014-05-26', agency: 'qingchuan-state-tax', category: 'A20_06', title: '税务行政处罚裁量标准公开说明', summary: '公布处罚裁量标准的栏目、适用情形和查询方式，具体幅度见标准文本。', body: md('裁量标准按违法行为、处罚依据、裁量阶次、适用情形、裁量幅度公布。', '处罚告知时应当说明适用的阶次和理由；纳税人可以陈述申辩。', '从轻、减轻、不予处罚的情形依照《中华人民共和国行政处罚法》执行。'), appliesTo: '各级国税机关和纳税人', risk: ['处罚裁量', '标准公布', '告知并听取申辩', '复议诉讼纠错'] }),
  system({ key: 'city-elevator-manager', on: '2014-03-31', agency: 'qingchuan-quality', category: 'A20_13', title: '电梯使用管理者职责告知', summary: '住宅小区电梯使用管理者的职责、公告义务和应急处置，供业主和物业对照。', body: md('使用管理者应当：', numbered('在轿厢显著位置张贴使用登记标志、安全注意事项和应急电话', '委托有资质的单位进行维护保养，记录公开', '停用、维修、检验不合格的，及时公告', '接到困人报警立即组织救援', '配合监察和检验'), '使用管理者的确定规则，请阅《清川市电梯安全管理办法（征求意见稿）》的说明；办法公布后以公布文本为准。'), appliesTo: '住宅小区电梯使用管理者', basis: [law('《中华人民共和国特种设备安全法》')], risk: ['维保监督', '维保合同和记录公开', '现场检查', '隐患整改公布'] }),
  system({ key: 'city-drug-inspection', on: '2012-03-26', agency: 'qingchuan-drug', category: 'A20_13', title: '药品质量抽查检验和监督检查信息公开办法', summary: '按批号公布抽检结果，检查情况和处理决定公开，说明不合格项目的含义。', body: md('药品质量抽查检验结果按规定权限公布，写明药品名称、批号、标示生产单位、被抽样单位、不合格项目和处理情况。', '公布前通知被抽样单位，有异议的可以申请复验。', '未经法定程序不得发布药品安全警示。'), appliesTo: '市、区县药品监督管理部门', basis: [law('《中华人民共和国药品管理法》')], risk: ['抽样检验', '抽样计划公开', '两人抽样、封样签字', '结果公布和跟踪召回'] }),
  system({ key: 'city-centre-windows', on: '2014-09-22', agency: 'qingchuan-service-centre', category: 'A20_02', title: '行政服务中心窗口服务和电子监察规则', summary: '受理、办理、超期提醒、投诉和评价全过程记录，黄灯提醒、红灯警示。', body: md('全部进驻行政审批项目纳入电子监察。', bullets('受理即开始计时', '办理时限临近，黄灯提醒经办和负责人', '超过时限，红灯警示并通报', '补正、听证等依法不计入的时间分别列示'), '电子监察情况定期公布。办事人可以对窗口服务评价和投诉。'), appliesTo: '市行政服务中心各窗口', basis: [law('《中华人民共和国行政许可法》')], risk: ['窗口受理', '时限自动计算', '黄灯红灯警示', '投诉和通报'] }),
  system({ key: 'city-line-change', on: '2025-04-07', agency: 'qingchuan-bus', category: 'A20_15', title: '公交线路调整公告发布规则', summary: '线路、站点、班次调整提前公告，写明原因、日期、替代乘车方案。', body: md('调整公告写明：线路名称、调整内容、起止日期、原因、替代方案、咨询电话。', '临时调整因突发情况不能提前公告的，调整后及时发布。', '公告在站牌、车厢和网站同步张贴，内容一致。'), appliesTo: '市公交公司运营线路' }),
  system({ key: 'city-water-stop', on: '2025-04-14', agency: 'qingchuan-water-supply', category: 'A20_15', title: '停水通知和水质信息发布规则', summary: '计划停水提前通知，突发停水及时公告，水质信息定期公布。', body: md('计划停水的，提前通知用户，写明停水原因、起止时间、影响范围、储水提示。', '突发停水的，抢修同时公告预计恢复时间，恢复后告知。', '水质信息定期公布检测项目和结论；异常情况立即公布并提示注意事项。'), appliesTo: '市自来水公司', basis: [law('《城市供水条例》')], risk: ['停水操作', '审批和通知', '现场抢修记录', '恢复后冲洗检测'] }),
];

const dual = (key: string, on: string, agencyId: string, title: string, fields: Parameters<typeof item>[2]['fields'], body: string, category: string): DemoDisclosure =>
  item(key, on, { agencyId, categoryId: category, kind: 'decision', title, summary: '“双公示”填报样例，供各单位对照字段填写；不是真实的行政决定，不含身份证件号码字段。', formedOn: on, body, basis: [ogi('第二十条')], channels: [web(on)], note: '填报样例：相对人、文号均为示例，不对应任何真实主体。', fields } as Parameters<typeof item>[2]);

const samples: DemoDisclosure[] = [
  dual('city-sample-licence', '2025-02-17', 'qingchuan-industry-commerce', '行政许可信息公示填报样例', { act: 'licence', decisionNo: '样例〔2025〕许字第0号', party: '示例企业（填报样例）', basis: '《中华人民共和国行政许可法》', decidedOn: '2025-02-10', authority: '清川市工商行政管理局', status: 'valid', content: '准予许可的内容（样例）', validFrom: '2025-02-10' }, md('行政许可自作出决定之日起七个工作日内公示。公示字段：决定文书号、相对人、统一社会信用代码、许可内容、有效期、许可机关、状态。', '自然人为相对人的，不公示身份证件号码。'), 'A20_05'),
  dual('city-sample-penalty', '2025-02-17', 'qingchuan-environment', '行政处罚信息公示填报样例', { act: 'penalty', decisionNo: '样例〔2025〕罚字第0号', party: '示例企业（填报样例）', basis: '《中华人民共和国行政处罚法》', decidedOn: '2025-02-10', authority: '清川市环境保护局', status: 'valid', cause: '违法事实（样例）', category: '罚款（样例）', result: '处罚结果（样例）' }, md('行政处罚自作出决定之日起七个工作日内公示。决定被变更、撤销、确认违法或者确认无效的，应当在三日内撤回并公开说明理由。', '字段包括处罚类别、事由、依据、结果、机关和状态，不设身份证件号码字段。'), 'A20_06'),
];

const revision = item('city-statistics-revision', '2014-02-24', {
  agencyId: 'qingchuan-statistics', categoryId: 'A20_01', kind: 'normative',
  title: '统计数据修订和说明公开办法',
  summary: '数据修订应当公布原值、新值、修订原因，并说明对历史数据的影响。',
  docNo: '清统发〔2014〕3号', formedOn: '2014-02-10', effectiveOn: '2014-03-01',
  body: articles('公布的统计数据需要修订的，应当公布修订前后的数值、修订原因和适用时间。', '修订应当保留修订前的版本，供公众查询。', '发现分项与合计不符的，先标注核对结果，查明原因后修订；查不明的长期保留标注。', '不得因不便于解释而不公布核对结果。'),
  basis: [law('《中华人民共和国统计法》')],
  channels: [web('2014-02-24')],
  fields: { genre: 'normative-document', issuers: ['清川市统计局'], registrationNo: '清规〔2014〕004' },
});

const accounts = item('city-social-accounts', '2012-08-06', {
  agencyId: 'qingchuan-general-office', categoryId: 'A20_15', kind: 'institution',
  title: '政务微博和网上互动答复规则',
  summary: '政务微博、博客、论坛的答复时限由本单位承诺，热点难点问题公开答复。',
  formedOn: '2012-07-23',
  body: md('鼓励和提倡领导干部利用微博、博客与群众沟通。', bullets('每条留言都有办理状态', '热点、难点问题在论坛公开答复', '答复不得代替依法应当出具的书面决定', '不得公开留言人的个人信息'), '不实信息按澄清办法处理，合理批评耐心解释。'),
  channels: [web('2012-08-06'), { carrier: 'social-media', on: '2012-08-06' }],
  fields: { type: 'system', appliesTo: '开设政务账号的行政机关', contacts: [], riskPoints: [] },
});

const forestep = item('city-expropriation-openness', '2011-03-14', {
  agencyId: 'qingchuan-housing', categoryId: 'A20_10', kind: 'project',
  title: '国有土地上房屋征收与补偿全过程公开阶段图',
  summary: '征收补偿从方案征求意见到分户结果公布的公开阶段，每个阶段均写明公开内容和期限依据。',
  formedOn: '2011-02-28',
  body: md('本图为公开程序说明，不对应某一具体征收项目。具体项目按实际进展另行公布。', '房屋征收补偿涉及群众切身利益，实行过程公开。'),
  channels: [web('2011-03-14')],
  fields: {
    type: 'case', lead: '清川市房产管理局', partners: ['市政府法制办', '区县人民政府'],
    stages: [
      { name: '拟定补偿方案', state: 'planned', actor: '房屋征收部门' },
      { name: '公布方案征求公众意见', state: 'planned', actor: '市、区县人民政府', detail: '征求意见期限不少于30日' },
      { name: '公布修改情况', state: 'planned', actor: '市、区县人民政府' },
      { name: '作出并公告征收决定', state: 'planned', actor: '市、区县人民政府' },
      { name: '公布分户补偿情况', state: 'planned', actor: '房屋征收部门', detail: '在房屋征收范围内向被征收人公布' },
    ],
  },
});

export const departmentsB: DemoDisclosure[] = [...systems, ...samples, revision, accounts, forestep];
