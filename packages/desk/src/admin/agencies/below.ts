import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Agency, AgencyRef } from '@sunlit/client';
import { problem } from '../../frame/problem.ts';
import { CancelEvent, DoneEvent, field } from '../../published/form.ts';
import type { AgencyChosenEvent } from '../agency-choice.ts';
import { AdminPage } from '../page.ts';
import { Sending, typed } from '../sending.ts';
import { KINDS, LEVELS } from './form.ts';

const ID = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;

/**
 * @summary Enters an agency below another one.
 */
export class DeskNewAgency extends AdminPage {
  @property({ attribute: false }) parent: AgencyRef | undefined;
  @query('form') private readonly form!: HTMLFormElement | null;
  readonly #sending = new Sending(this);

  protected override view(): TemplateResult {
    const { t, say, parent } = this;
    const { error, wrong, busy } = this.#sending;
    return html`<form class="form" novalidate @submit=${this.#create}>
      <h2>${t('agency.add.below', { name: parent?.name ?? '' })}</h2>
      ${error === undefined ? nothing : problem(say, error)}
      ${field({ name: 'name', label: t('name'), wrong: wrong.get('name') }, (described, invalid) => html`<input class="field" id="name" name="name" maxlength="100" aria-describedby=${described} aria-invalid=${invalid}>`)}
      ${field({ name: 'id', label: t('agency.id'), hint: t('agency.id.hint'), wrong: wrong.get('id') }, (described, invalid) => html`<input class="field" id="id" name="id" maxlength="64" spellcheck="false" autocapitalize="none" aria-describedby=${described} aria-invalid=${invalid}>`)}
      <div class="two">
        ${field({ name: 'level', label: t('agency.level'), wrong: undefined }, () => html`<select class="field" id="level" name="level">${LEVELS.map((one) => html`<option value=${one}>${t(`level.${one}`)}</option>`)}</select>`)}
        ${field({ name: 'kind', label: t('agency.kind'), wrong: undefined }, () => html`<select class="field" id="kind" name="kind">${KINDS.map((one) => html`<option value=${one} .selected=${one === 'department'}>${t(`kind.${one}`)}</option>`)}</select>`)}
      </div>
      <div class="buttons">
        <button class="button" type="button" @click=${() => this.dispatchEvent(new CancelEvent())}>${say('cancel')}</button>
        <button class="button primary" aria-disabled=${String(busy)}>${t('agency.add')}</button>
      </div>
    </form>`;
  }

  readonly #create = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { t, say, parent } = this;
    const value = typed(this.form);
    const [id, name] = [value('id'), value('name')];
    if (this.#sending.refuse({ name: name === '' ? say('required') : undefined, id: ID.test(id) ? undefined : t('agency.id.wrong') }) || !parent) return;
    const level = LEVELS.find((one) => one === value('level')) ?? 'village';
    const kind = KINDS.find((one) => one === value('kind')) ?? 'department';
    const made = await this.#sending.send(() => this.desk.client.agencies.create({ id, parentId: parent.id, level, kind, name, phones: [], leaders: [], offices: [], venues: [] }));
    if (!made) return;
    this.desk.say(t('agency.added', { name }));
    this.dispatchEvent(new DoneEvent());
    this.desk.go(`agencies/${id}`);
  };
}

/**
 * @summary Puts an agency below another one, after saying what that means.
 */
export class DeskMoveAgency extends AdminPage {
  @property({ attribute: false }) agency: Agency | undefined;
  @state() private to: AgencyRef | undefined;
  readonly #sending = new Sending(this);

  protected override view(): TemplateResult {
    const { t, say, agency } = this;
    const { error, wrong, busy } = this.#sending;
    return html`<form class="form" novalidate @submit=${this.#move}>
      <h2>${t('agency.move.of', { name: agency?.name ?? '' })}</h2>
      <p class="notice warn">${t('agency.move.text')}</p>
      ${error === undefined ? nothing : problem(say, error)}
      <desk-agency-choice .label=${t('agency.move.to')} .chosen=${this.to} .wrong=${wrong.get('parentId') ?? ''} @desk-agency-chosen=${({ agency: chosen }: AgencyChosenEvent) => (this.to = chosen)}></desk-agency-choice>
      <div class="buttons">
        <button class="button" type="button" @click=${() => this.dispatchEvent(new CancelEvent())}>${say('cancel')}</button>
        <button class="button primary" aria-disabled=${String(busy)}>${this.to ? t('agency.move.confirm', { name: this.to.name }) : t('agency.move')}</button>
      </div>
    </form>`;
  }

  readonly #move = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { t, agency, to } = this;
    if (this.#sending.refuse({ parentId: to ? undefined : t('choice.missing') }) || !agency || !to) return;
    const moved = await this.#sending.send(async () => {
      const { version } = await this.desk.client.agencies.content(agency.id);
      return this.desk.client.agencies.move(agency.id, { version, parentId: to.id });
    });
    if (!moved) return;
    this.desk.say(t('agency.moved', { name: agency.name, to: to.name }));
    this.dispatchEvent(new DoneEvent());
  };
}
