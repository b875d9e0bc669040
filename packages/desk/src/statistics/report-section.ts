import type { ReportDraft, ReportFigure } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { formatNumber } from '../../../../src/shared/format.ts';
import { icons } from '../../../../src/shared/icons.ts';
import { Dialog } from '../frame/dialog.ts';
import type { FigureChosenEvent } from './figure-choice.ts';
import { StatisticElement } from './page.ts';
import { referencesIn } from './references.ts';

/** As much as the server takes of one section. */
const LONGEST = 20_000;

/** What is typed in a section, or what was chosen between two texts of it. */
export class SectionEvent extends Event {
  static readonly type = 'desk-section';
  readonly change: { readonly text: string } | { readonly take: 'mine' | 'theirs' | 'both' };

  constructor(change: SectionEvent['change']) {
    super(SectionEvent.type);
    this.change = change;
  }
}

/**
 * @summary One section of a report: its text, figures put in by reference where the caret is, and what each of them stands for.
 */
export class DeskReportSection extends StatisticElement {
  @property({ attribute: false }) section: ReportDraft['sections'][number] | undefined;
  @property() text = '';
  @property({ attribute: false }) figures: ReadonlyMap<string, ReportFigure> = new Map();
  /** What somebody else saved in this section meanwhile. */
  @property({ attribute: false }) theirs: string | undefined;
  @property({ type: Boolean }) writes = false;

  @query('textarea') private readonly area!: HTMLTextAreaElement | null;
  readonly #choosing = new Dialog<true>(this, 'dialog');

  override focus(): void {
    this.area?.focus();
  }

  protected override view(): TemplateResult | typeof nothing {
    const { t, section, text, theirs, writes } = this;
    if (!section) return nothing;
    const { title } = section;
    const long = text.length > LONGEST;
    return html`<section class="card section" aria-labelledby="title">
      <div class="head"><h2 id="title">${title}</h2>
        ${writes ? html`<button class="button" type="button" aria-label=${t('section.insert.of', { title })} @click=${() => this.#choosing.open(true)}>${t('section.insert')}</button>` : nothing}</div>
      ${theirs === undefined ? nothing : this.#conflict(title, theirs)}
      ${writes ? html`<textarea class="field body" rows="8" aria-labelledby="title" aria-describedby="long figures" aria-invalid=${String(long)} .value=${live(text)} @input=${this.#typed}></textarea>
        <p class="wrong" id="long" role="alert">${long ? t('section.long', { most: formatNumber(LONGEST, this.language), count: formatNumber(text.length, this.language) }) : nothing}</p>` : html`<p class="said">${text}</p>`}
      ${this.#references(title)}
      <dialog aria-labelledby="picker" @close=${this.#choosing.close}>${this.#choosing.subject ? html`
        <div class="head"><h2 id="picker">${t('picker.title')}</h2><button class="button quiet" type="button" aria-label=${t('close')} @click=${this.#choosing.close}>${icons.close}</button></div>
        <desk-figure-choice .figures=${[...this.figures.values()]} @desk-figure-chosen=${this.#insert}></desk-figure-choice>` : nothing}</dialog>
    </section>`;
  }

  #references(title: string): TemplateResult | typeof nothing {
    const { t } = this;
    const references = referencesIn(this.text, this.figures);
    if (references.length === 0) return nothing;
    return html`<ul class="references" id="figures" aria-label=${t('section.figures', { title })}>${references.map(({ ref, figure, lastYear, value }) => html`<li class=${value === undefined ? 'unknown' : ''}>
      ${value === undefined ? html`${icons.warning} <code>${ref || '{{}}'}</code> ` : nothing}${figure ? html`<span>${lastYear ? t('section.last', { label: figure.label }) : figure.label}</span> ` : nothing}${value === undefined ? t(figure ? 'section.valueless' : 'section.unknown') : html`<strong>${value}</strong>`}</li>`)}</ul>`;
  }

  #conflict(title: string, theirs: string): TemplateResult {
    const { t } = this;
    const take = (which: 'mine' | 'theirs' | 'both') => () => this.dispatchEvent(new SectionEvent({ take: which }));
    return html`<div class="notice warn" role="group" aria-label="${title}，${t('conflict.part')}"><div class="both"><p class="label">${t('conflict.part')}</p><p class="said other" tabindex="0" role="region" aria-label=${t('conflict.part')}>${theirs}</p>
      <div class="buttons">${(['theirs', 'both', 'mine'] as const).map((which) => html`<button class="button" type="button" data-take=${which} @click=${take(which)}>${t(`conflict.${which}`)}</button>`)}</div></div></div>`;
  }

  readonly #typed = ({ target }: Event): void => {
    this.dispatchEvent(new SectionEvent({ text: (target as HTMLTextAreaElement).value }));
  };

  /** Where the caret was before the choice was opened. */
  readonly #insert = async ({ ref }: FigureChosenEvent): Promise<void> => {
    this.#choosing.close();
    await this.updateComplete;
    const { area } = this;
    if (!area) return;
    area.focus();
    const text = `{{${ref}}}`;
    // As if typed, so that undo of the browser takes it back; where it refuses, set it.
    if (!document.execCommand('insertText', false, text)) area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
    this.dispatchEvent(new SectionEvent({ text: area.value }));
  };
}
