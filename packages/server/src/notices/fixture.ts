import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { DisclosureContent, NoticeDesk } from '@sunlit/contract';
import type { Database } from '../database/database.ts';
import { publish } from '../disclosures/publication.ts';
import { complete, office, type Caller, type Office } from '../drafts/office.ts';
import { reasons } from '../requests/fixture.ts';
import { openRequestStore } from '../requests/store.ts';
import { newDevice, solvedAtOnce } from '../topics/fixture.ts';

/** What the tests of notices share: an office that publishes notices, and residents with devices. Its day is 2026-03-09. */
export interface NoticeRoom extends Office {
  /** Of qinghe-water. */
  readonly publisher: Caller;
  solved(): Promise<string>;
  /** Publishes a notice or a hearing and answers its id. */
  notice(fields?: object, changed?: object): Promise<string>;
  hearing(fields?: object, changed?: object): Promise<string>;
  desk(id: string): Promise<NoticeDesk>;
  configure(id: string, windows: object): Promise<NoticeDesk>;
  /** Sends as somebody without an account, with a solved challenge and a device. */
  send(path: string, body: object, key?: string): Promise<Response>;
  /** The same; expects 200. */
  post<T = { readonly id: string }>(path: string, body: object): Promise<T>;
  /** Why it is refused. */
  refused(path: string, body: object): Promise<string>;
}

export const OPINION = { stance: 'object', words: '离学校太近，建议另选', channel: 'web' } as const;
export const SEAT = { role: 'presenter', name: '甲某某', contact: '8800001', channel: 'web' } as const;
export const SEATS = { until: '2026-03-20', presenters: 2, observers: 1, selection: { way: 'order' } } as const;

export async function noticeRoom(open: () => Promise<Database>, options: Parameters<typeof office>[1] = {}): Promise<NoticeRoom> {
  const room = await office(open, options);
  const { server, database } = room;
  const solved = () => solvedAtOnce(openRequestStore(database, server.settings));
  const publisher = await room.person('publisher', 'qinghe-water/publisher');
  const published = async (content: object) => (await publish(database, { content: JSON.parse(JSON.stringify({ ...complete(), ...content })) as DisclosureContent, publishedOn: '2026-03-01' })).id;
  const send: NoticeRoom['send'] = async (path, body, key = randomUUID()) => fetch(server.url + path, {
    method: 'POST', headers: { 'content-type': 'application/json', 'accept-language': 'en', 'idempotency-key': key },
    body: JSON.stringify({ token: newDevice(), challenge: await solved(), ...body }),
  });
  const desk: NoticeRoom['desk'] = (id) => publisher.do('GET', `/v1/notices/${id}/desk`);
  return {
    ...room, publisher, solved, send, desk,
    notice: (fields = {}, changed = {}) => published({ kind: 'notice', fields: { subject: '采石场选址', from: '2026-03-02', to: '2026-03-31', objections: [{ way: '电话', contact: '8800000' }], ...fields }, ...changed }),
    hearing: (fields = {}, changed = {}) => published({ kind: 'meeting', fields: { type: 'hearing', subject: '水价调整', heldOn: '2026-04-10', place: '水利局一楼', roles: [{ role: '陈述人', group: '用水户', count: 2 }], selection: '自愿报名', agenda: [], ...fields }, ...changed }),
    configure: async (id, windows) => publisher.do('PUT', `/v1/notices/${id}/windows`, { version: (await desk(id)).version, windows }),
    post: async <T>(path: string, body: object) => {
      const response = await send(path, body);
      const answer = (await response.json()) as T;
      assert.equal(response.status, 200, JSON.stringify(answer));
      return answer;
    },
    refused: async (path, body) => (await reasons(await send(path, body))).join(' '),
  };
}
