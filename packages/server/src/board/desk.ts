import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Answer, Operations, Posting, PostingPapers, Round, Topic } from '@sunlit/contract';
import type { Database } from '../database/database.ts';
import { office, type Caller, type Office } from '../drafts/office.ts';
import { openRequestStore } from '../requests/store.ts';
import { newDevice, solvedAtOnce } from '../topics/fixture.ts';
import type { BoardCommand } from './commands.ts';

/** What the tests of this room share: an office with boards, officers of two agencies, a liaison above them, and residents with devices. */
export interface BoardRoom extends Office {
  /** Of qinghe-water. */
  readonly officer: Caller;
  /** Of dongshan-water. */
  readonly neighbour: Caller;
  /** Of qinghe, above qinghe-water. */
  readonly liaison: Caller;
  /** Writes down what came on a card, or as it is said. */
  file(changed?: object, by?: Caller): Promise<Posting>;
  get(id: string, by?: Caller): Promise<Posting>;
  papers(id: string, by?: Caller): Promise<PostingPapers>;
  /** A step with a posting as it stands now. */
  take(id: string, command: BoardCommand, stated?: object, by?: Caller): Promise<Posting>;
  /** What a step is refused with. */
  refused(id: string, command: BoardCommand, stated?: object, by?: Caller): Promise<string[]>;
  /** Filed and let onto the board. */
  opened(changed?: object): Promise<Posting>;
  /** Opened, taken up and answered. */
  answered(answer?: object, changed?: object): Promise<Posting>;
  plan(changed?: object): Promise<Round>;
  /** As everybody reads it. */
  read(id: string): Promise<Topic>;
  /** Sends as somebody without an account. */
  send(method: 'GET' | 'POST', path: string, body?: object): Promise<Response>;
  /** The same with a solved challenge; expects 200. */
  post<T>(path: string, body: object): Promise<T>;
  solved(): Promise<string>;
  rate(subject: object, level: string, more?: object): Promise<Answer<Operations['ratings.create']>>;
}

/** A topic as somebody writes it. */
export const written = (changed: object = {}) => ({ agencyId: 'qinghe-water', purpose: 'disclose', title: '河道采砂许可的结果', text: '想看今年许可了哪些采砂企业。', ...changed });

export const EXPLAINED = { outcome: 'explained', text: '已在公示栏**张贴**。', disclosures: [], files: [], post: '水政监察大队' } as const;

export async function boardRoom(open: () => Promise<Database>, options: Parameters<typeof office>[1] = {}): Promise<BoardRoom> {
  const room = await office(open, options);
  const { server, database } = room;
  const solved = () => solvedAtOnce(openRequestStore(database, server.settings));
  const officer = await room.person('officer', 'qinghe-water/topic-officer');
  const neighbour = await room.person('neighbour', 'dongshan-water/topic-officer');
  const liaison = await room.person('liaison', 'qinghe/liaison');
  const get: BoardRoom['get'] = (id, by = officer) => by.do('GET', `/v1/board/${id}`);
  const take: BoardRoom['take'] = async (id, command, stated = {}, by = officer) => by.do('POST', `/v1/board/${id}/${command}`, { version: (await get(id, by)).version, ...stated });
  const file: BoardRoom['file'] = (changed = {}, by = officer) => by.do('POST', '/v1/board', { ...written(), channel: 'card', ...changed });
  const opened: BoardRoom['opened'] = async (changed = {}) => {
    const { title, text } = { ...written(), ...changed };
    return take((await file(changed)).id, 'approve', { title, text });
  };
  const send: BoardRoom['send'] = (method, path, body) => fetch(server.url + path, {
    method, headers: { 'accept-language': 'en', ...(body === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const post = async <T>(path: string, body: object): Promise<T> => {
    const response = await send('POST', path, { ...body, challenge: await solved() });
    const answer: unknown = await response.json();
    assert.equal(response.status, 200, `${path}: ${JSON.stringify(answer)}`);
    return answer as T;
  };
  return {
    ...room, officer, neighbour, liaison, get, take, file, opened, send, post, solved,
    papers: (id, by = officer) => by.do('GET', `/v1/board/${id}/papers`),
    refused: async (id, command, stated = {}, by = officer) => by.refused('POST', `/v1/board/${id}/${command}`, { version: (await get(id)).version, ...stated }),
    answered: async (answer = {}, changed = {}) => {
      const { id } = await opened(changed);
      await take(id, 'claim', { promise: { workdays: 10 } });
      return take(id, 'answer', { answer: { ...EXPLAINED, ...answer } });
    },
    plan: (changed = {}) => officer.do('POST', '/v1/rounds', { agencyId: 'qinghe-water', title: '第一轮', opensOn: '2026-03-09', closesOn: '2026-03-20', answerBy: { workdays: 5 }, ...changed }),
    read: (id) => server.json(`/v1/topics/${id}`),
    rate: (subject, level, more = {}) => post('/v1/ratings', { subject, level, token: newDevice(), ...more }),
  };
}
