import type { Category, Facets } from '@sunlit/client';
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../shared/format.ts';
import { shared } from '../locales/zh-CN.ts';
import type { Scene } from './scene.ts';
import type { FilterKey } from './state.ts';
import type { Say } from './strings/index.ts';

/** How many choices a list shows before it asks whether to show all. */
export const FEW = 8;

interface Choice {
  readonly value: string;
  readonly name: string;
  readonly count: number | undefined;
  readonly below?: boolean;
}

/** The name of a category: the statutory ones in the reader's language, an agency's own as it calls it. */
export function categoryName(t: Say, id: string, categories: readonly Category[]): string {
  const key = `category.${id}`;
  return key in shared ? t(key as keyof typeof shared) : (categories.find((one) => one.id === id)?.name ?? id);
}

/** Category, kind, year and validity with their counts; not what the page decided. */
export function facetLists(scene: Scene): (TemplateResult | typeof nothing)[] {
  const { t, scope, holdings } = scene;
  const facets = holdings.listing.page?.facets;
  if (!facets) return [];
  const lists: Partial<Record<FilterKey, readonly Choice[]>> = {
    category: categoryChoices(t, facets, holdings.categories.latest ?? []),
    kind: facets.kind.map(({ value, count }) => ({ value, count, name: t(`kind.${value}`) })),
    year: facets.year.map(({ value, count }) => ({ value: String(value), count, name: t('year', { year: value }) })).sort((a, b) => Number(b.value) - Number(a.value)),
    validity: facets.validity.map(({ value, count }) => ({ value, count, name: t(`validity.${value}`) })),
  };
  return (['category', 'kind', 'year', 'validity'] as const).map((key) => ((key === 'category' || key === 'kind') && scope[key] ? nothing : facetList(scene, key, lists[key] ?? [])));
}

function categoryChoices(t: Say, facets: Facets, categories: readonly Category[]): Choice[] {
  const counts = new Map(facets.category.map(({ value, count }) => [value, count]));
  // Without the list of categories, those whose names we know ourselves.
  const known = categories.length > 0 ? categories : facets.category.filter(({ value }) => `category.${value}` in shared).map(({ value }): Category => ({ id: value, name: value }));
  return known
    .filter(({ id }) => counts.has(id))
    .map(({ id, parentId }) => ({ value: id, name: categoryName(t, id, categories), count: counts.get(id), below: parentId !== undefined && counts.has(parentId) }));
}

function facetList(scene: Scene, key: FilterKey, choices: readonly Choice[]): TemplateResult | typeof nothing {
  const { t, state, unfolded } = scene;
  const useful = choices.filter(({ value, count }) => (count ?? 0) > 0 || value === state[key]);
  if (useful.length === 0 || (useful.length === 1 && !state[key])) return nothing; // one choice is none
  const all = unfolded.has(key) || useful.length <= FEW + 1;
  const seen = all ? useful : useful.filter(({ value }, index) => index < FEW || value === state[key]);
  return html`<section class="facet">
    <h3 id="facet-${key}">${t(`facet.${key as 'kind'}`)}</h3>
    <ul aria-labelledby="facet-${key}">${seen.map((choice) => html`<li>${option(scene, key, choice)}</li>`)}</ul>
    ${useful.length > FEW + 1 ? unfolder(scene, key, useful.length) : nothing}
  </section>`;
}

/** One choice, with how many it would leave. */
export function option({ language, state, acts }: Scene, key: FilterKey, { value, name, count, below }: Choice): TemplateResult {
  const pressed = state[key] === value;
  return html`<button class="option ${below ? 'below' : ''}" type="button" aria-pressed=${pressed ? 'true' : 'false'} @click=${() => acts.choose(key, pressed ? undefined : value)}>
    <bdi>${name}</bdi> ${count === undefined ? nothing : html`<span class="count">${formatNumber(count, language)}</span>`}
  </button>`;
}

/** Shows the rest of a long list. */
export function unfolder({ t, unfolded, acts }: Scene, list: string, n: number): TemplateResult {
  const open = unfolded.has(list);
  return html`<button class="button quiet small fold" type="button" aria-expanded=${open ? 'true' : 'false'} @click=${() => acts.unfold(list)}>
    ${open ? t('list.fewer') : t('list.all', { n })}
  </button>`;
}
