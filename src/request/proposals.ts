import type { Disclosures } from '@sunlit/client';
import { html, nothing, type TemplateResult } from 'lit';
import type { Translate } from '../shared/i18n.ts';
import { icons } from '../shared/icons.ts';
import type { RequestKey } from './strings/index.ts';

export interface Proposal {
  readonly id: string;
  readonly title: string;
  readonly agency: { readonly name: string };
}

const MOST = 4;

/**
 * What is already public on something: what holds the words, else what comes near them. Asked with title and number alone:
 * what people describe in their own words can be about themselves, and is not for the address of a question.
 */
export async function proposalsFor(disclosures: Disclosures, q: string, agency: string, signal: AbortSignal): Promise<readonly Proposal[]> {
  const { items, search } = await disclosures.list({ q, agency, limit: MOST }, { signal });
  if (items.length > 0) return items;
  const near = search?.near ?? [];
  if (near.length > 0) return near.slice(0, MOST);
  const { items: titles } = await disclosures.suggest({ q, limit: MOST }, { signal });
  return titles.flatMap((one) => (one.type === 'disclosure' ? [{ id: one.id, title: one.text, agency: one.agency }] : []));
}

export function proposalList(t: Translate<RequestKey>, proposals: readonly Proposal[], open: (proposal: Proposal) => void): TemplateResult | typeof nothing {
  return html`<div class="proposals-place" role="status">${proposals.length === 0 ? nothing : html`<div class="proposals" part="proposals">
    <p class="strong">${t('proposals', { n: proposals.length })}</p>
    <ul>${proposals.map((proposal) => html`<li><button class="button proposal" type="button" @click=${() => open(proposal)}>${icons.document}<span><bdi>${proposal.title}</bdi><span class="small muted">${proposal.agency.name}</span></span>${icons.next}</button></li>`)}</ul>
  </div>`}</div>`;
}
