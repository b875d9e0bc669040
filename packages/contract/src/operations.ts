import { getAgency, listAgencies } from './agencies.ts';
import { getCalendar, getDue } from './calendar.ts';
import { listCategories } from './categories.ts';
import { listChanges } from './changes.ts';
import { atomFeed, getAttachment, getDisclosure, getRevision, jsonFeed, listDisclosures, suggest } from './disclosures.ts';
import { live, ready } from './health.ts';

/** Every operation of the API by its id. A handler map that lacks one does not compile. */
export const operations = {
  'agencies.list': listAgencies,
  'agencies.get': getAgency,
  'categories.list': listCategories,
  'disclosures.list': listDisclosures,
  'disclosures.get': getDisclosure,
  'disclosures.revision': getRevision,
  'disclosures.attachment': getAttachment,
  'suggestions.list': suggest,
  'changes.list': listChanges,
  'feeds.atom': atomFeed,
  'feeds.json': jsonFeed,
  'calendar.get': getCalendar,
  'calendar.due': getDue,
  'health.live': live,
  'health.ready': ready,
} as const;

export type Operations = typeof operations;
export type OperationId = keyof Operations;
