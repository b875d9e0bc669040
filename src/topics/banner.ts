import type { Board, Round, TopicFigures } from '@sunlit/client/topics';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDay } from '../shared/format.ts';
import { boardIcons } from './icons.ts';
import type { Scene } from './scene.ts';
import { satisfied } from './standing.ts';

/** What stands above the list: what the board is for, the round or the promise, and how the agency keeps its word. */
export function banner(scene: Scene): TemplateResult {
  const { t, heading, holdings, acts } = scene;
  const board = holdings.board.latest;
  return html`<header class="banner" part="banner">
    <div class="opening">
      <div>
        ${heading ? html`<h2 tabindex="-1"><bdi>${heading}</bdi></h2>` : nothing}
        <p class="lead">${board?.intro ?? t('lead')}</p>
      </div>
      ${board?.open ? html`<button class="button primary write no-print" type="button" @click=${acts.write}>${boardIcons.write}${t('write')}</button>` : nothing}
    </div>
    ${board ? html`${standing(board, scene)}${figures(board.figures, scene)}` : html`<div class="standing" aria-hidden="true"><span class="skeleton">&nbsp;</span></div>`}
  </header>`;
}

/** The round with its countdown, or what is promised without one. */
function standing({ round, promise, moderated, open }: Board, scene: Scene): TemplateResult {
  const { t } = scene;
  return html`<div class="standing">
    ${round ? roundLine(round, scene) : html`<p>${moderated ? t('promise', promise) : t('promise.unmoderated', promise)}</p>`}
    ${open ? nothing : html`<p class="strong">${t(round && round.state !== 'open' ? 'write.between' : 'write.closed')}</p>`}
    ${scene.report() ?? nothing}
  </div>`;
}

function roundLine({ id, title, state, opensOn, closesOn, answerBy, left, reportedOn }: Round, { t, language, report, acts }: Scene): TemplateResult {
  const day = (on: string) => formatDay(on, language);
  const late = state === 'answering' && left < 0;
  const countdown = state === 'reported' || state === 'planned' ? undefined
    : late ? t('round.left.late', { n: -left }) : left === 0 ? t(state === 'open' ? 'round.left.today' : 'now.today') : t(state === 'open' ? 'round.left.open' : 'round.left', { n: left });
  const text = state === 'planned' ? t('round.planned', { from: day(opensOn) }) : state === 'open' ? t('round.open', { to: day(closesOn) })
    : state === 'answering' ? t('round.answering', { due: day(answerBy.due) }) : t('round.reported', { on: day(reportedOn ?? answerBy.due) });
  return html`<div class="round">
    ${countdown === undefined ? nothing : html`<p class="countdown ${late ? 'bad' : ''}">${boardIcons.clock}<span>${countdown}</span></p>`}
    <div>
      <p class="strong"><bdi>${title}</bdi></p>
      <p>${text}${state === 'open' ? html`<span class="aside-text">${t('round.answer', { due: day(answerBy.due) })}</span>` : nothing}</p>
      ${answerBy.provisional && state !== 'reported' ? html`<p class="small muted">${t('provisional')}</p>` : nothing}
    </div>
    ${state === 'reported' && !report() ? html`<button class="button" type="button" @click=${() => acts.report(id)}>${t('round.report')}</button>` : nothing}
  </div>`;
}

/** How the agency keeps its word: each figure with what it is out of, and what a count of supporters proves. */
function figures({ asked, answered, declined, answeredInTime, claimedInTime, overdue, reopened, ratings }: TopicFigures, { t }: Scene): TemplateResult {
  const line = asked === 0 ? [t('figures.none')] : [
    t('figures.asked', { n: asked, answered, declined }),
    ...(answeredInTime.of > 0 ? [t('figures.answered', answeredInTime)] : claimedInTime.of > 0 ? [t('figures.claimed', claimedInTime)] : []),
    ...(reopened > 0 ? [t('figures.reopened', { n: reopened })] : []),
    ...(ratings.n > 0 ? [t('figures.ratings', { n: ratings.n, good: satisfied(ratings) })] : []),
  ];
  return html`<div class="figures small">
    <ul aria-label=${t('figures')}>${line.map((one) => html`<li>${one}</li>`)}
      ${asked === 0 ? nothing : html`<li class=${overdue > 0 ? 'overdue' : ''}>${overdue > 0 ? t('figures.overdue', { n: overdue }) : t('figures.overdue.none')}</li>`}</ul>
    <details class="proves"><summary>${t('proves')}</summary><p>${t('proves.text')}</p></details>
  </div>`;
}
