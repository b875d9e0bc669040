import type { Board, Topic, TopicSummary } from '@sunlit/client/topics';
import { html, nothing, type TemplateResult } from 'lit';
import { contentIcons } from '../shared/content-icons.ts';
import { formatDay, formatMoment, formatNumber } from '../shared/format.ts';
import { prepare, translator, type Language } from '../shared/i18n.ts';
import { icons } from '../shared/icons.ts';
import { qr } from '../disclosure/qr.ts';
import { beginning, type Displayed } from './display.ts';
import { strings, type DisplaySay } from './display-strings/index.ts';
import { satisfied } from './standing.ts';

export { wallStyles } from './wall-styles.ts';

/** What a page of the wall holds; more cannot be read in passing. */
const ON_A_PAGE = { open: 4, answered: 2, late: 2 };
const FIRST_LINES = 110;

export interface Wall extends Displayed {
  /** Waiting for an answer, most supported first. */
  readonly open: readonly TopicSummary[];
  /** With their answers, newest first. */
  readonly answered: readonly Topic[];
  /** Of which a term has gone by. */
  readonly late: readonly TopicSummary[];
  /** Moment of which all this is. */
  readonly asOf?: string | undefined;
  readonly page: number;
  /** Of `WallPages`, where pages turn: whether somebody stopped them, and what does that. */
  readonly turning?: { readonly paused: boolean; readonly pause: () => void } | undefined;
}

/** Makes the words of walls and sheets ready in a language. */
export const prepareDisplay = (language: Language): Promise<void> | undefined => prepare(strings, language);

/** How many pages there are to turn. */
export const wallPages = ({ open, answered, late }: Pick<Wall, 'open' | 'answered' | 'late'>): number =>
  Math.max(1, Math.ceil(open.length / ON_A_PAGE.open), Math.ceil(answered.length / ON_A_PAGE.answered), Math.ceil(late.length / ON_A_PAGE.late));

/** The board on the wall of a hall or a village: to be read from three metres, and operated by nobody. */
export function wall(given: Wall): TemplateResult {
  const { board, language, open, answered, boardHref, asOf, page, turning } = given;
  void prepareDisplay(language); // zh-CN is ready at once
  const t = translator(strings, language);
  const pages = wallPages(given);
  return html`<section class="wall" part="wall" aria-labelledby="wall-title">
    <header><div class="wall-whose"><p class="wall-agency"><bdi>${board.agency.name}</bdi></p><h2 id="wall-title">${t('title')}</h2>${asOf ? html`<p class="muted">${t('asOf', { time: formatMoment(asOf, language) })}</p>` : nothing}</div>
      ${boardHref ? html`<div class="wall-take-part"><p>${t('scan')}</p>${qr(boardHref, t('sheet.code.board'))}</div>` : nothing}</header>
    ${figures(board, t, language)}
    <div class="wall-now">${round(board, t, language)} ${lateOnes(given, t)}</div>
    <section class="wall-open" aria-labelledby="wall-open"><h3 id="wall-open">${t('open')}</h3>
      ${open.length === 0 ? html`<p class="muted">${t('open.none')}</p>` : html`<ol>${part(open, ON_A_PAGE.open, page).map((topic) => asked(topic, given, t))}</ol>`}
      ${rest(open.length, ON_A_PAGE.open, given, t)}</section>
    <section class="wall-answers" aria-labelledby="wall-answered"><h3 id="wall-answered">${t('answered')}</h3>
      ${answered.length === 0 ? html`<p class="muted">${t('answered.none')}</p>` : html`<ul>${part(answered, ON_A_PAGE.answered, page).map((topic) => answer(topic, given, t))}</ul>`}
      ${rest(answered.length, ON_A_PAGE.answered, given, t)}</section>
    ${turning ? html`<footer><span>${t('page', { page: page + 1, pages })}</span><button class="button" type="button" @click=${turning.pause}>${t(turning.paused ? 'resume' : 'pause')}</button></footer>` : nothing}
  </section>`;
}

/** Of a list that is shorter than others the last page stands until the others have turned. */
function part<T>(all: readonly T[], size: number, page: number): readonly T[] {
  const at = Math.min(page, Math.ceil(all.length / size) - 1);
  return all.slice(at * size, (at + 1) * size);
}

