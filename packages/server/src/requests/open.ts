import type { Day, Receipt, RequestChannel, RequestContent } from '@sunlit/contract';
import { dayInShanghai, mayTake, tidyNumber, MAIN_BRANCH, type RequestStep } from '@sunlit/rules';
import { monotonicFactory } from 'ulid';
import type { Creation } from '../database/idempotency.ts';
import { ProblemError, invalid } from '../problems.ts';
import { onceUnseen } from './discreet.ts';
import { hashOfSecret, newReceiptNo, receiptOf, secretOfRequest } from './receipt.ts';
import { loadRequest, placeOfContent } from './record.ts';
import { sealJson } from './sealing.ts';
import type { RequestStore, RequestWriting } from './store.ts';
import { append, projected, type By } from './take.ts';

const ulid = monotonicFactory();

/** A request to be filed: by the applicant, or for them by somebody of the agency. */
export interface NewRequest {
  readonly content: RequestContent;
  readonly channel: RequestChannel;
  readonly by: By;
  /** The day on which it came in; today unless said. */
  readonly on?: Day | undefined;
  /** What was written with it that the applicant did not write, by field. */
  readonly texts?: Readonly<Record<string, string>>;
}

/** A filed request: the case it became, and its receipt. */
export interface FiledRequest {
  readonly id: string;
  readonly receipt: Receipt;
}

/** Files a request once for each key: the same call again answers the same receipt. Of the call nothing is kept but the id of the request. */
export async function fileOnce(w: RequestWriting, creation: Creation, make: () => Promise<NewRequest>): Promise<FiledRequest> {
  const { id } = await onceUnseen(w, creation, async () => ({ id: await openRequest(w, await make()) }));
  const { cases: [main] } = await loadRequest(w, { id });
  return { id: main?.id ?? '', receipt: await receiptOf(w, id) };
}

/** Files a request and answers its id. @throws ProblemError when it names no agency, or not on that day. */
async function openRequest(w: RequestWriting, { content, channel, by, on: given, texts = {} }: NewRequest): Promise<string> {
  const agency = await w.db.selectFrom('agency').select('no').where('id', '=', content.agencyId).executeTakeFirst();
  if (agency === undefined) throw invalid({ pointer: '/body/agencyId', code: 'unknown-agency' });
  const today = dayInShanghai(w.now());
  const on = given ?? today;
  const step: RequestStep = { type: 'submit', channel, applicant: content.applicant.type, agency: content.agencyId };
  const decision = mayTake({ branches: [], ignored: [] }, { ...step, on, by: { role: by.role, ...(by.role === 'agency' ? { id: by.person.id } : {}) }, branch: MAIN_BRANCH }, today);
  if (!('to' in decision)) throw new ProblemError('not-possible', decision.refusals.map(({ code }) => ({ pointer: '/body/on', code })));
  const id = ulid(w.now().getTime());
  const receiptNo = await newReceiptNo(w.db, today);
  const { key, wrapped } = w.keys.make(id);
  await w.db.insertInto('request').values({
    id, receipt_no: receiptNo, secret_hash: hashOfSecret(receiptNo, secretOfRequest(w, id)), channel, applicant_type: content.applicant.type, agency_no: agency.no,
    submitted_at: w.now().toISOString(), submitted_on: on, form: content.form, route: content.route, files_announced: content.files ?? 0,
    same_applicant: sameApplicant(w, content.applicant), ...wrapped, content: sealJson(key, content, placeOfContent(id)), erased_on: null,
  }).execute();
  const { row } = await loadRequest(w, { id });
  await append(w, { row, key, events: [] }, { branch: MAIN_BRANCH, type: step.type, on, by, entry: step, said: { texts } });
  await projected(w, { row });
  return id;
}

/** The same for every request of one applicant, as far as the agency can tell: by the proof of identity or the credit code, or else by name and contact. */
function sameApplicant({ mac }: Pick<RequestStore, 'mac'>, applicant: RequestContent['applicant']): string {
  const name = applicant.name.normalize('NFKC').replaceAll(/\s/gu, '');
  const { phone, email, address = '' } = applicant.contact;
  const reached = phone === undefined ? (email?.trim().toLowerCase() ?? address.normalize('NFKC').trim()) : tidyNumber(phone);
  const who = applicant.type === 'naturalPerson' ? ['person', applicant.identity.type, tidyNumber(applicant.identity.number)]
    : applicant.creditCode === undefined ? ['organisation', name, reached]
    : ['code', tidyNumber(applicant.creditCode)];
  return mac('same applicant', JSON.stringify(who)).toString('base64url');
}
