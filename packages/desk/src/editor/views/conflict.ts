import { diffLines } from 'diff';
import { html, nothing, type TemplateResult } from 'lit';
import { formatMoment } from '../../../../../src/shared/format.ts';
import { icons } from '../../../../../src/shared/icons.ts';
import type { Bench } from '../bench.ts';
import type { Dispute, Side } from '../conflict.ts';
import { idOf } from '../pointer.ts';
import { inWords, nameOf } from '../words.ts';

export interface ConflictActs {
  readonly choose: (pointer: string, side: Side) => void;
  readonly chooseAll: (side: Side) => void;
  readonly settle: () => void;
}

/** Two versions of a draft side by side, field by field. Nothing is sent before each field has its choice. */
export function conflictView(bench: Bench, all: readonly Dispute[], chosen: ReadonlyMap<string, Side>, theirs: { readonly by: string; readonly at: string }, acts: ConflictActs): TemplateResult {
  const { t } = bench;
  const left = all.filter(({ pointer }) => !chosen.has(pointer)).length;
  return html`<section class="conflict" id="conflict" tabindex="-1" aria-labelledby="conflict-title">
    <div class="notice warn" role="alert">${icons.warning}<div>
      <h2 id="conflict-title">${t('conflict.title')}</h2>
      <p>${t('conflict.text', { by: theirs.by, at: formatMoment(theirs.at, bench.language), count: all.length })}</p>
    </div></div>
    <div class="acts">
      <button class="button" type="button" @click=${() => acts.chooseAll('mine')}>${t('conflict.all-mine')}</button>
      <button class="button" type="button" @click=${() => acts.chooseAll('theirs')}>${t('conflict.all-theirs')}</button>
    </div>
    <ul class="disputes">${all.map((dispute) => disputeView(bench, dispute, chosen.get(dispute.pointer), acts))}</ul>
    <p role="status">${left > 0 ? t('conflict.left', { count: left }) : t('conflict.ready')}</p>
    <button class="button primary" type="button" ?disabled=${left > 0} @click=${acts.settle}>${t('conflict.settle')}</button>
  </section>`;
}

function disputeView(bench: Bench, { pointer, name, field, mine, theirs, changedBy }: Dispute, chosen: Side | undefined, acts: ConflictActs): TemplateResult {
  const { t } = bench;
  const id = idOf(pointer);
  const label = pointer === '/content/fields' ? t('group.fields') : nameOf(name, field, bench);
  const parts = diffLines(`${inWords(field, mine, bench).join('\n')}\n`, `${inWords(field, theirs, bench).join('\n')}\n`);
  const text = (side: Side) => parts.filter(({ added, removed }) => (side === 'mine' ? !added : !removed)).map(({ value, added, removed }) => (added || removed ? html`<mark>${value}</mark>` : value));
  const version = (side: Side): TemplateResult => html`<div class="version ${chosen === side ? 'chosen' : ''}">
    <label class="tick"><input type="radio" name="choice-${id}" value=${side} .checked=${chosen === side} @change=${() => acts.choose(pointer, side)} />${t(`conflict.${side}`)}</label>
    <div class="said" role="region" tabindex="0" aria-label="${label} · ${t(`conflict.is-${side}`)}">${text(side)}</div>
  </div>`;
  return html`<li><fieldset class="dispute"><legend>${label} ${changedBy === 'both' ? html`<span class="badge warn">${t('conflict.both')}</span>` : nothing}</legend>
    <div class="versions">${version('mine')}${version('theirs')}</div></fieldset></li>`;
}
