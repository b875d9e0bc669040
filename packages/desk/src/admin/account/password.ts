import { html, nothing, type TemplateResult } from 'lit';
import { query } from 'lit/decorators.js';
import { problem } from '../../frame/problem.ts';
import { field } from '../../published/form.ts';
import { AdminPage } from '../page.ts';
import { Sending } from '../sending.ts';

const FIELDS = { currentPassword: ['password.current', 'current-password'], newPassword: ['password.new', 'new-password'], again: ['password.again', 'new-password'] } as const;
type Field = keyof typeof FIELDS;
const NAMES = Object.keys(FIELDS) as readonly Field[];

/**
 * @summary Changes one's own password; sessions elsewhere end.
 */
export class DeskOwnPassword extends AdminPage {
  @query('form') private readonly form!: HTMLFormElement;
  readonly #sending = new Sending(this);

  protected override view(): TemplateResult {
    const { t, say } = this;
    const { error, wrong, busy } = this.#sending;
    return html`<form class="form" novalidate aria-label=${t('account.password')} @submit=${this.#change}>
      ${error === undefined ? nothing : problem(say, error)}
      <input hidden type="text" autocomplete="username" .value=${this.me.username} readonly>
      ${NAMES.map((name) => field({ name, label: say(FIELDS[name][0]), wrong: wrong.get(name), ...(name === 'newPassword' && { hint: say('password.hint') }) },
        (described, invalid) => html`<input class="field" id=${name} name=${name} type="password" autocomplete=${FIELDS[name][1]} maxlength="128" aria-describedby=${described} aria-invalid=${invalid}>`))}
      <p class="muted small">${t('account.password.text')}</p>
      <div class="buttons"><button class="button primary" aria-disabled=${String(busy)}>${say('password.change')}</button></div>
    </form>`;
  }

  readonly #change = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { say } = this;
    const data = new FormData(this.form);
    // Nothing is trimmed off a password.
    const value = (name: Field) => String(data.get(name) ?? '');
    const empty = (name: Field) => (value(name) === '' ? say('required') : undefined);
    const different = value('again') === value('newPassword') ? undefined : say('password.different');
    if (this.#sending.refuse({ currentPassword: empty('currentPassword'), newPassword: empty('newPassword'), again: empty('again') ?? different })) return;
    const done = await this.#sending.send(async () => {
      await this.desk.client.session.changePassword({ currentPassword: value('currentPassword'), newPassword: value('newPassword') });
      return true;
    });
    if (!done) return;
    this.form.reset();
    this.desk.say(say('password.changed'));
  };
}
