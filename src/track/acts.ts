import type { TrackedBranch } from '@sunlit/client/requests';
import { isSunlitError } from '@sunlit/client/requests';
import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../shared/icons.ts';
import type { Act, Scene } from './scene.ts';
import type { TrackKey } from './strings/index.ts';

/** What the applicant can do now with a branch, and the form of what they have begun. */
export function acts(branch: TrackedBranch, scene: Scene): TemplateResult | typeof nothing {
  const { t, act, begin } = scene;
  if (branch.may.length === 0) return nothing;
  const open = act?.branch === branch.id ? act.what : undefined;
  const order: readonly Act[] = ['correct', 'explain', 'withdraw'];
  return html`<section class="acts" part="acts">
    ${open ? form(branch, open, scene)
      : html`<div class="actions">${order.filter((what) => branch.may.includes(what)).map((what) => html`<button class="button ${what === 'withdraw' ? 'quiet' : 'primary'}" type="button" data-act=${what} @click=${() => begin(branch.id, what)}>${t(`act.${what}`)}</button>`)}</div>`}
  </section>`;
}

function form(branch: TrackedBranch, what: Act, scene: Scene): TemplateResult {
  const { t, busy, take, drop, problem, missing } = scene;
  const send = (event: Event) => {
    event.preventDefault();
    take();
  };
  return html`<form class="part" novalidate @submit=${send}>
    <h3 tabindex="-1" id="act">${t(`act.${what}`)}</h3>
    ${what === 'correct' ? correction(branch, scene) : what === 'explain' ? reasons(scene) : html`<p>${t('withdraw.text')}</p>`}
    ${problem === undefined ? nothing : html`<div class="notice bad" role="alert">${icons.warning}<p>${explain(t, problem)}</p></div>`}
    ${missing ? html`<p class="wrong" role="alert" id="missing">${icons.warning}<span>${t('missing')}</span></p>` : nothing}
    <div class="actions">
      <button class="button primary" type="submit" ?disabled=${busy}>${t(busy ? 'busy' : `act.${what}.send`)}</button>
      <button class="button" type="button" ?disabled=${busy} @click=${drop}>${t('act.drop')}</button>
    </div>
  </form>`;
}

function correction(branch: TrackedBranch, { t, written, write, missing }: Scene): TemplateResult {
  const points = [...branch.events].reverse().find(({ type }) => type === 'ask-correction')?.points ?? [];
  const { wanted } = written;
  const set = (field: 'title' | 'docNo' | 'description') => (event: Event) => write({ wanted: { ...wanted, [field]: (event.target as HTMLInputElement).value } });
  return html`
    ${points.length > 0 ? html`<div class="notice warn">${icons.warning}<div><p class="strong">${t('points')}</p><ul class="points">${points.map((point) => html`<li>${point}</li>`)}</ul></div></div>` : nothing}
    <p class="hint">${t('correct.once')}</p>
    <div class="row"><label class="label" for="title">${t('wanted.title')}</label><input class="field" id="title" maxlength="200" autocomplete="off" .value=${wanted.title ?? ''} @input=${set('title')} /></div>
    <div class="row short"><label class="label" for="docNo">${t('wanted.docNo')}</label><input class="field" id="docNo" maxlength="100" autocomplete="off" .value=${wanted.docNo ?? ''} @input=${set('docNo')} /></div>
    <div class="row"><label class="label" for="description">${t('wanted.description')}</label>
      <textarea class="field" id="description" rows="6" maxlength="5000" required aria-invalid=${missing ? 'true' : 'false'} aria-describedby=${missing ? 'missing' : nothing} .value=${wanted.description} @input=${set('description')}></textarea></div>`;
}

function reasons({ t, written, write, missing }: Scene): TemplateResult {
  return html`<div class="row"><label class="label" for="reasons">${t('reasons')}</label><span class="hint" id="reasons-hint">${t('reasons.hint')}</span>
    <textarea class="field" id="reasons" rows="5" maxlength="2000" required aria-invalid=${missing ? 'true' : 'false'} aria-describedby="reasons-hint${missing ? ' missing' : ''}" .value=${written.reasons} @input=${(event: Event) => write({ reasons: (event.target as HTMLTextAreaElement).value })}></textarea></div>`;
}

/** What went wrong, and what is safe. A wrong number and a wrong secret are told in the same words. */
export function explain(t: Scene['t'], problem: unknown): string {
  if (!isSunlitError(problem)) return t('problem.server');
  switch (problem.code) {
    case 'receipt-refused': case 'invalid-input': return t('problem.receipt');
    case 'too-many-requests': return wait(t, problem.retryAfter);
    case 'network': case 'offline': case 'timeout': return t('problem.network');
    case 'not-possible': return t('problem.not-possible');
    default: return t('problem.server');
  }
}

function wait(t: Scene['t'], seconds: number | undefined): string {
  const minutes = Math.max(1, Math.ceil((seconds ?? 60) / 60));
  return t('problem.wait' satisfies TrackKey, { n: minutes });
}
