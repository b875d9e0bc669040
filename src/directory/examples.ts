import type { Agency, AgencyPage, AgencySummary, CategoryPage, DisclosurePage, DisclosureSummary, Facets, Suggestions } from '@sunlit/client';

const water = { id: 'qinghe-water', name: '清河县水利局' };
const tax = { id: 'qinghe-tax', name: '清河县地方税务局' };
const office = { id: 'qinghe-office', name: '清河县人民政府办公室' };
const village = { id: 'qinghe-liulin-dongtan', name: '清河县柳林镇东滩村村民委员会' };

type Row = [agency: DisclosureSummary['agency'], kind: DisclosureSummary['kind'], categoryId: string, publishedOn: string, title: string, summary: string, rest?: Partial<DisclosureSummary>];

const rows: Row[] = [
  [water, 'normative', 'A20_01', '2025-09-12', '清河县河道采砂管理办法', '规定禁采区、禁采期和可采区年度控制总量，采砂许可实行招标、拍卖，运砂船舶凭采运管理单航行；汛期和鱼类产卵期一律停采。', { docNo: '清政规〔2025〕7号', revision: 2 }],
  [water, 'power', 'A20_05', '2025-08-30', '县水利局行政权力清单（2025年版）', '权力事项由5项调整为8项，新增河道管理范围内建设项目工程建设方案审批等三项，逐项列明依据、行使科室、条件和办理时限。'],
  [water, 'decision', 'A20_06', '2025-08-18', '关于责令停止在柳林河东滩段违法采砂行为的决定', '当事人未取得河道采砂许可证，在禁采区内采砂约320立方米。责令立即停止违法行为，限期恢复河道原状。', { docNo: '清水责改字〔2025〕31号' }],
  [office, 'notice', 'A20_10', '2025-08-05', '柳林河综合治理工程征地补偿安置方案公告（第二次）', '公告期三十日。对补偿标准有异议的，可以书面提出听证申请；听证由县人民政府组织。', { openTerm: 'staged' }],
  [tax, 'statistics', 'A20_04', '2025-07-22', '2025年第三季度个体工商户定期定额核定情况表（含同行业比较）', '按行业和地段公布416户个体工商户核定的月营业额和税额，附同行业中位数与四分位数，供纳税人互相比较。', { openTerm: 'periodic' }],
  [water, 'service', 'A20_05', '2025-06-30', '取水许可（首次申请）办事指南', '法定20个工作日办结，承诺8个工作日；材料五项，不收费。政务服务中心二楼水利窗口受理，网上可查进度。'],
  [office, 'meeting', 'A20_15', '2025-06-16', '城区居民生活用水价格调整听证会陈述人名单和听证事项', '听证会设陈述人10名，其中居民代表6名由报名者中公开抽取产生；旁听席位30个，先到先得。'],
  [water, 'project', 'A20_10', '2025-05-28', '东滩村饮水安全巩固提升工程实施进展（三级审批）', '村申请、镇审核、县审批各环节的经办科室和办结日期逐项公开；工程现处于管网铺设阶段。', { openTerm: 'staged' }],
  [village, 'budget', 'A20_07', '2025-04-20', '东滩村2025年第一季度财务收支公开表', '收入四项、支出九项逐笔列明用途、经手人岗位和民主理财小组审核意见。', { openTerm: 'periodic' }],
  [water, 'notice', 'A20_13', '2025-03-01', '清河县境内天然水域2025年禁渔通告', '自3月1日零时至6月30日二十四时，全县天然水域禁止除休闲垂钓外的一切捕捞作业。', { docNo: '清水渔〔2025〕2号', validity: 'expired', openTerm: 'temporary' }],
  [water, 'clarification', 'A20_12', '2025-02-14', '关于网传“柳林河水库出现管涌”的澄清说明', '经现场查验，渗漏点为廊道施工排水，水库大坝各项监测数据正常。公布近七日渗压观测记录备查。'],
  [office, 'normative', 'A20_01', '2019-11-08', '清河县河道采砂管理暂行规定', '已由《清河县河道采砂管理办法》替代，自2025年10月1日起废止。', { docNo: '清政发〔2019〕22号', validity: 'repealed' }],
];

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** An id for the row with that number; the rows of the examples begin with 0. */
export const idOf = (number: number): string => `01JQ8ZK4T5V6W7X8Y9Z0AB${[15, 10, 5, 0].map((shift) => ALPHABET[(number >> shift) & 31] ?? '0').join('')}`;

const summaryOf = ([agency, kind, categoryId, publishedOn, title, summary, rest]: Row, number: number): DisclosureSummary => ({
  id: idOf(number), indexNo: `QH${publishedOn.slice(0, 4)}-${String(number + 1).padStart(5, '0')}`,
  agency, kind, categoryId, publishedOn, title, summary, validity: 'in-force', openTerm: 'long-term', revision: 1, ...rest,
});

/** As many rows as are wanted, the examples again and again. */
export const rowsOf = (count: number, from = 0): DisclosureSummary[] =>
  [...Array(count).keys()].flatMap((index) => {
    const row = rows[(from + index) % rows.length];
    return row ? [summaryOf(row, from + index)] : [];
  });

