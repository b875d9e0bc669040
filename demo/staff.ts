import type { Role } from '@sunlit/contract';
import { saveStaff, type Database } from '@sunlit/server';

/** Known to everybody: `npm start` alone enters people with it, and refuses to run in production. */
export const DEMO_PASSWORD = 'only-for-the-demo';

interface DemoPerson {
  readonly username: string;
  readonly name: string;
  readonly post: string;
  readonly agencyId: string;
  readonly role: Role;
}

/** Those of one agency's desk, those who keep boards in four places, and those who look after all of them: roles and posts, no people. */
export const DEMO_STAFF: readonly DemoPerson[] = [
  { username: 'water-editor', name: '水利局编辑', post: '清河县水利局办公室科员', agencyId: 'qinghe-water', role: 'editor' },
  { username: 'water-reviewer', name: '水利局保密审查', post: '清河县水利局保密审查员', agencyId: 'qinghe-water', role: 'reviewer' },
  { username: 'water-publisher', name: '水利局发布', post: '清河县水利局办公室主任', agencyId: 'qinghe-water', role: 'publisher' },
  { username: 'water-requests', name: '水利局依申请经办', post: '清河县水利局政府信息公开工作机构', agencyId: 'qinghe-water', role: 'request-officer' },
  { username: 'water-topics', name: '水利局点题经办', post: '清河县水利局办公室点题经办', agencyId: 'qinghe-water', role: 'topic-officer' },
  { username: 'tax-editor', name: '坊北地税编辑', post: '坊北地税分局办公室科员', agencyId: 'fangbei-tax', role: 'editor' },
  { username: 'tax-requests', name: '坊北地税依申请经办', post: '坊北地税分局政府信息公开工作机构', agencyId: 'fangbei-tax', role: 'request-officer' },
  { username: 'tax-topics', name: '坊北地税点题经办', post: '坊北地税分局办公室点题经办', agencyId: 'fangbei-tax', role: 'topic-officer' },
  { username: 'street-topics', name: '北关街道点题经办', post: '北关街道党政办公室点题经办', agencyId: 'fangbei-beiguan-street', role: 'topic-officer' },
  { username: 'village-topics', name: '上湾村点题经办', post: '上湾村村务公开小组', agencyId: 'qinghe-anping-shangwan', role: 'topic-officer' },
  { username: 'civil-topics', name: '民政局点题经办', post: '清河县民政局社会救助股', agencyId: 'qinghe-civil-affairs', role: 'topic-officer' },
  { username: 'hotline-liaison', name: '热线联络员', post: '12345市民服务热线政务信息联络员', agencyId: 'qingchuan', role: 'liaison' },
  { username: 'city-supervisor', name: '市政府办监督', post: '市政府办公室政务公开科科长', agencyId: 'qingchuan', role: 'supervisor' },
  { username: 'city-admin', name: '平台管理', post: '市政府办公室系统管理员', agencyId: 'qingchuan', role: 'administrator' },
];

/** Enters the demo's staff once. */
export async function loadDemoStaff(database: Database): Promise<void> {
  const present = await database.read.selectFrom('person').select('username').execute();
  const known = new Set(present.map(({ username }) => username));
  const missing = DEMO_STAFF.filter(({ username }) => !known.has(username));
  await saveStaff(database, missing.map(({ agencyId, role, ...person }) => ({ ...person, grants: [{ agencyId, role }], password: DEMO_PASSWORD })));
}
