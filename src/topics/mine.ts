import type { OwnTopic } from '@sunlit/client/topics';
import { html, nothing, type TemplateResult } from 'lit';
import { failed, offline, skeleton } from '../shared/states.ts';
import { row, skeletonRow } from './rows.ts';
import type { Scene } from './scene.ts';

const SKELETONS = 3;

/** What this device wrote and supports: also what is not public yet, and what was returned with where to go instead. */
export function mine(scene: Scene): TemplateResult {
  const { t, language, holdings, lasting, acts } = scene;
  const { current, latest } = holdings.mine;
  if (current.state === 'failed') return failed(t, current.error, () => holdings.mine.retry());
  if (!latest) return skeleton(t, SKELETONS, skeletonRow);
  const of = (relation: OwnTopic['relation']) => latest.filter((one) => one.relation === relation);
  const part = (relation: OwnTopic['relation']) => (of(relation).length === 0 ? nothing : html`<h3 class="group">${t(`mine.${relation}`)}</h3>
    <ol class="rows">${of(relation).map((one) => html`<li>${one.topic ? row(one.topic, scene) : unseen(one, scene)}</li>`)}</ol>`);
  return html`${current.state === 'ready' ? offline(t, language, current.asOf, () => holdings.mine.retry()) : nothing}<p class="muted">${t('mine.lead')}${lasting() ? nothing : html` ${t('mine.blocked')}`}</p>
    ${latest.length === 0 ? html`<div class="empty"><p class="empty-title">${t('empty.mine')}</p></div>` : html`${part('wrote')}${part('supports')}
      <p class="forget"><button class="button quiet" type="button" @click=${acts.forget}>${t('mine.forget')}</button><span class="small muted">${t('mine.forget.note')}</span></p>`}`;
}

/** Not public: the number on the slip says which one it is. */
function unseen({ no, phase, returned }: OwnTopic, scene: Scene): TemplateResult {
  const { t } = scene;
  return html`<article class="row"><div class="what">
    <h3 class="number">${t('mine.no', { no })}</h3>
    ${phase === 'returned' && returned
      ? html`<p class="stands warn"><span class="dot" aria-hidden="true"></span><span>${t('mine.returned')}</span><span class="until">${t(`returned.${returned.reason}`)}</span></p>
          <p class="returned"><bdi>${returned.words}</bdi></p>${way(returned, scene)}`
      : html`<p class="stands calm"><span class="dot" aria-hidden="true"></span>${t(phase === 'review' ? 'mine.review' : 'mine.submitted')}</p>`}
  </div></article>`;
}

/** Which way leads further, as a link where the page has one. */
export function way({ way: to, agency }: NonNullable<OwnTopic['returned']>, { t, ways }: Scene): TemplateResult | typeof nothing {
  if (to === undefined) return nothing;
  const text = t(`way.${to}`, { agency: agency?.name ?? '' });
  const href = to in ways ? ways[to as keyof typeof ways] : undefined;
  return href ? html`<p><a class="button" href=${href}>${text}</a></p>` : html`<p class="strong">${text}</p>`;
}
