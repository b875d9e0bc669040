import type { Category } from '@sunlit/contract';
import { agencies } from './agencies/index.ts';

/** 政府信息公开条例第二十条, in the order of the article. */
const statutory: Category[] = [
  { id: 'A20_01', name: '行政法规、规章和规范性文件' },
  { id: 'A20_02', name: '机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名' },
  { id: 'A20_03', name: '国民经济和社会发展规划、专项规划、区域规划及相关政策' },
  { id: 'A20_04', name: '国民经济和社会发展统计信息' },
  { id: 'A20_05', name: '办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果' },
  { id: 'A20_06', name: '实施行政处罚、行政强制的依据、条件、程序以及具有一定社会影响的行政处罚决定' },
  { id: 'A20_07', name: '财政预算、决算信息' },
  { id: 'A20_08', name: '行政事业性收费项目及其依据、标准' },
  { id: 'A20_09', name: '政府集中采购项目的目录、标准及实施情况' },
  { id: 'A20_10', name: '重大建设项目的批准和实施情况' },
  { id: 'A20_11', name: '扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况' },
  { id: 'A20_12', name: '突发公共事件的应急预案、预警信息及应对情况' },
  { id: 'A20_13', name: '环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况' },
  { id: 'A20_14', name: '公务员招考的职位、名额、报考条件等事项以及录用结果' },
  { id: 'A20_15', name: '法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息' },
];

const own = (agencyId: string, rows: [id: string, parentId: string, name: string][]): Category[] => rows.map(([id, parentId, name]) => ({ id: `${agencyId}.${id}`, parentId, agencyId, name }));

const water = own('qinghe-water', [
  ['systems', 'A20_01', '工作制度'],
  ['duties', 'A20_02', '机构职责与关键岗位'],
  ['sand', 'A20_05', '河道采砂'],
  ['resources', 'A20_05', '水资源管理'],
  ['soil', 'A20_05', '水土保持'],
  ['enforcement', 'A20_06', '水政执法'],
  ['works', 'A20_10', '工程与采购'],
  ['fishery', 'A20_15', '渔业资源'],
  ['publicity', 'A20_15', '法治宣传'],
]);

/** 六阳光六透明. */
const tax = own('fangbei-tax', [
  ['process', 'A20_05', '阳光办税 · 流程透明'],
  ['burden', 'A20_05', '阳光定税 · 税负透明'],
  ['enforcement', 'A20_06', '阳光稽查 · 执法透明'],
  ['policy', 'A20_15', '阳光服务 · 政策透明'],
  ['work', 'A20_15', '阳光管理 · 工作透明'],
  ['power', 'A20_15', '阳光监督 · 权力透明'],
]);

const townships = agencies
  .filter((agency) => agency.level === 'township')
  .flatMap((agency) => own(agency.id, [['topics', 'A20_15', '点题公开'], ['board', 'A20_15', '公开栏与查阅网点']]));

const villages = agencies
  .filter((agency) => agency.level === 'village')
  .flatMap((agency) => own(agency.id, [['affairs', 'A20_15', agency.name.includes('社区') ? '居务公开' : '村务公开']]));

/** The fifteen statutory headings, then each agency’s own; parents stand before their children. */
export const categories: Category[] = [...statutory, ...water, ...tax, ...townships, ...villages];
