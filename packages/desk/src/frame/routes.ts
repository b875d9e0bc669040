import type { Me, Permission } from '@sunlit/client/desk';
import { html, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { DeskKey } from '../strings/index.ts';
import type { Desk } from './desk.ts';
import { frameIcons } from './icons.ts';

export interface Route {
  /** Below the base, with `{name}` for parameters. */
  readonly path: string;
  readonly title: DeskKey;
  /** Who lacks it does not see the page; everybody does without it. */
  readonly needs?: Permission;
  /** In the menu, with the key that goes there after `g`. */
  readonly menu?: { readonly icon: SVGTemplateResult; readonly key: string };
  /** Loads the elements that `view` shows. */
  readonly load: () => Promise<unknown>;
  readonly view: (at: Readonly<Record<string, string>>, query: URLSearchParams, desk: Desk) => TemplateResult;
}

/** Every page of the desk; those of the menu in its order. */
export const ROUTES: readonly Route[] = [
  {
    path: '', title: 'nav.inbox', needs: 'drafts.read', menu: { icon: frameIcons.inbox, key: 'i' },
    load: () => import('../inbox/define.ts'), view: () => html`<desk-inbox></desk-inbox>`,
  },
  {
    path: 'drafts', title: 'nav.drafts', needs: 'drafts.read', menu: { icon: frameIcons.drafts, key: 'd' },
    load: () => import('../drafts/define.ts'), view: (_, query) => html`<desk-drafts .query=${query}></desk-drafts>`,
  },
  {
    path: 'drafts/new', title: 'new.title', needs: 'drafts.write',
    load: () => Promise.all([import('../drafts/define.ts'), import('../editor/define.ts')]),
    view: (_, query, desk) => {
      const { kind, agency, amends } = Object.fromEntries(query);
      return amends !== undefined || (kind !== undefined && agency !== undefined) ? editor(desk, { kind, agency, amends }) : html`<desk-new-draft></desk-new-draft>`;
    },
  },
  { path: 'drafts/{id}', title: 'draft.title', needs: 'drafts.read', load: () => import('../editor/define.ts'), view: ({ id }, _, desk) => editor(desk, { id }) },
  {
    path: 'drafts/{id}/review', title: 'review.title', needs: 'drafts.read', load: () => import('../review/define.ts'),
    view: ({ id }, _, desk) => html`<desk-review .client=${desk.client} scheme=${desk.scheme} .draftId=${id}></desk-review>`,
  },
  {
    path: 'cases', title: 'nav.cases', needs: 'requests.read', menu: { icon: frameIcons.cases, key: 'r' },
    load: () => import('../cases/define.ts'), view: (_, query) => html`<desk-cases .query=${query}></desk-cases>`,
  },
  {
    path: 'cases/new', title: 'cases.new', needs: 'requests.handle', load: () => import('../cases/define.ts'), view: () => html`<desk-filing></desk-filing>`,
  },
  {
    path: 'cases/settings', title: 'cases.settings', needs: 'requests.settings', load: () => import('../cases/define.ts'), view: (_, query) => html`<desk-request-settings .query=${query}></desk-request-settings>`,
  },
  { path: 'cases/{id}', title: 'cases.one', needs: 'requests.read', load: () => import('../cases/define.ts'), view: ({ id }) => html`<desk-case .caseId=${id}></desk-case>` },
  { path: 'cases/{id}/cover', title: 'cases.cover', needs: 'requests.read', load: () => import('../cases/define.ts'), view: ({ id }) => html`<desk-case-cover .caseId=${id}></desk-case-cover>` },
  {
    path: 'topics', title: 'nav.topics', needs: 'topics.read', menu: { icon: frameIcons.topics, key: 'b' },
    load: () => import('../topics/define.ts'), view: (_, query) => html`<desk-topics .query=${query}></desk-topics>`,
  },
  { path: 'topics/new', title: 'topics.new', needs: 'topics.moderate', load: () => import('../topics/define.ts'), view: () => html`<desk-new-posting></desk-new-posting>` },
  { path: 'topics/rounds', title: 'topics.rounds', needs: 'topics.read', load: () => import('../topics/define.ts'), view: (_, query) => html`<desk-rounds .query=${query}></desk-rounds>` },
  { path: 'topics/ratings', title: 'topics.ratings', needs: 'ratings.read', load: () => import('../topics/define.ts'), view: (_, query) => html`<desk-rating-tasks .query=${query}></desk-rating-tasks>` },
  {
    path: 'topics/settings', title: 'topics.settings', needs: 'topics.settings', load: () => import('../topics/define.ts'), view: (_, query) => html`<desk-board-settings .query=${query}></desk-board-settings>`,
  },
  { path: 'topics/{id}', title: 'topics.one', needs: 'topics.read', load: () => import('../topics/define.ts'), view: ({ id }) => html`<desk-posting .postingId=${id}></desk-posting>` },
  { path: 'topics/rounds/{id}', title: 'topics.round', needs: 'topics.read', load: () => import('../topics/define.ts'), view: ({ id }) => html`<desk-round .roundId=${id}></desk-round>` },
  {
    path: 'published', title: 'nav.published', needs: 'drafts.read', menu: { icon: frameIcons.published, key: 'p' },
    load: () => import('../published/define.ts'), view: (_, query) => html`<desk-published .query=${query}></desk-published>`,
  },
  {
    path: 'published/{id}/evidence', title: 'evidence.title', needs: 'drafts.read',
    load: () => import('../evidence/define.ts'), view: ({ id }) => html`<desk-evidence .disclosureId=${id}></desk-evidence>`,
  },
  {
    path: 'notices', title: 'nav.notices', needs: 'drafts.publish', menu: { icon: frameIcons.notices, key: 'n' },
    load: () => import('../notices/define.ts'), view: (_, query) => html`<desk-notices .query=${query}></desk-notices>`,
  },
  { path: 'notices/{id}', title: 'notices.one', needs: 'drafts.publish', load: () => import('../notices/define.ts'), view: ({ id }) => html`<desk-notice .noticeId=${id}></desk-notice>` },
  {
    path: 'imports', title: 'nav.imports', needs: 'imports.write', menu: { icon: frameIcons.imports, key: 'm' },
    load: () => import('../imports/define.ts'), view: () => html`<desk-imports></desk-imports>`,
  },
  {
    path: 'due', title: 'nav.due', needs: 'drafts.read', menu: { icon: frameIcons.due, key: 't' },
    load: () => import('../due/define.ts'), view: (_, query) => html`<desk-due .query=${query}></desk-due>`,
  },
  {
    path: 'supervision', title: 'nav.supervision', needs: 'statistics.read', menu: { icon: frameIcons.supervision, key: 'u' },
    load: () => import('../supervision/define.ts'), view: (_, query) => html`<desk-supervision .query=${query}></desk-supervision>`,
  },
  { path: 'supervision/breaches', title: 'supervision.breaches', needs: 'statistics.read', load: () => import('../supervision/define.ts'), view: (_, query) => html`<desk-breaches .query=${query}></desk-breaches>` },
  { path: 'supervision/sheet', title: 'supervision.sheet', needs: 'statistics.read', load: () => import('../supervision/define.ts'), view: (_, query) => html`<desk-assessment .query=${query}></desk-assessment>` },
  {
    path: 'statistics', title: 'nav.statistics', needs: 'statistics.read', menu: { icon: frameIcons.statistics, key: 'f' },
    load: () => import('../statistics/define.ts'), view: (_, query) => html`<desk-figures .query=${query}></desk-figures>`,
  },
  {
    path: 'reports/{year}/{template}', title: 'statistics.report', needs: 'statistics.read',
    load: () => import('../statistics/define.ts'), view: ({ year, template }, query) => html`<desk-report .query=${query} .year=${year} .template=${template}></desk-report>`,
  },
  {
    path: 'people', title: 'nav.people', needs: 'staff.read', menu: { icon: frameIcons.people, key: 'e' },
    load: () => import('../admin/people/define.ts'), view: () => html`<desk-people></desk-people>`,
  },
  {
    path: 'agencies', title: 'nav.agencies', needs: 'agencies.write', menu: { icon: frameIcons.agencies, key: 'a' },
    load: () => import('../admin/agencies/define.ts'), view: () => html`<desk-agencies></desk-agencies>`,
  },
  {
    path: 'agencies/{id}', title: 'nav.agencies', needs: 'agencies.write', load: () => import('../admin/agencies/define.ts'), view: ({ id }) => html`<desk-agencies .agency=${id}></desk-agencies>`,
  },
  {
    path: 'calendar', title: 'nav.calendar', needs: 'calendar.write', menu: { icon: frameIcons.calendar, key: 'c' },
    load: () => import('../admin/calendar/define.ts'), view: () => html`<desk-calendar></desk-calendar>`,
  },
  {
    path: 'webhooks', title: 'nav.webhooks', needs: 'webhooks.write', menu: { icon: frameIcons.webhooks, key: 'w' },
    load: () => import('../webhooks/define.ts'), view: () => html`<desk-webhooks></desk-webhooks>`,
  },
  {
    path: 'kiosks', title: 'nav.kiosks', needs: 'kiosks.read', menu: { icon: frameIcons.kiosks, key: 'k' },
    load: () => import('../kiosks/define.ts'), view: () => html`<desk-kiosks></desk-kiosks>`,
  },
  {
    path: 'audit', title: 'nav.audit', needs: 'audit.read', menu: { icon: frameIcons.audit, key: 'l' },
    load: () => import('../admin/audit/define.ts'), view: (_, query) => html`<desk-audit .query=${query}></desk-audit>`,
  },
  {
    path: 'settings', title: 'nav.settings', menu: { icon: frameIcons.settings, key: 's' },
    load: () => import('../admin/account/define.ts'), view: () => html`<desk-account></desk-account>`,
  },
];

function editor(desk: Desk, { id, kind, agency, amends }: Readonly<Record<string, string | undefined>>): TemplateResult {
  return html`<desk-editor .client=${desk.client} scheme=${desk.scheme} .draftId=${id} .kind=${kind} .agency=${agency} .amends=${amends}></desk-editor>`;
}

/** Whether a person sees a page at all; the server decides about what is done there. */
export function maySee({ permissions }: Me, { needs }: Route): boolean {
  return needs === undefined || permissions.includes(needs);
}

/** The page at a path, with the values of its parameters. */
export function routeAt(path: string, routes = ROUTES): { readonly route: Route; readonly at: Readonly<Record<string, string>> } | undefined {
  const parts = path.split('/');
  for (const route of routes) {
    const pattern = route.path.split('/');
    if (pattern.length !== parts.length) continue;
    const at: Record<string, string> = {};
    const fits = pattern.every((piece, index) => {
      const name = /^\{(\w+)\}$/.exec(piece)?.[1];
      const part = parts[index] ?? '';
      if (name === undefined) return piece === part;
      at[name] = decodeURIComponent(part);
      return part !== '';
    });
    if (fits) return { route, at };
  }
  return undefined;
}
