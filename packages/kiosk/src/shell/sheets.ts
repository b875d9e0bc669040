import type { Submission } from '@sunlit/client/outbox';
import { html, nothing, type TemplateResult } from 'lit';
import { qr } from '../../../../src/disclosure/qr.ts';
import type { Language } from '../../../../src/shared/i18n.ts';
import type { Say } from '../strings/index.ts';
import { kioskIcons } from './icons.ts';

/** What lies over the screen until it is answered. */
export type Sheet =
  | { readonly is: 'language' }
  /** A link that leads away from the screen, or a number that it cannot call. */
  | { readonly is: 'link'; readonly href: string }
  /** What somebody sent waits on this device. */
  | { readonly is: 'kept'; readonly submission: Submission; readonly printed: boolean }
  /** They are about to leave what they write; `leave` does. */
  | { readonly is: 'written'; readonly leave: () => void };

interface SheetActs {
  readonly close: () => void;
  readonly speak: (language: Language) => void;
  readonly print: (submission: Submission) => void;
  readonly exchange: (reference: string) => void;
}

const NAMES: readonly (readonly [Language, string])[] = [['zh-CN', '简体中文'], ['zh-Hant', '繁體中文'], ['en', 'English']];

export function sheetContent(t: Say, sheet: Sheet, printing: boolean, acts: SheetActs): TemplateResult {
  const close = (text: string, primary = false) => html`<button class="button ${primary ? 'primary' : ''}" type="button" data-action="close" @click=${acts.close}>${text}</button>`;
  switch (sheet.is) {
    case 'language': return html`<h2 id="sheet">${t('language.title')}</h2>
      <div class="buttons">${NAMES.map(([language, name]) => html`<button class="button" type="button" lang=${language} @click=${() => acts.speak(language)}>${name}</button>`)}${close(t('close'))}</div>`;
    case 'link': {
      const [number] = /(?<=^tel:).+/.exec(sheet.href) ?? [];
      if (number !== undefined) return html`<h2 id="sheet">${t('calling.title')}</h2><p class="title">${number}</p><p>${t('calling.text')}</p>${qr(sheet.href, t('calling.qr'))}<div class="buttons">${close(t('close'), true)}</div>`;
      return html`<h2 id="sheet">${t('leaving.title')}</h2><p>${t('leaving.text')}</p>${qr(sheet.href, t('leaving.qr'))}<div class="buttons">${close(t('close'), true)}</div>`;
    }
    case 'written': return html`<h2 id="sheet">${t('written.title')}</h2><p>${t('written.text')}</p>
      <div class="buttons">${close(t('written.stay'), true)}<button class="button" type="button" data-action="leave" @click=${sheet.leave}>${t('written.leave')}</button></div>`;
    case 'kept': {
      const { reference, operation } = sheet.submission;
      return html`<h2 id="sheet">${t('kept.title')}</h2><p class="muted">${t(`kept.what.${operation}`)}</p><p>${t('kept.text')}</p>
        ${reference === undefined ? nothing : html`<p>${t('kept.reference')}</p><output class="reference">${reference}</output><p class="small">${t('kept.how')}</p>`}
        <div class="buttons">
          ${reference !== undefined && printing ? html`${sheet.printed ? html`<p role="status">${t('printed')}</p>` : nothing}<button class="button primary" type="button" data-action="print" @click=${() => acts.print(sheet.submission)}>${kioskIcons.print}${t('kept.print')}</button>` : nothing}
          ${reference === undefined ? nothing : html`<button class="button" type="button" data-action="exchange" @click=${() => acts.exchange(reference)}>${kioskIcons.code}${t('exchange.go')}</button>`}
          ${close(t('kept.done'))}
        </div>`;
    }
  }
}
