import type { Case, CaseCommand, CaseFile, CasePapers, Receipt, RequestContent, TrackedRequest } from '@sunlit/contract';
import { annualCases } from '@sunlit/rules';
import { saveAgencies } from '../agencies/tree.ts';
import type { Database } from '../database/database.ts';
import { office, type Caller, type Office } from '../drafts/office.ts';
import { CITY } from '../fixture.ts';
import { holder } from '../requests/fixture.ts';
import { loadRequest } from '../requests/record.ts';
import { openRequestStore, readingRequests, type RequestStore } from '../requests/store.ts';
import { sweepRequests } from '../requests/sweep.ts';

/** What the tests of this room share: an office with officers of two agencies, and an applicant with a receipt. */
export interface Desk extends Office {
  readonly requests: RequestStore;
  /** Of qinghe-water. */
  readonly officer: Caller;
  /** Of dongshan-water. */
  readonly neighbour: Caller;
  /** Files at the counter, or as it is said. */
  file(changed?: object): Promise<Filed>;
  /** A step of the officer, or of another, with a case as it stands now. */
  take(id: string, command: CaseCommand, stated?: object, by?: Caller): Promise<Case>;
  /** What a step is refused with. */
  refused(id: string, command: CaseCommand, stated?: object): Promise<string[]>;
  get(id: string, by?: Caller): Promise<Case>;
  papers(id: string, by?: Caller): Promise<CasePapers>;
  /** Attaches a text and answers its id. */
  attach(id: string, name: string, purpose: CaseFile['purpose'], text: string): Promise<string>;
  /** A letter of a case as its page. */
  page(id: string, letter: string): Promise<string>;
  /** As the holder of a receipt. */
  track(filed: Filed): Promise<TrackedRequest>;
  act(filed: Filed, what: 'correction' | 'reasons' | 'withdrawal', body: object): Promise<TrackedRequest>;
  /** What the clock does on a day. */
  passTo(day: string): Promise<void>;
  /** Agency, row of the annual table, and day of its end, of each case that it counts. */
  counted(filed: Filed): Promise<string[]>;
}

export interface Filed {
  readonly id: string;
  readonly receipt: Receipt;
}

export const APPLICANT = { type: 'naturalPerson', name: '申请人甲', identity: { type: 'other', number: 'A-0001' }, contact: { phone: '13800000000' } } as const;

/** A request as an applicant states it. */
export const asked = (changed: object = {}): RequestContent => ({
  agencyId: 'qinghe-water', applicant: APPLICANT, wanted: { title: '河道采砂许可决定', description: '二〇二五年河道采砂许可决定的全文' }, form: 'electronic', route: 'online', ...changed,
});

export async function desk(open: () => Promise<Database>): Promise<Desk> {
  const room = await office(open);
  const { database, server } = room;
  // Letters that must be answered say where.
  await saveAgencies(database, CITY.map((agency) => ({ ...agency, address: '滨河路6号', phones: [{ label: '办公室', number: '8800001' }] })));
  const officer = await room.person('officer', 'qinghe-water/request-officer');
  const neighbour = await room.person('neighbour', 'dongshan-water/request-officer');
  const requests = openRequestStore(database, server.settings);
  const get: Desk['get'] = (id, by = officer) => by.do('GET', `/v1/cases/${id}`);
  return {
    ...room, requests, officer, neighbour, get,
    file: (changed = {}) => officer.do('POST', '/v1/cases', { ...asked(), channel: 'counter', ...changed }),
    take: async (id, command, stated = {}, by = officer) => by.do('POST', `/v1/cases/${id}/${command}`, { version: (await get(id, by)).version, ...stated }),
    refused: async (id, command, stated = {}) => officer.refused('POST', `/v1/cases/${id}/${command}`, { version: (await get(id)).version, ...stated }),
    papers: (id, by = officer) => by.do('GET', `/v1/cases/${id}/papers`),
    attach: async (id, name, purpose, text) => (await officer.upload<CaseFile>(`/v1/cases/${id}/files?${new URLSearchParams({ name, purpose }).toString()}`, text)).id,
    page: async (id, letter) => (await officer.call('GET', `/v1/cases/${id}/letters/${letter}?format=html`)).text(),
    track: ({ receipt }) => holder(server, receipt).track(),
    act: ({ receipt }, what, body) => holder(server, receipt).do('POST', `/${what}`, body),
    passTo: async (day) => {
      room.setDay(day);
      await sweepRequests(requests, ({ request }, error) => {
        throw new Error(`request ${request}`, { cause: error });
      });
    },
    counted: async ({ receipt: { receiptNo } }) => {
      const { state } = await loadRequest(readingRequests(requests), { receiptNo });
      return annualCases(state).map(({ agency, row, receivedOn, endedOn }) => `${agency} ${row ?? 'carried'} ${receivedOn} ${endedOn ?? ''}`.trim());
    },
  };
}

/** The last day of a period of a case, or where it stands. */
export function dueOf({ deadlines }: Pick<Case, 'deadlines'>, id: string): string | undefined {
  const deadline = deadlines.find((one) => one.id === id);
  return deadline?.stands === 'running' ? deadline.due : deadline?.stands;
}
