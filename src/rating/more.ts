import type { RatingReason } from '@sunlit/client/ratings';
import { html, nothing, type TemplateResult } from 'lit';
import type { Translate } from '../shared/i18n.ts';
import type { RatingKey } from './strings/index.ts';

interface More {
  readonly t: Translate<RatingKey>;
  readonly offered: readonly RatingReason[];
  readonly reasons: readonly RatingReason[];
  readonly words: string;
  readonly low: boolean;
  /** The field for words is unfolded with a tap. */
  readonly folded: boolean;
  readonly busy: boolean;
  /** What stands here is what was sent. */
  readonly sent: boolean;
  readonly choose: (reason: RatingReason) => void;
  readonly write: (words: string) => void;
  readonly send: () => void;
}

/** Why, if they like: what was tapped has been sent before, and this replaces it. */
export function more({ t, offered, reasons, words, low, folded, busy, sent, choose, write, send }: More): TemplateResult {
  const submit = (event: Event) => {
    event.preventDefault();
    send();
  };
  const field = html`<span class="hint" id="words-hint">${t('words.hint')}</span>
      <textarea class="field" id="words" rows="3" maxlength="500" autocomplete="off" spellcheck="false" aria-label=${t('words')} aria-describedby="words-hint" .value=${words} @input=${(event: Event) => write((event.target as HTMLTextAreaElement).value)}></textarea>`;
  return html`<form class="more" novalidate @submit=${submit}>
    <fieldset class="row"><legend class="label">${t(low ? 'why.low' : 'why')} <span class="optional">${t('optional')}</span></legend>
      <div class="reasons">${offered.map((reason) => html`<button class="button reason" type="button" aria-pressed=${reasons.includes(reason)} @click=${() => choose(reason)}>${t(`reason.${reason}`)}</button>`)}</div></fieldset>
    ${folded ? html`<details><summary class="button">${t('words')}</summary><div class="row">${field}</div></details>` : html`<div class="row"><label class="label" for="words">${t('words')} <span class="optional">${t('optional')}</span></label>${field}</div>`}
    <div class="actions"><button class="button primary" type="submit" ?disabled=${busy || sent}>${t(busy ? 'sending' : 'send')}</button>${sent && (reasons.length > 0 || words !== '') ? html`<span class="small muted">${t('more.received')}</span>` : nothing}</div>
  </form>`;
}

/** Without what the server refuses in a text: control characters and those that turn the direction of reading. */
export const tidy = (words: string): string => words.replace(/(?![\n\t])[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').trim();
