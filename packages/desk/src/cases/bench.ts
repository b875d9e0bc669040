import { setViewport } from '@web/test-runner-commands';
import type { Case, CaseCommand, Me } from '@sunlit/client/desk';
import { html } from 'lit';
import { WATER, deskApi, root, showPage, waitUntil, type DeskApi } from '../frame/testing.ts';
import type { DeskCase } from './case.ts';
import './define.ts';
import { CASE_ID, HELD, OFFICER, PAPERS, oneCase, summary } from './testing.ts';

/** What the tests of the pages of requests share: the API with one case, its page, a step of it. */

export const path = `/v1/cases/${CASE_ID}`;
export const part = (within: Element, selector: string): HTMLElement => root(within).querySelector<HTMLElement>(selector) as HTMLElement;
export const all = (within: Element, selector: string): HTMLElement[] => [...root(within).querySelectorAll<HTMLElement>(selector)];
export const words = (element: Node): string => (element.textContent ?? '').replaceAll(/\s+/g, ' ').trim();

export function fill(within: Element, id: string, value: string): void {
  const at = root(within).getElementById(id) as HTMLInputElement;
  at.value = value;
  at.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  at.dispatchEvent(new Event('change', { bubbles: true }));
}

export async function casesApi(): Promise<DeskApi> {
  await setViewport({ width: 1280, height: 720 });
  return deskApi({
    '/v1/cases': {
      items: [
        summary('1', { next: { id: 'reply', term: 'reply', binds: 'agency', due: '2026-03-06', left: -2, light: 'red', provisional: false }, urged: true }),
        summary('2', { next: { id: 'reply', term: 'reply', binds: 'agency', due: '2026-03-12', left: 0, light: 'amber', provisional: false }, label: '水库调度' }),
        summary('3', { phase: 'correcting', waitsFor: ['applicant'], next: { id: 'correction', term: 'correction', binds: 'applicant', due: '2026-03-30', left: 12, light: 'green', provisional: false } }),
      ],
      next: 'two',
    },
    '/v1/cases?cursor=two&state=open': { items: [summary('4', { phase: 'served', outcome: 'granted', waitsFor: [] })] },
    [path]: oneCase(),
    [`${path}/papers`]: PAPERS,
    [`${path}/handlers`]: { items: [{ id: '01JQ8ZK4T5V6W7X8Y9Z0ABCP02', name: '陈承办', post: '水政科科员' }] },
    '/v1/suggest': { items: [{ type: 'agency', id: 'qinghe-housing', text: '清河县住房和城乡建设局' }] },
    '/v1/categories': { items: [{ id: 'A20_05', name: '行政许可' }] },
    '/v1/agencies/qinghe-water/request-settings': HELD,
    '/v1/agencies/qinghe-water': WATER,
    '/v1/agencies/qinghe-water/request-form': { agency: WATER, open: false, identityImage: 'none', routes: ['counter'], office: { name: '政务公开科' }, retentionMonths: 36 },
  });
}

export async function showCase(api: DeskApi, one: Case = oneCase(), setting: { me?: Me; language?: 'zh-CN' | 'zh-Hant' | 'en'; scheme?: 'light' | 'dark' } = {}) {
  api.answer(path, one);
  const shown = await showPage<DeskCase>(api, html`<desk-case .caseId=${CASE_ID}></desk-case>`, { me: OFFICER, ...setting });
  await waitUntil(() => part(shown.element, '.standing'), 'the case is drawn');
  return shown;
}

export async function openStep(element: DeskCase, command: CaseCommand): Promise<HTMLElement> {
  part(element, `[data-open="${command}"]`).click();
  await waitUntil(() => part(element, 'desk-case-step') && part(part(element, 'desk-case-step'), 'form'), 'the form is drawn');
  return part(element, 'desk-case-step');
}

export const submit = (step: Element): void => part(step, 'form .primary').click();
