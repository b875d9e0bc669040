import type { RatingCount, SupportBasis } from '@sunlit/client';
import type { Posting, PostingPapers } from '@sunlit/client/desk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { RichTexts } from '../../../../src/disclosure/rich-texts.ts';
import { formatDay } from '../../../../src/shared/format.ts';
import { Sending } from '../admin/sending.ts';
import { DeskTitleEvent, type DeskPage } from '../frame/desk.ts';
import { waitingRows } from '../frame/listing.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import { answerCard } from './answered.ts';
import type { FoundEvent, LinkedDisclosure, PostingEvent } from './events.ts';
import { PostingForm, type OfficerCommand } from './form.ts';
import { TopicElement } from './page.ts';
import { record } from './record.ts';
import { lightOf, nameOf, nextOf } from './row.ts';
import type { PlainStep, Preset } from './step.ts';
import { supportLists } from './supports.ts';
import { writtenView } from './written.ts';

/** What leads to an answer from where it stands; the others are turns on the way. */
const ONWARD: Readonly<Partial<Record<Posting['phase'], readonly OfficerCommand[]>>> = {
  submitted: ['review', 'approve'], review: ['approve'], open: ['assign', 'claim'], assigned: ['claim'], claimed: ['answer'], answered: ['publish'], published: ['keep'], rated: ['keep'],
};
const BASES: readonly SupportBasis[] = ['web', 'kiosk', 'counter', 'paper', 'hotline'];
/** Which reason goes with which way. */
const REASON_OF_WAY = { request: 'named-records', complaint: 'complaint', petition: 'petition', hotline: 'consultation', 'other-board': 'other', counter: 'consultation' } as const satisfies Record<PostingPapers['ways'][number]['way'], NonNullable<Preset['reason']>>;

/**
 * @summary One posting: where it stands, the steps that can be taken, what somebody wrote, what is like it, its answer, who supports it, its terms and its record.
 */
export class DeskPosting extends TopicElement {
  @property({ attribute: false }) postingId = '';

  /** The step whose form is open, with what it opens with. */
  @state() private open: { readonly command: OfficerCommand; readonly preset: Preset } | undefined;
  @state() private papers: PostingPapers | undefined;
  @state() private entering = false;
  /** Disclosures that answer it, pointed to before it can be answered. */
  @state() private pointed: readonly LinkedDisclosure[] = [];
  @query('h1') private readonly heading!: HTMLElement | null;
  readonly #shown = new Rows<Posting>(this, { key: () => `${this.postingId} ${this.language}`, fetch: async (_, signal) => ({ items: [await this.desk.client.board.get(this.postingId, { signal })] }) });
  readonly #opening = new Sending(this);
  readonly #rich = new RichTexts(this);

  get unsaved(): boolean {
    return [...this.renderRoot.querySelectorAll<DeskPage>('desk-posting-step, desk-approval, desk-answer, desk-posting-note, desk-support-list')].some(({ unsaved }) => unsaved);
  }

