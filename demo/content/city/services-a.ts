import type { ActType, Flow } from '@sunlit/contract';
import type { DemoDisclosure } from '../types.ts';
import { CENTRE_WINDOW, agencyOf, board, chain, item, law, licenceFlow, md, ogi, web, windowOf } from './build.ts';

interface Service {
  key: string;
  on: string;
  agency: string;
  title: string;
  summary: string;
  body: string;
  act: ActType;
  audience: 'person' | 'organisation' | 'both';
  basis: string[];
  conditions: string[];
  materials: [name: string, form: 'original' | 'copy' | 'either' | 'electronic', note?: string][];
  flow: Flow;
  statutory?: number;
  pledged?: number;
  fees?: { item: string; standard: string; basis?: string }[];
  result: string;
  rest?: Parameters<typeof item>[3];
}

/** Handled at the service centre's window and, for questions, in the agency itself. */
export const service = (s: Service): DemoDisclosure =>
  item(s.key, s.on, {
    agencyId: s.agency, categoryId: 'A20_05', kind: 'service', title: s.title, summary: s.summary, body: s.body, formedOn: s.on,
    basis: [law('《中华人民共和国行政许可法》', '第三十条'), ogi('第二十条第五项')].slice(s.act === 'licence' ? 0 : 1),
    channels: [web(s.on), board(s.agency, s.on)],
    fields: {
      actType: s.act, audience: s.audience, basis: s.basis, conditions: s.conditions,
      materials: s.materials.map(([name, form, note]) => ({ name, form, ...(note ? { note } : {}) })),
      flow: s.flow,
      ...(s.statutory === undefined ? {} : { statutoryDays: s.statutory }),
      ...(s.pledged === undefined ? {} : { pledgedDays: s.pledged }),
      fees: s.fees ?? [],
      windows: agencyOf(s.agency).kind === 'department' ? [CENTRE_WINDOW, windowOf(s.agency, `${agencyOf(s.agency).shortName}咨询处`)] : [windowOf(s.agency, agencyOf(s.agency).shortName ?? agencyOf(s.agency).name)],
      result: s.result,
    },
  }, s.rest);

