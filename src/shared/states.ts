import { isSunlitError } from '@sunlit/client/reader';
import { html, nothing, type TemplateResult } from 'lit';
import { formatMoment } from './format.ts';
import type { Language, SharedKey, Translate } from './i18n.ts';
import { icons } from './icons.ts';

type Say = Translate<SharedKey>;

/** What went wrong in the reader's words; the reason itself goes to whoever runs the page, by event and console. */
function reason(error: unknown): SharedKey {
  if (!isSunlitError(error)) return 'error.unknown';
  switch (error.code) {
    case 'invalid-base-url': return 'error.address';
    case 'unexpected-answer': return 'error.answer';
    case 'network': case 'offline': return 'error.network';
    case 'timeout': return 'error.slow';
    case 'not-found': return 'error.gone';
    case 'too-many-requests': return 'error.busy';
    case 'invalid-input': case 'invalid-cursor': return 'error.input';
    default: return 'error.server';
  }
}

/** The error state: what happened, what is safe, what to do next. */
export function failed(t: Say, error: unknown, retry: () => void): TemplateResult {
  const requestId = isSunlitError(error) ? error.requestId : undefined;
  return html`<div class="notice bad" role="alert" part="error">
    ${icons.warning}
    <div>
      <p>${t(reason(error))}</p>
      ${requestId ? html`<p class="small muted">${t('error.reference', { id: requestId })}</p>` : nothing}
      <button class="button" type="button" @click=${retry}>${t('retry')}</button>
    </div>
  </div>`;
}

/** The offline state above content kept on the device: as of when it is. */
export function offline(t: Say, language: Language, asOf: string | undefined, retry: () => void): TemplateResult | typeof nothing {
  if (asOf === undefined) return nothing;
  return html`<div class="notice warn" role="status" part="offline">
    ${icons.offline}
    <div>
      <p>${t('offline', { time: formatMoment(asOf, language) })}</p>
      <button class="button" type="button" @click=${retry}>${t('retry')}</button>
    </div>
  </div>`;
}

/** Grey bars in the size of what is coming, so that nothing moves when it comes. */
export function skeleton(t: Say, rows: number, row: TemplateResult): TemplateResult {
  return html`<div part="loading" aria-busy="true"><span class="hidden-text" role="status">${t('loading')}</span>${[...Array(rows)].map(() => row)}</div>`;
}
