import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../../../../src/shared/format.ts';
import { icons } from '../../../../../src/shared/icons.ts';
import type { Bench } from '../bench.ts';
import { deskIcons } from '../icons.ts';
import { idOf, isRecord } from '../pointer.ts';
import { freeName, refusalOf } from '../uploads.ts';
import { problemLine } from './field.ts';
import { entryActs, rowsAt } from './list.ts';

/** Files: chosen or dropped, sent with progress, shown with what the server warns of. */
export function attachments(bench: Bench, pointer: string, label: string): TemplateResult {
  const { t, uploads, language } = bench;
  const id = idOf(pointer);
  const rows = rowsAt(bench, pointer, label);
  const size = (bytes: number): string => `${formatNumber(bytes / 1024, language, { maximumFractionDigits: bytes < 102_400 ? 1 : 0 })} KB`;
  const send = (files: FileList | null | undefined): void => {
    const taken = [...rows.all.flatMap((file) => (isRecord(file) ? [String(file.name)] : [])), ...uploads.running.map(({ name }) => name)];
    for (const file of files ?? []) {
      const name = freeName(file.name.normalize('NFC').slice(-180), taken);
      taken.push(name);
      uploads.start(file, name);
    }
  };
  const choose = (event: Event): void => {
    if (!(event.target instanceof HTMLInputElement)) return;
    send(event.target.files);
    event.target.value = '';
  };
  return html`<div class="attachments" id=${id} tabindex="-1">
    ${problemLine(bench, pointer)}
    ${rows.all.length === 0 ? html`<p class="muted">${t('files.none')}</p>` : html`<ul class="entries">
      ${rows.all.map((file, index) => {
        if (!isRecord(file)) return nothing;
        const answer = uploads.answered(String(file.sha256));
        return html`<li class="entry">
          <div class="entry-line"><span class="file"><bdi>${file.name}</bdi> <span class="muted small">${size(Number(file.size))}</span></span>${entryActs(rows, index)}</div>
          ${answer && answer.removed.length > 0 ? html`<p class="small muted">${t('files.removed', { count: answer.removed.length })}</p>` : nothing}
          ${answer?.warnings.map(({ detail }) => html`<p class="notice warn small">${icons.warning}<span>${detail}</span></p>`) ?? nothing}
          ${problemLine(bench, `${pointer}/${String(index)}`)}
        </li>`;
      })}
    </ul>`}
    ${uploads.running.map((upload) => html`<div class="upload" role="group" aria-label=${upload.name}>
      <p><bdi>${upload.name}</bdi> <span class="muted small">${size(upload.size)}</span></p>
      ${upload.state.state === 'running'
        ? html`<progress max="1" .value=${upload.state.part} aria-label=${t('files.sending', { name: upload.name })}></progress>`
        : html`<p class="problem small" role="alert">${icons.warning}<span>${refusalOf(upload.state.error) ?? t('files.failed')}</span></p>`}
      <button class="button quiet" type="button" @click=${upload.stop}>${upload.state.state === 'running' ? t('files.cancel') : t('close')}</button>
    </div>`)}
    <div class="drop" @dragover=${(event: DragEvent) => event.preventDefault()} @drop=${(event: DragEvent) => { event.preventDefault(); send(event.dataTransfer?.files); }}>
      <label class="button" for="${id}-choose">${deskIcons.add}${t('files.add')}</label>
      <input class="hidden-text" type="file" multiple id="${id}-choose" @change=${choose} />
      <span class="muted small">${t('files.drop')}</span>
    </div>
  </div>`;
}
