import type { DisclosurePage } from '@sunlit/client';
import { html, nothing, type TemplateResult } from 'lit';
import { chipsOf } from './chips.ts';
import type { Scene } from './scene.ts';

/** The empty state: what was looked for, what comes near, which filters could go. */
export function nothingFound(scene: Scene, search: DisclosurePage['search']): TemplateResult {
  const { t, acts } = scene;
  const { terms = [], near = [] } = search ?? {};
  const chips = chipsOf(scene);
  const words = terms.map((term) => t('quoted', { words: term })).join(t('and'));
  const what = words ? t(terms.length > 1 ? 'empty.all' : 'empty.words', { words }) : t(chips.length > 0 ? 'empty.filters' : 'empty.here');
  return html`<div class="empty" part="empty">
    <p class="empty-title"><bdi>${what}</bdi></p>
    ${near.length > 0
      ? html`<p class="muted" id="near">${t('empty.near')}</p>
          <ul class="near" aria-labelledby="near">${near.map(({ id, title, agency }) => html`<li>
            <button class="title" type="button" @click=${() => acts.open({ type: 'disclosure', id, title })}><bdi>${title}</bdi></button>
            <bdi class="muted small">${agency.name}</bdi>
          </li>`)}</ul>`
      : nothing}
    ${chips.length > 0 ? html`<p class="muted">${t('empty.advice')}</p><button class="button" type="button" @click=${acts.clear}>${t('drop.all')}</button>` : nothing}
  </div>`;
}
