import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../../../../../src/shared/icons.ts';
import type { Bench } from '../bench.ts';
import type { Found } from '../checks.ts';
import { groupsOf, type GroupName } from '../forms.ts';
import type { DisclosureKind } from '../types.ts';
import { pathOf } from '../words.ts';

/** Which group of the form a pointer lies in. */
export function groupOf(kind: DisclosureKind, pointer: string): GroupName | undefined {
  return groupsOf(kind, { amends: true }).find(({ fields }) => fields.some((one) => pointer === one.pointer || pointer.startsWith(`${one.pointer}/`)))?.name;
}

/** All that is missing or wrong, each a way to its field. Open when somebody asked for it, or tried to submit. */
export function summary(bench: Bench, kind: DisclosureKind, all: readonly Found[], open: boolean, go: (pointer: string) => void, toggled: (open: boolean) => void): TemplateResult | typeof nothing {
  const { t } = bench;
  if (all.length === 0) return html`<p class="summary good" role="status" id="summary" tabindex="-1">${t('summary.none')}</p>`;
  const wrong = all.filter(({ missing }) => !missing).length;
  return html`<details class="summary ${wrong > 0 ? 'bad' : ''}" id="summary" .open=${open} @toggle=${(event: Event) => toggled(event.currentTarget instanceof HTMLDetailsElement && event.currentTarget.open)}>
    <summary>${icons.warning}<span>${wrong > 0 ? t('summary.wrong', { count: all.length, wrong }) : t('summary.missing', { count: all.length })}</span></summary>
    <ol>${all.slice(0, 40).map((found) => html`<li><button class="jump" type="button" @click=${() => go(found.pointer)}><strong>${pathOf(kind, found.pointer, bench)}</strong> ${'text' in found.say ? found.say.text : t(found.say.key, found.say.values)}</button></li>`)}</ol>
    ${all.length > 40 ? html`<p class="muted small">${t('summary.more', { count: all.length - 40 })}</p>` : nothing}
  </details>`;
}
