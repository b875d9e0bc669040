import type { Me } from '@sunlit/client/desk';
import { WATER, root } from '../frame/testing.ts';

/** What the tests of administration share. */

export const CITY = { id: 'qinghe', name: '清河市人民政府' };

export const ADMINISTRATOR: Me = {
  id: 'p9', username: 'city-admin', name: '系统管理', post: '政务公开办主任', twoFactor: false, mustChangePassword: false,
  grants: [{ agency: CITY, role: 'administrator' }],
  permissions: ['drafts.read', 'agencies.write', 'staff.read', 'staff.write', 'calendar.write', 'audit.read', 'webhooks.write', 'exports.read', 'kiosks.read', 'kiosks.manage'],
};

export const person = (id: string, changed: object = {}) => ({
  id, username: `user-${id}`, name: `编辑${id}`, post: '科员', grants: [{ agencyId: WATER.id, role: 'editor' }], disabled: false, twoFactor: false, ...changed,
});

/** As the State Council Office announced it; a browser cannot import the JSON that the rules have. */
export const YEAR_2026 = {
  year: 2026,
  notice: '国办发明电〔2025〕7号',
  off: [
    '2026-01-01', '2026-01-02', '2026-01-03', '2026-02-15', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-21', '2026-02-22',
    '2026-02-23', '2026-04-04', '2026-04-05', '2026-04-06', '2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04', '2026-05-05', '2026-06-19', '2026-06-20',
    '2026-06-21', '2026-09-25', '2026-09-26', '2026-09-27', '2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07',
  ],
  work: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
};

/** Types into a field of a page, by its id. */
export function fill(within: Element, id: string, value: string): void {
  const at = root(within).getElementById(id) as HTMLInputElement;
  at.value = value;
  at.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  at.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
}

/** Sends the form of a page. */
export const send = (within: Element): void => root(within).querySelector('form')!.requestSubmit();

/** Chooses one of the agencies that are offered. */
export function chooseAgency(within: Element, id: string): void {
  const choice = root(within).querySelector('desk-agency-choice')!;
  root(choice).querySelector<HTMLInputElement>(`input[value="${id}"]`)!.click();
}

export const inner = (within: Element, selector: string): Element => root(within).querySelector(selector)!;
