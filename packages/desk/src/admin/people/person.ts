import type { AgencyRef } from '@sunlit/client';
import type { Grant, Person } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { problem } from '../../frame/problem.ts';
import { DoneEvent, field } from '../../published/form.ts';
import type { AgencyChosenEvent } from '../agency-choice.ts';
import { AdminPage } from '../page.ts';
import { Sending, typed } from '../sending.ts';
import { firstPassword } from './first-password.ts';
import { ROLES, firstPasswordCard } from './new.ts';

/** What was asked for and is done when somebody says so once more. */
interface Intention {
  readonly question: string;
  readonly confirm: string;
  readonly danger: boolean;
  readonly act: () => Promise<{ readonly person: Person; readonly said?: string }>;
}

/**
 * @summary One person: their roles, a new first password, locking out; each said in words before it is done.
 */
export class DeskPerson extends AdminPage {
  @property({ attribute: false }) person: Person | undefined;
  /** Names of agencies by their ids, as far as they are known. */
  @property({ attribute: false }) names: ReadonlyMap<string, string> = new Map();

  @state() private agency: AgencyRef | undefined;
  @state() private intention: Intention | undefined;
  @state() private password: string | undefined;
  @query('form') private readonly form!: HTMLFormElement | null;
  readonly #sending = new Sending(this);

  protected override view(): TemplateResult | typeof nothing {
    const { t, say, person, intention, password } = this;
    if (!person) return nothing;
    if (password !== undefined) return firstPasswordCard({ t, say }, { username: person.username, password }, this.#close);
    if (intention) return this.#asked(intention);
    const { error, wrong } = this.#sending;
    const self = person.id === this.me.id;
    return html`<div class="form">
      <h2 tabindex="-1">${person.name} <span class="muted">${person.post}</span></h2>
      ${error === undefined ? nothing : problem(say, error)}
      ${self ? html`<p class="notice">${t('person.self')}</p>` : nothing}
      <section aria-labelledby="roles"><h3 id="roles">${t('person.roles')}</h3>
        ${person.grants.length === 0 ? html`<p class="muted">${t('person.roles.none')}</p>` : html`<ul>${person.grants.map((grant) => html`<li class="held">
          <span>${this.#agencyName(grant)}：${say(`role.${grant.role}`)}</span>
          ${self ? nothing : html`<button class="button" type="button" aria-label=${t('grant.revoke.of', this.#named(grant))} @click=${() => this.#revoke(person, grant)}>${t('grant.revoke')}</button>`}
        </li>`)}</ul>`}
      </section>
      <form class="form" novalidate @submit=${this.#grant}>
        <h3>${t('grant.add')}</h3>
        <desk-agency-choice .label=${t('person.agency')} .chosen=${this.agency} .wrong=${wrong.get('agencyId') ?? ''} @desk-agency-chosen=${({ agency }: AgencyChosenEvent) => (this.agency = agency)}></desk-agency-choice>
        ${field({ name: 'role', label: t('role'), wrong: undefined }, () => html`<select class="field" id="role" name="role">${ROLES.map((role) => html`<option value=${role}>${say(`role.${role}`)}</option>`)}</select>`)}
        <div class="buttons"><button class="button">${t('grant.add')}</button></div>
      </form>
      <div class="buttons">
        ${self ? nothing : html`<button class="button" type="button" @click=${() => this.#reset(person)}>${t('person.reset')}</button>
          <button class="button ${person.disabled ? '' : 'danger'}" type="button" @click=${() => this.#disable(person)}>${t(person.disabled ? 'person.enable' : 'person.disable')}</button>`}
        <button class="button primary" type="button" @click=${this.#close}>${say('close')}</button>
      </div>
    </div>`;
  }

  #asked({ question, confirm, danger }: Intention): TemplateResult {
    const { say } = this;
    const { error, busy } = this.#sending;
    return html`<div class="form" role="group" aria-labelledby="question">
      <h2 id="question" tabindex="-1">${question}</h2>
      ${error === undefined ? nothing : problem(say, error)}
      <div class="buttons">
        <button class="button" type="button" @click=${this.#leave}>${say('cancel')}</button>
        <button class="button ${danger ? 'danger' : 'primary'}" type="button" aria-disabled=${String(busy)} @click=${this.#do}>${confirm}</button>
      </div>
    </div>`;
  }

  #agencyName({ agencyId }: Grant): string {
    return this.names.get(agencyId) ?? agencyId;
  }

  #named(grant: Grant): { name: string; agency: string; role: string } {
    return { name: this.person?.name ?? '', agency: this.#agencyName(grant), role: this.say(`role.${grant.role}`) };
  }

  #ask(intention: Intention): void {
    this.#sending.clear();
    this.intention = intention;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#question')?.focus());
  }

  #revoke({ id }: Person, grant: Grant): void {
    const words = this.#named(grant);
    this.#ask({
      question: this.t('grant.revoke.sure', words), confirm: this.t('grant.revoke'), danger: true,
      act: async () => ({ person: await this.desk.client.staff.revoke(id, grant), said: this.t('grant.revoked', words) }),
    });
  }

  readonly #grant = (event: SubmitEvent): void => {
    event.preventDefault();
    const { t, agency, person } = this;
    const role = ROLES.find((one) => one === typed(this.form)('role'));
    if (this.#sending.refuse({ agencyId: agency ? undefined : t('choice.missing') }) || !agency || !person || !role) return;
    const words = { name: person.name, agency: agency.name, role: this.say(`role.${role}`) };
    this.#ask({
      question: t('grant.add.sure', words), confirm: t('grant.add'), danger: false,
      act: async () => {
        const changed = await this.desk.client.staff.grant(person.id, { agencyId: agency.id, role });
        this.names = new Map([...this.names, [agency.id, agency.name]]);
        return { person: changed, said: t('grant.added', words) };
      },
    });
  };

  #disable({ id, name, disabled }: Person): void {
    const { t } = this;
    this.#ask({
      question: t(disabled ? 'person.enable.sure' : 'person.disable.sure', { name }), confirm: t(disabled ? 'person.enable' : 'person.disable'), danger: !disabled,
      act: async () => ({ person: await this.desk.client.staff.disable(id, !disabled), said: t(disabled ? 'person.enabled' : 'person.disabled', { name }) }),
    });
  }

  #reset({ id, name }: Person): void {
    const { t } = this;
    const password = firstPassword();
    this.#ask({
      question: t('person.reset.sure', { name }), confirm: t('person.reset'), danger: true,
      act: async () => {
        const person = await this.desk.client.staff.reset(id, { password });
        this.password = password;
        return { person };
      },
    });
  }

  readonly #do = async (): Promise<void> => {
    const { intention } = this;
    const done = intention && (await this.#sending.send(intention.act));
    if (!done) return;
    this.person = done.person;
    if (done.said !== undefined) this.desk.say(done.said);
    this.#leave();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('h2[tabindex]')?.focus());
  };

  readonly #leave = (): void => {
    this.intention = undefined;
    this.#sending.clear();
  };

  readonly #close = (): void => {
    this.dispatchEvent(new DoneEvent());
  };
}
