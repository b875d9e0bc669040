import type { AgencyRef, TopicPurpose } from '@sunlit/client';
import type { NewPosting } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { todayInShanghai } from '../../../../src/disclosure/today.ts';
import type { AgencyChosenEvent } from '../admin/agency-choice.ts';
import { Sending, typed } from '../admin/sending.ts';
import { Attempt } from '../frame/attempt.ts';
import { problem } from '../frame/problem.ts';
import { field } from '../published/form.ts';
import type { LinkedDisclosure, LinkedEvent } from './events.ts';
import { TopicElement } from './page.ts';

const CHANNELS: readonly NewPosting['channel'][] = ['card', 'box', 'counter', 'hotline'];
const PURPOSES: readonly TopicPurpose[] = ['disclose', 'ask', 'correct'];

/**
 * @summary Writes down a topic that came by card, box, hotline or at the counter.
 */
export class DeskNewPosting extends TopicElement {
  @state() private agency: AgencyRef | undefined;
  @state() private purpose: TopicPurpose = 'disclose';
  @state() private linked: readonly LinkedDisclosure[] = [];
  @state() private dirty = false;
  @query('form') private readonly form!: HTMLFormElement | null;
  readonly #sending = new Sending(this);
  readonly #attempt = new Attempt();

  get unsaved(): boolean {
    return this.dirty;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.agency ??= this.me.grants.find(({ role }) => role === 'topic-officer')?.agency ?? this.me.grants[0]?.agency;
  }

  protected override view(): TemplateResult {
    const { t, say, purpose } = this;
    const { error, wrong, busy } = this.#sending;
    return html`<div class="page">
      <nav class="crumbs" aria-label=${say('nav.topics')}><a href=${this.desk.href('topics')}>${say('nav.topics')}</a></nav>
      <div class="head"><h1 tabindex="-1">${t('entering')}</h1><p class="muted">${t('entering.text')}</p></div>
      ${error === undefined || wrong.size > 0 ? nothing : problem(say, error)}
      <form class="card form" novalidate aria-label=${t('entering')} @submit=${this.#send} @input=${() => (this.dirty = true)}>
        <desk-agency-choice id="agencyId" .label=${t('about.board')} .chosen=${this.agency} .wrong=${wrong.get('agencyId') ?? ''} @desk-agency-chosen=${({ agency }: AgencyChosenEvent) => (this.agency = agency)}></desk-agency-choice>
        <div class="two">
          ${field({ name: 'channel', label: t('about.channel'), wrong: wrong.get('channel') }, (described) => html`<select class="field" id="channel" name="channel" aria-describedby=${described}>${CHANNELS.map((one) => html`<option value=${one}>${t(`channel.${one}`)}</option>`)}</select>`)}
          ${field({ name: 'on', label: t('entering.on'), hint: t('entering.on.hint'), wrong: wrong.get('on') }, (described, invalid) => html`<input class="field" id="on" name="on" type="date" value=${todayInShanghai()} max=${todayInShanghai()} aria-describedby=${described} aria-invalid=${invalid}>`)}
        </div>
        <fieldset><legend class="label">${t('purpose')}</legend><div class="choices">${PURPOSES.map((one) => html`<label class="check"><input type="radio" name="purpose" value=${one} .checked=${one === purpose} @change=${() => (this.purpose = one)}>${t(`purpose.${one}`)}</label>`)}</div></fieldset>
        ${wrong.has('purpose') ? html`<p class="wrong" id="purpose-wrong" role="alert">${wrong.get('purpose')}</p>` : nothing}
        ${field({ name: 'title', label: t('field.title'), hint: t('entering.title.hint'), wrong: wrong.get('title') }, (described, invalid) => html`<input class="field" id="title" name="title" maxlength="120" autocomplete="off" aria-describedby=${described} aria-invalid=${invalid}>`)}
        ${field({ name: 'text', label: t('optional', { what: t('field.text') }), wrong: wrong.get('text') }, (described, invalid) => html`<textarea class="field" id="text" name="text" rows="5" maxlength="2000" aria-describedby=${described} aria-invalid=${invalid}></textarea>`)}
        ${field({ name: 'place', label: t('optional', { what: t('field.place') }), wrong: wrong.get('place') }, (described, invalid) => html`<input class="field" id="place" name="place" maxlength="60" autocomplete="off" aria-describedby=${described} aria-invalid=${invalid}>`)}
        ${purpose === 'correct' ? html`<desk-disclosure-choice id="disclosureId" .label=${t('about.disclosure')} .hint=${t('entering.disclosure.hint')} .linked=${this.linked} .wrong=${wrong.get('disclosureId') ?? ''} @desk-linked=${({ linked }: LinkedEvent) => (this.linked = linked.slice(-1))}></desk-disclosure-choice>` : nothing}
        <div class="buttons"><button class="button primary" aria-disabled=${String(busy)}>${t('entering.go')}</button></div>
      </form>
    </div>`;
  }

  readonly #send = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { t, say, agency, purpose } = this;
    const value = typed(this.form);
    const [on, title, text, place, disclosureId] = [value('on'), value('title'), value('text'), value('place'), this.linked[0]?.id];
    if (this.#sending.refuse({
      agencyId: agency ? undefined : t('field.agency.missing'), title: title === '' ? say('required') : undefined, disclosureId: purpose === 'correct' && !disclosureId ? t('entering.disclosure.missing') : undefined,
    }) || !agency) return;
    const channel = CHANNELS.find((one) => one === value('channel')) ?? 'card';
    const posting: NewPosting = { agencyId: agency.id, channel, purpose, title, ...(text && { text }), ...(place && { place }), ...(purpose === 'correct' && disclosureId && { disclosureId }), ...(on && on !== todayInShanghai() && { on }) };
    const made = await this.#sending.send(() => this.desk.client.board.create(posting, { idempotencyKey: this.#attempt.keyFor(posting) }));
    if (!made) return;
    this.#attempt.done();
    this.dirty = false;
    this.desk.say(t('entering.done', { no: made.no }));
    this.desk.go(`topics/${made.id}`);
  };
}
