import type { TopicSummary } from '@sunlit/client/topics';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { formatDay, formatNumber } from '../shared/format.ts';
import { boardIcons } from './icons.ts';
import { problemOf } from './problems.ts';
import type { Scene, Supportable } from './scene.ts';
import { standingOf } from './standing.ts';

export const rows = (topics: readonly TopicSummary[], scene: Scene): TemplateResult =>
  html`<ol class="rows">${repeat(topics, ({ id }) => id, (topic) => html`<li>${row(topic, scene)}</li>`)}</ol>`;

/** A topic in a list: its words, where it stands and until when, and the button to support it. */
export function row(topic: TopicSummary, scene: Scene): TemplateResult {
  const { t, language, href, scope } = scene;
  const { id, title, purpose, place, board, submittedOn, phase } = topic;
  const { tone, text, until } = standingOf(topic, t, language);
  return html`<article class="row">
    <div class="what">
      <h3>${href === undefined
        ? html`<button class="title" type="button" data-topic=${id}><bdi>${title}</bdi></button>`
        : html`<a class="title" data-topic=${id} href=${href.split('{id}').join(encodeURIComponent(id))}><bdi>${title}</bdi></a>`}</h3>
      <p class="stands ${tone}"><span class="dot" aria-hidden="true"></span><span>${text}</span>${until.map((one) => html`<span class="until">${one}</span>`)}</p>
      <p class="meta"><span>${t(`purpose.${purpose}`)}</span>${place ? html`<bdi>${place}</bdi>` : nothing}${board.id === scope.agency ? nothing : html`<bdi>${board.name}</bdi>`}<time datetime=${submittedOn}>${formatDay(submittedOn, language)}</time></p>
    </div>
    ${phase === 'merged' ? nothing : supportButton(topic, scene)}
    ${problemLine(topic, scene)}
  </article>`;
}

export function supportButton(topic: Supportable & { readonly phase?: string }, { t, language, supporting, acts }: Scene): TemplateResult {
  const { on, busy, waiting, total } = supporting.standing(topic);
  const n = formatNumber(total, language);
  return html`<button class="button support" type="button" data-support=${topic.id} aria-pressed=${on ? 'true' : 'false'} aria-disabled=${busy || waiting ? 'true' : 'false'} @click=${() => acts.support(topic)}>
    <span class="hidden-text">${topic.title}${t('support.of')}</span><span class="count">${n}</span><span class="word">${on ? boardIcons.tick : boardIcons.add}${t(waiting ? 'support.waiting' : on ? 'support.on' : 'support')}</span>
  </button>`;
}

/** Why a tap did not count; the button says again what is true. */
export function problemLine(topic: Supportable, { t, supporting }: Scene): TemplateResult | typeof nothing {
  const { error } = supporting.standing(topic);
  return error === undefined ? nothing : html`<p class="refused small" role="alert">${t(problemOf(error))}</p>`;
}

/** A row that has not come: the same boxes with grey bars in them. */
export const skeletonRow: TemplateResult = html`<div class="row" aria-hidden="true">
  <div class="what"><div class="title"><span class="skeleton">&nbsp;</span></div><p class="stands"><span class="skeleton">&nbsp;</span></p><p class="meta"><span class="skeleton">&nbsp;</span></p></div>
  <span class="support"><span class="skeleton">&nbsp;</span></span>
</div>`;
