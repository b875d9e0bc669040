import type { Me, Problem } from '@sunlit/contract';
import { saveAgencies } from '../agencies/tree.ts';
import type { Database } from '../database/database.ts';
import { CITY, listening, type Server } from '../fixture.ts';
import type { Settings } from '../settings.ts';
import { saveStaff } from './seed.ts';

/** What the tests of signing in share: somebody at a browser. */

export const PASSWORD = 'seven clear rivers';

/** Somebody's browser: it keeps cookies and says where its page is from. */
export function browser(server: Server, origin: string | null = server.url) {
  const cookies = new Map<string, string>();
  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(server.url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(cookies.size > 0 ? { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } : {}),
        ...(method !== 'GET' && origin !== null ? { origin } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/max-age=0\b/i.test(cookie)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: (text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : undefined) as Record<string, unknown> & Partial<Problem> };
  };
  return {
    cookies,
    call,
    get: (path: string) => call('GET', path),
    post: (path: string, body: unknown = {}, headers: Record<string, string> = {}) => call('POST', path, body, headers),
    signIn: (username: string, password: string) => call('POST', '/v1/auth/sign-in/username', { username, password }),
    me: async () => (await call('GET', '/v1/staff/me')).body as unknown as Me,
  };
}

export const code = (answer: { body?: Partial<Problem> }) => answer.body?.type?.split(':').at(-1);
export const faults = (answer: { body?: Partial<Problem> }) => answer.body?.errors?.map((fault) => `${fault.pointer} ${fault.code}`).join();

/** A city with an editor and an administrator. */
export async function city(open: () => Promise<Database>, settings: Partial<Settings> = {}): Promise<{ database: Database; server: Server }> {
  const database = await open();
  await saveAgencies(database, CITY);
  await saveStaff(database, [
    { username: 'water-editor', name: '编辑甲', post: '办公室科员', password: PASSWORD, grants: [{ agencyId: 'qinghe-water', role: 'editor' }] },
    { username: 'city-admin', name: '管理员', post: '信息中心', password: PASSWORD, grants: [{ agencyId: 'qinghe', role: 'administrator' }] },
  ]);
  return { database, server: await listening(database, { settings }) };
}