  abandon(): void {
    this.papers = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('postingId')) return;
    this.open = undefined;
    this.papers = undefined;
    this.entering = false;
    this.pointed = [];
  }

  protected override view(): TemplateResult {
    const { t, say } = this;
    const { items: [found], state: stage, error, reload } = this.#shown;
    const one = found?.id === this.postingId ? found : undefined;
    return html`<div class="page" @desk-posting=${this.#told}>
      <nav class="crumbs" aria-label=${say('nav.topics')}><a href=${this.desk.href('topics')}>${say('nav.topics')}</a></nav>
      <div class="head"><h1 tabindex="-1">${one ? html`<bdi>${nameOf(t, one)}</bdi>` : t('topic')}</h1>${one ? html`<p class="muted">${one.title === undefined ? nothing : `${one.no} `}${t(`purpose.${one.purpose}`)} <bdi>${one.board.name}</bdi></p>` : nothing}</div>
      ${stage === 'failed' ? problem(say, error, reload) : nothing}
      ${one ? this.#one(one) : stage === 'loading' ? waitingRows(say, 5) : nothing}
    </div>`;
  }

  #one(one: Posting): TemplateResult {
    const { t, language } = this;
    const moderates = this.desk.may('topics.moderate');
    const sought = moderates && ['submitted', 'review', 'open', 'assigned', 'claimed', 'answered'].includes(one.phase);
    return html`
      ${this.#standing(one)}
      ${this.open === undefined ? nothing : keyed(this.open, this.#form(one, this.open))}
      <div class="columns">
        <div class="main">
          <section class="card" aria-labelledby="words"><h2 id="words" tabindex="-1">${t('words')}</h2>${this.#words(one)}</section>
          ${sought ? html`<section class="card" aria-labelledby="similar"><h2 id="similar">${t('similar')}</h2>
            ${this.pointed.length === 0 ? nothing : html`<p class="notice">${t('similar.pointed', { titles: this.pointed.map(({ title }) => title).join(t('comma')) })}</p>`}
            <desk-similar .posting=${one} @desk-found=${this.#found}></desk-similar></section>` : nothing}
          ${this.#answers(one)}
          <section class="card" aria-labelledby="supporters"><div class="head"><h2 id="supporters">${t('supporters')}</h2>
            ${moderates && one.mergedInto === undefined ? html`<button class="button" type="button" data-open="supports" aria-expanded=${String(this.entering)} @click=${() => (this.entering = !this.entering)}>${t('signers')}</button>` : nothing}</div>
            ${this.#supporters(one)}</section>
          <section class="card" aria-labelledby="record"><h2 id="record">${t('record')}</h2>
            ${this.desk.may('topics.answer') ? html`<desk-posting-note .posting=${one}></desk-posting-note>` : nothing}
            ${record(one, { t, language, href: this.desk.href, papers: this.papers })}</section>
        </div>
        <div class="side">
          <section class="card" aria-labelledby="terms"><h2 id="terms">${t('terms')}</h2>${this.#terms(one)}</section>
          <section class="card" aria-labelledby="about"><h2 id="about">${t('about')}</h2>${this.#about(one)}</section>
        </div>
      </div>`;
  }

  #form(one: Posting, { command, preset }: NonNullable<typeof this.open>): TemplateResult {
    switch (command) {
      case 'approve': return html`<desk-approval .posting=${one} .papers=${this.papers} @desk-cancel=${this.#close}></desk-approval>`;
      case 'answer': return html`<desk-answer .posting=${one} .pointed=${this.pointed} @desk-cancel=${this.#close}></desk-answer>`;
      default: return html`<desk-posting-step .posting=${one} .command=${command satisfies PlainStep} .preset=${preset} @desk-cancel=${this.#close}></desk-posting-step>`;
    }
  }

  /** Where it stands, by when, and what can be done. */
  #standing(one: Posting): TemplateResult {
    const { t, language } = this;
    const { phase, outcome, next, erasedOn, mergedInto, returned, declined } = one;
    const may = one.may.filter((command) => command !== 'rate');
    const leads = (command: OfficerCommand) => ONWARD[phase]?.includes(command) ?? false;
    const button = (command: OfficerCommand) => html`<button class="button ${leads(command) ? 'primary' : ''}" type="button" data-open=${command} aria-expanded=${String(this.open?.command === command)} @click=${() => this.#show(command)}>${t(`event.${command}`)}</button>`;
    const [onward, others] = [may.filter(leads), may.filter((command) => !leads(command))];
    return html`<section class="card standing" aria-label=${t('standing')}>
      <p class="phase"><strong>${t(`phase.${phase}`)}</strong>${outcome === undefined ? nothing : html` <span>${t(`outcome.${outcome}`)}</span>`}</p>
      ${next === undefined ? nothing : html`<p>${nextOf(t, language, next)}</p>`}
      ${mergedInto === undefined ? nothing : html`<p><a href=${this.desk.href(`topics/${mergedInto}`)}>${t('merged.into')}</a></p>`}
      ${returned === undefined ? nothing : html`<div class="notice"><div><p><strong>${t(`return.${returned.reason}`)}</strong></p><p class="said">${returned.words}</p>${returned.way === undefined ? nothing : html`<p>${t(`way.${returned.way}`)}${returned.agency === undefined ? nothing : html`${t('colon')}<bdi>${returned.agency.name}</bdi>`}</p>`}</div></div>`}
      ${declined === undefined ? nothing : html`<div class="notice"><div><p><strong>${t(`decline.${declined.reason}`)}</strong></p><p class="said">${declined.words}</p></div></div>`}
      ${erasedOn === undefined ? nothing : html`<p class="notice">${t('erased', { day: formatDay(erasedOn, language) })}</p>`}
      ${may.length === 0 ? nothing : html`<div class="steps" role="group" aria-label=${t('steps')}>${onward.map(button)}${onward.length > 0 && others.length > 0 ? html`<span class="small muted">${t('steps.others')}</span>` : nothing}${others.map(button)}</div>`}
      ${may.length === 0 && !this.desk.may('topics.moderate') && !this.desk.may('topics.answer') ? html`<p class="muted small">${t('steps.none')}</p>` : nothing}
    </section>`;
  }

  /** What the public reads, and what somebody wrote once it is opened. */
  #words(one: Posting): TemplateResult {
    const { t, say, papers } = this;
    const { title, text, disclosure, merged } = one;
    const { error, busy } = this.#opening;
    const pointTo = one.may.includes('return') ? (way: PostingPapers['ways'][number]['way']) => this.#show('return', { way, reason: REASON_OF_WAY[way] }) : undefined;
    return html`${title === undefined ? nothing : html`<div><h3>${t('words.public')}</h3><p class="said"><strong>${title}</strong></p>${text === undefined ? nothing : html`<p class="said">${text}</p>`}</div>`}
      ${disclosure === undefined ? nothing : html`<p>${t('about.disclosure')}${t('colon')}<a href=${this.desk.href(`published/${disclosure.id}/evidence`)}>${disclosure.title}</a></p>`}
      ${merged.length === 0 ? nothing : html`<div><p class="label">${t('merged.here')}</p><ul>${merged.map(({ id, no, title: other }) => html`<li><a href=${this.desk.href(`topics/${id}`)}>${other}</a> <span class="muted small">${no}</span></li>`)}</ul></div>`}
      ${!this.desk.may('topics.moderate') ? (title === undefined ? html`<p class="muted">${t('papers.not-yours')}</p>` : nothing) : html`
        ${error === undefined ? nothing : problem(say, error)}
        ${papers ? html`<div><h3 id="papers" tabindex="-1">${t('words.written')}</h3>${writtenView(papers, one, { t, pointTo })}</div>`
          : html`<p class="muted">${t('papers.text')}</p><p><button class="button" type="button" data-open="papers" aria-disabled=${String(busy)} @click=${() => this.#openPapers()}>${t('papers.open')}</button></p>`}`}`;
  }

  #answers(one: Posting): TemplateResult | typeof nothing {
    const { t, language } = this;
    const { answer, earlierAnswers, phase, ratings } = one;
    if (!answer && earlierAnswers.length === 0) return nothing;
    const setting = { t, language, rich: this.#rich, href: this.desk.href, fileUrl: (sha256: string) => this.desk.client.files.url(sha256, (one.agency ?? one.board).id) };
    return html`<section class="card" aria-labelledby="answer"><h2 id="answer">${t('answer')}</h2>
      ${answer === undefined ? nothing : html`${phase === 'answered' ? html`<p class="notice warn">${t('answer.unpublished')}</p>` : nothing}${answerCard(answer, setting)}`}
      ${this.#rated(ratings)}
      ${earlierAnswers.length === 0 ? nothing : html`<details><summary>${t('answer.earlier', { count: earlierAnswers.length })}</summary>${earlierAnswers.map((earlier) => html`${answerCard(earlier, setting)}${earlier.ratings ? this.#rated(earlier.ratings) : nothing}`)}</details>`}
    </section>`;
  }

  #rated({ n, levels }: RatingCount): TemplateResult | typeof nothing {
    const { t } = this;
    const each = (['very-satisfied', 'satisfied', 'fairly-satisfied', 'dissatisfied', 'very-dissatisfied'] as const).map((level) => t('ratings.level', { level: t(`level.${level}`), count: levels[level] }));
    return n === 0 ? nothing : html`<p>${t('ratings.n', { count: n })}${t('colon')}${each.join(t('comma'))}</p>`;
  }

  #supporters(one: Posting): TemplateResult {
    const { t, language } = this;
    const { supports } = one;
    const scanUrl = this.desk.may('topics.moderate') ? (list: string) => this.desk.client.board.listScanUrl(one.id, list) : undefined;
    return html`<p><strong>${t('row.supports', { count: supports.total })}</strong> <span class="muted">${BASES.filter((basis) => supports[basis] > 0).map((basis) => t('supporters.by', { basis: t(`basis.${basis}`), count: supports[basis] })).join(t('comma'))}</span></p>
      <p class="hint muted small">${t('supporters.proof')}</p>
      ${supportLists(one, { t, language, scanUrl })}
      ${this.entering ? html`<desk-support-list .posting=${one} @desk-cancel=${() => { this.entering = false; this.#focus('[data-open=supports]'); }}></desk-support-list>` : nothing}`;
  }

  #terms({ deadlines }: Posting): TemplateResult {
    const { t, language } = this;
    if (deadlines.length === 0) return html`<p class="muted">${t('terms.none')}</p>`;
    return html`<ul class="periods">${deadlines.map((one) => html`<li class="period ${one.doneOn === undefined ? '' : 'ended'}">
      <p class="line"><strong>${t(`term.${one.term}`)}</strong> ${lightOf(t, one)}</p>
      <p class="small">${one.workdays === undefined ? t('term.by', { day: formatDay(one.due, language) }) : t('term.workdays', { count: one.workdays, from: formatDay(one.from, language), day: formatDay(one.due, language) })}${one.provisional ? html` <span class="badge warn">${t('provisional')}</span>` : nothing}</p>
      ${one.doneOn === undefined ? nothing : html`<p class="small muted">${t('term.done', { day: formatDay(one.doneOn, language) })}</p>`}</li>`)}</ul>`;
  }

  #about(one: Posting): TemplateResult {
    const { t, language } = this;
    const { board, agency, channel, place, submittedOn, answeredOn, handler, round } = one;
    const fact = (label: string, value: string | TemplateResult | undefined) => (value === undefined ? nothing : html`<div><dt>${label}</dt><dd>${value}</dd></div>`);
    return html`<dl class="facts-list">
      ${fact(t('about.board'), board.name)}${fact(t('about.agency'), agency?.name)}${fact(t('about.handler'), handler && `${handler.post} ${handler.name}`)}
      ${fact(t('about.channel'), t(`channel.${channel}`))}${fact(t('about.place'), place)}${fact(t('about.submitted'), formatDay(submittedOn, language))}${fact(t('about.answered'), answeredOn && formatDay(answeredOn, language))}
      ${fact(t('round'), round && html`<a href=${this.desk.href(`topics/rounds/${round.id}`)}>${round.title}</a>`)}
    </dl>`;
  }

  #show(command: OfficerCommand, preset: Preset = {}): void {
    this.open = this.open?.command === command && Object.keys(preset).length === 0 ? undefined : { command, preset };
    // To let it onto the board is to read it.
    if (this.open?.command === 'approve' && !this.papers) void this.#openPapers(false);
    void this.updateComplete.then(() => this.renderRoot.querySelector('desk-posting-step, desk-approval, desk-answer')?.scrollIntoView({ block: 'nearest' }));
  }

  readonly #close = (): void => {
    const { open } = this;
    this.open = undefined;
    this.#focus(`[data-open="${open?.command ?? ''}"]`);
  };

  #focus(selector: string): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  async #openPapers(go = true): Promise<void> {
    const { postingId } = this;
    const papers = await this.#opening.send(() => this.desk.client.board.papers(postingId));
    if (!papers) return this.open?.command === 'approve' ? this.#close() : undefined;
    if (postingId !== this.postingId) return;
    this.papers = papers;
    if (go) this.#focus('#papers');
  }

  /** What is like it leads into the step that says so. */
  readonly #found = ({ found }: FoundEvent): void => {
    const [one] = this.#shown.items;
    if ('topic' in found) return this.#show('merge', { into: found.topic });
    const { id, title, agency, indexNo } = found.disclosure;
    if (one?.may.includes('return') && !one.may.includes('answer')) return this.#show('return', { reason: 'duplicate', words: this.t('similar.words', { title, no: indexNo, agency: agency.name }) });
    this.pointed = [...this.pointed.filter((other) => other.id !== id), { id, title, agency }];
    if (one?.may.includes('answer')) {
      if (this.open?.command !== 'answer') this.#show('answer');
    } else this.desk.say(this.t('similar.remembered'));
  };

  /** A part knows how the posting stands now, or that it is not known. */
  readonly #told = ({ current, done, target }: PostingEvent): void => {
    if (!current) return this.#shown.reload();
    this.#shown.items = [current];
    this.requestUpdate();
    if (done === undefined) return;
    this.desk.say(done);
    // A note that is written meanwhile does not close the form of a step.
    if (!(target instanceof PostingForm)) return;
    this.open = undefined;
    void this.updateComplete.then(() => this.heading?.focus());
  };

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const [one] = this.#shown.items;
    if (one?.id === this.postingId) this.dispatchEvent(new DeskTitleEvent(nameOf(this.t, one)));
  }
}
