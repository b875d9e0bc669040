import type { AgencyContent, Answer, Body, Operations, Receipt, RequestContent, RequestForm } from '@sunlit/contract';
import { visible } from '../disclosures/visible.ts';
import type { Call } from '../handlers.ts';
import { ProblemError, invalid, notFound, type InvalidPart } from '../problems.ts';
import { requestSettings } from './agency-settings.ts';
import { spend, type Challenges } from './challenges.ts';
import { onceUnseen } from './discreet.ts';
import { fileOnce } from './open.ts';
import { readingRequests, writingRequests, type RequestReading, type RequestStore } from './store.ts';

/** What a form must know of an agency. @throws ProblemError `not-found`. */
export async function requestForm(store: RequestStore, agencyId: string): Promise<RequestForm> {
  const { db } = readingRequests(store);
  const [row, settings] = [await db.selectFrom('agency').select('content').where('id', '=', agencyId).executeTakeFirst(), await requestSettings(db, agencyId)];
  if (row === undefined || settings === undefined) throw notFound();
  const agency = JSON.parse(row.content) as AgencyContent;
  const point = agency.venues.find(({ type }) => type === 'intake-point');
  const { address, hours } = { ...agency, ...point };
  const phone = agency.phones[0]?.number;
  return {
    agency: { id: agency.id, name: agency.name },
    open: settings.open,
    identityImage: settings.identityImage,
    routes: settings.routes,
    ...(settings.intro === undefined ? {} : { intro: settings.intro }),
    office: { name: point?.name ?? agency.name, ...(address === undefined ? {} : { address }), ...(hours === undefined ? {} : { hours }), ...(phone === undefined ? {} : { phone }) },
    retentionMonths: settings.retentionMonths,
  };
}

/** Files a request of somebody without an account. Submitted is not received: that is the agency's to confirm (Reg. 31). */
export async function submitRequest(store: RequestStore, challenges: Challenges, { body, key }: Pick<Call<'requests.submit'>, 'body' | 'key'>): Promise<Receipt> {
  const { challenge, channel, ...content } = body;
  const solved = await challenges.verify(challenge);
  // Another proof of work makes no other request of it: a page that was loaded anew repeats a sending with a new one.
  const sent = { channel, ...content };
  const { receipt } = await writingRequests(store, (w) => fileOnce(w, { operation: 'requests.submit', owner: 'public', key, body: sent }, async () => {
    refuseBlank(content);
    await refuseUnoffered(w, content);
    await spend(w, solved);
    return { content, channel, by: { role: 'applicant' } };
  }));
  return receipt;
}

/** What is there by its length and yet says nothing. @throws ProblemError naming each. */
export function refuseBlank({ applicant, wanted }: Pick<RequestContent, 'applicant' | 'wanted'>): void {
  const stated: readonly (readonly [string, string | undefined])[] = [
    ['applicant/name', applicant.name],
    ...(applicant.type === 'naturalPerson' ? [['applicant/identity/number', applicant.identity.number] as const] : [['applicant/contactPerson', applicant.contactPerson] as const]),
    ...Object.entries(applicant.contact).map(([way, value]) => [`applicant/contact/${way}`, value] as const),
    ['wanted/description', wanted.description],
  ];
  const blank = stated.filter(([, text]) => text?.trim() === '').map(([name]): InvalidPart => ({ pointer: `/body/${name}`, code: 'minLength', values: { limit: 1 } }));
  if (blank.length > 0) throw invalid(...blank);
}

async function refuseUnoffered({ db }: RequestReading, { agencyId, route }: Pick<Body<Operations['requests.submit']>, 'agencyId' | 'route'>): Promise<void> {
  const settings = await requestSettings(db, agencyId);
  if (settings === undefined) throw invalid({ pointer: '/body/agencyId', code: 'unknown-agency' });
  if (!settings.open) throw new ProblemError('not-possible', [{ pointer: '/body/agencyId', code: 'agency-closed' }]);
  if (!settings.routes.includes(route)) throw invalid({ pointer: '/body/route', code: 'route-not-offered' });
}

/** Counts that what is public answered somebody: which disclosure, which agency, which day, and nothing else. */
export function countAnswered(store: RequestStore, day: string, { params: { id }, body, key }: Pick<Call<'requests.answered'>, 'params' | 'body' | 'key'>): Promise<Answer<Operations['requests.answered']>> {
  return writingRequests(store, (w) => onceUnseen(w, { operation: 'requests.answered', owner: 'public', key, body: { id, ...body } }, async () => {
    const disclosure = await w.db.selectFrom('disclosure as d').select('d.no').where('d.id', '=', id).where(visible).executeTakeFirst();
    if (disclosure === undefined) throw notFound();
    const agency = await w.db.selectFrom('agency').select('no').where('id', '=', body.agencyId).executeTakeFirst();
    if (agency === undefined) throw invalid({ pointer: '/body/agencyId', code: 'unknown-agency' });
    await w.db.insertInto('deflection').values({ disclosure_no: disclosure.no, agency_no: agency.no, day, instead: body.instead, n: 1 })
      .onConflict((row) => row.columns(['disclosure_no', 'agency_no', 'day', 'instead']).doUpdateSet((old) => ({ n: old('deflection.n', '+', 1) }))).execute();
    return { id };
  }));
}
