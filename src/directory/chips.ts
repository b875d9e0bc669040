import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../shared/icons.ts';
import { categoryName } from './facets.ts';
import type { Scene } from './scene.ts';
import { FILTER_KEYS, type FilterKey } from './state.ts';

interface Chip {
  readonly key: FilterKey;
  readonly name: string;
}

/** What the reader has chosen, in words. */
export function chipsOf({ t, state, scope, holdings }: Scene): Chip[] {
  const words: Record<FilterKey, (value: string) => string> = {
    q: (value) => t('quoted', { words: value }),
    agency: (value) => holdings.agencyName(value),
    category: (value) => categoryName(t, value, holdings.categories.latest ?? []),
    kind: (value) => t(`kind.${value as 'plan'}`),
    year: (value) => t('year', { year: value }),
    validity: (value) => t(`validity.${value as 'expired'}`),
  };
  return FILTER_KEYS.flatMap((key) => {
    const value = state[key];
    const fixed = (key === 'category' || key === 'kind') && scope[key];
    return value && !fixed ? [{ key, name: words[key](value) }] : [];
  });
}

/** The chosen filters; each takes itself away. */
export function chipList({ t, acts }: Scene, chips: readonly Chip[]): TemplateResult | typeof nothing {
  if (chips.length === 0) return nothing;
  return html`<ul class="chips" aria-label=${t('chips')} part="chips">
    ${chips.map(({ key, name }) => html`<li><button class="button chip" type="button" @click=${() => acts.drop(key)}>
      <span class="hidden-text">${t('drop')}</span><bdi>${name}</bdi>${icons.close}
    </button></li>`)}
    ${chips.length > 1 ? html`<li><button class="button quiet" type="button" @click=${acts.clear}>${t('drop.all')}</button></li>` : nothing}
  </ul>`;
}
