import { html, nothing, type TemplateResult } from 'lit';
import { contentIcons } from '../shared/content-icons.ts';
import { badge, day } from './parts.ts';
import type { Context, FieldsOf } from './types.ts';

/** Stages from first to last; what is done, where things stand, what is to come. */
export function timeline(stages: FieldsOf<'project'>['stages'], ctx: Context): TemplateResult {
  return html`<ol class="timeline" part="timeline">
    ${stages.map(
      (stage) => html`<li class=${stage.state} aria-current=${stage.state === 'current' ? 'step' : nothing}>
        <span class="knot" aria-hidden="true">${stage.state === 'done' ? contentIcons.tick : nothing}</span>
        <div>
          <p class="stage-head"><strong>${stage.name}</strong> ${badge(ctx.t(`state.${stage.state}`), stage.state === 'done' ? 'good' : stage.state === 'current' ? 'warn' : '')}</p>
          ${stage.on === undefined && stage.actor === undefined ? nothing : html`<p class="small muted">${day(stage.on, ctx)}${stage.on !== undefined && stage.actor !== undefined ? ' · ' : ''}${stage.actor}</p>`}
          ${stage.detail === undefined ? nothing : html`<p>${stage.detail}</p>`}
        </div>
      </li>`,
    )}
  </ol>`;
}
