import type { Submission } from '@sunlit/client/outbox';
import type { Receipt } from '@sunlit/client/requests';
import { css, html, nothing, render, type TemplateResult } from 'lit';
import { printAlone } from '../disclosure/print.ts';
import { contentIcons } from '../shared/content-icons.ts';
import { formatDay, formatMoment } from '../shared/format.ts';
import type { Language, Translate } from '../shared/i18n.ts';
import { icons } from '../shared/icons.ts';
import type { RequestKey } from './strings/index.ts';

interface Sent {
  readonly t: Translate<RequestKey>;
  readonly language: Language;
  readonly receipt: Receipt;
  /** The page on which the request is followed; in the address the number stands, and never the secret. */
  readonly href: string | undefined;
  readonly qr: unknown;
  readonly copied: 'yes' | 'no' | undefined;
  readonly kept: boolean;
  readonly oral: boolean;
  /** The next person at this screen is somebody else: nothing goes to its clipboard, and no window opens. */
  readonly shared: boolean;
  readonly uploads: unknown;
  readonly copy: () => void;
  readonly print: () => void;
  readonly keep: (kept: boolean) => void;
  readonly again: () => void;
}

/** The address of the tracking page with the number of a request. */
export function trackAddress(template: string | undefined, receiptNo: string): string | undefined {
  if (!template) return undefined;
  try {
    const url = new URL(template.split('{receiptNo}').join(receiptNo), document.baseURI);
    if (!template.includes('{receiptNo}')) url.searchParams.set('sunlit-receipt', receiptNo);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** The server has it: what to keep, and what happens now. */
export function sentScreen({ t, language, receipt, href, qr, copied, kept, oral, shared, uploads, copy, print, keep, again }: Sent): TemplateResult {
  const { receiptNo, secret, agency, submittedAt, receivedOn } = receipt;
  return html`
    <p class="lead">${t('sent.lead', { agency: agency.name, time: formatMoment(submittedAt, language) })}</p>
    <section class="receipt" part="receipt" aria-label=${t('receipt')}>
      <dl>
        <div><dt>${t('receiptNo')}</dt><dd class="code">${receiptNo}</dd></div>
        <div><dt>${t('secret')}</dt><dd class="code secret">${secret}</dd></div>
      </dl>
      ${qr && href ? html`<div class="qr-card">${qr}<p class="small">${t('qr.text')}</p></div>` : nothing}
      <p class="keep">${icons.warning}<span>${t(oral ? 'sent.keep.oral' : 'sent.keep')}</span></p>
    </section>
    <div class="actions">
      ${shared ? nothing : html`<button class="button" type="button" data-action="copy" @click=${copy}>${contentIcons.link}${t('copy')}</button>`}
      ${typeof globalThis.print === 'function' ? html`<button class="button" type="button" data-action="print" @click=${print}>${contentIcons.print}${t('print')}</button>` : nothing}
      ${href && !shared ? html`<a class="button" href=${href} target="_blank" rel="noopener">${icons.search}${t('track')}</a>` : nothing}
    </div>
    <p class="small" role="status">${copied === 'yes' ? html`${contentIcons.tick} ${t('copied')}` : copied === 'no' ? t('copied.not') : nothing}</p>
    ${uploads}
    <label class="choice"><input type="checkbox" id="kept" .checked=${kept} @change=${(event: Event) => keep((event.target as HTMLInputElement).checked)} /><span>${t(oral ? 'kept.oral' : 'kept')}</span></label>
    <section class="part law">
      <h3>${t(receivedOn ? 'received.title' : 'submitted.title')}</h3>
      <p>${receivedOn ? t('received.text', { day: formatDay(receivedOn, language) }) : t('submitted.text')}</p>
    </section>
    <p><button class="button quiet" type="button" @click=${again}>${t('again')}</button></p>`;
}

interface HeldBack {
  readonly t: Translate<RequestKey>;
  readonly submission: Submission;
  readonly shared: boolean;
  readonly print: () => void;
}

/** What waits, and with what it is asked for later. Nothing here says that a server has it before one has. */
export function keptScreen({ t, submission: { reference, filesLeft }, shared, print }: HeldBack): TemplateResult {
  const arrived = filesLeft !== undefined;
  return html`<p class="lead" role="status">${t(arrived ? 'held.text.arrived' : shared ? 'held.text.shared' : 'held.text')}</p>
    ${reference === undefined ? nothing : html`<section class="receipt" part="receipt" aria-label=${t('held.reference')}>
      <dl><div><dt>${t('held.reference')}</dt><dd class="code">${reference}</dd></div></dl>
      <p class="keep">${icons.warning}<span>${t('held.keep')}</span></p>
    </section>
    <div class="actions">${typeof globalThis.print === 'function' ? html`<button class="button primary" type="button" data-action="print" @click=${print}>${contentIcons.print}${t('print')}</button>` : nothing}</div>`}
    ${arrived ? nothing : html`<p class="aside">${t('held.term')}</p>`}`;
}

/** The same on paper: nothing that says who asked or what for. */
export function keptSlip({ t, language, submission: { reference, createdAt }, agency }: Pick<HeldBack, 't' | 'submission'> & { readonly language: Language; readonly agency: string }): TemplateResult {
  return html`<div class="slip">
    <h1>${t('held.slip')}</h1>
    <p>${agency}</p>
    <p>${formatMoment(createdAt, language)}</p>
    <dl><dt>${t('held.reference')}</dt><dd>${reference ?? ''}</dd></dl>
    <p>${t('held.keep')}</p>
    <p>${t('held.term')}</p>
  </div>`;
}

/** A slip for the roll of a receipt printer, and for a sheet of paper: nothing that says who asked or what for. */
export function slip({ t, language, receipt: { receiptNo, secret, agency, submittedAt, receivedOn }, href, qr }: Pick<Sent, 't' | 'language' | 'receipt' | 'href' | 'qr'>): TemplateResult {
  return html`<div class="slip">
    <h1>${t('slip.title')}</h1>
    <p>${agency.name}</p>
    <p>${formatMoment(submittedAt, language)}</p>
    <dl>
      <dt>${t('receiptNo')}</dt><dd>${receiptNo}</dd>
      <dt>${t('secret')}</dt><dd>${secret}</dd>
    </dl>
    ${href ? html`${qr}<p class="address">${href}</p>` : nothing}
    <p>${receivedOn ? t('received.text', { day: formatDay(receivedOn, language) }) : t('submitted.text')}</p>
    <p>${t('sent.keep')}</p>
  </div>`;
}

/** Fits a roll of 80 mm, and stands well at the head of a sheet of A4. */
const slipStyles = css`
  @page {
    margin: 5mm;
  }
  .slip {
    max-width: 70mm;
    font: 11pt/1.5 system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif;
    color: #000;
    overflow-wrap: anywhere;
  }
  .slip :is(h1, p, dl, dd) {
    margin: 0 0 2mm;
  }
  .slip h1 {
    font-size: 14pt;
  }
  .slip dd {
    font: bold 17pt/1.3 ui-monospace, Consolas, monospace;
    white-space: nowrap;
  }
  .slip .qr {
    width: 34mm;
    height: 34mm;
  }
  .slip .address {
    font-size: 8pt;
  }
`;

/** Prints a slip alone, whatever page it came from. */
export function printSlip(title: string, language: Language, slip: TemplateResult): Promise<void> {
  const paper = document.createElement('div');
  paper.lang = language;
  render(slip, paper);
  return printAlone(paper, title, [slipStyles.cssText]);
}
