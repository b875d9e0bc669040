import { isSunlitError, type DraftSummary } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { DeskElement } from '../frame/element.ts';
import { reasonOf } from '../frame/problem.ts';
import { CancelEvent } from '../published/form.ts';
import { deskStrings, type DeskKey } from '../strings/index.ts';

/** What can be done with several drafts. A secrecy review is not among them: each text is read on its own (Reg. 17). */
export const TOGETHER = ['submit', 'recall', 'publish', 'discard'] as const;
export type Together = (typeof TOGETHER)[number];

/** The drafts with which it worked are done with; the others are still there. */
export class TogetherEvent extends Event {
  static readonly type = 'desk-together';
  readonly failed: readonly DraftSummary[];

  constructor(failed: readonly DraftSummary[]) {
    super(TogetherEvent.type, { bubbles: true, composed: true });
    this.failed = failed;
  }
}

/**
 * @summary Takes one step with several drafts, one after the other, and says with which it did not work and why.
 */
export class DeskTogether extends DeskElement<DeskKey> {
  @property({ attribute: false }) drafts: readonly DraftSummary[] = [];
  @property({ attribute: false }) command: Together = 'submit';

  protected override readonly strings = deskStrings;

  @state() private busy = false;
  @state() private failed: readonly { readonly draft: DraftSummary; readonly reason: string }[] = [];

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('.primary')?.focus();
  }

  protected override view(): TemplateResult {
    const { t, drafts, command } = this;
    const name = t(`together.${command}`);
    const close = () => this.dispatchEvent(this.failed.length > 0 ? new TogetherEvent(this.failed.map(({ draft }) => draft)) : new CancelEvent());
    return html`<div class="form">
      <h2>${name}</h2>
      ${this.failed.length > 0
        ? html`<div class="notice bad" role="alert"><div><p>${t('drafts.together.failed', { count: this.failed.length })}</p>
            <ul>${this.failed.map(({ draft, reason }) => html`<li><bdi>${draft.title || t('untitled')}</bdi><br><span class="muted">${reason}</span></li>`)}</ul></div></div>`
        : html`<p>${t('drafts.together', { count: drafts.length, command: name })}</p><ul>${drafts.map(({ title }) => html`<li><bdi>${title || t('untitled')}</bdi></li>`)}</ul>`}
      <div class="buttons">
        <button class="button" type="button" aria-disabled=${String(this.busy)} @click=${close}>${t(this.failed.length > 0 ? 'close' : 'cancel')}</button>
        ${this.failed.length > 0 ? nothing : html`<button class="button primary" type="button" aria-disabled=${String(this.busy)} @click=${this.#perform}>${name}</button>`}
      </div>
    </div>`;
  }

  readonly #perform = async (): Promise<void> => {
    const { t, drafts, command } = this;
    if (this.busy) return;
    this.busy = true;
    const failed: (typeof this.failed)[number][] = [];
    for (const draft of drafts) {
      try {
        await this.desk.client.drafts[command](draft.id, { version: draft.version });
      } catch (error) {
        const details = isSunlitError(error) ? error.errors.map(({ detail }) => detail) : [];
        failed.push({ draft, reason: details.length > 0 ? details.join(' ') : reasonOf(t, error) });
      }
    }
    this.busy = false;
    this.failed = failed;
    if (failed.length < drafts.length) this.desk.say(t('drafts.together.done', { count: drafts.length - failed.length }));
    if (failed.length === 0) this.dispatchEvent(new TogetherEvent([]));
  };
}
