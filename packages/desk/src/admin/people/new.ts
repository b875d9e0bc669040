import type { AgencyRef } from '@sunlit/client';
import type { Role } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { problem } from '../../frame/problem.ts';
import { CancelEvent, DoneEvent, field } from '../../published/form.ts';
import type { AgencyChosenEvent } from '../agency-choice.ts';
import type { Say } from '../../strings/index.ts';
import { AdminPage } from '../page.ts';
import { Sending, typed } from '../sending.ts';
import type { SayAdmin } from '../strings/index.ts';
import { firstPassword } from './first-password.ts';

export const ROLES: readonly Role[] = ['editor', 'reviewer', 'publisher', 'request-officer', 'topic-officer', 'liaison', 'supervisor', 'administrator'];

/**
 * @summary Adds a person with a role; their first password is shown once.
 */
export class DeskNewPerson extends AdminPage {
  @state() private agency: AgencyRef | undefined;
  /** What was made: shown until somebody closes it, and never again. */
  @state() private made: { readonly username: string; readonly password: string } | undefined;
  @query('form') private readonly form!: HTMLFormElement | null;
  readonly #sending = new Sending(this);

  protected override view(): TemplateResult {
    const { t, say, made } = this;
    if (made) return firstPasswordCard({ t, say }, made, () => this.dispatchEvent(new DoneEvent()));
    const { error, wrong, busy } = this.#sending;
    const text = (name: 'username' | 'name' | 'post', label: string, hint?: string) => field({ name, label, wrong: wrong.get(name), ...(hint === undefined ? {} : { hint }) },
      (described, invalid) => html`<input class="field" id=${name} name=${name} maxlength=${name === 'username' ? 30 : 60} autocomplete="off" spellcheck="false" autocapitalize="none" aria-describedby=${described} aria-invalid=${invalid}>`);
    return html`<form class="form" novalidate @submit=${this.#create}>
      <h2>${t('person.add')}</h2>
      ${error === undefined ? nothing : problem(say, error)}
      <div class="two">${text('name', t('person.name'))}${text('post', t('person.post'))}</div>
      ${text('username', say('sign-in.name'), t('person.username.hint'))}
      <desk-agency-choice .label=${t('person.agency')} .chosen=${this.agency} .wrong=${wrong.get('agencyId') ?? ''} @desk-agency-chosen=${({ agency }: AgencyChosenEvent) => (this.agency = agency)}></desk-agency-choice>
      ${field({ name: 'role', label: t('role'), wrong: wrong.get('role') }, () => html`<select class="field" id="role" name="role">${ROLES.map((role) => html`<option value=${role}>${say(`role.${role}`)}</option>`)}</select>`)}
      <div class="buttons">
        <button class="button" type="button" @click=${() => this.dispatchEvent(new CancelEvent())}>${say('cancel')}</button>
        <button class="button primary" aria-disabled=${String(busy)}>${t('person.add')}</button>
      </div>
    </form>`;
  }

  readonly #create = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { t, say, agency } = this;
    const value = typed(this.form);
    const [username, name, post, role] = [value('username'), value('name'), value('post'), ROLES.find((one) => one === value('role'))];
    const empty = (text: string) => (text === '' ? say('required') : undefined);
    const wrong = {
      name: empty(name), post: empty(post), username: /^[a-z0-9][a-z0-9._-]{2,29}$/.test(username) ? undefined : t('person.username.wrong'), agencyId: agency ? undefined : t('choice.missing'),
    };
    if (this.#sending.refuse(wrong) || !agency || !role) return;
    const password = firstPassword();
    const person = await this.#sending.send(() => this.desk.client.staff.create({ username, name, post, agencyId: agency.id, role, password }));
    if (!person) return;
    this.made = { username, password };
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('h2[tabindex]')?.focus());
  };
}

/** A first password, shown this once. */
export function firstPasswordCard({ t, say }: { readonly t: SayAdmin; readonly say: Say }, { username, password }: { readonly username: string; readonly password: string }, close: () => void): TemplateResult {
  return html`<div class="form">
    <h2 tabindex="-1">${t('password.first')}</h2>
    <p class="notice warn" role="status">${t('password.first.text')}</p>
    <dl class="two"><div><dt class="label">${say('sign-in.name')}</dt><dd class="secret">${username}</dd></div><div><dt class="label">${t('password.first')}</dt><dd class="secret">${password}</dd></div></dl>
    <div class="buttons"><button class="button primary" type="button" @click=${close}>${t('password.first.done')}</button></div>
  </div>`;
}
