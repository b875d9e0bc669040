import { createAgency, getAgency, getAgencyContent, listAgencies, moveAgency, saveAgency } from './agencies.ts';
import { exportAudit, listAudit } from './audit.ts';
import { getCalendar, getDue, listCalendarLoads, loadCalendarYear, previewCalendar } from './calendar.ts';
import { deleteCategory, listCategories, saveCategory } from './categories.ts';
import { listChanges, streamChanges } from './changes.ts';
import { atomFeed, getAttachment, getDisclosure, getRevision, jsonFeed, listDisclosures, suggest } from './disclosures.ts';
import {
  approveDraft, createDraft, discardDraft, getContent, getDraft, listDrafts, publishDraft, recallDraft, referDraft, repealDisclosures, returnDraft, saveDraft, scheduleDraft, submitDraft,
  withdrawDisclosure,
} from './drafts.ts';
import { createEvidence, createFile, getFile, listEvidence } from './files.ts';
import { listDue } from './due.ts';
import { live, ready } from './health.ts';
import { createPerson, createToken, disablePerson, grantRole, listStaff, listTokens, me, resetPerson, revokeRole, revokeToken } from './staff.ts';
import { exportListing, previewImport, runImport } from './transfer.ts';
import { createWebhook, deleteWebhook, listDeliveries, listWebhooks, resendDelivery, updateWebhook } from './webhooks.ts';

/** Every operation of the API by its id. A handler map that lacks one does not compile. */
export const operations = {
  'agencies.list': listAgencies,
  'agencies.get': getAgency,
  'agencies.content': getAgencyContent,
  'agencies.create': createAgency,
  'agencies.save': saveAgency,
  'agencies.move': moveAgency,
  'categories.list': listCategories,
  'categories.save': saveCategory,
  'categories.delete': deleteCategory,
  'disclosures.list': listDisclosures,
  'disclosures.get': getDisclosure,
  'disclosures.revision': getRevision,
  'disclosures.attachment': getAttachment,
  'suggestions.list': suggest,
  'changes.list': listChanges,
  'changes.stream': streamChanges,
  'feeds.atom': atomFeed,
  'feeds.json': jsonFeed,
  'calendar.get': getCalendar,
  'calendar.due': getDue,
  'calendar.preview': previewCalendar,
  'calendar.load': loadCalendarYear,
  'calendar.history': listCalendarLoads,
  'drafts.list': listDrafts,
  'drafts.create': createDraft,
  'drafts.get': getDraft,
  'drafts.save': saveDraft,
  'drafts.submit': submitDraft,
  'drafts.recall': recallDraft,
  'drafts.refer': referDraft,
  'drafts.return': returnDraft,
  'drafts.approve': approveDraft,
  'drafts.schedule': scheduleDraft,
  'drafts.publish': publishDraft,
  'drafts.discard': discardDraft,
  'disclosures.content': getContent,
  'disclosures.withdraw': withdrawDisclosure,
  'disclosures.repeal': repealDisclosures,
  'due.list': listDue,
  'files.create': createFile,
  'files.get': getFile,
  'evidence.list': listEvidence,
  'evidence.create': createEvidence,
  'staff.me': me,
  'staff.list': listStaff,
  'staff.create': createPerson,
  'staff.grant': grantRole,
  'staff.revoke': revokeRole,
  'staff.disable': disablePerson,
  'staff.reset': resetPerson,
  'tokens.list': listTokens,
  'tokens.create': createToken,
  'tokens.revoke': revokeToken,
  'audit.list': listAudit,
  'audit.export': exportAudit,
  'webhooks.list': listWebhooks,
  'webhooks.create': createWebhook,
  'webhooks.update': updateWebhook,
  'webhooks.delete': deleteWebhook,
  'webhooks.deliveries': listDeliveries,
  'webhooks.resend': resendDelivery,
  'exports.listing': exportListing,
  'imports.preview': previewImport,
  'imports.run': runImport,
  'health.live': live,
  'health.ready': ready,
} as const;

export type Operations = typeof operations;
export type OperationId = keyof Operations;
