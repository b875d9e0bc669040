import type { AgencyContent } from '@sunlit/contract';
import { OFFICE_HOURS, agency, board, intake } from './build.ts';

const county = (id: string, name: string, seat: string, exchange: number, duties: string, head: '县长' | '区长'): AgencyContent =>
  agency({
    id, parentId: 'qingchuan', level: 'county', kind: 'government', name: `${name}人民政府`, shortName: name, address: seat, exchange, duties,
    leaders: [[head, '领导政府全面工作'], [`常务副${head}`, '分管财政、政府法制和政务公开'], [`副${head}`, '分管农业、水利、国土资源、民政']],
    offices: [['政务公开办公室', '组织本级部门和乡镇、街道开展政务公开，受理依申请公开']],
    venues: [board(`${name}政务公开栏`, `${seat}大门东侧`)],
  });

/** Departments that need no more than a name, an address and what they do. */
const department = (id: string, parentId: string, name: string, shortName: string, address: string, exchange: number, duties: string, offices: [string, string][]): AgencyContent =>
  agency({
    id, parentId, level: 'county', kind: 'department', name, shortName, address, exchange, duties, offices,
    leaders: [[name.endsWith('办公室') ? '主任' : '局长', '主持全面工作'], [name.endsWith('办公室') ? '副主任' : '副局长', '分管业务工作和信息公开']],
    venues: [board(`${shortName}政务公开栏`, `${address}门前`)],
  });

const water: AgencyContent = agency({
  id: 'qinghe-water', parentId: 'qinghe', level: 'county', kind: 'department', name: '清河县水利局', shortName: '县水利局', address: '清川市清河县滨河路6号', exchange: 8841,
  duties: '负责全县水资源的统一管理和监督，实施取水许可；管理河道、堤防和河道采砂；组织水土保持和水土流失防治；管理渔业资源，查处毒鱼、电鱼等破坏渔业资源的行为；承担水行政执法和水法宣传。\n\n水政监察大队、业务股、水管站、水保站为本局确定的关键岗位和重点环节，实行前期预防、中期监督、后期补救。',
  leaders: [
    ['局长', '主持全面工作，分管人事、财务'],
    ['副局长（水政水资源）', '分管水政监察大队、水资源管理、河道采砂管理'],
    ['副局长（工程建设）', '分管业务股、水利工程建设、项目招标投标'],
    ['副局长（水土保持）', '分管水保站、水管站'],
    ['纪检组长', '分管党风廉政建设、行政问责、政务公开监督'],
  ],
  offices: [
    ['办公室', '承担文电、信息公开、首问登记和来信来访接待'],
    ['水政监察大队', '巡查河道，查处水事违法案件和毒鱼、非法捕捞案件，下发整改通知'],
    ['业务股', '受理河道采砂、河道管理范围内建设项目等申请，组织技术审查和工程招标'],
    ['水管站', '办理取水许可受理和现场核验，管理取水户台账'],
    ['水保站', '受理生产建设项目水土保持方案，监督检查水土保持设施'],
    ['渔政股', '受理捕捞许可，组织鱼苗投放和禁渔宣传'],
  ],
  venues: [board('县水利局公示栏', '清河县滨河路6号大门西侧'), intake('县水利局依申请公开受理点', '清河县滨河路6号一楼办公室')],
});

const tax: AgencyContent = agency({
  id: 'fangbei-tax', parentId: 'fangbei', level: 'county', kind: 'department', name: '清川市地方税务局坊北分局', shortName: '坊北地税分局', address: '清川市坊北区北关路15号', exchange: 8851,
  duties: '负责坊北区地方税收的征收管理、纳税服务、定税公示、减免税审批和税务稽查。按照“定好位，收好税，带好队”的总体要求，推行阳光办税、阳光定税、阳光稽查、阳光服务、阳光管理、阳光监督，实现流程、税负、执法、政策、工作、权力六个方面的透明。',
  leaders: [
    ['局长', '主持全面工作，分管人事教育'],
    ['副局长（征收管理）', '分管征管科、税政科、定税和减免税审批'],
    ['副局长（稽查）', '分管稽查局、案件审理'],
    ['副局长（服务）', '分管纳税服务科、办税服务厅、纳税人培训'],
    ['纪检组长', '分管监察、执法监督员联络、民主理财监督'],
  ],
  offices: [
    ['办公室', '承担政务公开、财务管理和工作通报会的组织'],
    ['征收管理科', '组织税额核定、定税公示和催报催缴'],
    ['税政科', '承办减免税受理、审查和公示'],
    ['稽查局', '分设选案、检查、审理、执行岗位，实行四环节分离'],
    ['纳税服务科', '管理办税服务厅，组织培训、接访和政策上门服务'],
    ['监察室', '受理对税务人员的投诉，督办执法监督员反馈的问题'],
  ],
  venues: [
    { type: 'hall', name: '办税服务厅', address: '坊北区北关路15号一楼', hours: OFFICE_HOURS, equipment: ['电子显示屏', '服务质量评价器', '社会满意度测评箱'] },
    { type: 'touch-screen', name: '办税服务厅电子触摸屏', address: '坊北区北关路15号一楼', hours: OFFICE_HOURS, equipment: ['电子触摸屏'] },
    board('坊北分局公示栏', '坊北区北关路15号大门东侧'),
  ],
});

