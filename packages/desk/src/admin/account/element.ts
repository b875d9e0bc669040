import { html, type TemplateResult } from 'lit';
import { SCHEMES } from '../../../../../src/shared/configuration.ts';
import { DeskPreferEvent } from '../../frame/desk.ts';
import { account } from '../../frame/shell-parts.ts';
import { AdminPage } from '../page.ts';

/**
 * @summary One's own account: language and look, password, second factor, passkeys, tokens for other programs.
 */
export class DeskAccount extends AdminPage {
  protected override view(): TemplateResult {
    const { t, say } = this;
    const part = (id: string, title: string, content: TemplateResult) => html`<section class="card" aria-labelledby=${id}><h2 id=${id}>${title}</h2>${content}</section>`;
    return html`<div class="page">
      <div class="head"><h1 tabindex="-1">${say('nav.settings')}</h1><p class="muted">${t('account.text', { name: this.me.name, post: this.me.post })}</p></div>
      ${part('looks', t('account.looks'), this.#looks())}
      ${part('password', t('account.password'), html`<desk-own-password></desk-own-password>`)}
      ${part('factor', t('account.factor'), html`<desk-two-factor></desk-two-factor>`)}
      ${part('passkeys', t('account.passkeys'), html`<desk-passkeys></desk-passkeys>`)}
      ${part('tokens', t('account.tokens'), html`<desk-tokens></desk-tokens>`)}
    </div>`;
  }

  #looks(): TemplateResult {
    const { t, say, language, scheme } = this;
    const chosen = ({ target }: Event) => this.dispatchEvent(new DeskPreferEvent({ scheme: SCHEMES.find((one) => one === (target as HTMLSelectElement).value) ?? 'auto' }));
    return html`<div class="two">
      ${account.languages(say, language, (one) => this.dispatchEvent(new DeskPreferEvent({ language: one })))}
      <label><span class="label">${say('appearance')}</span><select class="field" name="scheme" @change=${chosen}>${SCHEMES.map((one) => html`<option value=${one} .selected=${one === scheme}>${say(`appearance.${one}`)}</option>`)}</select></label>
    </div><p class="muted small">${t('account.looks.text')}</p>`;
  }
}
