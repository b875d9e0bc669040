import type { TopicSummary } from '@sunlit/client';
import type { Posting, PostingSummary } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { problem } from '../frame/problem.ts';
import type { Rows } from '../frame/rows.ts';
import type { Say } from '../strings/index.ts';
import type { SayTopic } from './strings/index.ts';

interface MergeSetting {
  readonly t: SayTopic;
  readonly say: Say;
  readonly posting: Posting | undefined;
  /** What was found to be like it, if the form was opened from there. */
  readonly preset: TopicSummary | undefined;
  readonly found: Rows<PostingSummary>;
  readonly q: string;
  readonly find: (q: string) => void;
  readonly into: string | undefined;
  readonly choose: (into: Pick<TopicSummary, 'id'>) => void;
  readonly wrong: string | undefined;
}

/** Only what the public sees can be merged into, and nothing that was merged itself. */
const canTake = ({ phase, title }: PostingSummary): boolean => title !== undefined && phase !== 'merged' && phase !== 'submitted' && phase !== 'review' && phase !== 'returned';

/** Into which topic of the same board. */
export function mergeFields({ t, say, posting, preset, found, q, find, into, choose, wrong }: MergeSetting): TemplateResult {
  const others = found.items.filter((one) => one.id !== posting?.id && one.id !== preset?.id && canTake(one));
  const entered = (event: Event) => {
    event.preventDefault();
    const box = event.currentTarget as HTMLElement;
    find(box.closest('fieldset')?.querySelector('input')?.value.trim() ?? '');
  };
  const choice = ({ id, no, title, supports }: Pick<TopicSummary, 'id' | 'no' | 'supports'> & { readonly title?: string }) => html`<label class="check"><input type="radio" name="into" value=${id} .checked=${id === into} @change=${() => choose({ id })}>
    <span><bdi>${title}</bdi> <span class="muted small">${no} ${t('row.supports', { count: supports.total })}</span></span></label>`;
  return html`<fieldset class="part" aria-describedby="into-wrong"><legend class="label">${t('merge.into')}</legend>
      <div class="find"><input class="field" type="search" id="into" maxlength="200" aria-label=${t('merge.find')} placeholder=${t('merge.find')} @keydown=${(event: KeyboardEvent) => event.key === 'Enter' && !event.isComposing && entered(event)}>
        <button class="button" type="button" @click=${entered}>${t('find')}</button></div>
      ${found.state === 'failed' ? problem(say, found.error, found.reload) : nothing}
      <p class="hint" role="status">${q !== '' && found.state === 'ready' && others.length === 0 ? t('merge.none') : ''}</p>
      ${preset ? choice(preset) : nothing}${others.map(choice)}
      <p class="wrong" id="into-wrong" role="alert">${wrong ?? ''}</p></fieldset>
    <p class="hint">${t('merge.hint', { count: posting?.supports.total ?? 0 })}</p>`;
}
