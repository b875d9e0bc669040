import { html, nothing, svg, type TemplateResult } from 'lit';
import { badge, day, section, span, type Tone } from '../parts.ts';
import { dataTable, blank } from '../table.ts';
import type { Context, FieldsOf, Published } from '../types.ts';

const STATES = ['done', 'running', 'planned', 'stopped'] as const;
const tones: Record<(typeof STATES)[number], Tone> = { done: 'good', running: '', planned: '', stopped: 'warn' };

export function plan({ fields, title }: Published<'plan'>, ctx: Context): TemplateResult {
  const { t } = ctx;
  type Item = FieldsOf<'plan'>['items'][number];
  const late = (item: Item) => item.dueOn !== undefined && item.dueOn < ctx.today && (item.state === 'planned' || item.state === 'running');
  return html`
    ${section(t('plan.progress'), html`<p class="muted">${span(fields.from, fields.to, ctx)}</p>${progress(fields.items, ctx)}`)}
    ${section(
      t('plan.items', { count: fields.items.length }),
      dataTable<Item>(ctx, 'plan', title, [
        { key: 'no', title: t('f.no'), value: (item) => item.no },
        { key: 'name', title: t('f.planItem'), value: (item) => item.name, cell: (item) => html`<strong>${item.name}</strong>${item.progress === undefined ? nothing : html`<span class="more small">${item.progress}</span>`}` },
        { key: 'lead', title: t('f.lead'), value: (item) => item.lead },
        { key: 'dueOn', title: t('f.dueOn'), value: (item) => item.dueOn ?? null, cell: (item) => day(item.dueOn, ctx) ?? blank(ctx) },
        { key: 'state', title: t('f.state'), value: (item) => STATES.indexOf(item.state), cell: (item) => html`${badge(t(`state.${item.state}`), tones[item.state])} ${late(item) ? badge(t('plan.late'), 'warn') : nothing}` },
      ], fields.items),
    )}
  `;
}

/** How many of the items stand where, as a bar and in words. */
function progress(items: FieldsOf<'plan'>['items'], { t }: Context): TemplateResult {
  const counts = STATES.map((state) => ({ state, count: items.filter((item) => item.state === state).length }));
  let from = 0;
  return html`<div class="progress">
    <svg class="progress-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      ${counts.map(({ state, count }) => {
        const width = (count / items.length) * 100;
        const part = svg`<rect class=${state} x=${from.toFixed(2)} y="0" width=${width.toFixed(2)} height="6"></rect>`;
        from += width;
        return count === 0 ? nothing : part;
      })}
    </svg>
    <ul class="legend">${counts.map(({ state, count }) => (count === 0 ? nothing : html`<li><span class="dot ${state}" aria-hidden="true"></span>${t(`state.${state}`)} <b>${count}</b></li>`))}</ul>
  </div>`;
}
