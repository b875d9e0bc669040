import type { RequestContent } from '@sunlit/client/requests';
import { html, nothing, type TemplateResult } from 'lit';
import { contentIcons } from '../shared/content-icons.ts';
import type { Language } from '../shared/i18n.ts';
import type { ReadAloud } from '../disclosure/read-aloud.ts';
import type { Upload } from '../shared/uploads/uploads.ts';
import type { Step } from './answers.ts';
import { faultText, type Scene } from './fields.ts';

type Part = readonly [step: Exclude<Step, 'check'>, lines: readonly (readonly [label: string, value: string | undefined])[]];

/** Everything that will be sent, by the steps on which it was written. */
export function partsOf({ t }: Pick<Scene, 't'>, { wanted, applicant, form, route, assistance }: RequestContent, files: readonly Upload[]): Part[] {
  const { contact } = applicant;
  return [
    ['wanted', [[t('title'), wanted.title], [t('docNo'), wanted.docNo], [t('description.short'), wanted.description]]],
    ['applicant', [
      [t('type'), t(`type.${applicant.type}`)],
      [t('name'), applicant.name],
      ...('identity' in applicant
        ? ([[t(`identityType.${applicant.identity.type}`), applicant.identity.number]] as const)
        : ([[t('creditCode'), applicant.creditCode], [t('representative'), applicant.representative], [t('contactPerson'), applicant.contactPerson]] as const)),
      [t('phone'), contact.phone], [t('email'), contact.email], [t('address'), contact.address], [t('postcode'), contact.postcode],
    ]],
    ['delivery', [[t('form'), t(`form.${form}`)], [t('route'), t(`route.${route}`)], [t('assistance'), assistance], [t('files'), files.length > 0 ? files.map(({ file }) => file.name).join(t('separator')) : undefined]]],
  ];
}

/** The whole request once more, with a way back to each part. */
export function checkStep(scene: Scene, content: RequestContent, files: readonly Upload[], change: (step: Step) => void): TemplateResult {
  const { t } = scene;
  return html`${partsOf(scene, content, files).map(([step, lines]) => html`<section class="part">
    <header><h3>${t(`step.${step}`)}</h3><button class="button quiet" type="button" aria-label=${t('change.name', { part: t(`step.${step}`) })} @click=${() => change(step)}>${t('change')}</button></header>
    <dl>${lines.map(([name, value]) => (value === undefined ? nothing : html`<div><dt>${name}</dt><dd>${value}</dd></div>`))}</dl>
  </section>`)}
  <p class="aside">${t('check.note')}</p>`;
}

/** Read to the applicant at the counter, who confirms it before it is sent (Reg. 29). */
export function readBack(scene: Scene, content: RequestContent, files: readonly Upload[], voice: ReadAloud, language: Language, confirmed: boolean, confirm: (is: boolean) => void): TemplateResult {
  const { t, faults } = scene;
  const fault = faults.find(({ at }) => at === 'readBack');
  const text = () => partsOf(scene, content, files).flatMap(([, lines]) => lines.flatMap(([name, value]) => (value === undefined ? [] : [`${name}:${value}`]))).join('\n');
  return html`<section class="part read-back">
    <p>${t('readBack.how')}</p>
    ${voice.canSpeak(language)
      ? voice.state === 'silent'
        ? html`<button class="button" type="button" @click=${() => void voice.start(text(), language)}>${contentIcons.speak}${t('readBack.read')}</button>`
        : html`<button class="button" type="button" @click=${() => voice.stop()}>${contentIcons.stop}${t('readBack.stop')}</button>`
      : nothing}
    ${fault ? faultText(t, fault) : nothing}
    <label class="choice"><input type="checkbox" id="readBack" .checked=${confirmed} aria-describedby=${fault ? 'readBack-fault' : nothing} @change=${(event: Event) => confirm((event.target as HTMLInputElement).checked)} />
      <span>${t('readBack')}</span></label>
  </section>`;
}
