import type { Agency, AgencySummary } from '@sunlit/client';

/** A city, one county with a bureau below it: enough for tree, chart and every part of the card. */
export const city: Agency = {
  id: 'qingchuan', level: 'city', kind: 'government', name: '清川市人民政府', shortName: '市政府', children: 2, disclosures: 320,
  address: '清川市中心区政府路1号', hours: '工作日 8:30-12:00，14:00-17:30', phones: [{ label: '总值班室', number: '000-8800 0101' }],
  leaders: [{ post: '市长', portfolio: '领导市政府全面工作' }], offices: [], venues: [], path: [{ id: 'qingchuan', name: '清川市人民政府' }],
};

export const bureau: Agency = {
  id: 'qinghe-water', parentId: 'qingchuan', level: 'county', kind: 'department', name: '清河县水利局', children: 0, disclosures: 96,
  duties: '负责水资源管理、河道管理、水生态系统保护和渔业资源保护。', address: '清河县河滨路12号', hours: '工作日 8:30-12:00，14:30-17:30',
  phones: [{ label: '水政监察大队', number: '000-8802 0110' }], email: 'water@example.gov.cn', website: 'https://water.example.gov.cn/',
  leaders: [{ post: '局长', portfolio: '主持全面工作' }, { post: '副局长', portfolio: '分管水政监察、河道采砂管理', phone: '000-8802 0102' }],
  offices: [{ name: '水政监察大队', duties: '查处水事违法案件' }, { name: '业务股', duties: '行政许可受理' }],
  venues: [{ type: 'notice-board', name: '局公示栏', address: '局机关一楼大厅', equipment: ['公示栏'] }],
  path: [{ id: 'qingchuan', name: '清川市人民政府' }, { id: 'qinghe-water', name: '清河县水利局' }],
};

export const below: AgencySummary[] = [
  { id: 'qinghe-water', parentId: 'qingchuan', level: 'county', kind: 'department', name: '清河县水利局', children: 0, disclosures: 96 },
  { id: 'fangbei-tax', parentId: 'qingchuan', level: 'county', kind: 'department', name: '坊北地税分局', children: 0, disclosures: 61 },
];
