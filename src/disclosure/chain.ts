import { html, nothing, type TemplateResult } from 'lit';
import { contentIcons } from '../shared/content-icons.ts';
import { badge, day, reference, section, type Tone } from './parts.ts';
import type { Pair } from './comparison.ts';
import type { Context, DisclosureRef, PublishedDisclosure } from './types.ts';

const RELATIONS = ['supersededBy', 'supersedes', 'clarifiedBy', 'clarifies', 'interpretedBy', 'interprets'] as const;

export const validityTone: Record<DisclosureRef['validity'], Tone> = { 'in-force': 'good', amended: 'warn', expired: 'bad', repealed: 'bad' };

/** Where a disclosure comes from and what became of it: other disclosures, and its own revisions. */
export function chain(item: PublishedDisclosure, ctx: Context, compare: (pair: Pair) => void, comparison: TemplateResult | typeof nothing): TemplateResult | typeof nothing {
  const { t } = ctx;
  const relations = RELATIONS.filter((relation) => item.chain[relation].length > 0);
  if (relations.length === 0 && item.chain.revisions.length < 2) return nothing;
  return section(
    t('chain.title'),
    html`
      ${relations.map((relation) => html`<div class="relation"><h4>${t(`chain.${relation}`)}</h4><ul class="related">${item.chain[relation].map((other) => html`<li>${related(other, ctx)}</li>`)}</ul></div>`)}
      ${item.chain.revisions.length < 2 ? nothing : revisions(item, ctx, compare)}${comparison}
    `,
  );
}

const related = (other: DisclosureRef, ctx: Context): TemplateResult =>
  html`${reference(other, ctx)} ${badge(ctx.t(`validity.${other.validity}`), validityTone[other.validity])} <span class="muted small">${other.agency.name}</span>`;

function revisions(item: PublishedDisclosure, ctx: Context, compare: (pair: Pair) => void): TemplateResult {
  const { t } = ctx;
  const all = item.chain.revisions;
  const last = all[all.length - 1]?.revision ?? 1;
  const first = all[0]?.revision ?? 1;
  return html`<div class="relation">
    <h4>${t('chain.revisions')}</h4>
    <ol class="revisions">
      ${[...all].reverse().map(
        (one, at, order) => {
          const before = order[at + 1];
          return html`<li>
            <p><strong>${t('revision.number', { number: one.revision })}</strong> ${one.revision === last ? badge(t('revision.current'), 'good') : nothing} <span class="muted">${day(one.on, ctx)}</span></p>
            ${one.title === item.title ? nothing : html`<p><bdi>${one.title}</bdi></p>`}
            ${one.reason === undefined ? nothing : html`<p class="muted">${one.reason}</p>`}
            ${before ? html`<button class="button quiet no-print" type="button" @click=${() => compare({ id: item.id, from: before.revision, to: one.revision })}>${contentIcons.history}${t('revision.compare', { from: before.revision, to: one.revision })}</button>` : nothing}
          </li>`;
        },
      )}
    </ol>
    ${all.length > 2 ? anyTwo(item, ctx, compare, first, last) : nothing}
  </div>`;
}

/** Any revision against any other. */
function anyTwo(item: PublishedDisclosure, { t }: Context, compare: (pair: Pair) => void, first: number, last: number): TemplateResult {
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget as HTMLFormElement);
    const [from, to] = [chosen.get('from'), chosen.get('to')].map(Number).sort((a, b) => a - b);
    if (from !== undefined && to !== undefined) compare({ id: item.id, from, to });
  };
  const choice = (name: 'from' | 'to', chosen: number) => html`<fieldset><legend>${t(`revision.${name}`)}</legend>
    ${item.chain.revisions.map(({ revision }) => html`<label><input type="radio" name=${name} value=${revision} ?checked=${revision === chosen} />${t('revision.number', { number: revision })}</label>`)}</fieldset>`;
  return html`<form class="any-two no-print" @submit=${submit}>
    ${choice('from', first)} ${choice('to', last)}
    <button class="button" type="submit">${t('revision.show')}</button>
  </form>`;
}
