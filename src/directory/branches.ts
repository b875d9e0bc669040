import type { AgencySummary } from '@sunlit/client';
import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../shared/icons.ts';
import { FEW, option, unfolder } from './facets.ts';
import type { Scene } from './scene.ts';
import type { AgencyTree } from '../shared/agency-tree.ts';

/** The agencies, as lists that open level by level. */
export function agencyList(scene: Scene): TemplateResult | typeof nothing {
  const { t, holdings: { tree } } = scene;
  const top = tree.level(tree.root);
  if (top?.state === 'ready' && top.agencies.length === 0) return nothing;
  return html`<section class="facet" part="tree">
    <h3 id="facet-agency">${t('facet.agency')}</h3>
    ${level(scene, tree, tree.root)}
  </section>`;
}

function level(scene: Scene, tree: AgencyTree, parent: string): TemplateResult {
  const { t, unfolded, state } = scene;
  const here = tree.level(parent);
  if (here?.state === 'failed') {
    return html`<p class="small muted lost">${t('tree.failed')} <button class="button quiet small" type="button" @click=${() => (parent === tree.root ? tree.reload() : tree.open([parent]))}>${t('retry')}</button></p>`;
  }
  if (here?.state !== 'ready') return html`<p class="lost"><span class="skeleton" aria-hidden="true">&nbsp;</span></p>`;
  const few = here.agencies.length <= FEW + 4;
  const list = `agency ${parent}`;
  const seen = few || unfolded.has(list) ? here.agencies : here.agencies.filter(({ id }, index) => index < FEW || id === state.agency || tree.isOpen(id));
  return html`<ul aria-labelledby=${parent === tree.root ? 'facet-agency' : `agency-${parent}`}>${seen.map((agency) => branch(scene, tree, agency))}</ul>
    ${few ? nothing : unfolder(scene, list, here.agencies.length)}`;
}

function branch(scene: Scene, tree: AgencyTree, agency: AgencySummary): TemplateResult {
  const { id, name, children } = agency;
  const open = tree.isOpen(id);
  return html`<li>
    <div class="branch">
      ${children > 0
        ? html`<button class="button quiet twig" type="button" aria-expanded=${open ? 'true' : 'false'} aria-label=${scene.t('open', { name })} @click=${() => tree.toggle(id)}>${icons.next}</button>`
        : html`<span class="twig"></span>`}
      <span class="leaf" id="agency-${id}">${option(scene, 'agency', { value: id, name: agency.shortName ?? name, count: agencyCount(scene, agency) })}</span>
    </div>
    ${open && children > 0 ? level(scene, tree, id) : nothing}
  </li>`;
}

/** A number only where it is true: with other filters on, the API counts the agencies below the chosen one. */
function agencyCount({ state, holdings }: Scene, agency: AgencySummary): number | undefined {
  const found = holdings.listing.page?.facets?.agency.find(({ value }) => value === agency.id);
  if (found) return found.count;
  const narrowed = (['q', 'category', 'kind', 'year', 'validity'] as const).some((key) => state[key] !== undefined);
  return narrowed ? undefined : agency.disclosures;
}
