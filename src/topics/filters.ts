import { html, nothing, type TemplateResult } from 'lit';
import { shared as named } from '../locales/zh-CN.ts';
import { icons } from '../shared/icons.ts';
import { chosen, type Scene } from './scene.ts';
import type { FilterKey } from './state.ts';
import { VIEWS } from './state.ts';

interface Choice {
  readonly id: string;
  readonly name: string;
}

/** Which topics: the views, the search, and what narrows them. */
export function tools(scene: Scene): TemplateResult {
  const { t, view, shared, holdings, acts, filtering, state } = scene;
  const on = chosen(scene);
  const overdue = holdings.board.latest?.figures.overdue ?? 0;
  return html`<div class="tools no-print" part="filters">
    <div class="views" role="group" aria-label=${t('views')}>
      ${VIEWS.filter((one) => one !== 'mine' || !shared).map((one) => html`<button class="button view ${one === 'late' && overdue > 0 ? 'overdue' : ''}" type="button" aria-pressed=${one === view ? 'true' : 'false'} @click=${() => acts.choose({ view: one })}>
        ${one === 'late' && overdue > 0 ? t('view.late.n', { n: overdue }) : t(`view.${one}`)}</button>`)}
    </div>
    ${view === 'mine' ? nothing : html`<div class="finding">
      <form class="search" role="search" @submit=${(event: Event) => find(event, scene)}>
        <input class="field" type="search" name="q" maxlength="200" enterkeyhint="search" autocomplete="off" aria-label=${t('search')} placeholder=${t('search')} .value=${state.q ?? ''} />
        <button class="button" type="submit">${icons.search}<span class="hidden-text">${t('search.do')}</span></button>
        ${state.q ? html`<button class="button quiet" type="button" @click=${() => acts.choose({ q: undefined })}>${icons.close}<span class="hidden-text">${t('search.clear')}</span></button>` : nothing}
      </form>
      <button class="button filter" type="button" aria-expanded=${filtering ? 'true' : 'false'} aria-controls="filters" @click=${acts.toggleFilters}>${icons.filter}${on.length > 0 ? t('filters.on', { n: on.length }) : t('filters')}</button>
    </div>`}
    ${filtering && view !== 'mine' ? panel(scene) : nothing}
    ${!filtering && on.length > 0 && view !== 'mine' ? html`<ul class="chips">${on.map((key) => html`<li><button class="button chip" type="button" @click=${() => acts.choose({ [key]: undefined })}><span class="hidden-text">${t('filter.drop')}</span><bdi>${nameOf(key, state[key] ?? '', scene)}</bdi>${icons.close}</button></li>`)}</ul>` : nothing}
  </div>`;
}

function find(event: Event, { acts }: Scene): void {
  event.preventDefault();
  const words = new FormData(event.target as HTMLFormElement).get('q');
  acts.choose({ q: typeof words === 'string' && words.trim() !== '' ? words.trim() : undefined });
}

function panel(scene: Scene): TemplateResult {
  const { t, scope, state, holdings, acts, shared } = scene;
  const places = [...new Set(holdings.listing.items.flatMap(({ place }) => (place ? [place] : [])))].sort();
  const below = holdings.below.latest ?? [];
  const choice = (key: FilterKey, offered: readonly Choice[]) => {
    const set = state[key];
    if (offered.length === 0 && !set) return nothing;
    const choices = offered.some(({ id }) => id === set) || !set ? offered : [{ id: set, name: nameOf(key, set, scene) }, ...offered];
    return (shared ? touched : listed)(t(`filter.${key}`), [{ id: '', name: t('filter.any') }, ...choices], set ?? '', (id) => acts.choose({ [key]: id || undefined }));
  };
  return html`<div class="panel" id="filters">
    ${scope.own ? nothing : choice('agency', below.map(({ agency }) => agency))}
    ${scope.category ? nothing : choice('category', holdings.choices.map(({ id }) => ({ id, name: nameOf('category', id, scene) })))}
    ${choice('place', places.map((place) => ({ id: place, name: place })))}
    ${chosen(scene).length > 0 ? html`<button class="button quiet" type="button" @click=${() => acts.choose({ q: undefined, agency: undefined, category: undefined, place: undefined })}>${t('filter.clear')}</button>` : nothing}
  </div>`;
}

const listed = (label: string, choices: readonly Choice[], set: string, choose: (id: string) => void): TemplateResult => html`<label class="narrow"><span>${label}</span>
  <select class="field" @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>${choices.map(({ id, name }) => html`<option value=${id} .selected=${id === set}>${name}</option>`)}</select></label>`;

/** A list that opens is little to hit with a finger, and the browser draws it as small as it likes. */
const touched = (label: string, choices: readonly Choice[], set: string, choose: (id: string) => void): TemplateResult => html`<div class="narrow touched" role="group" aria-label=${label}><span aria-hidden="true">${label}</span>
  <div>${choices.map(({ id, name }) => html`<button class="button" type="button" aria-pressed=${id === set ? 'true' : 'false'} @click=${() => choose(id)}><bdi>${name}</bdi></button>`)}</div></div>`;

/** The statutory categories in the reader's language, an agency's own as it calls it. */
export function nameOf(key: FilterKey, value: string, { t, holdings }: Scene): string {
  if (key === 'place') return value;
  if (key === 'agency') return holdings.below.latest?.find(({ agency }) => agency.id === value)?.agency.name ?? value;
  const name = `category.${value}`;
  return name in named ? t(name as keyof typeof named) : (holdings.categories.latest?.find(({ id }) => id === value)?.name ?? value);
}
