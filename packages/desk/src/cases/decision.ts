import type { RequestReply } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { OUTCOMES, REMEDIES, type Outcome, type OutcomeRule } from '../../../rules/src/outcomes.ts';
import { field } from '../published/form.ts';
import type { CaseKey, SayCase } from './strings/index.ts';

export type Withheld = NonNullable<RequestReply['withheld']>[number];
const GROUNDS: readonly Withheld['ground'][] = ['E14_SECRET', 'E14_LAW', 'E14_SAFETY', 'E15_THIRD', 'E16_INTERNAL', 'E16_PROCESS', 'E16_CASEFILE'];

/** What somebody can decide, in the order of the annual table. */
const DECISIONS = (Object.keys(OUTCOMES) as Outcome[]).filter((outcome) => OUTCOMES[outcome].by === 'decision');
const ROWS = ['granted', 'partial', 'denied', 'unable', 'notProcessed', 'other'] as const;
const rowOf = (outcome: Outcome): string => OUTCOMES[outcome].row.replace(/\..*/, '');

interface DecisionSetting {
  readonly t: SayCase;
  /** What is wrong with a part of the reply, by its name. */
  readonly wrong: (name: string) => string | undefined;
  readonly outcome: Outcome | '';
  readonly withheld: readonly Withheld[];
  readonly change: (changed: { readonly outcome?: Outcome; readonly withheld?: readonly Withheld[] }) => void;
}

/** What is decided: the outcome by its row of the annual table, and what this outcome has to state. */
export function decision({ t, wrong, outcome, withheld, change }: DecisionSetting): TemplateResult {
  const rule: OutcomeRule | undefined = outcome === '' ? undefined : OUTCOMES[outcome];
  const needs = (part: OutcomeRule['needs'][number]) => rule?.needs.includes(part) ?? false;
  const chosen = ({ target }: Event) => {
    const found = DECISIONS.find((one) => one === (target as HTMLSelectElement).value);
    if (found) change({ outcome: found });
  };
  const text = (name: 'grounds' | 'pointsTo', most: number, needed: boolean, hint: CaseKey) => field({ name, label: needed ? t(`field.${name}`) : t('optional', { what: t(`field.${name}`) }), hint: t(hint), wrong: wrong(`reply.${name}`) },
    (described, invalid) => html`<textarea class="field" id=${name} name=${name} rows="4" maxlength=${most} aria-required=${String(needed)} aria-describedby=${described} aria-invalid=${invalid}></textarea>`);
  return html`
    ${field({ name: 'outcome', label: t('field.outcome'), wrong: wrong('reply.outcome') }, (described, invalid) => html`<select class="field" id="outcome" name="outcome" aria-describedby=${described} aria-invalid=${invalid} @change=${chosen}>
      <option value="" ?disabled=${outcome !== ''} .selected=${outcome === ''}>${t('choose')}</option>
      ${ROWS.map((row) => html`<optgroup label=${t(`row.${row}`)}>${DECISIONS.filter((one) => rowOf(one) === row).map((one) => html`<option value=${one} .selected=${one === outcome}>${t(`outcome.${one}`)}</option>`)}</optgroup>`)}
    </select>`)}
    ${rule === undefined ? nothing : html`
      <div class="notice"><dl class="facts-list">
        <div><dt>${t('decision.article')}</dt><dd>${rule.article}</dd></div>
        ${rule.remedy === undefined ? nothing : html`<div><dt>${t('decision.remedy')}</dt><dd>${t(`remedy.${rule.remedy}`)}${t('decision.by', { article: REMEDIES[rule.remedy].article })}</dd></div>`}
      </dl></div>
      ${text('grounds', 4000, needs('grounds'), 'field.grounds.hint')}
      ${needs('withheld') ? withheldFields(t, wrong, withheld, (changed) => change({ withheld: changed })) : nothing}
      ${needs('points-to') ? text('pointsTo', 2000, true, 'field.pointsTo.hint') : nothing}`}`;
}

function withheldFields(t: SayCase, wrong: DecisionSetting['wrong'], withheld: readonly Withheld[], change: (changed: readonly Withheld[]) => void): TemplateResult {
  const set = (place: number, changed: Partial<Withheld>) => change(withheld.map((one, index) => (index === place ? { ...one, ...changed } : one)));
  return html`<fieldset class="part" aria-describedby="withheld-wrong"><legend class="label">${t('withheld')}</legend>
    <p class="hint">${t('withheld.hint')}</p>
    ${withheld.map(({ what, ground }, index) => html`<div class="entry" role="group" aria-label=${t('withheld.nth', { number: index + 1 })}><div class="two">
        ${field({ name: `withheld.${String(index)}.what`, label: t('field.what'), wrong: wrong(`reply.withheld.${String(index)}.what`) }, (described, invalid) => html`<input class="field" id="withheld.${index}.what" maxlength="500" .value=${what}
          aria-describedby=${described} aria-invalid=${invalid} @input=${({ target }: Event) => set(index, { what: (target as HTMLInputElement).value })}>`)}
        ${field({ name: `withheld.${String(index)}.ground`, label: t('field.ground'), wrong: wrong(`reply.withheld.${String(index)}.ground`) }, (described) => groundChoice(t, `withheld.${String(index)}.ground`, ground, (chosen) => set(index, { ground: chosen }), described))}
      </div><button class="button" type="button" aria-label=${t('withheld.remove', { number: index + 1 })} @click=${() => change(withheld.filter((_, place) => place !== index))}>${t('remove')}</button></div>`)}
    <p class="wrong" id="withheld-wrong">${wrong('reply.withheld') ?? nothing}</p>
    <button class="button" type="button" @click=${() => change([...withheld, { what: '', ground: 'E15_THIRD' }])}>${t('withheld.add')}</button>
  </fieldset>`;
}

/** Chooses one of the grounds of the Regulation. */
export function groundChoice(t: SayCase, id: string, chosen: Withheld['ground'], choose: (ground: Withheld['ground']) => void, described: string | typeof nothing = nothing): TemplateResult {
  const changed = ({ target }: Event) => {
    const found = GROUNDS.find((one) => one === (target as HTMLSelectElement).value);
    if (found) choose(found);
  };
  return html`<select class="field" id=${id} aria-describedby=${described} @change=${changed}>${GROUNDS.map((one) => html`<option value=${one} .selected=${one === chosen}>${t(`ground.${one}`)}</option>`)}</select>`;
}

/** The reply as its parts say it; the remedy is that of the law, never another. */
export function replyOf(outcome: Outcome, value: (name: string) => string, withheld: readonly Withheld[]): RequestReply {
  const { needs, remedy }: OutcomeRule = OUTCOMES[outcome];
  const [grounds, pointsTo] = [value('grounds'), value('pointsTo')];
  return {
    outcome, ...(grounds && { grounds }), ...(needs.includes('withheld') && { withheld: withheld.map((one) => ({ ...one, what: one.what.trim() })) }), ...(needs.includes('points-to') && pointsTo && { pointsTo }),
    ...(remedy && { remedy }),
  };
}
