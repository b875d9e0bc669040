import { html, nothing, type TemplateResult } from 'lit';
import { day, facts, outward, section } from '../parts.ts';
import type { Context, FieldsOf, Published } from '../types.ts';

export function meeting({ fields }: Published<'meeting'>, ctx: Context): TemplateResult {
  const { t } = ctx;
  return html`
    ${facts([
      [t('f.type'), t(`meeting.type.${fields.type}`)],
      [t('f.subject'), fields.subject],
      [t('f.heldOn'), day(fields.heldOn, ctx)],
      [t('f.place'), fields.place],
      [t('f.liveUrl'), fields.liveUrl === undefined ? undefined : outward(t('meeting.watch'), fields.liveUrl, ctx)],
    ])}
    ${fields.outcome === undefined ? nothing : section(t('meeting.outcome'), html`<p class="quoted">${fields.outcome}</p>`)}
    ${fields.roles.length === 0 ? nothing : section(t('meeting.roles', { count: fields.roles.reduce((sum, { count }) => sum + count, 0) }), roles(fields.roles, ctx))}
    ${fields.selection === undefined ? nothing : section(t('f.selection'), html`<p>${fields.selection}</p>`)}
    ${fields.agenda.length === 0 ? nothing : section(t('meeting.agenda'), html`<ol class="numbered">${fields.agenda.map((point) => html`<li>${point}</li>`)}</ol>`)}
  `;
}

/** Who took part, by role; groups within a role say whom people spoke for. */
function roles(all: FieldsOf<'meeting'>['roles'], { t }: Context): TemplateResult {
  const byRole = new Map<string, typeof all>();
  for (const one of all) byRole.set(one.role, [...(byRole.get(one.role) ?? []), one]);
  return html`<ul class="cards roles">
    ${[...byRole].map(
      ([role, groups]) => html`<li class="card">
        <h4>${role} <span class="total">${t('people', { count: groups.reduce((sum, { count }) => sum + count, 0) })}</span></h4>
        ${groups.some(({ group }) => group !== undefined)
          ? html`<ul class="pairs">${groups.map(({ group, count }) => html`<li><span>${group ?? role}</span><span>${t('people', { count })}</span></li>`)}</ul>`
          : nothing}
      </li>`,
    )}
  </ul>`;
}
