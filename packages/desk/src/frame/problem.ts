import { isSunlitError } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../../../../src/shared/icons.ts';
import type { Translate } from '../../../../src/shared/i18n.ts';

/** The words that all pages share. */
type Say = Translate<never>;

/** What went wrong, in the person's words: those of the server where it answered, since it knows the record. */
export function reasonOf(t: Say, error: unknown): string {
  if (!isSunlitError(error)) return t('error.unknown');
  if (error.requestId !== undefined && error.code !== 'internal') return error.hint;
  switch (error.code) {
    case 'network': case 'offline': return t('error.network');
    case 'timeout': return t('error.slow');
    case 'unexpected-answer': return t('error.answer');
    default: return t('error.server');
  }
}

/** What went wrong, what exactly where the server said it, and the number to name when asking for help. */
export function problem(t: Say, error: unknown, retry?: () => void): TemplateResult {
  const { errors = [], requestId } = isSunlitError(error) ? error : {};
  return html`<div class="notice bad" role="alert">
    ${icons.warning}
    <div>
      <p>${reasonOf(t, error)}</p>
      ${errors.length > 0 ? html`<ul>${errors.map(({ detail }) => html`<li>${detail}</li>`)}</ul>` : nothing}
      ${requestId === undefined ? nothing : html`<p class="small muted">${t('error.reference', { id: requestId })}</p>`}
      ${retry ? html`<button class="button" type="button" @click=${retry}>${t('retry')}</button>` : nothing}
    </div>
  </div>`;
}