export const facets: Facets = {
  agency: [{ value: water.id, name: water.name, count: 214 }, { value: tax.id, name: tax.name, count: 61 }, { value: office.id, name: office.name, count: 25 }, { value: 'qinghe-liulin', name: '清河县柳林镇人民政府', count: 12 }],
  category: [
    { value: 'A20_01', count: 42 }, { value: 'A20_04', count: 19 }, { value: 'A20_05', count: 97 }, { value: 'qinghe-water.sand', count: 28 }, { value: 'A20_06', count: 58 }, { value: 'A20_07', count: 31 },
    { value: 'A20_10', count: 24 }, { value: 'A20_12', count: 6 }, { value: 'A20_13', count: 21 }, { value: 'A20_15', count: 14 },
  ],
  kind: [
    { value: 'service', count: 88 }, { value: 'decision', count: 58 }, { value: 'normative', count: 42 }, { value: 'notice', count: 37 }, { value: 'budget', count: 31 }, { value: 'project', count: 24 },
    { value: 'statistics', count: 19 }, { value: 'meeting', count: 8 }, { value: 'power', count: 3 }, { value: 'clarification', count: 2 },
  ],
  year: [{ value: 2025, count: 121 }, { value: 2024, count: 96 }, { value: 2023, count: 58 }, { value: 2022, count: 37 }],
  validity: [{ value: 'in-force', count: 271 }, { value: 'amended', count: 9 }, { value: 'expired', count: 18 }, { value: 'repealed', count: 14 }],
  relation: 'eq',
};

/** The first page of a county, with more to come. */
export const page: DisclosurePage = { items: rowsOf(12), next: 'c2', total: { value: 312, relation: 'eq' }, facets };

/** What a search for 采砂 finds. */
export const found: DisclosurePage = {
  items: rowsOf(3).map((row) => {
    const at = row.title.indexOf('采砂');
    const text = row.summary.slice(0, 60);
    const inText = text.indexOf('采砂');
    return { ...row, match: { tier: at < 0 ? 'body' : 'title', title: at < 0 ? [] : [[at, at + 2]], snippet: { text, marks: inText < 0 ? [] : [[inText, inText + 2]] } } };
  }),
  total: { value: 10_000, relation: 'gte' },
  facets,
  search: { terms: ['采砂'], near: [] },
};

/** What a search that finds nothing answers. */
export const nothingFound: DisclosurePage = {
  items: [],
  total: { value: 0, relation: 'eq' },
  facets: { agency: [], category: [], kind: [], year: [], validity: [], relation: 'eq' },
  search: { terms: ['采沙', '许可'], near: rowsOf(2).map(({ id, title, agency, kind, validity }) => ({ id, title, agency, kind, validity })) },
};

const agencyOf = (id: string, name: string, level: AgencySummary['level'], kind: AgencySummary['kind'], children: number, disclosures: number, parentId?: string): AgencySummary => ({
  id, name, level, kind, children, disclosures, ...(parentId && { parentId }),
});

/** The top of the tree: one county. */
export const topAgencies: AgencyPage = { items: [{ ...agencyOf('qinghe', '清河县人民政府', 'county', 'government', 4, 312), shortName: '清河县' }] };

export const countyAgencies: AgencyPage = {
  items: [
    { ...agencyOf(office.id, office.name, 'county', 'department', 0, 25, 'qinghe'), shortName: '县政府办' },
    { ...agencyOf(water.id, water.name, 'county', 'department', 0, 214, 'qinghe'), shortName: '县水利局' },
    { ...agencyOf(tax.id, tax.name, 'county', 'department', 0, 61, 'qinghe'), shortName: '县地税局' },
    { ...agencyOf('qinghe-liulin', '清河县柳林镇人民政府', 'township', 'government', 1, 12, 'qinghe'), shortName: '柳林镇' },
  ],
};

export const townAgencies: AgencyPage = { items: [agencyOf(village.id, village.name, 'village', 'committee', 0, 7, 'qinghe-liulin')] };

/** The village, as somebody finds it who comes by a link. */
export const villageAgency: Agency = {
  ...village, parentId: 'qinghe-liulin', level: 'village', kind: 'committee', phones: [], leaders: [], offices: [], venues: [], children: 0, disclosures: 7,
  path: [{ id: 'qinghe', name: '清河县人民政府' }, { id: 'qinghe-liulin', name: '清河县柳林镇人民政府' }, village],
};

export const categories: CategoryPage = {
  items: [
    ...['01', '04', '05', '06', '07', '10', '12', '13', '15'].map((number) => ({ id: `A20_${number}`, name: '法定主动公开内容' })),
    { id: 'qinghe-water.sand', parentId: 'A20_05', agencyId: water.id, name: '河道采砂' },
  ].sort((a, b) => ('parentId' in a ? a.parentId : a.id).localeCompare('parentId' in b ? b.parentId : b.id)),
};

export const suggestions: Suggestions = {
  items: [
    { type: 'disclosure', id: idOf(0), text: '清河县河道采砂管理办法', agency: water, marks: [[3, 7]] },
    { type: 'disclosure', id: idOf(11), text: '清河县河道采砂管理暂行规定', agency: office, marks: [[3, 7]] },
    { type: 'agency', id: 'qinghe-river', text: '清河县河道管理处', marks: [[3, 5]] },
  ],
};
