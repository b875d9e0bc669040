import type { Round, RoundReport, TopicFigures, TopicSummary } from '@sunlit/client';
import { isChangedMeanwhile } from '@sunlit/client/desk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { RichTexts } from '../../../../src/disclosure/rich-texts.ts';
import { todayInShanghai } from '../../../../src/disclosure/today.ts';
import { formatDay } from '../../../../src/shared/format.ts';
import { icons } from '../../../../src/shared/icons.ts';
import { Sending } from '../admin/sending.ts';
import { DeskTitleEvent } from '../frame/desk.ts';
import { waitingRows } from '../frame/listing.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import { field } from '../published/form.ts';
import { richText } from './answered.ts';
import { TopicElement } from './page.ts';
import type { RoundEvent } from './round-plan.ts';
import { lightOf, recounted } from './row.ts';
import type { SayTopic } from './strings/index.ts';

const ANSWERED: readonly TopicSummary['phase'][] = ['published', 'rated'];

/**
 * @summary One round: where it stands, how much is answered, its topics by how many different people support them, and its report.
 */
export class DeskRound extends TopicElement {
  @property({ attribute: false }) roundId = '';

  @state() private changing = false;
  /** The report as it is being written; nothing while nobody writes. */
  @state() private text: string | undefined;
  @state() private asking = false;
  readonly #shown = new Rows<RoundReport>(this, { key: () => `${this.roundId} ${this.language}`, fetch: async (_, signal) => ({ items: [await this.desk.client.rounds.get(this.roundId, { signal })] }) });
  readonly #sending = new Sending(this);
  readonly #rich = new RichTexts(this);