/** What is left out is said where no page will show it. */
function rest(n: number, size: number, { turning, boardHref }: Wall, t: DisplaySay): TemplateResult | typeof nothing {
  return turning || n <= size ? nothing : html`<p class="muted wall-rest">${t(boardHref ? 'rest' : 'rest.plain', { n: n - size })}</p>`;
}

function round({ round: now, promise, open }: Board, t: DisplaySay, language: Language): TemplateResult {
  const day = (on: string) => formatDay(on, language);
  if (!now) return html`<section class="wall-round"><p class="strong">${open ? t('promise', promise) : t('closed')}</p></section>`;
  const { state, title, opensOn, closesOn, answerBy, left, reportedOn } = now;
  const said = { from: day(opensOn), to: day(closesOn), on: reportedOn ? day(reportedOn) : '' };
  return html`<section class="wall-round" aria-label=${title}>
    <p class="name"><bdi>${title}</bdi></p>
    ${state === 'reported' ? nothing
      : left === 0 ? html`<p class="wall-count">${t(`left.today.${state}`)}</p>`
      : html`<p class="wall-count"><b>${formatNumber(Math.abs(left), language)}</b> ${t(left < 0 ? 'left.late' : `left.${state}`)}</p>`}
    <p>${t(`round.${state}`, said)}</p>
    ${state === 'reported' ? nothing : html`<p>${t('round.due', { due: day(answerBy.due) })}</p>`}
  </section>`;
}

function figures({ figures: { asked: received, open, answered, overdue, answeredInTime, ratings } }: Board, t: DisplaySay, language: Language): TemplateResult {
  const one = (key: 'asked' | 'open' | 'answered' | 'overdue', value: number) => html`<div class=${key === 'overdue' && value > 0 ? 'bad' : ''}><dt>${t(`figures.${key}`)}</dt><dd>${formatNumber(value, language)}</dd></div>`;
  return html`<section class="wall-figures" aria-label=${t('figures')}>
    <dl>${one('asked', received)}${one('open', open)}${one('answered', answered)}${one('overdue', overdue)}</dl>
    ${answeredInTime.of > 0 ? html`<p>${t('figures.kept', { n: formatNumber(answeredInTime.n, language), of: formatNumber(answeredInTime.of, language) })}</p>` : nothing}
    ${ratings.n > 0 ? html`<p>${t('figures.ratings', { n: formatNumber(ratings.n, language), good: formatNumber(satisfied(ratings), language) })}</p>` : nothing}
  </section>`;
}

function lateOnes(given: Wall, t: DisplaySay): TemplateResult | typeof nothing {
  const { late, page, standing } = given;
  if (late.length === 0) return nothing;
  return html`<section class="wall-late" aria-labelledby="wall-late"><h3 id="wall-late">${icons.warning}${t('late')}</h3>
    <ul>${part(late, ON_A_PAGE.late, page).map((topic) => html`<li><p class="title"><bdi>${topic.title}</bdi></p><p>${(topic.agency ?? topic.board).name} · ${last(standing(topic).until) ?? standing(topic).text}</p></li>`)}</ul>
    ${rest(late.length, ON_A_PAGE.late, given, t)}</section>`;
}

const last = (texts: readonly string[]): string | undefined => texts[texts.length - 1];

function asked(topic: TopicSummary, { standing, language }: Wall, t: DisplaySay): TemplateResult {
  const { text, until, tone } = standing(topic);
  return html`<li><p class="title"><bdi>${topic.title}</bdi></p>
    <p class="wall-small-line"><span class="supports">${contentIcons.person}${t('supports', { n: formatNumber(topic.supports.total, language) })}</span><span class=${tone}>${last(until) ?? text}</span></p></li>`;
}

function answer({ title, board, agency = board, answer: given, answeredOn }: Topic, { board: own, language }: Wall, t: DisplaySay): TemplateResult {
  // Whose board it is stands above.
  const by = (post: string, on: string) => (agency.id === own.agency.id ? t('answer.by.here', { post, on }) : t('answer.by', { agency: agency.name, post, on }));
  return html`<li><p class="title">${contentIcons.tick}<bdi>${title}</bdi></p>
    <p class="wall-lines"><bdi>${given ? beginning(given.text, FIRST_LINES) : t('answer.none')}</bdi></p>
    ${given ? html`<p class="by">${by(given.post, formatDay(answeredOn ?? given.on, language))}</p>` : nothing}</li>`;
}
