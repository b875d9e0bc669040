import type { RequestForm } from '@sunlit/client/requests';
import { creditCodeDoubts, identityDoubts, phoneDoubts, type Doubt } from '@sunlit/rules';
import { html, nothing, type TemplateResult } from 'lit';
import { todayInShanghai } from '../disclosure/today.ts';
import type { Language } from '../shared/i18n.ts';
import { chooser, uploadList } from '../shared/uploads/view.ts';
import type { Uploads } from '../shared/uploads/uploads.ts';
import { APPLICANTS, FORMS, IDENTITIES, type Field } from './answers.ts';
import { choice, faultText, textField, type Scene } from './fields.ts';
import type { RequestKey } from './strings/index.ts';

/** What is wanted, with what is already public on it beneath. */
export function wantedStep(scene: Scene, proposals: unknown): TemplateResult {
  return html`
    ${scene.shows('description') ? html`<p class="lead">${scene.t(scene.oral ? 'wanted.lead.oral' : 'wanted.lead')}</p>` : nothing}
    ${textField(scene, 'title', { optional: true, hint: 'title.hint' })}
    ${textField(scene, 'docNo', { optional: true, hint: 'docNo.hint', short: true })}
    ${scene.shows('title') ? proposals : nothing}
    ${textField(scene, 'description', { rows: 6, hint: 'description.hint' })}
    ${scene.shows('description') ? html`<p class="aside">${scene.t('no-purpose')}</p>` : nothing}`;
}

/** Who asks. `touched`: fields that somebody has left, so that no number is doubted while it is typed. */
export function applicantStep(scene: Scene, touched: ReadonlySet<Field>): TemplateResult {
  const { answers, t } = scene;
  const natural = answers.type === 'naturalPerson';
  const doubt = (field: Field, doubts: (text: string) => Doubt[]) => {
    const found = touched.has(field) && answers[field].trim() !== '' ? doubts(answers[field])[0] : undefined;
    return found && `${t(`doubt.${found.code}` as RequestKey, { at: found.at ?? 0 })}${t('doubt.taken')}`;
  };
  const email = touched.has('email') && answers.email.trim() !== '' && !/^[^\s@]+@[^\s@.]+\.[^\s@]+$/.test(answers.email.trim()) ? `${t('doubt.email')}${t('doubt.taken')}` : undefined;
  const contact = () => html`<h3 class="group">${t('contact')}</h3>
    <p class="hint">${t('contact.hint')}</p>
    <div class="pair">
      ${textField(scene, 'phone', { optional: true, type: 'tel', autocomplete: 'tel', doubt: doubt('phone', phoneDoubts) })}
      ${textField(scene, 'email', { optional: true, type: 'email', autocomplete: 'email', doubt: email })}
    </div>
    <div class="pair wide">
      ${textField(scene, 'address', { optional: true, autocomplete: 'street-address' })}
      ${textField(scene, 'postcode', { optional: true, autocomplete: 'postal-code', short: true })}
    </div>`;
  return html`
    ${choice(scene, 'type', APPLICANTS)}
    ${natural
      ? html`${textField(scene, 'name', { autocomplete: 'name' })}
          ${choice(scene, 'identityType', IDENTITIES)}
          ${textField(scene, 'identityNumber', { hint: 'identityNumber.hint', doubt: doubt('identityNumber', (text) => identityDoubts(answers.identityType, text, todayInShanghai())) })}`
      : html`${textField(scene, 'name', { autocomplete: 'organization' })}
          ${textField(scene, 'creditCode', { optional: true, doubt: doubt('creditCode', creditCodeDoubts) })}
          ${textField(scene, 'representative', { optional: true })}
          ${textField(scene, 'contactPerson', { autocomplete: 'name' })}`}
    ${scene.shows('phone') ? contact() : nothing}
    <p class="aside">${t('privacy')}</p>`;
}

/** How the answer is wanted, what help is needed, and what goes along, where files can. */
export function deliveryStep(scene: Scene, form: RequestForm, uploads: Uploads, language: Language, withFiles: boolean): TemplateResult {
  const { t, answers, faults } = scene;
  const identity = answers.type === 'naturalPerson' && form.identityImage !== 'none';
  const fault = faults.find(({ at }) => at === 'identity');
  const files = () => html`
    ${identity ? html`${fault ? faultText(t, fault) : nothing}${chooser(uploads, language, {
      id: 'identity', purpose: 'identity', accept: 'image/*,application/pdf', label: t(form.identityImage === 'required' ? 'identity.required' : 'identity.optional'), hint: t('identity.hint'),
      described: fault && 'identity-fault',
    })}` : nothing}
    ${chooser(uploads, language, { id: 'files', purpose: 'attachment', label: t('files'), hint: t('files.hint') })}
    ${uploadList(uploads, language)}`;
  return html`
    ${choice(scene, 'form', FORMS)}
    ${choice(scene, 'route', form.routes, 'route.hint')}
    ${textField(scene, 'assistance', { rows: 2, optional: true, hint: 'assistance.hint' })}
    ${withFiles && scene.shows('route') ? files() : nothing}`;
}
