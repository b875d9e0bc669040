/**
 * What staff may do. Each is held for an agency and everything below it; `access` of an operation names the one it needs.
 */
export const PERMISSIONS = [
  'drafts.read', 'drafts.write', 'drafts.review', 'drafts.publish', 'files.write',
  'agencies.write', 'staff.read', 'staff.write', 'calendar.write', 'audit.read', 'webhooks.write', 'imports.write', 'exports.read',
  'requests.read', 'requests.personal', 'requests.handle', 'requests.urge', 'requests.settings',
  'topics.read', 'topics.moderate', 'topics.route', 'topics.answer', 'topics.settings', 'ratings.read', 'ratings.follow',
  'statistics.read', 'statistics.write', 'supervision.urge', 'supervision.answer',
  'kiosks.read', 'kiosks.manage',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** 编辑, 保密审查, 发布, 依申请经办, 点题经办, 联络, 监督, 管理. */
export const ROLES = ['editor', 'reviewer', 'publisher', 'request-officer', 'topic-officer', 'liaison', 'supervisor', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** A role is a set of permissions and nothing else. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  editor: ['drafts.read', 'drafts.write', 'files.write', 'exports.read'],
  reviewer: ['drafts.read', 'drafts.review'],
  // What is imported has had its secrecy review elsewhere, so it is for whoever publishes to answer for that.
  publisher: ['drafts.read', 'drafts.publish', 'imports.write', 'exports.read', 'statistics.read', 'statistics.write', 'supervision.answer'],
  // A released document becomes a disclosure by a draft of theirs (Reg. 44).
  'request-officer': ['drafts.read', 'drafts.write', 'files.write', 'requests.read', 'requests.personal', 'requests.handle', 'statistics.read', 'supervision.answer'],
  // An answer often is a new disclosure, which begins as a draft of theirs.
  'topic-officer': ['drafts.read', 'drafts.write', 'files.write', 'topics.read', 'topics.moderate', 'topics.route', 'topics.answer', 'ratings.read', 'ratings.follow', 'statistics.read', 'supervision.answer'],
  liaison: ['drafts.read', 'requests.read', 'topics.read', 'topics.moderate', 'topics.route', 'ratings.read'],
  supervisor: ['drafts.read', 'staff.read', 'audit.read', 'exports.read', 'requests.read', 'requests.urge', 'topics.read', 'ratings.read', 'statistics.read', 'supervision.urge', 'kiosks.read'],
  administrator: ['drafts.read', 'requests.read', 'requests.settings', 'topics.read', 'topics.settings', 'ratings.read', 'agencies.write', 'staff.read', 'staff.write', 'calendar.write', 'audit.read', 'webhooks.write', 'exports.read', 'statistics.read', 'kiosks.read', 'kiosks.manage'],
};

/**
 * Which agency a call is about, so that a permission held for another one does not help: read from the body, from `agency` of
 * the query, or from the record that `{id}` names. `any`: held anywhere is enough, because the handler answers only what the caller's own agencies hold.
 * `above`: of the agency that the call is about, both the one it stands below now and the one the body puts it below.
 * `topic`: of the agency it is with, or of the one on whose board it stands.
 * `whole`: held at the top of the tree, for what concerns everybody.
 */
export type AccessTarget = 'agency' | 'above' | 'body' | 'query' | 'draft' | 'disclosure' | 'person' | 'webhook' | 'case' | 'topic' | 'round' | 'rating' | 'urging' | 'kiosk' | 'any' | 'whole';

/**
 * Who may call an operation: anyone, who holds the receipt of the request in the path (its secret as `authorization: Receipt …`),
 * a registered kiosk (its id and secret as `authorization: Device …`), anyone signed in, or who holds a permission for the agency that the call is about.
 * One function of the server decides by this value; no handler decides for itself.
 */
export type Access = 'public' | 'receipt' | 'device' | 'staff' | { readonly permission: Permission; readonly of: AccessTarget };