const qinghe: AgencyContent[] = [
  county('qinghe', '清河县', '清川市清河县政府路1号', 8840, '管理全县经济、社会事务。境内有四大河流，河道管理、渔业资源保护和水资源管理为县政府信息公开的重点内容。', '县长'),
  department('qinghe-office', 'qinghe', '清河县人民政府办公室', '县政府办公室', '清川市清河县政府路1号', 8842, '主管全县政府信息公开工作，指导县直单位和乡镇办好政务公开栏、点题栏和信息公开查阅网点。', [['政务公开股', '检查公开栏更新，汇总点题答复'], ['秘书股', '办理县政府文件，编制常务会议纪要']]),
  water,
  department('qinghe-finance', 'qinghe', '清河县财政局', '县财政局', '清川市清河县政府路5号', 8843, '管理县级财政收支，公布收费目录、涉农补贴发放办法和部门预决算。', [['农业股', '管理惠农补贴资金发放'], ['综合股', '公布行政事业性收费项目、依据和标准']]),
  department('qinghe-land', 'qinghe', '清河县国土资源局', '县国土资源局', '清川市清河县政府路9号', 8844, '管理土地、矿产资源，办理建设用地和宅基地审批，公开土地征收、土地出让和审批结果。', [['耕地保护股', '组织征地报批和征地公告'], ['土地利用股', '办理建设用地、土地出让手续']]),
  department('qinghe-agriculture', 'qinghe', '清河县农业局', '县农业局', '清川市清河县政府路11号', 8845, '落实农业政策，指导农村土地承包经营权流转和农民负担监督，发放惠农政策明白卡。', [['经营管理股', '指导承包合同、土地流转和村级财务公开'], ['政策股', '解释惠农政策']]),
  department('qinghe-civil-affairs', 'qinghe', '清河县民政局', '县民政局', '清川市清河县政府路7号', 8846, '办理社会救助审批，指导村民自治和村务公开。', [['救助股', '审批最低生活保障、临时救助'], ['基层政权股', '指导村务公开']]),
  agency({
    id: 'qinghe-service-centre', parentId: 'qinghe', level: 'county', kind: 'authorised', name: '清河县政务服务中心', shortName: '县政务服务中心', address: '清川市清河县政府路20号', exchange: 8847,
    duties: '集中受理县级行政审批事项，一次性告知补正内容，公布收费项目、依据和标准，设置依申请公开受理点。',
    leaders: [['主任', '主持全面工作'], ['副主任', '分管窗口管理']],
    offices: [['综合受理窗口', '统一接收申请材料，出具受理凭证'], ['督查股', '受理窗口投诉，监察办理时限']],
    venues: [{ type: 'touch-screen', name: '大厅触摸屏', address: '清河县政府路20号一楼', hours: OFFICE_HOURS, equipment: ['触摸屏'] }, intake('依申请公开受理点', '清河县政府路20号一楼')],
  }),
];

const fangbei: AgencyContent[] = [
  county('fangbei', '坊北区', '清川市坊北区振兴路1号', 8850, '管理全区经济、社会事务，组织区直部门和街道、镇推行政务公开。', '区长'),
  tax,
  department('fangbei-office', 'fangbei', '坊北区人民政府办公室', '区政府办公室', '清川市坊北区振兴路1号', 8852, '主管全区政府信息公开工作，组织政务通报会和领导接访日。', [['政务公开科', '指导街道、镇公开栏和查阅点'], ['督查科', '督办政府工作部署']]),
  department('fangbei-finance', 'fangbei', '坊北区财政局', '区财政局', '清川市坊北区振兴路3号', 8853, '管理区级财政收支和政府采购，公布部门预决算。', [['预算科', '编制区级预算'], ['国库科', '办理财政资金支付']]),
  department('fangbei-civil-affairs', 'fangbei', '坊北区民政局', '区民政局', '清川市坊北区振兴路5号', 8854, '办理社会救助审批，指导社区居务公开。', [['救助科', '审批最低生活保障'], ['社区科', '指导社区居务公开']]),
];

const nanping: AgencyContent[] = [
  county('nanping', '南屏区', '清川市南屏区南门大街1号', 8860, '管理全区经济、社会事务，推进老城区社区政府信息查阅点建设。', '区长'),
  department('nanping-office', 'nanping', '南屏区人民政府办公室', '区政府办公室', '清川市南屏区南门大街1号', 8861, '主管全区政府信息公开工作，编制政府信息公开指南和年度报告。', [['政务公开科', '组织主动公开和依申请公开']]),
  department('nanping-civil-affairs', 'nanping', '南屏区民政局', '区民政局', '清川市南屏区南门大街8号', 8862, '办理社会救助审批，指导社区居务公开和居民自治。', [['社区科', '指导社区公开栏和点题栏']]),
];

const xiling: AgencyContent[] = [
  county('xiling', '西岭县', '清川市西岭县松岭路1号', 8864, '管理全县经济、社会事务，依托农村书屋建设信息公开查阅网点。', '县长'),
  department('xiling-office', 'xiling', '西岭县人民政府办公室', '县政府办公室', '清川市西岭县松岭路1号', 8865, '主管全县政府信息公开工作，指导边远乡镇利用公开栏、明白卡和查阅网点公开信息。', [['政务公开股', '指导乡镇公开工作，配送信息汇编']]),
  department('xiling-agriculture', 'xiling', '西岭县农业局', '县农业局', '清川市西岭县松岭路6号', 8866, '落实惠农政策，监督农民负担，指导农村土地承包经营权流转。', [['经营管理股', '指导村级财务公开和土地流转']]),
];

export const countyAgencies: AgencyContent[] = [...qinghe, ...fangbei, ...nanping, ...xiling];
