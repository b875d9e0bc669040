import type { Due, Round } from '@sunlit/client';
import type { TopicPromise } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { todayInShanghai } from '../../../../src/disclosure/today.ts';
import { formatDay } from '../../../../src/shared/format.ts';
import type { Language } from '../../../../src/shared/i18n.ts';
import { field } from '../published/form.ts';
import type { SayTopic } from './strings/index.ts';

export const PROMISES = ['workdays', 'round', 'on'] as const;
export type PromiseBy = (typeof PROMISES)[number];

interface PromiseSetting {
  readonly t: SayTopic;
  readonly language: Language;
  readonly by: PromiseBy;
  readonly choose: (by: PromiseBy) => void;
  /** Rounds that are not over. */
  readonly rounds: readonly Round[];
  /** The one that the topic is in. */
  readonly of: string | undefined;
  /** As the agency of the board promises, once it is known. */
  readonly workdays: number | undefined;
  /** On which day the workdays end, once it is known. */
  readonly due: Due | undefined;
  readonly wrong: string | undefined;
}

/** Until when: so many workdays with the day that follows, the end of a round, or a day. */
export function promiseFields({ t, language, by, choose, rounds, of, workdays, due, wrong }: PromiseSetting): TemplateResult {
  const radio = (one: PromiseBy) => html`<label class="check"><input type="radio" name="promise-by" value=${one} .checked=${one === by} @change=${() => choose(one)}>${t(`promise.${one}`)}</label>`;
  const day = (text: string, provisional = false) => html`<p class="computed" role="status">${t('promise.until', { day: formatDay(text, language) })}${provisional ? html` <span class="badge warn">${t('provisional')}</span>` : nothing}</p>`;
  const wrongOf = (one: PromiseBy) => (one === by ? wrong : undefined);
  return html`<fieldset class="part" id="promise"><legend class="label">${t('promise')}</legend>
    <div class="choices">${PROMISES.filter((one) => one !== 'round' || rounds.length > 0).map(radio)}</div>
    ${by === 'workdays' ? html`${field({ name: 'workdays', label: t('field.workdays'), hint: t('promise.hint'), wrong: wrongOf('workdays') }, (described, invalid) => html`<input class="field short" id="workdays" name="workdays" type="number" inputmode="numeric" min="1" max="250" step="1" value=${workdays ?? nothing} aria-describedby=${described} aria-invalid=${invalid}>`)}${due ? day(due.due, due.provisional) : nothing}`
      : by === 'round' ? field({ name: 'round', label: t('round'), hint: t('promise.round.hint'), wrong: wrongOf('round') }, (described, invalid) => html`<select class="field" id="round" name="round" aria-describedby=${described} aria-invalid=${invalid}>
          ${rounds.map(({ id, title, answerBy }) => html`<option value=${id} ?selected=${id === of}>${t('promise.round.choice', { title, day: formatDay(answerBy.due, language) })}</option>`)}</select>`)
        : field({ name: 'on', label: t('promise.day'), hint: t('promise.day.hint'), wrong: wrongOf('on') }, (described, invalid) => html`<input class="field short" id="on" name="on" type="date" min=${todayInShanghai()} aria-describedby=${described} aria-invalid=${invalid}>`)}
  </fieldset>`;
}

export function promiseOf(by: PromiseBy, value: (name: string) => string): TopicPromise | undefined {
  const text = value(by);
  if (text === '') return undefined;
  switch (by) {
    case 'workdays': return { workdays: Number(text) };
    case 'round': return { round: text };
    case 'on': return { on: text };
  }
}
