import type { AgencyRef } from '@sunlit/client';
import type { Me } from '@sunlit/client/desk';
import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { todayInShanghai } from '../../../../src/disclosure/today.ts';
import type { AgencyChosenEvent } from '../admin/agency-choice.ts';

/** The agency that an address names, or the person's first; its name comes with what the server answers. */
export function agencyOf({ grants }: Me, query: URLSearchParams): AgencyRef | undefined {
  const own = grants.map(({ agency }) => agency);
  const id = query.get('agency');
  return id === null ? own[0] : (own.find((one) => one.id === id) ?? { id, name: id });
}

export const thisYear = (): number => Number(todayInShanghai().slice(0, 4));

const FIRST_YEAR = 2008;
const YEARS_OFFERED = 10;

/** The year that an address names, or the last one that is over: that is what reports are of. */
export function yearOf(text: string | null | undefined): number {
  const year = Number(text);
  return Number.isInteger(year) && year >= FIRST_YEAR && year <= thisYear() ? year : thisYear() - 1;
}

/** Years to choose from, newest first; with the one that is shown. */
export function yearsWith(year: number): readonly number[] {
  const offered = [...Array(YEARS_OFFERED).keys()].map((back) => thisYear() - back).filter((one) => one >= FIRST_YEAR);
  return offered.includes(year) ? offered : [...offered, year];
}

interface Whose {
  readonly label: string;
  readonly change: string;
  readonly agency: AgencyRef | undefined;
  readonly choose: (agency: AgencyRef) => void;
}

/** Whose page this is, in one line that unfolds to choose another agency. */
export function whose({ label, change, agency, choose }: Whose): TemplateResult {
  return html`${keyed(agency?.id, html`<details class="whose"><summary><span class="muted">${label}</span> <strong><bdi>${agency?.name}</bdi></strong> <span class="another">${change}</span></summary>
    <desk-agency-choice .label=${change} .chosen=${agency} @desk-agency-chosen=${(event: AgencyChosenEvent) => choose(event.agency)}></desk-agency-choice></details>`)}`;
}