  get unsaved(): boolean {
    return (this.text ?? '') !== '' || (this.renderRoot.querySelector<HTMLElement & { readonly unsaved: boolean }>('desk-round-plan')?.unsaved ?? false);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('roundId')) return;
    this.changing = false;
    this.text = undefined;
  }

  protected override view(): TemplateResult {
    const { t, say } = this;
    const { items: [found], state: stage, error, reload } = this.#shown;
    const one = found?.id === this.roundId ? found : undefined;
    return html`<div class="page">
      <nav class="crumbs" aria-label=${say('nav.topics')}><a href=${this.desk.href('topics')}>${say('nav.topics')}</a><a href=${this.desk.href(one ? `topics/rounds?agency=${one.agency.id}` : 'topics/rounds')}>${t('rounds')}</a></nav>
      <div class="head"><h1 tabindex="-1">${one ? html`<bdi>${one.title}</bdi>` : t('round')}</h1>
        ${one && this.desk.may('topics.answer') && one.state !== 'reported' ? html`<div class="buttons"><button class="button" type="button" data-open="change" aria-expanded=${String(this.changing)} @click=${() => (this.changing = !this.changing)}>${t('round.change')}</button></div>` : nothing}
        ${one ? html`<p class="muted"><bdi>${one.agency.name}</bdi></p>` : nothing}</div>
      ${stage === 'failed' ? problem(say, error, reload) : nothing}
      ${one ? this.#one(one) : stage === 'loading' ? waitingRows(say, 4) : nothing}
    </div>`;
  }

  #one(one: RoundReport): TemplateResult {
    const { t, language } = this;
    const { state: standing, opensOn, closesOn, answerBy, left, intro, figures, ranking, reportedOn } = one;
    return html`${this.changing ? html`<desk-round-plan .agency=${one.agency} .round=${one} @desk-round=${this.#changed} @desk-cancel=${() => (this.changing = false)}></desk-round-plan>` : nothing}
      <section class="card standing" aria-label=${t('standing')}>
        <p class="phase"><strong>${t(`round.${standing}`)}</strong>${standing === 'reported' ? html` <span>${reportedOn === undefined ? nothing : formatDay(reportedOn, language)}</span>` : html` ${lightOf(t, { left, late: isLate(one) })}`}</p>
        <p>${t('round.collects', { from: formatDay(opensOn, language), to: formatDay(closesOn, language) })}${t('semicolon')}${answerBy.workdays === undefined ? t('round.answers', { day: formatDay(answerBy.due, language) }) : t('round.answers.workdays', { count: answerBy.workdays, day: formatDay(answerBy.due, language) })}${answerBy.provisional ? html` <span class="badge warn">${t('provisional')}</span>` : nothing}</p>
        ${recounted(one.recounts, { t, language })}
        ${intro === undefined ? nothing : html`<p class="said">${intro}</p>`}
        <div><p><strong>${t('round.answered', { n: figures.answered, of: figures.asked })}</strong></p>
          ${figures.asked === 0 ? nothing : html`<meter min="0" max=${figures.asked} value=${figures.answered} aria-label=${t('round.answered', { n: figures.answered, of: figures.asked })}></meter>`}</div>
        <dl class="figures">${figureList(figures).map(([key, value]) => html`<div><dt>${t(key)}</dt><dd>${value}</dd></div>`)}</dl>
      </section>
      ${this.#report(one)}
      <section class="card" aria-labelledby="ranking"><h2 id="ranking">${t('round.ranking')}</h2><p class="hint muted">${t('supporters.proof')}</p>
        ${ranking.length === 0 ? html`<p class="muted">${t('round.ranking.none')}</p>` : html`<ol class="ranking">${ranking.map((topic) => html`<li class="held"><span><a href=${this.desk.href(`topics/${topic.id}`)}>${topic.title}</a> <span class="muted small">${topic.no}</span></span>
          <span class="links"><span class="badge">${t('row.supports', { count: topic.supports.total })}</span><span class="badge ${ANSWERED.includes(topic.phase) ? 'good' : ''}">${t(`phase.${topic.phase}`)}</span>${topic.next === undefined ? nothing : lightOf(t, topic.next)}</span></li>`)}</ol>`}
      </section>`;
  }

  #report(one: RoundReport): TemplateResult | typeof nothing {
    const { t, say, language, text } = this;
    const { report, state: standing, figures } = one;
    if (report !== undefined) return html`<section class="card" aria-labelledby="report"><h2 id="report">${t('report')}</h2><h3 class="muted small">${one.reportedOn === undefined ? one.title : formatDay(one.reportedOn, language)}</h3>${richText(this.#rich, report, { t, language })}</section>`;
    if (!this.desk.may('topics.answer') || standing !== 'answering') return nothing;
    const { error, wrong, busy } = this.#sending;
    const unanswered = figures.open;
    return html`<section class="card" aria-labelledby="report"><h2 id="report" tabindex="-1">${t('report.write')}</h2><p class="muted">${t('report.text')}</p>
      ${isChangedMeanwhile<Round>(error) ? html`<div class="notice warn" role="alert">${icons.warning}<p>${t('report.changed', { n: figures.answered, of: figures.asked })}</p></div>` : error === undefined || wrong.has('text') ? nothing : problem(say, error)}
      <form class="form" novalidate aria-labelledby="report" @submit=${this.#send}>
        <div class="steps" role="group" aria-label=${t('report.insert')}><span class="small muted">${t('report.insert')}</span>
          <button class="button" type="button" @click=${() => this.#insert(t('report.draft', this.#values(one)))}>${t('report.all')}</button>
          <button class="button" type="button" @click=${() => this.#insert(t('report.answered', this.#values(one)))}>${t('report.answered.name')}</button>
          <button class="button" type="button" @click=${() => this.#insert(rankingTable(t, one.ranking))}>${t('report.ranking')}</button>
          ${unanswered > 0 ? html`<button class="button" type="button" @click=${() => this.#insert(unansweredList(t, one.ranking))}>${t('report.unanswered')}</button>` : nothing}</div>
        ${field({ name: 'text', label: t('report'), hint: t('field.answer.hint'), wrong: wrong.get('text') }, (described, invalid) => html`<textarea class="field body" id="text" name="text" rows="12" maxlength="20000" .value=${text ?? ''} aria-describedby=${described} aria-invalid=${invalid} @input=${({ target }: Event) => (this.text = (target as HTMLTextAreaElement).value)}></textarea>`)}
        ${(text ?? '') === '' ? nothing : html`<div class="preview" role="group" aria-labelledby="preview"><h3 class="muted small" id="preview">${t('answer.preview')}</h3>${richText(this.#rich, text ?? '', { t, language })}</div>`}
        ${this.asking ? html`<div class="notice warn" role="alert">${icons.warning}<div><p><strong>${t('report.question')}</strong> ${unanswered > 0 ? t('report.question.open', { count: unanswered }) : ''}</p>
          <div class="buttons"><button class="button" type="button" @click=${() => (this.asking = false)}>${say('cancel')}</button><button class="button primary" aria-disabled=${String(busy)}>${t('report.sure')}</button></div></div></div>`
          : html`<div class="buttons"><button class="button primary" aria-disabled=${String(busy)}>${t('report.publish')}</button></div>`}
      </form></section>`;
  }

  #values({ title, opensOn, closesOn, figures }: RoundReport): Record<string, string | number> {
    const { language } = this;
    const { asked, returned, merged, declined, answered, open, answeredInTime } = figures;
    return { title, from: formatDay(opensOn, language), to: formatDay(closesOn, language), asked, returned, merged, declined, answered, open, inTime: answeredInTime.n, inTimeOf: answeredInTime.of };
  }

  /** Figures go where the caret is. */
  #insert(piece: string): void {
    const area = this.renderRoot.querySelector<HTMLTextAreaElement>('#text');
    if (!area) return;
    const [before, after] = [area.value.slice(0, area.selectionStart), area.value.slice(area.selectionEnd)];
    const start = before === '' || before.endsWith('\n\n') ? before : `${before.trimEnd()}\n\n`;
    this.text = start + piece + (after === '' || after.startsWith('\n') ? after : `\n\n${after}`);
    void this.updateComplete.then(() => {
      area.focus();
      area.setSelectionRange(start.length + piece.length, start.length + piece.length);
    });
  }

  readonly #send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const [one] = this.#shown.items;
    const text = (this.text ?? '').trim();
    if (!one || this.#sending.refuse({ text: text === '' ? this.say('required') : undefined })) return;
    if (!this.asking) {
      this.asking = true;
      return;
    }
    const reported = await this.#sending.send(() => this.desk.client.rounds.report(one.id, { version: one.version, text }));
    this.asking = false;
    if (reported) {
      this.text = undefined;
      this.desk.say(this.t('report.done'));
      this.#shown.reload();
      this.renderRoot.querySelector<HTMLElement>('h1')?.focus();
    } else if (isChangedMeanwhile<Round>(this.#sending.error)) this.#shown.reload();
  };

  readonly #changed = ({ theirs }: RoundEvent): void => {
    this.#shown.reload();
    if (theirs) return;
    this.changing = false;
    this.desk.say(this.t('round.changed.done'));
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[data-open=change]')?.focus());
  };

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const [one] = this.#shown.items;
    if (one?.id === this.roundId) this.dispatchEvent(new DeskTitleEvent(one.title));
  }
}

/** Answers are due, and the day has gone by. */
export const isLate = ({ state, answerBy }: Round): boolean => state === 'answering' && answerBy.due < todayInShanghai();

function figureList({ asked, open, answered, declined, merged, returned, overdue, reopened, answeredInTime }: TopicFigures) {
  return [
    ['figures.asked', asked], ['figures.answered', answered], ['figures.open', open], ['figures.overdue', overdue], ['figures.declined', declined], ['figures.merged', merged], ['figures.returned', returned], ['figures.reopened', reopened],
    ['figures.answeredInTime', `${String(answeredInTime.n)} / ${String(answeredInTime.of)}`],
  ] as const;
}

/** What stands in a table may not end its cell. */
const cell = (text: string): string => text.replaceAll('|', '\\|');

function rankingTable(t: SayTopic, ranking: readonly TopicSummary[]): string {
  const rows = ranking.slice(0, 10).map(({ title, supports, phase }, index) => `| ${String(index + 1)} | ${cell(title)} | ${String(supports.total)} | ${t(`phase.${phase}`)} |`);
  return [`| ${t('report.no')} | ${t('topic')} | ${t('supporters')} | ${t('report.phase')} |`, '|---|---|---|---|', ...rows].join('\n');
}

const unansweredList = (t: SayTopic, ranking: readonly TopicSummary[]): string =>
  [t('report.unanswered.list'), ...ranking.filter(({ phase }) => ['open', 'assigned', 'claimed', 'answered'].includes(phase)).map(({ title, next }) => `- ${title}${next ? t('report.due', { day: next.due }) : ''}`)].join('\n');
