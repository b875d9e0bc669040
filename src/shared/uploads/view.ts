import { isSunlitError } from '@sunlit/client/reader';
import { css, html, nothing, type TemplateResult } from 'lit';
import { contentIcons } from '../content-icons.ts';
import { formatNumber } from '../format.ts';
import { prepare, translator, type Language } from '../i18n.ts';
import { icons } from '../icons.ts';
import { strings, type UploadsKey } from './strings/index.ts';
import { LARGEST_FILE, MOST_FILES, type Purpose, type Upload, type Uploads } from './uploads.ts';

interface Choosing {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly purpose: Purpose;
  readonly accept?: string;
  /** The id of what says what is wrong. */
  readonly described?: string | undefined;
}

/** A field to choose files with. Its button is a label, so that the words are ours and the dialog the system's. */
export function chooser(uploads: Uploads, language: Language, { id, label, hint, purpose, accept, described }: Choosing): TemplateResult {
  const t = say(language);
  const choose = (event: Event) => {
    const input = event.target as HTMLInputElement;
    uploads.add(input.files ?? [], purpose);
    input.value = ''; // the same file can be chosen again after it was taken out
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    uploads.add(event.dataTransfer?.files ?? [], purpose);
  };
  return html`<div class="chooser" @dragover=${(event: Event) => event.preventDefault()} @drop=${drop}>
    <span class="label" id="${id}-label">${label}</span>
    <span class="hint" id="${id}-hint">${hint ? html`${hint} ` : nothing}${t('limits', { n: MOST_FILES, size: LARGEST_FILE / 1024 / 1024 })}</span>
    <input class="file-input" type="file" multiple id=${id} aria-labelledby="${id}-label ${id}-button" aria-describedby="${id}-hint ${described ?? ''}" aria-invalid=${described ? 'true' : 'false'}
      accept=${accept ?? nothing} @change=${choose} />
    <label class="button" for=${id} id="${id}-button">${contentIcons.link}${t('choose')}</label>
  </div>`;
}

/** Files with their progress, and what can be done with each. */
export function uploadList(uploads: Uploads, language: Language): TemplateResult | typeof nothing {
  const t = say(language);
  if (uploads.all.length === 0 && uploads.refused.length === 0) return nothing;
  return html`<div class="uploads" part="uploads">
    ${uploads.refused.length > 0 ? html`<div class="notice warn" role="alert">${icons.warning}<ul>${uploads.refused.map(({ name, because }) => html`<li>${t(`refused.${because}`, { name, n: MOST_FILES, size: LARGEST_FILE / 1024 / 1024 })}</li>`)}</ul></div>` : nothing}
    <ul>${uploads.all.map((upload) => row(upload, uploads, language))}</ul>
    <p class="hidden-text" role="status">${uploads.all.length > 0 && uploads.all.every(({ progress }) => progress.state === 'sent') ? t('all-sent') : nothing}</p>
  </div>`;
}

function row(upload: Upload, uploads: Uploads, language: Language): TemplateResult {
  const t = say(language);
  const { id, file: { name, size }, purpose, progress } = upload;
  const act = (what: UploadsKey, does: () => void) => html`<button class="button quiet" type="button" aria-label=${t(`${what}.name` as UploadsKey, { name })} @click=${does}>${t(what)}</button>`;
  const said = () => {
    switch (progress.state) {
      case 'chosen': return nothing;
      case 'sending': return html`<progress max="1" value=${progress.part} aria-label=${t('progress', { name })}></progress><span class="small">${t('sending', { percent: Math.round(progress.part * 100) })}</span>`;
      case 'sent': return html`<span class="badge good">${t('sent')}</span>`;
      case 'failed': return html`<span class="small wrong">${icons.warning} ${t(reason(progress.error))}</span>`;
      default: return html`<span class="small muted">${t(progress.state)}</span>`;
    }
  };
  return html`<li>
    <span class="name">${icons.document}<span><bdi>${name}</bdi> <span class="small muted">${sizeOf(size, language)}${purpose === 'identity' ? ` · ${t('identity')}` : ''}</span></span></span>
    <span class="said">${said()}</span>
    ${progress.state === 'chosen' ? act('remove', () => uploads.remove(id))
      : progress.state === 'waiting' || progress.state === 'sending' ? act('cancel', () => uploads.cancel(id))
        : progress.state === 'failed' || progress.state === 'cancelled' ? act('retry', () => uploads.retry(id)) : nothing}
  </li>`;
}

function reason(error: unknown): UploadsKey {
  const code = isSunlitError(error) ? error.code : '';
  switch (code) {
    case 'network': case 'offline': case 'timeout': return 'failed.network';
    case 'too-large': return 'failed.large';
    case 'unsupported-media-type': return 'failed.type';
    case 'not-possible': return 'failed.closed';
    default: return 'failed.server';
  }
}

export function sizeOf(bytes: number, language: Language): string {
  const [value, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : [bytes / 1024 / 1024, 'MB'];
  return `${formatNumber(value, language, { maximumFractionDigits: 1 })} ${unit}`;
}

/** Makes the strings ready; `changed` is called when a language came. */
export function prepareUploads(language: Language, changed: () => void): void {
  void prepare(strings, language)?.then(changed, () => undefined);
}

const say = (language: Language) => translator(strings, language);

export const uploadStyles = css`
  .chooser {
    display: grid;
    gap: 0.35em;
    justify-items: start;
    padding: 1em;
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
  }
  .file-input {
    position: absolute;
    opacity: 0;
    width: 1px;
    height: 1px;
  }
  .file-input:focus-visible + .button {
    outline: var(--_ring) solid var(--_focus);
    outline-offset: 2px;
  }
  .uploads > * + * {
    margin-top: 0.75em;
  }
  .uploads ul > li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 1em;
    padding: 0.4em 0;
    min-height: var(--_target);
  }
  .uploads li + li {
    border-top: 1px solid var(--_line);
  }
  .uploads .name {
    display: flex;
    gap: 0.6em;
    flex: 1 1 14em;
    min-width: 0;
  }
  .uploads .said {
    display: flex;
    align-items: center;
    gap: 0.6em;
  }
  .uploads progress {
    width: 8em;
    accent-color: var(--_accent);
  }
`;
