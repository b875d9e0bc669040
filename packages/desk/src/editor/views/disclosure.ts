import { html, nothing, type TemplateResult } from 'lit';
import type { SunlitSearchEvent, SunlitSelectEvent } from '../../../../../src/shared/events.ts';
import { icons } from '../../../../../src/shared/icons.ts';
import type { Bench } from '../bench.ts';
import type { FieldWith } from '../form.ts';
import { idOf } from '../pointer.ts';
import { problemLine } from './field.ts';

type DisclosureField = Extract<FieldWith<'disclosure'>, { input: 'disclosure' }>;

/** A published disclosure, found by its title as the public finds it. */
export function disclosure(bench: Bench, pointer: string, label: string, field: DisclosureField): TemplateResult {
  const { t, setting } = bench;
  const id = idOf(pointer);
  const value = bench.get(pointer);
  const chosen = typeof value === 'string' ? value : undefined;
  const finding = bench.memo<string>('finding') === pointer; // one search box at a time
  const choose = (event: SunlitSelectEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    if (event.subject.type !== 'disclosure') return;
    bench.set(pointer, event.subject.id);
    bench.keep('finding', undefined);
    const title = field.titled === undefined ? undefined : `${pointer.slice(0, pointer.lastIndexOf('/'))}/${field.titled}`;
    if (title !== undefined && !bench.get(title)) bench.set(title, event.subject.title.slice(0, 200));
    bench.focus(`${id}-clear`);
  };
  const stay = (event: SunlitSearchEvent): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  return html`<div class="row disclosure ${bench.found(pointer) ? 'wrong' : ''}" role="group" aria-labelledby="${id}-label" id=${id} tabindex="-1">
    <span class="label" id="${id}-label">${label}${field.optional ? html` <span class="muted small">${t('optional')}</span>` : nothing}</span>
    ${chosen === undefined && !finding
      ? html`<button class="button" type="button" id="${id}-find" @click=${() => { bench.keep('finding', pointer); bench.focus(`${id}-search`); }}>${icons.search}${t('disclosure.choose')}</button>`
      : chosen === undefined
      ? html`<sunlit-search id="${id}-search" api=${setting.api} theme=${setting.theme ?? nothing} scheme=${setting.scheme ?? nothing} placeholder=${t('disclosure.find')}
          @sunlit-select=${choose} @sunlit-search=${stay} @sunlit-ready=${(event: Event) => event.stopPropagation()}></sunlit-search>`
      : html`<p class="chosen"><bdi>${bench.reference(chosen)?.title ?? chosen}</bdi>
          <button class="button quiet" type="button" id="${id}-clear" @click=${() => { bench.set(pointer, undefined); bench.keep('finding', pointer); bench.focus(`${id}-search`); }}>${t('disclosure.other')}</button></p>`}
    ${problemLine(bench, pointer)}
  </div>`;
}
