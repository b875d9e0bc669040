import type { Passkey } from '@sunlit/client/desk';
import { css, html, nothing, type TemplateResult } from 'lit';
import { query } from 'lit/decorators.js';
import { formatMoment } from '../../../../../src/shared/format.ts';
import { icons } from '../../../../../src/shared/icons.ts';
import { Dialog } from '../../frame/dialog.ts';
import { waitingRows } from '../../frame/listing.ts';
import { passkeyTrouble, passkeysWork } from '../../frame/passkey.ts';
import { problem } from '../../frame/problem.ts';
import { Rows } from '../../frame/rows.ts';
import { field } from '../../published/form.ts';
import { AdminPage } from '../page.ts';
import { Sending, typed } from '../sending.ts';

/**
 * @summary One's own passkeys: which there are, another one, one less.
 */
export class DeskPasskeys extends AdminPage {
  static override styles = [AdminPage.styles, css`
    .sunlit > * + * {
      margin-top: 0.9em;
    }
  `];

  @query('form') private readonly form!: HTMLFormElement | null;

  readonly #passkeys = new Rows<Passkey>(this, { key: () => 'passkeys', fetch: async (_, signal) => ({ items: await this.desk.client.session.passkeys({ signal }) }) });
  readonly #adding = new Sending(this);
  readonly #removing = new Sending(this);
  readonly #leaving = new Dialog<Passkey>(this, 'dialog');

  protected override view(): TemplateResult {
    const { t, say } = this;
    const { state: stage, items, error, reload } = this.#passkeys;
    return html`
      <p class="muted">${t('passkeys.text')}</p>
      ${stage === 'failed' ? problem(say, error, reload) : stage === 'loading' && items.length === 0 ? waitingRows(say, 1)
        : items.length === 0 ? html`<p class="muted">${t('passkeys.none')}</p>` : html`<ul>${items.map((passkey) => this.#row(passkey))}</ul>`}
      ${passkeysWork() ? this.#form() : html`<p class="notice">${t('passkeys.unavailable')}</p>`}
      <dialog aria-labelledby="sure" @close=${this.#leaving.close}>${this.#leaving.subject ? this.#sure(this.#leaving.subject) : nothing}</dialog>`;
  }

  #name({ name }: Passkey): string {
    return name || this.t('passkeys.unnamed');
  }

  #row(passkey: Passkey): TemplateResult {
    const { t, language } = this;
    const name = this.#name(passkey);
    return html`<li class="held">
      <span><strong>${name}</strong> <span class="small muted">${t('passkeys.added-on', { time: formatMoment(passkey.createdAt, language) })}</span></span>
      <button class="button" type="button" aria-label=${t('passkeys.remove.of', { name })} @click=${() => this.#ask(passkey)}>${t('passkeys.remove')}</button>
    </li>`;
  }

  #sure(passkey: Passkey): TemplateResult {
    const { t, say } = this;
    const { error, busy } = this.#removing;
    return html`<div class="form">
      <h2 id="sure">${t('passkeys.remove.sure', { name: this.#name(passkey) })}</h2>
      ${error === undefined ? nothing : problem(say, error)}
      <div class="buttons">
        <button class="button" type="button" @click=${this.#leaving.close}>${say('cancel')}</button>
        <button class="button danger" type="button" aria-disabled=${String(busy)} @click=${() => this.#remove(passkey)}>${t('passkeys.remove')}</button>
      </div>
    </div>`;
  }

  #form(): TemplateResult {
    const { t, say } = this;
    const { error, wrong, busy } = this.#adding;
    const trouble = passkeyTrouble(error);
    return html`<form class="form" novalidate aria-label=${t('passkeys.add')} @submit=${this.#add}>
      <h3>${t('passkeys.add')}</h3>
      ${trouble !== undefined ? html`<div class="notice warn" role="alert">${icons.warning}<p>${say(trouble)}</p></div>` : error === undefined ? nothing : problem(say, error)}
      ${field({ name: 'name', label: t('passkeys.name'), hint: t('passkeys.name.hint'), wrong: wrong.get('name') },
        (described, invalid) => html`<input class="field" id="name" name="name" maxlength="60" autocomplete="off" aria-describedby=${described} aria-invalid=${invalid}>`)}
      <div class="buttons"><button class="button primary" aria-disabled=${String(busy)}>${t('passkeys.add')}</button></div>
    </form>`;
  }

  readonly #add = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const name = typed(this.form)('name');
    if (this.#adding.refuse({ name: name === '' ? this.say('required') : undefined })) return;
    const added = await this.#adding.send(() => this.desk.client.session.addPasskey(name));
    if (!added) return;
    this.form?.reset();
    this.desk.say(this.t('passkeys.added', { name }));
    this.#passkeys.reload();
  };

  #ask(passkey: Passkey): void {
    this.#removing.clear();
    this.#leaving.open(passkey);
  }

  async #remove(passkey: Passkey): Promise<void> {
    const done = await this.#removing.send(async () => {
      await this.desk.client.session.removePasskey(passkey.id);
      return true;
    });
    if (!done) return;
    this.#leaving.close();
    this.desk.say(this.t('passkeys.removed', { name: this.#name(passkey) }));
    this.#passkeys.reload();
  }
}
