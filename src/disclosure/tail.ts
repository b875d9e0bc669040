import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../shared/format.ts';
import { day, outward, reference, section } from './parts.ts';
import type { Attachment, Context, PublishedDisclosure } from './types.ts';

/** What comes with a disclosure: its files, what it rests on, where else it was made public. */
export function tail(item: PublishedDisclosure, ctx: Context, addressOf: (name: string) => string | undefined): TemplateResult {
  const { t } = ctx;
  return html`
    ${item.attachments.length === 0 ? nothing : section(t('attachments'), html`<ul class="files">${item.attachments.map((file) => html`<li>${attachment(file, addressOf(file.name), ctx)}</li>`)}</ul>`)}
    ${item.basis.length === 0
      ? nothing
      : section(
          t('basis'),
          html`<ul class="bullets">${item.basis.map((one) => html`<li>${one.disclosureId === undefined ? outward(one.title, one.url, ctx) : reference({ id: one.disclosureId, title: one.title }, ctx)}${one.article === undefined ? nothing : html` <span class="muted">${one.article}</span>`}</li>`)}</ul>`,
        )}
    ${item.channels.length === 0
      ? nothing
      : section(
          t('channels'),
          html`<ul class="channels">${item.channels.map((one) => html`<li><strong>${t(`carrier.${one.carrier}`)}</strong> <span class="muted">${day(one.on, ctx)}</span>${one.place === undefined ? nothing : html`<span>${one.place}</span>`}${one.quantity === undefined ? nothing : html`<span>${one.quantity}</span>`}</li>`)}</ul>`,
        )}
  `;
}

const download = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 4v11M7 10.5l5 5 5-5M5 20h14"></path></svg>`;

const KINDS: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF', 'application/msword': 'DOC', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.ms-excel': 'XLS', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX', 'application/vnd.ms-powerpoint': 'PPT',
  'application/ofd': 'OFD', 'application/zip': 'ZIP', 'application/json': 'JSON', 'text/plain': 'TXT', 'text/csv': 'CSV', 'text/markdown': 'MD', 'image/jpeg': 'JPG', 'image/png': 'PNG',
};

function attachment(file: Attachment, address: string | undefined, ctx: Context): TemplateResult {
  const type = KINDS[file.mediaType] ?? file.mediaType.slice(file.mediaType.indexOf('/') + 1).toUpperCase();
  const content = html`<span class="file-type" aria-hidden="true">${type.slice(0, 4)}</span>
    <span class="file-name"><bdi>${file.name}</bdi><span class="muted small">${type} · ${size(file.size, ctx)}</span></span>`;
  return address === undefined ? html`<span class="file">${content}</span>` : html`<a class="file" href=${address} download=${file.name} rel="noopener">${content}${download}</a>`;
}

/** A size as people say it. */
export function size(bytes: number, { language }: Pick<Context, 'language'>): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  let at = 0;
  let value = bytes;
  while (value >= 1000 && at < units.length - 1) {
    value /= 1024;
    at += 1;
  }
  return `${formatNumber(value, language, { maximumFractionDigits: value < 10 && at > 0 ? 1 : 0 })} ${units[at] ?? ''}`;
}
