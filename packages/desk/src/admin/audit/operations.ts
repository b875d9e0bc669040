import type { AdminKey, SayAdmin } from '../strings/index.ts';

const NOUNS = ['drafts', 'disclosures', 'files', 'evidence', 'agencies', 'categories', 'calendar', 'staff', 'tokens', 'webhooks', 'kiosks', 'audit', 'exports', 'imports', 'auth'] as const;
const VERBS = [
  'create', 'save', 'submit', 'recall', 'refer', 'return', 'approve', 'schedule', 'publish', 'discard', 'withdraw', 'repeal', 'get', 'list', 'listing', 'export', 'move', 'delete', 'load', 'preview',
  'grant', 'revoke', 'disable', 'reset', 'update', 'resend', 'code', 'pin', 'reload', 'enrol', 'run',
] as const;

/** What goes on record and can be looked for by name; whatever else does is shown as it is called. */
export const OPERATIONS = [
  'drafts.create', 'drafts.save', 'drafts.submit', 'drafts.recall', 'drafts.refer', 'drafts.return', 'drafts.approve', 'drafts.schedule', 'drafts.publish', 'drafts.discard',
  'disclosures.withdraw', 'disclosures.repeal', 'files.create', 'files.get', 'evidence.create',
  'staff.list', 'staff.create', 'staff.grant', 'staff.revoke', 'staff.disable', 'staff.reset', 'tokens.create', 'tokens.revoke',
  'agencies.create', 'agencies.save', 'agencies.move', 'categories.save', 'categories.delete', 'calendar.preview', 'calendar.load',
  'webhooks.create', 'webhooks.update', 'webhooks.delete', 'webhooks.resend', 'kiosks.create', 'kiosks.enrol', 'kiosks.code', 'kiosks.save', 'kiosks.pin', 'kiosks.reload', 'kiosks.revoke',
  'audit.list', 'audit.export', 'exports.listing', 'imports.preview', 'imports.run', 'auth.sign-in.username', 'auth.passkey.verify-authentication',
  'auth.callback.sso', 'auth.sign-out', 'auth.change-password', 'auth.passkey.verify-registration', 'auth.passkey.delete-passkey',
] as const;

const AUTH: Readonly<Record<string, AdminKey>> = {
  'auth.sign-in.username': 'op.sign-in', 'auth.passkey.verify-authentication': 'op.sign-in.passkey', 'auth.callback.sso': 'op.sign-in.sso', 'auth.sign-out': 'op.sign-out',
  'auth.change-password': 'op.change-password', 'auth.passkey.verify-registration': 'op.passkey.add', 'auth.passkey.delete-passkey': 'op.passkey.remove',
};

/** An operation as people call it, `文稿：发布`. */
export function operationName(t: SayAdmin, id: string): string {
  const whole = AUTH[id];
  if (whole !== undefined) return t(whole);
  const [noun, verb, ...more] = id.split('.');
  const known = { noun: NOUNS.find((one) => one === noun), verb: VERBS.find((one) => one === verb) };
  return known.noun === undefined || known.verb === undefined || more.length > 0 ? id : t('op', { noun: t(`op.of.${known.noun}`), verb: t(`op.${known.verb}`) });
}
