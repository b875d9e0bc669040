import type { KioskCode } from '@sunlit/client/desk';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { formatMoment } from '../../../../src/shared/format.ts';
import { DoneEvent } from '../published/form.ts';
import { KioskElement } from './page.ts';

/**
 * @summary The code that registers a device, this once, large, with what is done on the device.
 */
export class DeskKioskCode extends KioskElement {
  static override styles = [KioskElement.styles, css`
    .code {
      display: flex;
      flex-wrap: wrap;
      gap: 0.1em 0.6em;
      padding: 0.5em 0.7em;
      border: 1px dashed var(--_border);
      border-radius: var(--_radius);
      background: var(--_surface);
      font: 600 clamp(1.75em, 9cqi, 3em) / 1.3 ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace;
      letter-spacing: 0.08em;
    }
    .card > .code {
      margin-top: 0.25em;
    }
    .sunlit ol {
      padding-inline-start: 1.5em;
      list-style: decimal;
    }
    ol > li + li {
      margin-top: 0.35em;
    }
  `];

  @property({ attribute: false }) made: KioskCode | undefined;
  @query('h2') private readonly heading!: HTMLElement;

  protected override firstUpdated(): void {
    // After the dialog around the form has given the focus back.
    void this.updateComplete.then(() => this.heading.focus());
  }

  protected override view(): TemplateResult | typeof nothing {
    const { t, language, made } = this;
    if (!made) return nothing;
    const { code, until, kiosk } = made;
    return html`<section class="card" aria-labelledby="title">
      <h2 id="title" tabindex="-1">${t('code.title', { name: kiosk.name })}</h2>
      <p class="code"><span>${code.slice(0, 3)}</span><span>${code.slice(3, 6)}</span><span>${code.slice(6)}</span></p>
      <p class="notice warn">${t('code.once', { time: formatMoment(until, language) })}</p>
      <ol>${(['code.step1', 'code.step2', 'code.step3', 'code.step4'] as const).map((step) => html`<li>${t(step)}</li>`)}</ol>
      <div class="buttons"><button class="button primary" type="button" @click=${() => this.dispatchEvent(new DoneEvent())}>${t('code.done')}</button></div>
    </section>`;
  }
}