export const servicesA: DemoDisclosure[] = [
  service({
    key: 'city-service-technical-upgrade', on: '2024-03-18', agency: 'qingchuan-economy', title: '企业技术改造项目备案办事指南',
    summary: '企业在开工建设前通过在线平台告知项目信息即完成备案，不收费。',
    body: md('备案实行告知性管理。企业对填报信息的真实性、合法性和完整性负责。', '已备案项目信息发生较大变更的，应当及时告知备案机关。备案结果在网上公开。'),
    act: 'confirmation', audience: 'organisation', basis: ['《企业投资项目核准和备案管理条例》'], conditions: ['属于备案管理的技术改造项目', '符合产业政策', '在开工建设前提出'],
    materials: [['企业基本情况', 'electronic'], ['项目名称、建设地点、规模和内容', 'electronic'], ['项目总投资额', 'electronic'], ['符合产业政策的声明', 'electronic']],
    flow: chain(['在线填报', '', '企业'], ['核对信息是否齐全', '不齐全的指导企业补正', '经济运行处'], ['备案并公开', '备案机关收到全部信息即为备案', '经济运行处']), pledged: 0, result: '项目备案证明（网上打印）',
  }),
  service({
    key: 'city-service-construction-permit', on: '2024-01-22', agency: 'qingchuan-construction-commission', title: '建筑工程施工许可证核发办事指南',
    summary: '建设单位开工前申请施工许可证，主管部门自收到申请之日起七日内颁发。',
    body: md('工程开工前，建设单位应当申请领取施工许可证。国务院建设行政主管部门确定的限额以下的小型工程除外。', '应当自领取许可证之日起三个月内开工；因故不能按期开工的，应当申请延期，延期以两次为限，每次不超过三个月。'),
    act: 'licence', audience: 'organisation', basis: ['《中华人民共和国建筑法》第七条至第九条', '《建筑工程施工许可管理办法》'],
    conditions: ['已经办理该建筑工程用地批准手续', '依法应当办理建设工程规划许可证的，已经取得', '需要拆迁的，其拆迁进度符合施工要求', '已经确定建筑施工企业', '有满足施工需要的资金安排、施工图纸及技术资料', '有保证工程质量和安全的具体措施'],
    materials: [['建筑工程施工许可证申请表', 'either', '格式文本免费'], ['用地批准手续', 'copy'], ['建设工程规划许可证', 'copy'], ['施工合同', 'copy'], ['资金安排和质量安全措施说明', 'either']],
    flow: licenceFlow('核对用地、规划、施工企业、资金和质量安全措施', '建筑市场管理处', { decide: 7 }), statutory: 7, pledged: 5, result: '建筑工程施工许可证',
  }),
  service({
    key: 'city-service-recycling', on: '2014-05-12', agency: 'qingchuan-commerce', title: '再生资源回收经营者备案办事指南',
    summary: '取得营业执照后30日内备案，备案不收费。',
    body: md('从事再生资源回收经营活动，应当在取得营业执照后30日内向登记地商务主管部门备案。备案事项变更的，自变更之日起30日内办理变更手续。', '本委同时公布备案经营者名单，便于居民就近交售。'),
    act: 'confirmation', audience: 'both', basis: ['《再生资源回收管理办法》'], conditions: ['已取得营业执照', '经营范围包括再生资源回收'],
    materials: [['备案登记表', 'either', '格式文本免费'], ['营业执照', 'copy'], ['经营场所说明', 'either']],
    flow: chain(['提交备案材料', '', '经营者'], ['核对材料', '不齐全的当场一次告知', '流通管理处'], ['备案并发给备案证明', '', '流通管理处']), pledged: 1, result: '备案登记证明',
  }),
  service({
    key: 'city-service-teacher', on: '2025-03-10', agency: 'qingchuan-education', title: '高级中学教师资格认定办事指南',
    summary: '每年按公告的时间集中受理，受理期限终止之日起30个法定工作日内作出结论。',
    body: md('申请人应当在公告规定的受理期限内提出申请。受理的具体起止日期另发公告，本页不预填。', '认定所需材料以公告为准，能够通过数据共享核验的不再要求提交。'),
    act: 'licence', audience: 'person', basis: ['《中华人民共和国教师法》', '《教师资格条例》', '《〈教师资格条例〉实施办法》'], conditions: ['遵守宪法和法律，热爱教育事业，具有良好的思想品德', '具备规定的学历或者通过国家教师资格考试', '有教育教学能力', '身体条件符合规定'],
    materials: [['教师资格认定申请表', 'electronic'], ['身份证明', 'copy'], ['学历证书', 'copy'], ['教师资格考试合格证明', 'electronic'], ['体检结论', 'original']],
    flow: licenceFlow('审查申请材料，核验学历和考试合格信息', '教师资格认定工作人员', { decide: 30 }), statutory: 30, result: '教师资格证书',
  }),
  service({
    key: 'city-service-science-contract', on: '2014-03-03', agency: 'qingchuan-science', title: '科技计划项目合同签订办事指南',
    summary: '立项公示无异议后，使用经审查的科技计划项目合同示范文本签订。',
    body: md('科技计划项目合同使用示范文本。示范文本经市政府法制办审查，属于全市34个政府合同示范文本之一类。', '对示范文本条款有修改的，须重新报送合同审查。项目经费、任务和验收条款可以公开，商业秘密除外。'),
    act: 'contract', audience: 'organisation', basis: ['《清川市政府合同审查管理办法》', '《中华人民共和国科学技术进步法》'], conditions: ['立项公示期满无异议', '承担单位资质和任务书一致'],
    materials: [['科技计划项目任务书', 'original'], ['科技计划项目合同（示范文本）', 'original', '示范文本免费下载'], ['承担单位资信材料', 'copy']],
    flow: chain(['立项公示期满', '', '市科技局计划处'], ['填写示范文本', '', '承担单位'], ['条款有修改的送合同审查', '政府合同审查管理处出具法律意见', '市政府法制办'], ['双方签订', '', '市科技局、承担单位'], ['公开立项结果和合同要点', '', '计划处']), result: '生效的科技计划项目合同',
  }),
  service({
    key: 'city-service-association', on: '2024-09-09', agency: 'qingchuan-civil-affairs', title: '社会团体成立登记办事指南',
    summary: '有50个以上个人会员或者30个以上单位会员等条件，登记机关自收到全部有效文件之日起60日内作出决定。',
    body: md('申请成立社会团体，应当经业务主管单位审查同意，由发起人向登记管理机关申请登记；法律、行政法规规定可以直接登记的除外。', '不予登记的，书面说明理由。'),
    act: 'licence', audience: 'organisation', basis: ['《社会团体登记管理条例》第十条至第十二条'],
    conditions: ['有50个以上的个人会员或者30个以上的单位会员；个人会员、单位会员混合组成的，会员总数不得少于50个', '有规范的名称和相应的组织机构', '有固定的住所', '有与其业务活动相适应的专职工作人员', '有合法的资产和经费来源，地方性的社会团体有3万元以上活动资金', '有独立承担民事责任的能力'],
    materials: [['登记申请书', 'original', '格式文本免费'], ['业务主管单位的批准文件', 'original'], ['验资报告、场所使用权证明', 'original'], ['发起人和拟任负责人的基本情况、身份证明', 'copy', '公示时不公开身份证件号码'], ['章程草案', 'original']],
    flow: licenceFlow('审查名称、会员、资产、场所和章程草案', '社会组织管理处', { decide: 60 }), statutory: 60, result: '《社会团体法人登记证书》',
  }),
  service({
    key: 'city-service-road-digging', on: '2024-04-15', agency: 'qingchuan-urban-construction', title: '挖掘城市道路许可办事指南',
    summary: '因工程建设需要挖掘城市道路的申请条件、材料和审批流程；新建道路五年内、大修道路三年内不得挖掘。',
    body: md('新建、扩建、改建的城市道路交付使用后5年内、大修的城市道路竣工后3年内不得挖掘；因特殊情况需要挖掘的，须经县级以上城市人民政府批准。', '埋设在城市道路下的管线发生故障需要紧急抢修的，可以先行破路抢修，并同时通知市政工程行政主管部门和公安交通管理部门，在24小时内按照规定补办批准手续。'),
    act: 'licence', audience: 'organisation', basis: ['《城市道路管理条例》第三十三条', '《中华人民共和国行政许可法》第四十二条'], conditions: ['具有规划部门签发的文件和有关设计文件', '有修复、交通疏导和安全防护方案'],
    materials: [['挖掘申请表', 'either', '格式文本免费'], ['规划部门签发的文件', 'copy'], ['设计文件和施工方案', 'copy'], ['交通疏导方案', 'copy']],
    flow: licenceFlow('核对挖掘范围、时限，与公安交通管理部门会商', '审批处', { decide: 20 }), statutory: 20, pledged: 10,
    fees: [{ item: '城市道路挖掘修复费', standard: '按公布的收费目录和标准执行', basis: '《城市道路管理条例》第三十七条' }], result: '挖掘许可决定（网上公开范围、期限）',
  }),
  service({
    key: 'city-service-presale', on: '2024-02-26', agency: 'qingchuan-housing', title: '商品房预售许可办事指南',
    summary: '主管部门对符合法定条件的商品房预售申请，在规定时限内作出预售许可决定并公开结果。',
    body: md('未取得《商品房预售许可证》的，不得进行商品房预售。', '购房人签约前，请在网上核对预售许可证号和许可范围。'),
    act: 'licence', audience: 'organisation', basis: ['《中华人民共和国城市房地产管理法》第四十五条', '《城市商品房预售管理办法》'], conditions: ['已交付全部土地使用权出让金，取得土地使用权证书', '持有建设工程规划许可证', '按提供预售的商品房计算，投入开发建设的资金达到工程建设总投资的百分之二十五以上，并已经确定施工进度和竣工交付日期'],
    materials: [['预售许可申请表', 'either', '格式文本免费'], ['开发企业的营业执照和资质证书', 'copy'], ['土地使用权证书、建设工程规划许可证、施工许可证', 'copy'], ['投入资金证明', 'original'], ['工程施工合同和进度说明', 'copy'], ['预售方案', 'original']],
    flow: licenceFlow('审查材料并现场查勘', '房产交易管理工作人员', { decide: 10 }), statutory: 10, pledged: 7, result: '《商品房预售许可证》',
  }),
  service({
    key: 'city-service-foreign-trade', on: '2014-04-21', agency: 'qingchuan-foreign-trade', title: '对外贸易经营者备案登记办事指南',
    summary: '已废止：《对外贸易法》修改后，不再要求对外贸易经营者备案登记。保留供查证。',
    body: md('本指南曾用于办理对外贸易经营者备案登记。', '现在从事进出口业务的企业，不再需要办理此项备案；进出口货物的报关手续按海关规定办理。'),
    act: 'confirmation', audience: 'organisation', basis: ['《中华人民共和国对外贸易法》（修改前）'], conditions: ['已依法办理工商登记'], materials: [['备案登记表', 'original']],
    flow: chain(['提交备案登记表', '', '企业'], ['备案登记', '', '贸易发展处'], ['领取备案登记表', '', '企业']), result: '对外贸易经营者备案登记表（已停止办理）',
    rest: { repealed: { on: '2022-12-30', reason: '全国人大常委会修改《中华人民共和国对外贸易法》，删去对外贸易经营者备案登记的规定' } },
  }),
];
